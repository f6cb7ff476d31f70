//! How a website's endpoint answers a browser: the index document of a folder, redirects, routing rules, the error document
//! (S3 User Guide, hosting a static website). It reads objects as anybody would, so what is not public is 403.

use serde_json::Value;

use super::{Redirect, RoutingRule, WebsiteConfiguration, check::three_digits};
use crate::{
    World,
    api::{ApiError, Origin},
    ident::{Caller, Region},
    s3::{GetObject, errors, put::url_encoded},
};

/// Regions whose website endpoints have a hyphen before the region; all later ones have a dot (AWS General Reference, Amazon S3
/// website endpoints).
const WITH_HYPHEN: [&str; 8] =
    ["us-east-1", "us-west-1", "us-west-2", "ap-southeast-1", "ap-southeast-2", "ap-northeast-1", "eu-west-1", "sa-east-1"];

/// The website endpoint of a bucket.
pub fn host(bucket: &str, region: Region) -> String {
    let mark = if WITH_HYPHEN.contains(&region.name()) { '-' } else { '.' };
    format!("{bucket}.s3-website{mark}{region}.amazonaws.com")
}

/// The bucket and region of a website endpoint.
pub(in super::super) fn bucket_of(given: &str) -> Option<(&str, Region)> {
    let (bucket, rest) = given.split_once(".s3-website")?;
    let region = Region::named(rest.strip_prefix(['-', '.'])?.strip_suffix(".amazonaws.com")?)?;
    (host(bucket, region) == given).then_some((bucket, region))
}

/// What a website answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The HTTP status.
    pub status: u16,
    /// Where to go instead.
    pub location: Option<String>,
    /// The key of the document that is shown.
    pub document: Option<String>,
    /// The object as GetObject answers it.
    pub object: Option<Value>,
    /// What went wrong.
    pub error: Option<ApiError>,
    /// Why the error document could not be shown.
    pub second_error: Option<ApiError>,
    /// The routing rule that decided, counted from 0.
    pub rule: Option<usize>,
}

impl Page {
    fn of(status: u16) -> Self {
        Self { status, location: None, document: None, object: None, error: None, second_error: None, rule: None }
    }

    /// An object, shown as it is.
    pub(in super::super) fn of_object(key: &str, object: Value) -> Self {
        Self { document: Some(key.to_owned()), object: Some(object), ..Self::of(200) }
    }

    fn redirect(status: u16, location: String) -> Self {
        Self { location: Some(location), ..Self::of(status) }
    }

    fn refused(error: ApiError) -> Self {
        let status = error.status;
        Self { error: Some(error), ..Self::of(status) }
    }
}

/// Answers a GET of a path, which begins with a slash.
pub(in super::super) fn serve(world: &mut World, bucket_name: &str, region: Region, path: &str) -> Page {
    let Some(bucket) = world.s3.bucket(bucket_name) else { return Page::refused(errors::no_such_bucket()) };
    if bucket.region != region {
        return Page::refused(errors::incorrect_endpoint());
    }
    let Some(website) = bucket.sharing.website.clone() else { return Page::refused(errors::no_such_website()) };
    if bucket.sharing.requester_pays {
        return Page::refused(errors::access_denied()); // nobody signs here, so nobody pays
    }
    let key = path.strip_prefix('/').unwrap_or(path);
    if let Some(all) = &website.redirect_all_requests_to {
        let protocol = all.protocol.as_deref().unwrap_or("http");
        return Page::redirect(301, format!("{protocol}://{}/{}", all.host_name, encoded(key)));
    }
    let visit = Visit { bucket: bucket_name, region, website: &website, key };
    visit.by_rule(None).unwrap_or_else(|| visit.document(world))
}

/// One request of a browser.
struct Visit<'a> {
    bucket: &'a str,
    region: Region,
    website: &'a WebsiteConfiguration,
    /// The path without its first slash.
    key: &'a str,
}

