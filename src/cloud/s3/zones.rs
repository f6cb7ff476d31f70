//! What lies in one zone only: the data of ONEZONE_IA objects. It is out of reach while the zone is out, and lost with it.
//! Metadata lies in every zone, so that listing, HEAD, tagging and deleting go on.

use std::sync::Arc;

use serde_json::json;

use super::{
    Bucket, StorageClass, Version, access, errors,
    multipart::{self, Upload},
    version,
};
use crate::{World, api::ApiError, ident::Zone, world::Happening};

impl Bucket {
    /// The zone that holds the data of its ONEZONE_IA objects: here always its region's first. AWS chooses one and does not
    /// say which.
    pub fn one_zone(&self) -> Zone {
        Zone::first(self.region())
    }
}

/// True while the data of a bucket's objects of that class can be neither read nor written.
pub(super) fn is_out(world: &World, bucket: &str, class: StorageClass) -> bool {
    class.is_one_zone() && world.s3.bucket(bucket).is_some_and(|bucket| world.is_out(bucket.one_zone()))
}

/// Refuses a request for the data of an object of that class while its zone is out. Server errors are not billed (S3 User
/// Guide, billing for error responses), so this comes before the bill.
pub(super) fn check(world: &World, bucket: &str, class: StorageClass) -> Result<(), ApiError> {
    if is_out(world, bucket, class) { Err(errors::service_unavailable()) } else { Ok(()) }
}

/// What a bucket loses with a zone.
#[derive(Default)]
struct Lost {
    n_objects: u64,
    bytes: u64,
    n_uploads: u64,
}

/// Takes everything out that lay only in a zone, and tells it, one event for each bucket.
pub(super) fn lose(world: &mut World, zone: Zone) {
    let names: Vec<Arc<str>> =
        world.s3.buckets.values().filter(|bucket| bucket.one_zone() == zone).map(|bucket| bucket.name.clone()).collect();
    for name in names {
        let mut lost = Lost::default();
        lose_objects(world, &name, &mut lost);
        lose_uploads(world, &name, &mut lost);
        if lost.n_objects + lost.n_uploads == 0 {
            continue;
        }
        let facts = [
            ("zone", json!(zone)),
            ("from", json!(StorageClass::OnezoneIa.name())),
            ("objects", json!(lost.n_objects)),
            ("bytes", json!(lost.bytes)),
            ("uploads", json!(lost.n_uploads)),
        ];
        world.happen(Happening { name: "ObjectsLost".to_owned(), resource: access::bucket_arn(&name), facts: facts.into() });
    }
}

/// Nobody deletes these objects early, so nothing is billed for what they fall short of their minimum.
fn lose_objects(world: &mut World, bucket: &str, lost: &mut Lost) {
    let lies_there = |version: &Version| version.object().is_some_and(|object| object.class.is_one_zone());
    let cohorts = world.s3.bucket(bucket).into_iter().flat_map(|bucket| bucket.store().cohorts());
    let runs: Vec<(Arc<str>, u64)> =
        cohorts.filter(|(_, cohort)| cohort.versions().iter().any(lies_there)).map(|(first, cohort)| (first.clone(), cohort.len)).collect();
    for (first, len) in runs {
        world.s3.edit(&mut world.core, bucket, (&first, len), |stack, _| {
            for index in (0..stack.len()).rev().filter(|index| lies_there(&stack[*index])).collect::<Vec<_>>() {
                let size = version::remove(stack, index).object().map_or(0, super::Object::size);
                lost.n_objects += len;
                lost.bytes += len * size;
            }
        });
    }
}

fn lose_uploads(world: &mut World, bucket: &str, lost: &mut Lost) {
    let uploads = world.s3.bucket(bucket).into_iter().flat_map(|bucket| &bucket.uploads);
    let gone: Vec<(u64, u64)> =
        uploads.filter(|(_, upload)| upload.class().is_one_zone()).map(|(number, upload)| (*number, Upload::size(upload))).collect();
    for (number, bytes) in gone {
        multipart::discard(world, bucket, number);
        lost.n_uploads += 1;
        lost.bytes += bytes;
    }
}

#[cfg(test)]
mod tests;
