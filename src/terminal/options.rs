//! The options of each operation as the CLI spells them, built once per operation and kept.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use skylab_cloud::names::{Member, Operation, Service, Shape, ShapeId};

use crate::customise;

/// How an option takes its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `--key VALUE`.
    One,
    /// `--keys A B C`.
    Many,
    /// `--flag` or `--no-flag`: the value it stands for.
    Flag(bool),
    /// EC2's attributes: `--ebs-optimized`, `--ebs-optimized Value=true`, `--no-ebs-optimized`.
    Attribute(bool),
    /// Sets one member of the structure that the option's member is: `--zip-file` of `lambda create-function`.
    Inner(&'static str),
    /// An option that the CLI itself adds; see [`Extra`].
    Extra(Extra),
}

/// Options that are no members of the operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extra {
    /// `--cli-input-json`
    InputJson,
    /// `--cli-input-yaml`, `--generate-cli-skeleton`: AWS has them, Skylab does not.
    Refused,
    /// `--starting-token`
    StartingToken,
    /// `--max-items`
    MaxItems,
    /// `--page-size`
    PageSize,
}

/// One option of an operation.
#[derive(Clone, Debug)]
pub struct Opt {
    /// Its name without the dashes.
    pub name: String,
    /// The member that it sets; empty for extras.
    pub member: String,
    /// The member's shape.
    pub shape: ShapeId,
    /// How it takes its value.
    pub kind: Kind,
    /// It must be given.
    pub required: bool,
}

/// The options of one operation.
#[derive(Debug)]
pub struct Options {
    /// In the order of the API's members; `--no-…` follow their positive.
    pub all: Vec<Opt>,
    /// Indexes into `all` by name.
    by_name: Vec<u16>,
}

impl Options {
    /// The option of exactly that name, without the dashes.
    pub fn named(&self, name: &str) -> Option<&Opt> {
        let at = self.by_name.binary_search_by(|index| self.at(*index).name.as_str().cmp(name)).ok()?;
        self.by_name.get(at).map(|index| self.at(*index))
    }

    /// Every option whose name starts so: the CLI accepts unique beginnings.
    pub fn starting(&self, beginning: &str) -> Vec<&Opt> {
        self.all.iter().filter(|opt| opt.name.starts_with(beginning)).collect()
    }

    fn at(&self, index: u16) -> &Opt {
        &self.all[usize::from(index)]
    }

    fn build(service: &Service, operation: &Operation, paged: bool) -> Self {
        let mut all: Vec<Opt> = Vec::new();
        for member in service.input_members(operation) {
            add(&mut all, service, member);
        }
        for opt in &mut all {
            customise::rename(service, operation, opt);
        }
        customise::add(service, operation, &mut all);
        extras(&mut all, operation, paged);
        let mut by_name: Vec<u16> = (0..all.len() as u16).collect();
        by_name.sort_by(|a, b| all[usize::from(*a)].name.cmp(&all[usize::from(*b)].name));
        Self { all, by_name }
    }
}

fn add(all: &mut Vec<Opt>, service: &Service, member: &Member) {
    let opt = |name: String, kind, required| Opt { name, member: member.name.clone(), shape: member.shape, kind, required };
    let name = member.cli_name();
    let required = member.required && !member.idempotency_token;
    match service.shape(member.shape) {
        Shape::Boolean => {
            // The CLI leaves a missing boolean to validation.
            all.push(opt(name.clone(), Kind::Flag(true), false));
            all.push(opt(format!("no-{name}"), Kind::Flag(false), false));
        }
        shape if service.name == "ec2" && is_attribute(service, shape) => {
            all.push(opt(name.clone(), Kind::Attribute(true), required));
            all.push(opt(format!("no-{name}"), Kind::Attribute(false), false));
        }
        Shape::List { .. } => all.push(opt(name, Kind::Many, required)),
        _ => all.push(opt(name, Kind::One, required)),
    }
}

/// A structure of one boolean called `Value`.
fn is_attribute(service: &Service, shape: &Shape) -> bool {
    matches!(shape.members(), [only] if only.name == "Value" && matches!(service.shape(only.shape), Shape::Boolean))
}

/// What the CLI adds to operations. Paging options stand in front of members of the same name.
fn extras(all: &mut Vec<Opt>, operation: &Operation, paged: bool) {
    let mut extra = |name: &str, extra| {
        all.retain(|opt| opt.name != name);
        all.push(Opt { name: name.to_owned(), member: String::new(), shape: ShapeId(0), kind: Kind::Extra(extra), required: false });
    };
    // A file for the body and a document for everything else exclude each other in the CLI.
    if operation.streaming_output.is_none() {
        extra("cli-input-json", Extra::InputJson);
        extra("cli-input-yaml", Extra::Refused);
    }
    extra("generate-cli-skeleton", Extra::Refused);
    if paged && let Some(paging) = &operation.paging {
        extra("starting-token", Extra::StartingToken);
        if paging.limit_key.is_some() {
            extra("page-size", Extra::PageSize);
        }
        extra("max-items", Extra::MaxItems);
    }
}

type Key = (usize, bool);

/// Tables by the operation's address, which never moves: names are read once and kept for good.
static TABLES: Mutex<BTreeMap<Key, Arc<Options>>> = Mutex::new(BTreeMap::new());

/// The options of an operation. Waiters and `--no-paginate` have no paging options.
pub fn of(service: &'static Service, operation: &'static Operation, paged: bool) -> Arc<Options> {
    let key = (std::ptr::from_ref(operation) as usize, paged);
    let mut tables = TABLES.lock().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(tables.entry(key).or_insert_with(|| Arc::new(Options::build(service, operation, paged))))
}

#[cfg(test)]
mod tests {
    use skylab_cloud::names;

    use super::*;

    fn options(service: &str, operation: &str) -> Arc<Options> {
        let service = names::service(service).unwrap();
        of(service, service.operation(operation).unwrap(), true)
    }

    #[test]
    fn members_become_options_of_their_kind() {
        let options = options("s3", "create-bucket");
        assert_eq!(options.named("bucket").map(|opt| (opt.kind, opt.required)), Some((Kind::One, true)));
        assert_eq!(options.named("no-object-lock-enabled-for-bucket").unwrap().kind, Kind::Flag(false));
        assert_eq!(options.named("nope").map(|opt| opt.name.as_str()), None);
        assert_eq!(options.starting("grant-read").len(), 2);
    }

    #[test]
    fn paging_options_hide_members_of_the_same_name() {
        assert_eq!(options("s3", "list-objects-v2").named("max-items").unwrap().kind, Kind::Extra(Extra::MaxItems));
        assert_eq!(options("iam", "list-users").named("max-items").unwrap().kind, Kind::Extra(Extra::MaxItems));
        assert!(options("s3", "get-object").named("cli-input-json").is_none());
    }

    #[test]
    fn the_clis_renames_hold() {
        assert!(options("sns", "subscribe").named("notification-endpoint").is_some());
        assert_eq!(options("ec2", "create-network-acl-entry").named("ingress").unwrap().kind, Kind::Flag(false));
        assert_eq!(options("ec2", "modify-instance-attribute").named("no-ebs-optimized").unwrap().kind, Kind::Attribute(false));
    }
}
