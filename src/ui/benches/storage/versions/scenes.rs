//! What the versions bench can start from: each scene with its commands and its beats. It draws nothing.

use skylab_cloud::clock::SimTime;

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

/// Users who come to a locked bucket: one who may do everything in S3 but bypass a retention.
pub(super) const CLERK: &str = "clerk";
const LOCK: &str =
    r#"aws s3api put-object-lock-configuration --bucket docs-417 --object-lock-configuration '{"ObjectLockEnabled":"Enabled"}'"#;
/// Every new version is locked by itself.
const LOCK_BY_DEFAULT: &str = r#"aws s3api put-object-lock-configuration --bucket docs-417 --object-lock-configuration '{"ObjectLockEnabled":"Enabled","Rule":{"DefaultRetention":{"Mode":"COMPLIANCE","Days":30}}}'"#;
const CREATE_CLERK: &str = "aws iam create-user --user-name clerk";
const LIMIT_CLERK: &str = r#"aws iam put-user-policy --user-name clerk --policy-name s3 --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"},{"Effect":"Deny","Action":"s3:BypassGovernanceRetention","Resource":"*"}]}'"#;
const FIND_TOP: &str =
    "TOP=$(aws s3api list-object-versions --bucket docs-417 --prefix report.txt --query 'Versions[0].VersionId' --output text)";
const GOVERN: &str = "aws s3api put-object-retention --bucket docs-417 --key report.txt --version-id $TOP --retention Mode=GOVERNANCE,RetainUntilDate=2026-12-31T00:00:00Z";
const DELETE_TOP: &str = "aws s3api delete-object --bucket docs-417 --key report.txt --version-id $TOP";
const BYPASS_TOP: &str = "aws s3api delete-object --bucket docs-417 --key report.txt --version-id $TOP --bypass-governance-retention";
const BYPASS_TOP_AS_CLERK: &str =
    "aws s3api delete-object --bucket docs-417 --key report.txt --version-id $TOP --bypass-governance-retention --profile clerk";
const BYPASS_TOP_AS_ROOT: &str =
    "aws s3api delete-object --bucket docs-417 --key report.txt --version-id $TOP --bypass-governance-retention --profile root";
const HOLD_TOP: &str = "aws s3api put-object-legal-hold --bucket docs-417 --key report.txt --version-id $TOP --legal-hold Status=ON";
const LIFT_TOP: &str = "aws s3api put-object-legal-hold --bucket docs-417 --key report.txt --version-id $TOP --legal-hold Status=OFF";

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
    Scene {
        id: "lock",
        start: &[CREATE, ENABLE, LOCK, CREATE_CLERK, LIMIT_CLERK, PUT_1, WAIT, PUT_2, WAIT],
        beats: &[
            Beat::question("lock-question"),
            Beat::predict("lock", &["deleted", "refused", "marked"]),
            Beat::act("lock-delete", &[FIND_TOP, GOVERN, DELETE_TOP]),
            Beat::observe("lock-mark", &[DELETE]),
            Beat::act("lock-clerk", &[FIND_TOP, BYPASS_TOP_AS_CLERK]),
            Beat::observe("lock-bypass", &[FIND_TOP, BYPASS_TOP]),
            Beat::why("lock-why"),
        ],
    },
    Scene {
        id: "comply",
        start: &[CREATE, ENABLE, PUT_1, WAIT, LOCK_BY_DEFAULT, CREATE_CLERK, LIMIT_CLERK, PUT_2, WAIT],
        beats: &[
            Beat::question("comply-question"),
            Beat::predict("comply", &["root", "bypass", "nobody"]),
            Beat::act("comply-root", &[FIND_TOP, BYPASS_TOP_AS_ROOT]),
            Beat::observe("comply-hold", &[FIND_TOP, HOLD_TOP, "sim advance 31d", DELETE_TOP]),
            Beat::observe("comply-free", &[FIND_TOP, LIFT_TOP, DELETE_TOP]),
            Beat::why("comply-why"),
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

/// Who sends the requests about locks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Actor {
    /// The administrator, who has `s3:BypassGovernanceRetention` as every other right.
    #[default]
    Admin,
    /// The user who may do everything in S3 but bypass a retention.
    Clerk,
    /// The root user of the account.
    Root,
}

impl Actor {
    pub(super) const ALL: [Self; 3] = [Self::Admin, Self::Clerk, Self::Root];

    /// The end of a line.
    const fn profile(self) -> &'static str {
        match self {
            Self::Admin => "",
            Self::Clerk => " --profile clerk",
            Self::Root => " --profile root",
        }
    }

    /// The text of its name.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Admin => "versions-actor-admin",
            Self::Clerk => "versions-actor-clerk",
            Self::Root => "versions-actor-root",
        }
    }
}

/// The line that deletes a version as somebody, with the header that bypasses a governance retention or without.
pub(super) fn delete_as(actor: Actor, version_id: &str, bypasses: bool) -> String {
    let bypass = if bypasses { " --bypass-governance-retention" } else { "" };
    format!("{}{bypass}{}", delete(Some(version_id)), actor.profile())
}

/// The line that locks a version until a date.
pub(super) fn retain(actor: Actor, version_id: &str, mode: &str, until: SimTime) -> String {
    let named = named(Some(version_id));
    format!(
        "aws s3api put-object-retention --bucket {BUCKET} --key {KEY}{named} --retention Mode={mode},RetainUntilDate={until}{}",
        actor.profile()
    )
}

/// The line that puts a legal hold on a version, or lifts it.
pub(super) fn hold(actor: Actor, version_id: &str, on: bool) -> String {
    let status = if on { "ON" } else { "OFF" };
    let named = named(Some(version_id));
    format!("aws s3api put-object-legal-hold --bucket {BUCKET} --key {KEY}{named} --legal-hold Status={status}{}", actor.profile())
}

/// The line that lets the bucket's versions be locked.
pub(super) fn enable_lock() -> String {
    LOCK.to_owned()
}

/// The line that locks each new version by itself, or no longer.
pub(super) fn set_default(on: bool) -> String {
    (if on { LOCK_BY_DEFAULT } else { LOCK }).to_owned()
}

fn named(version_id: Option<&str>) -> String {
    version_id.map(|id| format!(" --version-id {id}")).unwrap_or_default()
}
