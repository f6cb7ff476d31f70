//! CloudTrail's record of a call: who asked what of whom, when, and how it was answered. It keeps nothing, delivers nothing and
//! names no service.
//!
//! Member names, casing and order are those of CloudTrail's record contents (event version 1.11). Simplified: the address and the
//! program are always the same, and identifiers are made up, though always the same ones for the same run.

mod casing;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::{
    api::{ApiError, Origin},
    clock::SimTime,
    ident::{AccountId, CAPITALS, Caller, Ids, Region, SOURCE_ADDRESS, USER_AGENT},
    journal::{Event, EventKind, Input, Stamped},
    names,
    world::{self, Happening},
};

/// CloudTrail's version of the form of a record.
const EVENT_VERSION: &str = "1.11";
const HEX: &[u8] = b"0123456789abcdef";
/// Verbs of operations that only look.
const LOOKING: [&str; 7] = ["BatchGet", "Describe", "Get", "Head", "List", "Lookup", "Search"];

/// Operations that compute and change no resource: CloudTrail counts them among those that only look.
const COMPUTING: [&str; 10] = [
    "Decrypt",
    "DeriveSharedSecret",
    "Encrypt",
    "GenerateDataKey",
    "GenerateDataKeyWithoutPlaintext",
    "GenerateMac",
    "GenerateRandom",
    "ReEncrypt",
    "Verify",
    "VerifyMac",
];
/// What stands for address and program where a service calls.
const INTERNAL: &str = "AWS Internal";
/// The fact under which a happening tells the call that it is.
const CALL: &str = "call";

/// What kind of event a call is; the two are recorded under different rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Category {
    /// About a resource itself. Kept in the event history for 90 days without being asked for.
    #[default]
    Management,
    /// About what lies in a resource. Recorded only by a trail that is told to.
    Data,
}

/// A call as its service sees it.
pub struct Asked<'a> {
    /// The service's CLI name.
    pub service: &'static str,
    /// The operation.
    pub operation: &'static str,
    /// Its members.
    pub params: Value,
    /// Who calls, and where.
    pub origin: &'a Origin,
    /// The refusal, if it was refused.
    pub refusal: Option<&'a ApiError>,
}

/// What a service tells of one of its calls; the rest of the record is the same for all.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The service as CloudTrail names it: `sts.amazonaws.com`.
    pub event_source: String,
    /// As CloudTrail names the event, which is not always the operation's name.
    pub event_name: &'static str,
    /// What kind of event it is.
    pub category: Category,
    /// The members of the request as CloudTrail writes them, or null.
    pub parameters: Value,
    /// What the answer tells of a change, or null.
    pub response: Value,
    /// Where it is recorded, if not where it was called: calls of services without regions are in us-east-1.
    pub region: Option<Region>,
    /// The host that was called.
    pub host: String,
    /// Further facts that the service adds, or null.
    pub additional: Value,
    /// The resources that it is about, or null.
    pub resources: Value,
    /// AWS's code and wording of the refusal.
    pub refusal: Option<(String, String)>,
    /// The service's request identifiers are 16 letters instead of a UUID.
    pub short_request_id: bool,
}

impl Asked<'_> {
    /// What most services tell: a management event of the operation's name, its members with a small first letter.
    pub fn told(&self) -> Told {
        let Self { service, operation, origin, .. } = self;
        let parameters = casing::small(service, operation, &self.params);
        Told {
            event_source: format!("{service}.amazonaws.com"),
            event_name: operation,
            category: Category::Management,
            parameters: if parameters.as_object().is_some_and(Map::is_empty) { Value::Null } else { parameters },
            response: Value::Null,
            region: None,
            host: format!("{service}.{}.amazonaws.com", origin.region),
            additional: Value::Null,
            resources: Value::Null,
            refusal: self.refusal.map(|refusal| (refusal.code.to_string(), refusal.message.clone())),
            short_request_id: false,
        }
    }
}

/// True for an operation that changes no resource, by its name, as CloudTrail sees it.
pub fn is_read_only(operation: &str) -> bool {
    COMPUTING.contains(&operation)
        || LOOKING.iter().any(|verb| operation.strip_prefix(verb).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase())))
}

/// A call that a service made to another one for whoever called it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forwarded {
    /// The CLI name of the service that was called.
    pub service: String,
    /// The operation.
    pub operation: String,
    /// The service that called: `s3.amazonaws.com`.
    pub by: String,
    /// Who called that one, and where.
    pub origin: Origin,
    /// The members as CloudTrail writes them.
    pub parameters: Value,
    /// The resources that it is about.
    pub resources: Value,
}

impl Forwarded {
    /// As something that happened, to the resource of that ARN.
    pub fn happening(self, resource: &str) -> Happening {
        let name = self.operation.clone();
        let call = serde_json::to_value(self).unwrap_or_default();
        Happening { name, resource: resource.to_owned(), facts: [(CALL.to_owned(), call)].into() }
    }

    /// The call that a happening is, if it is one.
    pub fn of(happening: &Happening) -> Option<Self> {
        Self::deserialize(happening.facts.get(CALL)?).ok()
    }
}

