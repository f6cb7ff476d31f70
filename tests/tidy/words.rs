//! The repository speaks of itself alone: no machine's paths, no registry's hosts, nothing about how it came to be written.

use super::{
    complains, holds,
    tree::{Complaint, File, Tree},
};

/// Paths of somebody's machine, in two halves so that this file does not carry them.
const MACHINES: &[(&str, &str)] = &[
    ("/work/", "main"),
    ("/work/", "shared"),
    ("/work/", "steering"),
    ("/work/", ".library"),
    ("/fa", "rm/"),
    ("/ro", "ot/"),
    ("/Use", "rs/"),
    ("/tmp/", "wt-"),
    ("/tmp/", "t-"),
];

/// Hosts of registries and of their documentation.
const HOSTS: &[(&str, &str)] = &[
    ("crates", ".io"),
    ("docs", ".rs/"),
    ("lib", ".rs/"),
    ("pypi", ".org"),
    ("pythonhosted", ".org"),
    ("registry", ".npmjs"),
    ("deb", ".debian"),
    ("proxy.golang", ".org"),
];

/// Words about the making of the text, not about Skylab. Texts for learners may use them: AWS has sessions and agents of its own.
const MAKING: &[(&str, &str)] = &[
    ("helper", " agent"),
    ("sub-", "agent"),
    ("language", " model"),
    ("this", " session"),
    ("another", " session"),
    ("previous", " session"),
    ("the lead", "'s"),
    ("the br", "ief says"),
    ("parallel", " helpers"),
];

fn no_machine_and_no_registry_is_named(tree: &Tree) -> Vec<Complaint> {
    let lists = |words: &[(&str, &str)]| words.iter().map(|(a, b)| format!("{a}{b}")).collect::<Vec<_>>();
    let (machines, hosts) = (lists(MACHINES), lists(HOSTS));
    // The lock names its registry in every entry; that is its format.
    tree.each(|file| {
        if file.path.ends_with("Cargo.lock") {
            return Vec::new();
        }
        let machine = |word: &str| format!("`{word}` is a path of one machine: name it from the top of the repository");
        let host = |word: &str| format!("`{word}` is a registry's host: name the package instead");
        [found(file, &machines, machine), found(file, &hosts, host)].concat()
    })
}

fn only_skylab_is_spoken_of(tree: &Tree) -> Vec<Complaint> {
    let words: Vec<String> = MAKING.iter().map(|(a, b)| format!("{a}{b}")).collect();
    tree.each(|file| {
        let for_learners = ["locales/", "labs/", "assets/"].iter().any(|folder| file.path.starts_with(folder));
        if for_learners {
            Vec::new()
        } else {
            found(file, &words, |word| format!("`{word}`: say what Skylab is or does, not how the text came about"))
        }
    })
}

fn found(file: &File, words: &[String], what: impl Fn(&str) -> String) -> Vec<Complaint> {
    let of_line = |line: &str| words.iter().find(|word| line.contains(word.as_str())).map(|word| what(word));
    File::numbered(&file.text).filter_map(|(number, line)| Some(file.complaint(number, of_line(line)?))).collect()
}

#[test]
fn no_machine_and_no_registry_appears() {
    holds(no_machine_and_no_registry_is_named);
}

#[test]
fn the_repository_speaks_of_itself_alone() {
    holds(only_skylab_is_spoken_of);
}

#[test]
fn a_machine_or_a_registry_is_told() {
    let words = [MACHINES[0], MACHINES[5], HOSTS[0]].map(|(a, b)| format!("fine\n{a}{b}x"));
    let files = [
        ("README.md", &*words[0]),
        ("a.sh", &*words[1]),
        ("Cargo.lock", &*words[2]),
        ("b.toml", &*words[2]),
        ("c.md", "src/lib.rs and ../shared"),
    ];
    complains(no_machine_and_no_registry_is_named, &files, &["README.md:2", "a.sh:2", "b.toml:2"]);
}

#[test]
fn talk_about_the_making_is_told() {
    let word = format!("{}{}", MAKING[0].0, MAKING[0].1);
    let files = [("src/a.rs", &*word), ("locales/en/x.ftl", &*word), ("b.md", "AWS sessions and agents")];
    complains(only_skylab_is_spoken_of, &files, &["src/a.rs:1"]);
}
