//! Whether a lab holds together: ids, points, times, variables, lines, files and texts. It runs nothing; the proof does.

mod checks;
mod lines;
mod texts;

use std::{collections::BTreeSet, path::Path};

use skylab_cloud::{SERVICES, bounds::Refused, clock::SimTime, names};
use skylab_terminal::sim::{Span, span};

use super::{Complaint, Lab, Mode, Told, Values, When, check, limits, texts_of::languages, values};
use crate::learn::course::Course;

/// Everything that is wrong with a lab as it stands in its files.
pub fn lint(lab: &Lab) -> Vec<Complaint> {
    let drawn: Vec<Values> = match Mode::ALL.into_iter().map(|mode| values(lab, mode, 0)).collect() {
        Ok(drawn) => drawn,
        Err(complaint) => return vec![complaint],
    };
    let mut linter = Linter { lab, drawn: &drawn, found: Vec::new() };
    linter.sizes();
    if !linter.found.is_empty() {
        return linter.found; // what is too large is not looked at further
    }
    linter.head();
    linter.times();
    linter.tasks();
    linter.services();
    checks::lint(&mut linter);
    lines::lint(&mut linter);
    linter.files();
    let mut found = linter.found;
    for lang in languages() {
        found.extend(texts::lint(lab, lang));
    }
    found
}

/// Collects complaints.
pub(super) struct Linter<'a> {
    pub lab: &'a Lab,
    /// The variables in each mode.
    pub drawn: &'a [Values],
    pub found: Vec<Complaint>,
}

