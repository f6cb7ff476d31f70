//! When a rule's actions may come: least days, midnights, and their order within one rule. Two rules may contradict each
//! other; that is settled in the sweep.

use super::super::super::{StorageClass, errors};
use super::super::rules::LifecycleRule;
use super::filter;
use crate::{
    api::ApiError,
    clock::{DAY_MS, SimTime},
};

/// Days that an object must have been in S3 before it enters an infrequent access class.
const IA_MIN_DAYS: i64 = 30;
/// Most noncurrent versions that a rule may keep (S3 API Reference, NoncurrentVersionExpiration).
const MAX_NEWER_VERSIONS: i64 = 100;
const EXPIRE_NONCURRENT: &str = "NoncurrentVersionExpiration";
const MOVE_NONCURRENT: &str = "NoncurrentVersionTransition";

pub(super) fn check(rule: &LifecycleRule) -> Result<(), ApiError> {
    let scope = filter::describe(rule);
    check_abort(rule)?;
    check_current(rule, &scope)?;
    check_noncurrent(rule, &scope)
}

fn check_abort(rule: &LifecycleRule) -> Result<(), ApiError> {
    let days = rule.abort_incomplete_multipart_upload.as_ref().and_then(|abort| abort.days_after_initiation);
    if days.is_some_and(|days| days < 1) {
        return Err(errors::not_positive("DaysAfterInitiation", "AbortIncompleteMultipartUpload"));
    }
    Ok(())
}

fn check_current(rule: &LifecycleRule, scope: &str) -> Result<(), ApiError> {
    let expiration = rule.expiration.clone().unwrap_or_default();
    if expiration.days.is_some_and(|days| days < 1) {
        return Err(errors::not_positive("Days", "Expiration"));
    }
    check_midnight(expiration.date)?;
    let transitions = rule.transitions.as_deref().unwrap_or_default();
    let mut steps = Vec::new();
    for transition in transitions {
        check_midnight(transition.date)?;
        let class = StorageClass::named(&transition.storage_class).unwrap_or_default();
        if let Some(days) = transition.days {
            check_days("Days", "Transition", days, class)?;
        }
        let day = transition.days.or(transition.date.map(day_number)).ok_or_else(errors::transition_without_time)?;
        steps.push(Step { class, day });
    }
    let by_date = transitions.iter().filter(|transition| transition.date.is_some()).count();
    if by_date > 0 && by_date < transitions.len() {
        return Err(errors::mixed_dates_and_days("Transition actions", scope));
    }
    if (by_date > 0 && expiration.days.is_some()) || (by_date < transitions.len() && expiration.date.is_some()) {
        return Err(errors::mixed_dates_and_days("Expiration and Transition actions", scope));
    }
    let member = if by_date > 0 { "Date" } else { "Days" };
    check_order(&steps, member, "Transition", scope)?;
    let end = expiration.days.or(expiration.date.map(day_number));
    check_end(end, &steps, member, ("Expiration", "Transition"), scope)
}

fn check_noncurrent(rule: &LifecycleRule, scope: &str) -> Result<(), ApiError> {
    let member = "NoncurrentDays";
    let expiration = rule.noncurrent_version_expiration.clone().unwrap_or_default();
    if expiration.noncurrent_days.is_some_and(|days| days < 1) {
        return Err(errors::not_positive(member, EXPIRE_NONCURRENT));
    }
    check_newer(expiration.newer_noncurrent_versions, EXPIRE_NONCURRENT)?;
    let mut steps = Vec::new();
    for transition in rule.noncurrent_version_transitions.iter().flatten() {
        let class = StorageClass::named(&transition.storage_class).unwrap_or_default();
        let day = transition.noncurrent_days.unwrap_or_default();
        check_days(member, MOVE_NONCURRENT, day, class)?;
        check_newer(transition.newer_noncurrent_versions, MOVE_NONCURRENT)?;
        steps.push(Step { class, day });
    }
    check_order(&steps, member, MOVE_NONCURRENT, scope)?;
    check_end(expiration.noncurrent_days, &steps, member, (EXPIRE_NONCURRENT, MOVE_NONCURRENT), scope)
}

/// A transition of one rule: into which class, on which day of the object's age or of the calendar.
#[derive(Clone, Copy)]
struct Step {
    class: StorageClass,
    day: i64,
}

fn day_number(date: SimTime) -> i64 {
    date.millis().div_euclid(DAY_MS)
}

fn check_midnight(date: Option<SimTime>) -> Result<(), ApiError> {
    if date.is_some_and(|date| date != date.midnight()) { Err(errors::date_not_midnight()) } else { Ok(()) }
}

fn check_days(member: &str, action: &str, days: i64, class: StorageClass) -> Result<(), ApiError> {
    if days < 0 {
        return Err(errors::negative(member, action));
    }
    if is_infrequent(class) && days < IA_MIN_DAYS {
        return Err(errors::too_early_for_class(member, action, IA_MIN_DAYS, class.name()));
    }
    Ok(())
}

const fn is_infrequent(class: StorageClass) -> bool {
    matches!(class, StorageClass::StandardIa | StorageClass::OnezoneIa)
}

fn check_newer(count: Option<i64>, action: &str) -> Result<(), ApiError> {
    match count {
        Some(..1) => Err(errors::not_positive("NewerNoncurrentVersions", action)),
        Some(count) if count > MAX_NEWER_VERSIONS => {
            Err(errors::invalid_argument(format!("'NewerNoncurrentVersions' for {action} action should not exceed {MAX_NEWER_VERSIONS}")))
        }
        _ => Ok(()),
    }
}

/// Each class once, down the waterfall, and in each class at least as long as the class is billed for.
fn check_order(steps: &[Step], member: &str, action: &str, scope: &str) -> Result<(), ApiError> {
    let mut steps = steps.to_vec();
    steps.sort_by_key(|step| place_in_waterfall(step.class));
    if steps.windows(2).any(|pair| pair[0].class == pair[1].class) {
        return Err(errors::repeated_class(action, scope));
    }
    for pair in steps.windows(2) {
        let (before, step) = (pair[0], pair[1]);
        let gap = i64::from(before.class.min_days()).max(1);
        if step.day < before.day + gap {
            return Err(errors::transition_too_soon(member, action, (step.class.name(), before.class.name()), gap, scope));
        }
    }
    Ok(())
}

/// The order in which one object may pass through the classes (S3 User Guide, the waterfall of supported transitions).
const fn place_in_waterfall(class: StorageClass) -> u8 {
    match class {
        StorageClass::ReducedRedundancy | StorageClass::Standard => 0,
        StorageClass::StandardIa => 1,
        StorageClass::IntelligentTiering => 2,
        StorageClass::OnezoneIa => 3,
        StorageClass::GlacierIr => 4,
        StorageClass::Glacier => 5,
        StorageClass::DeepArchive => 6,
    }
}

/// The end comes strictly after every move.
fn check_end(end: Option<i64>, steps: &[Step], member: &str, actions: (&str, &str), scope: &str) -> Result<(), ApiError> {
    if end.is_some_and(|end| steps.iter().any(|step| end <= step.day)) {
        return Err(errors::expires_before_transition(member, actions, scope));
    }
    Ok(())
}
