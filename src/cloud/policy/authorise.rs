//! The kernel's side: puts a need, its caller and what the services tell of the resource together, and lets the evaluation decide.

use std::cell::LazyCell;

use super::{
    arn,
    context::Context,
    denial::Denial,
    evaluate::{Asked, Notes, decide},
    identity::Identity,
    resource::{Question, Resource},
    trace::{Reason, Rule, Step, Trace, Verdict},
};
use crate::{
    World,
    api::{Need, Origin},
    clock::SimTime,
    ident::{AccountId, Caller, SOURCE_ADDRESS, USER_AGENT},
};

impl World {
    /// Lets a need pass, with everything that it needs besides, or says why not.
    pub fn check(&self, origin: &Origin, need: &Need) -> Result<(), Denial> {
        need.each().try_for_each(|need| self.judge(origin, need, &mut Vec::new(), false))
    }

    /// True if the caller may.
    pub fn may(&self, origin: &Origin, need: &Need) -> bool {
        self.check(origin, need).is_ok()
    }

    /// How a need is decided, one trace for each thing needed. It ends with the first that is denied.
    pub fn explain(&self, origin: &Origin, need: &Need) -> Vec<Trace> {
        let mut traces = Vec::new();
        let _ = need.each().try_for_each(|need| self.judge(origin, need, &mut traces, true));
        traces
    }

    fn judge(&self, origin: &Origin, need: &Need, traces: &mut Vec<Trace>, kept: bool) -> Result<(), Denial> {
        let arn = need.arn(origin);
        let identity = self.identity_of(&origin.caller);
        let known = identity.is_some();
        let identity = identity.unwrap_or_else(|| Identity::plain(&origin.caller));
        let side = Side { origin, need, arn: &arn, identity: &identity, now: self.now(), kept };
        let question = Question { origin, need, arn: &arn };
        if !known {
            return side.by_rule(Err((Reason::UnknownCaller, Rule::UnknownCaller)), traces);
        }
        if identity.expired {
            return side.by_rule(Err((Reason::Expired, Rule::Expired)), traces);
        }
        if need.open_to_all {
            return side.by_rule(Ok(Rule::Open), traces);
        }
        let told = if need.new_resource { None } else { self.resources(&question) };
        let account = origin.caller.account();
        match told.or_else(|| default_resource(&arn, account).map(|resource| vec![resource])) {
            Some(resources) if resources.is_empty() => side.by_rule(Ok(Rule::NothingThere), traces),
            Some(resources) => resources.iter().try_for_each(|resource| side.decide(resource, traces)),
            None => side.by_rule(Err((Reason::Anonymous, Rule::Anonymous)), traces),
        }
    }

    /// What the caller's account knows of it; `None` if it knows no such user or role.
    pub fn identity_of<'a>(&'a self, caller: &'a Caller) -> Option<Identity<'a>> {
        match caller {
            Caller::Root { .. } | Caller::Service { .. } | Caller::Anonymous => Some(Identity::plain(caller)),
            Caller::User { .. } | Caller::Role { .. } => self.identity(caller),
        }
    }
}

/// A resource that no service tells anything of: its account's, as its ARN says, else the caller's.
fn default_resource(arn: &str, caller: Option<AccountId>) -> Option<Resource<'static>> {
    arn::account(arn).and_then(AccountId::read).or(caller).map(Resource::of)
}

/// One need of one caller.
struct Side<'a> {
    origin: &'a Origin,
    need: &'a Need,
    arn: &'a str,
    identity: &'a Identity<'a>,
    now: SimTime,
    kept: bool,
}

