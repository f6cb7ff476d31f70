//! Tags of queues.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{errors, state};
use crate::api::{ApiError, Call, Need, Operation, Read, View, Write};

/// Most tags of a queue.
const MAX_TAGS: usize = 50;

/// Refuses tags that AWS does not take.
pub(super) fn check<'a>(tags: impl Iterator<Item = (&'a String, &'a String)>) -> Result<(), ApiError> {
    for (key, value) in tags {
        if key.is_empty() || key.chars().count() > 128 || value.chars().count() > 256 {
            return Err(errors::invalid_value("Tag keys must be between 1 and 128 characters in length, tag values up to 256."));
        }
        if key.starts_with("aws:") {
            return Err(errors::invalid_value("Tag keys cannot start with aws:."));
        }
    }
    Ok(())
}

/// Tags as pairs.
pub(super) fn pairs(tags: Option<&BTreeMap<String, String>>) -> impl Iterator<Item = (&str, &str)> {
    tags.into_iter().flatten().map(|(key, value)| (key.as_str(), value.as_str()))
}

/// Adds tags to a queue, or changes their values.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct TagQueue {
    /// Which queue.
    pub queue_url: String,
    /// Keys with values.
    pub tags: BTreeMap<String, String>,
}

impl Operation for TagQueue {
    type Output = ();

    fn needs(&self) -> Need {
        state::need("sqs:TagQueue", &self.queue_url).with_tags(pairs(Some(&self.tags)))
    }
}

impl Write for TagQueue {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let queue = state::queue(cx.world, cx.origin, &self.queue_url)?;
        check(self.tags.iter())?;
        let n_new = self.tags.keys().filter(|key| !queue.tags.contains_key(*key)).count();
        if queue.tags.len() + n_new > MAX_TAGS {
            return Err(errors::invalid_value(format!("Too many tags added for queue {}.", queue.name)));
        }
        state::queue_mut(cx.world, cx.origin, &self.queue_url)?.tags.extend(self.tags);
        Ok(())
    }
}

/// Removes tags from a queue by their keys.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct UntagQueue {
    /// Which queue.
    pub queue_url: String,
    /// Which tags.
    pub tag_keys: Vec<String>,
}

impl Operation for UntagQueue {
    type Output = ();

    fn needs(&self) -> Need {
        state::need("sqs:UntagQueue", &self.queue_url)
    }
}

impl Write for UntagQueue {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        state::queue_mut(cx.world, cx.origin, &self.queue_url)?.tags.retain(|key, _| !self.tag_keys.contains(key));
        Ok(())
    }
}

/// Shows a queue's tags.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListQueueTags {
    /// Which queue.
    pub queue_url: String,
}

/// What ListQueueTags answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListQueueTagsOutput {
    tags: Option<BTreeMap<String, String>>,
}

impl Operation for ListQueueTags {
    type Output = ListQueueTagsOutput;

    fn needs(&self) -> Need {
        state::need("sqs:ListQueueTags", &self.queue_url)
    }
}

impl Read for ListQueueTags {
    fn read(self, cx: &mut View<'_>) -> Result<ListQueueTagsOutput, ApiError> {
        let tags = state::queue(cx.world, cx.origin, &self.queue_url)?.tags.clone();
        Ok(ListQueueTagsOutput { tags: (!tags.is_empty()).then_some(tags) })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::receive::bench::Bench;

    #[test]
    fn tags_are_added_changed_and_removed() {
        let mut bench = Bench::with_queue();
        assert_eq!(bench.ok("ListQueueTags", json!({})), json!({}));
        bench.ok("TagQueue", json!({"Tags": {"team": "a", "env": "test"}}));
        bench.ok("TagQueue", json!({"Tags": {"team": "b"}}));
        bench.ok("UntagQueue", json!({"TagKeys": ["env", "none"]}));
        assert_eq!(bench.ok("ListQueueTags", json!({})), json!({"Tags": {"team": "b"}}));
        assert_eq!(bench.refused("TagQueue", json!({"Tags": {"aws:x": "a"}})), "InvalidParameterValue");
    }
}
