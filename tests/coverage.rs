//! `docs/coverage.md`: every operation of each modelled service, as exact, simplified (how) or not modelled. Written from AWS's
//! names and the operations themselves; this test fails when it is out of date.

use std::{fmt::Write as _, path::Path};

use skylab_cloud::{SERVICES, api::Fidelity, names};

/// What Skylab has and AWS has not: the workloads behind `sim`.
const OWN: &[&str] = &["StartLoad"];

fn table() -> String {
    let mut text = String::from(
        "# What is modelled\n\nEvery operation of each service that Skylab models. *Exact*: rules, answers and errors are AWS's for every member that it\naccepts; members that it does not model are refused by name. *Simplified*: as AWS's but for what is said. Everything else is\nrefused by name. This page is written by `UPDATE_DOCS=1 cargo test coverage`.\n",
    );
    for (name, modelled) in SERVICES {
        let service = names::service(name).unwrap();
        let own = modelled.iter().filter(|(name, _)| !OWN.contains(name)).count();
        let title = if *name == "s3" { "s3api (Amazon S3)" } else { name };
        writeln!(text, "\n## {title}\n\n{own} of {} operations.\n\n| operation | |\n|---|---|", service.operations.len()).unwrap();
        for operation in &service.operations {
            let found = modelled.iter().find(|(name, _)| *name == operation.name);
            let how = match found.map(|(_, fidelity)| fidelity) {
                Some(Fidelity::Exact) => "exact".to_owned(),
                Some(Fidelity::Simplified(how)) => format!("simplified: {how}"),
                None => "not modelled".to_owned(),
            };
            writeln!(text, "| {} | {how} |", operation.name).unwrap();
        }
    }
    text
}

#[test]
fn the_coverage_page_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/coverage.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, table()).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == table(), "run `UPDATE_DOCS=1 cargo test coverage` and commit docs/coverage.md");
}

#[test]
fn every_modelled_operation_and_member_is_one_of_awss() {
    for (service_name, modelled) in SERVICES {
        let service = names::service(service_name).unwrap();
        for (name, _) in modelled.iter().filter(|(name, _)| !OWN.contains(name)) {
            let operation = service.operation(name).unwrap_or_else(|| panic!("AWS's {service_name} has no {name}"));
            let known: Vec<&str> = service.input_members(operation).iter().map(|member| member.name.as_str()).collect();
            for member in accepted(service_name, name) {
                assert!(known.contains(&member.as_str()), "{name} has no member {member}");
            }
        }
    }
}

/// The members that an operation of ours accepts, as serde lists them when it meets one that it does not know.
fn accepted(service: &str, operation: &str) -> Vec<String> {
    let unknown = serde_json::json!({"NoSuchMemberAnywhere": 1});
    let Err(skylab_cloud::api::NotModelled::Member(words)) = skylab_cloud::Request::parse(service, operation, unknown) else {
        panic!("{operation} takes members that AWS does not have");
    };
    let listed = words.split_once("expected").map_or("", |(_, listed)| listed);
    listed.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}
