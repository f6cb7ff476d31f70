//! The commands of the replication bench, as one types them. What AWS makes of them is not known here.

use serde_json::{Value, json};

/// The learner's account.
const ACCOUNT: &str = "123456789012";
/// The role of every scene.
pub(super) const ROLE: &str = "arn:aws:iam::123456789012:role/copier";
/// What S3 must be allowed in the role to copy objects, markers and tags (S3 User Guide, permissions for replication).
const ALL: [&str; 12] = [
    "s3:GetReplicationConfiguration",
    "s3:ListBucket",
    "s3:GetObjectVersionForReplication",
    "s3:GetObjectVersionAcl",
    "s3:GetObjectVersionTagging",
    "s3:ReplicateObject",
    "s3:ReplicateDelete",
    "s3:ReplicateTags",
    "s3:ObjectOwnerOverrideToBucketOwner",
    "s3:InitiateReplication",
    "kms:Decrypt",
    "kms:Encrypt",
];

/// A bucket of a scene: where it lies and as whom one reaches it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub bucket: &'static str,
    pub region: &'static str,
    /// The profile of its owner; empty for the learner's own.
    pub profile: &'static str,
}

impl Place {
    /// What commands about it say besides.
    fn options(&self) -> String {
        let region = if self.region == HOME { String::new() } else { format!(" --region {}", self.region) };
        let profile = if self.profile.is_empty() { String::new() } else { format!(" --profile {}", self.profile) };
        format!("{region}{profile}")
    }

    /// Makes it; `more` are further options.
    pub(super) fn create(&self, more: &str) -> String {
        let Self { bucket, region, .. } = self;
        let place = format!("--create-bucket-configuration LocationConstraint={region}");
        format!("aws s3api create-bucket --bucket {bucket} {place}{more}{}", self.options())
    }

    /// Enables its versioning.
    pub(super) fn version(&self) -> String {
        let status = "--versioning-configuration Status=Enabled";
        format!("aws s3api put-bucket-versioning --bucket {} {status}{}", self.bucket, self.options())
    }

    /// Uploads a file.
    pub(super) fn put(&self, key: &str, file: &str) -> String {
        format!("aws s3api put-object --bucket {} --key {key} --body {file}{}", self.bucket, self.options())
    }

    /// Deletes, with or without an id.
    pub(super) fn delete(&self, key: &str, version_id: Option<&str>) -> String {
        let id = version_id.map(|id| format!(" --version-id {id}")).unwrap_or_default();
        format!("aws s3api delete-object --bucket {} --key {key}{id}{}", self.bucket, self.options())
    }

    /// Replicates what is there already by the present rules: a job of S3 Batch Replication.
    pub(super) fn replicate_existing(&self) -> String {
        let operation = json!({"S3ReplicateObject": {}});
        let filter = json!({"EligibleForReplication": true, "ObjectReplicationStatuses": ["NONE", "FAILED"]});
        let generator = json!({"S3JobManifestGenerator": {
            "SourceBucket": format!("arn:aws:s3:::{}", self.bucket), "EnableManifestOutput": false, "Filter": filter,
        }});
        format!(
            "aws s3control create-job --account-id {ACCOUNT} --operation '{operation}' --manifest-generator '{generator}' \
             --report Enabled=false --priority 1 --role-arn {ROLE}{}",
            self.options()
        )
    }

    /// Sets its replication.
    pub(super) fn replicate(&self, configuration: &Value) -> String {
        let options = self.options();
        format!("aws s3api put-bucket-replication --bucket {} --replication-configuration '{configuration}'{options}", self.bucket)
    }
}

/// The region of commands that name none.
pub(super) const HOME: &str = "ap-northeast-2";

/// The role that S3 works in, with these actions besides, or without one.
pub(super) fn role(without: &str) -> Vec<String> {
    let trust = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"Service": ["s3.amazonaws.com", "batchoperations.s3.amazonaws.com"]}, "Action": "sts:AssumeRole"},
    ]});
    vec![format!("aws iam create-role --role-name copier --assume-role-policy-document '{trust}'"), allow(without)]
}

/// Lets the role do everything, or everything but one action.
pub(super) fn allow(without: &str) -> String {
    let actions: Vec<&str> = ALL.into_iter().filter(|action| *action != without).collect();
    let policy = json!({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": actions, "Resource": "*"}]});
    format!("aws iam put-role-policy --role-name copier --policy-name copy --policy-document '{policy}'")
}

/// A configuration of one rule for everything.
pub(super) fn rule(id: &str, to: &str) -> Value {
    json!({"Role": ROLE, "Rules": [{
        "ID": id, "Priority": 1, "Status": "Enabled", "Filter": {}, "DeleteMarkerReplication": {"Status": "Disabled"},
        "Destination": {"Bucket": format!("arn:aws:s3:::{to}")},
    }]})
}

/// A switch of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Switch {
    Markers,
    Timed,
    Cheaper,
    Owner,
}

/// The class of replicas that need not be read soon.
const CHEAPER: &str = "STANDARD_IA";

impl Switch {
    /// Whether it is on in a rule.
    pub(super) fn is_on(self, rule: &Value) -> bool {
        match self {
            Self::Markers => rule["DeleteMarkerReplication"]["Status"] == "Enabled",
            Self::Timed => rule["Destination"]["ReplicationTime"]["Status"] == "Enabled",
            Self::Cheaper => rule["Destination"]["StorageClass"] == CHEAPER,
            Self::Owner => rule["Destination"]["AccessControlTranslation"]["Owner"] == "Destination",
        }
    }

    /// The configuration with it turned in every rule; `account` owns the destination.
    pub(super) fn turned(self, configuration: &Value, account: &str) -> Value {
        let mut after = configuration.clone();
        for rule in after["Rules"].as_array_mut().into_iter().flatten() {
            let on = !self.is_on(rule);
            let (first, second) = match self {
                Self::Markers => {
                    rule["DeleteMarkerReplication"] = json!({"Status": if on { "Enabled" } else { "Disabled" }});
                    continue;
                }
                Self::Timed => (
                    ("ReplicationTime", json!({"Status": "Enabled", "Time": {"Minutes": 15}})),
                    Some(("Metrics", json!({"Status": "Enabled", "EventThreshold": {"Minutes": 15}}))),
                ),
                Self::Cheaper => (("StorageClass", json!(CHEAPER)), None),
                Self::Owner => (("AccessControlTranslation", json!({"Owner": "Destination"})), Some(("Account", json!(account)))),
            };
            for (member, value) in std::iter::once(first).chain(second) {
                if on {
                    rule["Destination"][member] = value;
                } else if let Some(destination) = rule["Destination"].as_object_mut() {
                    destination.remove(member);
                }
            }
        }
        after
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_switch_turns_on_and_off_again_and_leaves_the_rest() {
        let before = rule("r", "dst");
        for switch in [Switch::Markers, Switch::Timed, Switch::Cheaper, Switch::Owner] {
            let on = switch.turned(&before, "111122223333");
            assert!(!switch.is_on(&before["Rules"][0]) && switch.is_on(&on["Rules"][0]), "{switch:?}");
            assert_eq!(switch.turned(&on, "111122223333"), before, "{switch:?}");
        }
    }
}
