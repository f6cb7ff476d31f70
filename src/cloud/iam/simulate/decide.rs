//! One simulation: every action on every resource, decided, with the statements that matched and the context that was missing.

use serde_json::{Map, Value, json};

use super::{super::page::Page, ContextEntry, check_actions, check_entries, given, keys::context_keys, no_details};
use crate::{
    api::ApiError,
    ident::{AccountId, Caller},
    policy::{
        Attached, Context, Document, Effect, Holder, Identity, Keys as _, Label, Naming, PolicyKind, Reason, Resource, Verdict, arn,
        document::Statement,
        evaluate::{Asked, Notes, decide},
        json,
    },
};

/// What is simulated.
pub(super) struct Simulation<'a> {
    pub caller: Caller,
    pub identity: Identity<'a>,
    /// Policies that were given, to be held beside those of the identity.
    pub inputs: &'a [Document],
    pub boundary: Option<&'a Document>,
    pub actions: &'a [String],
    pub resources: Option<&'a [String]>,
    pub resource_policy: Option<&'a str>,
    pub resource_owner: Option<&'a str>,
    pub entries: &'a [ContextEntry],
    /// Who asks is known, and with it its condition keys.
    pub knows_caller: bool,
}

/// Policies that were given.
pub(super) fn inputs(texts: &[String]) -> Result<Vec<Document>, ApiError> {
    texts.iter().map(|text| given(text)).collect()
}

/// The permissions boundary that was given; there can be one.
pub(super) fn boundary_given(texts: Option<&[String]>) -> Result<Option<Document>, ApiError> {
    match texts {
        None | Some([]) => Ok(None),
        Some([text]) => given(text).map(Some),
        Some(_) => Err(super::errors::invalid_input("Only one permissions boundary policy can be specified.")),
    }
}

/// How one action on one resource was decided.
struct Outcome {
    verdict: Verdict,
    matched: Vec<Value>,
    missing: Vec<String>,
    bounded: Option<bool>,
    details: Map<String, Value>,
}

impl Outcome {
    fn decision(&self) -> &'static str {
        match self.verdict {
            Verdict::Allowed => "allowed",
            Verdict::Denied(Reason::Explicit(_)) => "explicitDeny",
            Verdict::Denied(_) => "implicitDeny",
        }
    }

    /// The most restrictive decision counts for the whole.
    fn rank(&self) -> u8 {
        match self.decision() {
            "explicitDeny" => 2,
            "implicitDeny" => 1,
            _ => 0,
        }
    }
}

