//! What must hold of the text of this repository: who may name whom, the shape of files, and what is nowhere said.
//! It compiles nothing and judges no behaviour; each complaint names a file, a line and what to do.

mod code;
mod kernel;
mod looks;
mod package;
mod rooms;
mod shape;
mod tree;
mod words;

use tree::{Complaint, Tree};

/// Fails with every complaint that a rule has about this repository.
#[track_caller]
fn holds(rule: impl Fn(&Tree) -> Vec<Complaint>) {
    let complaints = rule(Tree::here());
    let lines: Vec<String> = complaints.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "\n{}\n", lines.join("\n"));
}

/// Fails unless a rule complains about exactly these lines (`file:line`) of a small tree.
#[track_caller]
fn complains(rule: impl Fn(&Tree) -> Vec<Complaint>, files: &[(&str, &str)], at: &[&str]) {
    let complaints = rule(&Tree::of(files));
    let places: Vec<String> = complaints.iter().map(Complaint::place).collect();
    let words: Vec<String> = complaints.iter().map(ToString::to_string).collect();
    assert_eq!(places, at, "{words:#?}");
}
