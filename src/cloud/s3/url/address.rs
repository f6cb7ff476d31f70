//! What a URL of S3's names: a website's endpoint or a bucket's, in any of the forms that S3 has, with the key and the query.

use std::collections::BTreeMap;

use crate::{
    api::ApiError,
    ident::Region,
    s3::{errors, tagging::percent_decoded, website},
};

/// Longest URL that is read.
const MAX_URL_BYTES: usize = 8_192;

/// A URL taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    pub is_https: bool,
    pub host: String,
    /// As it is written, percent-encoded, from the first slash.
    pub raw_path: String,
    /// The same, decoded.
    pub path: String,
    /// Names and values, decoded.
    pub query: BTreeMap<String, String>,
    pub target: Target,
}

/// What answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A bucket's website endpoint.
    Website { bucket: String, region: Region },
    /// A bucket's endpoint for programs; no key is the bucket itself.
    Rest { bucket: String, key: String, region: Region },
}

impl Target {
    pub(super) fn bucket(&self) -> &str {
        match self {
            Self::Website { bucket, .. } | Self::Rest { bucket, .. } => bucket,
        }
    }
}

impl Address {
    pub(super) fn read(url: &str) -> Result<Self, ApiError> {
        let unreadable = || errors::unknown_host(url);
        if url.len() > MAX_URL_BYTES {
            return Err(errors::url_too_long());
        }
        let (scheme, rest) = url.split_once("://").ok_or_else(unreadable)?;
        let is_https = match scheme {
            "https" => true,
            "http" => false,
            _ => return Err(unreadable()),
        };
        let rest = rest.split_once('#').map_or(rest, |(rest, _)| rest);
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (host, raw_path) = place.find('/').map_or((place, "/"), |at| place.split_at(at));
        let host = host.to_ascii_lowercase();
        let path = decoded(raw_path)?;
        let target = target(&host, &path).ok_or_else(unreadable)?;
        let mut pairs = BTreeMap::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            pairs.insert(decoded(&name.replace('+', " "))?, decoded(&value.replace('+', " "))?);
        }
        Ok(Self { is_https, host, raw_path: raw_path.to_owned(), path, query: pairs, target })
    }
}

/// Percent-decoded; a `%` begins two hexadecimal digits.
fn decoded(text: &str) -> Result<String, ApiError> {
    let is_hex = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_hexdigit);
    if text.match_indices('%').any(|(at, _)| !is_hex(at + 1) || !is_hex(at + 2)) {
        return Err(errors::bad_uri());
    }
    percent_decoded(text).ok_or_else(errors::bad_uri)
}

fn target(host: &str, path: &str) -> Option<Target> {
    if let Some((bucket, region)) = website::bucket_of(host) {
        return Some(Target::Website { bucket: bucket.to_owned(), region });
    }
    let key = path.strip_prefix('/').unwrap_or(path);
    let (bucket, region) = rest_host(host)?;
    let (bucket, key) = if let Some(bucket) = bucket {
        (bucket, key)
    } else {
        let (bucket, key) = key.split_once('/').unwrap_or((key, ""));
        (bucket.to_owned(), key)
    };
    (!bucket.is_empty()).then(|| Target::Rest { bucket, key: key.to_owned(), region })
}

/// Bucket and region of `BUCKET.s3.REGION.amazonaws.com` and its other forms; no bucket where the path begins with it.
fn rest_host(host: &str) -> Option<(Option<String>, Region)> {
    let name = host.strip_suffix(".amazonaws.com")?;
    if let Some(rest) = name.strip_suffix(".s3-accelerate") {
        return Some((Some(rest.to_owned()), Region::US_EAST_1));
    }
    if let Some((point, region)) = name.rsplit_once(".s3-accesspoint.") {
        let (point, account) = point.rsplit_once('-')?;
        return Some((Some(format!("arn:aws:s3:{region}:{account}:accesspoint/{point}")), Region::named(region)?));
    }
    if name == "s3" {
        return Some((None, Region::US_EAST_1));
    }
    if let Some(bucket) = name.strip_suffix(".s3") {
        return Some((Some(bucket.to_owned()), Region::US_EAST_1));
    }
    if let Some(region) = name.strip_prefix("s3.").and_then(Region::named) {
        return Some((None, region));
    }
    let (bucket, region) = name.rsplit_once(".s3.")?;
    Some((Some(bucket.to_owned()), Region::named(region)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rest(url: &str) -> (String, String, &'static str) {
        match Address::read(url).unwrap().target {
            Target::Rest { bucket, key, region } => (bucket, key, region.name()),
            Target::Website { .. } => panic!("{url}"),
        }
    }

    #[test]
    fn a_bucket_stands_in_the_host_or_in_the_path() {
        let object = |region| ("b.c".to_owned(), "k/ä".to_owned(), region);
        assert_eq!(rest("https://b.c.s3.ap-northeast-2.amazonaws.com/k/%C3%A4"), object("ap-northeast-2"));
        assert_eq!(rest("https://s3.ap-northeast-2.amazonaws.com/b.c/k/%C3%A4?x=1"), object("ap-northeast-2"));
        assert_eq!(rest("https://b.c.s3.amazonaws.com/k/%C3%A4#top"), object("us-east-1"));
        assert_eq!(rest("https://s3.amazonaws.com/b.c/k/%C3%A4"), object("us-east-1"));
        assert_eq!(rest("https://b.c.s3-accelerate.amazonaws.com/k/%C3%A4"), object("us-east-1"));
        assert_eq!(rest("http://b.s3.us-east-1.amazonaws.com").1, "");
    }

    #[test]
    fn an_access_point_has_a_host_of_its_own() {
        let (bucket, key, _) = rest("https://reports-123456789012.s3-accesspoint.us-east-1.amazonaws.com/k");
        assert_eq!((bucket.as_str(), key.as_str()), ("arn:aws:s3:us-east-1:123456789012:accesspoint/reports", "k"));
    }

    #[test]
    fn a_website_is_told_by_its_host() {
        let address = Address::read("http://b.s3-website.ap-northeast-2.amazonaws.com/docs/?a=b%20c&d").unwrap();
        assert_eq!(address.target, Target::Website { bucket: "b".to_owned(), region: Region::SEOUL });
        assert_eq!(address.path, "/docs/");
        assert_eq!(address.query, BTreeMap::from([("a".to_owned(), "b c".to_owned()), ("d".to_owned(), String::new())]));
    }

    #[test]
    fn what_is_no_address_of_s3_is_refused() {
        for url in ["", "b.s3.amazonaws.com/k", "ftp://b.s3.amazonaws.com/k", "https://example.com/", "https://b.s3.mars-1.amazonaws.com/k"]
        {
            assert_eq!(Address::read(url).unwrap_err().code, "UnknownHost", "{url}");
        }
        assert_eq!(Address::read("https://b.s3.amazonaws.com/%zz").unwrap_err().code, "InvalidURI");
        assert!(Address::read(&format!("https://b.s3.amazonaws.com/{}", "a".repeat(9_000))).is_err());
    }
}
