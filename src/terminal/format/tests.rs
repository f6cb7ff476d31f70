//! Every recorded answer of the real CLI (`fixtures/answers`) and every odd value (`fixtures/values.jsonl`), byte for byte.

use super::*;
use serde_json::Map;
use skylab_cloud::names::{self, Operation, Service, Shape, ShapeId};
use std::collections::BTreeMap;

const OUTPUTS: [(&str, Output); 4] = [("json", Output::Json), ("text", Output::Text), ("table", Output::Table), ("yaml", Output::Yaml)];

fn fixtures() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// A recorded command, the pages that the service gave, and what was printed.
struct Recording {
    name: String,
    sections: BTreeMap<String, String>,
    words: Vec<String>,
    service: &'static Service,
    operation: &'static Operation,
    pages: Vec<Value>,
}

impl Recording {
    fn read(path: &std::path::Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap();
        let sections: BTreeMap<String, String> = format!("\n{text}")
            .split("\n=== ")
            .skip(1)
            .map(|section| section.split_once('\n').unwrap_or((section, "")))
            .map(|(name, body)| {
                (name.to_owned(), if body.is_empty() || body.ends_with('\n') { body.to_owned() } else { format!("{body}\n") })
            })
            .collect();
        let words = shlex::split(&sections["command"]).unwrap();
        let service = names::service(words[1].replace("s3api", "s3").as_str()).unwrap();
        let operation = service.operation(&words[2]).unwrap();
        let pages = serde_json::from_str(&sections["pages"]).unwrap();
        Self { name: path.display().to_string(), sections, words, service, operation, pages }
    }

    fn all() -> Vec<Self> {
        let mut paths: Vec<_> = std::fs::read_dir(fixtures().join("answers")).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        assert!(paths.len() >= 30);
        paths.iter().map(|path| Self::read(path)).collect()
    }

    fn option(&self, name: &str) -> Option<&str> {
        self.words.iter().position(|word| word == name).map(|i| self.words[i + 1].as_str())
    }

    fn answer(&self) -> Answer {
        match &self.operation.paging {
            Some(paging) if !self.words.iter().any(|word| word == "--no-paginate") => {
                let max_items = self.option("--max-items").map(|n| n.parse().unwrap());
                let mut pager = Pager::new(paging, max_items, self.option("--starting-token")).unwrap();
                for (i, page) in self.pages.iter().enumerate() {
                    assert_eq!(pager.take(page.clone()).unwrap(), i + 1 < self.pages.len(), "{}: page {i}", self.name);
                }
                pager.finish(true)
            }
            _ => self.pages[0].clone().into(),
        }
    }
}

#[test]
fn answers_are_printed_as_the_real_cli_prints_them() {
    for recording in Recording::all() {
        let query = recording.option("--query").map(|q| Query::parse(q).unwrap());
        let answer = recording.answer();
        for (section, output) in OUTPUTS {
            let printed = print(&answer, query.as_ref(), &recording.operation.name, output, PIPE_COLUMNS);
            let (printed, section) = match printed {
                Ok(printed) => (printed, section.to_owned()),
                Err(error) => (format!("{error}\n"), format!("{section} fails")),
            };
            assert_eq!(Some(&printed), recording.sections.get(&section), "{}: {section}\n{printed}", recording.name);
        }
    }
}

#[test]
fn members_come_in_the_order_of_the_model() {
    for recording in Recording::all() {
        let Some(output) = recording.operation.output else { continue };
        for page in &recording.pages {
            let mut found = turned(page, recording.service, output);
            order_members(&mut found, recording.service, output);
            assert_eq!(json::render(&found), json::render(page), "{}", recording.name);
        }
    }
}

/// The value with the members of its structures, but not the keys of its maps, the other way round.
fn turned(value: &Value, service: &Service, shape: ShapeId) -> Value {
    match (value, service.shape(shape)) {
        (Value::Object(found), Shape::Structure { members, .. }) => {
            let inner = |key: &String, value| match members.iter().find(|member| &member.name == key) {
                Some(member) => turned(value, service, member.shape),
                None => value.clone(),
            };
            Value::Object(found.iter().rev().map(|(key, value)| (key.clone(), inner(key, value))).collect::<Map<_, _>>())
        }
        (Value::Object(found), Shape::Map { value: shape, .. }) => {
            Value::Object(found.iter().map(|(key, value)| (key.clone(), turned(value, service, *shape))).collect())
        }
        (Value::Array(items), Shape::List { member, .. }) => items.iter().map(|item| turned(item, service, *member)).collect(),
        _ => value.clone(),
    }
}

#[test]
fn odd_values_are_printed_as_the_real_cli_prints_them() {
    for line in std::fs::read_to_string(fixtures().join("values.jsonl")).unwrap().lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        for (name, output) in OUTPUTS {
            let printed = render(&row["value"], "Title", output).ok();
            assert_eq!(printed.as_deref(), row[name].as_str(), "{name} of {}\n{}", row["value"], row[name].as_str().unwrap_or_default());
        }
    }
}

#[test]
fn a_wide_terminal_keeps_single_rows_flat() {
    let value = serde_json::json!({ "A": "x".repeat(60), "B": "y".repeat(30) });
    assert_eq!(render_to(&value, "Title", Output::Table, 200).unwrap().lines().count(), 7);
    assert_eq!(render(&value, "Title", Output::Table).unwrap().lines().count(), 6);
}

#[test]
fn an_unknown_output_is_refused() {
    assert_eq!("xml".parse::<Output>().unwrap_err().to_string(), "Unknown output type: xml");
}
