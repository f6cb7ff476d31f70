//! Storage classes: their names, minimums, waterfall and the usage types they are billed under. It moves no object.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::clock::DAY_MS;

/// Below this many bytes IA and Instant Retrieval bill the difference, nothing transitions by default and
/// Intelligent-Tiering does not monitor (S3 User Guide, storage classes).
pub const SMALL_BYTES: u64 = 128 << 10;
/// Index data kept with each archived object, at the archive's rate.
const ARCHIVE_INDEX_BYTES: u64 = 32 << 10;
/// Name and metadata kept with each archived object, at STANDARD's rate.
const ARCHIVE_NAME_BYTES: u64 = 8 << 10;

/// A storage class of a general purpose bucket, from the dearest to the cheapest to keep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum StorageClass {
    /// Advised against: less durable and dearer than STANDARD.
    ReducedRedundancy,
    /// The default.
    #[default]
    Standard,
    /// Moves objects between tiers by how they are read.
    IntelligentTiering,
    /// Infrequent access, three zones.
    StandardIa,
    /// Infrequent access, one zone.
    OnezoneIa,
    /// Glacier Instant Retrieval.
    GlacierIr,
    /// Glacier Flexible Retrieval.
    Glacier,
    /// Glacier Deep Archive.
    DeepArchive,
}

use StorageClass::{DeepArchive, Glacier, GlacierIr, IntelligentTiering, OnezoneIa, ReducedRedundancy, Standard, StandardIa};

impl StorageClass {
    /// Every class, dearest first.
    pub const ALL: [Self; 8] = [ReducedRedundancy, Standard, IntelligentTiering, StandardIa, OnezoneIa, GlacierIr, Glacier, DeepArchive];

