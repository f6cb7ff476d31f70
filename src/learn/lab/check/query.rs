//! Checks that ask with a line: `query`, `fails`; and `trail`, which asks the learner's own calls.

use serde_json::Value as Json;
use skylab_cloud::journal::{EventKind, Input};
use skylab_terminal::{
    failure::Failure,
    files::MemoryFiles,
    query::Query,
    shell::Shell,
    step::{Printed, Step},
};

use super::{
    super::{
        Amount, Arg, Check, Told,
        amount::written,
        start::{REGION, run_line},
    },
    Finding, Scene,
};
use skylab_cloud::Sandbox;

/// Longest part of an answer that is shown.
const MAX_SHOWN: usize = 160;

/// Runs a line on a copy.
fn ask(line: &str, scene: Scene<'_>) -> Option<Step> {
    let mut copy = Sandbox::beside(scene.sandbox.world());
    run_line(&mut Shell::new(REGION.name()), &mut copy, &mut MemoryFiles::default(), line)
}

/// See [`Check::Query`].
pub(super) fn query(check: &Check, scene: Scene<'_>) -> Finding {
    let Check::Query { call, path, is, at_least, at_most, has } = check else {
        return Finding { holds: false, expected: Told::new("check-nothing"), seen: Told::new("check-nothing") };
    };
    let values = scene.values;
    let asked = |key: &'static str, wanted: String| {
        let told = Told::new(key).with("call", values.fill(call)).with("wanted", wanted);
        match path {
            Some(path) => told.with("path", values.fill(path)),
            None => told.with("path", "@"),
        }
    };
    let answer = answer(&values.fill(call), path.as_ref().map(|path| values.fill(path)).as_deref(), scene);
    let number = |amount: &Amount| values.number(amount).unwrap_or_default();
    let seen_number = answer.as_ref().ok().and_then(|json| Amount::parse(&json.to_string()));
    let (holds, expected) = match (is, at_least, at_most, has) {
        (Some(wanted), ..) => {
            let wanted = values.json(wanted);
            (answer.as_ref().is_ok_and(|answer| same(answer, &wanted)), asked("check-query-is", shown(&wanted)))
        }
        (_, Some(low), ..) => (seen_number.is_some_and(|seen| seen >= number(low)), asked("check-query-at-least", written(number(low)))),
        (_, _, Some(high), _) => {
            (seen_number.is_some_and(|seen| seen <= number(high)), asked("check-query-at-most", written(number(high))))
        }
        (_, _, _, Some(wanted)) => {
            let wanted = values.json(wanted);
            let holds = |answer: &Json| answer.as_array().is_some_and(|items| items.iter().any(|item| same(item, &wanted)));
            (answer.as_ref().is_ok_and(holds), asked("check-query-has", shown(&wanted)))
        }
        _ => (answer.is_ok(), asked("check-query-answers", String::new())),
    };
    Finding { holds, expected, seen: seen(&answer) }
}

/// Numbers are equal by value, whatever they are written as.
fn same(a: &Json, b: &Json) -> bool {
    match (a, b) {
        (Json::Number(a), Json::Number(b)) => a == b || a.as_f64() == b.as_f64(),
        _ => a == b,
    }
}

/// What a line answers, or the part of it that a path names.
fn answer(line: &str, path: Option<&str>, scene: Scene<'_>) -> Result<Json, Failure> {
    let Some(step) = ask(line, scene) else { return Ok(Json::Null) };
    if let Some(failure) = step.error {
        return Err(failure);
    }
    let whole = match step.output {
        Printed::Json(json) => json,
        Printed::Text(text) => Json::from(text.trim_end()),
        Printed::Nothing => Json::Null,
    };
    let Some(path) = path else { return Ok(whole) };
    let searched = Query::parse(path).and_then(|query| query.search(&whole));
    searched.map_err(|error| Failure::general("Query", error.message))
}

fn seen(answer: &Result<Json, Failure>) -> Told {
    match answer {
        Ok(Json::Null) => Told::new("check-seen-nothing"),
        Ok(json) => Told::new("check-seen-answer").with("answer", shown(json)),
        Err(failure) => Told::new("check-seen-refused").with("code", failure.code.as_str()),
    }
}

/// A text without its quotes, anything else as JSON; long ones cut.
fn shown(json: &Json) -> String {
    let text = json.as_str().map_or_else(|| json.to_string(), str::to_owned);
    match text.char_indices().nth(MAX_SHOWN) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

/// See [`Check::Fails`].
pub(super) fn fails(call: &str, by: Option<&str>, code: &str, scene: Scene<'_>) -> Finding {
    let call = scene.values.fill(call);
    let who = by.map(|name| scene.values.fill(name));
    let line = match who.as_deref() {
        None => call.clone(),
        Some("anonymous") => format!("{call} --no-sign-request"),
        Some(name) => format!("{call} --profile {name}"),
    };
    let expected = Told::new("check-fails").with("call", call).with("code", code);
    let expected = expected.with("by", who.as_deref().map_or(Arg::Told(Box::new(Told::new("check-by-admin"))), Arg::from));
    match ask(&line, scene).and_then(|step| step.error) {
        Some(failure) => {
            Finding { holds: failure.code == code, expected, seen: Told::new("check-seen-refused").with("code", failure.code) }
        }
        None => Finding { holds: false, expected, seen: Told::new("check-seen-answered") },
    }
}

/// See [`Check::Trail`].
pub(super) fn trail(call: &str, code: Option<&str>, scene: Scene<'_>) -> Finding {
    let inputs = scene.sandbox.inputs();
    let mut others = Vec::new();
    let mut n_called = 0;
    let mut holds = false;
    for event in scene.sandbox.events() {
        let EventKind::Answered(refusal) = &event.kind else { continue };
        let Some(Input::Call { request, .. }) = inputs.get(event.input).map(|stamped| &stamped.input) else { continue };
        if format!("{}:{}", request.service(), request.name()) != call {
            continue;
        }
        n_called += 1;
        let answered = refusal.as_ref().map(|error| error.code.as_ref());
        holds |= answered == code;
        if answered != code {
            others.push(answered.unwrap_or("OK").to_owned());
        }
    }
    let expected = match code {
        Some(code) => Told::new("check-trail-refused").with("call", call).with("code", code),
        None => Told::new("check-trail").with("call", call),
    };
    let seen = match others.last() {
        _ if holds => Told::new("check-seen-called").count("n", n_called),
        None => Told::new("check-seen-not-called"),
        Some(last) if last == "OK" => Told::new("check-seen-answered"),
        Some(last) => Told::new("check-seen-refused").with("code", last.as_str()),
    };
    Finding { holds, expected, seen }
}
