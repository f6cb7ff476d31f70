//! Deleting objects and versions: for good, or by a delete marker. Requests to delete are free.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    access, errors, guard, lock, notification,
    put::same_etag,
    replication,
    version::{self, Kind, Version},
    versioning::Versioning,
};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Write},
};

/// Most keys of one DeleteObjects (S3 API Reference).
const MAX_KEYS: usize = 1_000;

/// Deletes an object, or one of its versions.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct DeleteObject {
    pub bucket: String,
    pub key: String,
    pub version_id: Option<String>,
    #[serde(rename = "MFA")]
    pub mfa: Option<String>,
    pub bypass_governance_retention: Option<bool>,
    pub if_match: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

/// What DeleteObject answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct DeleteObjectOutput {
    delete_marker: Option<bool>,
    version_id: Option<String>,
}

impl Operation for DeleteObject {
    type Output = DeleteObjectOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("no caller is a root user with an MFA device, so MFA delete protects nothing");

    fn needs(&self) -> Need {
        let action = if self.version_id.is_some() { "s3:DeleteObjectVersion" } else { "s3:DeleteObject" };
        guard::of_version(access::need_object(action, &self.bucket, &self.key), self.version_id.as_ref())
            .paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Write for DeleteObject {
    fn apply(self, cx: &mut Call<'_>) -> Result<DeleteObjectOutput, ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let bypass = lock::check_bypass(cx.world, &self.bucket, self.bypass_governance_retention)?;
        delete(cx, (&self.bucket, &self.key), self.version_id.as_deref(), self.if_match.as_deref(), bypass)
    }
}

fn delete(
    cx: &mut Call<'_>,
    (bucket, key): (&str, &str),
    version_id: Option<&str>,
    if_match: Option<&str>,
    bypass: bool,
) -> Result<DeleteObjectOutput, ApiError> {
    if let Some(condition) = if_match {
        let (_, version) = access::readable_version(cx.world, bucket, key, version_id)?;
        if version.object().is_none_or(|object| !same_etag(condition, &object.content.etag)) {
            return Err(errors::precondition_failed());
        }
    }
    match version_id {
        Some(id) => delete_version(cx, bucket, key, id, bypass),
        None => delete_current(cx, bucket, key),
    }
}

/// Removes one version for good. What does not exist is already deleted.
fn delete_version(cx: &mut Call<'_>, bucket: &str, key: &str, id: &str, bypass: bool) -> Result<DeleteObjectOutput, ApiError> {
    let versioned = access::bucket(cx.world, bucket)?.is_versioned();
    let version_id = versioned.then(|| id.to_owned());
    let found = access::bucket(cx.world, bucket)?.store.find(key);
    let (stack, offset) = found.map_or((&[][..], 0), |found| (found.cohort.versions(), found.offset));
    let index = match access::version_index(&cx.world.core.ids, stack, offset, Some(id)) {
        Ok(index) => index,
        Err(error) if error.code == "NoSuchVersion" => return Ok(DeleteObjectOutput { delete_marker: None, version_id }),
        Err(error) => return Err(error),
    };
    lock::check_deletion(cx.world, cx.origin, (bucket, key), &stack[index], bypass)?;
    let (marker, number) = (stack[index].is_marker(), stack[index].number.map(|number| number + offset));
    access::edit_key(cx, bucket, key, |stack, meter| {
        if let Some(object) = version::remove(stack, index).object() {
            meter.leave(object);
        }
    });
    notification::removed(cx, bucket, key, number);
    Ok(DeleteObjectOutput { delete_marker: marker.then_some(true), version_id })
}

/// Deletes without a version id (S3 User Guide, deleting object versions): unset, for good; enabled, a marker on top;
/// suspended, a null marker in place of the null version.
fn delete_current(cx: &mut Call<'_>, bucket: &str, key: &str) -> Result<DeleteObjectOutput, ApiError> {
    let versioning = access::bucket(cx.world, bucket)?.versioning;
    let number = (versioning == Versioning::Enabled).then(|| cx.world.core.ids.take("s3-version", 1));
    let written = cx.now();
    let replication = if number.is_some() { replication::of_marker(access::bucket(cx.world, bucket)?, key, written) } else { None };
    access::edit_key(cx, bucket, key, |stack, meter| {
        if versioning != Versioning::Enabled {
            meter.drop_null(stack);
        }
        if versioning != Versioning::Unset {
            version::push(stack, Version { number, written, succeeded: None, kind: Kind::Marker, replication });
        }
    });
    if versioning == Versioning::Unset {
        notification::removed(cx, bucket, key, None);
        return Ok(DeleteObjectOutput::default());
    }
    notification::created(cx, bucket, key, notification::Kind::RemovedMarker);
    let version_id = number.map_or_else(|| "null".to_owned(), |number| access::version_id_of(&cx.world.core.ids, number));
    Ok(DeleteObjectOutput { delete_marker: Some(true), version_id: Some(version_id) })
}

/// Deletes up to 1,000 keys or versions.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct DeleteObjects {
    pub bucket: String,
    pub delete: Delete,
    #[serde(rename = "MFA")]
    pub mfa: Option<String>,
    pub bypass_governance_retention: Option<bool>,
    pub checksum_algorithm: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

/// What to delete.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct Delete {
    pub objects: Vec<ObjectIdentifier>,
    pub quiet: Option<bool>,
}

/// A key, or one of its versions.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct ObjectIdentifier {
    pub key: String,
    pub version_id: Option<String>,
    #[serde(rename = "ETag")]
    pub etag: Option<String>,
}

