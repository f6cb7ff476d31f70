//! Tags of keys.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    Kms, access, errors,
    find::{self, By},
    page::{self, End},
};
use crate::api::{ApiError, Call, Need, Operation, Read, View, Write};

/// Most tags of a key.
const MAX_TAGS: usize = 50;
const MAX_NAME: usize = 128;
const MAX_VALUE: usize = 256;

/// A tag.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct Tag {
    /// Its name.
    pub tag_key: String,
    /// Its value.
    pub tag_value: String,
}

/// The tags that a key has after these were added to those it has.
pub(super) fn checked(given: &[Tag], present: &BTreeMap<String, String>) -> Result<BTreeMap<String, String>, ApiError> {
    let mut names: Vec<&str> = given.iter().map(|tag| tag.tag_key.as_str()).collect();
    names.sort_unstable();
    if names.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(errors::tag("Duplicate tag keys"));
    }
    for (number, tag) in (1..).zip(given) {
        let longer = |text: &str, most: usize| text.chars().count() > most;
        let at = |member: &str| format!("tags.{number}.member.{member}");
        if tag.tag_key.is_empty() {
            return Err(errors::constraint("", &at("tagKey"), "have length greater than or equal to 1"));
        }
        if longer(&tag.tag_key, MAX_NAME) {
            return Err(errors::constraint(&tag.tag_key, &at("tagKey"), format!("have length less than or equal to {MAX_NAME}")));
        }
        if longer(&tag.tag_value, MAX_VALUE) {
            return Err(errors::constraint(&tag.tag_value, &at("tagValue"), format!("have length less than or equal to {MAX_VALUE}")));
        }
        if tag.tag_key.to_lowercase().starts_with("aws:") {
            return Err(errors::tag("aws: prefixed tag key names are not allowed for external use"));
        }
    }
    let mut tags = present.clone();
    tags.extend(given.iter().map(|tag| (tag.tag_key.clone(), tag.tag_value.clone())));
    if tags.len() > MAX_TAGS { Err(errors::tag("Too many tags")) } else { Ok(tags) }
}

/// Tags as a list.
pub(super) fn listed(tags: &BTreeMap<String, String>) -> Vec<Tag> {
    tags.iter().map(|(name, value)| Tag { tag_key: name.clone(), tag_value: value.clone() }).collect()
}

/// Adds tags to a key, or gives those of the same name another value.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct TagResource {
    /// Which key.
    pub key_id: String,
    /// The tags.
    pub tags: Vec<Tag>,
}

impl Operation for TagResource {
    type Output = ();

    fn needs(&self) -> Need {
        let tags = self.tags.iter().map(|tag| (tag.tag_key.as_str(), tag.tag_value.as_str()));
        access::need("kms:TagResource", &self.key_id).with_tags(tags)
    }
}

impl Write for TagResource {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bill(cx, &self.key_id);
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Key)?;
        find::not_pending(key)?;
        let (arn, tags) = (key.arn(), checked(&self.tags, &key.tags)?);
        Kms::edit(cx.world, &arn, |key| key.tags = tags);
        Ok(())
    }
}

/// Takes tags away. A name that the key does not have is no error.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct UntagResource {
    /// Which key.
    pub key_id: String,
    /// The names.
    pub tag_keys: Vec<String>,
}

impl Operation for UntagResource {
    type Output = ();

    fn needs(&self) -> Need {
        access::need("kms:UntagResource", &self.key_id).with_all("aws:TagKeys", self.tag_keys.clone())
    }
}

impl Write for UntagResource {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bill(cx, &self.key_id);
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Key)?;
        find::not_pending(key)?;
        let arn = key.arn();
        Kms::edit(cx.world, &arn, |key| key.tags.retain(|name, _| !self.tag_keys.contains(name)));
        Ok(())
    }
}

/// Lists a key's tags.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListResourceTags {
    /// Which key.
    pub key_id: String,
    /// At most so many; 50 without.
    pub limit: Option<i64>,
    /// Where the last page ended.
    pub marker: Option<String>,
}

/// What ListResourceTags answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListResourceTagsOutput {
    tags: Vec<Tag>,
    #[serde(flatten)]
    end: End,
}

impl Operation for ListResourceTags {
    type Output = ListResourceTagsOutput;

    fn needs(&self) -> Need {
        access::need("kms:ListResourceTags", &self.key_id)
    }
}

impl Read for ListResourceTags {
    fn read(self, cx: &mut View<'_>) -> Result<ListResourceTagsOutput, ApiError> {
        access::bill_read(cx, &self.key_id);
        let asked = page::Asked::read(self.limit, self.marker.as_deref(), MAX_TAGS)?;
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Key)?;
        let (tags, end) = asked.take(listed(&key.tags).into_iter(), |tag| &tag.tag_key);
        Ok(ListResourceTagsOutput { tags, end })
    }
}
