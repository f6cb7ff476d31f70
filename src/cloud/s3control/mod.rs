//! Amazon S3 control: Block Public Access of an account, and access points: names under which a bucket is reached, each with a
//! policy of its own.
//!
//! Not simulated: Multi-Region and Object Lambda access points, access points of directory buckets and file systems, access grants,
//! jobs that do anything but replicate existing objects, Storage Lens, Outposts. Settings reach all regions at once. A VPC that an access point names is not looked up.

mod block;
pub(crate) mod errors;
mod job;
mod point;
mod points;
mod policy;
mod state;
#[cfg(test)]
mod tests;

pub use block::{DeletePublicAccessBlock, GetPublicAccessBlock, PutPublicAccessBlock};
pub use job::{CreateJob, DescribeJob, Job};
pub use point::{AccessPoint, CreateAccessPoint, DeleteAccessPoint, GetAccessPoint, VpcConfiguration};
pub use points::ListAccessPoints;
pub use policy::{DeleteAccessPointPolicy, GetAccessPointPolicy, GetAccessPointPolicyStatus, PutAccessPointPolicy};
pub use state::{S3Control, is_managing};

crate::operations! { "s3control", S3Control;
    writes: [
        CreateAccessPoint, CreateJob, DeleteAccessPoint, DeleteAccessPointPolicy, DeletePublicAccessBlock, PutAccessPointPolicy, PutPublicAccessBlock,
    ];
    reads: [DescribeJob, GetAccessPoint, GetAccessPointPolicy, GetAccessPointPolicyStatus, GetPublicAccessBlock, ListAccessPoints];
}
