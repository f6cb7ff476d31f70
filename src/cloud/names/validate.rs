//! Do parameters fit an operation? What botocore checks before it sends anything, in its order and words: types, what
//! is required or unknown, least lengths and values, unions. It leaves greatest values, patterns and enumerations to the service.

use std::fmt::{self, Display, Formatter};

use serde_json::{Map, Value};

use super::{Member, Operation, ParamError, Service, Shape, ShapeId, parse_timestamp, python};

/// No shape of AWS's needs to nest deeper; hostile JSON does.
const DEEPEST: usize = 100;

/// Checks the parameters of a call before it is made, as botocore does. Parameters are the JSON object of the input.
pub fn validate(service: &Service, operation: &Operation, params: &Value) -> Result<(), ParamError> {
    let mut check = Check { service, reports: Vec::new() };
    match operation.input {
        Some(input) => check.value(params, input, Place::Input, 0),
        None => check.nothing(params),
    }
    if check.reports.is_empty() { Ok(()) } else { Err(ParamError { reports: check.reports }) }
}

/// Where a value stands, put into words only if there is something to report.
#[derive(Clone, Copy)]
enum Place<'a> {
    Input,
    Member(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, usize),
    Key(&'a Place<'a>, &'a str),
}

impl Display for Place<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input => f.write_str("input"),
            Self::Member(Self::Input, name) => f.write_str(name),
            Self::Member(inside, name) => write!(f, "{inside}.{name}"),
            Self::Item(inside, n) => write!(f, "{inside}[{n}]"),
            Self::Key(inside, key) => write!(f, "{inside} (key: {key})"),
        }
    }
}

struct Check<'a> {
    service: &'a Service,
    reports: Vec<String>,
}

