//! How CloudTrail writes calls of Lambda: events bear the date of the API's version, invocations are data events, and neither code nor
//! payloads nor variables appear.

use serde_json::Value;

use crate::audit::{Asked, Category, Told};

/// Calls that CloudTrail names otherwise than the API (Lambda Developer Guide, logging API calls with CloudTrail).
const RENAMED: [(&str, &str); 13] = [
    ("AddPermission", "AddPermission20150331v2"),
    ("CreateFunction", "CreateFunction20150331"),
    ("DeleteFunction", "DeleteFunction20150331"),
    ("GetFunction", "GetFunction20150331v2"),
    ("GetFunctionConfiguration", "GetFunctionConfiguration20150331v2"),
    ("GetPolicy", "GetPolicy20150331v2"),
    ("ListFunctions", "ListFunctions20150331"),
    ("ListTags", "ListTags20170331"),
    ("RemovePermission", "RemovePermission20150331v2"),
    ("TagResource", "TagResource20170331v2"),
    ("UntagResource", "UntagResource20170331v2"),
    ("UpdateFunctionCode", "UpdateFunctionCode20150331v2"),
    ("UpdateFunctionConfiguration", "UpdateFunctionConfiguration20150331v2"),
];

/// What Lambda tells of a call.
pub(super) fn told(asked: &Asked<'_>) -> Told {
    let mut told = asked.told();
    told.event_name = RENAMED.iter().find(|(api, _)| *api == asked.operation).map_or(asked.operation, |(_, event)| event);
    if asked.operation == "Invoke" {
        told.category = Category::Data;
    }
    if let Value::Object(parameters) = &mut told.parameters {
        parameters.retain(|name, _| !matches!(name.as_str(), "code" | "zipFile" | "payload" | "environment"));
    }
    told
}
