//! The proof of a lab: references and decoys are played for several seeds in both modes, once as they are and once with what the lab teaches
//! refused in the kernel.

use std::{collections::BTreeMap, sync::Arc};

use skylab_cloud::{Sandbox, bounds::Refused, clock::SimTime};

use super::{
    Arg, Attempt, Check, Complaint, Finding, Grade, Lab, Mode, State, Told, Values,
    check::{self, Firsts, Scene},
    play::{REFUSED, Script, new_shell, play, play_in},
    start, values,
};

/// What is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Player {
    /// Nothing at all.
    Nobody,
    /// The walkthrough's acts.
    Walkthrough,
    /// The reference of that number.
    Reference(usize),
    /// The decoy of that number.
    Decoy(usize),
}

/// One play, and what came of it.
#[derive(Clone, Debug)]
pub struct Run {
    /// Who played.
    pub player: Player,
    /// Numbers of the lab.
    pub mode: Mode,
    /// Its variables.
    pub seed: u64,
    /// Whether what is taught was refused.
    pub withheld: bool,
    /// What went wrong on the way.
    pub failed: Vec<Complaint>,
    /// When the script was over.
    pub over: SimTime,
    /// When the lab is.
    pub end: SimTime,
    /// The grade; `None` if it could not be set up.
    pub grade: Option<Grade>,
    /// The steps whose predictions have no right answer, or several.
    pub undecided: Vec<String>,
    /// Tasks that were met before anything was done.
    pub met_before: Vec<(String, Finding)>,
    /// Checkpoints that were not reached.
    pub unreached: Vec<String>,
}

/// Every mode and seed that a proof tries; each is independent of the others.
pub fn rounds(lab: &Lab) -> Vec<(Mode, u64)> {
    let seeds = u64::from(lab.file.proof.seeds.clamp(1, super::limits::MAX_SEEDS));
    Mode::ALL.into_iter().flat_map(|mode| (1..=seeds).map(move |seed| (mode, seed))).collect()
}

/// Who plays in a round, as it is and with what the lab teaches withheld.
pub fn plays(lab: &Lab, mode: Mode) -> Vec<(Player, bool)> {
    let proof = &lab.file.proof;
    let scripts = (0..proof.references.len()).map(Player::Reference).chain((0..proof.decoys.len()).map(Player::Decoy));
    let walks = mode == Mode::Walkthrough && !lab.file.walkthrough.is_empty();
    let players = walks.then_some(Player::Walkthrough).into_iter().chain(scripts);
    [(Player::Nobody, false)].into_iter().chain(players.flat_map(|player| [(player, false), (player, true)])).collect()
}

/// One mode with one seed.
pub struct Round<'a> {
    lab: &'a Arc<Lab>,
    mode: Mode,
    seed: u64,
    values: Values,
    /// Grades by the world from which they follow: withheld plays often end in the same one.
    grades: BTreeMap<String, Grade>,
}

impl<'a> Round<'a> {
    /// The round, nothing played yet.
    pub fn new(lab: &'a Arc<Lab>, mode: Mode, seed: u64) -> Result<Self, Complaint> {
        let values = values(lab, mode, seed)?;
        Ok(Self { lab, mode, seed, values, grades: BTreeMap::new() })
    }

    /// The run of somebody for whom the lab could not be set up.
    fn nothing(&self, player: Player, complaint: Complaint) -> Run {
        let (mode, seed, over) = (self.mode, self.seed, SimTime::START);
        let (failed, grade) = (vec![complaint], None);
        let (undecided, met_before, unreached) = (Vec::new(), Vec::new(), Vec::new());
        Run { player, mode, seed, withheld: false, failed, over, end: over, grade, undecided, met_before, unreached }
    }

    /// Lets somebody play.
    pub fn run(&mut self, player: Player, withheld: bool) -> Run {
        let refused: Vec<Refused> = self.lab.file.proof.withhold.iter().filter(|_| withheld).filter_map(|it| Refused::parse(it)).collect();
        let begun = match start::start(self.lab, &self.values, self.seed, &refused) {
            Ok(begun) => begun,
            Err(complaint) => return self.nothing(player, complaint),
        };
        let mut sandbox = begun.sandbox;
        let mut attempt = Attempt::of(self.lab, self.mode, self.seed, self.values.clone(), sandbox.now());
        attempt.look(&sandbox);
        let met = attempt.tasks().into_iter().filter(|task| task.verdict.state == State::Met);
        let met_before = met.map(|task| (task.id, task.verdict.finding)).collect();
        let (failed, undecided) = self.play(player, &attempt, &mut sandbox, withheld);
        let over = sandbox.now();
        let grade = self.grade(&attempt, &sandbox);
        attempt.look(&sandbox);
        let unreached = attempt.checkpoints(&sandbox).into_iter().filter(|view| view.restart.is_none()).map(|view| view.id).collect();
        let (mode, seed, end) = (self.mode, self.seed, attempt.end());
        Run { player, mode, seed, withheld, failed, over, end, grade: Some(grade), undecided, met_before, unreached }
    }

