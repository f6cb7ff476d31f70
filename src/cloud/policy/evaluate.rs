//! The evaluation: denies first, then who allows, in AWS's order (IAM User Guide, policy evaluation logic). Pure.

use super::{
    arn,
    context::Keys,
    document::{Effect, Listed, Statement},
    identity::{Attached, Identity, PolicyKind},
    principal::{Naming, Principal},
    resource::Resource,
    trace::{At, Look, Mismatch, Reason, Rule, Step, Verdict},
};
use crate::ident::Caller;

/// One action on one resource by one caller.
pub struct Asked<'a> {
    /// Who calls.
    pub caller: &'a Caller,
    /// What its account knows of it.
    pub identity: &'a Identity<'a>,
    /// The action.
    pub action: &'a str,
    /// The resource's ARN, or `*`.
    pub resource: &'a str,
    /// The request context.
    pub keys: &'a dyn Keys,
}

/// Takes down what is looked at, if anybody wants to know.
#[derive(Debug, Default)]
pub struct Notes {
    looks: Option<Vec<Look>>,
}

impl Notes {
    /// Notes that are kept.
    pub fn kept() -> Self {
        Self { looks: Some(Vec::new()) }
    }

    /// What was looked at.
    pub fn looks(self) -> Vec<Look> {
        self.looks.unwrap_or_default()
    }

    fn add(&mut self, step: Step, at: impl FnOnce() -> At) {
        if let Some(looks) = &mut self.looks {
            looks.push(Look { step, at: at(), decides: false });
        }
    }

    /// Takes all marks away: what allowed did not do in the end.
    fn nothing_decides(&mut self) {
        self.looks.iter_mut().flatten().for_each(|look| look.decides = false);
    }

    /// Marks what was looked at last.
    fn last_decides(&mut self) {
        if let Some(last) = self.looks.as_mut().and_then(|looks| looks.last_mut()) {
            last.decides = true;
        }
    }

    /// Adds a rule that decides.
    pub fn rule(&mut self, step: Step, rule: Rule) {
        self.add(step, || At::Rule(rule));
        self.last_decides();
    }
}

/// Decides.
pub fn decide(asked: &Asked<'_>, resource: &Resource<'_>, notes: &mut Notes) -> Verdict {
    let same_account = asked.caller.account() == Some(resource.owner);
    let is_root = matches!(asked.caller, Caller::Root { .. });
    if resource.root_always && is_root && same_account {
        notes.rule(Step::Before, Rule::RootAlways);
        return Verdict::Allowed;
    }
    if let Some(kind) = asked.denied(resource, notes) {
        return Verdict::Denied(Reason::Explicit(kind));
    }
    if let Some(name) = cut(resource, notes) {
        return Verdict::Denied(Reason::Cut(name));
    }
    let granted = asked.granted(resource, same_account, notes);
    match (granted, asked.caller.account()) {
        (Some(Naming::Itself), account) if same_account || account.is_none() => return Verdict::Allowed,
        (None, _) if !same_account || !resource.iam_counts => return not_allowed(PolicyKind::Resource, Step::Resource, notes),
        _ => {}
    }
    if is_root {
        notes.rule(Step::Identity, Rule::Root);
        return Verdict::Allowed;
    }
    let by_role = granted == Some(Naming::Role) && same_account;
    if !by_role && !asked.allowed(&asked.identity.policies, Step::Identity, notes) {
        return not_allowed(PolicyKind::Identity, Step::Identity, notes);
    }
    let boundary = asked.identity.boundary.as_slice();
    if !boundary.is_empty() && !asked.allowed(boundary, Step::Boundary, notes) {
        return not_allowed(PolicyKind::Boundary, Step::Boundary, notes);
    }
    let session = &asked.identity.session;
    if !session.is_empty() && !asked.allowed(session, Step::Session, notes) {
        return not_allowed(PolicyKind::Session, Step::Session, notes);
    }
    Verdict::Allowed
}

