//! Inside the simulator: the kernel names no service, a service sees only what others publish, and nothing there asks the machine.

use super::{
    code::{first_word, line_of, named_in, words_in},
    complains, holds,
    tree::{Complaint, File, Tree},
};

const LIST: &str = "src/cloud/lib.rs";

/// The modules of the services, from the list in `lib.rs`: lines such as `"s3" s3: S3,`.
fn services(tree: &Tree) -> Vec<String> {
    let text = tree.file(LIST).map_or("", |file| file.text.as_str());
    let list = text.rsplit_once("\nservices! {").map_or("", |(_, list)| list);
    let entry = |line: &str| Some(line.trim().strip_prefix('"')?.split_once("\" ")?.1.split_once(':')?.0.to_owned());
    list.lines().filter_map(entry).collect()
}

/// The service that a file of the simulator belongs to; `None` for the kernel.
fn service_of<'a>(path: &str, services: &'a [String]) -> Option<&'a String> {
    let inside = path.strip_prefix("src/cloud/")?;
    services.iter().find(|service| inside.split('/').next() == Some(service))
}

fn kernel_names_no_service(tree: &Tree) -> Vec<Complaint> {
    let services = services(tree);
    let kernel = tree.rust_below("src/cloud/").filter(|file| file.path != LIST && service_of(&file.path, &services).is_none());
    kernel.flat_map(|file| services_named_in(file, &services)).collect()
}

fn services_named_in(file: &File, services: &[String]) -> Vec<Complaint> {
    let mut found = Vec::new();
    for (line, service) in named_in(&file.shipped, "crate").into_iter().filter(|(_, name)| services.contains(name)) {
        let what = format!("the kernel may not name `{service}`: let it tell in the kernel's words (trait Service, UsageKey, Need)");
        found.push(file.complaint(line, what));
    }
    for (line, after) in words_in(&file.shipped, "world") {
        let Some(service) = after.strip_prefix('.').and_then(|after| services.iter().find(|it| *it == first_word(after))) else { continue };
        found.push(file.complaint(line, format!("the kernel may not look into `{service}`: ask through the trait Service")));
    }
    found
}

/// What `mod.rs` of a service publishes: names after `pub`, but not after `pub(…)`.
fn published(text: &str) -> Vec<String> {
    const KINDS: &[&str] = &["struct", "enum", "fn", "const", "static", "trait", "type", "mod"];
    let mut names = vec!["Request".to_owned()];
    for (_, after) in words_in(text, "pub") {
        let after = after.trim_start();
        if let Some(path) = after.strip_prefix("use ") {
            let path = path.split(';').next().unwrap_or_default();
            let items = path.split_once('{').map_or_else(|| path.rsplit("::").next().unwrap_or_default(), |(_, items)| items);
            names.extend(items.split(',').map(|item| first_word(item.trim()).to_owned()));
        } else if KINDS.contains(&first_word(after)) {
            let name = after.trim_start_matches("const fn ").split_whitespace().nth(usize::from(!after.starts_with("const fn ")));
            names.push(first_word(name.unwrap_or_default()).to_owned());
        }
    }
    names
}

fn services_use_only_what_is_published(tree: &Tree) -> Vec<Complaint> {
    let services = services(tree);
    let mut complaints = Vec::new();
    for other in &services {
        let Some(home) = tree.file(&format!("src/cloud/{other}/mod.rs")) else { continue };
        let published = published(&home.code);
        for file in tree.rust_below("src/cloud/").filter(|file| service_of(&file.path, &services).is_some_and(|mine| mine != other)) {
            let private = named_in(&file.shipped, other).into_iter().filter(|(_, name)| !published.contains(name));
            complaints.extend(private.map(|(line, name)| {
                file.complaint(line, format!("`{name}` is `{other}`'s own: use a query that `{other}/mod.rs` publishes, or send a request"))
            }));
        }
    }
    complaints
}

/// What would make two runs, or two machines, differ; with what to use instead.
const UNSTEADY: &[(&str, &str)] = &[
    ("HashMap", "its order is random: use BTreeMap"),
    ("HashSet", "its order is random: use BTreeSet"),
    ("SystemTime", "time is simulated: use SimTime"),
];

/// The same for modules of `std`.
const UNSTEADY_STD: &[(&str, &str)] = &[
    ("time", "time is simulated: use SimTime"),
    ("env", "the machine is not asked: pass the value in"),
    ("fs", "only `storage` touches the disk: go through the trait Files"),
    ("thread", "one thread, one order: let the caller decide on threads"),
    ("process", "the model starts nothing"),
];

/// Methods of floats whose last digit differs by platform.
const UNSTEADY_FLOATS: &[&str] = &["exp", "ln", "log10", "log2", "powf", "sin", "cos", "tan"];

fn the_model_is_the_same_everywhere(tree: &Tree) -> Vec<Complaint> {
    let model = tree.rust().filter(|file| file.path.starts_with("src/cloud/") || file.path.starts_with("src/terminal/"));
    model.flat_map(unsteady).collect()
}

