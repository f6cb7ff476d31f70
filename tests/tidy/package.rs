//! The packages and the papers beside them: lints, dependencies, the changelog, and that what the papers name exists.

use super::{
    complains, holds,
    tree::{Complaint, File, Tree},
};

/// Dependencies of ours or of windows that a package may list; what is not in this table may list any.
const MAY_DEPEND: &[(&str, &[&str])] =
    &[("src/cloud/Cargo.toml", &[]), ("src/raster/Cargo.toml", &["egui"]), ("src/terminal/Cargo.toml", &["skylab-cloud"])];

/// Dependencies that open windows or draw.
const WINDOWS: &[&str] = &["egui", "epaint", "eframe", "egui_plot", "egui_extras", "winit", "wgpu", "glow", "rfd"];

/// Papers whose paths must exist.
const PAPERS: &[&str] = &["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "benches/README.md", "fuzz/README.md"];

/// Beginnings of paths of this repository.
const FOLDERS: &[&str] = &["src/", "tests/", "fuzz/", "benches/", "assets/", "locales/", "labs/", "docs/", ".ci/"];

/// The part of a Cargo.toml under `[name]`, with the line of each entry.
fn section<'a>(text: &'a str, name: &str) -> Vec<(usize, &'a str)> {
    let head = format!("[{name}]");
    File::numbered(text).skip_while(|(_, line)| line.trim() != head).skip(1).take_while(|(_, line)| !line.starts_with('[')).collect()
}

fn packages_share_the_lints(tree: &Tree) -> Vec<Complaint> {
    // Fuzzing is a workspace of its own, which cannot inherit.
    let packages = tree.files.iter().filter(|file| file.path.ends_with("Cargo.toml") && !file.path.starts_with("fuzz/"));
    let without = packages.filter(|file| !section(&file.text, "lints").iter().any(|(_, line)| line.replace(' ', "") == "workspace=true"));
    without.map(|file| file.complaint(1, "add `[lints]` with `workspace = true`: the same rules hold in every package")).collect()
}

fn packages_depend_on_what_they_may(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (path, may) in MAY_DEPEND {
        let Some(file) = tree.file(path) else { continue };
        for (number, line) in section(&file.text, "dependencies") {
            let name = line.split(['.', '=', ' ']).next().unwrap_or_default();
            let guarded = name.starts_with("skylab") || WINDOWS.contains(&name);
            if guarded && !may.contains(&name) {
                complaints.push(
                    file.complaint(number, format!("this package may not depend on `{name}`: see the table of rooms in ARCHITECTURE.md")),
                );
            }
        }
    }
    complaints
}

fn the_changelog_is_open(tree: &Tree) -> Vec<Complaint> {
    let Some(file) = tree.file("CHANGELOG.md") else {
        return vec![missing("CHANGELOG.md", "write it: keep-a-changelog, `## [Unreleased]` first")];
    };
    let first = File::numbered(&file.text).find(|(_, line)| line.starts_with("## "));
    match first {
        Some((_, line)) if line.trim() == "## [Unreleased]" => Vec::new(),
        other => {
            vec![file.complaint(other.map_or(1, |(number, _)| number), "the first section must be `## [Unreleased]`: changes go there")]
        }
    }
}

fn missing(path: &str, what: &str) -> Complaint {
    Tree::of(&[(path, "")]).files[0].complaint(1, what)
}

fn what_the_papers_name_exists(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for file in PAPERS.iter().filter_map(|path| tree.file(path)) {
        let home = file.path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        for (number, line) in File::numbered(&file.text) {
            let quoted =
                line.split('`').skip(1).step_by(2).filter(|it| FOLDERS.iter().any(|folder| it.starts_with(folder))).map(str::to_owned);
            let linked =
                line.split("](").skip(1).filter_map(|it| it.split(')').next()).filter(|it| !it.contains(':') && !it.starts_with('#'));
            let linked = linked.map(|it| format!("{home}{}", it.split('#').next().unwrap_or_default()));
            let gone = quoted.chain(linked).filter(|path| is_plain(path) && !exists(tree, path));
            complaints.extend(gone.map(|path| file.complaint(number, format!("`{path}` does not exist: keep this paper true"))));
        }
    }
    complaints
}

/// A path without anything to fill in.
fn is_plain(path: &str) -> bool {
    !path.contains(['<', '*', '{', '…', ' '])
}

fn exists(tree: &Tree, path: &str) -> bool {
    let folder = format!("{}/", path.trim_end_matches('/'));
    tree.files.iter().any(|file| file.path == path || file.path.starts_with(&folder))
}

#[test]
fn every_package_shares_the_lints() {
    holds(packages_share_the_lints);
}

#[test]
fn every_package_depends_only_on_what_it_may() {
    holds(packages_depend_on_what_they_may);
}

#[test]
fn the_changelog_has_its_open_section() {
    holds(the_changelog_is_open);
}

#[test]
fn every_path_in_the_papers_exists() {
    holds(what_the_papers_name_exists);
}

#[test]
fn a_package_without_the_lints_is_told() {
    let files = [
        ("Cargo.toml", "[package]\n[lints]\nworkspace = true"),
        ("src/a/Cargo.toml", "[package]\n[dependencies]\nworkspace = true"),
        ("fuzz/Cargo.toml", "[package]"),
    ];
    complains(packages_share_the_lints, &files, &["src/a/Cargo.toml:1"]);
}

#[test]
fn a_dependency_too_many_is_told() {
    let terminal = "[dependencies]\nskylab-cloud.workspace = true\nserde = \"1\"\negui = \"0.37\"\n[dev-dependencies]\nrfd = \"1\"";
    let files = [
        ("src/terminal/Cargo.toml", terminal),
        ("src/cloud/Cargo.toml", "[dependencies]\nskylab-terminal = \"1\""),
        ("Cargo.toml", terminal),
    ];
    complains(packages_depend_on_what_they_may, &files, &["src/cloud/Cargo.toml:2", "src/terminal/Cargo.toml:4"]);
}

#[test]
fn a_closed_changelog_is_told() {
    complains(the_changelog_is_open, &[("CHANGELOG.md", "# Changes\n\n## [Unreleased]\n## [0.1.0]")], &[]);
    complains(the_changelog_is_open, &[("CHANGELOG.md", "# Changes\n\n## [0.1.0]\n## [Unreleased]")], &["CHANGELOG.md:3"]);
    complains(the_changelog_is_open, &[], &["CHANGELOG.md:1"]);
}

#[test]
fn a_path_that_does_not_exist_is_told() {
    let readme = "See `src/lib.rs`, `src/<service>/`, `src/ui`.\nSee [this](docs/gone.md) and [that](https://example.org/x), [here](#top).\nNot `src/gone.rs`.";
    let fuzz = "[seeds](seeds) [up](../README.md)";
    let files = [("README.md", readme), ("fuzz/README.md", fuzz), ("fuzz/seeds/a", "x"), ("src/lib.rs", ""), ("src/ui/mod.rs", "")];
    complains(what_the_papers_name_exists, &files, &["README.md:2", "README.md:3", "fuzz/README.md:1"]);
}