/// The record of a call: of one that was made from outside, or of one that a service made for it. `None` for everything that is no
/// call of AWS's: time passing, faults, what a service does by itself, and what stands for an application.
pub fn record(stamped: &Stamped, event: &Event) -> Option<Value> {
    match (&stamped.input, &event.kind) {
        (Input::Call { origin, request }, EventKind::Answered(refusal)) => {
            let (service, operation) = (request.service(), request.name());
            names::known_service(service)?.operation(operation)?;
            let told = request.audit(origin, refusal.as_deref());
            Some(written(told, (service, operation), (origin, None), (stamped, event)))
        }
        (_, EventKind::Happened(it)) => {
            let call = Forwarded::of(it)?;
            let operation = names::known_service(&call.service)?.operation(&call.operation)?.api.as_str();
            let told = Told {
                event_source: format!("{}.amazonaws.com", call.service),
                event_name: operation,
                category: Category::Management,
                parameters: call.parameters,
                response: Value::Null,
                region: None,
                host: String::new(),
                additional: Value::Null,
                resources: call.resources,
                refusal: None,
                short_request_id: false,
            };
            Some(written(told, (&call.service, operation), (&call.origin, Some(&call.by)), (stamped, event)))
        }
        _ => None,
    }
}

/// A record, its members in CloudTrail's order. `by` is the service that called for whoever called it.
fn written(
    told: Told,
    (service, operation): (&str, &str),
    (origin, by): (&Origin, Option<&String>),
    (stamped, event): (&Stamped, &Event),
) -> Value {
    let seed = match by {
        None => world::hash(&(stamped.at, event.input, service, operation, &origin.caller)),
        Some(_) => world::hash(&(stamped.at, event.input, service, operation, &origin.caller, &told.parameters)),
    };
    let request_id = if told.short_request_id { Ids::new(seed).opaque("request", 0, CAPITALS, 16) } else { uuid(seed, "request") };
    let mut who = identity(&origin.caller);
    if by.is_some() {
        who["invokedBy"] = json!(INTERNAL);
    }

    let mut record = Map::new();
    let mut add = |name: &str, value: Value| _ = record.insert(name.to_owned(), value);
    add("eventVersion", json!(EVENT_VERSION));
    add("userIdentity", who);
    add("eventTime", json!(seconds(event.at)));
    add("eventSource", json!(told.event_source));
    add("eventName", json!(told.event_name));
    add("awsRegion", json!(told.region.unwrap_or(origin.region)));
    add("sourceIPAddress", json!(if by.is_some() { INTERNAL } else { SOURCE_ADDRESS }));
    add("userAgent", json!(if by.is_some() { INTERNAL } else { USER_AGENT }));
    if let Some((code, message)) = &told.refusal {
        add("errorCode", json!(code));
        add("errorMessage", json!(message));
    }
    add("requestParameters", told.parameters);
    add("responseElements", told.response);
    if !told.additional.is_null() {
        add("additionalEventData", told.additional);
    }
    add("requestID", json!(request_id));
    add("eventID", json!(uuid(seed, "event")));
    add("readOnly", json!(is_read_only(operation)));
    if !told.resources.is_null() {
        add("resources", told.resources);
    }
    add("eventType", json!("AwsApiCall"));
    add("managementEvent", json!(told.category == Category::Management));
    // Records go to the account that asked; nobody's call is known only to the account that owns what was asked for.
    add("recipientAccountId", json!(origin.caller.account().unwrap_or(AccountId::OWN).to_string()));
    add("eventCategory", json!(if told.category == Category::Data { "Data" } else { "Management" }));
    if by.is_none() {
        add("tlsDetails", json!({"tlsVersion": "TLSv1.3", "cipherSuite": "TLS_AES_128_GCM_SHA256", "clientProvidedHostHeader": told.host}));
    }
    Value::Object(record)
}

fn identity(caller: &Caller) -> Value {
    match caller {
        Caller::User { account, name } => json!({
            "type": "IAMUser",
            "principalId": caller.user_id(),
            "arn": caller.arn(),
            "accountId": account.to_string(),
            "accessKeyId": format!("AKIA{}", Ids::new(account.0).opaque(&format!("access key of {name}"), 0, CAPITALS, 16)),
            "userName": name,
        }),
        Caller::Root { account } => json!({
            "type": "Root",
            "principalId": account.to_string(),
            "arn": caller.arn(),
            "accountId": account.to_string(),
        }),
        Caller::Role { account, key, .. } => {
            let mut identity = json!({
                "type": "AssumedRole",
                "principalId": caller.user_id(),
                "arn": caller.arn(),
                "accountId": account.to_string(),
            });
            if let Some(key) = key {
                identity["accessKeyId"] = json!(key);
            }
            identity
        }
        Caller::Service { name, .. } => json!({"type": "AWSService", "invokedBy": name}),
        Caller::Anonymous => json!({"type": "AWSAccount", "principalId": "", "accountId": "anonymous"}),
    }
}

/// `2026-01-01T00:00:00Z`: CloudTrail writes whole seconds.
fn seconds(at: SimTime) -> String {
    let text = at.to_string();
    format!("{}Z", text.get(..19).unwrap_or(&text))
}

/// A UUID of version 4, the same for the same seed.
fn uuid(seed: u64, kind: &str) -> String {
    let digits = Ids::new(seed).opaque(kind, 0, HEX, 30);
    let variant = Ids::new(seed).opaque(kind, 1, b"89ab", 1);
    let (first, rest) = digits.split_at(8);
    let (second, rest) = rest.split_at(4);
    let (third, rest) = rest.split_at(3);
    let (fourth, last) = rest.split_at(3);
    format!("{first}-{second}-4{third}-{variant}{fourth}-{last}")
}

#[cfg(test)]
mod tests;
