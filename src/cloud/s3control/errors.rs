//! S3 control's error codes and wording (S3 API Reference, error responses), one function each.

use crate::api::ApiError;

macro_rules! plain {
    ($($name:ident: $status:literal $code:literal $message:literal;)*) => {
        $(pub(crate) fn $name() -> ApiError { ApiError::new($status, $code, $message) })*
    };
}

plain! {
    access_denied: 403 "AccessDenied" "Access Denied";
    no_such_bucket: 404 "NoSuchBucket" "The specified bucket does not exist";
    no_such_public_access_block: 404 "NoSuchPublicAccessBlockConfiguration" "The public access block configuration was not found";
    no_such_access_point: 404 "NoSuchAccessPoint" "The specified accesspoint does not exist";
    no_such_access_point_policy: 404 "NoSuchAccessPointPolicy" "The specified accesspoint policy does not exist";
    access_point_already_owned: 409 "AccessPointAlreadyOwnedByYou" "Your previous request to create the named accesspoint succeeded and you already own it.";
    invalid_access_point: 400 "InvalidAccessPoint" "The specified access point name or account is not valid.";
    too_many_access_points: 400 "TooManyAccessPoints" "You have attempted to create more access points than allowed.";
    bad_next_token: 400 "InvalidArgument" "The continuation token provided is incorrect";
    no_such_job: 404 "NoSuchJob" "The specified job does not exist";
    bucket_elsewhere: 400 "InvalidRequest" "The bucket is in another Region than the access point";
}

/// A job that is none.
pub(super) fn bad_job(why: &str) -> ApiError {
    ApiError::new(400, "InvalidRequest", format!("Request invalid: {why}"))
}

/// What AWS has here and Skylab does not model.
pub(super) fn not_modelled(what: &str) -> ApiError {
    bad_job(&format!("AWS has {what} here; Skylab does not model it."))
}
