//! Intelligent-Tiering: a bucket's opt-in archive tiers and when an unread object moves on. The move itself is the sweep's.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    bucket::Bucket,
    class::{SMALL_BYTES, Tier},
    errors,
    lifecycle::Tag,
    version::Object,
};
use crate::{api::ApiError, clock::SimTime};

mod api;

pub use api::{
    DeleteBucketIntelligentTieringConfiguration, GetBucketIntelligentTieringConfiguration, ListBucketIntelligentTieringConfigurations,
    PutBucketIntelligentTieringConfiguration,
};

/// Moves that every object makes, with the days without access before each (S3 User Guide, Intelligent-Tiering).
const AUTOMATIC: [(u32, Tier); 2] = [(30, Tier::Infrequent), (90, Tier::ArchiveInstant)];
/// Most days that a configuration may ask for.
const MAX_DAYS: i64 = 730;

/// `IntelligentTieringConfiguration`: which objects may go to the archive tiers, and when.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct IntelligentTieringConfiguration {
    /// Its name, unique in the bucket.
    pub id: String,
    /// The objects it is about; the whole bucket without.
    pub filter: Option<IntelligentTieringFilter>,
    /// `Enabled` or `Disabled`.
    pub status: String,
    /// One or both archive tiers.
    pub tierings: Vec<OptInTier>,
}

/// `IntelligentTieringFilter`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct IntelligentTieringFilter {
    /// Keys that begin so.
    pub prefix: Option<String>,
    /// Objects with this tag.
    pub tag: Option<Tag>,
    /// Objects for which all of several conditions hold.
    pub and: Option<IntelligentTieringAndOperator>,
}

/// `IntelligentTieringAndOperator`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct IntelligentTieringAndOperator {
    /// Keys that begin so.
    pub prefix: Option<String>,
    /// Objects with all of these tags.
    pub tags: Option<Vec<Tag>>,
}

/// AWS's `Tiering`: an archive tier with the days without access before it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct OptInTier {
    /// Consecutive days without access.
    pub days: i64,
    /// `ARCHIVE_ACCESS` or `DEEP_ARCHIVE_ACCESS`.
    pub access_tier: String,
}

impl OptInTier {
    fn tier(&self) -> Option<Tier> {
        [Tier::Archive, Tier::DeepArchive].into_iter().find(|tier| tier.archive_status() == Some(&self.access_tier))
    }

    /// The move it asks for.
    fn step(&self) -> Option<(u32, Tier)> {
        Some((self.days.try_into().ok()?, self.tier()?))
    }

    fn check_days(&self) -> Result<(), ApiError> {
        let least = if self.tier() == Some(Tier::DeepArchive) { 180 } else { 90 };
        let (tier, days) = (&self.access_tier, self.days);
        if days < least {
            return Err(errors::invalid_argument(format!("Days specified in {tier} tier should not be less than {least}")));
        }
        if days > MAX_DAYS {
            return Err(errors::invalid_argument(format!("Days specified in {tier} tier should not be more than {MAX_DAYS}")));
        }
        Ok(())
    }
}

impl IntelligentTieringFilter {
    fn prefix(&self) -> Option<&str> {
        self.prefix.as_deref().or_else(|| self.and.as_ref()?.prefix.as_deref())
    }

    fn tags(&self) -> impl Iterator<Item = &Tag> {
        self.tag.iter().chain(self.and.iter().flat_map(|and| and.tags.iter().flatten()))
    }

    /// At most one predicate, or an `And` of two and more.
    fn is_well_formed(&self) -> bool {
        let n_alone = [self.prefix.is_some(), self.tag.is_some(), self.and.is_some()].into_iter().filter(|it| *it).count();
        let n_joined = self.and.as_ref().map(|and| usize::from(and.prefix.is_some()) + and.tags.iter().flatten().count());
        n_alone <= 1 && n_joined.is_none_or(|n| n >= 2)
    }
}

impl IntelligentTieringConfiguration {
    fn is_enabled(&self) -> bool {
        self.status == "Enabled"
    }

    fn prefix(&self) -> Option<&str> {
        self.filter.as_ref().and_then(IntelligentTieringFilter::prefix)
    }

    fn matches(&self, key: &str, object: &Object) -> bool {
        let mut tags = self.filter.iter().flat_map(IntelligentTieringFilter::tags);
        key.starts_with(self.prefix().unwrap_or_default()) && tags.all(|tag| object.tags.get(&tag.key) == Some(&tag.value))
    }

    /// Checks what was put under `id`: first the form, then the days.
    fn check(&self, id: &str) -> Result<(), ApiError> {
        let repeats = |index: usize, tier: &OptInTier| self.tierings[..index].iter().any(|other| other.access_tier == tier.access_tier);
        let well_formed = self.id == id
            && matches!(self.status.as_str(), "Enabled" | "Disabled")
            && self.filter.as_ref().is_none_or(IntelligentTieringFilter::is_well_formed)
            && !self.tierings.is_empty()
            && self.tierings.iter().enumerate().all(|(index, tier)| tier.tier().is_some() && !repeats(index, tier));
        if !well_formed {
            return Err(errors::malformed_xml());
        }
        self.tierings.iter().try_for_each(OptInTier::check_days)
    }
}

fn enabled(bucket: &Bucket) -> impl Iterator<Item = &IntelligentTieringConfiguration> {
    bucket.tiering.values().filter(|configuration| configuration.is_enabled())
}

/// The prefixes at which configurations begin and cease to apply.
pub(super) fn prefixes(bucket: &Bucket) -> impl Iterator<Item = &str> {
    enabled(bucket).filter_map(IntelligentTieringConfiguration::prefix)
}

/// The next tier of an object that nobody reads meanwhile, and when. Of several moves at one moment the coldest. Small
/// objects are not monitored and never move; neither does an object that is on its way out of an archive tier.
pub(super) fn next_move(bucket: &Bucket, key: &str, object: &Object) -> Option<(SimTime, Tier)> {
    let now = object.tiering?;
    if object.size() < SMALL_BYTES || object.restore.is_some() {
        return None;
    }
    let opted_in = enabled(bucket).filter(|configuration| configuration.matches(key, object));
    let opted_in = opted_in.flat_map(|configuration| configuration.tierings.iter().filter_map(OptInTier::step));
    let colder = AUTOMATIC.into_iter().chain(opted_in).filter(|(_, tier)| *tier > now.tier);
    colder.map(|(days, tier)| (now.accessed.plus_days(days).next_midnight(), tier)).min_by_key(|(at, tier)| (*at, Reverse(*tier)))
}

#[cfg(test)]
mod tests;
