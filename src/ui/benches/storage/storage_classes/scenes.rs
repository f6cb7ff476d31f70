//! What the bench can start from: each scene has its commands, the objects that its shelves show, and its beats. It draws nothing.

use skylab_cloud::s3::StorageClass::{self, DeepArchive, Glacier, GlacierIr, IntelligentTiering, OnezoneIa, Standard, StandardIa};

use crate::ui::Beat;

/// The classes of every picture, from the dearest to keep to the cheapest.
pub(super) const CLASSES: [StorageClass; 7] = [Standard, IntelligentTiering, StandardIa, OnezoneIa, GlacierIr, Glacier, DeepArchive];

/// The bucket of the race, and the one that a zone is taken from.
pub(super) const RACE_BUCKET: &str = "archive-417";

/// How the buckets of a set are called: `photos-1-standard-ia`.
pub(super) const MONTH_SETS: &str = "photos-";
pub(super) const KEPT_SET: &str = "films-";
pub(super) const SMALL_SETS: &str = "small-";

/// One object of a picture, by its key.
pub(super) struct Kept {
    pub class: StorageClass,
    pub key: &'static str,
}

const fn kept(class: StorageClass, key: &'static str) -> Kept {
    Kept { class, key }
}

/// What a start state shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shows {
    /// Monthly cost against reads.
    Cost,
    /// Who can be read when.
    Race,
    /// What deleting early costs.
    Early,
}

/// One start state with what belongs to it.
pub(super) struct Scene {
    pub id: &'static str,
    pub shows: Shows,
    pub start: &'static [&'static str],
    pub bucket: &'static str,
    pub objects: &'static [Kept],
    pub beats: &'static [Beat],
}

/// One line for each class.
macro_rules! for_each_class {
    ($line:ident $(, $more:expr)*) => {
        &[
            $line!("STANDARD", "standard"),
            $line!("INTELLIGENT_TIERING", "intelligent-tiering"),
            $line!("STANDARD_IA", "standard-ia"),
            $line!("ONEZONE_IA", "onezone-ia"),
            $line!("GLACIER_IR", "glacier-ir"),
            $line!("GLACIER", "glacier"),
            $line!("DEEP_ARCHIVE", "deep-archive"),
            $($more,)*
        ]
    };
}

macro_rules! month_bucket {
    ($class:literal, $name:literal) => {
        concat!("aws s3 mb s3://photos-1-", $name)
    };
}

macro_rules! month_load {
    ($class:literal, $name:literal) => {
        concat!(
            "sim load s3 --bucket photos-1-",
            $name,
            " --bytes-per-month 12400GB --object-size 1MB --reads 0-1d:2/day --storage-class ",
            $class,
            " --for 1d"
        )
    };
}

macro_rules! kept_rule {
    ($class:literal, $name:literal) => {
        concat!(
            "aws s3api put-bucket-lifecycle-configuration --bucket films-",
            $name,
            r#" --lifecycle-configuration '{"Rules":[{"ID":"drop","Status":"Enabled","Filter":{"Prefix":""},"Expiration":{"Days":10}}]}'"#
        )
    };
}

macro_rules! restore {
    ($key:literal, $tier:literal) => {
        concat!(
            "aws s3api restore-object --bucket archive-417 --key ",
            $key,
            r#" --restore-request '{"Days":2,"GlacierJobParameters":{"Tier":""#,
            $tier,
            r#""}}'"#
        )
    };
}

macro_rules! put {
    ($class:literal, $key:literal) => {
        concat!("aws s3api put-object --bucket archive-417 --key ", $key, " --body part.bin --storage-class ", $class)
    };
}

macro_rules! get {
    ($key:literal) => {
        concat!("aws s3api get-object --bucket archive-417 --key ", $key, " got.bin")
    };
}

/// 400 GB of films of 64 MB in a bucket of each class, written on the first day.
const KEPT: &[&str] = &[
    "aws s3 mb s3://films-standard",
    "sim load s3 --bucket films-standard --bytes-per-month 12400GB --object-size 64MB --storage-class STANDARD --for 1d",
    "aws s3 mb s3://films-intelligent-tiering",
    "sim load s3 --bucket films-intelligent-tiering --bytes-per-month 12400GB --object-size 64MB --storage-class INTELLIGENT_TIERING --for 1d",
    "aws s3 mb s3://films-standard-ia",
    "sim load s3 --bucket films-standard-ia --bytes-per-month 12400GB --object-size 64MB --storage-class STANDARD_IA --for 1d",
    "aws s3 mb s3://films-onezone-ia",
    "sim load s3 --bucket films-onezone-ia --bytes-per-month 12400GB --object-size 64MB --storage-class ONEZONE_IA --for 1d",
    "aws s3 mb s3://films-glacier-ir",
    "sim load s3 --bucket films-glacier-ir --bytes-per-month 12400GB --object-size 64MB --storage-class GLACIER_IR --for 1d",
    "aws s3 mb s3://films-glacier",
    "sim load s3 --bucket films-glacier --bytes-per-month 12400GB --object-size 64MB --storage-class GLACIER --for 1d",
    "aws s3 mb s3://films-deep-archive",
    "sim load s3 --bucket films-deep-archive --bytes-per-month 12400GB --object-size 64MB --storage-class DEEP_ARCHIVE --for 1d",
];
