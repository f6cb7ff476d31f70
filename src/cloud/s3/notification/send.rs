//! Sending notifications: which configurations an event is for, and the requests that tell their destinations.

use std::sync::Arc;

use serde_json::{Value, json};

use super::super::{access, bucket::Bucket, keys, version::Version};
use super::{
    Details, Kind,
    configuration::{Entry, To},
    record::{self, Told},
    validate,
};
use crate::{
    Request, World,
    api::{Call, Origin},
    body::Body,
    events::{PutEvents, PutEventsRequestEntry},
    ident::{AccountId, CAPITALS, Caller, SOURCE_ADDRESS},
    lambda::Invoke,
    sns::Publish,
    sqs::{SendMessage, url_of},
    world::Happening,
};

/// From an event to its notification: typically seconds (S3 User Guide, event notifications).
const DELAY_MS: i64 = 1_000;
/// Objects of one run that are told one by one; the others are counted.
const MAX_TOLD: u64 = 8;
/// The subject of S3's messages to topics.
const SUBJECT: &str = "Amazon S3 Notification";

/// Something to be told of a run of alike objects, once their change is done.
#[derive(Clone, Debug)]
pub(in super::super) struct Notice {
    pub kind: Kind,
    pub first: Arc<str>,
    pub len: u64,
    /// The number of the first key's version; none for the `null` version.
    pub number: Option<u64>,
    pub size: u64,
    pub etag: String,
    pub details: Details,
}

impl Notice {
    /// Of one version of a run's first key.
    pub(in super::super) fn of(kind: Kind, (first, len): (&Arc<str>, u64), version: &Version) -> Self {
        let object = version.object();
        Self {
            kind,
            first: first.clone(),
            len,
            number: version.number,
            size: object.map_or(0, super::super::Object::size),
            etag: object.map(|object| object.content.etag.trim_matches('"').to_owned()).unwrap_or_default(),
            details: Details::None,
        }
    }

    /// … with what else it tells.
    #[must_use]
    pub(in super::super) fn with(mut self, details: Details) -> Self {
        self.details = details;
        self
    }
}

/// Who asked for what is told; S3 itself if nobody did.
#[derive(Clone, Debug, Default)]
struct By {
    principal: Option<String>,
    account: Option<AccountId>,
    address: &'static str,
}

impl By {
    fn of(world: &World, origin: Option<&Origin>) -> Self {
        let Some(origin) = origin else { return Self { principal: None, account: None, address: record::ITSELF } };
        let identity = world.identity_of(&origin.caller);
        let principal = identity.map_or_else(|| origin.caller.user_id(), |identity| identity.unique_id);
        let address = if origin.caller.is_at_a_desk() { SOURCE_ADDRESS } else { "10.0.0.1" };
        let principal = if principal.is_empty() { "Anonymous".to_owned() } else { principal };
        Self { principal: Some(principal), account: origin.caller.account(), address }
    }
}

/// Who S3 is when it tells somebody of a bucket.
pub(super) fn origin(bucket: &Bucket) -> Origin {
    Origin { caller: Caller::service(record::ITSELF, &validate::source(bucket), bucket.owner), region: bucket.region }
}

/// True if a bucket tells anybody anything.
fn listens(world: &World, bucket: &str) -> bool {
    world.s3.bucket(bucket).is_some_and(|bucket| bucket.notifications.is_some())
}

/// Tells of the object that is now a key's current version.
pub(in super::super) fn created(cx: &mut Call<'_>, bucket: &str, key: &str, kind: Kind) {
    told(cx, bucket, key, 0, kind, Details::None);
}

/// Tells of one version of a key.
pub(in super::super) fn told(cx: &mut Call<'_>, bucket: &str, key: &str, index: usize, kind: Kind, details: Details) {
    if !listens(cx.world, bucket) {
        return;
    }
    let found = cx.world.s3.bucket(bucket).and_then(|bucket| bucket.store.find(key));
    let Some((version, offset)) = found.and_then(|found| Some((found.cohort.versions().get(index)?.clone(), found.offset))) else { return };
    let mut notice = Notice::of(kind, (&key.into(), 1), &version).with(details);
    notice.number = notice.number.map(|number| number + offset);
    notify(cx.world, bucket, Some(cx.origin), &[notice]);
}

