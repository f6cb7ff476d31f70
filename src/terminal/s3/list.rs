//! `aws s3 ls`, and the listing that the other commands walk.

use serde_json::{Map, Value, json};

use super::{Lines, Place, S3Command};
use crate::{cloud::Endpoint, failure::Failure, shell::Ran, step::Printed};

/// What a listing shows of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) key: String,
    pub(super) size: u64,
    pub(super) modified: String,
    pub(super) etag: String,
}

/// A page of a listing: the prefixes, then the objects.
pub(super) struct Listing {
    prefixes: Vec<String>,
    pub(super) objects: Vec<Found>,
}

/// Lists everything under a prefix, page by page.
pub(super) fn walk(endpoint: &mut Endpoint<'_>, bucket: &str, prefix: &str, delimiter: bool) -> Result<Listing, Failure> {
    let mut listing = Listing { prefixes: Vec::new(), objects: Vec::new() };
    let mut params = Map::from_iter([("Bucket".to_owned(), Value::from(bucket)), ("Prefix".to_owned(), Value::from(prefix))]);
    if delimiter {
        params.insert("Delimiter".to_owned(), Value::from("/"));
    }
    loop {
        let page = endpoint.s3("ListObjectsV2", Value::Object(params.clone()))?;
        let items = |name: &str| page[name].as_array().map(Vec::as_slice).unwrap_or_default();
        listing.prefixes.extend(items("CommonPrefixes").iter().filter_map(|it| it["Prefix"].as_str().map(str::to_owned)));
        listing.objects.extend(items("Contents").iter().map(|it| Found {
            key: text(it, "Key"),
            size: it["Size"].as_u64().unwrap_or(0),
            modified: moment(it, "LastModified"),
            etag: text(it, "ETag"),
        }));
        match page["NextContinuationToken"].as_str() {
            Some(token) => params.insert("ContinuationToken".to_owned(), Value::from(token)),
            None => return Ok(listing),
        };
    }
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}

/// `2026-01-01 00:00:00`
fn moment(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().replace('T', " ").chars().take(19).collect()
}

pub(super) fn run(command: &S3Command, endpoint: &mut Endpoint<'_>) -> Ran {
    let path = command.paths.first().map_or("", String::as_str);
    // `ls bucket` works without s3:// as well.
    let place = Place::read(if path.starts_with("s3://") { path.to_owned() } else { format!("s3://{path}") }.as_str());
    let Place::Object { bucket, key } = place else { return Ran::from(Ok(Printed::Nothing)) };
    let lines = if bucket.is_empty() { buckets(endpoint) } else { objects(command, endpoint, &bucket, &key) };
    lines.map_or_else(|failure| Ran::from(Err(failure)), Lines::ran)
}

fn buckets(endpoint: &mut Endpoint<'_>) -> Result<Lines, Failure> {
    let mut lines = Lines::default();
    let mut params = json!({});
    loop {
        let page = endpoint.s3("ListBuckets", params)?;
        for bucket in page["Buckets"].as_array().into_iter().flatten() {
            lines.say(&format!("{} {}", moment(bucket, "CreationDate"), text(bucket, "Name")));
        }
        match page["ContinuationToken"].as_str() {
            Some(token) => params = json!({ "ContinuationToken": token }),
            None => return Ok(lines),
        }
    }
}

fn objects(command: &S3Command, endpoint: &mut Endpoint<'_>, bucket: &str, prefix: &str) -> Result<Lines, Failure> {
    let recursive = command.options.recursive;
    let listing = walk(endpoint, bucket, prefix, !recursive)?;
    let mut lines = Lines::default();
    for prefix in &listing.prefixes {
        let name = prefix.trim_end_matches('/').rsplit('/').next().unwrap_or(prefix);
        lines.say(&format!("{:>30} {name}/", "PRE"));
    }
    let size = |size: u64| if command.options.human_readable { human(size) } else { size.to_string() };
    for object in &listing.objects {
        let name = if recursive { object.key.as_str() } else { object.key.rsplit('/').next().unwrap_or(&object.key) };
        lines.say(&format!("{:<19} {:>10} {name}", object.modified, size(object.size)));
    }
    if command.options.summarize {
        let total: u64 = listing.objects.iter().map(|object| object.size).sum();
        lines.say(&format!("\nTotal Objects: {}", listing.objects.len()));
        lines.say(&format!("   Total Size: {}", size(total)));
    }
    if listing.objects.is_empty() && listing.prefixes.is_empty() && !prefix.is_empty() {
        // The CLI says nothing here, but its exit code is 1.
        let nothing = Failure::general("NotFound", format!("there is nothing under s3://{bucket}/{prefix}"));
        lines.cause = Some(Failure { exit: 1, ..nothing }.of("ListObjectsV2"));
        lines.err = String::new();
    }
    Ok(lines)
}

/// `1 Byte`, `10 Bytes`, `1.5 MiB`: powers of 1024 with one decimal.
fn human(size: u64) -> String {
    if size == 1 {
        return "1 Byte".to_owned();
    }
    if size < 1024 {
        return format!("{size} Bytes");
    }
    let mut unit = 1024.0;
    for suffix in ["KiB", "MiB", "GiB", "TiB", "PiB"] {
        if (size as f64 / unit).round() < 1024.0 {
            return format!("{:.1} {suffix}", size as f64 / unit);
        }
        unit *= 1024.0;
    }
    format!("{:.1} EiB", size as f64 / unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_shown_as_the_cli_shows_them() {
        for (size, want) in
            [(0, "0 Bytes"), (1, "1 Byte"), (1023, "1023 Bytes"), (1024, "1.0 KiB"), (1536, "1.5 KiB"), (5 << 30, "5.0 GiB")]
        {
            assert_eq!(human(size), want);
        }
    }
}
