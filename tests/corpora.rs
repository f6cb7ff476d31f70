//! The fuzz targets within bounds, on any toolchain: every seed, then mutations of the seeds, the same ones each time.
//! Unbounded fuzzing is in `fuzz/`.

#[path = "../fuzz/src/lib.rs"]
mod hostile;

use std::{fs, path::PathBuf};

use hostile::{TARGETS, Target};
use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

/// Mutations of each target, unless `PROPTEST_CASES` asks for another number.
const CASES: u32 = 2_000;

/// What trips parsers, in any language.
const NASTY: &[&str] = &[
    "'",
    "\"",
    "\\",
    "`",
    "$",
    "${",
    "$(",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    "=",
    ":",
    "|",
    "&",
    "*",
    "@",
    "#",
    " ",
    "\t",
    "\n",
    "\r\n",
    "\0",
    "--",
    "-",
    "../",
    "file://",
    "fileb://",
    "s3://",
    "0",
    "-1",
    "99999999999999999999",
    "1e999",
    "null",
    "true",
    "한",
    "가́",
    "\u{202e}",
    "\u{feff}",
    "😀",
    "%s",
    "d",
    "y",
    "--query",
    "--output text",
    "--no-",
    "\\u0000",
    "\\ud800",
];

/// One small damage.
#[derive(Clone, Debug)]
enum Damage {
    Insert(Index, &'static str),
    Cut(Index, Index),
    Repeat(Index, Index),
    Byte(Index, u8),
    End(Index),
}

impl Damage {
    fn any() -> impl Strategy<Value = Self> {
        let place = any::<Index>;
        prop_oneof![
            6 => (place(), select(NASTY)).prop_map(|(at, text)| Self::Insert(at, text)),
            2 => (place(), place()).prop_map(|(from, to)| Self::Cut(from, to)),
            2 => (place(), place()).prop_map(|(from, to)| Self::Repeat(from, to)),
            2 => (place(), any::<u8>()).prop_map(|(at, byte)| Self::Byte(at, byte)),
            1 => place().prop_map(Self::End),
        ]
    }

    fn apply(&self, data: &mut Vec<u8>) {
        let len = data.len();
        let place = |index: &Index| index.index(len + 1);
        let range = |a: &Index, b: &Index| place(a).min(place(b))..place(a).max(place(b));
        match self {
            Self::Insert(at, text) => drop(data.splice(place(at)..place(at), text.bytes())),
            Self::Cut(from, to) => drop(data.drain(range(from, to))),
            Self::Repeat(from, to) => data.extend_from_within(range(from, to)),
            Self::Byte(at, byte) => match data.get_mut(at.index(len.max(1))) {
                Some(old) => *old = *byte,
                None => data.push(*byte),
            },
            Self::End(at) => data.truncate(place(at)),
        }
    }
}

fn fuzz_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

/// The seeds of a target with their names, in order.
fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = fuzz_folder().join("seeds").join(target);
    let mut seeds: Vec<_> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).unwrap()))
        .collect();
    seeds.sort();
    seeds
}

fn target(name: &str) -> Target {
    TARGETS.iter().find(|(it, _)| *it == name).unwrap_or_else(|| panic!("no target {name}")).1
}

/// Feeds a target all its seeds, then mutations of them.
#[track_caller]
fn survives(name: &str) {
    let (target, seeds) = (target(name), seeds(name));
    for (seed, data) in &seeds {
        println!("seed {seed}");
        target(data);
    }
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    let config = Config { cases: asked.unwrap_or(CASES), failure_persistence: None, max_shrink_iters: 2_000, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let cases = (select(seeds), vec(Damage::any(), 1..8));
    let outcome = runner.run(&cases, |((_, mut data), damages)| {
        for damage in &damages {
            damage.apply(&mut data);
        }
        target(&data);
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

#[test]
fn event_pattern_survives_anything() {
    survives("event_pattern");
}

#[test]
fn filter_policy_survives_anything() {
    survives("filter_policy");
}

#[test]
fn json_survives_anything() {
    survives("json");
}

#[test]
fn lab_survives_anything() {
    survives("lab");
}

#[test]
fn save_survives_anything() {
    survives("save");
}

#[test]
fn line_survives_anything() {
    survives("line");
}

#[test]
fn names_survive_anything() {
    survives("names");
}

#[test]
fn policies_survive_anything() {
    survives("policy");
}

#[test]
fn progress_survives_anything() {
    survives("progress");
}

#[test]
fn query_survives_anything() {
    survives("query");
}

#[test]
fn script_survives_anything() {
    survives("script");
}

#[test]
fn sharing_survives_anything() {
    survives("sharing");
}

#[test]
fn shorthand_survives_anything() {
    survives("shorthand");
}

#[test]
fn every_target_is_complete() {
    let manifest = fs::read_to_string(fuzz_folder().join("Cargo.toml")).unwrap();
    let this = include_str!("corpora.rs");
    for (name, _) in TARGETS {
        assert!(!seeds(name).is_empty(), "fuzz/seeds/{name} has no seeds");
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "fuzz/Cargo.toml does not list {name}");
        assert!(fuzz_folder().join(format!("fuzz_targets/{name}.rs")).is_file(), "fuzz/fuzz_targets/{name}.rs is missing");
        assert!(this.contains(&format!("survives(\"{name}\")")), "tests/corpora.rs does not run {name}");
    }
}
