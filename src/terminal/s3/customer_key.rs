//! `--sse-c` and `--sse-c-copy-source`: keys that the caller brings, as members of the requests that need them.

use serde_json::{Map, Value};

use super::{Place, S3Command, options::CustomerKey};
use crate::{customise, failure::Failure, files::Files, values};

/// The members that carry the keys.
#[derive(Default)]
pub(super) struct Keys {
    /// For the object that is written, or read where none is.
    pub(super) own: Map<String, Value>,
    /// For the object that is copied from.
    pub(super) source: Map<String, Value>,
    /// For looking at the object that is copied from.
    pub(super) head: Map<String, Value>,
}

pub(super) fn read(command: &S3Command, files: &dyn Files) -> Result<Keys, Failure> {
    let (own, source) = (&command.options.customer, &command.options.copied);
    check("sse-c", own)?;
    check("sse-c-copy-source", source)?;
    let copies = command.paths.iter().all(|path| Place::read(path).is_object());
    if source.algorithm.is_some() && !copies {
        return Err(Failure::params("--sse-c-copy-source is only supported for copy operations."));
    }
    Ok(Keys {
        own: members("SSECustomer", "sse-c-key", own, files)?,
        source: members("CopySourceSSECustomer", "sse-c-copy-source-key", source, files)?,
        head: if copies { members("SSECustomer", "sse-c-copy-source-key", source, files)? } else { Map::new() },
    })
}

/// Algorithm and key go together.
fn check(name: &str, given: &CustomerKey) -> Result<(), Failure> {
    let lacking = |has: &str, lacks: &str| Err(Failure::params(format!("If {has} is specified, {lacks} must be specified as well.")));
    let (algorithm, key) = (format!("--{name}"), format!("--{name}-key"));
    match (&given.algorithm, &given.key) {
        (Some(_), None) => lacking(&algorithm, &key),
        (None, Some(_)) => lacking(&key, &algorithm),
        _ => Ok(()),
    }
}

fn members(prefix: &str, name: &str, given: &CustomerKey, files: &dyn Files) -> Result<Map<String, Value>, Failure> {
    let mut members = Map::new();
    if let (Some(algorithm), Some(key)) = (&given.algorithm, &given.key) {
        members.insert(format!("{prefix}Algorithm"), Value::from(algorithm.as_str()));
        customise::add_customer_key(prefix, &values::raw(name, key, files)?, &mut members);
    }
    Ok(members)
}
