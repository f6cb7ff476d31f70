//! What the encryption bench can start from: each scene with its commands and its beats, and the lines of its handles. It draws nothing.

use crate::ui::Beat;

/// The bucket of the five ways.
pub(super) const BUCKET: &str = "vault-417";
/// The user who may read in S3, and whose `kms:Decrypt` comes and goes.
pub(super) const AUDITOR: &str = "auditor";
/// The name of the KMS key of the five ways.
pub(super) const ALIAS: &str = "alias/records";
/// The buckets whose calls to KMS are counted, with the names of their keys: without and with a bucket key at first.
pub(super) const COUNTED: [(&str, &str); 2] = [("each-417", "alias/each"), ("shared-417", "alias/shared")];

/// A way to encrypt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Way {
    /// S3's own keys.
    S3,
    /// A KMS key.
    #[default]
    Kms,
    /// A KMS key, and a second layer.
    DualLayer,
    /// A key that comes with each request.
    Customer,
    /// Before the upload.
    Client,
}

impl Way {
    /// All of them, in the order of the lesson.
    pub(super) const ALL: [Self; 5] = [Self::S3, Self::Kms, Self::DualLayer, Self::Customer, Self::Client];

    /// The key of its object.
    pub(super) const fn object(self) -> &'static str {
        match self {
            Self::S3 => "sse-s3.txt",
            Self::Kms => "sse-kms.txt",
            Self::DualLayer => "dsse-kms.txt",
            Self::Customer => "sse-c.txt",
            Self::Client => "client-side.txt",
        }
    }

    /// The way of an object.
    pub(super) fn of(object: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.object() == object)
    }

    /// AWS's name; none for what AWS does not see.
    pub(super) const fn name(self) -> Option<&'static str> {
        match self {
            Self::S3 => Some("SSE-S3"),
            Self::Kms => Some("SSE-KMS"),
            Self::DualLayer => Some("DSSE-KMS"),
            Self::Customer => Some("SSE-C"),
            Self::Client => None,
        }
    }

    /// The end of its texts' keys.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::S3 => "s3",
            Self::Kms => "kms",
            Self::DualLayer => "dual-layer",
            Self::Customer => "customer",
            Self::Client => "client",
        }
    }

    /// The line that uploads its object.
    pub(super) const fn put(self) -> &'static str {
        match self {
            Self::S3 => PUT_S3,
            Self::Kms => PUT_KMS,
            Self::DualLayer => PUT_DUAL_LAYER,
            Self::Customer => PUT_CUSTOMER,
            Self::Client => PUT_CLIENT,
        }
    }

    /// The line that reads its object: the administrator has the customer's key, the auditor has not.
    pub(super) fn get(self, by_auditor: bool) -> String {
        let key = if self == Self::Customer && !by_auditor { CUSTOMER_KEY } else { "" };
        let profile = if by_auditor { " --profile auditor" } else { "" };
        format!("aws s3api get-object --bucket {BUCKET} --key {}{key} out.txt{profile}", self.object())
    }
}

const CUSTOMER_KEY: &str = " --sse-customer-algorithm AES256 --sse-customer-key fileb://customer.key";

const CREATE: &str = "aws s3api create-bucket --bucket vault-417 --create-bucket-configuration LocationConstraint=ap-northeast-2";
const CREATE_KEY: &str = "KEY=$(aws kms create-key --description records --query KeyMetadata.KeyId --output text)";
const NAME_KEY: &str = "aws kms create-alias --alias-name alias/records --target-key-id $KEY";
const CREATE_AUDITOR: &str = "aws iam create-user --user-name auditor";
/// S3 alone, or S3 and `kms:Decrypt`.
const TAKE_DECRYPT: &str = r#"aws iam put-user-policy --user-name auditor --policy-name reader --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::vault-417/*"}]}'"#;
const GIVE_DECRYPT: &str = r#"aws iam put-user-policy --user-name auditor --policy-name reader --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::vault-417/*"},{"Effect":"Allow","Action":"kms:Decrypt","Resource":"*"}]}'"#;
/// New buckets refuse SSE-C until somebody allows it.
const ALLOW_CUSTOMER: &str = r#"aws s3api put-bucket-encryption --bucket vault-417 --server-side-encryption-configuration '{"Rules":[{"BlockedEncryptionTypes":{"EncryptionType":["NONE"]}}]}'"#;
const BLOCK_CUSTOMER: &str = r#"aws s3api put-bucket-encryption --bucket vault-417 --server-side-encryption-configuration '{"Rules":[{"BlockedEncryptionTypes":{"EncryptionType":["SSE-C"]}}]}'"#;

