//! AWS's own names: services, operations, members, what is required, enums and limits, from the packed table
//! in `assets/names`. It knows what AWS has, not what Skylab models.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

mod index;
mod model;
mod moment;
mod nearest;
mod pack;
mod parse;
mod python;
mod spelling;
mod validate;

pub use index::{KnownService, OperationName, known_service, operation_names, service_names};
pub use model::{Acceptor, Member, Operation, Paging, ParamError, Service, Shape, ShapeId, Waiter};
pub use moment::parse_timestamp;
pub use nearest::{close_matches, nearest};
pub use pack::{Pack, PackError};
pub use spelling::cli_option;
pub use validate::validate;

/// Every name, packed by `assets/names/pack.py`. A damaged table is an empty one: no service is known.
static PACK: LazyLock<Pack<'static>> = LazyLock::new(|| Pack::open(include_bytes!("../../assets/names/names.pack")).unwrap_or_default());

/// Services with shapes, each inflated when first asked for: a script about S3 inflates S3 alone.
static SERVICES: LazyLock<BTreeMap<&'static str, OnceLock<Option<Service>>>> =
    LazyLock::new(|| PACK.blob_names().filter(|name| *name != index::BLOB).map(|name| (name, OnceLock::new())).collect());

/// The shapes of a service by its API directory name (`s3`) or its CLI name (`s3api`); `None` if its shapes are not packed.
pub fn service(name: &str) -> Option<&'static Service> {
    let name = if name == "s3api" { "s3" } else { name };
    let (name, slot) = SERVICES.get_key_value(name)?;
    slot.get_or_init(|| parse::service(name, &PACK.text(name).ok()?).ok()).as_ref()
}

/// Names of the services whose shapes are packed, sorted.
pub fn shaped_service_names() -> impl Iterator<Item = &'static str> {
    SERVICES.keys().copied()
}

/// The version of botocore that the names come from.
pub fn botocore_version() -> &'static str {
    PACK.botocore
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_packed_service_opens_and_finds_its_operations_by_both_names() {
        assert_eq!(shaped_service_names().count(), 41);
        for name in shaped_service_names() {
            let service = service(name).unwrap_or_else(|| panic!("{name} does not open"));
            for operation in &service.operations {
                assert_eq!(service.operation(&operation.name), Some(operation), "{name}");
                assert_eq!(service.operation(&operation.cli_name), Some(operation), "{name}");
            }
            for waiter in &service.waiters {
                assert!(service.operation(&waiter.operation).is_some(), "{name} {}", waiter.cli_name);
            }
        }
    }

    #[test]
    fn shapes_and_index_agree_on_operations() {
        for name in shaped_service_names() {
            let shaped: Vec<_> = service(name).unwrap().operations.iter().map(|o| (o.name.as_str(), o.cli_name.as_str())).collect();
            let indexed: Vec<_> = operation_names(name).iter().map(|o| (o.api.as_str(), o.cli.as_str())).collect();
            assert_eq!(shaped, indexed, "{name}");
        }
    }

    #[test]
    fn inputs_and_outputs_are_structures_and_paging_names_members() {
        for name in shaped_service_names() {
            let service = service(name).unwrap();
            for operation in &service.operations {
                for id in [operation.input, operation.output].into_iter().flatten() {
                    assert!(!service.shape(id).members().is_empty(), "{name} {}", operation.name);
                }
                let Some(paging) = &operation.paging else { continue };
                for token in &paging.input_token {
                    assert!(service.input_members(operation).iter().any(|m| &m.name == token), "{name} {}", operation.name);
                }
            }
        }
    }

    #[test]
    fn s3_is_as_aws_describes_it() {
        let s3 = service("s3api").unwrap();
        assert_eq!(s3.name, "s3");
        let put = s3.operation("put-object").unwrap();
        assert_eq!(put.streaming_input.as_deref(), Some("Body"));
        let input = s3.shape(put.input.unwrap());
        let bucket = input.member("Bucket").unwrap();
        assert!(bucket.required && bucket.outside_body);
        assert!(!input.member("Body").unwrap().required);
        let Shape::String { values, .. } = s3.shape(input.member("StorageClass").unwrap().shape) else { panic!("not text") };
        assert!(values.iter().any(|v| v == "GLACIER_IR"));
        assert_eq!(s3.operation("GetObject").unwrap().streaming_output.as_deref(), Some("Body"));
        assert!(s3.operation("PutBucketLifecycle").unwrap().deprecated);
        let listing = s3.operation("ListObjectsV2").unwrap();
        assert_eq!(listing.errors, ["NoSuchBucket"]);
        let paging = listing.paging.as_ref().unwrap();
        assert_eq!(paging.result_key, ["Contents", "CommonPrefixes"]);
        assert_eq!((paging.limit_key.as_deref(), paging.more_results.as_deref()), (Some("MaxKeys"), Some("IsTruncated")));
        let waiter = s3.waiter("bucket-exists").unwrap();
        assert_eq!((waiter.delay_secs, waiter.max_attempts, waiter.acceptors.len()), (5, 20, 4));
        assert_eq!(waiter.acceptors[0].expected, 200);
    }

    #[test]
    fn an_unknown_service_or_name_gives_nothing() {
        assert!(service("s4").is_none());
        assert!(service("index").is_none());
        assert!(service("glue").is_none(), "only the names of its operations are packed");
        let s3 = service("s3").unwrap();
        assert!(s3.operation("put-bukkit").is_none());
        assert!(s3.waiter("bucket-sleeps").is_none());
        assert_eq!(s3.shape(ShapeId(u32::MAX)), &Shape::Document);
    }
}
