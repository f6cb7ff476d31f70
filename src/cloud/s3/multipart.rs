//! Multipart uploads: begun, filled part by part, then completed into an object or aborted. Nothing of one can be read as an
//! object before it is complete, but its parts are stored and billed.

mod abort;
mod complete;
mod create;
mod list;
mod part;
mod parts;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};

pub use abort::AbortMultipartUpload;
pub use complete::{CompleteMultipartUpload, MIN_PART_BYTES};
pub use create::CreateMultipartUpload;
pub use list::ListMultipartUploads;
pub use part::{MAX_PART_NUMBER, UploadPart, UploadPartCopy};
pub use parts::ListParts;

use super::{
    StorageClass, access,
    acl::Acl,
    encryption::{Customer, Encryption, Plan, Wanted},
    errors,
    lifecycle::{self, Tally},
    lock::Lock,
    state::Due,
    version::About,
    zones,
};
use crate::{
    World,
    api::{ApiError, Origin},
    body::Body,
    clock::SimTime,
    ident::{Caller, Ids},
};

/// The kind of id that uploads have.
const ID_KIND: &str = "s3-upload";
const ID_LEN: usize = 128;
const ID_LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";

/// An upload that is neither complete nor aborted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Upload {
    pub(super) key: String,
    pub(super) initiated: SimTime,
    initiator: Caller,
    class: StorageClass,
    about: About,
    tags: BTreeMap<String, String>,
    checksum: Option<Checksum>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    encryption: Option<Arc<Encryption>>,
    /// What its beginning said of a lock.
    #[serde(default, skip_serializing_if = "Lock::is_none")]
    lock: Lock,
    /// The key had an object when the upload began.
    replaces: bool,
    /// The object's ACL, as it will be kept.
    acl: Option<Arc<Acl>>,
    parts: BTreeMap<u32, Part>,
}

/// A part uploaded so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Part {
    content: Body,
    etag: String,
    /// In the upload's algorithm; by AWS's member name.
    checksum: BTreeMap<String, String>,
    written: SimTime,
}

/// The checksum that an upload was begun with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Checksum {
    /// `CRC32`.
    algorithm: String,
    /// Over the checksums of the parts, not over the bytes.
    composite: bool,
}

impl Checksum {
    fn kind(&self) -> &'static str {
        if self.composite { "COMPOSITE" } else { "FULL_OBJECT" }
    }
}

impl Upload {
    /// The class that the object will have.
    pub(super) fn class(&self) -> StorageClass {
        self.class
    }

    /// Bytes of the parts uploaded so far.
    pub(super) fn size(&self) -> u64 {
        self.parts.values().map(|part| part.content.len()).sum()
    }

    /// Usage type under which its parts lie stored: parts on their way to an archive are staged at STANDARD's price
    /// (S3 User Guide, multipart upload and pricing).
    const fn storage_usage(&self) -> &'static str {
        match self.class {
            StorageClass::ReducedRedundancy => "TimedStorage-RRS-ByteHrs",
            StorageClass::Standard => "TimedStorage-ByteHrs",
            StorageClass::IntelligentTiering => "TimedStorage-INT-FA-ByteHrs",
            StorageClass::StandardIa => "TimedStorage-SIA-ByteHrs",
            StorageClass::OnezoneIa => "TimedStorage-ZIA-ByteHrs",
            StorageClass::GlacierIr => "TimedStorage-GIR-ByteHrs",
            StorageClass::Glacier => "TimedStorage-GlacierStaging",
            StorageClass::DeepArchive => "TimedStorage-GDA-Staging",
        }
    }

    /// Usage type of its requests but the last: those towards an archive cost what STANDARD's cost.
    const fn request_usage(&self) -> &'static str {
        if self.class.is_archive() { StorageClass::Standard.put_usage() } else { self.class.put_usage() }
    }

    /// `ChecksumAlgorithm` and `ChecksumType`, if it was begun with a checksum.
    fn shown_checksum(&self) -> (Option<String>, Option<&'static str>) {
        let checksum = self.checksum.as_ref();
        (checksum.map(|checksum| checksum.algorithm.clone()), checksum.map(Checksum::kind))
    }
}

/// Asks for the data key of an upload whose parts are written or put together. A part of an upload with the caller's key needs
/// the same key again.
fn plan(
    (world, origin): (&World, &Origin),
    wanted: Wanted<'_>,
    upload: &Upload,
    customer: Option<Customer<'_>>,
) -> Result<(Plan, Option<String>), ApiError> {
    let theirs = upload.encryption.as_deref().is_some_and(Encryption::is_customers);
    let md5 = match customer {
        None => None,
        Some(customer) => match (theirs, customer.for_writing()?) {
            (true, Some(key)) if Some(&key.encryption(&world.core.ids)) == upload.encryption.as_deref() => Some(key.md5),
            (true, Some(_)) => return Err(errors::part_with_other_customer_key()),
            (false, None) => None,
            _ => return Err(errors::part_without_customer_key()),
        },
    };
    Ok((Plan::of_upload(world, origin, wanted, upload.encryption.clone())?, md5))
}

/// The opaque id of an upload.
fn id_of(ids: &Ids, number: u64) -> String {
    ids.opaque(ID_KIND, number, ID_LETTERS, ID_LEN)
}

/// The unfinished upload of that id and key, or `NoSuchUpload`.
fn find<'a>(world: &'a World, bucket: &str, key: &str, id: &str) -> Result<(u64, &'a Upload), ApiError> {
    let uploads = &access::bucket(world, bucket)?.uploads;
    let mut of_key = uploads.iter().filter(|(_, upload)| upload.key == key);
    let found = of_key.find(|(number, _)| id_of(&world.core.ids, **number) == id);
    found.map(|(number, upload)| (*number, upload)).ok_or_else(errors::no_such_upload)
}

/// Refuses what an upload needs its zone for while that is out. That there is no such upload is told later.
fn check_zone(world: &World, bucket: &str, key: &str, id: &str) -> Result<(), ApiError> {
    find(world, bucket, key, id).map_or(Ok(()), |(_, upload)| zones::check(world, bucket, upload.class))
}

/// Raises or lowers what the parts of uploads with such storage take up.
fn shift_storage(world: &mut World, bucket: &str, usage_type: &'static str, change: i128) {
    let now = world.now();
    if let Some(place) = world.s3.bucket(bucket).map(super::Bucket::place) {
        world.core.usage.shift(&place.key(usage_type, ""), change, now);
    }
}

/// Removes an upload with its parts.
pub(super) fn discard(world: &mut World, bucket: &str, number: u64) {
    let removed = world.s3.buckets.get_mut(bucket).and_then(|bucket| bucket.uploads.remove(&number));
    if let Some(upload) = removed {
        shift_storage(world, bucket, upload.storage_usage(), -i128::from(upload.size()));
    }
}

/// Aborts an upload if a lifecycle rule wants that now; if it will want it later, notes when.
pub(super) fn sweep(world: &mut World, bucket_name: &Arc<str>, number: u64, tally: &mut Tally) {
    let now = world.now();
    let Some(bucket) = world.s3.bucket(bucket_name) else { return };
    let Some(upload) = bucket.uploads.get(&number) else { return };
    // asked a moment before, so that what falls due at this very midnight is told
    let Some((at, rule)) = lifecycle::abort_due(bucket, upload, now.plus(-1)) else { return };
    if at > now {
        world.s3.due.add(at, Due::Upload(bucket_name.clone(), number));
        return;
    }
    tally.add(bucket_name, rule, "S3.DELETE.UPLOAD", upload.class.name(), 1, upload.size());
    discard(world, bucket_name, number);
}