fn unsteady(file: &File) -> Vec<Complaint> {
    let mut found = Vec::new();
    for (word, instead) in UNSTEADY {
        found.extend(words_in(&file.shipped, word).map(|(line, _)| file.complaint(line, format!("`{word}`: {instead}"))));
    }
    for (line, module) in named_in(&file.shipped, "std") {
        let instead = UNSTEADY_STD.iter().find(|(name, _)| *name == module);
        found.extend(instead.map(|(name, instead)| file.complaint(line, format!("`std::{name}`: {instead}"))));
    }
    for method in UNSTEADY_FLOATS {
        for (at, _) in file.shipped.match_indices(&format!(".{method}(")) {
            let line = line_of(&file.shipped, at);
            found.push(file.complaint(line, format!("`{method}` differs by platform: use the crate `libm`")));
        }
    }
    found
}

/// The disk and the network, for every room.
fn only_storage_touches_the_disk_and_nobody_the_network(tree: &Tree) -> Vec<Complaint> {
    let one = |file: &File| {
        let mut found = Vec::new();
        for (line, module) in named_in(&file.shipped, "std") {
            match module.as_str() {
                "fs" if !file.path.starts_with("src/storage") => {
                    found.push(file.complaint(line, "only `storage` touches the disk: ask it, or take the trait Files"));
                }
                "net" => found.push(file.complaint(line, "Skylab opens no connection: take this out")),
                _ => {}
            }
        }
        found
    };
    tree.rust_below("src/").flat_map(one).collect()
}

#[test]
fn the_kernel_names_no_service() {
    assert!(services(Tree::here()).len() >= 2, "the list of services in {LIST} was not found");
    holds(kernel_names_no_service);
}

#[test]
fn services_use_only_what_others_publish() {
    holds(services_use_only_what_is_published);
}

#[test]
fn the_model_asks_no_machine() {
    holds(the_model_is_the_same_everywhere);
}

#[test]
fn the_disk_has_one_door_and_the_network_none() {
    holds(only_storage_touches_the_disk_and_nobody_the_network);
}

const LIB: (&str, &str) =
    (LIST, "//! A.\npub mod s3;\npub mod sns;\nuse crate::s3;\n\nservices! {\n    \"s3\" s3: S3,\n    \"sns\" sns: Sns,\n}\n");

#[test]
fn a_kernel_that_names_a_service_is_told() {
    let world = "//! A.\nuse crate::{api, s3::S3};\nfn f(world: &World) { world.sns.topics() }\n#[cfg(test)]\nmod tests { use crate::s3; }";
    let fine = "//! A.\n// crate::s3 counts bytes\nfn f(s3: u8) -> u8 { s3 }";
    let files = [LIB, ("src/cloud/world.rs", world), ("src/cloud/usage.rs", fine), ("src/cloud/s3/put.rs", "//! A.\nuse crate::s3::S3;")];
    complains(kernel_names_no_service, &files, &["src/cloud/world.rs:2", "src/cloud/world.rs:3"]);
}

#[test]
fn a_service_that_reaches_into_another_is_told() {
    let home = "//! A.\nmod state;\npub(crate) mod errors;\npub use state::{Bucket, S3};\npub use put::PutObject;\npub struct Direct;\npub const fn count() {}\npub const MOST: u8 = 1;";
    let guest = "//! A.\nuse crate::s3::{Bucket, errors};\nfn f() { crate::s3::PutObject; crate::s3::Direct; crate::s3::count(); crate::s3::MOST }\nfn g() { crate::s3::state::Due }";
    let files =
        [LIB, ("src/cloud/s3/mod.rs", home), ("src/cloud/sns/mod.rs", guest), ("src/cloud/s3/get.rs", "//! A.\nuse crate::s3::errors;")];
    complains(services_use_only_what_is_published, &files, &["src/cloud/sns/mod.rs:2", "src/cloud/sns/mod.rs:4"]);
}

#[test]
fn a_model_that_asks_the_machine_is_told() {
    let text = "//! A HashMap.\nuse std::collections::HashMap;\nfn f(x: f64) { x.powf(2.0) }\nfn g(i: ArchiveInstant) { expand(i) }\n";
    let files = [
        ("src/cloud/flow.rs", text),
        ("src/ui/x.rs", text),
        ("src/terminal/x.rs", "//! A.\nuse std::{\n    fmt,\n    fs::File,\n};"),
        ("src/terminal/tests.rs", "//! A.\nuse std::fs;"),
    ];
    complains(the_model_is_the_same_everywhere, &files, &["src/cloud/flow.rs:2", "src/cloud/flow.rs:3", "src/terminal/x.rs:4"]);
}

#[test]
fn a_second_door_to_the_disk_is_told() {
    let text = "//! A.\nuse std::fs;\nfn f() { std::net::TcpStream::connect(1) }";
    let files = [("src/storage.rs", text), ("src/app.rs", text), ("tests/x.rs", text)];
    complains(only_storage_touches_the_disk_and_nobody_the_network, &files, &["src/storage.rs:3", "src/app.rs:2", "src/app.rs:3"]);
}
