//! A learner's attempt as a file: which lab with which numbers, the whole run, the hints taken, and the grade that it had. Its hashes tell an
//! edited file from an untouched one; they are no secret, so somebody who writes a program can make them fit.

use std::{collections::BTreeMap, fmt::Write as _, sync::Arc};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use skylab_cloud::{
    Sandbox,
    journal::{Run, RunError},
};

use super::{Attempt, Complaint, Grade, Lab, Mode, Told};

/// What a file of another layout than this is refused by. A change that older builds would misread needs the next one.
const VERSION: u32 = 1;

/// An attempt as it is handed in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// See the constant.
    pub version: u32,
    /// The lab's id.
    pub lab: String,
    /// The hash of the lab's `lab.ron`: the same id may come to have other tasks.
    pub lab_hash: String,
    /// Who did it, as the learner says; may be empty.
    #[serde(default)]
    pub learner: String,
    /// What the variables were drawn with.
    pub seed: u64,
    /// How it was done.
    pub mode: Mode,
    /// Rungs of hints that were shown, by task.
    #[serde(default)]
    pub hints: BTreeMap<String, u8>,
    /// Everything that was done.
    pub run: Run,
    /// The hash of everything above but the learner's name.
    pub inputs_hash: String,
    /// The points that it had, and the tasks that were met.
    pub outcome: SavedOutcome,
}

/// The grade as the learner's own Skylab gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedOutcome {
    /// Of 100.
    pub points: u32,
    /// The ids of the tasks that were met.
    pub met: Vec<String>,
    /// The hash of what each service was at the end.
    pub world_hash: String,
}

/// The version alone, read first.
#[derive(Deserialize)]
struct Head {
    version: u32,
}

/// Why a text is no attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadSave {
    /// It is damaged, or something else; with the parser's words.
    Broken(String),
    /// A newer Skylab wrote it.
    Newer(u32),
}

impl Save {
    /// Reads an attempt. Whether it was edited is another question.
    pub fn parse(text: &str) -> Result<Self, BadSave> {
        let broken = |error: ron::error::SpannedError| BadSave::Broken(error.to_string());
        let head: Head = ron::from_str(text).map_err(broken)?;
        if head.version > VERSION {
            return Err(BadSave::Newer(head.version));
        }
        ron::from_str(text).map_err(broken)
    }

    /// The text of it.
    pub fn to_text(&self) -> String {
        ron::to_string(self).unwrap_or_default()
    }

    /// Whether the hash of the inputs fits the inputs.
    pub fn is_whole(&self) -> bool {
        self.inputs_hash == inputs_hash(self)
    }

    /// The hash of the run alone: two of the same were not both thought out, unless they played the walkthrough with the same numbers.
    pub fn run_hash(&self) -> String {
        hash_of(&self.run)
    }

    /// The sandbox at the place where it was handed in, and the attempt: to go on with it.
    pub fn resume(&self, lab: &Arc<Lab>) -> Result<(Attempt, Sandbox), NotResumed> {
        self.resumed(lab, self.run.clone())
    }

    /// The attempt with its grade, given anew.
    pub fn regrade(&self, lab: &Arc<Lab>) -> Result<(Attempt, Grade), NotResumed> {
        // what was tried in other branches takes time and counts nothing
        let (attempt, sandbox) = self.resumed(lab, self.run.clone().present_only())?;
        let grade = attempt.grade(&sandbox);
        Ok((attempt, grade))
    }

    fn resumed(&self, lab: &Arc<Lab>, run: Run) -> Result<(Attempt, Sandbox), NotResumed> {
        let (mut attempt, begun) = Attempt::begin(lab, self.mode, self.seed).map_err(NotResumed::Lab)?;
        attempt.set_hints(&self.hints);
        let sandbox = Sandbox::resume(begun.sandbox.start_world().clone(), run).map_err(NotResumed::Run)?;
        Ok((attempt, sandbox))
    }
}

/// Why an attempt did not come to life again.
#[derive(Clone, Debug, PartialEq)]
pub enum NotResumed {
    /// The lab cannot be set up.
    Lab(Complaint),
    /// Its run is none.
    Run(RunError),
}

impl NotResumed {
    /// What is wrong.
    pub fn told(&self) -> Told {
        match self {
            Self::Lab(complaint) => complaint.told.clone(),
            Self::Run(error) => Told::new("grade-no-run").with("what", error.to_string()),
        }
    }
}

impl Attempt {
    /// The attempt as it is handed in, with the grade that it has at the sandbox's present position.
    pub fn save(&self, sandbox: &Sandbox, learner: &str) -> Save {
        let grade = self.grade(sandbox);
        let mut save = Save {
            version: VERSION,
            lab: self.lab().id().to_owned(),
            lab_hash: lab_hash(self.lab()),
            learner: learner.to_owned(),
            seed: self.seed(),
            mode: self.mode(),
            hints: self.hints().clone(),
            run: sandbox.run(),
            inputs_hash: String::new(),
            outcome: SavedOutcome::of(&grade),
        };
        save.inputs_hash = inputs_hash(&save);
        save
    }
}

impl SavedOutcome {
    /// Of a grade.
    pub fn of(grade: &Grade) -> Self {
        let met = grade.tasks.iter().filter(|task| task.is_met).map(|task| task.id.clone()).collect();
        Self { points: grade.points(), met, world_hash: hash_of(&grade.hashes) }
    }
}

/// The hash of a lab's `lab.ron`.
pub fn lab_hash(lab: &Lab) -> String {
    hex(&Sha256::digest(lab.source().as_bytes()))
}

fn inputs_hash(save: &Save) -> String {
    hash_of(&(save.version, &save.lab, &save.lab_hash, save.seed, save.mode, &save.hints, &save.run))
}

/// The hash of a value's RON.
fn hash_of(value: &impl Serialize) -> String {
    hex(&Sha256::digest(ron::to_string(value).unwrap_or_default().as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        // a string takes everything
        let _ = write!(out, "{byte:02x}");
        out
    })
}
