//! Setting, showing and removing a bucket's replication configuration. What its rules do is found in `plan` and done in `carry`.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::super::{access, bucket::Bucket};
use super::{configuration::ReplicationConfiguration, errors, validate};
use crate::api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write};

/// Says where a bucket's new objects are copied; it replaces whatever was said before.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutBucketReplication {
    /// Which bucket.
    pub bucket: String,
    /// The role and the rules.
    pub replication_configuration: ReplicationConfiguration,
    /// How the body's checksum was made; the transfer is not modelled.
    pub checksum_algorithm: Option<String>,
    /// A digest of the request's body; the transfer is not modelled.
    #[serde(rename = "ContentMD5")]
    pub content_md5: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for PutBucketReplication {
    type Output = ();
    const FIDELITY: Fidelity = Fidelity::Simplified(
        "takes effect at once; how long a copy takes is fixed by the object's size; replicas are locked as their originals are, whatever the destination's default",
    );

    fn needs(&self) -> Need {
        let pass = Need::action("iam:PassRole").on(self.replication_configuration.role.clone());
        let pass = pass.with("iam:PassedToService", Some("s3.amazonaws.com"));
        access::need_bucket("s3:PutReplicationConfiguration", &self.bucket).and(pass)
    }
}

impl Write for PutBucketReplication {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let mut given = self.replication_configuration;
        validate::check(cx.world, bucket, &given)?;
        let ids = &mut cx.world.core.ids;
        for rule in given.rules.iter_mut().filter(|rule| rule.id.as_deref().is_none_or(str::is_empty)) {
            let number = ids.take("s3-replication-rule", 1);
            rule.id = Some(ids.uuid("s3-replication-rule", number));
        }
        access::bucket_mut(cx.world, &self.bucket)?.replication = Some(given);
        Ok(())
    }
}

/// Shows where a bucket's new objects are copied.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetBucketReplication {
    /// Which bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What GetBucketReplication answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetBucketReplicationOutput {
    replication_configuration: ReplicationConfiguration,
}

impl Operation for GetBucketReplication {
    type Output = GetBucketReplicationOutput;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetReplicationConfiguration", &self.bucket)
    }
}

impl Read for GetBucketReplication {
    fn read(self, cx: &mut View<'_>) -> Result<GetBucketReplicationOutput, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let replication_configuration = bucket.replication.clone().ok_or_else(errors::not_found)?;
        Ok(GetBucketReplicationOutput { replication_configuration })
    }
}

/// Ends the replication of a bucket. Done with none there, too; what is still on its way will fail.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteBucketReplication {
    /// Which bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for DeleteBucketReplication {
    type Output = ();

    fn needs(&self) -> Need {
        access::need_bucket("s3:PutReplicationConfiguration", &self.bucket)
    }
}

impl Write for DeleteBucketReplication {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        access::bucket_mut(cx.world, &self.bucket)?.replication = None;
        Ok(())
    }
}

/// Refuses to suspend the versioning of a bucket that has rules.
pub(in super::super) fn refuse_suspension(bucket: &Bucket) -> Result<(), ApiError> {
    if bucket.replication.is_some() { Err(errors::versioning_is_needed()) } else { Ok(()) }
}
