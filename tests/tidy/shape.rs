//! The shape of a file: how it opens, how long it is, what it is called, and that it is finished.

use super::{
    code::line_of,
    complains, holds,
    tree::{Complaint, File, Tree},
};

/// More lines than this are two files.
const MAX_LINES: usize = 400;

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &["util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "types"];

/// Marks of unfinished work, in two halves so that this file does not carry them.
const UNFINISHED: &[(&str, &str)] =
    &[("TO", "DO"), ("FIX", "ME"), ("to", "do!("), ("unimple", "mented!("), ("place", "holder"), ("lor", "em ipsum")];

/// Folders whose text must be finished.
const FINISHED: &[&str] = &["src/", "tests/", "locales/", "labs/"];

fn files_open_with_a_sentence(tree: &Tree) -> Vec<Complaint> {
    let one = |file: &File| {
        let opening: Vec<&str> =
            file.text.lines().map_while(|line| line.strip_prefix("//!")).take_while(|line| !line.trim().is_empty()).collect();
        if opening.is_empty() {
            return vec![file.complaint(1, "begin the file with `//! ` and a sentence: what it is, then what it deliberately is not")];
        }
        let ends = opening.last().is_some_and(|line| line.trim_end().ends_with(['.', '?', ':']));
        if ends { Vec::new() } else { vec![file.complaint(opening.len(), "end the opening sentence with a full stop")] }
    };
    tree.rust().flat_map(one).collect()
}

fn files_are_short(tree: &Tree) -> Vec<Complaint> {
    let long = tree.rust().map(|file| (file, file.text.lines().count())).filter(|(_, n_lines)| *n_lines > MAX_LINES);
    long.map(|(file, n_lines)| {
        file.complaint(MAX_LINES + 1, format!("{n_lines} lines, {MAX_LINES} at most: find the second thing in it and give it a file"))
    })
    .collect()
}

fn names_say_something(tree: &Tree) -> Vec<Complaint> {
    let one = |file: &File| {
        let path = file.path.trim_end_matches(".rs");
        let bad = path.split('/').find(|part| EMPTY_NAMES.contains(part));
        bad.map(|part| file.complaint(1, format!("`{part}` names no thing: call it after what it holds, or move each part to who uses it")))
    };
    tree.rust().filter_map(one).collect()
}

fn work_is_finished(tree: &Tree) -> Vec<Complaint> {
    let one = |file: &File| {
        let mut found = Vec::new();
        for (number, line) in File::numbered(&file.text) {
            let mark = UNFINISHED.iter().map(|(a, b)| format!("{a}{b}")).find(|mark| line.contains(mark.as_str()));
            found.extend(mark.map(|mark| file.complaint(number, format!("`{mark}`: finish it, or take it out and open an issue"))));
        }
        found
    };
    tree.files.iter().filter(|file| FINISHED.iter().any(|folder| file.path.starts_with(folder))).flat_map(one).collect()
}

fn lints_are_silenced_with_a_reason(tree: &Tree) -> Vec<Complaint> {
    let one = |file: &File| {
        let mut found = Vec::new();
        for (at, name) in ["allow(", "expect("].iter().flat_map(|name| file.code.match_indices(name)) {
            let is_attribute = file.code[..at].ends_with("#[") || file.code[..at].ends_with("#![");
            let attribute = file.code[at..].split(']').next().unwrap_or_default();
            if is_attribute && !attribute.contains("reason") {
                let what = format!("`#[{name}…)]` without a reason: mend the code, or add `reason = \"…\"`");
                found.push(file.complaint(line_of(&file.code, at), what));
            }
        }
        found
    };
    tree.rust().flat_map(one).collect()
}

#[test]
fn every_file_opens_with_a_sentence() {
    holds(files_open_with_a_sentence);
}

#[test]
fn no_file_is_too_long() {
    holds(files_are_short);
}

#[test]
fn no_module_has_an_empty_name() {
    holds(names_say_something);
}

#[test]
fn nothing_is_left_unfinished() {
    holds(work_is_finished);
}

#[test]
fn no_lint_is_silenced_without_a_reason() {
    holds(lints_are_silenced_with_a_reason);
}

#[test]
fn a_file_without_its_sentence_is_told() {
    let files = [
        ("src/a.rs", "//! What it is.\nfn a() {}"),
        ("src/b.rs", "//! What it is, over\n//! two lines.\n//!\n//! - more"),
        ("src/c.rs", "fn a() {}"),
        ("src/d.rs", "//!\n//! Late."),
        ("src/e.rs", "//! no full stop\nfn a() {}"),
    ];
    complains(files_open_with_a_sentence, &files, &["src/c.rs:1", "src/d.rs:1", "src/e.rs:1"]);
}

#[test]
fn a_long_file_is_told() {
    let (full, over) = ("x\n".repeat(MAX_LINES), "x\n".repeat(MAX_LINES + 1));
    complains(files_are_short, &[("src/a.rs", &full), ("src/b.rs", &over)], &["src/b.rs:401"]);
}

#[test]
fn an_empty_name_is_told() {
    let files = [("src/util.rs", ""), ("src/cloud/types/mod.rs", ""), ("src/utility.rs", ""), ("tests/common/x.rs", "")];
    complains(names_say_something, &files, &["src/util.rs:1", "src/cloud/types/mod.rs:1", "tests/common/x.rs:1"]);
}

#[test]
fn unfinished_work_is_told() {
    let mark = |n: usize| format!("fine\n{}{}", UNFINISHED[n].0, UNFINISHED[n].1);
    let files = [("src/a.rs", &*mark(0)), ("locales/ko/ui.ftl", &*mark(4)), ("docs/a.md", &*mark(1)), ("tests/b.rs", &*mark(2))];
    complains(work_is_finished, &files, &["src/a.rs:2", "locales/ko/ui.ftl:2", "tests/b.rs:2"]);
}

#[test]
fn a_silenced_lint_is_told() {
    let good = "//! A.\n#[allow(dead_code, reason = \"x\")]\nfn f() { x.expect(\"y\"); }\n#[expect(\n    unused,\n    reason = \"x\"\n)]\nfn g() {}";
    let bad = "//! A. #[allow(x)]\n#![allow(dead_code)]\nfn f() {}\n#[expect(unused)]\nfn g() {}";
    complains(lints_are_silenced_with_a_reason, &[("src/a.rs", good), ("src/b.rs", bad)], &["src/b.rs:2", "src/b.rs:4"]);
}
