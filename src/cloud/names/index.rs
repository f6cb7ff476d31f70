//! Which services AWS has, and the names of all their operations, with or without shapes.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use super::{PACK, cli_option};

/// The name of its blob in the packed table.
pub(super) const BLOB: &str = "index";

static TEXT: LazyLock<String> = LazyLock::new(|| PACK.text(BLOB).unwrap_or_default());
static SERVICES: LazyLock<Vec<KnownService>> = LazyLock::new(|| TEXT.lines().map(KnownService::read).collect());
/// Each service by both of its names.
static BY_NAME: LazyLock<BTreeMap<&'static str, &'static KnownService>> =
    LazyLock::new(|| SERVICES.iter().flat_map(|service| [(service.cli_name, service), (service.name, service)]).collect());
static NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| SERVICES.iter().map(|service| service.name).collect());

/// One of AWS's services.
#[derive(Debug)]
pub struct KnownService {
    /// Botocore's name of it: `s3`, `codedeploy`, `config`.
    pub name: &'static str,
    /// What follows `aws` on the command line: `s3api`, `deploy`, `configservice`; most are the same.
    pub cli_name: &'static str,
    api_names: &'static str,
    operations: OnceLock<Vec<OperationName>>,
}

/// An operation's two names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationName {
    /// `ListObjectsV2`.
    pub api: String,
    /// `list-objects-v2`.
    pub cli: String,
}

impl KnownService {
    /// Reads `s3⇥s3api⇥AbortMultipartUpload⇥…`. The operations are spelt only when somebody asks for them.
    fn read(line: &'static str) -> Self {
        let (name, rest) = line.split_once('\t').unwrap_or((line, ""));
        let (cli_name, api_names) = rest.split_once('\t').unwrap_or((rest, ""));
        Self { name, cli_name: if cli_name.is_empty() { name } else { cli_name }, api_names, operations: OnceLock::new() }
    }

    /// Its operations in the order of their API names.
    pub fn operations(&self) -> &[OperationName] {
        self.operations.get_or_init(|| {
            let names = self.api_names.split('\t').filter(|name| !name.is_empty());
            names.map(|api| OperationName { api: api.to_owned(), cli: cli_option(api) }).collect()
        })
    }

    /// One of its operations, by its API name or its CLI name.
    pub fn operation(&self, name: &str) -> Option<&OperationName> {
        self.operations().iter().find(|operation| operation.api == name || operation.cli == name)
    }
}

/// Botocore's names of all of AWS's services, sorted.
pub fn service_names() -> &'static [&'static str] {
    &NAMES
}

/// One of AWS's services, by either of its names.
pub fn known_service(name: &str) -> Option<&'static KnownService> {
    BY_NAME.get(name).copied()
}

/// Names of all operations of a service, by either of its names; none if AWS has no such service.
pub fn operation_names(service: &str) -> &'static [OperationName] {
    known_service(service).map_or(&[], KnownService::operations)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_aws_is_known_by_name() {
        assert_eq!(service_names().len(), 424);
        assert_eq!(service_names().iter().map(|name| operation_names(name).len()).sum::<usize>(), 18_378);
        assert!(service_names().is_sorted());
        assert!(service_names().iter().all(|name| operation_names(name).is_sorted_by(|a, b| a.api < b.api)));
    }

    #[test]
    fn a_service_without_shapes_has_its_operations() {
        let glue = known_service("glue").unwrap();
        assert_eq!(glue.cli_name, "glue");
        assert_eq!(glue.operation("StartJobRun").unwrap().cli, "start-job-run");
        assert_eq!(glue.operation("start-job-run").unwrap().api, "StartJobRun");
        assert!(glue.operation("start-fire").is_none());
    }

    #[test]
    fn the_cli_renames_three_services() {
        let renamed: Vec<_> = SERVICES.iter().filter(|s| s.name != s.cli_name).map(|s| (s.name, s.cli_name)).collect();
        assert_eq!(renamed, [("codedeploy", "deploy"), ("config", "configservice"), ("s3", "s3api")]);
        assert_eq!(operation_names("s3api"), operation_names("s3"));
    }

    #[test]
    fn what_aws_does_not_have_has_no_operations() {
        assert!(known_service("teapot").is_none());
        assert!(operation_names("").is_empty());
    }
}