    /// `STANDARD_IA`, as `--storage-class` spells it.
    pub const fn name(self) -> &'static str {
        match self {
            ReducedRedundancy => "REDUCED_REDUNDANCY",
            Standard => "STANDARD",
            IntelligentTiering => "INTELLIGENT_TIERING",
            StandardIa => "STANDARD_IA",
            OnezoneIa => "ONEZONE_IA",
            GlacierIr => "GLACIER_IR",
            Glacier => "GLACIER",
            DeepArchive => "DEEP_ARCHIVE",
        }
    }

    /// The class of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name() == name)
    }

    /// Days that are billed at least once an object has entered the class.
    pub const fn min_days(self) -> u32 {
        match self {
            ReducedRedundancy | Standard | IntelligentTiering => 0,
            StandardIa | OnezoneIa => 30,
            GlacierIr | Glacier => 90,
            DeepArchive => 180,
        }
    }

    /// Milliseconds that are billed at least.
    pub const fn min_millis(self) -> i64 {
        self.min_days() as i64 * DAY_MS
    }

    /// True where GET is refused until the object has been restored.
    pub const fn is_archive(self) -> bool {
        matches!(self, Glacier | DeepArchive)
    }

    /// True where the data lies in one zone only.
    pub const fn is_one_zone(self) -> bool {
        matches!(self, OnezoneIa)
    }

    /// True if a lifecycle rule may name the class as a transition's target (enum `TransitionStorageClass`).
    pub const fn is_transition_target(self) -> bool {
        !matches!(self, ReducedRedundancy | Standard)
    }

    /// True if lifecycle may move an object from this class to `to` (S3 User Guide, the waterfall of supported transitions).
    pub const fn may_become(self, to: Self) -> bool {
        match self {
            ReducedRedundancy | Standard => to.is_transition_target(),
            StandardIa => matches!(to, IntelligentTiering | OnezoneIa | GlacierIr | Glacier | DeepArchive),
            IntelligentTiering => matches!(to, OnezoneIa | GlacierIr | Glacier | DeepArchive),
            OnezoneIa | GlacierIr => matches!(to, Glacier | DeepArchive),
            Glacier => matches!(to, DeepArchive),
            DeepArchive => false,
        }
    }

    /// Usage type of the bytes that lie in the class.
    pub const fn storage_usage(self) -> &'static str {
        match self {
            ReducedRedundancy => "TimedStorage-RRS-ByteHrs",
            Standard => "TimedStorage-ByteHrs",
            StandardIa => "TimedStorage-SIA-ByteHrs",
            OnezoneIa => "TimedStorage-ZIA-ByteHrs",
            GlacierIr => "TimedStorage-GIR-ByteHrs",
            Glacier => "TimedStorage-GlacierByteHrs",
            DeepArchive => "TimedStorage-GDA-ByteHrs",
            IntelligentTiering => "TimedStorage-INT-FA-ByteHrs",
        }
    }

    /// Usage type of PUT, COPY, POST and LIST.
    pub const fn put_usage(self) -> &'static str {
        match self {
            ReducedRedundancy | Standard => "Requests-Tier1",
            IntelligentTiering => "Requests-INT-Tier1",
            StandardIa => "Requests-SIA-Tier1",
            OnezoneIa => "Requests-ZIA-Tier1",
            GlacierIr => "Requests-GIR-Tier1",
            Glacier => "Requests-GLACIER-Tier1",
            DeepArchive => "Requests-GDA-Tier1",
        }
    }

    /// Usage type of GET, HEAD and all other requests.
    pub const fn get_usage(self) -> &'static str {
        match self {
            ReducedRedundancy | Standard => "Requests-Tier2",
            IntelligentTiering => "Requests-INT-Tier2",
            StandardIa => "Requests-SIA-Tier2",
            OnezoneIa => "Requests-ZIA-Tier2",
            GlacierIr => "Requests-GIR-Tier2",
            Glacier => "Requests-GLACIER-Tier2",
            DeepArchive => "Requests-GDA-Tier2",
        }
    }

    /// Usage type of bytes read, where reading costs by the byte.
    pub const fn retrieval_usage(self) -> Option<&'static str> {
        match self {
            StandardIa => Some("Retrieval-SIA"),
            OnezoneIa => Some("Retrieval-ZIA"),
            GlacierIr => Some("Retrieval-GIR"),
            _ => None,
        }
    }

    /// Usage type and operation code of a lifecycle transition into the class.
    pub const fn transition_usage(self) -> (&'static str, &'static str) {
        match self {
            Glacier => ("Requests-Tier3", "S3-GlacierTransition"),
            DeepArchive => ("Requests-Tier3", "S3-GDATransition"),
            GlacierIr => ("Requests-Tier4", "S3-GIRTransition"),
            IntelligentTiering => ("Requests-Tier4", "S3-INTTransition"),
            OnezoneIa => ("Requests-Tier4", "S3-ZIATransition"),
            ReducedRedundancy | Standard | StandardIa => ("Requests-Tier4", "S3-SIATransition"),
        }
    }

    /// What S3's access log calls a lifecycle transition into the class.
    pub const fn transition_event(self) -> &'static str {
        match self {
            Glacier => "S3.TRANSITION.OBJECT",
            DeepArchive => "S3.TRANSITION_GDA.OBJECT",
            GlacierIr => "S3.TRANSITION_GIR.OBJECT",
            IntelligentTiering => "S3.TRANSITION_INT.OBJECT",
            OnezoneIa => "S3.TRANSITION_ZIA.OBJECT",
            ReducedRedundancy | Standard | StandardIa => "S3.TRANSITION_SIA.OBJECT",
        }
    }

    /// What lies stored for one object of `size` bytes, by usage type. Intelligent-Tiering's tiers are told by [`Tier`].
    pub(super) fn storage(self, size: u64, mut post: impl FnMut(&'static str, u64)) {
        let small = SMALL_BYTES.saturating_sub(size);
        match self {
            ReducedRedundancy | Standard => post(self.storage_usage(), size),
            IntelligentTiering => {}
            StandardIa => {
                post(self.storage_usage(), size);
                post("TimedStorage-SIA-SmObjects", small);
            }
            OnezoneIa => {
                post(self.storage_usage(), size);
                post("TimedStorage-ZIA-SmObjects", small);
            }
            GlacierIr => {
                post(self.storage_usage(), size);
                post("TimedStorage-GIR-SmObjects", small);
            }
            Glacier | DeepArchive => {
                post(self.storage_usage(), size + ARCHIVE_INDEX_BYTES);
                post("TimedStorage-ByteHrs", ARCHIVE_NAME_BYTES);
            }
        }
    }

    /// What is billed for one object that leaves the class before its minimum, as bytes by usage type.
    pub(super) fn early(self, size: u64, mut post: impl FnMut(&'static str, u64)) {
        let small = SMALL_BYTES.saturating_sub(size);
        match self {
            ReducedRedundancy | Standard | IntelligentTiering => {}
            StandardIa => {
                post("EarlyDelete-SIA", size);
                post("EarlyDelete-SIA-SmObjects", small);
            }
            OnezoneIa => {
                post("EarlyDelete-ZIA", size);
                post("EarlyDelete-ZIA-SmObjects", small);
            }
            GlacierIr => {
                post("EarlyDelete-GIR", size);
                post("EarlyDelete-GIR-SmObjects", small);
            }
            Glacier => post("EarlyDelete-ByteHrs", size + ARCHIVE_INDEX_BYTES),
            DeepArchive => post("EarlyDelete-GDA", size + ARCHIVE_INDEX_BYTES),
        }
    }
}

impl fmt::Display for StorageClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// An access tier of Intelligent-Tiering.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tier {
    /// Frequent Access, where every object starts.
    #[default]
    Frequent,
    /// Infrequent Access, after 30 days without access.
    Infrequent,
    /// Archive Instant Access, after 90 days without access.
    ArchiveInstant,
    /// Archive Access: only with a configuration.
    Archive,
    /// Deep Archive Access: only with a configuration.
    DeepArchive,
}