/// What DeleteObjects answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct DeleteObjectsOutput {
    deleted: Option<Vec<DeletedObject>>,
    errors: Option<Vec<DeleteError>>,
}

#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct DeletedObject {
    key: String,
    version_id: Option<String>,
    delete_marker: Option<bool>,
    delete_marker_version_id: Option<String>,
}

#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct DeleteError {
    key: String,
    version_id: Option<String>,
    code: String,
    message: String,
}

impl Operation for DeleteObjects {
    type Output = DeleteObjectsOutput;
    const FIDELITY: Fidelity = <DeleteObject as Operation>::FIDELITY;

    /// Each key is a need of its own, and a key that may not be deleted an error of its own.
    fn needs(&self) -> Need {
        access::need_bucket("s3:DeleteObject", &self.bucket).open_to_all().paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

fn need_of(bucket: &str, object: &ObjectIdentifier) -> Need {
    let action = if object.version_id.is_some() { "s3:DeleteObjectVersion" } else { "s3:DeleteObject" };
    guard::of_version(access::need_object(action, bucket, &object.key), object.version_id.as_ref())
}

impl Write for DeleteObjects {
    fn apply(self, cx: &mut Call<'_>) -> Result<DeleteObjectsOutput, ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        if self.delete.objects.is_empty() || self.delete.objects.len() > MAX_KEYS {
            return Err(errors::malformed_xml());
        }
        let bypass = lock::check_bypass(cx.world, &self.bucket, self.bypass_governance_retention)?;
        let (mut deleted, mut failed) = (Vec::new(), Vec::new());
        for object in self.delete.objects {
            let allowed = cx.world.check(cx.origin, &need_of(&self.bucket, &object)).map_err(|denial| guard::denied(&denial));
            let ObjectIdentifier { key, version_id, etag } = object;
            match allowed.and_then(|()| delete(cx, (&self.bucket, &key), version_id.as_deref(), etag.as_deref(), bypass)) {
                Ok(output) => deleted.push(told(key, version_id, output)),
                Err(error) => {
                    // what DeleteObject calls an invalid version id is here, among others, a version that is not there
                    let error = if error == errors::invalid_version_id() { errors::no_such_version() } else { error };
                    failed.push(DeleteError { key, version_id, code: error.code.into_owned(), message: error.message });
                }
            }
        }
        if self.delete.quiet == Some(true) {
            deleted.clear();
        }
        let some = |list: Vec<_>| (!list.is_empty()).then_some(list);
        Ok(DeleteObjectsOutput { deleted: some(deleted), errors: (!failed.is_empty()).then_some(failed) })
    }
}

/// A marker that was made or removed is told by `DeleteMarkerVersionId`.
fn told(key: String, version_id: Option<String>, output: DeleteObjectOutput) -> DeletedObject {
    let delete_marker_version_id = output.delete_marker.and(output.version_id);
    DeletedObject { key, version_id, delete_marker: output.delete_marker, delete_marker_version_id }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::list::bench::Bench;

    #[test]
    fn an_id_that_s3_never_made_is_invalid_and_one_of_another_key_is_already_deleted() {
        let mut bench = Bench::versioned();
        bench.put("a", 1);
        let other = bench.put("b", 1)["VersionId"].clone();
        let made_up = json!({"Key": "a", "VersionId": "HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD"});
        assert_eq!(bench.refused("DeleteObject", made_up.clone()), "InvalidArgument");
        assert_eq!(bench.refused("GetObject", made_up), "InvalidArgument");
        assert_eq!(bench.ok("DeleteObject", json!({"Key": "a", "VersionId": other})), json!({"VersionId": other}));
        assert_eq!(bench.refused("GetObject", json!({"Key": "a", "VersionId": other})), "NoSuchVersion");
    }

    #[test]
    fn many_deletes_at_once_call_an_invalid_version_id_a_missing_version() {
        let mut bench = Bench::new();
        bench.put("k", 1);
        let answer = bench.ok("DeleteObjects", json!({"Delete": {"Objects": [{"Key": "k", "VersionId": "nonsense"}, {"Key": "other"}]}}));
        assert_eq!(answer["Errors"][0]["Code"], "NoSuchVersion");
        assert_eq!(answer["Deleted"], json!([{"Key": "other"}]));
    }
}
