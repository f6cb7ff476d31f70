//! What S3's published schema for lifecycle configurations forbids, all of it `MalformedXML`. It knows no meaning of numbers.

use super::super::super::{StorageClass, errors};
use super::super::rules::{Expiration, Filter, LifecycleRule};
use crate::api::ApiError;

const MAX_RULES: usize = 1_000;

pub(super) fn check(rules: &[LifecycleRule]) -> Result<(), ApiError> {
    let well_formed = (1..=MAX_RULES).contains(&rules.len()) && rules.iter().all(rule);
    if well_formed { Ok(()) } else { Err(errors::malformed_xml()) }
}

fn rule(rule: &LifecycleRule) -> bool {
    let transitions = rule.transitions.iter().flatten();
    let noncurrent_transitions = rule.noncurrent_version_transitions.iter().flatten();
    matches!(rule.status.as_str(), "Enabled" | "Disabled")
        && rule.prefix.is_some() != rule.filter.is_some()
        && rule.filter.as_ref().is_none_or(filter)
        && rule.expiration.as_ref().is_none_or(expiration)
        && transitions
            .into_iter()
            .all(|it| n_present([it.days.is_some(), it.date.is_some()]) <= 1 && is_int(it.days) && class(&it.storage_class))
        && rule.noncurrent_version_expiration.as_ref().is_none_or(|it| is_given(it.noncurrent_days) && is_int(it.newer_noncurrent_versions))
        && noncurrent_transitions
            .into_iter()
            .all(|it| is_given(it.noncurrent_days) && is_int(it.newer_noncurrent_versions) && class(&it.storage_class))
        && rule.abort_incomplete_multipart_upload.as_ref().is_none_or(|it| is_given(it.days_after_initiation))
}

/// At most one predicate alone, and at least two in an `And`.
fn filter(filter: &Filter) -> bool {
    let sizes = [filter.object_size_greater_than.is_some(), filter.object_size_less_than.is_some()];
    let n_alone = n_present([filter.prefix.is_some(), filter.tag.is_some(), filter.and.is_some()]) + n_present(sizes);
    let n_joined = filter.and.as_ref().map(|and| {
        let others = [and.prefix.is_some(), and.object_size_greater_than.is_some(), and.object_size_less_than.is_some()];
        n_present(others) + and.tags.iter().flatten().count()
    });
    n_alone <= 1 && n_joined.is_none_or(|n| n >= 2)
}

fn expiration(expiration: &Expiration) -> bool {
    n_present([expiration.date.is_some(), expiration.days.is_some(), expiration.expired_object_delete_marker.is_some()]) == 1
        && is_int(expiration.days)
}

/// A class of the enum `TransitionStorageClass`.
fn class(name: &str) -> bool {
    StorageClass::named(name).is_some_and(StorageClass::is_transition_target)
}

fn n_present<const N: usize>(members: [bool; N]) -> usize {
    members.into_iter().filter(|present| *present).count()
}

/// The schema's integers have 32 bits.
fn is_int(number: Option<i64>) -> bool {
    number.is_none_or(|number| i32::try_from(number).is_ok())
}

fn is_given(number: Option<i64>) -> bool {
    number.is_some() && is_int(number)
}