impl Side<'_> {
    fn by_rule(&self, rule: Result<Rule, (Reason, Rule)>, traces: &mut Vec<Trace>) -> Result<(), Denial> {
        let mut notes = if self.kept { Notes::kept() } else { Notes::default() };
        let (verdict, rule) = match rule {
            Ok(rule) => (Verdict::Allowed, rule),
            Err((reason, rule)) => (Verdict::Denied(reason), rule),
        };
        notes.rule(Step::Before, rule);
        self.close(self.arn, None, verdict, notes, traces)
    }

    fn decide(&self, resource: &Resource<'_>, traces: &mut Vec<Trace>) -> Result<(), Denial> {
        let mut notes = if self.kept { Notes::kept() } else { Notes::default() };
        let arn = resource.arn.as_deref().unwrap_or(self.arn);
        let keys = LazyCell::new(|| self.context(resource));
        let asked = Asked { caller: &self.origin.caller, identity: self.identity, action: self.need.action, resource: arn, keys: &keys };
        let verdict = decide(&asked, resource, &mut notes);
        self.close(arn, Some(resource.owner), verdict, notes, traces)
    }

    fn close(&self, arn: &str, owner: Option<AccountId>, verdict: Verdict, notes: Notes, traces: &mut Vec<Trace>) -> Result<(), Denial> {
        let account = self.origin.caller.account();
        if self.kept {
            let (caller, action) = (self.identity.arn.clone(), self.need.action.to_owned());
            traces.push(Trace { caller, action, resource: arn.to_owned(), owner, account, verdict, looks: notes.looks() });
        }
        let Verdict::Denied(reason) = verdict else { return Ok(()) };
        Err(Denial {
            caller: self.identity.arn.clone(),
            action: self.need.action,
            resource: arn.to_owned(),
            reason,
            same_account: account.is_some() && (owner.is_none() || account == owner),
            head: self.need.head,
        })
    }

    /// The request context: what the request has itself, what the resource tells, then AWS's global keys.
    fn context<'c>(&self, resource: &Resource<'c>) -> Context<'c>
    where
        Self: 'c,
    {
        let mut context = Context::default();
        for (key, values) in &self.need.conditions {
            context.add(key.clone(), values.clone());
        }
        context.add_all(&resource.keys);
        self.add_principal(&mut context);
        context.add_one("aws:ResourceAccount", Some(resource.owner));
        context.add_one("aws:RequestedRegion", Some(self.need.region(self.origin)));
        context.add_one("aws:CurrentTime", Some(self.now));
        context.add_one("aws:EpochTime", Some(self.now.millis().div_euclid(1_000)));
        context.add_one("aws:SecureTransport", Some(true));
        context.add_one("aws:ViaAWSService", Some(false));
        context
    }

    fn add_principal(&self, context: &mut Context<'_>) {
        let (caller, identity) = (&self.origin.caller, self.identity);
        let kind = match caller {
            Caller::User { .. } => Some("User"),
            Caller::Root { .. } => Some("Account"),
            Caller::Role { .. } => Some("AssumedRole"),
            Caller::Anonymous => Some("Anonymous"),
            Caller::Service { .. } => None,
        };
        let is_service = matches!(caller, Caller::Service { .. });
        context.add_one("aws:PrincipalType", kind);
        context.add_one("aws:PrincipalIsAWSService", Some(is_service));
        match caller {
            Caller::User { name, .. } => context.add_one("aws:username", Some(name)),
            Caller::Service { name, source_arn, source_account } => {
                context.add_one("aws:PrincipalServiceName", Some(name));
                context.add_one("aws:SourceArn", source_arn.as_ref());
                context.add_one("aws:SourceAccount", source_account.as_ref());
            }
            Caller::Root { .. } | Caller::Role { .. } | Caller::Anonymous => {}
        }
        if let Some(account) = caller.account() {
            context.add_one("aws:PrincipalAccount", Some(account));
            context.add_one("aws:PrincipalArn", Some(identity.principal_arn()));
            context.add_one("aws:userid", Some(&identity.unique_id));
        } else if !is_service {
            context.add_one("aws:userid", Some("anonymous"));
        }
        for (key, value) in &identity.tags {
            context.add_one(format!("aws:PrincipalTag/{key}"), Some(value));
        }
        context.add_one("aws:TokenIssueTime", identity.issued);
        if identity.issued.is_some() {
            context.add_one("aws:MultiFactorAuthPresent", Some(false));
        }
        if caller.is_at_a_desk() {
            context.add_one("aws:SourceIp", Some(SOURCE_ADDRESS));
            context.add_one("aws:UserAgent", Some(USER_AGENT));
        }
    }
}
