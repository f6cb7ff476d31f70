//! S3's error codes and wording (S3 API Reference, error responses), one function each.

use crate::api::ApiError;

macro_rules! plain {
    ($($(#[$doc:meta])* $name:ident: $status:literal $code:literal $message:literal;)*) => {
        $($(#[$doc])* pub(crate) fn $name() -> ApiError { ApiError::new($status, $code, $message) })*
    };
}

mod sharing;

pub(crate) use sharing::*;

plain! {
    no_such_bucket: 404 "NoSuchBucket" "The specified bucket does not exist";
    no_such_key: 404 "NoSuchKey" "The specified key does not exist.";
    no_such_version: 404 "NoSuchVersion" "The specified version does not exist.";
    no_such_upload: 404 "NoSuchUpload" "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.";
    no_such_lifecycle: 404 "NoSuchLifecycleConfiguration" "The lifecycle configuration does not exist";
    no_such_configuration: 404 "NoSuchConfiguration" "The specified configuration does not exist.";
    head_not_found: 404 "404" "Not Found";
    head_forbidden: 403 "403" "Forbidden";
    access_denied: 403 "AccessDenied" "Access Denied";
    invalid_access_key: 403 "InvalidAccessKeyId" "The AWS Access Key Id you provided does not exist in our records.";
    invalid_bucket_name: 400 "InvalidBucketName" "The specified bucket is not valid.";
    bucket_already_exists: 409 "BucketAlreadyExists" "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.";
    bucket_already_owned: 409 "BucketAlreadyOwnedByYou" "Your previous request to create the named bucket succeeded and you already own it.";
    bucket_not_empty: 409 "BucketNotEmpty" "The bucket you tried to delete is not empty";
    bucket_has_versions: 409 "BucketNotEmpty" "The bucket you tried to delete is not empty. You must delete all versions in the bucket.";
    invalid_location: 400 "InvalidLocationConstraint" "The specified location-constraint is not valid";
    unspecified_location: 400 "IllegalLocationConstraintException" "The unspecified location constraint is incompatible for the region specific endpoint this request was sent to.";
    malformed_xml: 400 "MalformedXML" "The XML you provided was not well-formed or did not validate against our published schema";
    illegal_versioning: 400 "IllegalVersioningConfigurationException" "The Versioning element must be specified";
    invalid_storage_class: 400 "InvalidStorageClass" "The storage class you specified is not valid";
    invalid_object_state: 403 "InvalidObjectState" "The operation is not valid for the object's storage class";
    archived_tier: 403 "InvalidObjectState" "The operation is not valid for the object's access tier";
    restore_with_days: 400 "InvalidArgument" "INTELLIGENT_TIERING objects are not subject to restore expiry. Do not specify Days when restoring this object";
    restore_not_allowed: 403 "InvalidObjectState" "Restore is not allowed for the object's current storage class";
    restore_in_progress: 409 "RestoreAlreadyInProgress" "Object restore is already in progress";
    method_not_allowed: 405 "MethodNotAllowed" "The specified method is not allowed against this resource.";
    precondition_failed: 412 "PreconditionFailed" "At least one of the pre-conditions you specified did not hold";
    not_modified: 304 "304" "Not Modified";
    not_implemented_header: 501 "NotImplemented" "A header you provided implies functionality that is not implemented";
    invalid_range: 416 "InvalidRange" "The requested range is not satisfiable";
    invalid_version_id: 400 "InvalidArgument" "Invalid version id specified";
    key_too_long: 400 "KeyTooLongError" "Your key is too long";
    metadata_too_large: 400 "MetadataTooLarge" "Your metadata headers exceed the maximum allowed metadata size";
    entity_too_large: 400 "EntityTooLarge" "Your proposed upload exceeds the maximum allowed size";
    entity_too_small: 400 "EntityTooSmall" "Your proposed upload is smaller than the minimum allowed size";
    invalid_part: 400 "InvalidPart" "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.";
    invalid_part_order: 400 "InvalidPartOrder" "The list of parts was not in ascending order. Parts must be ordered by part number.";
    acl_not_supported: 400 "AccessControlListNotSupported" "The bucket does not allow ACLs";
    invalid_digest: 400 "InvalidDigest" "The Content-MD5 you specified was invalid.";
    bad_digest: 400 "BadDigest" "The Content-MD5 you specified did not match what we received.";
    missing_lock_configuration: 400 "InvalidRequest" "Bucket is missing Object Lock Configuration";
    invalid_tag_key: 400 "InvalidTag" "The TagKey you have provided is invalid";
    invalid_tag_value: 400 "InvalidTag" "The TagValue you have provided is invalid";
    duplicate_tag: 400 "InvalidTag" "Cannot provide multiple Tags with the same key";
    too_many_tags: 400 "BadRequest" "Object tags cannot be greater than 10";
    mfa_required: 403 "AccessDenied" "Mfa Authentication must be used for this request";
    only_bucket_owner: 403 "AccessDenied" "This operation may only be performed by the bucket owner";
    missing_request_body: 400 "MissingRequestBodyError" "Request Body is empty";
    too_many_configurations: 400 "TooManyConfigurations" "You are attempting to create a new configuration but have already reached the 1,000-configuration limit.";
    rule_without_action: 400 "InvalidRequest" "At least one action needs to be specified in a rule";
    rule_id_too_long: 400 "InvalidArgument" "ID length should not exceed allowed limit of 255";
    duplicate_rule_id: 400 "InvalidArgument" "Rule ID must be unique. Found same ID for one or more rules";
    prefix_beside_filter: 400 "InvalidRequest" "Base level prefix cannot be used in Lifecycle V2, prefixes are only supported in the Filter.";
    newer_versions_without_filter: 400 "InvalidRequest" "NewerNoncurrentVersions element can only be used in Lifecycle V2.";
    duplicate_filter_tag: 400 "InvalidRequest" "Duplicate Tag Keys are not allowed.";
    sizes_cross: 400 "InvalidRequest" "'ObjectSizeLessThan' has to be a value greater than 'ObjectSizeGreaterThan'.";
    date_not_midnight: 400 "InvalidArgument" "'Date' must be at midnight GMT";
    transition_without_time: 400 "InvalidArgument" "'Transition' action must specify either 'Days' or 'Date'";
    bad_continuation_token: 400 "InvalidArgument" "The continuation token provided is incorrect";
    lonely_version_marker: 400 "InvalidArgument" "A version-id marker cannot be specified without a key marker.";
    bad_upload_marker: 400 "InvalidArgument" "Invalid uploadId marker";
    copy_source_archived: 403 "InvalidObjectState" "Operation is not valid for the source object's storage class";
    copy_source_marker: 400 "InvalidRequest" "The source of a copy request may not specifically refer to a delete marker by version id.";
    copy_source_too_large: 400 "InvalidRequest" "The specified copy source is larger than the maximum allowable size for a copy source: 5368709120";
    copy_to_itself: 400 "InvalidRequest" "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.";
    unsupported_checksum: 400 "InvalidRequest" "Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, MD5, SHA1, SHA256, SHA512, XXHASH128, XXHASH3, XXHASH64]";
    conditional_conflict: 409 "ConditionalRequestConflict" "The conditional request cannot succeed due to a conflicting operation against this resource.";
    bad_tagging_header: 400 "InvalidArgument" "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.";
    too_many_bucket_tags: 400 "BadRequest" "Bucket tag count cannot be greater than 50";
    system_tag_key: 400 "InvalidTag" "System tags cannot be added/updated by requester";
    no_such_tag_set: 404 "NoSuchTagSet" "The TagSet does not exist";
    reserved_tag_key: 400 "InvalidTag" "Your TagKey cannot be prefixed with aws:";
    customer_key_beside_encryption: 400 "InvalidArgument" "Server Side Encryption with Customer provided key is incompatible with the encryption method specified";
    invalid_encryption_algorithm: 400 "InvalidEncryptionAlgorithmError" "The Encryption request you specified is not valid. Supported value: AES256.";
    customer_algorithm_missing: 400 "InvalidArgument" "Requests specifying Server Side Encryption with Customer provided keys must provide a valid encryption algorithm.";
    customer_key_missing: 400 "InvalidArgument" "Requests specifying Server Side Encryption with Customer provided keys must provide an appropriate secret key.";
    customer_key_invalid: 400 "InvalidArgument" "The secret key was invalid for the specified algorithm.";
    customer_key_md5_differs: 400 "InvalidArgument" "The calculated MD5 hash of the key did not match the hash that was provided.";
    customer_key_needed: 400 "InvalidRequest" "The object was stored using a form of Server Side Encryption. The correct parameters must be provided to retrieve the object.";
    customer_key_wrong: 403 "AccessDenied" "Requests specifying Server Side Encryption with Customer provided keys must provide the correct secret key.";
    customer_key_not_applicable: 400 "InvalidRequest" "The encryption parameters are not applicable to this object.";
    part_without_customer_key: 400 "InvalidRequest" "The multipart upload initiate requested encryption. Subsequent part requests must include the appropriate encryption parameters.";
    part_with_other_customer_key: 400 "InvalidRequest" "The provided encryption parameters did not match the ones used originally.";
    unknown_encryption_method: 400 "InvalidArgument" "The encryption method specified is not supported";
    kms_key_without_kms: 400 "InvalidArgument" "Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms";
    kms_needs_signature: 400 "InvalidArgument" "Requests specifying Server Side Encryption with AWS KMS managed keys require AWS Signature Version 4.";
    bad_context_header: 400 "InvalidArgument" "The header 'x-amz-server-side-encryption-context' shall be Base64-encoded UTF-8 string holding JSON which represents a string-string map";
    master_key_without_kms: 400 "InvalidArgument" "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse";
    update_without_type: 400 "InvalidRequest" "Requests that modify an object encryption configuration require a valid new encryption type. Valid values are SSEKMS. Modify the request to specify SSE-KMS for the updated encryption type, and then try again.";
    update_with_bad_arn: 400 "InvalidRequest" "Requests that modify an object's encryption type to SSE-KMS require a valid Amazon Web Services KMS key Amazon Resource Name (ARN). Confirm that you have a correctly formatted KMS key ARN in your request, and then try again.";
    update_of_other_type: 400 "InvalidRequest" "The UpdateObjectEncryption operation doesn't support source objects with the encryption type DSSE-KMS or SSE-C. Only source objects encrypted with SSE-S3 or SSE-KMS are supported.";
    update_of_locked: 403 "AccessDenied" "The encryption type for the specified object can’t be updated because that object is protected by S3 Object Lock. If the object has a governance-mode retention period or a legal hold, you must first remove the Object Lock status on the object before you issue your UpdateObjectEncryption request. You can't use the UpdateObjectEncryption operation with objects that have an Object Lock compliance mode retention period applied to them.";
    update_with_foreign_key: 403 "AccessDenied" "The Amazon Web Services KMS key in the request must be owned by the same account as the bucket. Modify the request to specify a KMS key from the same account, and then try again.";
    object_locked: 403 "AccessDenied" "Access Denied because object protected by object lock.";
    no_lock_on_bucket: 404 "ObjectLockConfigurationNotFoundError" "Object Lock configuration does not exist for this bucket";
    no_lock_on_object: 404 "NoSuchObjectLockConfiguration" "The specified object does not have a ObjectLock configuration";
    lock_needs_versioning: 409 "InvalidBucketState" "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration";
    lock_keeps_versioning: 409 "InvalidBucketState" "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.";
    bypass_without_lock: 400 "InvalidArgument" "x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.";
    retain_until_past: 400 "InvalidArgument" "The retain until date must be in the future!";
    half_a_retention: 400 "InvalidArgument" "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied";
    unknown_lock_mode: 400 "InvalidArgument" "Unknown wormMode directive.";
    unknown_legal_hold: 400 "InvalidArgument" "Legal Hold must be either of 'ON' or 'OFF'";
    retention_not_positive: 400 "InvalidArgument" "Default retention period must be a positive integer value.";
    retention_too_long: 400 "InvalidArgument" "Default retention period too large.";
    bad_copy_range: 400 "InvalidArgument" "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy";
    bad_upload_part_number: 400 "InvalidArgument" "Part number must be an integer between 1 and 10000, inclusive";
    no_parts: 400 "InvalidRequest" "You must specify at least one part";
    /// The zone of the data is out. AWS does not publish which of its 503 codes it then answers; this is the general one.
    service_unavailable: 503 "ServiceUnavailable" "Service is unable to handle request.";
    expedited_deep_archive: 400 "InvalidArgument" "Retrieval option is not supported by this storage class";
}

/// The location constraint names another region than the endpoint's.
pub(crate) fn incompatible_location(constraint: &str) -> ApiError {
    let message =
        format!("The {constraint} location constraint is incompatible for the region specific endpoint this request was sent to.");
    ApiError::new(400, "IllegalLocationConstraintException", message)
}

/// A value that S3 refuses, in its words.
pub(crate) fn invalid_argument(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "InvalidArgument", message)
}

/// A request that S3 refuses, in its words.
pub(crate) fn invalid_request(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "InvalidRequest", message)
}

/// What KMS refused, under the code that S3 gives it. Who may not use a key is told in S3's own words for that.
pub(crate) fn of_kms(refusal: ApiError) -> ApiError {
    match &*refusal.code {
        "AccessDeniedException" | "AccessDenied" => ApiError::new(403, "AccessDenied", refusal.message),
        code => ApiError { code: format!("KMS.{code}").into(), message: refusal.message, status: 400 },
    }
}

/// The bucket refuses keys that customers bring.
pub(crate) fn customer_keys_blocked(caller: &str, action: &str, resource: &str) -> ApiError {
    let message = format!(
        "User: {caller} is not authorized to perform: {action} on resource: \"{resource}\" because this bucket has blocked upload requests that specify Server Side Encryption with Customer provided keys (SSE-C). Please specify a different server-side encryption type"
    );
    ApiError::new(403, "AccessDenied", message)
}

/// The part asked for is not one of the object's.
pub(crate) fn invalid_part_number() -> ApiError {
    ApiError::new(416, "InvalidPartNumber", "The requested partnumber is not satisfiable")
}

/// What remains of an error in the answer to a HEAD request: only its HTTP status.
pub(crate) fn without_body(error: &ApiError) -> ApiError {
    let (code, reason) = match error.status {
        304 => ("304", "Not Modified"),
        400 => ("400", "Bad Request"),
        403 => ("403", "Forbidden"),
        404 => ("404", "Not Found"),
        405 => ("405", "Method Not Allowed"),
        412 => ("412", "Precondition Failed"),
        416 => ("416", "Requested Range Not Satisfiable"),
        _ => ("500", "Internal Server Error"),
    };
    ApiError::new(error.status, code, reason)
}

/// Two rules of the older form, with a prefix of their own, do the same to the same keys.
pub(crate) fn overlapping_prefixes(one: &str, other: &str, action: &str) -> ApiError {
    invalid_request(format!("Found overlapping prefixes '{one}' and '{other}' for same action type '{action}'"))
}

/// An action that S3 does not let a rule confine to some objects by this: `Tags` or `Object Size`.
pub(crate) fn action_with_filter(action: &str, filter: &str) -> ApiError {
    invalid_request(format!("{action} cannot be specified with {filter}."))
}

/// A size filter beyond what an object may have.
pub(crate) fn size_out_of_range(member: &str, least: i64, most: i64) -> ApiError {
    invalid_request(format!("'{member}' should be between {least} and {most}."))
}

/// A count of days or versions in a lifecycle action that has to be 1 or more.
pub(crate) fn not_positive(member: &str, action: &str) -> ApiError {
    invalid_argument(format!("'{member}' for {action} action must be a positive integer"))
}

/// A negative count of days in a lifecycle action.
pub(crate) fn negative(member: &str, action: &str) -> ApiError {
    invalid_argument(format!("'{member}' in {action} action must be nonnegative"))
}

/// A transition into an infrequent access class that comes too early.
pub(crate) fn too_early_for_class(member: &str, action: &str, least: i64, class: &str) -> ApiError {
    invalid_argument(format!("'{member}' in {action} action must be greater than or equal to {least} for storageClass '{class}'"))
}

/// One rule names a class twice. `scope` is how the rule's filter reads in S3's messages.
pub(crate) fn repeated_class(action: &str, scope: &str) -> ApiError {
    invalid_request(format!("'StorageClass' must be different for '{action}' actions in same 'Rule' with {scope}"))
}

/// One rule counts days here and names dates there.
pub(crate) fn mixed_dates_and_days(actions: &str, scope: &str) -> ApiError {
    invalid_request(format!("Found mixed 'Date' and 'Days' based {actions} in lifecycle rule for {scope}"))
}

/// One rule moves an object on before it has been `gap` days in the class before.
pub(crate) fn transition_too_soon(member: &str, action: &str, (class, before): (&str, &str), gap: i64, scope: &str) -> ApiError {
    let by = if gap > 1 { format!("{gap} days more than") } else { "greater than".to_owned() };
    invalid_argument(format!(
        "'{member}' in the '{action}' action for StorageClass '{class}' for {scope} must be {by} '{scope}' in the '{action}' action for StorageClass '{before}'"
    ))
}

/// One rule removes an object before, or when, it moves it.
pub(crate) fn expires_before_transition(member: &str, (expiration, transition): (&str, &str), scope: &str) -> ApiError {
    invalid_argument(format!(
        "'{member}' in the {expiration} action for {scope} must be greater than '{member}' in the {transition} action"
    ))
}