impl Simulation<'_> {
    /// The answer: one result for each action.
    pub fn answer(mut self, page: &Page<'_>) -> Result<Map<String, Value>, ApiError> {
        check_actions(self.actions)?;
        check_entries(self.entries)?;
        let on_resource = self.resource_policy.map(given).transpose()?;
        let names: Vec<String> = (1..=self.inputs.len()).map(|number| format!("PolicyInputList.{number}")).collect();
        let holder = Holder::Session(String::new().into());
        for (document, name) in self.inputs.iter().zip(names) {
            let label = Label { kind: PolicyKind::Identity, holder: holder.clone(), name: name.into(), arn: None };
            self.identity.policies.push(Attached { label, document });
        }
        if let Some(document) = self.boundary {
            let label = Label { kind: PolicyKind::Boundary, holder, name: "PermissionsBoundaryPolicyInputList.1".into(), arn: None };
            self.identity.boundary = Some(Attached { label, document });
        }
        let context = self.context();
        let everything = ["*".to_owned()];
        let resources = self.resources.filter(|resources| !resources.is_empty()).unwrap_or(&everything);
        let mut results = Vec::new();
        for (number, action) in self.actions.iter().enumerate() {
            let outcomes = resources
                .iter()
                .map(|resource| Ok((resource, self.decided(action, resource, on_resource.as_ref(), &context)?)))
                .collect::<Result<Vec<_>, ApiError>>()?;
            results.push((format!("{number:06}"), result(action, &outcomes)));
        }
        page.answer("EvaluationResults", results.into_iter())
    }

    /// Condition keys: those given first, then what follows from who asks.
    fn context(&self) -> Context<'_> {
        let mut context = Context::default();
        for entry in self.entries {
            context.add(entry.context_key_name.as_str(), entry.context_key_values.clone());
        }
        if !self.knows_caller {
            return context;
        }
        let kind = if let Caller::User { name, .. } = &self.caller {
            context.add_one("aws:username", Some(name));
            "User"
        } else {
            "AssumedRole"
        };
        context.add_one("aws:PrincipalType", Some(kind));
        context.add_one("aws:PrincipalArn", Some(self.identity.principal_arn()));
        context.add_one("aws:PrincipalAccount", self.caller.account());
        context.add_one("aws:userid", Some(&self.identity.unique_id));
        for (key, value) in &self.identity.tags {
            context.add_one(format!("aws:PrincipalTag/{key}"), Some(value));
        }
        context
    }

    fn decided(&self, action: &str, name: &str, on_resource: Option<&Document>, context: &Context<'_>) -> Result<Outcome, ApiError> {
        let own = self.caller.account().unwrap_or(AccountId::OWN);
        let mut resource = Resource::of(own);
        if let Some(document) = on_resource {
            resource.owner = self.owner(name)?.unwrap_or(own);
            let label =
                Label { kind: PolicyKind::Resource, holder: Holder::Resource(name.into()), name: "ResourcePolicy".into(), arn: None };
            resource.policies.push(Attached { label, document });
        }
        let asked = Asked { caller: &self.caller, identity: &self.identity, action, resource: name, keys: context };
        let verdict = decide(&asked, &resource, &mut Notes::default());
        let mut outcome = Outcome { verdict, matched: Vec::new(), missing: Vec::new(), bounded: None, details: Map::new() };
        for policy in resource.policies.iter().chain(&self.identity.policies) {
            for statement in &policy.document.policy().statements {
                if asked.statement(statement, policy.label.kind).is_some() {
                    outcome.matched.push(matched(policy, statement));
                }
            }
        }
        for policy in resource.policies.iter().chain(&self.identity.policies).chain(&self.identity.boundary) {
            let about = policy.document.policy().statements.iter().filter(|statement| asked.is_about(statement));
            for key in about.flat_map(context_keys) {
                if context.values(&key).is_none() && !outcome.missing.iter().any(|known| known.eq_ignore_ascii_case(&key)) {
                    outcome.missing.push(key);
                }
            }
        }
        if let Some(boundary) = &self.identity.boundary {
            outcome.bounded = Some(allows(&asked, std::slice::from_ref(boundary)) == "allowed");
        }
        if resource.owner != own {
            outcome.details.insert("IAM Policy".to_owned(), json!(allows(&asked, &self.identity.policies)));
            outcome.details.insert("Resource Policy".to_owned(), json!(allows(&asked, &resource.policies)));
        }
        Ok(outcome)
    }

    /// The account that owns a resource: as its ARN says, else as the request says.
    fn owner(&self, name: &str) -> Result<Option<AccountId>, ApiError> {
        if let Some(id) = arn::account(name).and_then(AccountId::read) {
            return Ok(Some(id));
        }
        let Some(owner) = self.resource_owner else { return Ok(None) };
        let digits = owner.strip_prefix("arn:aws:iam::").and_then(|rest| rest.strip_suffix(":root")).unwrap_or(owner);
        AccountId::read(digits).map(Some).ok_or_else(|| super::errors::invalid_input(format!("Invalid ResourceOwner: {owner}")))
    }
}

/// What policies decide by themselves.
fn allows(asked: &Asked<'_>, policies: &[Attached<'_>]) -> &'static str {
    let has = |effect: Effect| {
        let statements = |policy: &Attached<'_>| {
            let kind = policy.label.kind;
            policy.document.policy().statements.iter().any(|it| it.effect == effect && asked.statement(it, kind) >= Some(Naming::Account))
        };
        policies.iter().any(statements)
    };
    match (has(Effect::Deny), has(Effect::Allow)) {
        (true, _) => "explicitDeny",
        (false, true) => "allowed",
        (false, false) => "implicitDeny",
    }
}

