//! What a replication configuration may be: first its form, then each rule, then the rules together, then the buckets at both ends.

use std::collections::BTreeSet;

use super::super::{StorageClass, access::bucket_arn, bucket::Bucket, errors as s3_errors, versioning::Versioning};
use super::{
    configuration::{Destination, ReplicationConfiguration, ReplicationRule, ReplicationTimeValue},
    errors, role,
};
use crate::{World, api::ApiError, clock::MINUTE_MS, ident::AccountId};

/// Most rules of a bucket, longest name of one, highest priority, and longest prefix.
const MAX_RULES: usize = 1_000;
const MAX_ID_CHARS: usize = 255;
const MAX_PRIORITY: i64 = 2_147_483_647;

/// Checks a configuration for a bucket.
pub(super) fn check(world: &World, bucket: &Bucket, configuration: &ReplicationConfiguration) -> Result<(), ApiError> {
    if bucket.versioning != Versioning::Enabled {
        return Err(errors::source_unversioned());
    }
    let rules = &configuration.rules;
    if rules.is_empty() || !rules.iter().all(is_well_formed) {
        return Err(s3_errors::malformed_xml());
    }
    if role::parts(&configuration.role).is_none() {
        return Err(errors::bad_role_arn());
    }
    if rules.len() > MAX_RULES {
        return Err(errors::too_many_rules(MAX_RULES));
    }
    rules.iter().try_for_each(check_rule)?;
    check_together(rules)?;
    rules.iter().try_for_each(|rule| check_destination(world, bucket, &rule.destination))
}

/// What the schema asks for.
fn is_well_formed(rule: &ReplicationRule) -> bool {
    let is_switch = |status: &str| matches!(status, "Enabled" | "Disabled");
    let destination = &rule.destination;
    let criteria = rule.source_selection_criteria.as_ref();
    let switches = [
        Some(rule.status.as_str()),
        rule.delete_marker_replication.as_ref().and_then(|it| it.status.as_deref()),
        rule.existing_object_replication.as_ref().map(|it| it.status.as_str()),
        criteria.and_then(|criteria| criteria.sse_kms_encrypted_objects.as_ref()).map(|it| it.status.as_str()),
        criteria.and_then(|criteria| criteria.replica_modifications.as_ref()).map(|it| it.status.as_str()),
        destination.replication_time.as_ref().map(|it| it.status.as_str()),
        destination.metrics.as_ref().map(|it| it.status.as_str()),
    ];
    let filter = rule.filter.as_ref();
    let n_filters = filter.map_or(0, |it| usize::from(it.prefix.is_some()) + usize::from(it.tag.is_some()) + usize::from(it.and.is_some()));
    let one_form = if filter.is_some() { rule.prefix.is_none() && n_filters <= 1 } else { rule.prefix.is_some() };
    let owner = destination.access_control_translation.as_ref().is_none_or(|it| it.owner == "Destination");
    let is_class = |name: &String| StorageClass::named(name).is_some();
    let class = destination.storage_class.as_ref().is_none_or(is_class);
    switches.into_iter().flatten().all(is_switch) && one_form && owner && class && !destination.bucket.is_empty()
}

fn check_rule(rule: &ReplicationRule) -> Result<(), ApiError> {
    if rule.id.as_ref().is_some_and(|id| id.chars().count() > MAX_ID_CHARS) {
        return Err(errors::long_id(MAX_ID_CHARS));
    }
    match &rule.filter {
        None if rule.priority.is_some() => return Err(errors::unknown_to_older("Priority")),
        None if rule.delete_marker_replication.is_some() => return Err(errors::unknown_to_older("DeleteMarkerReplication")),
        Some(_) if rule.priority.is_none() => return Err(errors::missing("Priority")),
        Some(_) if rule.delete_marker_replication.is_none() => return Err(errors::missing("DeleteMarkerReplication")),
        _ => {}
    }
    if rule.priority.is_some_and(|priority| !(0..=MAX_PRIORITY).contains(&priority)) {
        return Err(errors::bad_priority(MAX_PRIORITY));
    }
    let mut keys = BTreeSet::new();
    if !rule.tags().all(|tag| keys.insert(&tag.key)) {
        return Err(errors::repeated_tag());
    }
    let marks = rule.delete_marker_replication.as_ref().is_some_and(|it| it.status.as_deref() == Some("Enabled"));
    if marks && !keys.is_empty() {
        return Err(errors::markers_with_tags());
    }
    if rule.existing_object_replication.as_ref().is_some_and(|it| it.status == "Enabled") {
        return Err(errors::existing_objects());
    }
    check_keys(rule)?;
    check_times(&rule.destination)
}

