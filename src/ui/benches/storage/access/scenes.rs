//! What the access bench can start from: each scene with its commands and its beats, and the lines of its handles. It draws nothing.

use skylab_cloud::{
    ident::{AccountId, Caller},
    s3::Blocks,
};

use crate::ui::Beat;

/// The bucket of every scene.
pub(super) const BUCKET: &str = "docs-417";
/// The one object that everybody asks for.
pub(super) const KEY: &str = "plan.pdf";
/// The access point, by the ARN that stands in a bucket's place.
pub(super) const POINT: &str = "arn:aws:s3:ap-northeast-2:123456789012:accesspoint/reports";
/// The user of the bucket's own account.
pub(super) const USER: &str = "kim";

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// The administrator of the bucket's account.
    Admin,
    /// A user of the same account.
    Kim,
    /// The administrator of another account.
    Partner,
    /// Nobody: no signature.
    Nobody,
}

impl Who {
    /// All of them, as the lesson has them.
    pub(super) const ALL: [Self; 4] = [Self::Admin, Self::Kim, Self::Partner, Self::Nobody];

    pub(super) fn caller(self) -> Caller {
        match self {
            Self::Admin => Caller::admin(AccountId::OWN),
            Self::Kim => Caller::user(AccountId::OWN, USER),
            Self::Partner => Caller::admin(AccountId::PARTNER),
            Self::Nobody => Caller::Anonymous,
        }
    }

    /// Whose request it was, of those that the bench knows.
    pub(super) fn of(caller: &Caller) -> Option<Self> {
        Self::ALL.into_iter().find(|who| who.caller() == *caller)
    }

    /// The end of its texts' keys.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Kim => "kim",
            Self::Partner => "partner",
            Self::Nobody => "nobody",
        }
    }

    const fn option(self) -> &'static str {
        match self {
            Self::Admin => "",
            Self::Kim => " --profile kim",
            Self::Partner => " --profile partner",
            Self::Nobody => " --no-sign-request",
        }
    }
}

/// By which door.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Door {
    /// The bucket itself.
    #[default]
    Bucket,
    /// The access point.
    Point,
}

impl Door {
    /// What stands in `--bucket`.
    pub(super) const fn place(self) -> &'static str {
        match self {
            Self::Bucket => BUCKET,
            Self::Point => POINT,
        }
    }
}

/// The line that reads the object.
pub(super) fn get(who: Who, door: Door) -> String {
    format!("aws s3api get-object --bucket {} --key {KEY} out.pdf{}", door.place(), who.option())
}

const CREATE: &str = "aws s3api create-bucket --bucket docs-417 --create-bucket-configuration LocationConstraint=ap-northeast-2";
const PUT: &str = "aws s3api put-object --bucket docs-417 --key plan.pdf --body report.pdf";
const CREATE_USER: &str = "aws iam create-user --user-name kim";
const GET_AS_KIM: &str = "aws s3api get-object --bucket docs-417 --key plan.pdf out.pdf --profile kim";
const GET_AS_PARTNER: &str = "aws s3api get-object --bucket docs-417 --key plan.pdf out.pdf --profile partner";
const GET_BY_POINT: &str =
    "aws s3api get-object --bucket arn:aws:s3:ap-northeast-2:123456789012:accesspoint/reports --key plan.pdf out.pdf --profile partner";
const ALLOW_KIM: &str = r#"aws iam put-user-policy --user-name kim --policy-name read --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::docs-417/*"}]}'"#;
const DENY_KIM: &str = r#"aws iam put-user-policy --user-name kim --policy-name read --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::docs-417/*"}]}'"#;
const FORGET_KIM: &str = "aws iam delete-user-policy --user-name kim --policy-name read";

