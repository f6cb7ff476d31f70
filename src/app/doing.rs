//! A lab that is being done in a sandbox: the attempt, the way through its steps, the grade. What is shown of it is `ui::lab`'s.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::stage::{Mark, Stage};
use crate::i18n::{Arg, Lang};
use crate::learn::lab::{Attempt, Complaint, Grade, Lab, Mode, Restart, State, StepView};
use crate::ui::lab::Way;
use crate::ui::result::{self as cards, Card};

/// What begins the name of a lab's sandbox; the lab's id and the mode follow.
const NAME: &str = "lab";

/// The name of the sandbox of a lab in a mode.
pub(super) fn name_of(id: &str, mode: Mode) -> String {
    format!("{NAME}.{id}.{}", mode.name())
}

/// The lab and the mode of a sandbox's name.
pub(super) fn named(name: &str) -> Option<(&str, Mode)> {
    let (id, mode) = name.strip_prefix(NAME)?.strip_prefix('.')?.rsplit_once('.')?;
    Some((id, Mode::named(mode)?))
}

/// See the module.
pub(super) struct Doing {
    pub attempt: Attempt,
    pub way: Way,
    /// How each point of the walkthrough before the present one was left.
    left: Vec<Left>,
    args: Vec<(String, Arg<'static>)>,
    grade: Option<Grade>,
    card: Option<Card>,
}

/// A point of the walkthrough, and the state of the sandbox there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Left {
    step: usize,
    played: bool,
    mark: Mark,
}

/// What is kept of a lab beside its run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeptLab {
    pub id: String,
    pub mode: Mode,
    pub seed: u64,
    hints: std::collections::BTreeMap<String, u8>,
    way: Way,
    left: Vec<Left>,
}

impl Doing {
    /// Begins a lab: the attempt, and the stage that it takes place on.
    pub(super) fn begin(lab: &Arc<Lab>, mode: Mode, seed: u64, lang: Lang) -> Result<(Self, Stage), Complaint> {
        let (attempt, start) = Attempt::begin(lab, mode, seed)?;
        Ok((Self::of(attempt, lang), Stage::of_lab(start)))
    }

    fn of(attempt: Attempt, lang: Lang) -> Self {
        let mut doing = Self { attempt, way: Way::default(), left: Vec::new(), args: Vec::new(), grade: None, card: None };
        doing.speak(lang);
        doing
    }

    /// The same lab as its author has changed it, on a fresh stage; the walkthrough stays where it is as far as there still are steps.
    pub(super) fn reloaded(&self, lab: &Arc<Lab>, lang: Lang) -> Result<(Self, Stage), Complaint> {
        let (attempt, start) = self.attempt.reloaded(lab)?;
        let mut doing = Self::of(attempt, lang);
        doing.way = self.way.clone();
        doing.way.step = doing.way.step.min(doing.attempt.steps().len().saturating_sub(1));
        Ok((doing, Stage::of_lab(start)))
    }

    /// What is kept of it.
    pub(super) fn kept(&self) -> KeptLab {
        KeptLab {
            id: self.attempt.lab().id().to_owned(),
            mode: self.attempt.mode(),
            seed: self.attempt.seed(),
            hints: self.attempt.hints().clone(),
            way: self.way.clone(),
            left: self.left.clone(),
        }
    }

    /// Takes on what was kept.
    pub(super) fn take(&mut self, kept: KeptLab) {
        self.attempt.set_hints(&kept.hints);
        (self.way, self.left) = (kept.way, kept.left);
    }

    /// Fills the texts' arguments, and the card if there is one, in another language.
    pub(super) fn speak(&mut self, lang: Lang) {
        self.args = cards::args(lang, &self.attempt);
        self.card = self.grade.as_ref().map(|grade| cards::card(lang, &self.attempt, grade, ""));
    }

