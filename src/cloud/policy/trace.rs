//! How a decision came about: everything that was looked at, in AWS's order, with why it did or did not match, and what decided.
//! Data only; words for people are made elsewhere.

use serde::Serialize;

use super::{
    document::Effect,
    identity::{Label, PolicyKind},
    principal::Naming,
};
use crate::ident::AccountId;

/// How one need was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Trace {
    /// The caller's ARN; `*` for nobody, the service's name for a service.
    pub caller: String,
    /// The action.
    pub action: String,
    /// The resource.
    pub resource: String,
    /// The account that owns the resource; none where there is nothing yet.
    pub owner: Option<AccountId>,
    /// The account that the caller belongs to.
    pub account: Option<AccountId>,
    /// The decision.
    pub verdict: Verdict,
    /// What was looked at, in order. The last one that decides is marked.
    pub looks: Vec<Look>,
}

/// A decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Verdict {
    /// Allowed.
    Allowed,
    /// Denied, and by what.
    Denied(Reason),
}

/// Why something is denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Reason {
    /// A policy of that kind denies.
    Explicit(PolicyKind),
    /// No policy of that kind allows.
    NotAllowed(PolicyKind),
    /// A setting takes the right away.
    Cut(&'static str),
    /// Nobody signed the request, and it takes somebody.
    Anonymous,
    /// The credentials are nobody's any more.
    UnknownCaller,
    /// The temporary credentials have ended.
    Expired,
}

/// The steps of an evaluation, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Step {
    /// What holds before any policy is read.
    Before,
    /// Denies of all policies.
    Denies,
    /// Settings that take away.
    Cuts,
    /// Allows of the resource's policies, and other grants on it.
    Resource,
    /// Allows of the caller's policies.
    Identity,
    /// Allows of its boundary.
    Boundary,
    /// Allows of its session's policies.
    Session,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Look {
    /// In which step.
    pub step: Step,
    /// What it was.
    pub at: At,
    /// It decided.
    pub decides: bool,
}

/// What can be looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum At {
    /// A statement of a policy.
    Statement {
        /// The policy.
        policy: Label<'static>,
        /// The statement, counted from 0.
        number: usize,
        /// Its Sid.
        sid: Option<String>,
        /// Its effect.
        effect: Effect,
        /// Why it does not match; `None` if it does.
        mismatch: Option<Mismatch>,
        /// How closely it names the caller, if it matches and stands on the resource.
        naming: Option<Naming>,
    },
    /// A grant that is no policy.
    Grant {
        /// What it is.
        name: String,
        /// It gives what is needed to this caller.
        given: bool,
        /// The setting that makes it count for nothing.
        ignored_by: Option<&'static str>,
    },
    /// A setting that takes away.
    Cut {
        /// AWS's name of it.
        name: &'static str,
        /// It is on.
        on: bool,
        /// It took the right away.
        bites: bool,
    },
    /// A rule of AWS's that is written in no policy.
    Rule(Rule),
}

/// Rules that are written in no policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Rule {
    /// Everybody may.
    Open,
    /// There is no such resource: the service says so.
    NothingThere,
    /// The root of the owning account may always.
    RootAlways,
    /// The root of an account may do everything in it that nothing denies.
    Root,
    /// Nobody signed the request, and it takes somebody.
    Anonymous,
    /// The credentials are nobody's any more.
    UnknownCaller,
    /// The temporary credentials have ended.
    Expired,
    /// No policy of that kind allows.
    NotAllowed(PolicyKind),
    /// Everything that must allow does.
    AllAllow,
}

/// Why a statement does not match.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Mismatch {
    /// It names others.
    Principal,
    /// It is about other actions.
    Action,
    /// It is about other resources.
    Resource,
    /// A condition does not hold.
    Condition {
        /// The operator as it is written.
        operator: String,
        /// The key as it is written.
        key: String,
        /// The values of the policy.
        wanted: Vec<String>,
        /// The values of the request; `None` if it does not have the key.
        had: Option<Vec<String>>,
    },
}

impl Trace {
    /// What decided.
    pub fn deciding(&self) -> Option<&Look> {
        self.looks.iter().rev().find(|look| look.decides)
    }
}

impl Verdict {
    /// True if allowed.
    pub fn is_allowed(self) -> bool {
        self == Self::Allowed
    }
}
