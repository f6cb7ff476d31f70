//! A function: its settings, its policy, and what it did lately.

use std::collections::{BTreeMap, VecDeque};

use serde::{Deserialize, Serialize};

use super::{behaviour::Behaviour, event_config::EventConfig, outcome::Invocation};
use crate::{
    clock::SimTime,
    ident::{AccountId, Caller, Region},
    policy::Document,
};

/// Invocations remembered; older ones are forgotten.
const MAX_REMEMBERED: usize = 100;

/// A function.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Function {
    pub(super) name: String,
    pub(super) account: AccountId,
    pub(super) region: Region,
    pub(super) settings: Settings,
    pub(super) code: Code,
    pub(super) modified: SimTime,
    /// Counts changes; the revision id follows from it.
    pub(super) revision: u64,
    pub(super) tags: BTreeMap<String, String>,
    pub(super) policy: Option<Document>,
    pub(super) events: Option<EventConfig>,
    /// A loop that leads back to it is not stopped.
    pub(super) may_recur: bool,
    pub(super) invoked: u64,
    pub(super) remembered: VecDeque<Invocation>,
}

/// What UpdateFunctionConfiguration changes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Settings {
    pub runtime: String,
    pub role: String,
    pub handler: String,
    pub description: String,
    pub timeout_secs: i64,
    pub memory_mb: i64,
    pub environment: Option<Environment>,
    pub dead_letter: Option<DeadLetterConfig>,
    pub tracing: String,
    pub ephemeral_mb: i64,
}

/// What UpdateFunctionCode changes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Code {
    pub size: u64,
    /// In base64.
    pub sha256: String,
    pub architecture: String,
}

/// `Environment`: the variables of a function.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct Environment {
    /// Names with values.
    pub variables: BTreeMap<String, String>,
}

/// `DeadLetterConfig`: where events go that a function gave up.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeadLetterConfig {
    /// A queue or a topic; the empty text removes it.
    pub target_arn: String,
}

/// The ARN of a function.
pub(super) fn arn_of(region: Region, account: AccountId, name: &str) -> String {
    format!("arn:aws:lambda:{region}:{account}:function:{name}")
}

impl Function {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The account that owns it.
    pub fn account(&self) -> AccountId {
        self.account
    }

    /// Where it lies.
    pub fn region(&self) -> Region {
        self.region
    }

    /// Its ARN.
    pub fn arn(&self) -> String {
        arn_of(self.region, self.account, &self.name)
    }

    /// What it does with an event.
    pub fn behaviour(&self) -> Behaviour {
        Behaviour::of(&self.settings.handler)
    }

    /// One of its environment variables.
    pub fn variable(&self, name: &str) -> Option<&str> {
        self.settings.environment.as_ref().and_then(|environment| environment.variables.get(name)).map(String::as_str)
    }

    /// How often it was invoked, retries included.
    pub fn n_invocations(&self) -> u64 {
        self.invoked
    }

    /// Its last invocations, oldest first.
    pub fn invocations(&self) -> impl Iterator<Item = &Invocation> {
        self.remembered.iter()
    }

    /// Who it is while it runs: a session of its execution role, named after itself.
    pub(super) fn caller(&self) -> Caller {
        let role = self.settings.role.rsplit('/').next().unwrap_or_default();
        Caller::role(self.account, role, &self.name)
    }

    pub(super) fn remember(&mut self, invocation: Invocation) {
        self.invoked += 1;
        self.remembered.push_back(invocation);
        if self.remembered.len() > MAX_REMEMBERED {
            self.remembered.pop_front();
        }
    }
}