impl Check<'_> {
    fn report(&mut self, report: String) {
        self.reports.push(report);
    }

    /// An operation without members takes an empty object.
    fn nothing(&mut self, params: &Value) {
        match params {
            Value::Object(entries) => self.members(entries, &[], Place::Input, 0),
            other => self.wrong_type(other, Place::Input, "<class 'dict'>"),
        }
    }

    fn value(&mut self, value: &Value, shape: ShapeId, at: Place<'_>, depth: usize) {
        if depth > DEEPEST {
            return self.report(format!("Invalid depth for parameter {at}: more than {DEEPEST} levels"));
        }
        let service = self.service;
        match (service.shape(shape), value) {
            (Shape::Structure { members, union, .. }, Value::Object(entries)) => {
                if *union {
                    self.union(entries, members, at);
                }
                self.members(entries, members, at, depth);
            }
            (Shape::List { member, min, .. }, Value::Array(items)) => {
                self.length(items.len(), *min, at);
                for (n, item) in items.iter().enumerate() {
                    self.value(item, *member, Place::Item(&at, n), depth + 1);
                }
            }
            (Shape::Map { key, value }, Value::Object(entries)) => {
                for (name, item) in entries {
                    self.value(&Value::String(name.clone()), *key, Place::Key(&at, name), depth + 1);
                    self.value(item, *value, Place::Member(&at, name), depth + 1);
                }
            }
            (shape, value) => self.scalar(value, shape, at),
        }
    }

    fn members(&mut self, entries: &Map<String, Value>, members: &[Member], at: Place<'_>, depth: usize) {
        // The CLI makes up the tokens of the request itself, but not those deeper inside.
        let made_up = |member: &Member| depth == 0 && member.idempotency_token;
        let mut missing: Vec<_> =
            members.iter().filter(|member| member.required && !made_up(member) && !entries.contains_key(&member.name)).collect();
        missing.sort_by_key(|member| member.required_rank);
        for member in missing {
            self.report(format!("Missing required parameter in {at}: \"{}\"", member.name));
        }
        let member = |name: &str| members.iter().find(|member| member.name == name);
        for name in entries.keys().filter(|name| member(name).is_none()) {
            self.report(format!("Unknown parameter in {at}: \"{name}\", must be one of: {}", names(members)));
        }
        for (name, value) in entries {
            if let Some(member) = member(name) {
                self.value(value, member.shape, Place::Member(&at, name), depth + 1);
            }
        }
    }

    fn union(&mut self, entries: &Map<String, Value>, members: &[Member], at: Place<'_>) {
        if entries.len() == 1 {
            return;
        }
        let names = names(members);
        self.report(if entries.is_empty() {
            // The missing space is botocore's.
            format!("Must set one of the following keys for tagged unionstructure {at}: {names}.")
        } else {
            format!("Invalid number of parameters set for tagged union structure {at}. Can only set one of the following keys: {names}.")
        });
    }

    fn scalar(&mut self, value: &Value, shape: &Shape, at: Place<'_>) {
        match (shape, value) {
            (Shape::String { min, .. }, Value::String(text)) => self.length(text.chars().count(), *min, at),
            (Shape::Integer { min, .. }, Value::Number(number)) if !number.is_f64() => {
                // Beyond `i64` there are only greater values, which are for the service to refuse.
                if let (Some(min), Some(given)) = (min, number.as_i64())
                    && given < *min
                {
                    self.too_little(value, &min.to_string(), at);
                }
            }
            // To Python, a truth is a number.
            (Shape::Integer { min, .. }, Value::Bool(truth)) => {
                if let Some(min) = min.filter(|min| i64::from(*truth) < *min) {
                    self.too_little(value, &min.to_string(), at);
                }
            }
            (Shape::Float { min, .. }, Value::Number(_) | Value::Bool(_)) => {
                let given = value.as_bool().map(|truth| f64::from(u8::from(truth))).or_else(|| value.as_f64());
                if let (Some(min), Some(given)) = (min, given)
                    && min.as_f64().is_some_and(|least| given < least)
                {
                    self.too_little(value, &python::number(min), at);
                }
            }
            (Shape::Boolean, Value::Bool(_)) | (Shape::Blob, Value::String(_)) | (Shape::Document, _) => {}
            (Shape::Timestamp, value) if parse_timestamp(value).is_some() => {}
            (shape, value) => self.wrong_type(value, at, classes(shape)),
        }
    }

    fn length(&mut self, given: usize, min: Option<u64>, at: Place<'_>) {
        if let Some(min) = min.filter(|min| (given as u64) < *min) {
            self.report(format!("Invalid length for parameter {at}, value: {given}, valid min length: {min}"));
        }
    }

    fn too_little(&mut self, value: &Value, min: &str, at: Place<'_>) {
        self.report(format!("Invalid value for parameter {at}, value: {}, valid min value: {min}", python::str(value)));
    }

    fn wrong_type(&mut self, value: &Value, at: Place<'_>, classes: &str) {
        let (class, value) = (python::class(value), python::str(value));
        self.report(format!("Invalid type for parameter {at}, value: {value}, type: {class}, valid types: {classes}"));
    }
}

/// The Python types that fit.
fn classes(shape: &Shape) -> &'static str {
    match shape {
        Shape::Structure { .. } | Shape::Map { .. } => "<class 'dict'>",
        Shape::List { .. } => "<class 'list'>, <class 'tuple'>",
        Shape::String { .. } => "<class 'str'>",
        Shape::Integer { .. } => "<class 'int'>",
        Shape::Float { .. } => "<class 'float'>, <class 'decimal.Decimal'>, <class 'int'>",
        Shape::Boolean => "<class 'bool'>",
        Shape::Timestamp => "<class 'datetime.datetime'>, timestamp-string",
        Shape::Blob => "<class 'bytes'>, <class 'bytearray'>, file-like object",
        Shape::Document => "<class 'dict'>, <class 'list'>, <class 'str'>",
    }
}

fn names(members: &[Member]) -> String {
    members.iter().map(|member| member.name.as_str()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
#[path = "validate_tests.rs"]
mod tests;
