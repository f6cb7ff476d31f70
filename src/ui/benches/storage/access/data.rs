//! What the access bench shows, as plain data: for each caller and door why the object is read or refused, and how every switch
//! stands. The model itself is asked, on a copy of the world. No drawing.

use serde_json::{Value, json};
use skylab_cloud::{
    Request, World,
    api::Origin,
    clock::SimTime,
    ident::{AccountId, Region},
    s3::{Blocks, Why, why},
};

use super::{
    happened::{self, Done},
    scenes::{BUCKET, Door, KEY, POINT, USER, UserPolicy, Who},
};
use crate::ui::StageView;

/// One caller at one door.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Call {
    pub who: Who,
    pub door: Door,
    pub why: Why,
}

impl Call {
    pub(super) fn is_allowed(&self) -> bool {
        self.why.refusal.is_none()
    }
}

/// How the switches stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Settings {
    pub user_policy: UserPolicy,
    /// The bucket's policy as S3 shows it.
    pub policy: Option<String>,
    pub policy_is_public: bool,
    pub ownership: String,
    pub acl_is_public: bool,
    /// Of the bucket, and of the account.
    pub blocks: [Blocks; 2],
    pub has_point: bool,
    pub point_policy: Option<String>,
}

/// Everything the bench shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct AccessData {
    pub now: SimTime,
    pub calls: Vec<Call>,
    pub settings: Settings,
    pub happened: Vec<Done>,
}

impl AccessData {
    pub(super) fn of(stage: &StageView<'_>) -> Self {
        let world = stage.sandbox.world();
        let settings = Settings::of(world);
        let doors: &[Door] = if settings.has_point { &[Door::Bucket, Door::Point] } else { &[Door::Bucket] };
        let calls = Who::ALL.into_iter().flat_map(|who| doors.iter().map(move |door| call(world, who, *door)));
        Self { now: world.now(), calls: calls.collect(), settings, happened: happened::last(stage) }
    }

    pub(super) fn call(&self, who: Who, door: Door) -> Option<&Call> {
        self.calls.iter().find(|call| (call.who, call.door) == (who, door))
    }

    /// Who reads by a door.
    pub(super) fn readers(&self, door: Door) -> Vec<Who> {
        self.calls.iter().filter(|call| call.door == door && call.is_allowed()).map(|call| call.who).collect()
    }
}

/// Why a caller is answered so.
pub(super) fn call(world: &World, who: Who, door: Door) -> Call {
    let origin = Origin { caller: who.caller(), region: Region::SEOUL };
    let get = skylab_cloud::s3::GetObject { bucket: door.place().to_owned(), key: KEY.to_owned(), ..Default::default() };
    Call { who, door, why: why(world, &origin, &get.into()) }
}

/// Makes a request in a copy of a world, so that the world stays as it is; null for a refusal.
fn ask(world: &World, service: &str, operation: &str, members: Value) -> Value {
    let Ok(request) = Request::parse(service, operation, members) else { return Value::Null };
    world.clone().call(&Origin::admin(Region::SEOUL), request).unwrap_or_default()
}

impl Settings {
    fn of(world: &World) -> Self {
        let bucket = |operation: &str| ask(world, "s3", operation, json!({"Bucket": BUCKET}));
        let point =
            |operation: &str| ask(world, "s3control", operation, json!({"AccountId": AccountId::OWN.to_string(), "Name": "reports"}));
        let account = ask(world, "s3control", "GetPublicAccessBlock", json!({"AccountId": AccountId::OWN.to_string()}));
        let acl = ask(world, "s3", "GetObjectAcl", json!({"Bucket": BUCKET, "Key": KEY}));
        Self {
            user_policy: user_policy(world),
            policy: bucket("GetBucketPolicy")["Policy"].as_str().map(str::to_owned),
            policy_is_public: bucket("GetBucketPolicyStatus")["PolicyStatus"]["IsPublic"] == true,
            ownership: bucket("GetBucketOwnershipControls")["OwnershipControls"]["Rules"][0]["ObjectOwnership"]
                .as_str()
                .unwrap_or_default()
                .to_owned(),
            acl_is_public: acl["Grants"].as_array().is_some_and(|grants| grants.iter().any(|grant| grant["Grantee"]["Type"] == "Group")),
            blocks: [blocks(&bucket("GetPublicAccessBlock")), blocks(&account)],
            has_point: world.s3control.point(POINT).is_some(),
            point_policy: point("GetAccessPointPolicy")["Policy"].as_str().map(str::to_owned),
        }
    }
}

fn user_policy(world: &World) -> UserPolicy {
    let document = ask(world, "iam", "GetUserPolicy", json!({"UserName": USER, "PolicyName": "read"}))["PolicyDocument"].to_string();
    if document.contains("Deny") {
        UserPolicy::Denies
    } else if document.contains("Allow") {
        UserPolicy::Allows
    } else {
        UserPolicy::Nothing
    }
}

fn blocks(answer: &Value) -> Blocks {
    let on = |name: &str| answer["PublicAccessBlockConfiguration"][name] == true;
    Blocks {
        block_public_acls: on("BlockPublicAcls"),
        ignore_public_acls: on("IgnorePublicAcls"),
        block_public_policy: on("BlockPublicPolicy"),
        restrict_public_buckets: on("RestrictPublicBuckets"),
    }
}
