//! Lambda's state: functions by ARN, and the events that wait for them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    audit, errors,
    function::{Function, arn_of},
    permission,
    run::{self, Waiting},
};
use crate::{
    World,
    api::{ApiError, Need, Origin},
    audit::{Asked, Told},
    clock::SimTime,
    ident::AccountId,
    policy::{Question, Resource},
    world::Service,
};

/// Everything Lambda holds, in all regions and accounts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lambda {
    /// By ARN.
    pub(super) functions: BTreeMap<String, Function>,
    /// Events that were taken and are to be worked on, in order of time and arrival.
    pub(super) waiting: Vec<Waiting>,
    pub(super) n_taken: u64,
}

impl Lambda {
    /// All functions, by ARN.
    pub fn functions(&self) -> impl Iterator<Item = &Function> {
        self.functions.values()
    }

    /// The function of that ARN.
    pub fn function(&self, arn: &str) -> Option<&Function> {
        self.functions.get(plain_arn(arn))
    }

    /// Events that wait for a function: taken and not yet worked on, or to be tried again.
    pub fn n_waiting(&self, arn: &str) -> usize {
        self.waiting.iter().filter(|event| event.function == arn).count()
    }
}

/// An ARN without the version that it ends with: there is only `$LATEST`.
fn plain_arn(arn: &str) -> &str {
    arn.strip_suffix(":$LATEST").unwrap_or(arn)
}

/// Name or ARN, with `function:` or an account before it, with `$LATEST` after it: the last part, or the whole ARN.
fn parts(given: &str) -> &str {
    let given = plain_arn(given);
    if given.starts_with("arn:") { given } else { given.rsplit(':').next().unwrap_or(given) }
}

/// Needs an action on the function of that name or ARN.
pub(super) fn need(action: &'static str, given: &str) -> Need {
    let given = parts(given);
    if given.starts_with("arn:") {
        Need::action(action).on(given.to_owned())
    } else {
        Need::action(action).here(format!("function:{given}"))
    }
}

/// The ARN that a name or ARN means to a caller.
pub(super) fn arn_at(origin: &Origin, given: &str) -> String {
    let given = parts(given);
    let account = origin.caller.account().unwrap_or(AccountId::OWN);
    if given.starts_with("arn:") { given.to_owned() } else { arn_of(origin.region, account, given) }
}

/// The function that a name or ARN means.
pub(super) fn function<'a>(world: &'a World, origin: &Origin, given: &str) -> Result<&'a Function, ApiError> {
    let arn = arn_at(origin, given);
    world.lambda.functions.get(&arn).ok_or_else(|| errors::no_such_function(&arn))
}

/// The function that a name or ARN means, to be changed.
pub(super) fn function_mut<'a>(world: &'a mut World, origin: &Origin, given: &str) -> Result<&'a mut Function, ApiError> {
    let arn = arn_at(origin, given);
    if !world.lambda.functions.contains_key(&arn) {
        return Err(errors::no_such_function(&arn));
    }
    world.lambda.functions.get_mut(&arn).ok_or_else(|| errors::no_such_function(&arn))
}

impl Service for Lambda {
    fn next_due(&self) -> Option<SimTime> {
        self.waiting.first().map(|event| event.at)
    }

    fn wake(world: &mut World) {
        run::work(world);
    }

    fn owner(&self, arn: &str) -> Option<AccountId> {
        self.function(arn).map(Function::account)
    }

    fn resources<'a>(world: &'a World, question: &Question<'_>) -> Option<Vec<Resource<'a>>> {
        permission::resources(world, question)
    }

    fn told(asked: &Asked<'_>) -> Told {
        audit::told(asked)
    }

    fn weight(&self) -> usize {
        self.functions.len() + self.waiting.len()
    }
}
