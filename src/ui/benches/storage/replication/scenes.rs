//! What the replication bench can start from: each scene with its buckets, its commands and its beats. It draws nothing.

use super::lines::{self, HOME, Place};
use crate::ui::Beat;

const SEOUL: Place = Place { bucket: "photos-417", region: HOME, profile: "" };
const TOKYO: Place = Place { bucket: "photos-417-tokyo", region: "ap-northeast-1", profile: "" };
const PARTNER: Place = Place { bucket: "partner-417", region: HOME, profile: "partner" };
const WEB: Place = Place { bucket: "web-logs-417", region: HOME, profile: "" };
const APP: Place = Place { bucket: "app-logs-417", region: HOME, profile: "" };
const ALL_LOGS: Place = Place { bucket: "all-logs-417", region: HOME, profile: "" };

const RULE: &str = r#"aws s3api put-bucket-replication --bucket photos-417 --replication-configuration '{"Role":"arn:aws:iam::123456789012:role/copier","Rules":[{"ID":"to-tokyo","Priority":1,"Status":"Enabled","Filter":{},"DeleteMarkerReplication":{"Status":"Disabled"},"Destination":{"Bucket":"arn:aws:s3:::photos-417-tokyo"}}]}'"#;
const RULE_MARKERS: &str = r#"aws s3api put-bucket-replication --bucket photos-417 --replication-configuration '{"Role":"arn:aws:iam::123456789012:role/copier","Rules":[{"ID":"to-tokyo","Priority":1,"Status":"Enabled","Filter":{},"DeleteMarkerReplication":{"Status":"Enabled"},"Destination":{"Bucket":"arn:aws:s3:::photos-417-tokyo"}}]}'"#;
const RULE_OWNER: &str = r#"aws s3api put-bucket-replication --bucket photos-417 --replication-configuration '{"Role":"arn:aws:iam::123456789012:role/copier","Rules":[{"ID":"to-partner","Priority":1,"Status":"Enabled","Filter":{},"DeleteMarkerReplication":{"Status":"Disabled"},"Destination":{"Bucket":"arn:aws:s3:::partner-417","Account":"111122223333","AccessControlTranslation":{"Owner":"Destination"}}}]}'"#;
const FIND_KEY: &str = "TOKYO=$(aws kms describe-key --key-id alias/tokyo --query KeyMetadata.Arn --output text --region ap-northeast-1)";
const RULE_KMS: &str = "aws s3api put-bucket-replication --bucket photos-417 --replication-configuration Role=arn:aws:iam::123456789012:role/copier,Rules=[{ID=to-tokyo,Priority=1,Status=Enabled,Filter={},DeleteMarkerReplication={Status=Disabled},SourceSelectionCriteria={SseKmsEncryptedObjects={Status=Enabled}},Destination={Bucket=arn:aws:s3:::photos-417-tokyo,EncryptionConfiguration={ReplicaKmsKeyID=$TOKYO}}}]";
const VERSION_TOKYO: &str =
    "aws s3api put-bucket-versioning --bucket photos-417-tokyo --versioning-configuration Status=Enabled --region ap-northeast-1";
const ALLOW: &str = r#"aws iam put-role-policy --role-name copier --policy-name copy --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetReplicationConfiguration","s3:ListBucket","s3:GetObjectVersionForReplication","s3:GetObjectVersionAcl","s3:GetObjectVersionTagging","s3:ReplicateObject","s3:ReplicateDelete","s3:ReplicateTags"],"Resource":"*"}]}'"#;
const PUT_NOON: &str = "aws s3api put-object --bucket photos-417 --key noon.jpg --body cat.jpg";
const PUT_EVENING: &str = "aws s3api put-object --bucket photos-417 --key evening.jpg --body cat.jpg";
const JOB: &str = r#"aws s3control create-job --account-id 123456789012 --operation '{"S3ReplicateObject":{}}' --manifest-generator '{"S3JobManifestGenerator":{"SourceBucket":"arn:aws:s3:::photos-417","EnableManifestOutput":false,"Filter":{"EligibleForReplication":true,"ObjectReplicationStatuses":["NONE","FAILED"]}}}' --report Enabled=false --priority 1 --role-arn arn:aws:iam::123456789012:role/copier"#;
const DELETE_PLAN: &str = "aws s3api delete-object --bucket photos-417 --key plan.pdf";
const FIND_PLAN: &str =
    "VERSION=$(aws s3api list-object-versions --bucket photos-417 --prefix plan.pdf --query 'Versions[0].VersionId' --output text)";