const PUT_S3: &str = "aws s3api put-object --bucket vault-417 --key sse-s3.txt --body record.txt --server-side-encryption AES256";
const PUT_KMS: &str = "aws s3api put-object --bucket vault-417 --key sse-kms.txt --body record.txt --server-side-encryption aws:kms --ssekms-key-id alias/records";
const PUT_DUAL_LAYER: &str = "aws s3api put-object --bucket vault-417 --key dsse-kms.txt --body record.txt --server-side-encryption aws:kms:dsse --ssekms-key-id alias/records";
const PUT_CUSTOMER: &str = "aws s3api put-object --bucket vault-417 --key sse-c.txt --body record.txt --sse-customer-algorithm AES256 --sse-customer-key fileb://customer.key";
const PUT_CLIENT: &str = "aws s3api put-object --bucket vault-417 --key client-side.txt --body record.enc";
const GET_KMS: &str = "aws s3api get-object --bucket vault-417 --key sse-kms.txt out.txt";
const GET_S3_AS_AUDITOR: &str = "aws s3api get-object --bucket vault-417 --key sse-s3.txt out.txt --profile auditor";
const GET_KMS_AS_AUDITOR: &str = "aws s3api get-object --bucket vault-417 --key sse-kms.txt out.txt --profile auditor";

const FIND_KEY: &str = "KEY=$(aws kms describe-key --key-id alias/records --query KeyMetadata.KeyId --output text)";
const SCHEDULE: &str = "aws kms schedule-key-deletion --key-id $KEY --pending-window-in-days 7";
const CANCEL: &str = "aws kms cancel-key-deletion --key-id $KEY";
const ENABLE: &str = "aws kms enable-key --key-id $KEY";
const AFTER_WAITING: &str = "sim advance 8d";

const CREATE_EACH: &str = "aws s3api create-bucket --bucket each-417 --create-bucket-configuration LocationConstraint=ap-northeast-2";
const CREATE_SHARED: &str = "aws s3api create-bucket --bucket shared-417 --create-bucket-configuration LocationConstraint=ap-northeast-2";
const KEY_EACH: &str = "EACH=$(aws kms create-key --description each --query KeyMetadata.KeyId --output text)";
const KEY_SHARED: &str = "SHARED=$(aws kms create-key --description shared --query KeyMetadata.KeyId --output text)";
const NAME_EACH: &str = "aws kms create-alias --alias-name alias/each --target-key-id $EACH";
const NAME_SHARED: &str = "aws kms create-alias --alias-name alias/shared --target-key-id $SHARED";
const EACH_OFF: &str = r#"aws s3api put-bucket-encryption --bucket each-417 --server-side-encryption-configuration '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"alias/each"},"BucketKeyEnabled":false}]}'"#;
const EACH_ON: &str = r#"aws s3api put-bucket-encryption --bucket each-417 --server-side-encryption-configuration '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"alias/each"},"BucketKeyEnabled":true}]}'"#;
const SHARED_ON: &str = r#"aws s3api put-bucket-encryption --bucket shared-417 --server-side-encryption-configuration '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"alias/shared"},"BucketKeyEnabled":true}]}'"#;
const SHARED_OFF: &str = r#"aws s3api put-bucket-encryption --bucket shared-417 --server-side-encryption-configuration '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"alias/shared"},"BucketKeyEnabled":false}]}'"#;
const LOAD_EACH: &str =
    "sim load s3 --bucket each-417 --prefix app/ --bytes-per-month 30GB --object-size 100KB --reads 0-30d:1/day --for 365d";
