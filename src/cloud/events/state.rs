//! EventBridge's state: rules by ARN, and events on their way to targets.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    audit,
    deliver::{self, Delivery},
    errors,
    rule::{Rule, arn_of},
};
use crate::{
    World,
    api::{ApiError, Need, Origin},
    audit::{Asked, Told},
    clock::SimTime,
    ident::AccountId,
    policy::{Denial, Question, Resource},
    world::Service,
};

/// The only bus.
pub(super) const DEFAULT_BUS: &str = "default";

/// Everything EventBridge holds, in all regions and accounts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Events {
    /// By ARN.
    pub(super) rules: BTreeMap<String, Rule>,
    /// In order of time and arrival.
    pub(super) deliveries: Vec<Delivery>,
    pub(super) n_deliveries: u64,
}

impl Events {
    /// All rules, by ARN.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.values()
    }

    /// The rule of that ARN.
    pub fn rule(&self, arn: &str) -> Option<&Rule> {
        self.rules.get(arn)
    }
}

/// Needs an action on a rule of the default bus.
pub(super) fn need(action: &'static str, rule: &str) -> Need {
    Need::action(action).here(format!("rule/{rule}"))
}

/// Refuses every bus but the default one, by name or by ARN.
pub(super) fn check_bus(given: Option<&str>) -> Result<(), ApiError> {
    let Some(given) = given else { return Ok(()) };
    let name = given.rsplit_once("event-bus/").map_or(given, |(_, name)| name);
    if name == DEFAULT_BUS { Ok(()) } else { Err(errors::no_such_bus(name)) }
}

/// The caller's rule of that name.
pub(super) fn rule<'a>(world: &'a World, origin: &Origin, name: &str) -> Result<&'a Rule, ApiError> {
    let account = origin.caller.account().unwrap_or(AccountId::OWN);
    world.events.rules.get(&arn_of(origin.region, account, name)).ok_or_else(|| errors::no_such_rule(name))
}

/// The caller's rule of that name, to be changed.
pub(super) fn rule_mut<'a>(world: &'a mut World, origin: &Origin, name: &str) -> Result<&'a mut Rule, ApiError> {
    let arn = rule(world, origin, name)?.arn();
    world.events.rules.get_mut(&arn).ok_or_else(|| errors::no_such_rule(name))
}

/// The account that a caller acts in; a service acts for a resource of one.
pub(super) fn account(origin: &Origin) -> AccountId {
    match &origin.caller {
        crate::ident::Caller::Service { source_account: Some(account), .. } => *account,
        caller => caller.account().unwrap_or(AccountId::OWN),
    }
}

impl Service for Events {
    fn next_due(&self) -> Option<SimTime> {
        self.deliveries.first().map(|delivery| delivery.at)
    }

    fn wake(world: &mut World) {
        deliver::work(world);
    }

    fn owner(&self, arn: &str) -> Option<AccountId> {
        self.rules.get(arn).map(Rule::account)
    }

    /// A bus takes AWS's own services without being told to.
    fn resources<'a>(_world: &'a World, question: &Question<'_>) -> Option<Vec<Resource<'a>>> {
        let service = matches!(question.origin.caller, crate::ident::Caller::Service { .. });
        (service && question.need.action == "events:PutEvents").then(Vec::new)
    }

    fn denied(denial: &Denial) -> ApiError {
        denial.error("AccessDeniedException")
    }

    fn told(asked: &Asked<'_>) -> Told {
        audit::told(asked)
    }

    fn weight(&self) -> usize {
        self.rules.len() + self.deliveries.len()
    }
}
