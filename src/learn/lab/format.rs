//! What `lab.ron` says: structure only. Texts follow from ids by convention, and there is no code in it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::Amount;

/// The only format so far. A change that older builds would misread needs the next one.
pub const FORMAT: u32 = 1;

/// A lab as its author wrote it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabFile {
    /// See [`FORMAT`].
    pub format: u32,
    /// Its stable id: lower-case words with dashes.
    pub id: String,
    /// What it is about, in words of the glossary.
    #[serde(default)]
    pub concepts: Vec<String>,
    /// The sections of the course that it belongs to.
    #[serde(default)]
    pub sections: Vec<String>,
    /// How long it takes a learner, about.
    #[serde(default)]
    pub minutes: u32,
    /// What differs from learner to learner.
    #[serde(default)]
    pub vars: BTreeMap<String, Pool>,
    /// Lines that prepare the sandbox; the learner does not see them happen.
    #[serde(default)]
    pub setup: Vec<String>,
    /// Lines that start what arrives by itself.
    #[serde(default)]
    pub load: Vec<String>,
    /// Lines that plan what will fail.
    #[serde(default)]
    pub faults: Vec<String>,
    /// The services that the learner may use; all if none is named.
    #[serde(default)]
    pub allowed: Vec<String>,
    /// Operations that the learner may not use: `s3:DeleteBucket`.
    #[serde(default)]
    pub locked: Vec<String>,
    /// Simulated time from the start to the end, when `at_end` is judged.
    pub time_limit: String,
    /// What the account may cost until the end.
    #[serde(default)]
    pub budget_usd: Option<Amount>,
    /// What is to be achieved.
    pub tasks: Vec<Task>,
    /// Moments of the learner's own run from which it may be done again, besides the start.
    #[serde(default)]
    pub checkpoints: Vec<Checkpoint>,
    /// The way through in small steps.
    #[serde(default)]
    pub walkthrough: Vec<Step>,
    /// What is different in the challenge.
    #[serde(default)]
    pub challenge: Challenge,
    /// How the lab is proved.
    #[serde(default)]
    pub proof: Proof,
}

/// What a variable may be.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pool {
    /// One of these texts, each of which may hold ranges: `logs-{0..999}`.
    Pool(Vec<String>),
    /// One of these numbers.
    Numbers(Vec<i64>),
    /// The entry that stands where the other variable's number stands in its list.
    Beside(String, Vec<Amount>),
}

/// One thing to achieve. Its texts are `task-<id>-title`, `task-<id>-why` and the rungs `hint-<id>-1` to `hint-<id>-4`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Unique in the lab.
    pub id: String,
    /// What it counts; all tasks together count 100.
    pub points: u32,
    /// What must hold.
    pub check: Check,
    /// When it must hold.
    #[serde(default)]
    pub when: When,
    /// Words that the first hint may not name, in any language, besides what the proof withholds.
    #[serde(default)]
    pub answer: Vec<String>,
}

/// When a check must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// When the lab's time is over.
    #[default]
    AtEnd,
    /// Once, at any time.
    Latched,
    /// For that long without a break.
    HeldFor(String),
}

/// A question to the cloud. The vocabulary is closed.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Check {
    /// The answer to an `aws` read, or a part of it, is as wanted.
    Query {
        /// The line: `aws s3api get-bucket-versioning --bucket {bucket}`.
        call: String,
        /// JMESPath into the answer; the whole answer without.
        #[serde(default)]
        path: Option<String>,
        /// It equals this.
        #[serde(default)]
        is: Option<Value>,
        /// It is a number not below this.
        #[serde(default)]
        at_least: Option<Amount>,
        /// It is a number not above this.
        #[serde(default)]
        at_most: Option<Amount>,
        /// It is a list that holds this.
        #[serde(default)]
        has: Option<Value>,
    },
    /// A call is refused.
    Fails {
        /// The line.
        call: String,
        /// Who makes it: a profile, or `anonymous`; the account's administrator without.
        #[serde(default, rename = "as")]
        by: Option<String>,
        /// AWS's error code.
        code: String,
    },
    /// A call was made by the learner, and answered so.
    Trail {
        /// The operation: `s3:GetObject`.
        call: String,
        /// The code that it was refused with; answered without.
        #[serde(default)]
        code: Option<String>,
    },
    /// The reads of the loads succeed.
    Reads {
        /// That many may fail.
        failed_max: Amount,
        /// Within that long from the start.
        over: String,
    },
    /// Files can be had.
    Restore {
        /// The bucket.
        bucket: String,
        /// A key, or keys that begin so if it ends in `*`.
        key: String,
        /// At most that long after they are asked for.
        within: String,
    },
    /// The bill stays below a sum.
    Cost {
        /// The sum in dollars.
        below_usd: Amount,
        /// Within that long from the start.
        over: String,
    },
    /// All of them hold.
    All(Vec<Check>),
    /// At least one of them holds.
    Any(Vec<Check>),
    /// It does not hold.
    Not(Box<Check>),
    /// One holds after the other one did.
    After {
        /// What comes first.
        first: Box<Check>,
        /// What holds then, at the same time or later.
        then: Box<Check>,
    },
}

/// Checks that the format has room for and that need services to come.
pub const LATER: &[&str] = &["reachable", "availability", "recovery_time", "alarm_fired", "capacity"];

/// A moment of the learner's run to come back to. Its text is `checkpoint-<id>`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// Unique among the checkpoints.
    pub id: String,
    /// That long after the start.
    #[serde(default)]
    pub at: Option<String>,
    /// Or when this first held.
    #[serde(default)]
    pub when: Option<Check>,
}

/// A step of the walkthrough. Its texts are `step-<id>-title` and `step-<id>-text`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Unique among the steps.
    pub id: String,
    /// The `aws` and `sim` lines that play it; none if there is only something to read.
    #[serde(default)]
    pub acts: Vec<String>,
    /// The code with which the last act is refused, on purpose.
    #[serde(default)]
    pub refused: Option<String>,
    /// Options of a prediction that is asked for before the acts, each with what holds after them if it is right. Their texts are
    /// `step-<id>-<option>`.
    #[serde(default)]
    pub predict: Vec<(String, Check)>,
}

/// What is different in the challenge: the same lab with other numbers.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Challenge {
    /// Variables in place of the lab's.
    pub vars: BTreeMap<String, Pool>,
}

/// How a lab is proved.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Proof {
    /// Scripts that meet every task.
    pub references: Vec<String>,
    /// Scripts that fail, each with the task that it fails.
    pub decoys: Vec<(String, String)>,
    /// What the lab teaches: without it nothing passes. `s3:PutBucketLifecycleConfiguration`, `s3:PutObject --storage-class`.
    pub withhold: Vec<String>,
    /// How many seeds are tried in each mode.
    pub seeds: u32,
}

/// How the learner goes through a lab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// The steps are open; each can be done or played.
    #[default]
    Walkthrough,
    /// Other numbers, a question and tasks; hints on request.
    Challenge,
}

impl Mode {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Walkthrough, Self::Challenge];

    /// As in files and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Walkthrough => "walkthrough",
            Self::Challenge => "challenge",
        }
    }

    /// The mode of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }
}
