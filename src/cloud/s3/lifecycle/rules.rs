//! A lifecycle configuration as the API spells it, and the same rules in the form in which they are applied.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::super::{StorageClass, class::SMALL_BYTES, version::Version};
use crate::clock::SimTime;

/// `LifecycleConfiguration`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct LifecycleConfiguration {
    /// At most 1,000.
    pub rules: Vec<LifecycleRule>,
}

/// `LifecycleRule`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct LifecycleRule {
    pub expiration: Option<Expiration>,
    #[serde(rename = "ID")]
    pub id: Option<String>,
    pub prefix: Option<String>,
    pub filter: Option<Filter>,
    pub status: String,
    pub transitions: Option<Vec<Transition>>,
    pub noncurrent_version_transitions: Option<Vec<NoncurrentVersionTransition>>,
    pub noncurrent_version_expiration: Option<NoncurrentVersionExpiration>,
    pub abort_incomplete_multipart_upload: Option<AbortIncompleteMultipartUpload>,
}

/// `LifecycleExpiration`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct Expiration {
    pub date: Option<SimTime>,
    pub days: Option<i64>,
    pub expired_object_delete_marker: Option<bool>,
}

/// `LifecycleRuleFilter`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct Filter {
    pub prefix: Option<String>,
    pub tag: Option<Tag>,
    pub object_size_greater_than: Option<i64>,
    pub object_size_less_than: Option<i64>,
    pub and: Option<FilterAnd>,
}

/// `LifecycleRuleAndOperator`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct FilterAnd {
    pub prefix: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub object_size_greater_than: Option<i64>,
    pub object_size_less_than: Option<i64>,
}

/// `Tag`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct Tag {
    pub key: String,
    pub value: String,
}

/// `Transition`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct Transition {
    pub date: Option<SimTime>,
    pub days: Option<i64>,
    pub storage_class: String,
}

/// `NoncurrentVersionTransition`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct NoncurrentVersionTransition {
    pub noncurrent_days: Option<i64>,
    pub storage_class: String,
    pub newer_noncurrent_versions: Option<i64>,
}

/// `NoncurrentVersionExpiration`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct NoncurrentVersionExpiration {
    pub noncurrent_days: Option<i64>,
    pub newer_noncurrent_versions: Option<i64>,
}

/// `AbortIncompleteMultipartUpload`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct AbortIncompleteMultipartUpload {
    pub days_after_initiation: Option<i64>,
}

/// A bucket's lifecycle: what was put, and the enabled rules ready to apply.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lifecycle {
    /// As it was put; identifiers filled in.
    pub given: LifecycleConfiguration,
    /// `TransitionDefaultMinimumObjectSize` is `varies_by_storage_class`.
    pub min_size_varies: bool,
    /// Enabled rules, in order.
    pub(super) rules: Vec<Rule>,
}

/// When an action is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum When {
    Days(u32),
    Date(SimTime),
}

impl When {
    /// The midnight (UTC) on which something that began at `from` falls due: age is rounded up to the next midnight.
    pub(super) fn due(self, from: SimTime) -> SimTime {
        match self {
            Self::Days(days) => from.plus_days(days).next_midnight(),
            Self::Date(date) => date.max(from.next_midnight()),
        }
    }
}

/// An enabled rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Rule {
    pub id: String,
    pub prefix: String,
    pub tags: Vec<Tag>,
    pub larger_than: Option<u64>,
    pub smaller_than: Option<u64>,
    pub expire: Option<When>,
    pub expire_lone_marker: bool,
    pub transitions: Vec<(When, StorageClass)>,
    pub expire_noncurrent: Option<(When, u64)>,
    pub noncurrent_transitions: Vec<(When, u64, StorageClass)>,
    pub abort: Option<When>,
}

impl Rule {
    /// The rule that was put, which must be valid.
    fn of(given: &LifecycleRule) -> Self {
        let filter = given.filter.clone().unwrap_or_default();
        let and = filter.and.unwrap_or_default();
        let days = |days: Option<i64>| days.map(|days| When::Days(days.try_into().unwrap_or(u32::MAX)));
        let keep = |newer: Option<i64>| newer.map_or(0, i64::unsigned_abs);
        let class = |name: &str| StorageClass::named(name).unwrap_or_default();
        let expiration = given.expiration.clone().unwrap_or_default();
        let noncurrent = given.noncurrent_version_expiration.clone().unwrap_or_default();
        Self {
            id: given.id.clone().unwrap_or_default(),
            prefix: given.prefix.clone().or(filter.prefix).or(and.prefix).unwrap_or_default(),
            tags: filter.tag.into_iter().chain(and.tags.unwrap_or_default()).collect(),
            larger_than: filter.object_size_greater_than.or(and.object_size_greater_than).map(i64::unsigned_abs),
            smaller_than: filter.object_size_less_than.or(and.object_size_less_than).map(i64::unsigned_abs),
            expire: days(expiration.days).or(expiration.date.map(When::Date)),
            expire_lone_marker: expiration.expired_object_delete_marker == Some(true),
            transitions: given
                .transitions
                .iter()
                .flatten()
                .filter_map(|it| Some((days(it.days).or(it.date.map(When::Date))?, class(&it.storage_class))))
                .collect(),
            expire_noncurrent: days(noncurrent.noncurrent_days).map(|when| (when, keep(noncurrent.newer_noncurrent_versions))),
            noncurrent_transitions: given
                .noncurrent_version_transitions
                .iter()
                .flatten()
                .filter_map(|it| Some((days(it.noncurrent_days)?, keep(it.newer_noncurrent_versions), class(&it.storage_class))))
                .collect(),
            abort: days(given.abort_incomplete_multipart_upload.as_ref().and_then(|abort| abort.days_after_initiation)),
        }
    }

    /// True if the filter lets this version of a matching key in. Delete markers have no tags, and to size filters they are
    /// objects without data (S3 User Guide, examples of lifecycle configurations).
    pub(super) fn admits(&self, version: &Version) -> bool {
        match version.object() {
            Some(object) => self.admits_size(object.size()) && self.tags.iter().all(|tag| object.tags.get(&tag.key) == Some(&tag.value)),
            None => self.admits_size(0) && self.tags.is_empty(),
        }
    }

    fn admits_size(&self, size: u64) -> bool {
        self.larger_than.is_none_or(|bound| size > bound) && self.smaller_than.is_none_or(|bound| size < bound)
    }

    fn filters_size(&self) -> bool {
        self.larger_than.is_some() || self.smaller_than.is_some()
    }

    /// True if an object of this size may transition to the class: objects under 128 KB stay, unless the rule filters by
    /// size or the bucket keeps the older default, under which they may enter the two archives.
    pub(super) fn moves_size(&self, size: u64, to: StorageClass, min_size_varies: bool) -> bool {
        size >= SMALL_BYTES || self.filters_size() || (min_size_varies && to.is_archive())
    }
}

impl Lifecycle {
    /// A valid configuration, ready to apply.
    pub(super) fn new(given: LifecycleConfiguration, min_size_varies: bool) -> Self {
        let rules = given.rules.iter().filter(|rule| rule.status == "Enabled").map(Rule::of).collect();
        Self { given, min_size_varies, rules }
    }
}