    fn play(&self, player: Player, attempt: &Attempt, sandbox: &mut Sandbox, withheld: bool) -> (Vec<Complaint>, Vec<String>) {
        let proof = &self.lab.file.proof;
        let name = match player {
            Player::Nobody => return (Vec::new(), Vec::new()),
            Player::Walkthrough => return self.walk(attempt, sandbox, withheld),
            Player::Reference(n) => &proof.references[n],
            Player::Decoy(n) => &proof.decoys[n].0,
        };
        let Some(text) = self.lab.pack.text(name) else { return (Vec::new(), Vec::new()) };
        let script = Script { name, text, values: &self.values };
        let failed = play(script, sandbox, &mut self.lab.pack.script_files(), withheld, |_| {}).failed;
        (failed, Vec::new())
    }

    /// Plays the steps of the walkthrough, and asks each prediction afterwards.
    fn walk(&self, attempt: &Attempt, sandbox: &mut Sandbox, withheld: bool) -> (Vec<Complaint>, Vec<String>) {
        let (mut failed, mut undecided) = (Vec::new(), Vec::new());
        // a variable of one act is there in the next, as in the learner's terminal
        let (mut shell, mut files) = (new_shell(), self.lab.pack.script_files());
        for (n, step) in self.lab.file.walkthrough.iter().enumerate() {
            for (m, act) in step.acts.iter().enumerate() {
                let refused = step.refused.as_ref().filter(|_| m + 1 == step.acts.len());
                let text = refused.map_or_else(|| act.clone(), |code| format!("{REFUSED} {code}\n{act}"));
                let script = Script { name: "lab.ron", text: &text, values: &self.values };
                let played = play_in(&mut shell, script, sandbox, &mut files, withheld, |_| {});
                let place = self.lab.place(&format!("walkthrough[{n}].acts[{m}]"));
                failed.extend(played.failed.into_iter().map(|complaint| Complaint { place, ..complaint }));
            }
            let scene = Scene { sandbox, values: &self.values, start: attempt.start() };
            let holds = |check: &Check| check::find(check, scene, &mut Firsts::new()).holds;
            let n_right = step.predict.iter().filter(|(_, check)| holds(check)).count();
            if !step.predict.is_empty() && n_right != 1 {
                undecided.push(step.id.clone());
            }
        }
        (failed, undecided)
    }

    fn grade(&mut self, attempt: &Attempt, sandbox: &Sandbox) -> Grade {
        if attempt.has_past() {
            return attempt.grade(sandbox);
        }
        let key = format!("{:?} {:?}", sandbox.now(), sandbox.world().hashes());
        let known = self.grades.entry(key).or_insert_with(|| attempt.grade(sandbox));
        known.clone()
    }
}

/// What the runs say about a lab: complaints, and what was seen of each decoy.
#[derive(Clone, Debug, Default)]
pub struct Judgement {
    /// What does not hold.
    pub complaints: Vec<Complaint>,
    /// One sentence for each play of the first round: how each decoy failed.
    pub notes: Vec<Told>,
}

