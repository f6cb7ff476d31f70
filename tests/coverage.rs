//! `docs/coverage.md`: every operation of each modelled service, as exact, simplified (how) or not modelled. Written from AWS's
//! names and the operations themselves; this test fails when it is out of date.

use std::{fmt::Write as _, path::Path};

use skylab_cloud::{SERVICES, api::Fidelity, names};

/// What Skylab has and AWS has not: what `sim` stands for.
const OWN: &[&str] = &["OpenUrl", "ReplicateExisting", "StartLoad"];

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

/// The first sentence of each operation's docstring, from the sources of its service.
fn docs() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cloud");
    let mut text = String::new();
    for (service, modelled) in SERVICES {
        let mut sources = String::new();
        read_sources(&root.join(service), &mut sources);
        for (operation, _) in *modelled {
            let doc = first_sentence(&sources, operation).unwrap_or_else(|| panic!("{service} {operation} has no docstring"));
            writeln!(text, "{service}\t{operation}\t{doc}").unwrap();
        }
    }
    text
}

fn read_sources(folder: &Path, sources: &mut String) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            read_sources(&path, sources);
        } else {
            sources.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

fn first_sentence(sources: &str, operation: &str) -> Option<String> {
    // a struct of its own, or a row of a macro that makes alike ones
    let places = [
        format!("pub struct {operation};"),
        format!("pub struct {operation} {{"),
        format!("pub struct {operation}("),
        format!("    {operation}, \""),
    ];
    let at = places.iter().find_map(|place| sources.find(place))?;
    let lines: Vec<&str> = sources[..at]
        .lines()
        .rev()
        .map(str::trim_start)
        .skip_while(|line| !line.starts_with("///"))
        .take_while(|line| line.starts_with("///"))
        .collect();
    let doc = lines
        .iter()
        .rev()
        .map(|line| line.trim_start_matches("///").trim())
        .take_while(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let end = doc.find(". ").map_or(doc.len(), |at| at + 1);
    let plain = doc[..end].replace(['`', '[', ']'], "");
    (!plain.is_empty()).then_some(plain)
}

#[test]
fn what_each_operation_does_is_packed_from_its_docstring() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/names/operations.tsv");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, docs()).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == docs(), "run `UPDATE_DOCS=1 cargo test coverage` and commit assets/names/operations.tsv");
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