    pub(super) fn args(&self) -> &[(String, Arg<'static>)] {
        &self.args
    }

    pub(super) fn card(&self) -> Option<&Card> {
        self.card.as_ref()
    }

    /// Looks at the sandbox, and gives the tasks that are met since the last look.
    pub(super) fn observe(&mut self, stage: &Stage) -> Vec<String> {
        let met = |attempt: &Attempt| -> Vec<String> {
            let tasks = attempt.tasks().into_iter();
            tasks.filter(|task| task.verdict.state == State::Met).map(|task| task.id).collect()
        };
        let before = met(&self.attempt);
        self.attempt.observe(stage.sandbox(), stage.view().revision);
        met(&self.attempt).into_iter().filter(|id| !before.contains(id)).collect()
    }

    fn step(&self) -> Option<StepView> {
        self.attempt.steps().into_iter().nth(self.way.step)
    }

    fn leave(&mut self, stage: &Stage) {
        self.left.push(Left { step: self.way.step, played: self.way.played, mark: stage.mark() });
    }

    /// Plays the present step's acts, and sees how its prediction turned out.
    pub(super) fn play(&mut self, stage: &mut Stage) {
        let Some(step) = self.step().filter(|step| !step.acts.is_empty() && !self.way.played) else { return };
        self.leave(stage);
        stage.type_lines(&step.acts);
        self.way.played = true;
        self.see(&step, stage);
    }

    /// Goes on to the next step. False at the end.
    pub(super) fn next(&mut self, stage: &Stage) -> bool {
        let n_steps = self.attempt.steps().len();
        if self.way.step + 1 >= n_steps {
            return false;
        }
        // a learner who did it by hand wants to know, too
        if let Some(step) = self.step() {
            self.see(&step, stage);
        }
        self.leave(stage);
        self.way.step += 1;
        self.way.played = false;
        true
    }

    fn see(&mut self, step: &StepView, stage: &Stage) {
        let right = self.attempt.answer(&step.id, stage.sandbox()).and_then(|n| step.options.get(n));
        if let Some(right) = right {
            self.way.seen.entry(step.id.clone()).or_insert_with(|| right.clone());
        }
    }

    /// Goes back to where the point before was left.
    pub(super) fn back(&mut self, stage: &mut Stage) {
        let Some(left) = self.left.pop() else { return };
        (self.way.step, self.way.played) = (left.step, left.played);
        if stage.knows(left.mark) {
            stage.go_to(left.mark, None);
        }
    }

    /// For a clicker: plays the step if it has something to play, else goes on; or back.
    pub(super) fn click(&mut self, by: i32, stage: &mut Stage) {
        if by < 0 {
            self.back(stage);
        } else if self.step().is_some_and(|step| !step.acts.is_empty()) && !self.way.played {
            self.play(stage);
        } else {
            self.next(stage);
        }
    }

    /// Keeps a prediction, until its outcome was seen.
    pub(super) fn predict(&mut self, option: String) {
        if let Some(step) = self.step().filter(|step| !self.way.seen.contains_key(&step.id) && step.options.contains(&option)) {
            self.way.predicted.insert(step.id, option);
        }
    }

    /// Goes to a checkpoint; the start begins the walkthrough anew as well.
    pub(super) fn restart(&mut self, n: usize, stage: &mut Stage) {
        let points = self.attempt.checkpoints(stage.sandbox());
        match points.get(n).and_then(|point| point.restart) {
            Some(Restart::Input(n_inputs)) => stage.travel(|sandbox| sandbox.seek_input(n_inputs), None),
            Some(Restart::Moment(at)) => stage.travel(|sandbox| sandbox.seek(at), None),
            None => return,
        }
        if n == 0 {
            (self.way, self.left) = (Way::default(), Vec::new());
        }
        self.put_card_away();
    }

    /// Grades it on a copy.
    pub(super) fn finish(&mut self, stage: &Stage, lang: Lang) -> (u32, bool) {
        let grade = self.attempt.grade(stage.sandbox());
        let outcome = (grade.points(), grade.is_passed());
        self.grade = Some(grade);
        self.speak(lang);
        outcome
    }

    pub(super) fn put_card_away(&mut self) {
        (self.grade, self.card) = (None, None);
    }

    /// The card as a page under the learner's name.
    pub(super) fn page(&self, lang: Lang, learner: &str) -> Option<String> {
        self.grade.as_ref().map(|grade| cards::card(lang, &self.attempt, grade, learner).to_html(lang))
    }
}
