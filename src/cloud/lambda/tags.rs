//! Tags of functions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{errors, state};
use crate::api::{ApiError, Call, Need, Operation, Read, View, Write};

/// Most tags of a function.
const MAX_TAGS: usize = 50;

/// Refuses tags that AWS does not take.
pub(super) fn check<'a>(tags: impl Iterator<Item = (&'a String, &'a String)>) -> Result<(), ApiError> {
    let mut n = 0;
    for (key, value) in tags {
        n += 1;
        if key.is_empty() || key.chars().count() > 128 || value.chars().count() > 256 || key.starts_with("aws:") {
            return Err(errors::invalid("Tags contain invalid keys or values. Please refer to the documentation for tag restrictions."));
        }
    }
    if n > MAX_TAGS { Err(errors::invalid(format!("Number of tags exceeds resource tag limit. Limit: {MAX_TAGS}"))) } else { Ok(()) }
}

/// Adds tags to a function, or changes their values.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct TagResource {
    /// The function's ARN.
    pub resource: String,
    /// Keys with values.
    pub tags: BTreeMap<String, String>,
}

impl Operation for TagResource {
    type Output = ();

    fn needs(&self) -> Need {
        let tags = self.tags.iter().map(|(key, value)| (key.as_str(), value.as_str()));
        state::need("lambda:TagResource", &self.resource).with_tags(tags)
    }
}

impl Write for TagResource {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let mut tags = state::function(cx.world, cx.origin, &self.resource)?.tags.clone();
        tags.extend(self.tags);
        check(tags.iter())?;
        state::function_mut(cx.world, cx.origin, &self.resource)?.tags = tags;
        Ok(())
    }
}

/// Removes tags from a function by their keys.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct UntagResource {
    /// The function's ARN.
    pub resource: String,
    /// Which tags.
    pub tag_keys: Vec<String>,
}

impl Operation for UntagResource {
    type Output = ();

    fn needs(&self) -> Need {
        state::need("lambda:UntagResource", &self.resource)
    }
}

impl Write for UntagResource {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        state::function_mut(cx.world, cx.origin, &self.resource)?.tags.retain(|key, _| !self.tag_keys.contains(key));
        Ok(())
    }
}

/// Shows a function's tags.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListTags {
    /// The function's ARN.
    pub resource: String,
}

/// What ListTags answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListTagsOutput {
    tags: BTreeMap<String, String>,
}

impl Operation for ListTags {
    type Output = ListTagsOutput;

    fn needs(&self) -> Need {
        state::need("lambda:ListTags", &self.resource)
    }
}

impl Read for ListTags {
    fn read(self, cx: &mut View<'_>) -> Result<ListTagsOutput, ApiError> {
        Ok(ListTagsOutput { tags: state::function(cx.world, cx.origin, &self.resource)?.tags.clone() })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::invoke::bench::Bench;

    const ARN: &str = "arn:aws:lambda:us-east-1:123456789012:function:thumbs";

    #[test]
    fn tags_are_added_changed_and_removed() {
        let mut bench = Bench::with_function();
        bench.ok("TagResource", json!({"Resource": ARN, "Tags": {"team": "a", "env": "test"}}));
        bench.ok("TagResource", json!({"Resource": ARN, "Tags": {"team": "b"}}));
        bench.ok("UntagResource", json!({"Resource": ARN, "TagKeys": ["env"]}));
        assert_eq!(bench.ok("ListTags", json!({"Resource": ARN})), json!({"Tags": {"team": "b"}}));
        assert_eq!(bench.refused("TagResource", json!({"Resource": ARN, "Tags": {"aws:x": "a"}})), "InvalidParameterValueException");
    }
}
