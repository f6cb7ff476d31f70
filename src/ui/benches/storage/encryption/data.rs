//! What the encryption bench shows of the five ways, as plain data: what lies stored, layer by layer, who reads it now, and the state
//! of the KMS key. The model itself is asked, on a copy of the world. No drawing.

use serde_json::{Map, Value, json};
use skylab_cloud::{
    Request, World,
    api::{ApiError, Origin},
    cipher,
    clock::SimTime,
    ident::{AccountId, Caller, Region},
    kms::State,
    s3::StoredBytes,
};
use skylab_terminal::customise::add_customer_key;

use super::{
    calls::{self, Counted},
    happened::{self, Done},
    records::{self, Record},
    scenes::{ALIAS, AUDITOR, BUCKET, Way},
};
use crate::ui::{
    StageView,
    benches::samples::{CLIENT_KEY, CUSTOMER_KEY, opened_by_client},
};

/// What a reader gets to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// There is no such object.
    Nothing,
    /// What was written.
    Plain,
    /// 200, and bytes that only the client's key opens.
    Sealed,
    /// A refusal.
    Refused { status: u16, code: String },
}

/// Who keeps the key that protects a data key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Holder {
    Client,
    S3,
    /// With the key's name, or its ARN if it has none any more.
    Kms(String),
    Customer,
}

/// A layer of encryption, as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shell {
    pub holder: Holder,
    /// The key that encrypts, in hexadecimal.
    pub key: String,
    /// The same as it is stored; empty where it is not.
    pub stored_key: Vec<u8>,
    pub ciphertext: Vec<u8>,
}

/// An object as the learner wrote it, and as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stored {
    pub plaintext: Vec<u8>,
    pub layers: Vec<Shell>,
}

/// One of the five ways now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ObjectNow {
    pub way: Way,
    pub stored: Option<Stored>,
    pub by_admin: Seen,
    pub by_auditor: Seen,
}

/// The KMS key now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct KeyNow {
    pub id: String,
    pub state: State,
}

/// Everything the bench shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct EncryptionData {
    pub now: SimTime,
    pub objects: Vec<ObjectNow>,
    /// `None` once it is deleted.
    pub key: Option<KeyNow>,
    pub auditor_decrypts: bool,
    pub blocks_customer_keys: bool,
    /// Newest first.
    pub records: Vec<Record>,
    /// Calls to the KMS key since the start.
    pub n_calls: u128,
    pub counted: Vec<Counted>,
    /// What the last act did, in order.
    pub happened: Vec<Done>,
}

impl EncryptionData {
    pub(super) fn of(stage: &StageView<'_>) -> Self {
        let world = stage.sandbox.world();
        let key = key(world, ALIAS);
        let begun = self::key(stage.sandbox.start_world(), ALIAS);
        let calls = |world: &World| begun.as_ref().map_or(0, |key| calls::requests(world, &key.id).values().sum());
        Self {
            now: world.now(),
            objects: Way::ALL.into_iter().map(|way| object(world, way)).collect(),
            auditor_decrypts: auditor_decrypts(world),
            blocks_customer_keys: blocks_customer_keys(world),
            records: records::of(stage.sandbox),
            n_calls: calls(world) - calls(stage.sandbox.start_world()),
            counted: calls::counted(world),
            happened: happened::last(stage),
            key,
        }
    }

    /// The object of a way.
    pub(super) fn object(&self, way: Way) -> Option<&ObjectNow> {
        self.objects.iter().find(|object| object.way == way)
    }
}

/// Makes a request in a copy of a world, so that the world stays as it is.
pub(super) fn ask(world: &World, origin: &Origin, service: &str, operation: &str, members: Value) -> Result<Value, ApiError> {
    match Request::parse(service, operation, members) {
        Ok(request) => world.clone().call(origin, request),
        Err(_) => Ok(Value::Null),
    }
}

/// The account's administrator, or the auditor.
fn reader(by_auditor: bool) -> Origin {
    let caller = if by_auditor { Caller::user(AccountId::OWN, AUDITOR) } else { Caller::admin(AccountId::OWN) };
    Origin { caller, region: Region::SEOUL }
}

