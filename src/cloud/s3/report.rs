//! What lies in a bucket, summed up for people: by class now, and by class and month since the start. It measures nothing
//! itself; see `meter`.

use std::collections::BTreeMap;

use super::{Bucket, StorageClass, Version};
use crate::{
    World,
    clock::{Month, SimTime},
};

/// Objects and bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// Versions that are objects; delete markers do not count.
    pub n_objects: u64,
    /// Their bytes.
    pub bytes: u64,
}

impl Bucket {
    /// Bytes of unfinished multipart uploads by the class they were begun in: no object, yet billed.
    pub fn unfinished(&self) -> BTreeMap<StorageClass, u64> {
        let mut classes = BTreeMap::new();
        for upload in self.uploads.values() {
            *classes.entry(upload.class()).or_default() += upload.size();
        }
        classes
    }

    /// What lies in each class now, all versions counted.
    pub fn stored(&self) -> BTreeMap<StorageClass, Stored> {
        let mut classes: BTreeMap<StorageClass, Stored> = BTreeMap::new();
        for (_, cohort) in self.store().cohorts() {
            for object in cohort.versions().iter().filter_map(Version::object) {
                let stored = classes.entry(object.class).or_default();
                stored.n_objects += cohort.len;
                stored.bytes += cohort.len * object.size();
            }
        }
        classes
    }
}

/// The class whose objects' own bytes a usage type measures; `None` for overheads, requests and everything else.
fn class_of(usage_type: &str) -> Option<StorageClass> {
    Some(match usage_type {
        "TimedStorage-RRS-ByteHrs" => StorageClass::ReducedRedundancy,
        "TimedStorage-ByteHrs" => StorageClass::Standard,
        "TimedStorage-SIA-ByteHrs" => StorageClass::StandardIa,
        "TimedStorage-ZIA-ByteHrs" => StorageClass::OnezoneIa,
        "TimedStorage-GIR-ByteHrs" => StorageClass::GlacierIr,
        "TimedStorage-GlacierByteHrs" => StorageClass::Glacier,
        "TimedStorage-GDA-ByteHrs" => StorageClass::DeepArchive,
        it if it.starts_with("TimedStorage-INT-") => StorageClass::IntelligentTiering,
        _ => return None,
    })
}

/// Billed bytes by class, averaged over each month (over the part that has passed of the present one): the overhead of
/// archived objects and temporary copies are in, as on the bill.
pub fn stored_by_month(world: &World, bucket: &str) -> BTreeMap<Month, BTreeMap<StorageClass, u64>> {
    let now = world.now();
    let mut months: BTreeMap<Month, BTreeMap<StorageClass, u64>> = BTreeMap::new();
    for (key, used) in world.usage().until(now).iter().filter(|(key, _)| &*key.resource == bucket) {
        let Some(class) = class_of(&key.usage_type) else { continue };
        for (month, byte_millis) in used {
            let average = byte_millis / elapsed_millis(*month, now);
            *months.entry(*month).or_default().entry(class).or_default() += u64::try_from(average).unwrap_or(u64::MAX);
        }
    }
    months
}

fn elapsed_millis(month: Month, now: SimTime) -> u128 {
    let end = month.next().start().min(now);
    end.since(month.start()).max(1).unsigned_abs().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Sandbox, api::Origin, body::Body, clock::DAY_MS, ident::Region, s3};

    #[test]
    fn a_month_shows_the_average_of_what_lay_stored() {
        let origin = Origin::admin(Region::US_EAST_1);
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        sandbox.call(&origin, s3::CreateBucket { bucket: "logs".to_owned(), ..Default::default() }).unwrap();
        sandbox.advance(31 * DAY_MS / 2);
        let put = s3::PutObject { bucket: "logs".to_owned(), key: "a".to_owned(), body: Body::Zeros(1_000), ..Default::default() };
        sandbox.call(&origin, put).unwrap();
        sandbox.advance(31 * DAY_MS / 2);
        let months = stored_by_month(sandbox.world(), "logs");
        assert_eq!(months[&SimTime::START.month()][&StorageClass::Standard], 500);
        let bucket = sandbox.world().s3.bucket("logs").unwrap();
        assert_eq!(bucket.stored()[&StorageClass::Standard], Stored { n_objects: 1, bytes: 1_000 });
    }
}
