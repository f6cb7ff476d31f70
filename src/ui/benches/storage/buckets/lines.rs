//! The commands behind the bench's handles, as one types them. What AWS makes of them is not known here.

use std::fmt::Write as _;

use super::url::encoded;

/// The region of commands that name none.
const HOME: &str = "ap-northeast-2";
/// The region that a new bucket's request does not name.
const WITHOUT_CONSTRAINT: &str = "us-east-1";
/// Where a downloaded object goes.
const DOWNLOAD: &str = "download.bin";

/// An upload as the form has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Upload<'a> {
    pub file: &'a str,
    pub key: &'a str,
    /// Empty for none.
    pub content_type: &'a str,
    /// Empty for the usual one.
    pub class: &'a str,
    /// `name=value` with commas between.
    pub metadata: &'a str,
    /// The same.
    pub tags: &'a str,
}

/// Makes a bucket in a region.
pub(super) fn create(bucket: &str, region: &str) -> String {
    let mut line = format!("aws s3api create-bucket --bucket {}", quoted(bucket));
    if region != WITHOUT_CONSTRAINT {
        let _ = write!(line, " --create-bucket-configuration LocationConstraint={region}");
    }
    if region != HOME {
        let _ = write!(line, " --region {region}");
    }
    line
}

/// Uploads a file.
pub(super) fn upload(bucket: &str, it: &Upload<'_>) -> String {
    let mut line = format!("aws s3api put-object {} --body {}", target(bucket, it.key), quoted(it.file));
    let mut add = |option: &str, value: &str| {
        if !value.is_empty() {
            let _ = write!(line, " --{option} {}", quoted(value));
        }
    };
    add("content-type", it.content_type);
    add("storage-class", it.class);
    add("metadata", &metadata(&pairs(it.metadata)));
    let tags = pairs(it.tags).into_iter().map(|(name, value)| format!("{}={}", encoded(name, false), encoded(value, false)));
    add("tagging", &tags.collect::<Vec<_>>().join("&"));
    line
}

/// Reads an object, signed by the account's administrator or by nobody.
pub(super) fn read(bucket: &str, key: &str, is_signed: bool) -> String {
    let unsigned = if is_signed { "" } else { " --no-sign-request" };
    format!("aws s3api get-object {} {DOWNLOAD}{unsigned}", target(bucket, key))
}

/// Deletes an object.
pub(super) fn delete_object(bucket: &str, key: &str) -> String {
    format!("aws s3api delete-object {}", target(bucket, key))
}

/// Deletes a bucket.
pub(super) fn delete_bucket(bucket: &str) -> String {
    format!("aws s3api delete-bucket --bucket {}", quoted(bucket))
}

/// Lists what stands under a prefix, keys that share the next piece rolled up.
pub(super) fn list(bucket: &str, prefix: &str) -> String {
    let under = if prefix.is_empty() { String::new() } else { format!(" --prefix {}", quoted(prefix)) };
    format!("aws s3api list-objects-v2 --bucket {}{under} --delimiter /", quoted(bucket))
}

/// Asks for an object's metadata.
pub(super) fn head(bucket: &str, key: &str) -> String {
    format!("aws s3api head-object {} --checksum-mode ENABLED", target(bucket, key))
}

fn target(bucket: &str, key: &str) -> String {
    format!("--bucket {} --key {}", quoted(bucket), quoted(key))
}

/// `a=1, b=2` as pairs; what has no sign has an empty value.
fn pairs(text: &str) -> Vec<(&str, &str)> {
    let one = |pair| {
        let (name, value) = str::split_once(pair, '=').unwrap_or((pair, ""));
        (name.trim(), value.trim())
    };
    text.split(',').map(one).filter(|(name, _)| !name.is_empty()).collect()
}

/// Shorthand where it can say it, JSON where it cannot.
fn metadata(pairs: &[(&str, &str)]) -> String {
    let is_plain = |text: &str| text.bytes().all(is_safe);
    if pairs.iter().all(|(name, value)| is_plain(name) && !value.is_empty() && is_plain(value)) {
        return pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(",");
    }
    let map = pairs.iter().map(|(name, value)| ((*name).to_owned(), serde_json::Value::from(*value)));
    serde_json::Value::Object(map.collect()).to_string()
}

const fn is_safe(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'/' | b':')
}

/// A word that the command line reads back as it is.
fn quoted(word: &str) -> String {
    let is_plain = !word.is_empty() && word.bytes().all(|byte| is_safe(byte) || matches!(byte, b'=' | b','));
    if is_plain { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_is_made_at_the_endpoint_of_its_region() {
        assert_eq!(
            create("a-1", HOME),
            "aws s3api create-bucket --bucket a-1 --create-bucket-configuration LocationConstraint=ap-northeast-2"
        );
        assert_eq!(create("a-1", "us-east-1"), "aws s3api create-bucket --bucket a-1 --region us-east-1");
        assert!(create("a-1", "eu-west-1").ends_with("LocationConstraint=eu-west-1 --region eu-west-1"));
    }

    #[test]
    fn an_upload_says_only_what_was_filled_in() {
        let bare = Upload { file: "cat.jpg", key: "2026/cat.jpg", ..Upload::default() };
        assert_eq!(upload("photos-417", &bare), "aws s3api put-object --bucket photos-417 --key 2026/cat.jpg --body cat.jpg");
        let full = Upload {
            content_type: "image/jpeg",
            class: "STANDARD_IA",
            metadata: "camera=phone, place = seoul",
            tags: "project=a b,year=2026",
            ..bare
        };
        let end =
            "--content-type image/jpeg --storage-class STANDARD_IA --metadata camera=phone,place=seoul --tagging 'project=a%20b&year=2026'";
        assert!(upload("photos-417", &full).ends_with(end), "{}", upload("photos-417", &full));
    }

    #[test]
    fn words_survive_the_command_line() {
        let odd = Upload { file: "cat.jpg", key: "it's a cat.jpg", metadata: "who=김 씨", ..Upload::default() };
        let line = upload("photos-417", &odd);
        assert!(line.contains(r"--key 'it'\''s a cat.jpg'") && line.contains(r#"--metadata '{"who":"김 씨"}'"#), "{line}");
        assert_eq!(delete_bucket(""), "aws s3api delete-bucket --bucket ''");
    }
}
