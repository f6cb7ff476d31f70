//! What every listing of S3 shares: the size of a page, URL encoding, optional attributes, its price. It lists nothing itself.

use super::super::{access, bucket::Bucket, errors, put::url_encoded, version::Object};
use super::{CommonPrefix, MAX_PAGE, RestoreStatus};
use crate::{
    api::{ApiError, Need, View},
    clock::SimTime,
};

/// How an answer shall look.
pub(in super::super) struct Shape {
    /// `url`, if asked for.
    pub encoding_type: Option<String>,
    /// At most so many entries.
    pub limit: i64,
    shows_restores: bool,
}

impl Shape {
    /// Checks what a listing asks for.
    pub(in super::super) fn new(
        limit_name: &str,
        encoding_type: Option<String>,
        asked: Option<i64>,
        attributes: Option<&[String]>,
    ) -> Result<Self, ApiError> {
        let attributes = attributes.unwrap_or_default();
        if attributes.iter().any(|attribute| attribute != "RestoreStatus") {
            return Err(errors::invalid_argument("Invalid attribute name specified"));
        }
        if encoding_type.as_ref().is_some_and(|encoding| encoding != "url") {
            return Err(errors::invalid_argument("Invalid Encoding Method specified in Request"));
        }
        Ok(Self { limit: limit(limit_name, asked)?, encoding_type, shows_restores: !attributes.is_empty() })
    }

    /// A key, prefix or delimiter as the answer prints it. URL encoding leaves slashes (S3 API Reference, EncodingType).
    pub(in super::super) fn text(&self, text: String) -> String {
        if self.encoding_type.is_some() { url_encoded(&text).replace("%2F", "/") } else { text }
    }

    /// Groups as the answer prints them.
    pub(in super::super) fn prefixes(&self, groups: Vec<String>) -> Option<Vec<CommonPrefix>> {
        some(groups.into_iter().map(|group| CommonPrefix { prefix: self.text(group) }).collect())
    }

    /// `RestoreStatus`, where asked for and there is a restore.
    pub(in super::super) fn restore_status(&self, object: &Object, now: SimTime) -> Option<RestoreStatus> {
        let restore = object.restore.as_ref().filter(|restore| self.shows_restores && (restore.is_running(now) || restore.is_live(now)))?;
        let running = restore.is_running(now);
        Some(RestoreStatus { is_restore_in_progress: running, restore_expiry_date: restore.expires.filter(|_| !running) })
    }
}

/// The size of a page: what was asked for, but never more than 1,000.
pub(in super::super) fn limit(argument: &str, asked: Option<i64>) -> Result<i64, ApiError> {
    let asked = asked.unwrap_or(MAX_PAGE);
    if !(0..=i64::from(i32::MAX)).contains(&asked) {
        return Err(errors::invalid_argument(format!("Argument {argument} must be an integer between 0 and 2147483647")));
    }
    Ok(asked.min(MAX_PAGE))
}

/// An object's checksum algorithm, in a list as listings show it, and whether it is over the whole object or its parts.
pub(in super::super) fn checksum(object: &Object) -> (Option<Vec<String>>, Option<String>) {
    let headers = &object.content.about.headers;
    let names = headers.keys().filter_map(|name| name.strip_prefix("Checksum")).filter(|name| *name != "Type");
    let algorithms = some(names.map(str::to_owned).collect());
    let kind = headers.get("ChecksumType").map_or("FULL_OBJECT", String::as_str);
    let kind = algorithms.is_some().then(|| kind.to_owned());
    (algorithms, kind)
}

/// Lists that are empty are left out of answers.
pub(in super::super) fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    Some(list).filter(|list| !list.is_empty())
}

/// Needs an action on a bucket, with the condition keys of listings.
pub(in super::super) fn need(
    action: &'static str,
    bucket: &str,
    prefix: Option<&str>,
    delimiter: Option<&str>,
    max_keys: Option<i64>,
) -> Need {
    access::need_bucket(action, bucket).with("s3:prefix", prefix).with("s3:delimiter", delimiter).with("s3:max-keys", max_keys)
}

/// The bucket, after the request was billed: LIST costs what PUT costs.
pub(in super::super) fn bill<'a>(cx: &mut View<'a>, name: &str, expected_owner: Option<&str>) -> Result<&'a Bucket, ApiError> {
    let bucket = access::bucket(cx.world, name)?;
    cx.count(bucket.place_for(cx.origin).key("Requests-Tier1", ""), 1);
    access::check_owner(cx.world, name, expected_owner)?;
    Ok(bucket)
}