const LOAD_SHARED: &str =
    "sim load s3 --bucket shared-417 --prefix app/ --bytes-per-month 30GB --object-size 100KB --reads 0-30d:1/day --for 365d";

/// One start state with its beats.
pub(super) struct Scene {
    pub id: &'static str,
    /// Calls are counted in it, instead of ways compared.
    pub counts: bool,
    pub start: &'static [&'static str],
    pub beats: &'static [Beat],
}

/// Every scene; the first one opens.
pub(super) const SCENES: &[Scene] = &[
    Scene {
        id: "ways",
        counts: false,
        start: &[CREATE, ALLOW_CUSTOMER, CREATE_KEY, NAME_KEY, CREATE_AUDITOR, GIVE_DECRYPT],
        beats: &[
            Beat::question("ways-question"),
            Beat::act("upload", &[PUT_S3, PUT_DUAL_LAYER, PUT_CUSTOMER, PUT_CLIENT, PUT_KMS]),
            Beat::observe("layers", &[]),
            Beat::predict("ways", &["s3-only", "not-kms", "s3-and-kms"]),
            Beat::act("take", &[TAKE_DECRYPT, GET_S3_AS_AUDITOR, GET_KMS_AS_AUDITOR]),
            Beat::observe("readers", &[]),
            Beat::observe("records", &[]),
            Beat::why("ways-why"),
        ],
    },
    Scene {
        id: "key",
        counts: false,
        start: &[
            CREATE,
            ALLOW_CUSTOMER,
            CREATE_KEY,
            NAME_KEY,
            CREATE_AUDITOR,
            GIVE_DECRYPT,
            PUT_S3,
            PUT_KMS,
            PUT_DUAL_LAYER,
            PUT_CUSTOMER,
            PUT_CLIENT,
        ],
        beats: &[
            Beat::question("key-question"),
            Beat::predict("pending", &["reads", "waits", "gone"]),
            Beat::act("schedule", &[FIND_KEY, SCHEDULE, GET_KMS]),
            Beat::observe("cancel", &[CANCEL, ENABLE, GET_KMS]),
            Beat::observe("deleted", &[SCHEDULE, AFTER_WAITING, GET_KMS]),
            Beat::why("key-why"),
        ],
    },
    Scene {
        id: "calls",
        counts: true,
        start: &[CREATE_EACH, CREATE_SHARED, KEY_EACH, KEY_SHARED, NAME_EACH, NAME_SHARED, EACH_OFF, SHARED_ON],
        beats: &[
            Beat::question("calls-question"),
            Beat::predict("calls", &["same", "tenth", "hundredth"]),
            Beat::act("month", &[LOAD_EACH, LOAD_SHARED, "sim advance 31d"]),
            Beat::observe("bill", &[]),
            Beat::observe("switch", &[EACH_ON, "sim advance 59d"]),
            Beat::why("calls-why"),
        ],
    },
];

/// The line that gives the auditor `kms:Decrypt`, or takes it away.
pub(super) fn set_decrypt(gives: bool) -> String {
    (if gives { GIVE_DECRYPT } else { TAKE_DECRYPT }).to_owned()
}

/// The line that has the bucket refuse SSE-C, or not.
pub(super) fn set_customer_block(blocks: bool) -> String {
    (if blocks { BLOCK_CUSTOMER } else { ALLOW_CUSTOMER }).to_owned()
}

/// The line that turns a counted bucket's bucket key on or off.
pub(super) fn set_bucket_key(bucket: usize, on: bool) -> String {
    let line = match (bucket, on) {
        (0, true) => EACH_ON,
        (0, false) => EACH_OFF,
        (_, true) => SHARED_ON,
        (_, false) => SHARED_OFF,
    };
    line.to_owned()
}

/// The lines that start both loads.
pub(super) fn start_loads() -> [String; 2] {
    [LOAD_EACH.to_owned(), LOAD_SHARED.to_owned()]
}

/// What is done to a KMS key.
pub(super) fn key_line(operation: &str, key_id: &str) -> String {
    let window = if operation == "schedule-key-deletion" { " --pending-window-in-days 7" } else { "" };
    format!("aws kms {operation} --key-id {key_id}{window}")
}
