//! Which filters S3 refuses, which actions it does not let a filter confine, and how its messages name a rule's filter.

use std::collections::BTreeSet;

use super::super::super::errors;
use super::super::rules::{Filter, LifecycleRule, Tag};
use crate::api::ApiError;

/// The largest bound of a size filter, 1,000 TiB, as S3 names it in its refusal.
const MAX_SIZE_BYTES: i64 = 1_000 << 40;

pub(super) fn check(rule: &LifecycleRule) -> Result<(), ApiError> {
    let Some(filter) = &rule.filter else { return Ok(()) };
    let mut keys = BTreeSet::new();
    if !tags(filter).all(|tag| keys.insert(&tag.key)) {
        return Err(errors::duplicate_filter_tag());
    }
    let (larger, smaller) = sizes(filter);
    for (member, bound, least) in [("ObjectSizeGreaterThan", larger, 0), ("ObjectSizeLessThan", smaller, 1)] {
        if bound.is_some_and(|bound| !(least..=MAX_SIZE_BYTES).contains(&bound)) {
            return Err(errors::size_out_of_range(member, least, MAX_SIZE_BYTES));
        }
    }
    if larger.zip(smaller).is_some_and(|(larger, smaller)| smaller <= larger) {
        return Err(errors::sizes_cross());
    }
    let expires_markers = rule.expiration.as_ref().is_some_and(|expiration| expiration.expired_object_delete_marker.is_some());
    let aborts = rule.abort_incomplete_multipart_upload.is_some();
    for (action, present) in [("AbortIncompleteMultipartUpload", aborts), ("ExpiredObjectDeleteMarker", expires_markers)] {
        if present && tags(filter).next().is_some() {
            return Err(errors::action_with_filter(action, "Tags"));
        }
        if present && (larger.is_some() || smaller.is_some()) {
            return Err(errors::action_with_filter(action, "Object Size"));
        }
    }
    Ok(())
}

fn tags(filter: &Filter) -> impl Iterator<Item = &Tag> {
    filter.tag.iter().chain(filter.and.iter().flat_map(|and| and.tags.iter().flatten()))
}

/// The bounds of a filter: larger than, smaller than.
fn sizes(filter: &Filter) -> (Option<i64>, Option<i64>) {
    let and = filter.and.as_ref();
    (
        filter.object_size_greater_than.or(and.and_then(|and| and.object_size_greater_than)),
        filter.object_size_less_than.or(and.and_then(|and| and.object_size_less_than)),
    )
}

/// A rule's filter as S3's messages name it: `filter '(prefix=logs/ and tag={key=team, value=a})'`; the prefix of a rule of
/// the older form is `prefix 'logs/'`.
pub(super) fn describe(rule: &LifecycleRule) -> String {
    let Some(filter) = &rule.filter else {
        return format!("prefix '{}'", rule.prefix.as_deref().unwrap_or_default());
    };
    let prefix = filter.prefix.as_ref().or(filter.and.as_ref().and_then(|and| and.prefix.as_ref()));
    let (larger, smaller) = sizes(filter);
    let mut parts: Vec<String> = prefix.map(|prefix| format!("prefix={prefix}")).into_iter().collect();
    parts.extend(tags(filter).map(|tag| format!("tag={{key={}, value={}}}", tag.key, tag.value)));
    parts.extend(larger.map(|bound| format!("objectsizegreaterthan={bound}")));
    parts.extend(smaller.map(|bound| format!("objectsizelessthan={bound}")));
    format!("filter '({})'", parts.join(" and "))
}