/// Judges a lab by its runs, whatever their order.
pub fn judge(lab: &Lab, runs: &[Run]) -> Judgement {
    let mut judgement = Judgement::default();
    let mut discerned: BTreeMap<&str, bool> = lab.file.tasks.iter().map(|task| (task.id.as_str(), false)).collect();
    let mut said: Vec<(Player, bool, &'static str)> = Vec::new();
    for run in runs {
        if !run.withheld
            && let Some(grade) = &run.grade
        {
            for task in grade.tasks.iter().filter(|task| !task.is_met) {
                discerned.insert(lab.file.tasks.iter().find(|it| it.id == task.id).map_or("", |it| it.id.as_str()), true);
            }
        }
        let told = of_run(lab, run);
        // the same thing for another seed is no news
        for complaint in told {
            let mark = (run.player, run.withheld, complaint.told.key);
            if !said.contains(&mark) || complaint.told.key == "lab-step-failed" && !judgement.complaints.contains(&complaint) {
                said.push(mark);
                judgement.complaints.push(complaint);
            }
        }
        if let (Player::Decoy(n), false, Some(grade)) = (run.player, run.withheld, &run.grade)
            && (run.mode, run.seed) == (Mode::Walkthrough, 1)
            && let Some(task) = grade.tasks.iter().find(|task| task.id == lab.file.proof.decoys[n].1 && !task.is_met)
        {
            let told = Told::new("proof-decoy-failed").with("script", lab.file.proof.decoys[n].0.as_str());
            judgement.notes.push(with_finding(told.with("task", task.id.as_str()), &task.finding));
        }
    }
    for (n, task) in lab.file.tasks.iter().enumerate().filter(|(_, task)| discerned.get(task.id.as_str()) == Some(&false)) {
        judgement
            .complaints
            .push(lab.complaint(&format!("tasks[{n}].id"), Told::new("proof-task-discerns-nothing").with("task", task.id.as_str())));
    }
    judgement
}

fn with_finding(told: Told, finding: &Finding) -> Told {
    told.with("expected", finding.expected.clone()).with("seen", finding.seen.clone())
}

fn of_run(lab: &Lab, run: &Run) -> Vec<Complaint> {
    let proof = &lab.file.proof;
    let (file, path) = match run.player {
        Player::Nobody => ("lab.ron", "tasks".to_owned()),
        Player::Walkthrough => ("lab.ron", "walkthrough".to_owned()),
        Player::Reference(n) => (proof.references[n].as_str(), format!("proof.references[{n}]")),
        Player::Decoy(n) => (proof.decoys[n].0.as_str(), format!("proof.decoys[{n}][0]")),
    };
    let seeded = |key: &'static str| {
        let mode = Told::new(if run.mode == Mode::Challenge { "proof-mode-challenge" } else { "proof-mode-walkthrough" });
        Told::new(key).with("script", file).with("mode", mode).count("seed", i64::try_from(run.seed).unwrap_or_default())
    };
    let about = |told: Told| match run.player {
        Player::Nobody | Player::Walkthrough => lab.complaint(&path, told),
        _ => Complaint::of_file(file, told),
    };
    let mut found = Vec::new();
    let Some(grade) = &run.grade else { return run.failed.clone() };
    if !run.withheld {
        found.extend(run.failed.iter().cloned());
    }
    if let Some(why) = &grade.halted {
        found.push(about(seeded("lab-halted").with("why", why.as_str())));
    }
    if run.withheld {
        if grade.is_passed() {
            found.push(lab.complaint("proof.withhold", seeded("proof-passes-without")));
        }
        return found;
    }
    match run.player {
        Player::Nobody => {
            for (task, finding) in &run.met_before {
                let n = lab.file.tasks.iter().position(|it| it.id == *task).unwrap_or_default();
                let told = with_finding(seeded("proof-met-before").with("task", task.as_str()), finding);
                found.push(lab.complaint(&format!("tasks[{n}].check"), told));
            }
            if grade.is_passed() {
                found.push(about(seeded("proof-untouched-passes")));
            }
        }
        Player::Walkthrough | Player::Reference(_) => found.extend(of_solution(lab, run, grade, &seeded, &about)),
        Player::Decoy(n) => {
            let named = &proof.decoys[n].1;
            match grade.tasks.iter().find(|task| task.id == *named) {
                Some(task) if task.is_met && grade.is_passed() => {
                    let told = seeded("proof-decoy-passes").with("task", named.as_str());
                    found.push(about(with_finding(told, &task.finding)));
                }
                Some(task) if task.is_met => {
                    let told = seeded("proof-decoy-fails-other").with("task", named.as_str());
                    let other = grade.failed().map_or("budget_usd", |task| task.id.as_str());
                    found.push(about(with_finding(told.with("other", other), &task.finding)));
                }
                _ => {}
            }
        }
    }
    found
}

fn of_solution(
    lab: &Lab,
    run: &Run,
    grade: &Grade,
    seeded: &dyn Fn(&'static str) -> Told,
    about: &dyn Fn(Told) -> Complaint,
) -> Vec<Complaint> {
    let mut found = Vec::new();
    for task in grade.tasks.iter().filter(|task| !task.is_met) {
        found.push(about(with_finding(seeded("proof-reference-fails").with("task", task.id.as_str()), &task.finding)));
    }
    if run.over > run.end {
        let told = seeded("proof-too-slow").with("over", Arg::Moment(run.over)).with("end", Arg::Moment(run.end));
        found.push(about(told));
    }
    if !grade.within_budget {
        let told = seeded("proof-too-dear").with("paid", grade.paid.map_or(Arg::from("?"), Arg::Usd));
        found.push(about(told));
    }
    if run.player == Player::Walkthrough {
        for step in &run.undecided {
            let n = lab.file.walkthrough.iter().position(|it| it.id == *step).unwrap_or_default();
            found.push(lab.complaint(&format!("walkthrough[{n}].predict"), seeded("proof-undecided").with("step", step.as_str())));
        }
        for id in &run.unreached {
            let n = lab.file.checkpoints.iter().position(|it| it.id == *id).unwrap_or_default();
            found.push(lab.complaint(&format!("checkpoints[{n}]"), seeded("proof-unreached").with("id", id.as_str())));
        }
    }
    found
}
