//! What is fuzzed: one function for each way text comes in from outside. `cargo fuzz` feeds them without end, `tests/corpora.rs`
//! within bounds. None of them may panic, hang or overflow the stack; some promise more, which they assert.

use std::io::Cursor;

use serde_json::{Value, json};
use skylab::learn::lab as labs;
use skylab::progress as book;
use skylab_cloud::{
    Request, Sandbox,
    api::Origin,
    clock::SimTime,
    events::Pattern,
    ident::{AccountId, Caller, Region},
    names,
    policy::{
        Attached, Context, Document, Holder, Identity, Label, PolicyKind, Resource,
        evaluate::{Asked, Notes, decide},
    },
    s3::OpenUrl,
    sns::{FilterPolicy, Scope},
};
use skylab_terminal::{
    complete::complete,
    files::MemoryFiles,
    json as json_documents,
    query::Query,
    script::{self as scripts, Source},
    shell::Shell,
    shorthand as shorthands,
    step::Step,
};

/// A function that takes anything.
pub type Target = fn(&[u8]);

/// The targets, named as their files in `fuzz_targets` and their folders in `seeds`.
pub const TARGETS: &[(&str, Target)] = &[
    ("event_pattern", event_pattern),
    ("filter_policy", filter_policy),
    ("json", json),
    ("lab", lab),
    ("line", line),
    ("names", names),
    ("policy", policy),
    ("progress", progress),
    ("query", query),
    ("save", save),
    ("script", script),
    ("sharing", sharing),
    ("shorthand", shorthand),
];

/// The region of the shell; any would do.
const REGION: &str = "ap-northeast-2";

/// One line at the prompt: it becomes at most one step, and a step is one line of JSON.
pub fn line(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (mut shell, mut cloud, mut files) = world();
    if let Some(step) = shell.run_line(&mut cloud, &mut files, &text) {
        check(&step);
    }
    let cursor = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
    let _ = complete(&text, cursor, &cloud);
    let _ = complete(&text, text.len(), &cloud);
}

/// A script, read both ways: every step is one line of JSON, counted from 0 without a gap.
pub fn script(data: &[u8]) {
    for source in [Source::File, Source::Dialogue] {
        let (mut shell, mut cloud, mut files) = world();
        let mut next = 0;
        let done = |step: &Step| {
            assert_eq!(step.step, next, "steps are counted without a gap");
            next += 1;
            check(step);
            Ok(())
        };
        let outcome = scripts::run(&mut shell, &mut cloud, &mut files, &mut Cursor::new(data), source, true, done);
        assert_eq!(outcome.map(|outcome| outcome.n_steps).ok(), Some(next), "reading from memory cannot fail");
    }
}

/// A bucket's policy, its CORS rules, its website, its ACL, or a URL: what the first line says, then the text. What S3 takes it shows
/// again in the same words, and takes again.
pub fn sharing(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (what, text) = text.split_once('\n').unwrap_or((&text, ""));
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    let mut call = |operation: &str, mut params: Value| {
        params["Bucket"] = Value::from("lab");
        let request = Request::parse("s3", operation, params).ok()?;
        sandbox.call(&Origin::admin(Region::US_EAST_1), request).ok()
    };
    call("CreateBucket", json!({"ObjectOwnership": "ObjectWriter"}));
    call("DeletePublicAccessBlock", json!({}));
    let (put, get, member) = match what {
        "policy" => ("PutBucketPolicy", "GetBucketPolicy", "Policy"),
        "cors" => ("PutBucketCors", "GetBucketCors", "CORSConfiguration"),
        "website" => ("PutBucketWebsite", "GetBucketWebsite", "WebsiteConfiguration"),
        "acl" => ("PutBucketAcl", "GetBucketAcl", "GrantRead"),
        _ => {
            let open = OpenUrl { url: text.to_owned(), ..OpenUrl::default() };
            let _ = sandbox.call(&Origin::admin(Region::US_EAST_1), open);
            return;
        }
    };
    let value = if matches!(what, "policy" | "acl") { Some(Value::from(text)) } else { json_documents::parse(text).ok() };
    if call(put, json!({ member: value })).is_none() {
        return;
    }
    let shown = call(get, json!({}));
    let again = match (what, &shown) {
        ("policy", Some(shown)) => json!({ member: shown[member] }),
        ("acl", _) => json!({ member: text }),
        (_, shown) => json!({ member: shown }),
    };
    assert!(call(put, again).is_some() && call(get, json!({})) == shown, "what was taken is taken again: {text}");
}

/// A shorthand value.
pub fn shorthand(data: &[u8]) {
    let mut no_files = |_: &str| Ok(None);
    let _ = shorthands::parse(&String::from_utf8_lossy(data), &mut no_files);
}

/// A JSON document; what is read is written and read again as the same.
pub fn json(data: &[u8]) {
    if let Ok(value) = json_documents::parse(&String::from_utf8_lossy(data)) {
        assert_eq!(json_documents::parse(&value.to_string()), Ok(value));
    }
}

/// An expression on the first line, a document on the others.
pub fn query(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (expression, document) = text.split_once('\n').unwrap_or((&text, ""));
    let document = json_documents::parse(document).unwrap_or(Value::Null);
    if let Ok(query) = Query::parse(expression) {
        let _ = query.search(&document);
    }
}

