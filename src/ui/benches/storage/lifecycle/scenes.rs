//! What the bench can start from: each scene has its commands, the rules it suggests and its beats. It draws nothing.

use crate::ui::Beat;

/// The bucket of every scene.
pub(super) const BUCKET: &str = "logs-417";

const CREATE: &str = "aws s3api create-bucket --bucket logs-417 --create-bucket-configuration LocationConstraint=ap-northeast-2";

/// One start state with what belongs to it.
pub(super) struct Scene {
    pub start: &'static [&'static str],
    /// The rules to begin with, in AWS's JSON.
    pub suggested: &'static str,
    pub beats: &'static [Beat],
}

const ARCHIVE: &str = r#"{"Rules":[{"ID":"archive-the-logs","Status":"Enabled","Filter":{"Prefix":"app/"},"Transitions":[{"Days":30,"StorageClass":"GLACIER_IR"},{"Days":120,"StorageClass":"DEEP_ARCHIVE"}],"Expiration":{"Days":2557}}]}"#;
const PUT_ARCHIVE: &str = r#"aws s3api put-bucket-lifecycle-configuration --bucket logs-417 --lifecycle-configuration '{"Rules":[{"ID":"archive-the-logs","Status":"Enabled","Filter":{"Prefix":"app/"},"Transitions":[{"Days":30,"StorageClass":"GLACIER_IR"},{"Days":120,"StorageClass":"DEEP_ARCHIVE"}],"Expiration":{"Days":2557}}]}'"#;

const OVERLAP: &str = r#"{"Rules":[{"ID":"archive-app","Status":"Enabled","Filter":{"Prefix":"app/"},"Transitions":[{"Days":30,"StorageClass":"GLACIER"}]},{"ID":"drop-debug","Status":"Enabled","Filter":{"Prefix":"app/debug/"},"Expiration":{"Days":30}}]}"#;
const PUT_OVERLAP: &str = r#"aws s3api put-bucket-lifecycle-configuration --bucket logs-417 --lifecycle-configuration '{"Rules":[{"ID":"archive-app","Status":"Enabled","Filter":{"Prefix":"app/"},"Transitions":[{"Days":30,"StorageClass":"GLACIER"}]},{"ID":"drop-debug","Status":"Enabled","Filter":{"Prefix":"app/debug/"},"Expiration":{"Days":30}}]}'"#;

const VERSIONS: &str = r#"{"Rules":[{"ID":"drop-the-logs","Status":"Enabled","Filter":{"Prefix":""},"Expiration":{"Days":30}}]}"#;
const PUT_VERSIONS: &str = r#"aws s3api put-bucket-lifecycle-configuration --bucket logs-417 --lifecycle-configuration '{"Rules":[{"ID":"drop-the-logs","Status":"Enabled","Filter":{"Prefix":""},"Expiration":{"Days":30}}]}'"#;

const UPLOADS: &str =
    r#"{"Rules":[{"ID":"clean-up","Status":"Enabled","Filter":{"Prefix":""},"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":7}}]}"#;
const PUT_UPLOADS: &str = r#"aws s3api put-bucket-lifecycle-configuration --bucket logs-417 --lifecycle-configuration '{"Rules":[{"ID":"clean-up","Status":"Enabled","Filter":{"Prefix":""},"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":7}}]}'"#;

