//! URLs that are signed: making one needs no call, only credentials; whoever opens it is taken for the signer, with the rights that
//! the signer has then (S3 User Guide, presigned URLs).

use super::{
    NOBODY,
    address::{Address, Target},
    keys,
    sigv4::{self, ALGORITHM, Request},
};
use crate::{
    World,
    api::ApiError,
    clock::SimTime,
    ident::{Caller, Region},
    s3::errors,
};

/// Longest that a signed URL may live: a week.
const MAX_EXPIRES_SECS: i64 = 604_800;
/// How far a signer's clock may run ahead.
const MAX_SKEW_SECS: i64 = 900;
/// The query's members that make a signature.
const MEMBERS: [&str; 6] = ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-Date", "X-Amz-SignedHeaders", "X-Amz-Expires"];

/// What a signed URL is to lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presigned<'a> {
    /// The bucket; the name as it is given.
    pub bucket: &'a str,
    /// The key.
    pub key: &'a str,
    /// The region whose endpoint shall answer.
    pub region: Region,
    /// How long it lives.
    pub expires_secs: i64,
}

/// A URL by which anybody may read an object as this caller, for a while. Nobody is asked, not even S3: it is arithmetic.
/// A caller without credentials gets the plain URL.
pub fn presigned(world: &World, caller: &Caller, what: &Presigned<'_>) -> String {
    let region = what.region.name();
    // a dot in a bucket's name would be one label too many for the certificate
    let (host, path) = if what.bucket.contains('.') {
        (format!("s3.{region}.amazonaws.com"), format!("/{}/{}", what.bucket, sigv4::encoded(what.key, true)))
    } else {
        (format!("{}.s3.{region}.amazonaws.com", what.bucket), format!("/{}", sigv4::encoded(what.key, true)))
    };
    let Some(key) = keys::of(caller) else { return format!("https://{host}{path}") };
    let date = basic(world.now());
    let mut query = vec![
        ("X-Amz-Algorithm".to_owned(), ALGORITHM.to_owned()),
        ("X-Amz-Credential".to_owned(), format!("{}/{}", key.access_key_id, sigv4::scope(&date, region))),
        ("X-Amz-Date".to_owned(), date.clone()),
        ("X-Amz-Expires".to_owned(), what.expires_secs.to_string()),
        ("X-Amz-SignedHeaders".to_owned(), "host".to_owned()),
    ];
    query.extend(key.session_token.map(|token| ("X-Amz-Security-Token".to_owned(), token)));
    let request = Request { method: "GET", host: &host, path: &path, query: &query, date: &date, region };
    let signature = sigv4::signature(&key.secret_access_key, &request);
    let pairs: Vec<String> = query.iter().map(|(name, value)| format!("{name}={}", sigv4::encoded(value, false))).collect();
    format!("https://{host}{path}?{}&X-Amz-Signature={signature}", pairs.join("&"))
}

/// Who opens a URL: its signer, if it is signed and the signature holds; else nobody.
pub(super) fn signer(world: &World, address: &Address, method: &str) -> Result<Caller, ApiError> {
    if !address.query.keys().any(|name| name.starts_with("X-Amz-")) {
        return Ok(NOBODY);
    }
    let given = |name: &str| address.query.get(name).map(String::as_str);
    let [Some(algorithm), Some(credential), Some(signature), Some(date), Some(_), Some(expires)] = MEMBERS.map(given) else {
        return Err(errors::missing_signing_parameters());
    };
    let Some(signed) = read(date).filter(|_| algorithm == ALGORITHM) else { return Err(errors::missing_signing_parameters()) };
    let expires_secs: i64 = expires.parse().ok().filter(|secs| *secs >= 0).ok_or_else(errors::bad_expires)?;
    if expires_secs > MAX_EXPIRES_SECS {
        return Err(errors::expires_too_late());
    }
    let (access_key_id, scope) = credential.split_once('/').ok_or_else(errors::malformed_credential)?;
    let region = scope.split('/').nth(1).ok_or_else(errors::malformed_credential)?;
    let Target::Rest { bucket, region: endpoint, .. } = &address.target else { return Ok(NOBODY) };
    let home = world.s3.bucket(bucket).map_or(*endpoint, super::super::Bucket::region);
    if region != home.name() {
        return Err(errors::wrong_signing_region(region, home.name()));
    }
    if scope != sigv4::scope(date, region) {
        return Err(errors::malformed_credential());
    }
    let (caller, key) = keys::holder(world, access_key_id).ok_or_else(errors::invalid_access_key)?;
    let query: Vec<(String, String)> =
        address.query.iter().filter(|(name, _)| *name != "X-Amz-Signature").map(|(name, value)| (name.clone(), value.clone())).collect();
    let request = Request { method, host: &address.host, path: &address.raw_path, query: &query, date, region };
    if sigv4::signature(&key.secret_access_key, &request) != signature {
        return Err(errors::signature_does_not_match());
    }
    let age_secs = world.now().since(signed).div_euclid(1_000);
    if age_secs < -MAX_SKEW_SECS {
        return Err(errors::not_yet_valid());
    }
    if age_secs >= expires_secs {
        return Err(errors::request_has_expired());
    }
    Ok(caller)
}

/// `20260101T000000Z`
fn basic(at: SimTime) -> String {
    let text = at.to_string();
    let digits: String = text.chars().take(19).filter(char::is_ascii_alphanumeric).collect();
    format!("{digits}Z")
}

fn read(date: &str) -> Option<SimTime> {
    if date.len() != 16 || !date.is_ascii() {
        return None;
    }
    let (day, time) = date.split_once('T')?;
    let (year, month, day) = (day.get(..4)?, day.get(4..6)?, day.get(6..)?);
    let (hour, minute, second) = (time.get(..2)?, time.get(2..4)?, time.get(4..6)?);
    SimTime::parse(&format!("{year}-{month}-{day}T{hour}:{minute}:{second}Z")).filter(|_| date.ends_with('Z'))
}
