//! AWS CLI scripts with the answers that AWS gives: `tests/cases/**/*.json`, in the form that `tests/cases/README.md` tells.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde::Deserialize;
use serde_json::{Map, Value};
use skylab_cloud::{Sandbox, clock::SimTime};
use skylab_terminal::{files::MemoryFiles, query::Query, shell::Shell, step::Step};

/// A file of cases: a case by itself, or many.
#[derive(Deserialize)]
#[serde(untagged)]
enum Cases {
    Many { cases: Vec<Case> },
    One(Box<Case>),
}

#[derive(Deserialize)]
struct Case {
    id: String,
    #[serde(default)]
    region: Option<String>,
    #[serde(default)]
    files: BTreeMap<String, Value>,
    #[serde(default)]
    vars: BTreeMap<String, String>,
    script: Vec<String>,
    expect: Vec<Expect>,
    // for whoever reads the file
    #[serde(rename = "group")]
    _group: String,
    #[serde(rename = "title")]
    _title: String,
    #[serde(rename = "source")]
    _source: String,
}

/// What a step shall answer.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    step: usize,
    ok: Option<bool>,
    error: Option<OneOrMany>,
    message_contains: Option<OneOrMany>,
    json_subset: Option<Value>,
    json_equals: Option<Value>,
    #[serde(default)]
    jmespath: Vec<Searched>,
    absent: Option<OneOrMany>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Searched {
    expr: String,
    equals: Value,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl OneOrMany {
    fn each(&self) -> &[String] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }
}

/// What the steps before answered, and the names that lines may use.
#[derive(Default)]
struct Known {
    answers: Vec<Value>,
    vars: BTreeMap<String, String>,
}

impl Known {
    /// Fills in `${NAME}` and `{{N:path}}`; what is unknown stays as it is.
    fn fill(&self, text: &str) -> String {
        let named = fill_between(text, "${", "}", |name| self.vars.get(name).cloned());
        fill_between(&named, "{{", "}}", |place| {
            let (step, path) = place.split_once(':')?;
            let found = walk(path, self.answers.get(step.parse::<usize>().ok()?)?)?;
            Some(found.as_str().map_or_else(|| found.to_string(), str::to_owned))
        })
    }

    fn fill_all(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.fill(text)),
            Value::Array(list) => list.iter().map(|entry| self.fill_all(entry)).collect(),
            Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), self.fill_all(value))).collect::<Map<_, _>>().into(),
            other => other.clone(),
        }
    }
}

fn fill_between(text: &str, open: &str, close: &str, fill: impl Fn(&str) -> Option<String>) -> String {
    let (mut filled, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once(open) {
        filled.push_str(before);
        let found = after.split_once(close).and_then(|(name, after)| Some((fill(name)?, after)));
        let (value, after) = found.unwrap_or_else(|| (open.to_owned(), after));
        filled.push_str(&value);
        rest = after;
    }
    filled + rest
}

/// The value at a path such as `Contents[0].Key`.
fn walk<'a>(path: &str, value: &'a Value) -> Option<&'a Value> {
    path.split(['.', '[', ']']).filter(|part| !part.is_empty()).try_fold(value, |value, part| match value {
        Value::Array(list) => list.get(part.parse::<usize>().ok()?),
        value => value.get(part),
    })
}

/// Objects as subsets, lists of the same length in order, numbers by value, `{"$contains": "text"}`.
fn fits(want: &Value, have: &Value) -> bool {
    match (want, have) {
        (Value::Object(want), have) if want.len() == 1 && want.contains_key("$contains") => {
            have.as_str().zip(want["$contains"].as_str()).is_some_and(|(have, part)| have.contains(part))
        }
        (Value::Object(want), Value::Object(have)) => want.iter().all(|(key, want)| have.get(key).is_some_and(|have| fits(want, have))),
        (Value::Array(want), Value::Array(have)) => want.len() == have.len() && want.iter().zip(have).all(|(want, have)| fits(want, have)),
        (Value::Number(want), Value::Number(have)) => want.as_f64() == have.as_f64(),
        (want, have) => want == have,
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    }
}