const DELETE_VERSION: &str = "aws s3api delete-object --bucket photos-417 --key plan.pdf --version-id $VERSION";
const PARTNER_GETS_NOON: &str = "aws s3api get-object --bucket partner-417 --key noon.jpg download.bin --profile partner";
const PARTNER_GETS_EVENING: &str = "aws s3api get-object --bucket partner-417 --key evening.jpg download.bin --profile partner";
const PUT_SECRET: &str = "aws s3api put-object --bucket photos-417 --key secret.jpg --body cat.jpg --server-side-encryption aws:kms --ssekms-key-id alias/photos";
const PUT_SECRET_2: &str = "aws s3api put-object --bucket photos-417 --key secret-2.jpg --body cat.jpg --server-side-encryption aws:kms --ssekms-key-id alias/photos";
const PUT_WEB: &str = "aws s3api put-object --bucket web-logs-417 --key web/2026-01-01.log --body backup.tar";
const PUT_APP: &str = "aws s3api put-object --bucket app-logs-417 --key app/2026-01-01.log --body lesson.mp4";
const HOUR: &str = "sim advance 1h";

/// One start state with its buckets and its beats.
pub(super) struct Scene {
    pub id: &'static str,
    /// Whose objects are copied.
    pub sources: &'static [Place],
    /// Where to.
    pub target: Place,
    pub start: fn() -> Vec<String>,
    pub beats: &'static [Beat],
}

/// Every scene; the first one opens.
pub(super) const SCENES: &[Scene] = &[
    Scene {
        id: "old",
        sources: &[SEOUL],
        target: TOKYO,
        start: old,
        beats: &[
            Beat::question("old-question"),
            Beat::predict("old", &["all", "new", "none"]),
            Beat::act("rule", &[RULE, "sim advance 10m", PUT_NOON]),
            Beat::observe("arrived", &[HOUR]),
            Beat::observe("batch", &[JOB, HOUR]),
            Beat::observe("cost", &[]),
            Beat::why("old-why"),
        ],
    },
    Scene {
        id: "deletes",
        sources: &[SEOUL],
        target: TOKYO,
        start: deletes,
        beats: &[
            Beat::question("deletes-question"),
            Beat::predict("deletes", &["object", "gone"]),
            Beat::act("delete", &[DELETE_PLAN, HOUR]),
            Beat::observe("markers", &[RULE_MARKERS, DELETE_PLAN, HOUR]),
            Beat::observe("by-id", &[FIND_PLAN, DELETE_VERSION, HOUR]),
            Beat::why("deletes-why"),
        ],
    },
    Scene {
        id: "needs",
        sources: &[SEOUL],
        target: TOKYO,
        start: needs,
        beats: &[
            Beat::question("needs-question"),
            Beat::predict("needs", &["refused", "waits", "enables"]),
            Beat::act("first", &[RULE]),
            Beat::act("versioned", &[VERSION_TOKYO, RULE, PUT_NOON, HOUR]),
            Beat::observe("role", &[ALLOW, PUT_EVENING, HOUR]),
            Beat::why("needs-why"),
        ],
    },
    Scene {
        id: "owner",
        sources: &[SEOUL],
        target: PARTNER,
        start: owner,
        beats: &[
            Beat::question("owner-question"),
            Beat::predict("owner", &["reads", "denied", "none"]),
            Beat::act("partner", &[PUT_NOON, HOUR, PARTNER_GETS_NOON]),
            Beat::observe("override", &[RULE_OWNER, PUT_EVENING, HOUR, PARTNER_GETS_EVENING]),
            Beat::why("owner-why"),
        ],
    },
    Scene {
        id: "logs",
        sources: &[WEB, APP],
        target: ALL_LOGS,
        start: logs,
        beats: &[
            Beat::question("logs-question"),
            Beat::predict("logs", &["free", "transfer"]),
            Beat::act("gather", &[PUT_WEB, PUT_APP, HOUR]),
            Beat::observe("cost", &[]),
            Beat::why("logs-why"),
        ],
    },
    Scene {
        id: "encrypted",
        sources: &[SEOUL],
        target: TOKYO,
        start: encrypted,
        beats: &[
            Beat::question("encrypted-question"),
            Beat::predict("encrypted", &["copied", "skipped", "failed"]),
            Beat::act("secret", &[PUT_SECRET, PUT_NOON, HOUR]),
            Beat::observe("named", &[FIND_KEY, RULE_KMS, PUT_SECRET_2, HOUR]),
            Beat::why("encrypted-why"),
        ],
    },
];

