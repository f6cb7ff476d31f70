//! How CloudTrail writes calls of S3: object calls are data events, members appear as S3's query and headers name them, and bodies
//! never appear (S3 User Guide, "Amazon S3 CloudTrail events"). Simplified: byte counts and version ids of answers are left out.

use serde_json::{Map, Value, json};

use super::access;
use crate::{
    api::ApiError,
    audit::{Asked, Category, Told},
};

/// What S3's XML says of itself.
const XMLNS: &str = "http://s3.amazonaws.com/doc/2006-03-01/";

/// Calls on a bucket that are recorded as calls on its objects.
const ON_ALL_OBJECTS: [&str; 5] = ["DeleteObjects", "HeadBucket", "ListObjectVersions", "ListObjects", "ListObjectsV2"];

/// Calls that CloudTrail names otherwise than the API.
const RENAMED: [(&str, &str); 12] = [
    ("DeletePublicAccessBlock", "DeleteBucketPublicAccessBlock"),
    ("GetBucketAccelerateConfiguration", "GetAccelerateConfiguration"),
    ("GetBucketLifecycleConfiguration", "GetBucketLifecycle"),
    ("GetBucketNotificationConfiguration", "GetBucketNotification"),
    ("GetObjectLockConfiguration", "GetBucketObjectLockConfiguration"),
    ("GetPublicAccessBlock", "GetBucketPublicAccessBlock"),
    ("ListObjectsV2", "ListObjects"),
    ("PutBucketAccelerateConfiguration", "PutAccelerateConfiguration"),
    ("PutBucketLifecycleConfiguration", "PutBucketLifecycle"),
    ("PutBucketNotificationConfiguration", "PutBucketNotification"),
    ("PutObjectLockConfiguration", "PutBucketObjectLockConfiguration"),
    ("PutPublicAccessBlock", "PutBucketPublicAccessBlock"),
];

/// The part of a bucket or an object that a call is about: the query without a value.
const SUBRESOURCES: [(&str, &str); 28] = [
    ("BucketAccelerateConfiguration", "accelerate"),
    ("BucketAcl", "acl"),
    ("ObjectAcl", "acl"),
    ("ObjectAttributes", "attributes"),
    ("BucketCors", "cors"),
    ("BucketEncryption", "encryption"),
    ("ObjectEncryption", "encryption"),
    ("ObjectLegalHold", "legal-hold"),
    ("ObjectLockConfiguration", "object-lock"),
    ("ObjectRetention", "retention"),
    ("BucketIntelligentTieringConfiguration", "intelligent-tiering"),
    ("BucketLifecycle", "lifecycle"),
    ("BucketLocation", "location"),
    ("BucketNotification", "notification"),
    ("BucketOwnershipControls", "ownershipControls"),
    ("BucketPolicyStatus", "policyStatus"), // before what it begins with
    ("BucketPolicy", "policy"),
    ("BucketRequestPayment", "requestPayment"),
    ("BucketReplication", "replication"),
    ("BucketTagging", "tagging"),
    ("ObjectTagging", "tagging"),
    ("BucketVersioning", "versioning"),
    ("BucketWebsite", "website"),
    ("DeleteObjects", "delete"),
    ("MultipartUpload", "uploads"),
    ("ObjectVersions", "versions"),
    ("PublicAccessBlock", "publicAccessBlock"),
    ("RestoreObject", "restore"),
];