impl Linter<'_> {
    /// Complains about a value of `lab.ron`.
    pub fn complain(&mut self, path: &str, told: Told) {
        self.found.push(self.lab.complaint(path, told));
    }

    fn sizes(&mut self) {
        let file = &self.lab.file;
        let most = limits::MAX_ENTRIES;
        let counts = [
            ("tasks", file.tasks.len(), limits::MAX_TASKS),
            ("setup", file.setup.len(), most),
            ("load", file.load.len(), most),
            ("faults", file.faults.len(), most),
            ("checkpoints", file.checkpoints.len(), most),
            ("walkthrough", file.walkthrough.len(), most),
            ("proof.references", file.proof.references.len(), most),
            ("proof.decoys", file.proof.decoys.len(), most),
            ("proof.withhold", file.proof.withhold.len(), most),
            ("allowed", file.allowed.len(), most),
            ("locked", file.locked.len(), most),
        ];
        for (path, n, max) in counts.into_iter().filter(|(_, n, max)| n > max) {
            self.complain(path, Told::new("lint-too-many").count("n", n).count("max", max));
        }
        let n_checks = checks::all(self.lab).len();
        if n_checks > limits::MAX_CHECKS {
            self.complain("tasks", Told::new("lint-too-many-checks").count("n", n_checks).count("max", limits::MAX_CHECKS));
        }
        if file.proof.seeds > limits::MAX_SEEDS {
            self.complain("proof.seeds", Told::new("lint-too-many").count("n", file.proof.seeds).count("max", limits::MAX_SEEDS));
        }
    }

    fn head(&mut self) {
        let file = &self.lab.file;
        self.id("id", &file.id);
        if file.tasks.is_empty() {
            self.complain("tasks", Told::new("lint-no-tasks"));
        }
        for (n, section) in file.sections.iter().enumerate() {
            if Course::packed().section(section).is_none() {
                self.complain(&format!("sections[{n}]"), Told::new("lint-no-section").with("section", section.as_str()));
            }
        }
        for (part, ids) in [
            ("tasks", file.tasks.iter().map(|task| &task.id).collect::<Vec<_>>()),
            ("checkpoints", file.checkpoints.iter().map(|checkpoint| &checkpoint.id).collect()),
            ("walkthrough", file.walkthrough.iter().map(|step| &step.id).collect()),
        ] {
            let mut seen = BTreeSet::new();
            for (n, id) in ids.into_iter().enumerate() {
                let path = format!("{part}[{n}].id");
                self.id(&path, id);
                if !seen.insert(id) {
                    self.complain(&path, Told::new("lint-twice").with("id", id.as_str()));
                }
            }
        }
        if file.walkthrough.is_empty() {
            self.complain("walkthrough", Told::new("lint-no-walkthrough"));
        }
        if file.proof.seeds == 0 {
            self.complain("proof.seeds", Told::new("lint-no-seeds"));
        }
        if file.proof.references.is_empty() {
            self.complain("proof.references", Told::new("lint-no-references"));
        }
        if file.proof.decoys.is_empty() {
            self.complain("proof.decoys", Told::new("lint-no-decoys"));
        }
        if file.proof.withhold.is_empty() {
            self.complain("proof.withhold", Told::new("lint-no-withhold"));
        }
    }

    /// Ids become text keys and file names.
    fn id(&mut self, path: &str, id: &str) {
        let plain = id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        let good = plain && id.starts_with(|c: char| c.is_ascii_lowercase()) && !id.ends_with('-') && id.len() <= limits::MAX_ID_BYTES;
        if !good {
            self.complain(path, Told::new("lint-id").with("id", id).count("max", limits::MAX_ID_BYTES));
        }
    }

    fn tasks(&mut self) {
        let sum: u64 = self.lab.file.tasks.iter().map(|task| u64::from(task.points)).sum();
        if sum != 100 && !self.lab.file.tasks.is_empty() {
            self.complain("tasks[0].points", Told::new("lint-points").count("sum", sum));
        }
        for (n, task) in self.lab.file.tasks.iter().enumerate() {
            if task.points == 0 {
                self.complain(&format!("tasks[{n}].points"), Told::new("lint-no-points").with("id", task.id.as_str()));
            }
            if let When::HeldFor(text) = &task.when {
                self.length(&format!("tasks[{n}].when.held_for[0]"), text);
            }
        }
    }

    fn times(&mut self) {
        self.length("time_limit", &self.lab.file.time_limit);
        for (n, checkpoint) in self.lab.file.checkpoints.iter().enumerate() {
            let path = format!("checkpoints[{n}]");
            if checkpoint.at.is_some() == checkpoint.when.is_some() {
                self.complain(&path, Told::new("lint-checkpoint").with("id", checkpoint.id.as_str()));
            }
            if let Some(at) = &checkpoint.at {
                self.length(&format!("{path}.at"), at);
            }
        }
        if let Some(budget) = &self.lab.file.budget_usd
            && self.drawn.iter().any(|values| values.number(budget).is_none_or(|usd| usd <= 0))
        {
            self.complain("budget_usd", Told::new("lint-amount"));
        }
    }

    /// Complains about a text that is no length of time, or longer than the lab.
    pub fn length(&mut self, path: &str, text: &str) {
        for values in self.drawn {
            let limit = check::length(&self.lab.file.time_limit, values);
            match span(&values.fill(text)) {
                Err(_) => return self.complain(path, Told::new("lint-length").with("text", text)),
                Ok(Span { months: 0, millis: 0 }) => return self.complain(path, Told::new("lint-no-time")),
                Ok(length) if path != "time_limit" && after(length) > after(limit) => {
                    let limit = super::Arg::Span(limit);
                    return self.complain(path, Told::new("lint-too-long").with("text", text).with("limit", limit));
                }
                Ok(_) => {}
            }
        }
    }

    fn services(&mut self) {
        let file = &self.lab.file;
        for (n, service) in file.allowed.iter().enumerate() {
            if !SERVICES.iter().any(|(name, _)| name == service) {
                self.complain(&format!("allowed[{n}]"), Told::new("lint-no-service").with("service", service.as_str()));
            }
        }
        for (part, calls) in [("locked", &file.locked), ("proof.withhold", &file.proof.withhold)] {
            for (n, call) in calls.iter().enumerate() {
                if !is_known(call) {
                    self.complain(&format!("{part}[{n}]"), Told::new("lint-no-operation").with("call", call.as_str()));
                }
            }
        }
    }

    /// Scripts that are named must be there, and each script that is there must be named.
    fn files(&mut self) {
        let proof = &self.lab.file.proof;
        let mut named = BTreeSet::new();
        let references = proof.references.iter().enumerate().map(|(n, script)| (format!("proof.references[{n}]"), script));
        let decoys = proof.decoys.iter().enumerate().map(|(n, (script, _))| (format!("proof.decoys[{n}][0]"), script));
        for (path, script) in references.chain(decoys) {
            if !named.insert(script.as_str()) {
                self.complain(&path, Told::new("lint-twice").with("id", script.as_str()));
            }
            if self.lab.pack.text(script).is_none() {
                self.complain(&path, Told::new("lint-no-script").with("script", script.as_str()));
            }
        }
        for (n, (_, task)) in proof.decoys.iter().enumerate() {
            if !self.lab.file.tasks.iter().any(|it| it.id == *task) {
                self.complain(&format!("proof.decoys[{n}][1]"), Told::new("lint-no-task").with("task", task.as_str()));
            }
        }
        for path in self
            .lab
            .pack
            .files
            .keys()
            .filter(|path| Path::new(path).extension().is_some_and(|end| end == "sh") && !named.contains(path.as_str()))
        {
            self.found.push(Complaint::of_file(path, Told::new("lint-stray-script").with("script", path.as_str())));
        }
    }
}

/// When a length of time from the start is over.
fn after(length: Span) -> SimTime {
    check::moment(SimTime::START, length)
}

/// True for an operation, with or without an option, that is modelled.
fn is_known(call: &str) -> bool {
    let Some(refused) = Refused::parse(call) else { return false };
    let operations = SERVICES.iter().find(|(name, _)| *name == refused.service).map_or(&[][..], |(_, operations)| *operations);
    if !operations.iter().any(|(name, _)| *name == refused.operation) {
        return false;
    }
    let Some(member) = refused.member else { return true };
    let Some(service) = names::service(&refused.service) else { return false };
    let Some(operation) = service.operation(&refused.operation) else { return false };
    service.input_members(operation).iter().any(|it| it.name == member)
}
