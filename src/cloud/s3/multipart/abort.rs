//! Aborting a multipart upload by hand; a lifecycle rule does it in `sweep`. Aborting is free and frees the parts' storage.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::super::access;
use super::{discard, find};
use crate::{
    World,
    api::{ApiError, Call, Need, Operation, Write},
};

/// Aborts a multipart upload and removes its parts.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct AbortMultipartUpload {
    /// The bucket.
    pub bucket: String,
    /// The key.
    pub key: String,
    /// Which upload.
    pub upload_id: String,
    /// `requester`: the caller pays.
    pub request_payer: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for AbortMultipartUpload {
    type Output = ();

    fn needs(&self) -> Need {
        access::need_object("s3:AbortMultipartUpload", &self.bucket, &self.key).paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Write for AbortMultipartUpload {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let (number, _) = find(cx.world, &self.bucket, &self.key, &self.upload_id)?;
        discard(cx.world, &self.bucket, number);
        Ok(())
    }
}