/// Tells that a key or one of its versions is gone for good.
pub(in super::super) fn removed(cx: &mut Call<'_>, bucket: &str, key: &str, number: Option<u64>) {
    if listens(cx.world, bucket) {
        let first: Arc<str> = key.into();
        let notice = Notice { kind: Kind::RemovedDelete, first, len: 1, number, size: 0, etag: String::new(), details: Details::None };
        notify(cx.world, bucket, Some(cx.origin), &[notice]);
    }
}

/// Tells everybody whom a bucket's configurations name.
pub(in super::super) fn notify(world: &mut World, bucket: &str, by: Option<&Origin>, notices: &[Notice]) {
    if notices.is_empty() || !listens(world, bucket) {
        return;
    }
    let by = By::of(world, by);
    let parts: Vec<Notice> = notices.iter().flat_map(|notice| parts(world, bucket, notice)).collect();
    for notice in &parts {
        let sent = requests(world, bucket, &by, notice);
        let Some(from) = world.s3.bucket(bucket).map(origin) else { return };
        for (id, request) in sent.requests {
            if let Some(notifications) = world.s3.buckets.get_mut(bucket).and_then(|bucket| bucket.notifications.as_mut()) {
                notifications.notified.entry(id).or_default().n_told += 1;
            }
            world.plan(DELAY_MS, from.clone(), request);
        }
        count(world, bucket, notice, sent.counted);
    }
}

/// Parts of a run that every configuration's prefix treats alike.
fn parts(world: &World, bucket: &str, notice: &Notice) -> Vec<Notice> {
    let notifications = world.s3.bucket(bucket).and_then(|bucket| bucket.notifications.as_ref());
    let entries = notifications.into_iter().flat_map(|notifications| notifications.given.entries());
    let prefixes: Vec<Entry<'_>> = entries.collect();
    let mut cuts = keys::cuts(&notice.first, notice.len, prefixes.iter().map(Entry::prefix));
    cuts.insert(0, 0);
    cuts.push(notice.len);
    let part = |pair: &[u64]| Notice {
        first: keys::nth(&notice.first, pair[0]).into(),
        len: pair[1] - pair[0],
        number: notice.number.map(|number| number + pair[0]),
        ..notice.clone()
    };
    cuts.windows(2).map(part).collect()
}

/// What a notice leads to.
#[derive(Default)]
struct Sent {
    /// With the id of the configuration.
    requests: Vec<(String, Request)>,
    /// Objects beyond the first few, by configuration.
    counted: Vec<(String, u64)>,
}

/// The requests for the first few objects of a run, and how many are only counted.
fn requests(world: &mut World, bucket_name: &str, by: &By, notice: &Notice) -> Sent {
    let mut sent = Sent::default();
    let first_number = world.core.ids.take("s3-event", notice.len.min(MAX_TOLD));
    let Some(bucket) = world.s3.bucket(bucket_name) else { return sent };
    let Some(notifications) = &bucket.notifications else { return sent };
    let configuration = &notifications.given;
    for n in 0..notice.len.min(MAX_TOLD) {
        let key = keys::nth(&notice.first, n);
        let version_id = notice.number.map(|number| access::version_id_of(&world.core.ids, number + n));
        let told = Told {
            kind: notice.kind,
            at: world.now(),
            key: &key,
            version_id: version_id.filter(|_| bucket.is_versioned()),
            size: notice.size,
            etag: &notice.etag,
            number: first_number + n,
            principal: by.principal.clone(),
            requester: by.account,
            address: by.address,
            details: &notice.details,
        };
        for entry in configuration.entries().filter(|entry| is_for(entry, notice.kind, &key)) {
            let id = entry.id.unwrap_or_default();
            let record = json!({"Records": [told.record(&world.core.ids, bucket, id)]});
            sent.requests.push((id.to_owned(), tell(&entry, &record)));
        }
        if let (Some(_), Some(kind)) = (&configuration.event_bridge_configuration, notice.kind.detail_type()) {
            let detail = told.detail(&world.core.ids, bucket);
            sent.requests.push((String::new(), put_event(bucket, kind, &detail, world.now())));
        }
    }
    if notice.len > MAX_TOLD {
        let wants =
            |entry: &Entry<'_>| entry.events.iter().any(|event| notice.kind.is_in(event)) && notice.first.starts_with(entry.prefix());
        let rest = |entry: &Entry<'_>| keys::n_ending(&notice.first, notice.len, MAX_TOLD, entry.suffix());
        let counts = configuration.entries().filter(wants).map(|entry| (entry.id.unwrap_or_default().to_owned(), rest(&entry)));
        sent.counted.extend(counts.filter(|(_, n)| *n > 0));
        let bridged = configuration.event_bridge_configuration.is_some() && notice.kind.detail_type().is_some();
        sent.counted.extend(bridged.then(|| (String::new(), notice.len - MAX_TOLD)));
    }
    sent
}

