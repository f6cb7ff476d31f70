//! What the buckets bench shows, as plain data: the account's buckets, what stands at a place, the chosen object, and what was
//! asked. The model itself is asked, on a copy of the world, so that looking costs the learner nothing. No drawing.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use skylab_cloud::{
    Request, Sandbox, World,
    api::{ApiError, Origin},
    clock::SimTime,
    ident::{AccountId, Region},
    s3::Bucket,
};

use super::{
    answers,
    log::{self, Answered, Who},
    place::Place,
    scenes::{NAMES, SALES},
};

/// Most rows of a listing and most requests that are shown.
pub(super) const MAX_ROWS: usize = 50;
const MAX_HAPPENED: usize = 40;

/// One of the account's buckets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BucketRow {
    pub name: String,
    pub region: &'static str,
    pub n_objects: u64,
    pub bytes: u64,
}

/// An object as a listing shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ObjectRow {
    pub key: String,
    pub bytes: u64,
    pub class: String,
    pub etag: String,
}

/// The chosen object as HEAD shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Details {
    pub bytes: u64,
    pub content_type: String,
    pub class: String,
    pub etag: String,
    /// Algorithm and value.
    pub checksum: Option<(String, String)>,
    pub version_id: Option<String>,
    pub metadata: BTreeMap<String, String>,
    pub tags: BTreeMap<String, String>,
}

/// Everything the bench shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct BucketsData {
    pub place: Place,
    pub now: SimTime,
    /// The account's buckets by name.
    pub buckets: Vec<BucketRow>,
    /// Common prefixes at the place.
    pub folders: Vec<String>,
    /// Keys at the place.
    pub objects: Vec<ObjectRow>,
    /// More stands there than is shown.
    pub is_cut: bool,
    /// The chosen object, if there is one of that key.
    pub details: Option<Details>,
    /// The last request whose answer is shown as JSON, and the answer.
    pub answer: String,
    /// Newest first.
    pub happened: Vec<Answered>,
    /// What the use cases ask about: objects under the prefix, copies of the backup, the type of the page.
    pub n_sales: u64,
    pub n_copies: u64,
    pub page_type: Option<String>,
    /// The names that are asked about, each with the code of AWS's refusal if it cannot be had.
    pub names: Vec<(&'static str, Option<String>)>,
}

impl BucketsData {
    /// What a sandbox shows at a place.
    pub(super) fn of(sandbox: &Sandbox, place: &Place) -> Self {
        let world = sandbox.world();
        let own = world.s3.buckets().filter(|bucket| bucket.owner() == AccountId::OWN);
        let mut data = Self {
            place: place.clone(),
            now: sandbox.now(),
            buckets: own.map(bucket_row).collect(),
            happened: log::answered(sandbox).rev().take(MAX_HAPPENED).collect(),
            n_sales: answers::n_below(world, SALES.0, SALES.1),
            n_copies: answers::n_copies(world),
            page_type: answers::page_type(world),
            names: NAMES.iter().map(|name| (*name, name_refusal(world, name))).collect(),
            ..Self::default()
        };
        if place.bucket.is_empty() {
            data.answer = told(ask(world, "ListBuckets", json!({})));
            return data;
        }
        let listing = ask(world, "ListObjectsV2", json!({"Bucket": place.bucket, "Prefix": place.prefix, "Delimiter": "/"}));
        if let Ok(listing) = &listing {
            data.list(listing);
        }
        data.answer = told(listing);
        if !place.key.is_empty() {
            let head = ask(world, "HeadObject", json!({"Bucket": place.bucket, "Key": place.key, "ChecksumMode": "ENABLED"}));
            let tags = ask(world, "GetObjectTagging", json!({"Bucket": place.bucket, "Key": place.key}));
            data.details = head.as_ref().ok().map(|head| details(head, &tags.unwrap_or_default()));
            data.answer = told(head);
        }
        data
    }

    fn list(&mut self, listing: &Value) {
        let rows = |name: &str| listing[name].as_array().into_iter().flatten();
        self.folders = rows("CommonPrefixes").map(|it| text(&it["Prefix"])).take(MAX_ROWS).collect();
        let objects = rows("Contents").map(|it| ObjectRow {
            key: text(&it["Key"]),
            bytes: it["Size"].as_u64().unwrap_or(0),
            class: text(&it["StorageClass"]),
            etag: unquoted(&it["ETag"]),
        });
        self.objects = objects.take(MAX_ROWS).collect();
        self.is_cut = listing["IsTruncated"] == true || rows("Contents").count() > MAX_ROWS || rows("CommonPrefixes").count() > MAX_ROWS;
    }

    /// The chosen bucket, if the account owns it.
    pub(super) fn bucket(&self) -> Option<&BucketRow> {
        self.buckets.iter().find(|bucket| bucket.name == self.place.bucket)
    }

    /// The bytes that the last read of the chosen key asked for, if not all and if it was granted.
    pub(super) fn part_read(&self) -> Option<(u64, u64)> {
        let here = |it: &&Answered| it.operation == "GetObject" && it.bucket == self.place.bucket && it.key == self.place.key;
        self.happened.iter().find(here).filter(|it| it.is_ok())?.bounds()
    }