/// Members that travel in the query, or in a header that a record shows; other headers never appear.
const WIRE: [(&str, &str); 38] = [
    ("ACL", "x-amz-acl"),
    ("BypassGovernanceRetention", "x-amz-bypass-governance-retention"),
    ("ContinuationToken", "continuation-token"),
    ("CopySource", "x-amz-copy-source"),
    ("Delimiter", "delimiter"),
    ("EncodingType", "encoding-type"),
    ("ExpectedBucketOwner", "x-amz-expected-bucket-owner"),
    ("GrantFullControl", "x-amz-grant-full-control"),
    ("GrantRead", "x-amz-grant-read"),
    ("GrantReadACP", "x-amz-grant-read-acp"),
    ("GrantWrite", "x-amz-grant-write"),
    ("GrantWriteACP", "x-amz-grant-write-acp"),
    ("Id", "id"),
    ("KeyMarker", "key-marker"),
    ("Marker", "marker"),
    ("MaxKeys", "max-keys"),
    ("MaxUploads", "max-uploads"),
    ("MetadataDirective", "x-amz-metadata-directive"),
    ("ObjectOwnership", "x-amz-object-ownership"),
    ("PartNumber", "partNumber"),
    ("Prefix", "prefix"),
    ("RequestPayer", "x-amz-request-payer"),
    ("BucketKeyEnabled", "x-amz-server-side-encryption-bucket-key-enabled"),
    ("ObjectLockLegalHoldStatus", "x-amz-object-lock-legal-hold"),
    ("ObjectLockMode", "x-amz-object-lock-mode"),
    ("ObjectLockRetainUntilDate", "x-amz-object-lock-retain-until-date"),
    ("SSECustomerAlgorithm", "x-amz-server-side-encryption-customer-algorithm"),
    ("SSEKMSKeyId", "x-amz-server-side-encryption-aws-kms-key-id"),
    ("ServerSideEncryption", "x-amz-server-side-encryption"),
    ("StartAfter", "start-after"),
    ("StorageClass", "x-amz-storage-class"),
    ("Tagging", "x-amz-tagging"),
    ("TaggingDirective", "x-amz-tagging-directive"),
    ("UploadId", "uploadId"),
    ("UploadIdMarker", "upload-id-marker"),
    ("VersionId", "versionId"),
    ("VersionIdMarker", "version-id-marker"),
    ("WebsiteRedirectLocation", "x-amz-website-redirect-location"),
];

/// Documents of which no record tells: what was stored, or which keys and parts were named.
const UNTOLD: [&str; 3] = ["Body", "Delete", "MultipartUpload"];

/// Calls that say themselves how an object is encrypted, which their answers repeat. What the bucket's default chose stands in the
/// answer alone, which is not kept.
const ENCRYPTING: [&str; 3] = ["CopyObject", "CreateMultipartUpload", "PutObject"];

/// What S3 tells of a call.
pub(super) fn told(asked: &Asked<'_>) -> Told {
    let bucket = asked.params["Bucket"].as_str();
    let key = asked.params["Key"].as_str();
    let on_objects = key.is_some() || ON_ALL_OBJECTS.contains(&asked.operation);
    let region = asked.origin.region;
    let host = match bucket {
        Some(bucket) if asked.operation != "CreateBucket" => format!("{bucket}.s3.{region}.amazonaws.com"),
        _ => format!("s3.{region}.amazonaws.com"),
    };
    let writes = asked.refusal.is_none() && ENCRYPTING.contains(&asked.operation);
    let signed = json!({"SignatureVersion": "SigV4", "CipherSuite": "TLS_AES_128_GCM_SHA256", "AuthenticationMethod": "AuthHeader"});
    Told {
        region: None,
        event_source: "s3.amazonaws.com".to_owned(),
        event_name: RENAMED.iter().find(|(api, _)| *api == asked.operation).map_or(asked.operation, |(_, event)| event),
        category: if on_objects { Category::Data } else { Category::Management },
        parameters: parameters(asked, bucket, &host),
        response: if writes { encryption(asked) } else { Value::Null },
        additional: if asked.origin.caller.account().is_some() { signed } else { Value::Null },
        resources: bucket.filter(|_| asked.operation != "CreateBucket").map_or(Value::Null, |bucket| resources(asked, bucket, on_objects)),
        refusal: asked.refusal.map(|refusal| named(refusal, asked.operation)),
        short_request_id: true,
        host,
    }
}

fn encryption(asked: &Asked<'_>) -> Value {
    match (asked.params["ServerSideEncryption"].as_str(), asked.params["SSECustomerAlgorithm"].as_str()) {
        (Some(algorithm), _) => json!({"x-amz-server-side-encryption": algorithm}),
        (None, Some(algorithm)) => json!({"x-amz-server-side-encryption-customer-algorithm": algorithm}),
        (None, None) => Value::Null,
    }
}

