//! The checks that IAM makes of names, paths, tags and numbers before anything else, in its words.

use super::errors;
use crate::api::ApiError;

/// Most tags of a user, role or policy.
const MAX_TAGS: usize = 50;
const TAG_PATTERN: &str = r"[\p{L}\p{Z}\p{N}_.:/=+\-@]+";

/// Faults found so far; AWS tells all of them at once.
#[derive(Default)]
pub(super) struct Faults(Vec<String>);

impl Faults {
    /// A fault of a member.
    pub(super) fn add(&mut self, member: &str, constraint: &str) {
        self.0.push(format!("Value at '{member}' failed to satisfy constraint: {constraint}"));
    }

    /// The length of a text, in characters.
    pub(super) fn length(&mut self, member: &str, text: &str, range: std::ops::RangeInclusive<usize>) {
        let n = text.chars().count();
        if n > *range.end() {
            self.add(member, &format!("Member must have length less than or equal to {}", range.end()));
        }
        if n < *range.start() {
            self.add(member, &format!("Member must have length greater than or equal to {}", range.start()));
        }
    }

    /// The size of a number.
    pub(super) fn number(&mut self, member: &str, number: u64, range: std::ops::RangeInclusive<u64>) {
        if number > *range.end() {
            self.add(member, &format!("Member must have value less than or equal to {}", range.end()));
        }
        if number < *range.start() {
            self.add(member, &format!("Member must have value greater than or equal to {}", range.start()));
        }
    }

    /// The refusal, if there is a fault.
    pub(super) fn told(self) -> Result<(), ApiError> {
        if self.0.is_empty() {
            return Ok(());
        }
        let s = if self.0.len() == 1 { "" } else { "s" };
        Err(errors::validation(format!("{} validation error{s} detected: {}", self.0.len(), self.0.join("; "))))
    }
}

/// The name of a user, group, role or policy.
pub(super) fn name(member: &str, name: &str, most: usize) -> Result<(), ApiError> {
    let mut faults = Faults::default();
    faults.length(member, name, 1..=most);
    faults.told()?;
    if name.chars().all(|c| c.is_ascii_alphanumeric() || "+=,.@_-".contains(c)) {
        return Ok(());
    }
    Err(errors::validation(format!(
        "The specified value for {member} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-"
    )))
}

/// A path: `/`, or text between two slashes.
pub(super) fn path(path: Option<&str>) -> Result<String, ApiError> {
    let path = path.unwrap_or("/");
    let mut faults = Faults::default();
    faults.length("path", path, 1..=512);
    faults.told()?;
    let plain = path.bytes().all(|byte| (0x21..=0x7e).contains(&byte));
    if plain && path.starts_with('/') && path.ends_with('/') {
        return Ok(path.to_owned());
    }
    Err(errors::validation(
        "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.",
    ))
}

/// Tags; roles and users know their keys in any case, policies do not.
pub(super) fn tags(tags: &[super::Tag], any_case: bool) -> Result<(), ApiError> {
    let mut faults = Faults::default();
    if tags.len() > MAX_TAGS {
        faults.add("tags", &format!("Member must have length less than or equal to {MAX_TAGS}"));
    }
    for (number, tag) in tags.iter().enumerate() {
        let member = |part: &str| format!("tags.{}.member.{part}", number + 1);
        faults.length(&member("key"), &tag.key, 1..=128);
        if !tag.key.chars().all(is_tag_letter) {
            faults.add(&member("key"), &format!("Member must satisfy regular expression pattern: {TAG_PATTERN}"));
        }
        faults.length(&member("value"), &tag.value, 0..=256);
        if !tag.value.chars().all(is_tag_letter) {
            faults.add(&member("value"), r"Member must satisfy regular expression pattern: [\p{L}\p{Z}\p{N}_.:/=+\-@]*");
        }
    }
    faults.told()?;
    let known = |tag: &super::Tag| if any_case { tag.key.to_lowercase() } else { tag.key.clone() };
    let mut keys: Vec<String> = tags.iter().map(known).collect();
    keys.sort();
    keys.dedup();
    match (keys.len() == tags.len(), any_case) {
        (true, _) => Ok(()),
        (false, true) => Err(errors::invalid_input("Duplicate tag keys found. Please note that Tag keys are case insensitive.")),
        (false, false) => Err(errors::invalid_input("Duplicate tag keys found.")),
    }
}

/// Keys of tags that shall go.
pub(super) fn tag_keys(keys: &[String]) -> Result<(), ApiError> {
    let mut faults = Faults::default();
    if keys.len() > MAX_TAGS {
        faults.add("tagKeys", &format!("Member must have length less than or equal to {MAX_TAGS}"));
    }
    if !keys.iter().all(|key| (1..=128).contains(&key.chars().count()) && key.chars().all(is_tag_letter)) {
        let each = format!(
            "Member must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: {TAG_PATTERN}, Member must not be null]"
        );
        faults.add("tagKeys", &each);
    }
    faults.told()
}

/// Refuses more tags than an entity may have in all.
pub(super) fn n_tags(n: usize) -> Result<(), ApiError> {
    if n > MAX_TAGS { Err(errors::quota("TagsPerEntity", MAX_TAGS)) } else { Ok(()) }
}

/// Letters, numbers, separators and a few signs.
fn is_tag_letter(c: char) -> bool {
    c.is_alphanumeric() || (c.is_whitespace() && !c.is_control()) || "_.:/=+-@".contains(c)
}