    /// The last time that somebody without a signature asked for the chosen key.
    pub(super) fn opened(&self) -> Option<&Answered> {
        let here = |it: &&Answered| it.bucket == self.place.bucket && it.key == self.place.key;
        self.happened.iter().filter(here).find(|it| it.operation == "GetObject" && it.who == Who::Nobody)
    }
}

/// What the model answers to the account's administrator; the world stays as it is.
pub(super) fn ask(world: &World, operation: &str, params: Value) -> Result<Value, ApiError> {
    let request = Request::parse("s3", operation, params).map_err(|_| ApiError::new(501, "NotImplemented", operation))?;
    world.clone().call(&Origin::admin(Region::SEOUL), request)
}

/// Why a name cannot be had; one that the account already has is its own.
fn name_refusal(world: &World, name: &str) -> Option<String> {
    let params = json!({"Bucket": name, "CreateBucketConfiguration": {"LocationConstraint": Region::SEOUL.name()}});
    let refusal = ask(world, "CreateBucket", params).err()?;
    Some(refusal.code.into_owned()).filter(|code| code != "BucketAlreadyOwnedByYou")
}

fn told(answer: Result<Value, ApiError>) -> String {
    match answer {
        Ok(answer) => serde_json::to_string_pretty(&answer).unwrap_or_default(),
        Err(error) => error.to_string(),
    }
}

fn bucket_row(bucket: &Bucket) -> BucketRow {
    let stored = bucket.stored();
    BucketRow {
        name: bucket.name().to_owned(),
        region: bucket.region().name(),
        n_objects: stored.values().map(|it| it.n_objects).sum(),
        bytes: stored.values().map(|it| it.bytes).sum(),
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// An ETag without the quotes that belong to it.
fn unquoted(etag: &Value) -> String {
    text(etag).trim_matches('"').to_owned()
}

fn details(head: &Value, tags: &Value) -> Details {
    let members = head.as_object().into_iter().flatten();
    let checksum = members.filter_map(|(name, value)| Some((name.strip_prefix("Checksum").filter(|name| *name != "Type")?, value)));
    let metadata = head["Metadata"].as_object().into_iter().flatten();
    let tags = tags["TagSet"].as_array().into_iter().flatten();
    Details {
        bytes: head["ContentLength"].as_u64().unwrap_or(0),
        content_type: text(&head["ContentType"]),
        // HEAD leaves the usual class out
        class: head["StorageClass"].as_str().unwrap_or("STANDARD").to_owned(),
        etag: unquoted(&head["ETag"]),
        checksum: checksum.map(|(name, value)| (name.to_owned(), text(value))).next(),
        version_id: head["VersionId"].as_str().map(str::to_owned),
        metadata: metadata.map(|(name, value)| (name.clone(), text(value))).collect(),
        tags: tags.map(|it| (text(&it["Key"]), text(&it["Value"]))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use skylab_cloud::{ident::Caller, s3};

    use super::*;

    fn sandbox() -> Sandbox {
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        let mut call = |operation: &str, params: Value| {
            let request = Request::parse("s3", operation, params).unwrap();
            sandbox.call(&Origin::admin(Region::US_EAST_1), request).unwrap();
        };
        call("CreateBucket", json!({"Bucket": "photos-417"}));
        for key in ["2026/03/cat.jpg", "2026/04/dog.jpg", "2026/list.txt"] {
            let metadata = json!({"Camera": "phone"});
            call("PutObject", json!({"Bucket": "photos-417", "Key": key, "Metadata": metadata, "Tagging": "project=demo"}));
        }
        sandbox
    }

    #[test]
    fn common_prefixes_are_folders_and_the_rest_are_objects() {
        let sandbox = sandbox();
        let data = BucketsData::of(&sandbox, &Place::new("photos-417", "2026/", "2026/list.txt"));
        assert_eq!(data.folders, ["2026/03/", "2026/04/"]);
        assert_eq!(data.objects.iter().map(|it| it.key.as_str()).collect::<Vec<_>>(), ["2026/list.txt"]);
        let details = data.details.unwrap();
        assert_eq!((details.metadata["camera"].as_str(), details.tags["project"].as_str()), ("phone", "demo"));
        assert_eq!((details.class.as_str(), details.content_type.as_str()), ("STANDARD", "binary/octet-stream"));
        assert!(details.checksum.is_some_and(|(name, _)| name == "CRC64NVME"));
        assert_eq!((data.buckets[0].n_objects, data.buckets[0].region), (3, "us-east-1"));
    }

    #[test]
    fn looking_leaves_the_world_and_its_bill_as_they_are() {
        let sandbox = sandbox();
        let before = sandbox.world().clone();
        BucketsData::of(&sandbox, &Place::new("photos-417", "", "2026/list.txt"));
        assert!(*sandbox.world() == before);
    }

    #[test]
    fn what_nobody_was_refused_is_known_by_its_key() {
        let mut sandbox = sandbox();
        let nobody = Origin { caller: Caller::Anonymous, region: Region::US_EAST_1 };
        let get = s3::GetObject { bucket: "photos-417".to_owned(), key: "2026/list.txt".to_owned(), ..Default::default() };
        sandbox.call(&nobody, get).unwrap_err();
        let opened = |key: &str| BucketsData::of(&sandbox, &Place::of("photos-417", key)).opened().map(Answered::status);
        assert_eq!((opened("2026/list.txt"), opened("2026/03/cat.jpg")), (Some(403), None));
    }
}
