//! What everybody is kept from, whatever else allows it: services that are closed and operations that are refused. A lab sets it from
//! outside; no request changes it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    Request, World,
    api::{ApiError, Origin},
};

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    /// The services that may be called; all if none is named.
    pub services: BTreeSet<String>,
    /// What may not be called.
    pub refused: BTreeSet<Refused>,
}

/// An operation that is refused, with any of its members or only with a certain one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Refused {
    /// The service's CLI name.
    pub service: String,
    /// AWS's name of the operation.
    pub operation: String,
    /// The member that must be given for it to be refused.
    pub member: Option<String>,
}

impl Refused {
    /// Reads `s3:PutBucketLifecycleConfiguration` or `s3:PutObject --storage-class`.
    pub fn parse(text: &str) -> Option<Self> {
        let (call, option) = text.split_once(" --").map_or((text, None), |(call, option)| (call, Some(option)));
        let (service, operation) = call.split_once(':')?;
        let member = option.map(|option| option.split('-').map(capitalised).collect::<String>());
        let plain = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let good = plain(service) && plain(operation) && member.as_deref().is_none_or(plain);
        good.then(|| Self { service: service.to_owned(), operation: operation.to_owned(), member })
    }

    fn is(&self, request: &Request) -> bool {
        let called = request.service() == self.service && request.name() == self.operation;
        called && self.member.as_ref().is_none_or(|member| request.params().get(member).is_some_and(|value| !value.is_null()))
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + chars.as_str())
}

impl Bounds {
    /// True if nothing is refused.
    pub fn is_empty(&self) -> bool {
        self.services.is_empty() && self.refused.is_empty()
    }

    /// Refuses a request as a service control policy would, in AWS's words.
    pub(crate) fn check(&self, origin: &Origin, request: &Request) -> Result<(), ApiError> {
        let closed = !self.services.is_empty() && !self.services.contains(request.service());
        if !closed && !self.refused.iter().any(|refused| refused.is(request)) {
            return Ok(());
        }
        let need = request.needs();
        let (who, action, resource) = (origin.caller.arn(), need.action, need.resource);
        let message = format!(
            "User: {who} is not authorized to perform: {action} on resource: \"{resource}\" with an explicit deny in a service control policy"
        );
        Err(if need.head { ApiError::new(403, "403", "Forbidden") } else { ApiError::new(403, "AccessDenied", message) })
    }
}

impl World {
    /// What everybody is kept from.
    pub fn bounds(&self) -> &Bounds {
        &self.core.bounds
    }

    /// Sets what everybody is kept from, from now on.
    pub fn set_bounds(&mut self, bounds: Bounds) {
        self.core.bounds = bounds;
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{clock::SimTime, ident::Region};

    fn refused(bounds: &Bounds, operation: &str, params: serde_json::Value) -> Option<String> {
        let origin = Origin::admin(Region::US_EAST_1);
        let mut world = World::new(SimTime::START, 1);
        let bucket = Request::parse("s3", "CreateBucket", json!({"Bucket": "logs"})).unwrap();
        world.call(&origin, bucket).unwrap();
        world.set_bounds(bounds.clone());
        let before = world.hashes();
        let error = world.call(&origin, Request::parse("s3", operation, params).unwrap()).err()?;
        assert_eq!(world.hashes(), before, "a refused request changes no resource");
        Some(format!("{}: {}", error.code, error.message))
    }

    #[test]
    fn a_refused_operation_is_denied_as_by_a_service_control_policy() {
        let bounds = Bounds { refused: [Refused::parse("s3:DeleteBucket").unwrap()].into(), ..Bounds::default() };
        let message = refused(&bounds, "DeleteBucket", json!({"Bucket": "logs"})).unwrap();
        assert!(message.starts_with("AccessDenied: User: arn:aws:iam::123456789012:user/admin") && message.contains("s3:DeleteBucket"));
        assert_eq!(refused(&bounds, "GetBucketVersioning", json!({"Bucket": "logs"})), None);
    }

    #[test]
    fn an_operation_may_be_refused_with_a_certain_member_only() {
        let bounds = Bounds { refused: [Refused::parse("s3:PutObject --storage-class").unwrap()].into(), ..Bounds::default() };
        assert_eq!(refused(&bounds, "PutObject", json!({"Bucket": "logs", "Key": "a"})), None);
        assert!(refused(&bounds, "PutObject", json!({"Bucket": "logs", "Key": "a", "StorageClass": "GLACIER"})).is_some());
    }

    #[test]
    fn a_service_that_is_not_open_is_closed() {
        let bounds = |name: &str| Bounds { services: [name.to_owned()].into(), ..Bounds::default() };
        assert_eq!(refused(&bounds("s3"), "ListBuckets", json!({})), None);
        assert!(refused(&bounds("sts"), "ListBuckets", json!({})).is_some());
    }

    #[test]
    fn what_is_refused_is_read_from_a_line() {
        let refused = Refused::parse("s3:PutObject --storage-class").unwrap();
        assert_eq!((refused.operation.as_str(), refused.member.as_deref()), ("PutObject", Some("StorageClass")));
        for text in ["", "s3", "s3:", ":PutObject", "s3:Put Object", "s3:PutObject --"] {
            assert_eq!(Refused::parse(text), None, "{text}");
        }
    }
}
