//! The texts of a lab in one language: all there, none too many, naming only what there is; and a first hint that gives nothing away.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{
    Amount, Complaint, Lab, Place, Pool, Told,
    amount::written,
    limits::MAX_FILE_BYTES,
    texts_of::{self, LabText},
};

/// See the module.
pub(super) fn lint(lab: &Lab, lang: &str) -> Vec<Complaint> {
    let Some((path, text)) = lab.pack.texts.get(lang) else {
        return vec![lab.complaint("id", Told::new("lint-no-language").with("lang", lang))];
    };
    if text.len() > MAX_FILE_BYTES {
        return vec![Complaint::of_file(path, Told::new("lint-text-too-large").count("max", MAX_FILE_BYTES >> 10))];
    }
    let at = |place: Option<Place>, told: Told| Complaint::at(path, place, told);
    let (read, wanted) = (texts_of::read(text), texts_of::keys(lab));
    let mut found: Vec<Complaint> = Vec::new();
    for problem in &read.broken {
        found.push(at(Some(Place::of(text, problem.pos.start)), Told::new("lint-text-broken").with("what", problem.kind.to_string())));
    }
    for key in wanted.iter().filter(|key| !read.texts.contains_key(*key)) {
        found.push(at(None, Told::new("lint-text-missing").with("key", key.as_str())));
    }
    for (key, text) in read.texts.iter().filter(|(key, _)| !wanted.contains(*key)) {
        found.push(at(text.place, Told::new("lint-text-stray").with("key", key.as_str())));
    }
    for (key, place) in &read.twice {
        found.push(at(*place, Told::new("lint-text-twice").with("key", key.as_str())));
    }
    for (key, text) in &read.texts {
        for name in text.variables.iter().filter(|name| !lab.file.vars.contains_key(*name)) {
            found.push(at(text.place, Told::new("lint-text-var").with("key", key.as_str()).with("name", name.as_str())));
        }
        if text.words.trim().is_empty() && text.variables.is_empty() {
            found.push(at(text.place, Told::new("lint-text-empty").with("key", key.as_str())));
        }
    }
    found.extend(first_hints(lab, path, &read.texts));
    found.extend(numbers_of_variables(lab, path, &read.texts));
    found
}

/// A number that a variable may stand for must not be written out: the next learner's is another one.
fn numbers_of_variables(lab: &Lab, path: &str, texts: &BTreeMap<String, LabText>) -> Vec<Complaint> {
    let drawn = [&lab.file.vars, &lab.file.challenge.vars].into_iter().flat_map(|vars| vars.values()).flat_map(|pool| match pool {
        Pool::Numbers(numbers) => numbers.iter().map(i64::to_string).collect(),
        Pool::Beside(_, amounts) => {
            amounts.iter().filter_map(|amount| if let Amount::Nanos(nanos) = amount { Some(written(*nanos)) } else { None }).collect()
        }
        Pool::Pool(_) => Vec::new(),
    });
    // a single digit is in too many texts by chance
    let drawn: BTreeSet<String> = drawn.filter(|number| number.len() > 1).collect();
    let of_text = |(key, text): (&String, &LabText)| {
        let mut numbers = text.words.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
        let number = numbers.find(|number| drawn.contains(*number))?;
        let told = Told::new("lint-number-in-text").with("key", key.as_str()).with("number", number);
        Some(Complaint::at(path, text.place, told))
    };
    texts.iter().filter_map(of_text).collect()
}

fn first_hints(lab: &Lab, path: &str, texts: &BTreeMap<String, LabText>) -> Vec<Complaint> {
    let common = answers(lab);
    let of_task = |task: &super::super::Task| {
        let key = format!("hint-{}-1", task.id);
        let text = texts.get(&key)?;
        let words = text.words.to_lowercase();
        let own = task.answer.iter().cloned();
        let told = common.iter().cloned().chain(own).find(|answer| words.contains(&answer.to_lowercase()))?;
        Some(Complaint::at(path, text.place, Told::new("lint-hint-answers").with("key", key).with("answer", told)))
    };
    lab.file.tasks.iter().filter_map(of_task).collect()
}

/// What a first hint may not name: the withheld operations as API and CLI spell them, and the storage classes and like names in capitals
/// that the references use.
fn answers(lab: &Lab) -> BTreeSet<String> {
    let mut answers = BTreeSet::new();
    for call in &lab.file.proof.withhold {
        let operation = call.split([':', ' ']).nth(1).unwrap_or_default();
        answers.insert(operation.to_owned());
        answers.insert(dashed(operation));
        answers.extend(call.split_once(" --").map(|(_, option)| option.to_owned()));
    }
    for text in lab.file.proof.references.iter().filter_map(|script| lab.pack.text(script)) {
        answers.extend(capitals(text));
    }
    answers.remove("");
    answers
}

/// The words in capitals of a script, its own variables left out.
fn capitals(script: &str) -> Vec<String> {
    let is_capital = |c: char| c.is_ascii_uppercase() || c == '_';
    let (mut found, mut rest, mut before) = (Vec::new(), script, ' ');
    while let Some(start) = rest.find(is_capital) {
        before = rest[..start].chars().next_back().unwrap_or(before);
        let end = rest[start..].find(|c| !is_capital(c)).map_or(rest.len(), |len| start + len);
        let (word, after) = (&rest[start..end], &rest[end..]);
        let is_variable = before == '$' || before == '{' || after.starts_with("=$(");
        if word.len() >= 5 && !is_variable && !before.is_ascii_lowercase() {
            found.push(word.to_owned());
        }
        before = word.chars().next_back().unwrap_or(before);
        rest = after;
    }
    found
}

/// `PutBucketVersioning` as `put-bucket-versioning`.
fn dashed(operation: &str) -> String {
    let mut out = String::new();
    for (n, c) in operation.chars().enumerate() {
        if c.is_ascii_uppercase() && n > 0 {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_capitals_are_answers_and_variables_are_not() {
        let script = "NAMES=$(aws x)\naws y --z $NAMES '{\"StorageClass\": \"GLACIER\"}' DEEP_ARCHIVE ${NAMES} JSON";
        assert_eq!(capitals(script), ["GLACIER", "DEEP_ARCHIVE"]);
        assert_eq!(dashed("PutBucketVersioning"), "put-bucket-versioning");
    }
}
