//! The checks of a lab: their lines are reads, their numbers are numbers, their times fit into the lab's.

use skylab_cloud::SERVICES;
use skylab_terminal::{
    lex::{self, Line},
    query::Query,
};

use super::{
    super::{Amount, Check, Lab, Told},
    Linter,
};

/// How the names of AWS's reads begin.
const READS: &[&str] = &["get-", "list-", "head-", "describe-", "lookup-", "batch-get-", "query", "scan", "ls"];

/// Every check of a lab with its path in `lab.ron`, those within others included.
pub fn all(lab: &Lab) -> Vec<(String, &Check)> {
    let mut found = Vec::new();
    for (n, task) in lab.file.tasks.iter().enumerate() {
        walk(&task.check, format!("tasks[{n}].check"), &mut found);
    }
    for (n, checkpoint) in lab.file.checkpoints.iter().enumerate() {
        if let Some(check) = &checkpoint.when {
            walk(check, format!("checkpoints[{n}].when"), &mut found);
        }
    }
    for (n, step) in lab.file.walkthrough.iter().enumerate() {
        for (m, (_, check)) in step.predict.iter().enumerate() {
            walk(check, format!("walkthrough[{n}].predict[{m}][1]"), &mut found);
        }
    }
    found
}

fn walk<'a>(check: &'a Check, path: String, found: &mut Vec<(String, &'a Check)>) {
    match check {
        Check::All(checks) | Check::Any(checks) => {
            let name = if matches!(check, Check::All(_)) { "all" } else { "any" };
            for (n, inner) in checks.iter().enumerate() {
                walk(inner, format!("{path}.{name}[0][{n}]"), found);
            }
        }
        Check::Not(inner) => walk(inner, format!("{path}.not[0]"), found),
        Check::After { first, then } => {
            walk(first, format!("{path}.after.first"), found);
            walk(then, format!("{path}.after.then"), found);
        }
        _ => {}
    }
    found.push((path, check));
}

/// See the module.
pub(super) fn lint(linter: &mut Linter<'_>) {
    for (path, check) in all(linter.lab) {
        match check {
            Check::Query { call, path: inside, is, at_least, at_most, has } => {
                read(linter, &format!("{path}.query.call"), call);
                if let Some(inside) = inside {
                    jmespath(linter, &format!("{path}.query.path"), inside);
                }
                let n = [is.is_some(), at_least.is_some(), at_most.is_some(), has.is_some()].into_iter().filter(|it| *it).count();
                if n != 1 {
                    linter.complain(&path, Told::new("lint-query-wants-one"));
                }
                for (name, amount) in [("at_least", at_least), ("at_most", at_most)] {
                    if let Some(amount) = amount {
                        number(linter, &format!("{path}.query.{name}"), amount, i128::MIN);
                    }
                }
            }
            Check::Fails { call, code, .. } => {
                line(linter, &format!("{path}.fails.call"), call);
                word(linter, &format!("{path}.fails.code"), code);
            }
            Check::Trail { call, .. } => operation(linter, &format!("{path}.trail.call"), call),
            Check::Reads { failed_max, over } => {
                number(linter, &format!("{path}.reads.failed_max"), failed_max, 0);
                linter.length(&format!("{path}.reads.over"), over);
            }
            Check::Restore { within, .. } => linter.length(&format!("{path}.restore.within"), within),
            Check::Cost { below_usd, over } => {
                number(linter, &format!("{path}.cost.below_usd"), below_usd, 1);
                linter.length(&format!("{path}.cost.over"), over);
            }
            Check::All(checks) | Check::Any(checks) if checks.is_empty() => linter.complain(&path, Told::new("lint-no-checks")),
            Check::All(_) | Check::Any(_) | Check::Not(_) | Check::After { .. } => {}
        }
    }
}

/// A line that asks AWS, and changes nothing.
fn read(linter: &mut Linter<'_>, path: &str, call: &str) {
    line(linter, path, call);
    let Ok(Line::Command(words)) = lex::lex(call, &lex::Vars::new()) else { return };
    let name = words.iter().skip(2).map(|word| word.text.as_str()).find(|word| !word.starts_with('-')).unwrap_or_default();
    if !READS.iter().any(|read| name.starts_with(read)) {
        linter.complain(path, Told::new("lint-no-read").with("call", call));
    }
}

fn line(linter: &mut Linter<'_>, path: &str, call: &str) {
    let is_aws =
        matches!(lex::lex(call, &lex::Vars::new()), Ok(Line::Command(words)) if words.first().is_some_and(|word| word.text == "aws"));
    if !is_aws {
        linter.complain(path, Told::new("lint-no-call").with("call", call));
    }
}

fn jmespath(linter: &mut Linter<'_>, path: &str, inside: &str) {
    for values in linter.drawn {
        if let Err(error) = Query::parse(&values.fill(inside)) {
            return linter.complain(path, Told::new("lint-jmespath").with("what", error.message));
        }
    }
}

fn operation(linter: &mut Linter<'_>, path: &str, call: &str) {
    let known = call.split_once(':').is_some_and(|(service, operation)| {
        let operations = SERVICES.iter().find(|(name, _)| *name == service);
        operations.is_some_and(|(_, operations)| operations.iter().any(|(name, _)| *name == operation))
    });
    if !known {
        linter.complain(path, Told::new("lint-no-operation").with("call", call));
    }
}

fn word(linter: &mut Linter<'_>, path: &str, text: &str) {
    if text.trim().is_empty() {
        linter.complain(path, Told::new("lint-empty"));
    }
}

fn number(linter: &mut Linter<'_>, path: &str, amount: &Amount, least: i128) {
    if linter.drawn.iter().any(|values| values.number(amount).is_none_or(|number| number < least)) {
        linter.complain(path, Told::new("lint-amount"));
    }
}
