//! The seal of a lab: its numbers, file by file, as they were when it was last proved. A proof shows that a lab works; the seal shows that no
//! number was changed since. It is no secret and keeps nobody from sealing anew.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Complaint, Pack, Place, Told};

/// The file of the seal within a pack.
pub const SEAL: &str = "seal.ron";
const FORMAT: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Seal {
    format: u32,
    /// The numbers of each file in their order, separated by spaces.
    numbers: BTreeMap<String, String>,
}

/// The text of a pack's seal.
pub fn seal(pack: &Pack) -> String {
    let numbers =
        sealed_files(pack).map(|(path, text)| (path.to_owned(), numbers(text).map(|(_, number)| number).collect::<Vec<_>>().join(" ")));
    let seal = Seal { format: FORMAT, numbers: numbers.collect() };
    let pretty = ron::ser::PrettyConfig::new().new_line("\n").indentor("  ");
    let text = ron::ser::to_string_pretty(&seal, pretty).unwrap_or_default();
    format!("// Written by `skylab lab check --seal`: the numbers of the lab when it was last proved.\n{text}\n")
}

/// Where a pack differs from its seal; nothing if it has none.
pub fn broken_seal(pack: &Pack) -> Vec<Complaint> {
    let Some(text) = pack.text(SEAL) else { return Vec::new() };
    let Some(seal) = ron::from_str::<Seal>(text).ok().filter(|seal| seal.format == FORMAT) else {
        return vec![Complaint::of_file(SEAL, Told::new("seal-unreadable"))];
    };
    let mut found = Vec::new();
    for (path, text) in sealed_files(pack) {
        match seal.numbers.get(path) {
            Some(sealed) => found.extend(first_difference(path, text, sealed)),
            None => found.push(Complaint::of_file(path, Told::new("seal-without").with("file", path))),
        }
    }
    for path in seal.numbers.keys().filter(|path| pack.text(path).is_none()) {
        found.push(Complaint::of_file(path, Told::new("seal-gone").with("file", path.as_str())));
    }
    found
}

/// Everything but the seal itself; texts for people are not among a pack's files.
fn sealed_files(pack: &Pack) -> impl Iterator<Item = (&str, &str)> {
    pack.files.keys().filter(|path| *path != SEAL).filter_map(|path| Some((path.as_str(), pack.text(path)?)))
}

fn first_difference(path: &str, text: &str, sealed: &str) -> Option<Complaint> {
    let mut sealed = sealed.split_whitespace();
    for (at, number) in numbers(text) {
        let before = sealed.next();
        if before != Some(number) {
            let told = Told::new("seal-other-number").with("found", number).with("sealed", before.unwrap_or("—"));
            return Some(Complaint::at(path, Some(Place::of(text, at)), told));
        }
    }
    let rest = sealed.next()?;
    Some(Complaint::at(path, Some(Place::of(text, text.len())), Told::new("seal-number-gone").with("sealed", rest)))
}

/// The numbers of a text with their places: runs of digits, with a decimal point between them if there is one.
fn numbers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(|c: char| c.is_ascii_digit())?;
        let mut end = start;
        let bytes = text.as_bytes();
        while end < bytes.len() && (bytes[end].is_ascii_digit() || bytes[end] == b'.' && bytes.get(end + 1).is_some_and(u8::is_ascii_digit))
        {
            end += 1;
        }
        at = end;
        Some((start, &text[start..end]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learn::lab::Source;

    fn pack(lab: &str, script: &str) -> Pack {
        let files = [("lab.ron", lab), ("reference-a.sh", script)].map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        Pack::new(Source::default(), files.into())
    }

    fn sealed(lab: &str, script: &str) -> String {
        seal(&pack(lab, script))
    }

    fn told(seal: &str, lab: &str, script: &str) -> Vec<String> {
        let mut pack = pack(lab, script);
        pack.files.insert(SEAL.to_owned(), seal.as_bytes().to_vec());
        broken_seal(&pack).iter().map(Complaint::to_string).collect()
    }

    #[test]
    fn a_changed_number_is_told_with_its_place() {
        let seal = sealed("(a: 12, b: 0.5)", "# 한글\nsim advance 30d");
        assert_eq!(told(&seal, "(a: 12, b: 0.5)", "# 한글\nsim  advance 30d"), Vec::<String>::new());
        for (lab, script, place) in [
            ("(a: 13, b: 0.5)", "# 한글\nsim advance 30d", "lab.ron:1:5"),
            ("(a: 12, b: 0.05)", "# 한글\nsim advance 30d", "lab.ron:1:12"),
            ("(a: 12, b: 0.5)", "# 한글\nsim advance 31d", "reference-a.sh:2:13"),
            ("(a: 12, b: 0.5)", "# 한글\nsim advance", "reference-a.sh:2:12"),
            ("(a: 12, b: 0.5, c: 1)", "# 한글\nsim advance 30d", "lab.ron:1:20"),
        ] {
            let told = told(&seal, lab, script);
            assert!(told.len() == 1 && told[0].starts_with(place), "{told:?}");
        }
    }

    #[test]
    fn a_seal_that_is_none_is_told() {
        assert_eq!(told("(format: 9, numbers: {})", "()", "").len(), 1);
        assert_eq!(told("nonsense", "()", "").len(), 1);
    }
}
