//! Tags of topics.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{errors, state};
use crate::{
    World,
    api::{ApiError, Call, Need, Operation, Read, View, Write},
};

/// Most tags of a topic.
const MAX_TAGS: usize = 50;

/// A tag.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct Tag {
    /// Its key.
    pub key: String,
    /// Its value.
    pub value: String,
}

/// Reads tags with different keys.
pub(super) fn read(tags: &[Tag]) -> Result<BTreeMap<String, String>, ApiError> {
    let mut read = BTreeMap::new();
    for Tag { key, value } in tags {
        if key.is_empty() || key.chars().count() > 128 || value.chars().count() > 256 || key.starts_with("aws:") {
            return Err(errors::invalid("Tags Reason: Invalid tag"));
        }
        if read.insert(key.clone(), value.clone()).is_some() {
            return Err(errors::invalid("Duplicated keys are not allowed."));
        }
    }
    if read.len() > MAX_TAGS { Err(errors::invalid("Could not complete request: tag quota of per resource exceeded")) } else { Ok(read) }
}

/// The topic's tags, to be changed, or that there is no such topic.
fn tags_mut<'a>(world: &'a mut World, arn: &str) -> Result<&'a mut BTreeMap<String, String>, ApiError> {
    state::topic_mut(world, arn)
        .map(|topic| &mut topic.tags)
        .map_err(|error| if error.code == "NotFound" { errors::no_such_resource() } else { error })
}

/// Adds tags to a topic, or changes their values.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct TagResource {
    /// The topic's ARN.
    pub resource_arn: String,
    /// The tags.
    pub tags: Vec<Tag>,
}

impl Operation for TagResource {
    type Output = ();

    fn needs(&self) -> Need {
        let tags = self.tags.iter().map(|tag| (tag.key.as_str(), tag.value.as_str()));
        state::need("sns:TagResource", &self.resource_arn).with_tags(tags)
    }
}

impl Write for TagResource {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let new = read(&self.tags)?;
        let tags = tags_mut(cx.world, &self.resource_arn)?;
        let n_new = new.keys().filter(|key| !tags.contains_key(*key)).count();
        if tags.len() + n_new > MAX_TAGS {
            return Err(ApiError::new(400, "TagLimitExceeded", "Could not complete request: tag quota of per resource exceeded"));
        }
        tags.extend(new);
        Ok(())
    }
}

/// Removes tags from a topic by their keys.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct UntagResource {
    /// The topic's ARN.
    pub resource_arn: String,
    /// Which tags.
    pub tag_keys: Vec<String>,
}

impl Operation for UntagResource {
    type Output = ();

    fn needs(&self) -> Need {
        state::need("sns:UntagResource", &self.resource_arn)
    }
}

impl Write for UntagResource {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        tags_mut(cx.world, &self.resource_arn)?.retain(|key, _| !self.tag_keys.contains(key));
        Ok(())
    }
}

/// Shows a topic's tags.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListTagsForResource {
    /// The topic's ARN.
    pub resource_arn: String,
}

/// What ListTagsForResource answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListTagsForResourceOutput {
    tags: Vec<Tag>,
}

impl Operation for ListTagsForResource {
    type Output = ListTagsForResourceOutput;

    fn needs(&self) -> Need {
        state::need("sns:ListTagsForResource", &self.resource_arn)
    }
}

impl Read for ListTagsForResource {
    fn read(self, cx: &mut View<'_>) -> Result<ListTagsForResourceOutput, ApiError> {
        let topic = state::topic(cx.world, &self.resource_arn);
        let topic = topic.map_err(|error| if error.code == "NotFound" { errors::no_such_resource() } else { error })?;
        let tags = topic.tags.iter().map(|(key, value)| Tag { key: key.clone(), value: value.clone() });
        Ok(ListTagsForResourceOutput { tags: tags.collect() })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::publish::bench::{Bench, NEWS};

    #[test]
    fn tags_are_added_changed_and_removed() {
        let mut bench = Bench::with_topic();
        bench.ok("TagResource", json!({"ResourceArn": NEWS, "Tags": [{"Key": "team", "Value": "a"}, {"Key": "env", "Value": "x"}]}));
        bench.ok("TagResource", json!({"ResourceArn": NEWS, "Tags": [{"Key": "team", "Value": "b"}]}));
        bench.ok("UntagResource", json!({"ResourceArn": NEWS, "TagKeys": ["env"]}));
        assert_eq!(bench.ok("ListTagsForResource", json!({"ResourceArn": NEWS})), json!({"Tags": [{"Key": "team", "Value": "b"}]}));
        let twice = json!({"ResourceArn": NEWS, "Tags": [{"Key": "a", "Value": "1"}, {"Key": "a", "Value": "2"}]});
        assert_eq!(bench.refused("TagResource", twice), "InvalidParameter");
        let none = json!({"ResourceArn": "arn:aws:sns:us-east-1:123456789012:none"});
        assert_eq!(bench.refused("ListTagsForResource", none), "ResourceNotFound");
    }
}