/// A service and an operation on the first line, parameters on the others: checked against AWS's names, then made into a request.
/// A request survives being written down.
pub fn names(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (head, params) = text.split_once('\n').unwrap_or((&text, ""));
    let (service, operation) = head.trim().split_once(' ').unwrap_or((head, ""));
    let Ok(params) = json_documents::parse(params) else { return };
    if let Some(service) = names::service(service)
        && let Some(operation) = service.operation(operation)
    {
        let _ = names::validate(service, operation, &params).map_err(|error| error.to_string());
    }
    if let Ok(request) = Request::parse(service, operation, params) {
        let again = Request::parse(request.service(), request.name(), request.params());
        assert_eq!(again.as_ref(), Ok(&request), "a request survives JSON");
        let _ = request.needs();
    }
}

/// A resource on the first line, a policy on the others: read, written down and read again, put on a user and on a resource, and
/// evaluated for everybody. What is decided is the same with a trace and without, and the trace says what decided.
pub fn policy(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (resource, document) = text.split_once('\n').unwrap_or((&text, ""));
    let read = Document::read(document);
    if let Err(malformed) = &read {
        let (line, column) = malformed.place(document);
        assert!(line > 0 && column > 0, "places count from 1");
    }
    let Ok(document) = read else { return };
    let again: Document = serde_json::from_value(serde_json::json!(document.text())).expect("what was read once is read again");
    assert_eq!(again.policy(), document.policy());
    let keys = Context::of([("aws:username", "kim"), ("aws:SourceIp", "203.0.113.17"), ("aws:CurrentTime", "2026-01-01T00:00:00Z")]);
    let callers =
        [Caller::admin(AccountId::OWN), Caller::admin(AccountId::PARTNER), Caller::Root { account: AccountId::OWN }, Caller::Anonymous];
    for caller in callers {
        let mut identity = Identity::plain(&caller);
        let mut hung = Resource::of(AccountId::OWN);
        let label = |kind| Label { kind, holder: Holder::User("kim".into()), name: "p".into(), arn: None };
        identity.policies.push(Attached { label: label(PolicyKind::Identity), document: &document });
        hung.policies.push(Attached { label: label(PolicyKind::Resource), document: &document });
        let asked = Asked { caller: &caller, identity: &identity, action: "s3:GetObject", resource, keys: &keys };
        let mut notes = Notes::kept();
        let verdict = decide(&asked, &hung, &mut notes);
        assert_eq!(verdict, decide(&asked, &hung, &mut Notes::default()), "looking on changes nothing");
        assert!(notes.looks().iter().any(|look| look.decides), "something decides");
    }
}

/// An event pattern on the first line, an event on the others. A pattern that is read reads the same way again, and matches alike.
pub fn event_pattern(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (pattern, event) = text.split_once('\n').unwrap_or((&text, ""));
    let event = json_documents::parse(event).unwrap_or_else(|_| Value::Object(serde_json::Map::new()));
    if let Ok(read) = Pattern::parse(pattern) {
        assert_eq!(Pattern::parse(pattern).map(|again| again.matches(&event)), Ok(read.matches(&event)));
    }
}

/// A filter policy of SNS, in both scopes. One that is read is kept as its text.
pub fn filter_policy(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for scope in [Scope::MessageAttributes, Scope::MessageBody] {
        if let Ok(Some(policy)) = FilterPolicy::read(&text, scope) {
            assert_eq!(policy.text(), text);
        }
    }
}

/// The file of the progress, or an export: what is read is within bounds, and is written and read again as the same.
pub fn progress(data: &[u8]) {
    if let Ok(saved) = book::parse(&String::from_utf8_lossy(data)) {
        assert_eq!(saved.progress.clone().bounded(), saved.progress, "what is read is within bounds");
        assert_eq!(saved.to_text().map(|text| book::parse(&text)), Ok(Ok(saved)));
    }
}

/// A `lab.ron`, used as a text of the lab as well: it is refused with a place, or looked over, drawn and set up.
pub fn lab(data: &[u8]) {
    let files = [("lab.ron".to_owned(), data.to_vec()), ("en.ftl".to_owned(), data.to_vec()), ("a.sh".to_owned(), b"aws s3 ls".to_vec())];
    let Ok(lab) = labs::load(labs::Pack::new(labs::Source::default(), files.into())) else { return };
    let complaints = labs::lint(&lab);
    let lab = std::sync::Arc::new(lab);
    // what is not refused can be begun, or says why not
    if let Ok((mut attempt, begun)) = labs::Attempt::begin(&lab, labs::Mode::Challenge, 1) {
        attempt.observe(&begun.sandbox, 1);
        assert!(!complaints.is_empty() || !attempt.tasks().is_empty(), "a lab without tasks is complained of");
    }
}

/// A saved attempt: what is read is written and read again as the same.
pub fn save(data: &[u8]) {
    if let Ok(save) = labs::Save::parse(&String::from_utf8_lossy(data)) {
        assert_eq!(labs::Save::parse(&save.to_text()), Ok(save));
    }
}

fn world() -> (Shell, Sandbox, MemoryFiles) {
    let files = MemoryFiles::default().with("rules.json", r#"{"Rules": []}"#).with("body", b"hello");
    (Shell::new(REGION), Sandbox::new(SimTime::START, 1), files)
}

fn check(step: &Step) {
    let line = step.jsonl();
    assert!(!line.contains('\n') && serde_json::from_str::<Value>(&line).is_ok(), "not one line of JSON: {line}");
    assert_eq!(step.ok(), step.exit() == 0, "exit codes tell failure: {line}");
}
