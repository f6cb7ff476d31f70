//! The JSON of an event: as queues, topics and functions get it, and as EventBridge gets it (S3 User Guide, event message structure).

use serde_json::{Value, json};

use super::super::{bucket::Bucket, tagging::percent_decoded};
use super::{Details, Kind, validate};
use crate::{
    clock::SimTime,
    ident::{AccountId, CAPITALS, Ids},
};

/// Letters of the id of the host that answered.
const HOST_LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// Who acts when nobody asked.
pub(super) const ITSELF: &str = "s3.amazonaws.com";
/// The ETag of nothing, which a delete marker has.
const EMPTY: &str = "d41d8cd98f00b204e9800998ecf8427e";

/// One object of an event.
#[derive(Clone, Debug)]
pub(super) struct Told<'a> {
    pub kind: Kind,
    pub at: SimTime,
    pub key: &'a str,
    /// The opaque id; none in a bucket without versioning.
    pub version_id: Option<String>,
    pub size: u64,
    /// Without quotes.
    pub etag: &'a str,
    /// Grows from event to event.
    pub number: u64,
    /// The unique id of who asked, and the account; S3 itself without.
    pub principal: Option<String>,
    pub requester: Option<AccountId>,
    pub address: &'a str,
    pub details: &'a Details,
}

/// An id that the owner of a bucket once had with Amazon's shop.
fn retail_id(account: AccountId) -> String {
    format!("A{}", Ids::new(account.0).opaque("retail", 0, CAPITALS, 13))
}

/// The key as forms encode it, but for the slashes.
pub(super) fn encoded(key: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.*/".contains(&byte);
    let one = |byte: u8| match byte {
        b' ' => "+".to_owned(),
        byte if plain(byte) => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    key.bytes().map(one).collect()
}

/// A key as it was before it was encoded so; `None` if it was none.
pub fn url_decoded(text: &str) -> Option<String> {
    percent_decoded(&text.replace('+', " "))
}

/// What a copy of an object names as its source.
pub fn copy_source(bucket: &str, key: &str) -> String {
    format!("{bucket}/{}", encoded(key).replace('+', "%20"))
}

impl Told<'_> {
    fn sequencer(&self) -> String {
        format!("00{:016X}", (self.at.millis().unsigned_abs() << 20) | (self.number & 0xf_ffff))
    }

    fn request_id(&self, ids: &Ids) -> String {
        ids.opaque("s3-request", self.number, CAPITALS, 16)
    }

    /// The record that queues, topics and functions get.
    pub(super) fn record(&self, ids: &Ids, bucket: &Bucket, configuration: &str) -> Value {
        let mut object = json!({"key": encoded(self.key)});
        let etag = if self.kind == Kind::RemovedMarker || self.kind == Kind::ExpirationMarker { EMPTY } else { self.etag };
        if self.kind.tells_size() {
            object["size"] = json!(self.size);
        }
        if self.kind.tells_etag() {
            object["eTag"] = json!(etag);
        }
        if let Some(id) = &self.version_id {
            object["versionId"] = json!(id);
        }
        if self.kind.tells_sequencer() {
            object["sequencer"] = json!(self.sequencer());
        }
        let mut record = json!({
            "eventVersion": self.kind.version(),
            "eventSource": "aws:s3",
            "awsRegion": bucket.region.name(),
            "eventTime": self.at.iso_millis(),
            "eventName": self.kind.name().trim_start_matches("s3:"),
            "userIdentity": {"principalId": self.principal.as_deref().map_or_else(|| ITSELF.to_owned(), |id| format!("AWS:{id}"))},
            "requestParameters": {"sourceIPAddress": self.address},
            "responseElements": {
                "x-amz-request-id": self.request_id(ids),
                "x-amz-id-2": format!("{}=", ids.opaque("s3-host", self.number, HOST_LETTERS, 75)),
            },
            "s3": {
                "s3SchemaVersion": "1.0",
                "configurationId": configuration,
                "bucket": {
                    "name": &*bucket.name,
                    "ownerIdentity": {"principalId": retail_id(bucket.owner)},
                    "arn": validate::source(bucket),
                },
                "object": object,
            },
        });
        self.add_details(&mut record);
        record
    }

    fn add_details(&self, record: &mut Value) {
        match self.details {
            Details::Restore { class, expires: Some(expires) } if self.kind == Kind::RestoreCompleted => {
                record["glacierEventData"] = json!({"restoreEventData": {
                    "lifecycleRestorationExpiryTime": expires.iso_millis(),
                    "lifecycleRestoreStorageClass": class.name(),
                }});
            }
            Details::Transition(class) => {
                record["lifecycleEventData"] = json!({"transitionEventData": {"destinationStorageClass": class.name()}});
            }
            Details::Tier(tier) => record["intelligentTieringEventData"] = json!({"destinationAccessTier": tier}),
            Details::Replication { rule, destination, operation, requested, failure } => {
                record["replicationEventData"] = json!({
                    "replicationRuleId": rule,
                    "destinationBucket": destination,
                    "s3Operation": operation,
                    "requestTime": requested.iso_millis(),
                });
                if let Some(why) = failure {
                    record["replicationEventData"]["failureReason"] = json!(why);
                }
            }
            _ => {}
        }
    }

    /// The detail that EventBridge gets.
    pub(super) fn detail(&self, ids: &Ids, bucket: &Bucket) -> Value {
        let marker = self.kind == Kind::RemovedMarker || self.kind == Kind::ExpirationMarker;
        let mut object = json!({"key": self.key});
        if self.kind.tells_size() {
            object["size"] = json!(self.size);
        }
        if self.kind.tells_etag() {
            object["etag"] = json!(if marker { EMPTY } else { self.etag });
        }
        if let Some(id) = &self.version_id {
            object["version-id"] = json!(id);
        }
        if self.kind.reason().is_some() {
            object["sequencer"] = json!(self.sequencer());
        }
        let requester = self.requester.map_or_else(|| ITSELF.to_owned(), |account| account.to_string());
        let mut detail = json!({
            "version": "0",
            "bucket": {"name": &*bucket.name},
            "object": object,
            "request-id": self.request_id(ids),
            "requester": requester,
        });
        let mut add = |name: &str, value: Option<Value>| {
            if let Some(value) = value {
                detail[name] = value;
            }
        };
        add("source-ip-address", self.requester.map(|_| json!(self.address)));
        add("reason", self.kind.reason().map(|reason| json!(reason)));
        add("deletion-type", self.kind.deletion().map(|kind| json!(kind)));
        match self.details {
            Details::Restore { class, expires } => {
                let completed = self.kind == Kind::RestoreCompleted;
                add("restore-expiry-time", expires.filter(|_| completed).map(|at| json!(at.iso_seconds())));
                add("source-storage-class", (self.kind != Kind::RestoreDelete).then(|| json!(class.name())));
            }
            Details::Transition(class) => add("destination-storage-class", Some(json!(class.name()))),
            Details::Tier(tier) => add("destination-access-tier", Some(json!(tier))),
            _ => {}
        }
        detail
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_encoded_as_forms_encode_them_but_for_the_slashes() {
        for (key, shown) in [("a@b", "a%40b"), ("in/my cat.jpg", "in/my+cat.jpg"), ("한", "%ED%95%9C"), ("a+b~c", "a%2Bb%7Ec")] {
            assert_eq!(encoded(key), shown);
        }
    }
}
