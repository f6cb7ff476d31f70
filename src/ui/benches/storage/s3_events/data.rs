//! What the s3-events bench shows, as plain data from a sandbox: the routes, what they did with the last event, and what arrived.

use std::collections::BTreeMap;

use serde_json::Value;
use skylab_cloud::{World, clock::SimTime};

use super::{
    happened::{self, Told},
    lines::{self, BUCKET},
    log::{self, BUS, Deed, Occurrence},
};
use crate::ui::StageView;

/// What kind of destination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Function,
    Queue,
    Topic,
}

/// Somebody whom S3 can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Destination {
    pub kind: Kind,
    pub name: String,
    pub arn: String,
}

/// Why a configuration was told of the last event, or what kept it from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    Told,
    /// It is about other events.
    Event,
    /// The key begins otherwise.
    Prefix,
    /// The key ends otherwise.
    Suffix,
}

/// A configuration with its destination.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Route {
    pub id: String,
    pub to: Destination,
    pub events: Vec<String>,
    pub prefix: String,
    pub suffix: String,
    pub n_told: u64,
    /// `None` before the first event.
    pub fit: Option<Fit>,
}

/// EventBridge's switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bus {
    pub is_on: bool,
    pub n_told: u64,
    /// Whether it got the last event.
    pub was_told: bool,
}

/// What arrived somewhere.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Inbox {
    pub kind: Kind,
    pub name: String,
    pub n: usize,
    /// The last one, as it came.
    pub text: String,
    /// How often the last one was received.
    pub n_received: u32,
    /// Somebody works on it: nobody else sees it.
    pub is_hidden: bool,
}

/// Everything the bench shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct EventsData {
    pub now: SimTime,
    /// As AWS has it.
    pub configuration: Value,
    pub routes: Vec<Route>,
    pub bus: Bus,
    /// The last event of the run.
    pub last: Option<Occurrence>,
    pub destinations: Vec<Destination>,
    pub inboxes: Vec<Inbox>,
    pub n_objects: usize,
    /// What the last act did, in order.
    pub happened: Vec<Told>,
}

impl EventsData {
    pub(super) fn of(stage: &StageView<'_>) -> Self {
        let world = stage.sandbox.world();
        let deeds = log::deeds(stage);
        let last = deeds.iter().rev().find(|deed| deed.occurrence.is_some());
        let configuration = configuration(world);
        let counts = log::told(world);
        let routes = routes(&configuration, last, &counts);
        let bus = Bus {
            is_on: !configuration["EventBridgeConfiguration"].is_null(),
            n_told: counts.get(BUS).copied().unwrap_or(0),
            was_told: last.is_some_and(|deed| deed.told.contains_key(BUS)),
        };
        Self {
            now: world.now(),
            happened: happened::last(stage, &deeds, &routes),
            last: last.and_then(|deed| deed.occurrence.clone()),
            routes,
            bus,
            configuration,
            destinations: destinations(world),
            inboxes: inboxes(world),
            n_objects: log::n_objects(world),
        }
    }

    /// What arrived at a destination of that name.
    pub(super) fn inbox(&self, name: &str) -> Option<&Inbox> {
        self.inboxes.iter().find(|inbox| inbox.name == name)
    }
}

/// The bucket's configuration as AWS shows it.
fn configuration(world: &World) -> Value {
    let given = world.s3.bucket(BUCKET).and_then(|bucket| bucket.notifications()).map(skylab_cloud::s3::Notifications::configuration);
    given.and_then(|given| serde_json::to_value(given).ok()).unwrap_or_else(|| serde_json::json!({}))
}

fn routes(configuration: &Value, last: Option<&Deed>, counts: &BTreeMap<String, u64>) -> Vec<Route> {
    let kinds = [Kind::Function, Kind::Queue, Kind::Topic];
    let route = |kind: Kind, entry: &Value, member: &str| {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let rules = || entry["Filter"]["Key"]["FilterRules"].as_array().into_iter().flatten();
        let rule = |name: &str| rules().find(|rule| rule["Name"] == name).map(|rule| text(&rule["Value"])).unwrap_or_default();
        let (id, arn) = (text(&entry["Id"]), text(&entry[member]));
        let mut route = Route {
            n_told: counts.get(&id).copied().unwrap_or(0),
            id,
            to: Destination { kind, name: arn.rsplit(':').next().unwrap_or_default().to_owned(), arn },
            events: entry["Events"].as_array().into_iter().flatten().map(text).collect(),
            prefix: rule("Prefix"),
            suffix: rule("Suffix"),
            fit: None,
        };
        route.fit = last.and_then(|deed| fit(&route, deed));
        route
    };
    let lists = kinds.into_iter().zip(lines::LISTS);
    lists.flat_map(|(kind, (list, member))| lines::entries(configuration, list).map(move |entry| route(kind, entry, member))).collect()
}

/// Whether a route was told of a deed is the run's to say; why not, its filter's.
fn fit(route: &Route, deed: &Deed) -> Option<Fit> {
    let it = deed.occurrence.as_ref()?;
    if deed.told.contains_key(&route.id) {
        return Some(Fit::Told);
    }
    let covers = |event: &String| *event == it.event || event.strip_suffix('*').is_some_and(|stem| it.event.starts_with(stem));
    Some(if !route.events.iter().any(covers) {
        Fit::Event
    } else if !it.key.starts_with(&route.prefix) {
        Fit::Prefix
    } else {
        Fit::Suffix
    })
}

/// Whom S3 could tell: everything of the three kinds in the bucket's region.
fn destinations(world: &World) -> Vec<Destination> {
    let functions = world.lambda.functions().map(|it| (Kind::Function, it.name().to_owned(), it.arn()));
    let queues = world.sqs.queues().map(|it| (Kind::Queue, it.name().to_owned(), it.arn()));
    let topics = world.sns.topics().map(|it| (Kind::Topic, it.name().to_owned(), it.arn()));
    functions.chain(queues).chain(topics).map(|(kind, name, arn)| Destination { kind, name, arn }).collect()
}

fn inboxes(world: &World) -> Vec<Inbox> {
    let now = world.now();
    let queues = world.sqs.queues().map(|queue| {
        let last = queue.messages(now).max_by_key(|message| message.sent);
        Inbox {
            kind: Kind::Queue,
            name: queue.name().to_owned(),
            n: queue.messages(now).count(),
            text: last.map(|message| pretty(&message.body)).unwrap_or_default(),
            n_received: last.map_or(0, |message| message.receive_count),
            is_hidden: last.is_some_and(|message| message.is_in_flight(now)),
        }
    });
    let functions = world.lambda.functions().map(|function| {
        let last = function.invocations().last();
        let n = usize::try_from(function.n_invocations()).unwrap_or(usize::MAX);
        let text = last.map(|it| pretty(&it.event)).unwrap_or_default();
        Inbox { kind: Kind::Function, name: function.name().to_owned(), n, text, n_received: 0, is_hidden: false }
    });
    functions.chain(queues).collect()
}

/// JSON on several lines, its own or what it was given; JSON that a text member holds is laid out, too.
fn pretty(text: &str) -> String {
    serde_json::from_str::<Value>(text).ok().and_then(|value| serde_json::to_string_pretty(&value).ok()).unwrap_or_else(|| text.to_owned())
}