fn parameters(asked: &Asked<'_>, bucket: Option<&str>, host: &str) -> Value {
    let mut told = Map::new();
    let mut add = |name: &str, value: Value| _ = told.insert(name.to_owned(), value);
    if asked.operation == "ListObjectsV2" {
        add("list-type", json!("2"));
    }
    if let Some(bucket) = bucket {
        add("bucketName", json!(bucket));
    }
    add("Host", json!(host));
    let members = asked.params.as_object();
    for (name, value) in members.into_iter().flatten().filter(|(name, _)| *name != "Bucket" && !UNTOLD.contains(&name.as_str())) {
        match value {
            _ if name == "Key" => add("key", value.clone()),
            Value::String(text) if name == "Policy" => {
                add("bucketPolicy", serde_json::from_str(text).unwrap_or_else(|_| value.clone()));
            }
            Value::Object(_) if name != "Metadata" => add(name, xml(value, true)),
            Value::Object(_) | Value::Array(_) => {}
            plain => {
                if let Some((_, wire)) = WIRE.iter().find(|(member, _)| member == name) {
                    add(wire, json!(plain.as_str().map_or_else(|| plain.to_string(), str::to_owned)));
                }
            }
        }
    }
    let subresource = SUBRESOURCES.iter().find(|(part, _)| asked.operation.contains(part));
    if let Some((_, query)) = subresource.filter(|(_, query)| *query != "uploads" || !asked.params["UploadId"].is_string()) {
        add(query, json!(""));
    }
    if asked.operation == "DeleteObjects" {
        add("x-id", json!(asked.operation));
    }
    Value::Object(told)
}

/// A document as XML has it: lists are named in the singular, and one element stands alone.
fn xml(value: &Value, is_root: bool) -> Value {
    let Value::Object(members) = value else { return value.clone() };
    let mut told: Map<String, Value> = members.iter().map(|(name, value)| element(name, value)).collect();
    if is_root {
        told.insert("xmlns".to_owned(), json!(XMLNS));
    }
    Value::Object(told)
}

fn element(name: &str, value: &Value) -> (String, Value) {
    let Value::Array(items) = value else { return (name.to_owned(), xml(value, false)) };
    let inner = match items.as_slice() {
        [one] => xml(one, false),
        many => many.iter().map(|item| xml(item, false)).collect(),
    };
    match name.strip_suffix('s') {
        Some(single) => (single.to_owned(), inner),
        None => (name.to_owned(), json!({"Tag": inner})), // TagSet, the one list with a name of its own
    }
}

/// Only the bucket owner's own account gets in, so an answer tells the owner; a refusal does not.
fn resources(asked: &Asked<'_>, bucket: &str, on_objects: bool) -> Value {
    let arn = if bucket.starts_with("arn:") { bucket.to_owned() } else { access::bucket_arn(bucket) };
    let mut list = Vec::new();
    if let (true, Some(key)) = (on_objects, asked.params["Key"].as_str()) {
        list.push(json!({"type": "AWS::S3::Object", "ARN": format!("{arn}/{key}")}));
    } else if on_objects {
        list.push(json!({"type": "AWS::S3::Object", "ARNPrefix": format!("{arn}/")}));
    }
    let owner = asked.origin.caller.account().filter(|_| asked.refusal.is_none());
    list.push(match owner {
        Some(owner) => json!({"accountId": owner.to_string(), "type": "AWS::S3::Bucket", "ARN": arn}),
        None => json!({"type": "AWS::S3::Bucket", "ARN": arn}),
    });
    Value::Array(list)
}

/// A HEAD request is answered by a number alone; the record has the code behind it.
fn named(refusal: &ApiError, operation: &str) -> (String, String) {
    let (code, message) = match (&*refusal.code, operation) {
        ("404", "HeadBucket") => ("NoSuchBucket", "The specified bucket does not exist"),
        ("404", _) => ("NoSuchKey", "The specified key does not exist."),
        ("403", _) => ("AccessDenied", "Access Denied"),
        ("405", _) => ("MethodNotAllowed", "The specified method is not allowed against this resource."),
        ("412", _) => ("PreconditionFailed", "At least one of the pre-conditions you specified did not hold"),
        (code, _) => (code, refusal.message.as_str()),
    };
    (code.to_owned(), message.to_owned())
}

#[cfg(test)]
mod tests;
