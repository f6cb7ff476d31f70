//! What the bench can start from: each scene has its commands, the objects that its shelves show, and its beats. It draws nothing.

use skylab_cloud::s3::StorageClass::{self, DeepArchive, Glacier, GlacierIr, IntelligentTiering, OnezoneIa, Standard, StandardIa};

use crate::ui::Beat;

/// The classes of every picture, from the dearest to keep to the cheapest.
pub(super) const CLASSES: [StorageClass; 7] = [Standard, IntelligentTiering, StandardIa, OnezoneIa, GlacierIr, Glacier, DeepArchive];

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
    /// What deleting early costs, and what small objects cost.
    Early,
    /// What a zone takes with it.
    Zone,
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

/// `STANDARD_IA` as the names of buckets write it: `standard-ia`.
pub(super) fn slug(class: StorageClass) -> String {
    class.name().to_lowercase().replace('_', "-")
}

/// One line of each kind for each class, and lines after them.
macro_rules! for_each_class {
    ($first:ident, $second:ident) => {
        &[
            $first!("STANDARD", "standard"),
            $second!("STANDARD", "standard"),
            $first!("INTELLIGENT_TIERING", "intelligent-tiering"),
            $second!("INTELLIGENT_TIERING", "intelligent-tiering"),
            $first!("STANDARD_IA", "standard-ia"),
            $second!("STANDARD_IA", "standard-ia"),
            $first!("ONEZONE_IA", "onezone-ia"),
            $second!("ONEZONE_IA", "onezone-ia"),
            $first!("GLACIER_IR", "glacier-ir"),
            $second!("GLACIER_IR", "glacier-ir"),
            $first!("GLACIER", "glacier"),
            $second!("GLACIER", "glacier"),
            $first!("DEEP_ARCHIVE", "deep-archive"),
            $second!("DEEP_ARCHIVE", "deep-archive"),
        ]
    };
    ($line:ident; $($more:expr),*) => {
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

macro_rules! kept_bucket {
    ($class:literal, $name:literal) => {
        concat!("aws s3 mb s3://films-", $name)
    };
}

macro_rules! kept_load {
    ($class:literal, $name:literal) => {
        concat!("sim load s3 --bucket films-", $name, " --bytes-per-month 12400GB --object-size 64MB --storage-class ", $class, " --for 1d")
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

macro_rules! small_bucket {
    ($class:literal, $name:literal) => {
        concat!("aws s3 mb s3://small-8kb-", $name)
    };
}

macro_rules! small_load {
    ($class:literal, $name:literal) => {
        concat!(
            "sim load s3 --bucket small-8kb-",
            $name,
            " --bytes-per-month 300GB --object-size 8KB --storage-class ",
            $class,
            " --for 1d"
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
    ($bucket:literal, $class:literal, $key:literal) => {
        concat!("aws s3api put-object --bucket ", $bucket, " --key ", $key, " --body part.bin --storage-class ", $class)
    };
}

macro_rules! get {
    ($bucket:literal, $key:literal) => {
        concat!("aws s3api get-object --bucket ", $bucket, " --key ", $key, " got.bin")
    };
}

const ARCHIVE: &[Kept] = &[
    kept(Standard, "standard/film.mov"),
    kept(IntelligentTiering, "intelligent-tiering/film.mov"),
    kept(StandardIa, "standard-ia/film.mov"),
    kept(OnezoneIa, "onezone-ia/film.mov"),
    kept(GlacierIr, "glacier-ir/film.mov"),
    kept(Glacier, "glacier/film-1.mov"),
    kept(Glacier, "glacier/film-2.mov"),
    kept(Glacier, "glacier/film-3.mov"),
    kept(DeepArchive, "deep-archive/film-1.mov"),
    kept(DeepArchive, "deep-archive/film-2.mov"),
];

const BACKUP: &[Kept] =
    &[kept(Standard, "standard/backup.tar"), kept(StandardIa, "standard-ia/backup.tar"), kept(OnezoneIa, "onezone-ia/backup.tar")];

/// Every scene; the first one opens.
pub(super) const SCENES: &[Scene] = &[
    Scene {
        id: "cost",
        shows: Shows::Cost,
        start: for_each_class!(month_bucket;),
        bucket: "",
        objects: &[],
        beats: &[
            Beat::question("cost-question"),
            Beat::predict("cost", &["standard", "infrequent", "instant", "archive"]),
            Beat::act("cost-act", for_each_class!(month_load; "sim advance 1mo")),
            Beat::observe("cost-plot", &[]),
            Beat::why("cost-why"),
        ],
    },
    Scene {
        id: "race",
        shows: Shows::Race,
        start: &[
            "aws s3 mb s3://archive-417",
            put!("archive-417", "STANDARD", "standard/film.mov"),
            put!("archive-417", "INTELLIGENT_TIERING", "intelligent-tiering/film.mov"),
            put!("archive-417", "STANDARD_IA", "standard-ia/film.mov"),
            put!("archive-417", "ONEZONE_IA", "onezone-ia/film.mov"),
            put!("archive-417", "GLACIER_IR", "glacier-ir/film.mov"),
            put!("archive-417", "GLACIER", "glacier/film-1.mov"),
            put!("archive-417", "GLACIER", "glacier/film-2.mov"),
            put!("archive-417", "GLACIER", "glacier/film-3.mov"),
            put!("archive-417", "DEEP_ARCHIVE", "deep-archive/film-1.mov"),
            put!("archive-417", "DEEP_ARCHIVE", "deep-archive/film-2.mov"),
        ],
        bucket: "archive-417",
        objects: ARCHIVE,
        beats: &[
            Beat::question("race-question"),
            Beat::act(
                "race-get",
                &[
                    get!("archive-417", "standard/film.mov"),
                    get!("archive-417", "intelligent-tiering/film.mov"),
                    get!("archive-417", "standard-ia/film.mov"),
                    get!("archive-417", "onezone-ia/film.mov"),
                    get!("archive-417", "glacier-ir/film.mov"),
                    get!("archive-417", "glacier/film-1.mov"),
                ],
            ),
            Beat::predict("race", &["none", "flexible", "one-late", "all"]),
            Beat::act(
                "race-restore",
                &[
                    restore!("glacier/film-1.mov", "Expedited"),
                    restore!("glacier/film-2.mov", "Standard"),
                    restore!("glacier/film-3.mov", "Bulk"),
                    restore!("deep-archive/film-1.mov", "Standard"),
                    restore!("deep-archive/film-2.mov", "Bulk"),
                    restore!("deep-archive/film-2.mov", "Expedited"),
                ],
            ),
            Beat::observe(
                "race-wait",
                &[
                    "sim advance 12h",
                    get!("archive-417", "glacier/film-1.mov"),
                    get!("archive-417", "glacier/film-2.mov"),
                    get!("archive-417", "glacier/film-3.mov"),
                    get!("archive-417", "deep-archive/film-1.mov"),
                    get!("archive-417", "deep-archive/film-2.mov"),
                ],
            ),
            Beat::observe("race-gone", &["sim advance 60h", get!("archive-417", "glacier/film-1.mov")]),
            Beat::why("race-why"),
        ],
    },
    Scene {
        id: "early",
        shows: Shows::Early,
        start: for_each_class!(kept_bucket, kept_load),
        bucket: "",
        objects: &[],
        beats: &[
            Beat::question("early-question"),
            Beat::predict("early", &["ninth", "half", "same"]),
            Beat::act("early-act", for_each_class!(kept_rule; "sim advance 11d")),
            Beat::observe("early-stay", &["sim advance 80d"]),
            Beat::predict("small", &["same", "few", "sixteen"]),
            Beat::act("small-act", for_each_class!(small_bucket, small_load)),
            Beat::why("early-why"),
        ],
    },
    Scene {
        id: "zone",
        shows: Shows::Zone,
        start: &[
            "aws s3 mb s3://backup-417",
            put!("backup-417", "STANDARD", "standard/backup.tar"),
            put!("backup-417", "STANDARD_IA", "standard-ia/backup.tar"),
            put!("backup-417", "ONEZONE_IA", "onezone-ia/backup.tar"),
        ],
        bucket: "backup-417",
        objects: BACKUP,
        beats: &[
            Beat::question("zone-question"),
            Beat::predict("zone", &["none", "one", "all"]),
            Beat::act(
                "zone-act",
                &[
                    "sim fail az apne2-az1",
                    get!("backup-417", "standard/backup.tar"),
                    get!("backup-417", "standard-ia/backup.tar"),
                    get!("backup-417", "onezone-ia/backup.tar"),
                ],
            ),
            Beat::observe("zone-heal", &["sim heal az apne2-az1", get!("backup-417", "onezone-ia/backup.tar")]),
            Beat::predict("lost", &["back", "gone"]),
            Beat::act(
                "lost-act",
                &[
                    "sim fail az apne2-az1 --destroyed",
                    "sim heal az apne2-az1",
                    get!("backup-417", "standard/backup.tar"),
                    get!("backup-417", "standard-ia/backup.tar"),
                    get!("backup-417", "onezone-ia/backup.tar"),
                ],
            ),
            Beat::why("zone-why"),
        ],
    },
];

/// The scene of a start state.
pub(super) fn scene(start: usize) -> &'static Scene {
    SCENES.get(start).unwrap_or(&SCENES[0])
}
