//! The errors of sharing a bucket: policies, ACLs, ownership, public access, CORS, website, requester pays.

use super::{invalid_argument, invalid_request};
use crate::{
    api::{ApiError, Need, Origin},
    ident::AccountId,
};

plain! {
    no_such_bucket_policy: 404 "NoSuchBucketPolicy" "The bucket policy does not exist";
    no_such_cors: 404 "NoSuchCORSConfiguration" "The CORS configuration does not exist";
    no_such_website: 404 "NoSuchWebsiteConfiguration" "The specified bucket does not have a website configuration";
    no_such_public_access_block: 404 "NoSuchPublicAccessBlockConfiguration" "The public access block configuration was not found";
    no_such_ownership_controls: 404 "OwnershipControlsNotFoundError" "The bucket ownership controls were not found";
    empty_public_access_block: 400 "InvalidRequest" "Must specify at least one configuration.";
    bucket_acl_with_ownership: 400 "InvalidBucketAclWithObjectOwnership" "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting";
    bucket_acl_with_block: 400 "InvalidBucketAclWithBlockPublicAccessError" "Bucket cannot have public ACLs set with BlockPublicAccess enabled";
    malformed_acl: 400 "MalformedACLError" "The XML you provided was not well-formed or did not validate against our published schema";
    canned_and_granted: 400 "InvalidRequest" "Specifying both Canned ACLs and Header Grants is not allowed";
    unexpected_content: 400 "UnexpectedContent" "This request does not support content";
    missing_acl: 400 "MissingSecurityHeader" "Your request was missing a required header";
    /// S3's answer to a canned ACL that it does not know has no text.
    unknown_canned_acl: 400 "InvalidArgument" "";
    bad_grant_header: 400 "InvalidArgument" "Argument format not recognized";
    bad_canonical_id: 400 "InvalidArgument" "Invalid id";
    bad_group_uri: 400 "InvalidArgument" "Invalid group uri";
    redirect_all_and_more: 400 "InvalidArgument" "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.";
    missing_index_document: 400 "InvalidArgument" "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty";
    bad_index_suffix: 400 "InvalidArgument" "The IndexDocument Suffix is not well formed";
    bad_redirect_protocol: 400 "InvalidRequest" "Invalid protocol, protocol can be http or https. If not defined the protocol will be selected automatically.";
    two_replacements: 400 "InvalidRequest" "You can only define ReplaceKeyPrefix or ReplaceKey but not both.";
    url_too_long: 414 "RequestURITooLong" "The URL is too long";
    bad_uri: 400 "InvalidURI" "Couldn't parse the specified URI.";
    incorrect_endpoint: 400 "IncorrectEndpoint" "The specified bucket exists in another region. Please direct requests to the specified endpoint.";
    no_origin: 400 "BadRequest" "Insufficient information. Origin request header needed.";
    cors_not_enabled: 403 "AccessForbidden" "CORSResponse: CORS is not enabled for this bucket.";
    cors_not_allowed: 403 "AccessForbidden" "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.";
    missing_signing_parameters: 400 "AuthorizationQueryParametersError" "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.";
    expires_too_late: 400 "AuthorizationQueryParametersError" "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds";
    bad_expires: 400 "AuthorizationQueryParametersError" "X-Amz-Expires should be a number";
    malformed_credential: 400 "AuthorizationQueryParametersError" "Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".";
    request_has_expired: 403 "AccessDenied" "Request has expired";
    not_yet_valid: 403 "AccessDenied" "Request is not yet valid";
    signature_does_not_match: 403 "SignatureDoesNotMatch" "The request signature we calculated does not match the signature you provided. Check your key and signing method.";
    empty_condition: 400 "InvalidRequest" "Condition cannot be empty. To redirect all requests without a condition, the condition element shouldn't be present.";
}

/// An Object Ownership that S3 does not know, as CreateBucket's header.
pub(crate) fn bad_ownership_header(value: &str) -> ApiError {
    invalid_argument(format!("Invalid x-amz-object-ownership header: {value}"))
}

/// A method in a CORS rule that S3 does not let other origins use.
pub(crate) fn unsupported_cors_method(method: &str) -> ApiError {
    invalid_request(format!("Found unsupported HTTP method in CORS config. Unsupported method is {method}"))
}

/// An origin or header of a CORS rule with two wildcards.
pub(crate) fn second_wildcard(member: &str, value: &str) -> ApiError {
    invalid_request(format!("{member} \"{value}\" can not have more than one wildcard."))
}

/// An exposed header with a wildcard.
pub(crate) fn wildcard_in_exposed_header(value: &str) -> ApiError {
    invalid_request(format!("ExposeHeader \"{value}\" contains wildcard. We currently do not support wildcard for ExposeHeader."))
}

/// A redirect code that is no redirect.
pub(crate) fn bad_redirect_code(code: &str) -> ApiError {
    invalid_request(format!("The provided HTTP redirect code ({code}) is not valid. Valid codes are 3XX except 300."))
}

/// An error code in a routing rule that is no error.
pub(crate) fn bad_error_code(code: &str) -> ApiError {
    invalid_request(format!("The provided HTTP error code ({code}) is not valid. Valid codes are 4XX or 5XX."))
}

/// More routing rules than a website takes.
pub(crate) fn too_many_routing_rules(n: usize) -> ApiError {
    invalid_request(format!("{n} routing rules provided, the number of routing rules in a website configuration is limited to 50."))
}

/// What a public access block refuses: `what` is blocked by `setting`. Callers of other accounts are told nothing more
/// (S3 User Guide, access denied messages).
pub(crate) fn blocked(origin: &Origin, need: &Need, owner: AccountId, (what, setting): (&str, &str)) -> ApiError {
    if origin.caller.account() != Some(owner) {
        return super::access_denied();
    }
    let (who, action, resource) = (origin.caller.arn(), need.action, &need.resource);
    let message = format!(
        "User: {who} is not authorized to perform: {action} on resource: \"{resource}\" because {what} are blocked by the {setting} block public access setting."
    );
    ApiError::new(403, "AccessDenied", message)
}

/// The host of a URL is none of S3's, or no host at all. Not S3's answer: nothing is there to answer.
pub(crate) fn unknown_host(url: &str) -> ApiError {
    let shown: String = url.chars().take(200).collect();
    ApiError::new(400, "UnknownHost", format!("Could not resolve host: {shown}"))
}

/// The method that a browser wants to use is none of HTTP's.
pub(crate) fn bad_request_method(method: &str) -> ApiError {
    ApiError::new(400, "BadRequest", format!("Invalid Access-Control-Request-Method: {method}"))
}

/// A signed URL whose scope names another region than the bucket's.
pub(crate) fn wrong_signing_region(given: &str, expected: &str) -> ApiError {
    let message = format!("Error parsing the X-Amz-Credential parameter; the region '{given}' is wrong; expecting '{expected}'");
    ApiError::new(400, "AuthorizationQueryParametersError", message)
}

/// A policy that S3 does not take, in its words.
pub(crate) fn malformed_policy(words: impl Into<String>) -> ApiError {
    ApiError::new(400, "MalformedPolicy", words)
}