/// Objects under KMS keys are asked for, and the key of their replicas is named, together.
fn check_keys(rule: &ReplicationRule) -> Result<(), ApiError> {
    let criteria = rule.source_selection_criteria.as_ref().and_then(|criteria| criteria.sse_kms_encrypted_objects.as_ref());
    if criteria.is_none() && rule.destination.encryption_configuration.is_some() {
        return Err(errors::key_without_kms_objects());
    }
    if rule.copies_kms_objects() && rule.destination.replica_key().is_none_or(str::is_empty) {
        return Err(errors::kms_objects_without_key());
    }
    Ok(())
}

/// Replication Time Control goes with metrics, and both know 15 minutes only.
fn check_times(destination: &Destination) -> Result<(), ApiError> {
    let (time, metrics) = (destination.replication_time.as_ref(), destination.metrics.as_ref());
    let is_on = |status: Option<&str>| status == Some("Enabled");
    if is_on(time.map(|it| it.status.as_str())) && !is_on(metrics.map(|it| it.status.as_str())) {
        return Err(errors::timed_without_metrics());
    }
    let given = [time.and_then(|it| it.time.as_ref()), metrics.and_then(|it| it.event_threshold.as_ref())];
    let is_right = |value: &ReplicationTimeValue| value.minutes == Some(super::status::THRESHOLD_MS / MINUTE_MS);
    if given.into_iter().flatten().all(is_right) { Ok(()) } else { Err(errors::bad_minutes()) }
}

/// Names and priorities are the rules' own; older and newer forms do not mix.
fn check_together(rules: &[ReplicationRule]) -> Result<(), ApiError> {
    let mut ids = BTreeSet::new();
    if !rules.iter().filter_map(|rule| rule.id.as_deref()).filter(|id| !id.is_empty()).all(|id| ids.insert(id)) {
        return Err(errors::repeated_id());
    }
    let n_newer = rules.iter().filter(|rule| rule.filter.is_some()).count();
    if n_newer > 0 && n_newer < rules.len() {
        return Err(s3_errors::malformed_xml());
    }
    let mut priorities = BTreeSet::new();
    match rules.iter().filter_map(|rule| rule.priority).find(|priority| !priorities.insert(*priority)) {
        Some(repeated) => Err(errors::repeated_priority(repeated)),
        None => Ok(()),
    }
}

fn check_destination(world: &World, source: &Bucket, destination: &Destination) -> Result<(), ApiError> {
    if bucket_arn(destination.bucket_name()) != destination.bucket {
        return Err(errors::bad_bucket_arn());
    }
    let account = destination.account.as_deref();
    if destination.changes_owner() && account.is_none() {
        return Err(errors::owner_without_account());
    }
    if account.is_some_and(|account| AccountId::read(account).is_none()) {
        return Err(s3_errors::malformed_xml());
    }
    if destination.bucket_name() == &*source.name {
        return Err(errors::own_destination());
    }
    // a bucket that is not there is answered like one without versions
    let target = world.s3.bucket(destination.bucket_name()).filter(|bucket| bucket.versioning == Versioning::Enabled);
    let target = target.ok_or_else(errors::destination_unversioned)?;
    if account.is_some_and(|account| account != target.owner.to_string()) { Err(errors::other_account()) } else { Ok(()) }
}