/// A statement that matched: its policy, and where in the policy's text it stands. It begins after the sign before it.
fn matched(policy: &Attached<'_>, statement: &Statement) -> Value {
    let text = policy.document.text();
    let start = text.get(..statement.span.start).map_or(0, |before| before.trim_end().len());
    let place = |at: usize| {
        let (line, column) = json::line_and_column(text, at);
        json!({"Line": line, "Column": column})
    };
    let name = &policy.label.name;
    let id = match &policy.label.holder {
        Holder::User(holder) if policy.label.arn.is_none() => format!("user_{holder}_{name}"),
        Holder::Group(holder) if policy.label.arn.is_none() => format!("group_{holder}_{name}"),
        Holder::Role(holder) if policy.label.arn.is_none() => format!("role_{holder}_{name}"),
        _ => name.to_string(),
    };
    let kind = if policy.label.kind == PolicyKind::Resource { "Resource Policy" } else { "IAM Policy" };
    json!({"SourcePolicyId": id, "SourcePolicyType": kind, "StartPosition": place(start), "EndPosition": place(statement.span.end)})
}

/// One action's result. Of several resources the most restrictive decision counts, and each is told by itself.
fn result(action: &str, outcomes: &[(&String, Outcome)]) -> Value {
    let worst = outcomes.iter().map(|(_, outcome)| outcome).max_by_key(|outcome| outcome.rank());
    let everything = matches!(outcomes, [(name, _)] if *name == "*");
    let alone = if let [(_, outcome)] = outcomes { Some(outcome) } else { None };
    let mut shown = Map::new();
    let mut add = |name: &str, value: Value| _ = shown.insert(name.to_owned(), value);
    add("EvalActionName", json!(action));
    add("EvalResourceName", json!(whole_name(outcomes)));
    add("EvalDecision", json!(worst.map_or("implicitDeny", Outcome::decision)));
    add("MatchedStatements", alone.map_or_else(|| json!([]), |outcome| json!(outcome.matched)));
    add("MissingContextValues", alone.filter(|_| everything).map_or_else(|| json!([]), |outcome| json!(outcome.missing)));
    if let Some(bounded) = worst.and_then(|outcome| outcome.bounded) {
        add("PermissionsBoundaryDecisionDetail", json!({"AllowedByPermissionsBoundary": bounded}));
    }
    if everything {
        return Value::Object(shown);
    }
    add("EvalDecisionDetails", worst.map_or_else(no_details, |outcome| Value::Object(outcome.details.clone())));
    let each = outcomes.iter().map(|(name, outcome)| {
        let mut one = json!({
            "EvalResourceName": name,
            "EvalResourceDecision": outcome.decision(),
            "MatchedStatements": outcome.matched,
            "MissingContextValues": outcome.missing,
        });
        if let Some(bounded) = outcome.bounded {
            one["PermissionsBoundaryDecisionDetail"] = json!({"AllowedByPermissionsBoundary": bounded});
        }
        if !outcome.details.is_empty() {
            one["EvalDecisionDetails"] = Value::Object(outcome.details.clone());
        }
        one
    });
    add("ResourceSpecificResults", each.collect());
    Value::Object(shown)
}

/// The resource of the whole result: the one, or what kind of thing several are.
fn whole_name(outcomes: &[(&String, Outcome)]) -> String {
    match outcomes {
        [(name, _)] => (*name).clone(),
        all if all.iter().all(|(name, _)| name.starts_with("arn:aws:s3:::") && name.contains('/')) => {
            "arn:aws:s3:::${BucketName}/${KeyName}".to_owned()
        }
        all if all.iter().all(|(name, _)| name.starts_with("arn:aws:s3:::")) => "arn:aws:s3:::${BucketName}".to_owned(),
        _ => "*".to_owned(),
    }
}