fn not_allowed(kind: PolicyKind, step: Step, notes: &mut Notes) -> Verdict {
    notes.nothing_decides();
    notes.rule(step, Rule::NotAllowed(kind));
    Verdict::Denied(Reason::NotAllowed(kind))
}

fn cut(resource: &Resource<'_>, notes: &mut Notes) -> Option<&'static str> {
    for cut in &resource.cuts {
        notes.add(Step::Cuts, || At::Cut { name: cut.name, on: cut.on, bites: cut.bites });
        if cut.bites {
            notes.last_decides();
            return Some(cut.name);
        }
    }
    None
}

impl Asked<'_> {
    /// How closely a statement of a policy of that kind names the caller, if it matches.
    pub fn statement(&self, statement: &Statement, kind: PolicyKind) -> Option<Naming> {
        self.matches(statement, kind == PolicyKind::Resource).ok()
    }

    /// True if the statement is about this action on this resource, whoever asks and under whatever conditions; or might be,
    /// if a variable had a value.
    pub fn is_about(&self, statement: &Statement) -> bool {
        let open = |statement: &Statement| {
            let mut written = statement.resources.iter().flat_map(|listed| &listed.values);
            written.any(|it| !it.pattern.is_anything() && it.pattern.filled(self.keys).is_none())
        };
        self.is_about_action(statement) && (self.is_about_resource(statement, true) || open(statement))
    }

    /// The kind of policy that denies, if one does.
    fn denied(&self, resource: &Resource<'_>, notes: &mut Notes) -> Option<PolicyKind> {
        let identity = self.identity;
        let policies = (resource.policies.iter().chain(&resource.denying))
            .chain(&identity.policies)
            .chain(&identity.boundary)
            .chain(&identity.session);
        for policy in policies {
            for (number, statement) in statements(policy, Effect::Deny) {
                if self.look(policy, number, statement, Step::Denies, notes).is_some() {
                    notes.last_decides();
                    return Some(policy.label.kind);
                }
            }
        }
        None
    }

    /// How closely what hangs on the resource names the caller, where it allows.
    fn granted(&self, resource: &Resource<'_>, same_account: bool, notes: &mut Notes) -> Option<Naming> {
        let mut best = None;
        let enough = |naming| naming == Some(Naming::Itself) && (same_account || self.caller.account().is_none());
        for policy in &resource.policies {
            for (number, statement) in statements(policy, Effect::Allow) {
                let naming = self.look(policy, number, statement, Step::Resource, notes);
                if naming > best {
                    notes.last_decides();
                    best = naming;
                }
                if enough(best) {
                    return best;
                }
            }
        }
        for grant in &resource.grants {
            let naming = grant.to.names(self.caller, self.identity).filter(|_| grant.gives);
            notes.add(Step::Resource, || At::Grant { name: grant.name.clone(), given: naming.is_some(), ignored_by: grant.ignored_by });
            if grant.ignored_by.is_none() && naming > best {
                notes.last_decides();
                best = naming;
            }
            if enough(best) {
                return best;
            }
        }
        best
    }

    /// True if one of the policies allows.
    fn allowed(&self, policies: &[Attached<'_>], step: Step, notes: &mut Notes) -> bool {
        let mut looks = policies.iter().flat_map(|policy| statements(policy, Effect::Allow).map(move |(number, it)| (policy, number, it)));
        let found = looks.any(|(policy, number, statement)| self.look(policy, number, statement, step, notes).is_some());
        if found {
            notes.last_decides();
        }
        found
    }

    /// Looks at a statement: how closely it names the caller, if it matches.
    fn look(&self, policy: &Attached<'_>, number: usize, statement: &Statement, step: Step, notes: &mut Notes) -> Option<Naming> {
        let on_resource = policy.label.kind == PolicyKind::Resource;
        let found = self.matches(statement, on_resource);
        notes.add(step, || At::Statement {
            policy: policy.label.to_static(),
            number,
            sid: statement.sid.clone(),
            effect: statement.effect,
            mismatch: found.as_ref().err().map(|why| self.told(why)),
            naming: found.as_ref().ok().copied().filter(|_| on_resource),
        });
        found.ok()
    }

    /// Whether a statement matches: principal, action, resource, then every condition.
    fn matches<'a>(&self, statement: &'a Statement, on_resource: bool) -> Result<Naming, Miss<'a>> {
        let naming = match &statement.principals {
            _ if !on_resource => Naming::Itself,
            Some(principals) => self.named(principals, statement.effect).ok_or(Miss::Principal)?,
            None => return Err(Miss::Principal),
        };
        if !self.is_about_action(statement) {
            return Err(Miss::Action);
        }
        if !self.is_about_resource(statement, on_resource) {
            return Err(Miss::Resource);
        }
        match statement.conditions.iter().find(|condition| !condition.holds(self.keys)) {
            Some(condition) => Err(Miss::Condition(condition)),
            None => Ok(naming),
        }
    }

    fn is_about_action(&self, statement: &Statement) -> bool {
        let Some(actions) = &statement.actions else { return false };
        actions.values.iter().any(|it| it.pattern.matches_in_any_case(self.action)) != actions.not
    }

    fn is_about_resource(&self, statement: &Statement, on_resource: bool) -> bool {
        match &statement.resources {
            Some(resources) if resources.not => self.is_none_of(resources),
            Some(resources) => resources.values.iter().any(|it| arn::resource_matches(&it.pattern, self.resource, self.keys)),
            // a trust policy has none: it is about its role; a key policy's statement without one has no effect
            None => on_resource && arn::service(self.resource) != Some("kms"),
        }
    }

    /// NotResource: a variable without a value matches no resource, so the statement matches none either.
    fn is_none_of(&self, resources: &Listed<super::document::Written>) -> bool {
        resources.values.iter().all(|it| {
            let valued = it.pattern.is_anything() || it.pattern.filled(self.keys).is_some();
            valued && !arn::resource_matches(&it.pattern, self.resource, self.keys)
        })
    }

    fn named(&self, principals: &Listed<Principal>, effect: Effect) -> Option<Naming> {
        let names = |principal: &Principal| principal.names(self.caller, self.identity);
        if !principals.not {
            return principals.values.iter().filter_map(names).max();
        }
        // NotPrincipal with Deny spares only who is named in full: itself, its role and its account (IAM User Guide)
        let spared = match effect {
            Effect::Allow => principals.values.iter().any(|principal| names(principal).is_some()),
            Effect::Deny => self.is_named_in_full(&principals.values),
        };
        (!spared).then_some(Naming::Itself)
    }

    fn is_named_in_full(&self, listed: &[Principal]) -> bool {
        let has = |wanted: Naming| listed.iter().any(|principal| principal.names(self.caller, self.identity) == Some(wanted));
        if listed.contains(&Principal::Everyone) {
            return true;
        }
        match self.caller {
            Caller::User { .. } => has(Naming::Itself) && has(Naming::Account),
            Caller::Role { .. } => has(Naming::Itself) && has(Naming::Role) && has(Naming::Account),
            Caller::Root { .. } | Caller::Service { .. } | Caller::Anonymous => has(Naming::Itself),
        }
    }

    fn told(&self, miss: &Miss<'_>) -> Mismatch {
        match miss {
            Miss::Principal => Mismatch::Principal,
            Miss::Action => Mismatch::Action,
            Miss::Resource => Mismatch::Resource,
            Miss::Condition(condition) => Mismatch::Condition {
                operator: condition.written.clone(),
                key: condition.key.clone(),
                wanted: condition.values.clone(),
                had: self.keys.values(&condition.key).map(<[String]>::to_vec),
            },
        }
    }
}

/// Why a statement does not match, before anybody asks.
enum Miss<'a> {
    Principal,
    Action,
    Resource,
    Condition(&'a super::document::Condition),
}

fn statements<'a>(policy: &Attached<'a>, effect: Effect) -> impl Iterator<Item = (usize, &'a Statement)> {
    policy.document.policy().statements.iter().enumerate().filter(move |(_, statement)| statement.effect == effect)
}

#[cfg(test)]
#[path = "evaluate_tests.rs"]
mod tests;
