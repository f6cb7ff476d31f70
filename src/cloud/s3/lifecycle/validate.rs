//! What S3 refuses when a lifecycle configuration is put (S3 User Guide and the errors S3 is seen to answer): first what its
//! schema forbids, for all rules, then what the rules say together, then each rule. It applies no rule.

use std::collections::BTreeSet;

use super::{
    super::errors,
    rules::{LifecycleConfiguration, LifecycleRule},
};
use crate::api::ApiError;

mod filter;
mod schema;
mod timing;

const MAX_ID_CHARS: usize = 255;

/// Lets a configuration pass or says what is wrong with it.
pub(super) fn check(configuration: &LifecycleConfiguration) -> Result<(), ApiError> {
    let rules = &configuration.rules;
    schema::check(rules)?;
    check_ids(rules)?;
    check_forms(rules)?;
    for rule in rules {
        if actions(rule).next().is_none() {
            return Err(errors::rule_without_action());
        }
        filter::check(rule)?;
        timing::check(rule)?;
    }
    Ok(())
}

/// The kinds of action that a rule has, by AWS's names.
fn actions(rule: &LifecycleRule) -> impl Iterator<Item = &'static str> {
    let present = [
        ("Expiration", rule.expiration.is_some()),
        ("Transition", rule.transitions.iter().flatten().next().is_some()),
        ("NoncurrentVersionExpiration", rule.noncurrent_version_expiration.is_some()),
        ("NoncurrentVersionTransition", rule.noncurrent_version_transitions.iter().flatten().next().is_some()),
        ("AbortIncompleteMultipartUpload", rule.abort_incomplete_multipart_upload.is_some()),
    ];
    present.into_iter().filter_map(|(name, is_present)| is_present.then_some(name))
}

fn check_ids(rules: &[LifecycleRule]) -> Result<(), ApiError> {
    let mut ids = BTreeSet::new();
    for id in rules.iter().filter_map(|rule| rule.id.as_deref()).filter(|id| !id.is_empty()) {
        if id.chars().count() > MAX_ID_CHARS {
            return Err(errors::rule_id_too_long());
        }
        if !ids.insert(id) {
            return Err(errors::duplicate_rule_id());
        }
    }
    Ok(())
}

/// Rules with a prefix of their own are of the older form, which does not mix with filters, knows no count of versions to
/// keep, and does not let two rules do the same to the same keys.
fn check_forms(rules: &[LifecycleRule]) -> Result<(), ApiError> {
    let older: Vec<(&str, &LifecycleRule)> = rules.iter().filter_map(|rule| Some((rule.prefix.as_deref()?, rule))).collect();
    if !older.is_empty() && older.len() < rules.len() {
        return Err(errors::prefix_beside_filter());
    }
    for (index, (prefix, rule)) in older.iter().enumerate() {
        let counts_expired = rule.noncurrent_version_expiration.iter().map(|action| action.newer_noncurrent_versions);
        let counts_moved = rule.noncurrent_version_transitions.iter().flatten().map(|action| action.newer_noncurrent_versions);
        if counts_expired.chain(counts_moved).any(|count| count.is_some()) {
            return Err(errors::newer_versions_without_filter());
        }
        for (earlier, other) in &older[..index] {
            if (prefix.starts_with(earlier) || earlier.starts_with(prefix))
                && let Some(action) = actions(rule).find(|action| actions(other).any(|others| others == *action))
            {
                return Err(errors::overlapping_prefixes(earlier.min(prefix), earlier.max(prefix), action));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
