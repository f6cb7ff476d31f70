//! The replication bench: its answers follow what reaches the other bucket, whichever rules there are.

use super::Play;

const OLD: usize = 0;
const DELETES: usize = 1;
const NEEDS: usize = 2;
const OWNER: usize = 3;
const LOGS: usize = 4;
const ENCRYPTED: usize = 5;

const HOUR: &str = "sim advance 1h";
const PUT_NOON: &str = "aws s3api put-object --bucket photos-417 --key noon.jpg --body cat.jpg";

/// What the bench's own way through the beats tells in the end.
fn own(start: usize) -> Option<usize> {
    Play::open("replication", start).beats(9).answer()
}

/// What it tells after other lines, given at the beat that predicts.
fn other(start: usize, lines: &[&str]) -> Option<usize> {
    Play::open("replication", start).beats(1).act(lines).answer()
}

/// A rule of photos-417 with these members besides.
fn rule(to: &str, markers: &str, more: &str, destination: &str) -> String {
    format!(
        r#"aws s3api put-bucket-replication --bucket photos-417 --replication-configuration '{{"Role":"arn:aws:iam::123456789012:role/copier","Rules":[{{"ID":"r","Priority":1,"Status":"Enabled","Filter":{{}},"DeleteMarkerReplication":{{"Status":"{markers}"}}{more},"Destination":{{"Bucket":"arn:aws:s3:::{to}"{destination}}}}}]}}'"#
    )
}

#[test]
fn only_what_is_written_after_the_rule_arrives() {
    assert_eq!(own(OLD), Some(1));
    let rule = rule("photos-417-tokyo", "Disabled", "", "");
    let job = r#"aws s3control create-job --account-id 123456789012 --operation '{"S3ReplicateObject":{}}' --manifest-generator '{"S3JobManifestGenerator":{"SourceBucket":"arn:aws:s3:::photos-417","EnableManifestOutput":false}}' --report Enabled=false --priority 1 --role-arn arn:aws:iam::123456789012:role/copier"#;
    assert_eq!(other(OLD, &[&rule, PUT_NOON, job, HOUR]), Some(0));
    let off = rule.replace(r#""Status":"Enabled""#, r#""Status":"Disabled""#);
    assert_eq!(other(OLD, &[&off, PUT_NOON, HOUR]), Some(2));
    assert_eq!(other(OLD, &[&rule, PUT_NOON, "sim advance 1m"]), None);
}

#[test]
fn a_delete_reaches_the_other_end_only_if_the_rule_copies_markers() {
    assert_eq!(own(DELETES), Some(0));
    let delete = "aws s3api delete-object --bucket photos-417 --key plan.pdf";
    assert_eq!(other(DELETES, &[&rule("photos-417-tokyo", "Enabled", "", ""), delete, HOUR]), Some(1));
}

#[test]
fn a_rule_needs_versioning_at_its_destination() {
    assert_eq!(own(NEEDS), Some(0));
    let version =
        "aws s3api put-bucket-versioning --bucket photos-417-tokyo --versioning-configuration Status=Enabled --region ap-northeast-1";
    assert_eq!(other(NEEDS, &[version, &rule("photos-417-tokyo", "Disabled", "", "")]), None, "the learner enabled it");
}

#[test]
fn a_copy_is_its_owners_until_the_rule_hands_it_over() {
    assert_eq!(own(OWNER), Some(1));
    let hands_over = rule("partner-417", "Disabled", "", r#","Account":"111122223333","AccessControlTranslation":{"Owner":"Destination"}"#);
    let get = "aws s3api get-object --bucket partner-417 --key noon.jpg download.bin --profile partner";
    assert_eq!(other(OWNER, &[&hands_over, PUT_NOON, HOUR, get]), Some(0));
    assert_eq!(other(OWNER, &[PUT_NOON, get]), Some(2), "nothing is there at once");
}

#[test]
fn gathering_logs_in_one_region_moves_nothing_out_of_it() {
    assert_eq!(own(LOGS), Some(0));
}

#[test]
fn what_lies_under_a_kms_key_is_copied_only_if_the_rule_asks_for_it() {
    assert_eq!(own(ENCRYPTED), Some(1));
    let find = "TOKYO=$(aws kms describe-key --key-id alias/tokyo --query KeyMetadata.Arn --output text --region ap-northeast-1)";
    let rule = "aws s3api put-bucket-replication --bucket photos-417 --replication-configuration Role=arn:aws:iam::123456789012:role/copier,Rules=[{ID=r,Priority=1,Status=Enabled,Filter={},DeleteMarkerReplication={Status=Disabled},SourceSelectionCriteria={SseKmsEncryptedObjects={Status=Enabled}},Destination={Bucket=arn:aws:s3:::photos-417-tokyo,EncryptionConfiguration={ReplicaKmsKeyID=$TOKYO}}}]";
    let put = "aws s3api put-object --bucket photos-417 --key secret.jpg --body cat.jpg --server-side-encryption aws:kms --ssekms-key-id alias/photos";
    assert_eq!(other(ENCRYPTED, &[find, rule, put, HOUR]), Some(0));
    let forbid = "aws iam delete-role-policy --role-name copier --policy-name copy";
    assert_eq!(other(ENCRYPTED, &[find, rule, put, forbid, HOUR]), Some(2));
}
