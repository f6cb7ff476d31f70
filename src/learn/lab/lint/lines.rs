//! The variables of a lab: whatever a line names is declared, and whatever is declared is named somewhere.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::{
    super::{Amount, Check, Complaint, Place, Pool, Told, texts_of::text_variables, vars::variables},
    Linter,
    checks::all,
};

/// See the module.
pub(super) fn lint(linter: &mut Linter<'_>) {
    let file = &linter.lab.file;
    let declared: BTreeSet<&str> = file.vars.keys().map(String::as_str).collect();
    let mut used: BTreeSet<String> = BTreeSet::new();
    for (path, text) in lines(linter) {
        for name in variables(&text) {
            used.insert(name.to_owned());
            if !declared.contains(name) {
                linter.complain(&path, Told::new("lint-no-var").with("name", name));
            }
        }
    }
    scripts(linter, &declared, &mut used);
    used.extend(text_variables(linter.lab));
    let besides = file.vars.values().chain(file.challenge.vars.values());
    used.extend(besides.filter_map(|pool| if let Pool::Beside(other, _) = pool { Some(other.clone()) } else { None }));
    for name in declared.iter().filter(|name| !used.contains(**name)) {
        linter.complain(&format!("vars.{name}"), Told::new("lint-unused-var").with("name", *name));
    }
    for name in file.challenge.vars.keys().filter(|name| !declared.contains(name.as_str())) {
        linter.complain(&format!("challenge.vars.{name}"), Told::new("lint-no-var").with("name", name.as_str()));
    }
}

/// Every text of `lab.ron` in which variables are filled in, with its path.
fn lines(linter: &Linter<'_>) -> Vec<(String, String)> {
    let file = &linter.lab.file;
    let mut found = vec![("time_limit".to_owned(), file.time_limit.clone())];
    for (part, lines) in [("setup", &file.setup), ("load", &file.load), ("faults", &file.faults)] {
        found.extend(lines.iter().enumerate().map(|(n, line)| (format!("{part}[{n}]"), line.clone())));
    }
    for (n, step) in file.walkthrough.iter().enumerate() {
        found.extend(step.acts.iter().enumerate().map(|(m, act)| (format!("walkthrough[{n}].acts[{m}]"), act.clone())));
    }
    found.extend(file.checkpoints.iter().enumerate().filter_map(|(n, it)| Some((format!("checkpoints[{n}].at"), it.at.clone()?))));
    if let Some(Amount::Text(text)) = &file.budget_usd {
        found.push(("budget_usd".to_owned(), text.clone()));
    }
    for (path, check) in all(linter.lab) {
        let texts = texts_of_check(check);
        found.extend(texts.into_iter().map(|(name, text)| (format!("{path}.{name}"), text)));
    }
    found
}

fn texts_of_check(check: &Check) -> Vec<(&'static str, String)> {
    let amount = |amount: &Amount| if let Amount::Text(text) = amount { text.clone() } else { String::new() };
    let json = |value: &Json| if let Json::String(text) = value { text.clone() } else { value.to_string() };
    match check {
        Check::Query { call, path, is, at_least, at_most, has } => vec![
            ("query.call", call.clone()),
            ("query.path", path.clone().unwrap_or_default()),
            ("query.is", is.as_ref().map(json).unwrap_or_default()),
            ("query.at_least", at_least.as_ref().map(amount).unwrap_or_default()),
            ("query.at_most", at_most.as_ref().map(amount).unwrap_or_default()),
            ("query.has", has.as_ref().map(json).unwrap_or_default()),
        ],
        Check::Fails { call, by, .. } => vec![("fails.call", call.clone()), ("fails.as", by.clone().unwrap_or_default())],
        Check::Reads { failed_max, over } => vec![("reads.failed_max", amount(failed_max)), ("reads.over", over.clone())],
        Check::Restore { bucket, key, within } => {
            vec![("restore.bucket", bucket.clone()), ("restore.key", key.clone()), ("restore.within", within.clone())]
        }
        Check::Cost { below_usd, over } => vec![("cost.below_usd", amount(below_usd)), ("cost.over", over.clone())],
        Check::Trail { .. } | Check::All(_) | Check::Any(_) | Check::Not(_) | Check::After { .. } => Vec::new(),
    }
}

/// The variables of scripts; those are text without a shape, so that each line has its own place.
fn scripts(linter: &mut Linter<'_>, declared: &BTreeSet<&str>, used: &mut BTreeSet<String>) {
    let proof = &linter.lab.file.proof;
    let named = proof.references.iter().chain(proof.decoys.iter().map(|(script, _)| script));
    let mut found = Vec::new();
    for script in named {
        let Some(text) = linter.lab.pack.text(script) else { continue };
        for name in variables(text) {
            used.insert(name.to_owned());
            if !declared.contains(name) {
                let place = text.find(&format!("{{{name}}}")).map(|at| Place::of(text, at));
                found.push(Complaint::at(script, place, Told::new("lint-no-var").with("name", name)));
            }
        }
    }
    linter.found.extend(found);
}