const POLICY_PARTNER: &str = r#"aws s3api put-bucket-policy --bucket docs-417 --policy '{"Version":"2012-10-17","Statement":[{"Sid":"Partner","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::docs-417/*"}]}'"#;
const POLICY_OFFICE: &str = r#"aws s3api put-bucket-policy --bucket docs-417 --policy '{"Version":"2012-10-17","Statement":[{"Sid":"Partner","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::docs-417/*"},{"Sid":"OfficeOnly","Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::docs-417/*","Condition":{"NotIpAddress":{"aws:SourceIp":"198.51.100.0/24"}}}]}'"#;
const POLICY_BROKEN: &str = r#"aws s3api put-bucket-policy --bucket docs-417 --policy '{"Version":"2012-10-17","Statement":[{"Sid":"Partner","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::logs-417/*"}]}'"#;
const POLICY_PUBLIC: &str = r#"aws s3api put-bucket-policy --bucket docs-417 --policy '{"Version":"2012-10-17","Statement":[{"Sid":"Partner","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::docs-417/*"},{"Sid":"Everybody","Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::docs-417/*"}]}'"#;
const POLICY_DELEGATES: &str = r#"aws s3api put-bucket-policy --bucket docs-417 --policy '{"Version":"2012-10-17","Statement":[{"Sid":"AccessPoints","Effect":"Allow","Principal":{"AWS":"*"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::docs-417/*","Condition":{"StringEquals":{"s3:DataAccessPointAccount":"123456789012"}}}]}'"#;
const NO_POLICY: &str = "aws s3api delete-bucket-policy --bucket docs-417";

const BLOCK_NOTHING: &str = "aws s3api put-public-access-block --bucket docs-417 --public-access-block-configuration BlockPublicAcls=false,IgnorePublicAcls=false,BlockPublicPolicy=false,RestrictPublicBuckets=false";
const RESTRICT: &str = "aws s3api put-public-access-block --bucket docs-417 --public-access-block-configuration BlockPublicAcls=false,IgnorePublicAcls=false,BlockPublicPolicy=false,RestrictPublicBuckets=true";
const BLOCK_POLICY: &str = "aws s3api put-public-access-block --bucket docs-417 --public-access-block-configuration BlockPublicAcls=false,IgnorePublicAcls=false,BlockPublicPolicy=true,RestrictPublicBuckets=true";

const CREATE_POINT: &str = "aws s3control create-access-point --account-id 123456789012 --name reports --bucket docs-417";
const DELETE_POINT: &str = "aws s3control delete-access-point --account-id 123456789012 --name reports";
const POINT_PARTNER: &str = r#"aws s3control put-access-point-policy --account-id 123456789012 --name reports --policy '{"Version":"2012-10-17","Statement":[{"Sid":"Partner","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"s3:GetObject","Resource":"arn:aws:s3:ap-northeast-2:123456789012:accesspoint/reports/object/*"}]}'"#;
const POINT_NO_POLICY: &str = "aws s3control delete-access-point-policy --account-id 123456789012 --name reports";

/// What is shown of the handles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    Iam,
    Policy,
    Acl,
    Blocks,
    Point,
}

impl Tab {
    pub(super) const ALL: [(Self, &'static str); 5] = [
        (Self::Iam, "access-tab-iam"),
        (Self::Policy, "access-tab-policy"),
        (Self::Acl, "access-tab-acl"),
        (Self::Blocks, "access-tab-blocks"),
        (Self::Point, "access-tab-point"),
    ];
}

/// One start state with its beats.
pub(super) struct Scene {
    pub id: &'static str,
    /// The handles that it opens with, and whose trace, by which door.
    pub tab: Tab,
    pub who: Who,
    pub door: Door,
    pub start: &'static [&'static str],
    pub beats: &'static [Beat],
}