impl Expect {
    /// Holds a step against what it shall answer; says what differs.
    fn judge(&self, step: &Step, answer: &Value, known: &Known) -> Result<(), String> {
        if let Some(codes) = &self.error {
            return self.judge_error(codes.each(), step);
        }
        match (&step.error, self.ok) {
            (Some(_), Some(false)) => return Ok(()),
            (None, Some(false)) => return Err("wanted an error, was ok".to_owned()),
            (Some(error), _) => return Err(format!("wanted ok, got {}: {}", error.code, error.message)),
            (None, _) => {}
        }
        if let Some(want) = &self.json_subset
            && !fits(&known.fill_all(want), answer)
            && !(is_nothing(want) && answer.is_null())
        {
            return Err(format!("wanted {want}, got {answer}"));
        }
        if let Some(want) = self.json_equals.as_ref().filter(|want| *want != answer) {
            return Err(format!("wanted exactly {want}, got {answer}"));
        }
        for Searched { expr, equals } in &self.jmespath {
            let query = Query::parse(expr).map_err(|error| format!("{expr}: {}", error.message))?;
            let have = query.search(answer).map_err(|error| format!("{expr}: {}", error.message))?;
            if !fits(&known.fill_all(equals), &have) {
                return Err(format!("{expr}: wanted {equals}, got {have}"));
            }
        }
        let unwanted = self.absent.iter().flat_map(OneOrMany::each).find(|path| walk(path, answer).is_some_and(|value| !is_nothing(value)));
        unwanted.map_or(Ok(()), |path| Err(format!("{path} should be absent from {answer}")))
    }

    /// One of the codes, `*` being any; all parts of the message, in any case.
    fn judge_error(&self, codes: &[String], step: &Step) -> Result<(), String> {
        let Some(error) = &step.error else { return Err(format!("wanted {codes:?}, was ok")) };
        if !codes.iter().any(|code| *code == error.code || code == "*" || (code == "ParamValidation" && error.exit == 252)) {
            return Err(format!("wanted {codes:?}, got {}: {}", error.code, error.message));
        }
        let message = error.message.to_lowercase();
        let lacking = self.message_contains.iter().flat_map(OneOrMany::each).find(|part| !message.contains(&part.to_lowercase()));
        lacking.map_or(Ok(()), |part| Err(format!("the message lacks {part:?}: {}", error.message)))
    }
}

impl Case {
    fn files(&self) -> MemoryFiles {
        self.files.iter().fold(MemoryFiles::default(), |files, (name, contents)| match contents {
            Value::Number(bytes) => files.with(name, vec![0_u8; usize::try_from(bytes.as_u64().expect("a count of bytes")).unwrap()]),
            Value::String(text) => files.with(name, text),
            json => files.with(name, json.to_string()),
        })
    }

    fn run(&self) -> Result<(), String> {
        let mut shell = Shell::new(self.region.as_deref().unwrap_or("us-east-1"));
        let (mut cloud, mut files) = (Sandbox::new(SimTime::START, 0), self.files());
        let mut known = Known { vars: self.vars.clone(), ..Known::default() };
        for (number, line) in self.script.iter().enumerate() {
            let step = shell.run_line(&mut cloud, &mut files, &known.fill(line)).ok_or_else(|| format!("step {number} is no command"))?;
            // what `skylab run --format jsonl` would tell another program
            let told: Value = serde_json::from_str(&step.jsonl()).map_err(|error| error.to_string())?;
            known.answers.push(told.get("output").cloned().unwrap_or_default());
            for expect in self.expect.iter().filter(|expect| expect.step == number) {
                expect.judge(&step, &known.answers[number], &known).map_err(|why| format!("step {number}: {why}"))?;
            }
        }
        Ok(())
    }
}

fn json_files(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
        .into_iter()
        .flat_map(|path| if path.is_dir() { json_files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|it| it == "json"))
        .collect()
}

fn all_cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    json_files(&folder)
        .into_iter()
        .map(read)
        .flat_map(|cases| match cases {
            Cases::Many { cases } => cases,
            Cases::One(case) => vec![*case],
        })
        .collect()
}

#[test]
fn every_script_is_answered_as_aws_answers_it() {
    let cases = all_cases();
    let failures: Vec<String> = cases.iter().filter_map(|case| Some(format!("{}: {}", case.id, case.run().err()?))).collect();
    assert!(failures.is_empty(), "{} of {} cases differ from AWS:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

#[test]
fn every_case_has_a_name_of_its_own_and_expects_something_of_its_steps() {
    let cases = all_cases();
    let mut ids: Vec<&str> = cases.iter().map(|case| case.id.as_str()).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "two cases have the same id");
    for case in &cases {
        assert!(!case.expect.is_empty(), "{} expects nothing", case.id);
        assert!(case.expect.iter().all(|expect| expect.step < case.script.len()), "{} expects something of a step it has not", case.id);
    }
}