impl Visit<'_> {
    /// The first routing rule that fits, before anything is read, or after it ended with that status.
    fn by_rule(&self, status: Option<u16>) -> Option<Page> {
        let rules = self.website.routing_rules.as_deref().unwrap_or_default();
        let (index, rule) = rules.iter().enumerate().find(|(_, rule)| rule.fits(self.key, status))?;
        let prefix = rule.condition.as_ref().and_then(|condition| condition.key_prefix_equals.as_deref()).unwrap_or_default();
        let code = rule.redirect.http_redirect_code.as_deref().and_then(three_digits).unwrap_or(301);
        Some(Page { rule: Some(index), ..Page::redirect(code, self.target(&rule.redirect, prefix)) })
    }

    fn target(&self, redirect: &Redirect, prefix: &str) -> String {
        let protocol = redirect.protocol.as_deref().unwrap_or("http");
        let own = host(self.bucket, self.region);
        let name = redirect.host_name.as_deref().unwrap_or(&own);
        let key = match (&redirect.replace_key_with, &redirect.replace_key_prefix_with) {
            (Some(key), _) => key.clone(),
            (None, Some(with)) => format!("{with}{}", self.key.strip_prefix(prefix).unwrap_or(self.key)),
            (None, None) => self.key.to_owned(),
        };
        format!("{protocol}://{name}/{}", encoded(&key))
    }

    fn document(&self, world: &mut World) -> Page {
        let suffix = self.website.index_document.as_ref().map_or("", |index| index.suffix.as_str());
        let is_folder = self.key.is_empty() || self.key.ends_with('/');
        let key = if is_folder { format!("{}{suffix}", self.key) } else { self.key.to_owned() };
        let error = match read(world, self.bucket, &key) {
            Ok(object) => return shown(200, key, object),
            Err(error) => error,
        };
        // a folder asked for without its slash: there is no such object, but an index document of it
        let is_there = |key: &str| world.s3.bucket(self.bucket).is_some_and(|bucket| bucket.has(key));
        if !is_folder && !is_there(&key) && is_there(&format!("{key}/{suffix}")) {
            return Page::redirect(302, format!("/{}/", encoded(&key)));
        }
        if let Some(page) = self.by_rule(Some(error.status)) {
            return page;
        }
        let Some(document) = &self.website.error_document else { return Page::refused(error) };
        match read(world, self.bucket, &document.key) {
            Ok(object) => Page { error: Some(error.clone()), ..shown(error.status, document.key.clone(), object) },
            Err(second) => Page { second_error: Some(second), ..Page::refused(error) },
        }
    }
}

/// The object is shown, unless it says itself that it is elsewhere.
fn shown(status: u16, document: String, object: Value) -> Page {
    match object["WebsiteRedirectLocation"].as_str() {
        Some(location) if status == 200 => Page::redirect(301, location.to_owned()),
        _ => Page { document: Some(document), object: Some(object), ..Page::of(status) },
    }
}

/// Reads an object as nobody in particular.
fn read(world: &mut World, bucket: &str, key: &str) -> Result<Value, ApiError> {
    let region = world.s3.bucket(bucket).map_or(Region::US_EAST_1, super::super::Bucket::region);
    let get = GetObject { bucket: bucket.to_owned(), key: key.to_owned(), ..GetObject::default() };
    world.call(&Origin { caller: Caller::Anonymous, region }, get.into())
}

impl RoutingRule {
    fn fits(&self, key: &str, status: Option<u16>) -> bool {
        let Some(condition) = &self.condition else { return status.is_none() };
        let prefix = condition.key_prefix_equals.as_deref().unwrap_or_default();
        let code = condition.http_error_code_returned_equals.as_deref().and_then(three_digits);
        key.starts_with(prefix) && code == status
    }
}

/// A key in a URL.
fn encoded(key: &str) -> String {
    url_encoded(key).replace("%2F", "/").replace('+', "%20")
}