/// Every scene; the first one opens.
pub(super) const SCENES: &[Scene] = &[
    Scene {
        id: "callers",
        tab: Tab::Iam,
        who: Who::Kim,
        door: Door::Bucket,
        start: &[CREATE, PUT, CREATE_USER],
        beats: &[
            Beat::question("callers-question"),
            Beat::predict("callers", &["admin", "account", "all"]),
            Beat::act("try", &[GET_AS_KIM]),
            Beat::observe("trace", &[]),
            Beat::act("allow", &[ALLOW_KIM, GET_AS_KIM]),
            Beat::why("callers-why"),
        ],
    },
    Scene {
        id: "policy",
        tab: Tab::Policy,
        who: Who::Partner,
        door: Door::Bucket,
        start: &[CREATE, PUT, CREATE_USER],
        beats: &[
            Beat::question("policy-question"),
            Beat::predict("policy", &["partner", "admin-partner", "account-partner"]),
            Beat::act("write", &[POLICY_PARTNER, GET_AS_PARTNER]),
            Beat::observe("deny", &[POLICY_OFFICE]),
            Beat::observe("broken", &[POLICY_BROKEN]),
            Beat::why("policy-why"),
        ],
    },
    Scene {
        id: "public",
        tab: Tab::Blocks,
        who: Who::Partner,
        door: Door::Bucket,
        start: &[CREATE, PUT, CREATE_USER, BLOCK_NOTHING, POLICY_PUBLIC],
        beats: &[
            Beat::question("public-question"),
            Beat::predict("public", &["account", "account-partner", "all"]),
            Beat::act("restrict", &[RESTRICT, GET_AS_PARTNER]),
            Beat::observe("named", &[POLICY_PARTNER]),
            Beat::observe("refuse", &[BLOCK_POLICY, POLICY_PUBLIC]),
            Beat::why("public-why"),
        ],
    },
    Scene {
        id: "points",
        tab: Tab::Point,
        who: Who::Partner,
        door: Door::Point,
        start: &[CREATE, PUT, CREATE_USER, CREATE_POINT, POINT_PARTNER],
        beats: &[
            Beat::question("points-question"),
            Beat::predict("points", &["reads", "bucket", "point"]),
            Beat::act("knock", &[GET_BY_POINT]),
            Beat::observe("delegate", &[POLICY_DELEGATES, GET_BY_POINT]),
            Beat::observe("withdraw", &[POINT_NO_POLICY, GET_BY_POINT]),
            Beat::why("points-why"),
        ],
    },
];

/// The user's IAM policy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum UserPolicy {
    #[default]
    Nothing,
    Allows,
    Denies,
}

impl UserPolicy {
    pub(super) const ALL: [(Self, &'static str); 3] =
        [(Self::Nothing, "access-iam-none"), (Self::Allows, "access-iam-allow"), (Self::Denies, "access-iam-deny")];

    /// The line that sets it.
    pub(super) fn line(self) -> String {
        let line = match self {
            Self::Nothing => FORGET_KIM,
            Self::Allows => ALLOW_KIM,
            Self::Denies => DENY_KIM,
        };
        line.to_owned()
    }
}

/// Policies to begin with, by the texts of their names.
pub(super) const PRESETS: [(&str, &str); 4] = [
    ("access-preset-partner", POLICY_PARTNER),
    ("access-preset-public", POLICY_PUBLIC),
    ("access-preset-office", POLICY_OFFICE),
    ("access-preset-points", POLICY_DELEGATES),
];

/// The document in a line that sets a policy.
pub(super) fn document(line: &str) -> &str {
    line.split('\'').nth(1).unwrap_or_default()
}

/// The line that sets the bucket's policy; a text that no quotes could hold is not offered.
pub(super) fn set_policy(text: &str) -> Option<String> {
    (!text.contains('\'')).then(|| format!("aws s3api put-bucket-policy --bucket {BUCKET} --policy '{text}'"))
}

pub(super) fn remove_policy() -> String {
    NO_POLICY.to_owned()
}

/// The line that sets all four switches, of the bucket or of the account.
pub(super) fn set_blocks(of_account: bool, blocks: Blocks) -> String {
    let switches = format!(
        "BlockPublicAcls={},IgnorePublicAcls={},BlockPublicPolicy={},RestrictPublicBuckets={}",
        blocks.block_public_acls, blocks.ignore_public_acls, blocks.block_public_policy, blocks.restrict_public_buckets
    );
    let whose = if of_account {
        "s3control put-public-access-block --account-id 123456789012".to_owned()
    } else {
        format!("s3api put-public-access-block --bucket {BUCKET}")
    };
    format!("aws {whose} --public-access-block-configuration {switches}")
}

/// The line that sets Object Ownership.
pub(super) fn set_ownership(name: &str) -> String {
    format!("aws s3api put-bucket-ownership-controls --bucket {BUCKET} --ownership-controls 'Rules=[{{ObjectOwnership={name}}}]'")
}

/// The line that opens the object by its ACL, or closes it.
pub(super) fn set_acl(canned: &str) -> String {
    format!("aws s3api put-object-acl --bucket {BUCKET} --key {KEY} --acl {canned}")
}

/// What is done to the access point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PointAct {
    Create,
    Allow,
    Forget,
    Delete,
}

impl PointAct {
    pub(super) fn line(self) -> String {
        let line = match self {
            Self::Create => CREATE_POINT,
            Self::Allow => POINT_PARTNER,
            Self::Forget => POINT_NO_POLICY,
            Self::Delete => DELETE_POINT,
        };
        line.to_owned()
    }
}
