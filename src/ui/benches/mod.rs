//! The list of all benches, one file or folder each, in the order of the course.

mod introduction;
pub mod samples;
mod storage;

use super::Bench;

/// Every bench, freshly opened.
pub fn all() -> Vec<Box<dyn Bench>> {
    vec![
        Box::<introduction::scale_out::ScaleOut>::default(),
        Box::<storage::storage_kinds::StorageKinds>::default(),
        Box::<storage::buckets::Buckets>::default(),
        Box::<storage::access::Access>::default(),
        Box::<storage::encryption::Encryption>::default(),
        Box::<storage::storage_classes::StorageClasses>::default(),
        Box::<storage::tiering::Tiering>::default(),
        Box::<storage::versions::Versions>::default(),
        Box::<storage::lifecycle::Lifecycle>::default(),
        Box::<storage::multipart::Multipart>::default(),
        Box::<storage::acceleration::Acceleration>::default(),
        Box::<storage::s3_bill::S3Bill>::default(),
        Box::<storage::replication::Replication>::default(),
        Box::<storage::s3_events::S3Events>::default(),
    ]
}