fn stored_bytes(world: &World, way: Way) -> Option<StoredBytes> {
    world.s3.bucket(BUCKET)?.stored_bytes(world, way.object(), None, Some(&CUSTOMER_KEY))
}

/// What a reader gets of a way's object. The administrator has the customer's and the client's key, the auditor neither.
pub(super) fn seen(world: &World, way: Way, by_auditor: bool) -> Seen {
    let mut members = Map::new();
    members.insert("Bucket".to_owned(), json!(BUCKET));
    members.insert("Key".to_owned(), json!(way.object()));
    if way == Way::Customer && !by_auditor {
        members.insert("SSECustomerAlgorithm".to_owned(), json!("AES256"));
        add_customer_key("SSECustomer", &CUSTOMER_KEY, &mut members);
    }
    match ask(world, &reader(by_auditor), "s3", "GetObject", members.into()) {
        Err(error) if error.code == "NoSuchKey" || error.code == "NoSuchBucket" => Seen::Nothing,
        Err(error) => Seen::Refused { status: error.status, code: error.code.into_owned() },
        Ok(_) if way != Way::Client => Seen::Plain,
        Ok(_) => {
            let opens = stored_bytes(world, way).is_some_and(|bytes| opened_by_client(&bytes.plaintext).is_some());
            if opens && by_auditor { Seen::Sealed } else { Seen::Plain }
        }
    }
}

fn object(world: &World, way: Way) -> ObjectNow {
    ObjectNow { way, stored: stored(world, way), by_admin: seen(world, way, false), by_auditor: seen(world, way, true) }
}

fn stored(world: &World, way: Way) -> Option<Stored> {
    let bytes = stored_bytes(world, way)?;
    let mut layers = Vec::new();
    let mut plaintext = bytes.plaintext;
    if way == Way::Client
        && let Some(opened) = opened_by_client(&plaintext)
    {
        let ciphertext = std::mem::replace(&mut plaintext, opened);
        layers.push(Shell { holder: Holder::Client, key: cipher::hex(&CLIENT_KEY), stored_key: Vec::new(), ciphertext });
    }
    layers.extend(bytes.layers.into_iter().map(|layer| Shell {
        holder: match layer.key.as_str() {
            "s3" => Holder::S3,
            "customer" => Holder::Customer,
            arn => Holder::Kms(key_name(world, arn)),
        },
        key: cipher::hex(&layer.data_key),
        stored_key: layer.stored_key,
        ciphertext: layer.ciphertext,
    }));
    Some(Stored { plaintext, layers })
}

fn key_name(world: &World, arn: &str) -> String {
    let is_ours = key(world, ALIAS).is_some_and(|key| arn.ends_with(&key.id));
    if is_ours { ALIAS.to_owned() } else { arn.to_owned() }
}

/// The key behind an alias.
pub(super) fn key(world: &World, alias: &str) -> Option<KeyNow> {
    let id = world.kms.aliases(AccountId::OWN, Region::SEOUL).find(|it| it.name() == alias)?.target().to_owned();
    let state = world.kms.keys(AccountId::OWN, Region::SEOUL).find(|key| key.id() == id)?.state();
    Some(KeyNow { id, state })
}

fn auditor_decrypts(world: &World) -> bool {
    let members = json!({"UserName": AUDITOR, "PolicyName": "reader"});
    let policy = ask(world, &reader(false), "iam", "GetUserPolicy", members).unwrap_or_default();
    policy["PolicyDocument"].to_string().contains("kms:Decrypt")
}

fn blocks_customer_keys(world: &World) -> bool {
    let answer = ask(world, &reader(false), "s3", "GetBucketEncryption", json!({"Bucket": BUCKET})).unwrap_or_default();
    answer["ServerSideEncryptionConfiguration"]["Rules"][0]["BlockedEncryptionTypes"]["EncryptionType"][0] == "SSE-C"
}