/// Five nightly backups that broke off after four parts of 64 MB each.
const BROKEN_UPLOADS: &[&str] = &[
    CREATE,
    "UPLOAD=$(aws s3api create-multipart-upload --bucket logs-417 --key backup/night-1.tar --query UploadId --output text)",
    "aws s3api upload-part --bucket logs-417 --key backup/night-1.tar --upload-id $UPLOAD --part-number 1 --body part.bin",
    "aws s3api upload-part --bucket logs-417 --key backup/night-1.tar --upload-id $UPLOAD --part-number 2 --body part.bin",
    "aws s3api upload-part --bucket logs-417 --key backup/night-1.tar --upload-id $UPLOAD --part-number 3 --body part.bin",
    "aws s3api upload-part --bucket logs-417 --key backup/night-1.tar --upload-id $UPLOAD --part-number 4 --body part.bin",
    "UPLOAD=$(aws s3api create-multipart-upload --bucket logs-417 --key backup/night-2.tar --query UploadId --output text)",
    "aws s3api upload-part --bucket logs-417 --key backup/night-2.tar --upload-id $UPLOAD --part-number 1 --body part.bin",
    "aws s3api upload-part --bucket logs-417 --key backup/night-2.tar --upload-id $UPLOAD --part-number 2 --body part.bin",
    "aws s3api upload-part --bucket logs-417 --key backup/night-2.tar --upload-id $UPLOAD --part-number 3 --body part.bin",
    "aws s3api upload-part --bucket logs-417 --key backup/night-2.tar --upload-id $UPLOAD --part-number 4 --body part.bin",
    "UPLOAD=$(aws s3api create-multipart-upload --bucket logs-417 --key backup/night-3.tar --query UploadId --output text)",
    "aws s3api upload-part --bucket logs-417 --key backup/night-3.tar --upload-id $UPLOAD --part-number 1 --body part.bin",
    "aws s3api upload-part --bucket logs-417 --key backup/night-3.tar --upload-id $UPLOAD --part-number 2 --body part.bin",
    "aws s3api upload-part --bucket logs-417 --key backup/night-3.tar --upload-id $UPLOAD --part-number 3 --body part.bin",
    "aws s3api upload-part --bucket logs-417 --key backup/night-3.tar --upload-id $UPLOAD --part-number 4 --body part.bin",
    "UPLOAD=$(aws s3api create-multipart-upload --bucket logs-417 --key backup/night-4.tar --query UploadId --output text)",
    "aws s3api upload-part --bucket logs-417 --key backup/night-4.tar --upload-id $UPLOAD --part-number 1 --body part.bin",
    "aws s3api upload-part --bucket logs-417 --key backup/night-4.tar --upload-id $UPLOAD --part-number 2 --body part.bin",
    "aws s3api upload-part --bucket logs-417 --key backup/night-4.tar --upload-id $UPLOAD --part-number 3 --body part.bin",
    "aws s3api upload-part --bucket logs-417 --key backup/night-4.tar --upload-id $UPLOAD --part-number 4 --body part.bin",
    "UPLOAD=$(aws s3api create-multipart-upload --bucket logs-417 --key backup/night-5.tar --query UploadId --output text)",
    "aws s3api upload-part --bucket logs-417 --key backup/night-5.tar --upload-id $UPLOAD --part-number 1 --body part.bin",
    "aws s3api upload-part --bucket logs-417 --key backup/night-5.tar --upload-id $UPLOAD --part-number 2 --body part.bin",
    "aws s3api upload-part --bucket logs-417 --key backup/night-5.tar --upload-id $UPLOAD --part-number 3 --body part.bin",
    "aws s3api upload-part --bucket logs-417 --key backup/night-5.tar --upload-id $UPLOAD --part-number 4 --body part.bin",
];

/// Every scene; the first one opens.
pub(super) const SCENES: &[Scene] = &[
    Scene {
        start: &[
            CREATE,
            "sim load s3 --bucket logs-417 --prefix app/ --bytes-per-month 400GB --object-size 1MB --reads 0-30d:5/day,30-120d:1/month --for 10y",
        ],
        suggested: ARCHIVE,
        beats: &[
            Beat::question("question"),
            Beat::predict("predict", &["half", "quarter", "less"]),
            Beat::act("act", &[PUT_ARCHIVE]),
            Beat::observe("bytes", &["sim advance 7y"]),
            Beat::observe("cost", &[]),
            Beat::why("why"),
        ],
    },
    Scene {
        start: &[
            CREATE,
            "sim load s3 --bucket logs-417 --prefix app/access/ --bytes-per-month 300GB --object-size 1MB --for 10y",
            "sim load s3 --bucket logs-417 --prefix app/debug/ --bytes-per-month 100GB --object-size 1MB --for 10y",
        ],
        suggested: OVERLAP,
        beats: &[
            Beat::question("overlap-question"),
            Beat::predict("overlap", &["moved", "deleted"]),
            Beat::act("act", &[PUT_OVERLAP]),
            Beat::observe("bytes", &["sim advance 1y"]),
            Beat::why("overlap-why"),
        ],
    },
    Scene {
        start: &[
            CREATE,
            "aws s3api put-bucket-versioning --bucket logs-417 --versioning-configuration Status=Enabled",
            "sim load s3 --bucket logs-417 --prefix app/ --bytes-per-month 400GB --object-size 1MB --for 10y",
        ],
        suggested: VERSIONS,
        beats: &[
            Beat::question("versions-question"),
            Beat::predict("versions", &["less", "same"]),
            Beat::act("act", &[PUT_VERSIONS]),
            Beat::observe("bytes", &["sim advance 1y"]),
            Beat::observe("cost", &[]),
            Beat::why("versions-why"),
        ],
    },
    Scene {
        start: BROKEN_UPLOADS,
        suggested: UPLOADS,
        beats: &[
            Beat::question("uploads-question"),
            Beat::predict("uploads", &["nothing", "parts"]),
            Beat::act("act", &[PUT_UPLOADS]),
            Beat::observe("bytes", &["sim advance 1y"]),
            Beat::observe("cost", &[]),
            Beat::why("uploads-why"),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::super::draft::Draft;
    use super::*;
    use crate::ui::BeatKind;

    #[test]
    fn the_act_of_each_scene_puts_the_rules_that_it_suggests() {
        for scene in SCENES {
            let draft = Draft::read(scene.suggested).unwrap().unwrap();
            let act = scene.beats.iter().find(|beat| beat.kind == BeatKind::Act).unwrap();
            let put = act.acts[0].split_once("--lifecycle-configuration ").unwrap().1;
            assert_eq!(put, format!("'{}'", scene.suggested), "{}", scene.suggested);
            assert!(draft.n_rules() > 0 && draft.command(BUCKET).contains(BUCKET));
        }
    }
}