/// Two versioned buckets in two regions, and the role.
fn pair() -> Vec<String> {
    let mut start = vec![SEOUL.create(""), TOKYO.create(""), SEOUL.version(), TOKYO.version()];
    start.extend(lines::role(""));
    start
}

/// An object from before the rule.
fn old() -> Vec<String> {
    let mut start = pair();
    start.extend([SEOUL.put("morning.jpg", "cat.jpg"), "sim advance 3h".to_owned()]);
    start
}

/// A rule, and an object that has arrived.
fn deletes() -> Vec<String> {
    let mut start = pair();
    start.extend([RULE.to_owned(), SEOUL.put("plan.pdf", "report.pdf"), HOUR.to_owned()]);
    start
}

/// A destination without versioning, and a role that may not write.
fn needs() -> Vec<String> {
    let mut start = vec![SEOUL.create(""), TOKYO.create(""), SEOUL.version()];
    start.extend(lines::role("s3:ReplicateObject"));
    start
}

/// A partner's bucket in which access control lists count, with a policy that lets the role write.
fn owner() -> Vec<String> {
    let policy = serde_json::json!({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": {"AWS": lines::ROLE},
        "Action": ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags", "s3:ObjectOwnerOverrideToBucketOwner"],
        "Resource": format!("arn:aws:s3:::{}/*", PARTNER.bucket),
    }]});
    let mut start = vec![SEOUL.create(""), SEOUL.version(), PARTNER.create(" --object-ownership ObjectWriter"), PARTNER.version()];
    start.extend(lines::role(""));
    start.push(format!("aws s3api put-bucket-policy --bucket {} --policy '{policy}' --profile partner", PARTNER.bucket));
    start.push(SEOUL.replicate(&lines::rule("to-partner", PARTNER.bucket)));
    start
}

/// Two buckets of logs, and one that gathers them.
fn logs() -> Vec<String> {
    let places = [WEB, APP, ALL_LOGS];
    let mut start: Vec<String> = places.iter().flat_map(|place| [place.create(""), place.version()]).collect();
    start.extend(lines::role(""));
    start.extend([WEB, APP].map(|place| place.replicate(&lines::rule("gather", ALL_LOGS.bucket))));
    start
}

/// A key in each region, and a rule that names none.
fn encrypted() -> Vec<String> {
    let mut start = pair();
    for (alias, region) in [("photos", ""), ("tokyo", " --region ap-northeast-1")] {
        start.push(format!("KEY=$(aws kms create-key --query KeyMetadata.KeyId --output text{region})"));
        start.push(format!("aws kms create-alias --alias-name alias/{alias} --target-key-id $KEY{region}"));
    }
    start.push(RULE.to_owned());
    start
}