/// True if a configuration wants to know this of that key.
fn is_for(entry: &Entry<'_>, kind: Kind, key: &str) -> bool {
    let encoded = record::encoded(key);
    let fits = |key: &str| key.starts_with(entry.prefix()) && key.ends_with(entry.suffix());
    entry.events.iter().any(|event| kind.is_in(event)) && (fits(key) || fits(&encoded))
}

/// The request that tells a destination.
fn tell(entry: &Entry<'_>, record: &Value) -> Request {
    let text = record.to_string();
    match entry.to {
        To::Queue => SendMessage { queue_url: url_of(entry.arn), message_body: text, ..SendMessage::default() }.into(),
        To::Topic => {
            Publish { topic_arn: Some(entry.arn.to_owned()), message: text, subject: Some(SUBJECT.to_owned()), ..Publish::default() }.into()
        }
        To::Function => {
            let payload = Body::new(text.into_bytes());
            Invoke { function_name: entry.arn.to_owned(), invocation_type: Some("Event".to_owned()), payload, ..Invoke::default() }.into()
        }
    }
}

fn put_event(bucket: &Bucket, kind: &str, detail: &Value, at: crate::clock::SimTime) -> Request {
    let entry = PutEventsRequestEntry {
        time: Some(at),
        source: Some("aws.s3".to_owned()),
        resources: Some(vec![validate::source(bucket)]),
        detail_type: Some(kind.to_owned()),
        detail: Some(detail.to_string()),
        ..PutEventsRequestEntry::default()
    };
    PutEvents { entries: vec![entry] }.into()
}

/// Notes what is only counted, and tells it.
fn count(world: &mut World, bucket: &str, notice: &Notice, counted: Vec<(String, u64)>) {
    for (id, n) in counted {
        if let Some(notifications) = world.s3.buckets.get_mut(bucket).and_then(|bucket| bucket.notifications.as_mut()) {
            notifications.notified.entry(id.clone()).or_default().n_counted += n;
        }
        let facts = [("configuration", json!(id)), ("event", json!(notice.kind.name())), ("objects", json!(n))];
        let facts = facts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        world.happen(Happening { name: "NotificationsCounted".to_owned(), resource: access::bucket_arn(bucket), facts });
    }
}

/// The test message to every queue and topic of a new configuration.
pub(super) fn test(world: &mut World, bucket_name: &str) {
    let Some(bucket) = world.s3.bucket(bucket_name) else { return };
    let Some(notifications) = &bucket.notifications else { return };
    let from = origin(bucket);
    let wanted: Vec<(To, String)> = notifications.given.entries().map(|entry| (entry.to, entry.arn.to_owned())).collect();
    for (to, arn) in wanted.into_iter().filter(|(to, _)| *to != To::Function) {
        let number = world.core.ids.take("s3-event", 1);
        let text = json!({
            "Service": "Amazon S3",
            "Event": "s3:TestEvent",
            "Time": world.now().iso_millis(),
            "Bucket": bucket_name,
            "RequestId": world.core.ids.opaque("s3-request", number, CAPITALS, 16),
            "HostId": world.core.ids.opaque("s3-host", number, CAPITALS, 76),
        })
        .to_string();
        let request: Request = match to {
            To::Topic => Publish { topic_arn: Some(arn), message: text, subject: Some(SUBJECT.to_owned()), ..Publish::default() }.into(),
            _ => SendMessage { queue_url: url_of(&arn), message_body: text, ..SendMessage::default() }.into(),
        };
        let _ = world.ask(&from, request);
    }
}