impl Tier {
    /// True where GET is refused until the object has been restored.
    pub const fn is_archive(self) -> bool {
        matches!(self, Self::Archive | Self::DeepArchive)
    }

    /// `ArchiveStatus` of HeadObject.
    pub const fn archive_status(self) -> Option<&'static str> {
        match self {
            Self::Archive => Some("ARCHIVE_ACCESS"),
            Self::DeepArchive => Some("DEEP_ARCHIVE_ACCESS"),
            _ => None,
        }
    }

    /// What lies stored for one object of `size` bytes, by usage type; objects of 128 KB and more are monitored.
    pub(super) fn storage(self, size: u64, mut post: impl FnMut(&'static str, u64)) {
        if size >= SMALL_BYTES {
            post("Monitoring-Automation-INT", 1);
        }
        match self {
            Self::Frequent => post("TimedStorage-INT-FA-ByteHrs", size),
            Self::Infrequent => post("TimedStorage-INT-IA-ByteHrs", size),
            Self::ArchiveInstant => post("TimedStorage-INT-AIA-ByteHrs", size),
            Self::Archive => {
                post("TimedStorage-INT-AA-ByteHrs", size + ARCHIVE_INDEX_BYTES);
                post("TimedStorage-ByteHrs", ARCHIVE_NAME_BYTES);
            }
            Self::DeepArchive => {
                post("TimedStorage-INT-DAA-ByteHrs", size + ARCHIVE_INDEX_BYTES);
                post("TimedStorage-ByteHrs", ARCHIVE_NAME_BYTES);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lifecycle_moves_only_down_the_waterfall() {
        for from in StorageClass::ALL {
            for to in StorageClass::ALL {
                assert!(!(from.may_become(to) && to.may_become(from)), "{from} and {to} would swap for ever");
            }
        }
        assert!(StandardIa.may_become(IntelligentTiering) && !IntelligentTiering.may_become(StandardIa));
        assert!(!OnezoneIa.may_become(GlacierIr), "One Zone-IA does not reach Glacier Instant Retrieval");
        assert!(Glacier.may_become(DeepArchive) && !Glacier.may_become(Standard));
    }

    #[test]
    fn a_small_object_in_ia_is_billed_as_128_kb() {
        let mut billed = 0;
        StandardIa.storage(1_000, |_, bytes| billed += bytes);
        assert_eq!(billed, SMALL_BYTES);
    }

    #[test]
    fn an_archived_object_carries_40_kb_of_overhead() {
        let mut lines = Vec::new();
        Glacier.storage(100, |usage, bytes| lines.push((usage, bytes)));
        assert_eq!(lines, [("TimedStorage-GlacierByteHrs", 100 + 32 * 1024), ("TimedStorage-ByteHrs", 8 * 1024)]);
    }

    #[test]
    fn names_read_back() {
        for class in StorageClass::ALL {
            assert_eq!(StorageClass::named(class.name()), Some(class));
        }
        assert_eq!(StorageClass::named("OUTPOSTS"), None);
    }
}
