//! What the versions bench can start from: each scene with its commands and its beats. It draws nothing.

use crate::ui::Beat;

/// The bucket of every scene.
pub(super) const BUCKET: &str = "docs-417";
/// The one object that everything is about.
pub(super) const KEY: &str = "report.txt";
/// How many editions of the report there are to upload: `report-1.txt` and so on.
pub(super) const N_EDITIONS: usize = 9;

const CREATE: &str = "aws s3api create-bucket --bucket docs-417 --create-bucket-configuration LocationConstraint=ap-northeast-2";
const ENABLE: &str = "aws s3api put-bucket-versioning --bucket docs-417 --versioning-configuration Status=Enabled";
const SUSPEND: &str = "aws s3api put-bucket-versioning --bucket docs-417 --versioning-configuration Status=Suspended";
const PUT_1: &str = "aws s3api put-object --bucket docs-417 --key report.txt --body report-1.txt";
const PUT_2: &str = "aws s3api put-object --bucket docs-417 --key report.txt --body report-2.txt";
const PUT_3: &str = "aws s3api put-object --bucket docs-417 --key report.txt --body report-3.txt";
const PUT_4: &str = "aws s3api put-object --bucket docs-417 --key report.txt --body report-4.txt";
const DELETE: &str = "aws s3api delete-object --bucket docs-417 --key report.txt";
const GET: &str = "aws s3api get-object --bucket docs-417 --key report.txt report.txt";
const WAIT: &str = "sim advance 1d";
const FIND_MARKER: &str =
    "MARKER=$(aws s3api list-object-versions --bucket docs-417 --prefix report.txt --query 'DeleteMarkers[0].VersionId' --output text)";
const UNDELETE: &str = "aws s3api delete-object --bucket docs-417 --key report.txt --version-id $MARKER";
const FIND_OLDEST: &str =
    "OLD=$(aws s3api list-object-versions --bucket docs-417 --prefix report.txt --query 'Versions[-1].VersionId' --output text)";
const ROLL_BACK: &str = "aws s3api copy-object --bucket docs-417 --key report.txt --copy-source docs-417/report.txt?versionId=$OLD";

/// One start state with its beats.
pub(super) struct Scene {
    pub id: &'static str,
    pub start: &'static [&'static str],
    pub beats: &'static [Beat],
}

/// Every scene; the first one opens.
pub(super) const SCENES: &[Scene] = &[
    Scene {
        id: "delete",
        start: &[CREATE, ENABLE, PUT_1, WAIT, PUT_2, WAIT, PUT_3, WAIT],
        beats: &[
            Beat::question("delete-question"),
            Beat::predict("delete", &["gone-less", "gone-same", "older-less"]),
            Beat::act("mark", &[DELETE]),
            Beat::observe("get", &[GET]),
            Beat::observe("bytes", &[]),
            Beat::why("delete-why"),
        ],
    },
    Scene {
        id: "rescue",
        start: &[CREATE, ENABLE, PUT_1, WAIT, PUT_2, WAIT, PUT_3, WAIT, DELETE, WAIT],
        beats: &[
            Beat::question("rescue-question"),
            Beat::predict("rescue", &["again", "put", "marker"]),
            Beat::act("undelete", &[FIND_MARKER, UNDELETE]),
            Beat::observe("get", &[GET]),
            Beat::act("roll-back", &[FIND_OLDEST, ROLL_BACK]),
            Beat::observe("bytes", &[]),
            Beat::why("rescue-why"),
        ],
    },
    Scene {
        id: "suspend",
        start: &[CREATE, ENABLE, PUT_1, WAIT, PUT_2, WAIT, SUSPEND, WAIT],
        beats: &[
            Beat::question("suspend-question"),
            Beat::predict("suspend", &["four", "three", "two"]),
            Beat::act("puts", &[PUT_3, WAIT, PUT_4]),
            Beat::observe("stack", &[WAIT]),
            Beat::observe("null-delete", &[DELETE]),
            Beat::why("suspend-why"),
        ],
    },
];

/// The line that uploads an edition.
pub(super) fn put(edition: usize) -> String {
    format!("aws s3api put-object --bucket {BUCKET} --key {KEY} --body report-{edition}.txt")
}

/// The line that reads the current version, or the one with that id.
pub(super) fn get(version_id: Option<&str>) -> String {
    format!("aws s3api get-object --bucket {BUCKET} --key {KEY}{} {KEY}", named(version_id))
}

/// The line that deletes, with or without an id.
pub(super) fn delete(version_id: Option<&str>) -> String {
    format!("aws s3api delete-object --bucket {BUCKET} --key {KEY}{}", named(version_id))
}

/// The line that copies an old version on top.
pub(super) fn roll_back(version_id: &str) -> String {
    format!("aws s3api copy-object --bucket {BUCKET} --key {KEY} --copy-source {BUCKET}/{KEY}?versionId={version_id}")
}

/// The line that suspends or enables versioning.
pub(super) fn set_versioning(enabled: bool) -> String {
    (if enabled { ENABLE } else { SUSPEND }).to_owned()
}

fn named(version_id: Option<&str>) -> String {
    version_id.map(|id| format!(" --version-id {id}")).unwrap_or_default()
}
