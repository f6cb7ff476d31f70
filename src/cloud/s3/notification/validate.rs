//! What a notification configuration may be: first its form, then whether configurations overlap, then whether each destination is
//! there and lets S3 in.

use super::super::{access, bucket::Bucket, errors::malformed_xml};
use super::{
    NotificationConfiguration,
    configuration::{Entry, To},
    errors, event,
    send::origin,
};
use crate::{
    World,
    api::{ApiError, Need},
    sqs,
};

/// Most configurations of a bucket, and longest filter value.
const MAX_CONFIGURATIONS: usize = 100;
const MAX_VALUE_BYTES: usize = 1_024;

/// Checks the form of a configuration for a bucket.
pub(super) fn form(bucket: &Bucket, configuration: &NotificationConfiguration) -> Result<(), ApiError> {
    let entries: Vec<Entry<'_>> = configuration.entries().collect();
    for entry in &entries {
        if entry.events.is_empty() {
            return Err(malformed_xml());
        }
        if !entry.events.iter().all(|event| event::is_known(event)) {
            return Err(errors::unknown_event());
        }
    }
    for entry in &entries {
        check_arn(bucket, entry)?;
    }
    entries.iter().try_for_each(check_filter)?;
    if entries.len() > MAX_CONFIGURATIONS {
        return Err(errors::too_many(MAX_CONFIGURATIONS));
    }
    let repeated = |(at, entry): (usize, &Entry<'_>)| entry.id.is_some_and(|id| entries[..at].iter().any(|other| other.id == Some(id)));
    if entries.iter().enumerate().any(repeated) {
        return Err(errors::repeated_id());
    }
    let overlaps = |(at, entry): (usize, &Entry<'_>)| entries[..at].iter().any(|other| overlap(entry, other));
    if entries.iter().enumerate().any(overlaps) { Err(errors::ambiguous()) } else { Ok(()) }
}

/// The ARN must be of the kind of destination, and lie in the bucket's region.
fn check_arn(bucket: &Bucket, entry: &Entry<'_>) -> Result<(), ApiError> {
    let mut parts = entry.arn.split(':');
    let mut next = || parts.next().unwrap_or_default();
    let (head, service, region, account, name) = ((next(), next()), next(), next(), next(), next());
    let wanted = match entry.to {
        To::Topic => "sns",
        To::Queue => "sqs",
        To::Function => "lambda",
    };
    let is_account = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
    if head != ("arn", "aws") || service.is_empty() || region.is_empty() || !is_account || name.is_empty() {
        return Err(errors::unparseable_arn());
    }
    if service != wanted {
        return Err(errors::unparseable_arn());
    }
    if region != bucket.region.name() {
        return Err(errors::other_region());
    }
    // FIFO queues and topics are no destinations (S3 User Guide, event types and destinations)
    if entry.to != To::Function && sqs::is_fifo(entry.arn) { Err(errors::invalid_destinations()) } else { Ok(()) }
}

fn check_filter(entry: &Entry<'_>) -> Result<(), ApiError> {
    let (mut n_prefixes, mut n_suffixes) = (0, 0);
    for rule in entry.rules() {
        match rule.name.as_deref().unwrap_or_default().to_ascii_lowercase().as_str() {
            "prefix" => n_prefixes += 1,
            "suffix" => n_suffixes += 1,
            _ => return Err(errors::bad_filter_name()),
        }
        if rule.value.as_deref().unwrap_or_default().len() > MAX_VALUE_BYTES {
            return Err(errors::long_filter_value());
        }
    }
    match (n_prefixes, n_suffixes) {
        (2.., _) => Err(errors::repeated_filter("prefix")),
        (_, 2..) => Err(errors::repeated_filter("suffix")),
        _ => Ok(()),
    }
}

/// Two configurations share an event, and a key could begin and end as both want it.
fn overlap(one: &Entry<'_>, other: &Entry<'_>) -> bool {
    let shares = one.events.iter().any(|event| other.events.iter().any(|it| event::share(event, it)));
    let (a, b) = (one.prefix(), other.prefix());
    let (x, y) = (one.suffix(), other.suffix());
    shares && (a.starts_with(b) || b.starts_with(a)) && (x.ends_with(y) || y.ends_with(x))
}

/// Refuses destinations that are not there or do not let S3 in.
pub(super) fn destinations(world: &World, bucket: &Bucket, configuration: &NotificationConfiguration) -> Result<(), ApiError> {
    let from = origin(bucket);
    for entry in configuration.entries() {
        let (is_there, action) = match entry.to {
            To::Topic => (world.sns.topic(entry.arn).is_some(), "sns:Publish"),
            To::Queue => (world.sqs.queue(entry.arn).is_some(), "sqs:SendMessage"),
            To::Function => (world.lambda.function(entry.arn).is_some(), "lambda:InvokeFunction"),
        };
        if !is_there || !world.may(&from, &Need::action(action).on(entry.arn.to_owned())) {
            return Err(errors::invalid_destinations());
        }
    }
    Ok(())
}

/// What S3 may do is asked with the bucket as the source.
pub(super) fn source(bucket: &Bucket) -> String {
    access::bucket_arn(&bucket.name)
}
