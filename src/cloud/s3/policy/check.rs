//! What S3 takes as the policy of a bucket or an access point, and in which words it refuses the rest. The first fault found is the
//! answer.

use serde_json::Value;

use super::{
    super::errors,
    actions::{self, About, Comes},
};
use crate::{
    World,
    api::ApiError,
    ident::{AccountId, Caller},
    policy::{
        Context, Document, Flaw, Malformed, Policy, Principal, arn,
        condition::{Compare, Condition, Network},
        document::{Listed, Statement, Written},
        json::Trouble,
        pattern::{Pattern, Reading, Variables},
    },
};

/// Most bytes of a policy, without white space (S3 User Guide, bucket policies).
const MAX_BYTES: usize = 20_480;

/// What a policy hangs on, for its Resource elements.
pub struct PolicyTarget {
    /// The ARN of the whole.
    whole: String,
    /// The ARN of something in it, less its name.
    inside: String,
    /// How many slashes the ARN of the whole has.
    n_slashes: usize,
}

impl PolicyTarget {
    /// A bucket.
    pub fn bucket(name: &str) -> Self {
        Self { whole: format!("arn:aws:s3:::{name}"), inside: format!("arn:aws:s3:::{name}/"), n_slashes: 0 }
    }

    /// An access point.
    pub fn access_point(arn: &str) -> Self {
        Self { whole: arn.to_owned(), inside: format!("{arn}/object/"), n_slashes: 1 }
    }

    /// True if the pattern may mean it or something in it, by the part before a key begins.
    fn is_meant(&self, resource: &Written) -> bool {
        let text = resource.text.as_str();
        let head_len = text.match_indices('/').nth(self.n_slashes).map_or(text.len(), |(at, _)| at);
        let head = Pattern::read(&text[..head_len], Reading { wildcards: true, variables: Variables::AfterFifthColon });
        text.starts_with("arn:") && arn::resource_matches(&head, &self.whole, &Context::default())
    }

    /// What a pattern is about: the whole, something in it, or both.
    fn about(&self, resource: &Written) -> impl Iterator<Item = About> {
        let is_whole = arn::resource_matches(&resource.pattern, &self.whole, &Context::default());
        let is_inside = !is_whole || resource.text.starts_with(&self.inside) || resource.text.contains('*');
        let both = [(is_whole, About::Bucket), (is_inside, About::Object)];
        both.into_iter().filter_map(|(is, about)| is.then_some(about))
    }
}

/// Reads and checks a policy, and gives it in the form in which S3 shows it.
pub fn checked_policy(world: &World, text: &str, target: &PolicyTarget) -> Result<Document, ApiError> {
    if !text.starts_with('{') {
        return Err(errors::malformed_policy(NOT_JSON));
    }
    let policy = Policy::read(text).map_err(|malformed| refused(&malformed))?;
    let value: Value = serde_json::from_str(text).map_err(|_| errors::malformed_policy(INVALID_JSON))?;
    if value.to_string().len() > MAX_BYTES {
        return Err(errors::malformed_policy(TOO_LARGE));
    }
    if policy.statements.is_empty() {
        return Err(errors::malformed_policy("Could not parse the policy: Statement is empty!"));
    }
    policy.statements.iter().try_for_each(|statement| check(world, statement, target))?;
    Document::read(&normal(value)).map_err(|malformed| refused(&malformed))
}

const NOT_JSON: &str = "Policies must be valid JSON and the first byte must be '{'";
const INVALID_JSON: &str = "This policy contains invalid Json";
const TOO_LARGE: &str = "Normalized policy document exceeds the maximum allowed size of 20480 bytes";
const SYNTAX: &str = "Invalid policy syntax.";
const PRINCIPAL: &str = "Invalid principal in policy";

fn refused(malformed: &Malformed) -> ApiError {
    let words = match &malformed.flaw {
        Flaw::NotAnObject => NOT_JSON.to_owned(),
        Flaw::Json(Trouble::TooLong) => TOO_LARGE.to_owned(),
        Flaw::Json(_) => INVALID_JSON.to_owned(),
        Flaw::Missing(element) => format!("Missing required field {element}"),
        Flaw::Version(_) => "The policy must contain a valid version string".to_owned(),
        Flaw::Effect(effect) => format!("Invalid effect: {effect}"),
        Flaw::Operator(operator) => format!("Invalid Condition type : {operator}"),
        Flaw::PrincipalKind(_) | Flaw::Kind("Principal") => PRINCIPAL.to_owned(),
        Flaw::Unknown(_) | Flaw::Kind(_) | Flaw::Both(_) => SYNTAX.to_owned(),
    };
    errors::malformed_policy(words)
}

/// The policy without white space; accounts that are named by their number are named by their root's ARN.
fn normal(mut value: Value) -> String {
    let statements = match value.get_mut("Statement") {
        Some(Value::Array(list)) => list.iter_mut().collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    };
    for statement in statements {
        for element in ["Principal", "NotPrincipal"] {
            match statement.get_mut(element).and_then(|principal| principal.get_mut("AWS")) {
                Some(Value::Array(list)) => list.iter_mut().for_each(spell_out),
                Some(one) => spell_out(one),
                None => {}
            }
        }
    }
    value.to_string()
}

fn spell_out(principal: &mut Value) {
    if let Some(account) = principal.as_str().and_then(AccountId::read) {
        *principal = Value::from(format!("arn:aws:iam::{account}:root"));
    }
}

fn check(world: &World, statement: &Statement, target: &PolicyTarget) -> Result<(), ApiError> {
    let missing = |element: &str| errors::malformed_policy(format!("Missing required field {element}"));
    let principals = statement.principals.as_ref().ok_or_else(|| missing("Principal"))?;
    if principals.values.is_empty() || !principals.values.iter().all(|principal| exists(world, principal)) {
        return Err(errors::malformed_policy(PRINCIPAL));
    }
    let actions = statement.actions.as_ref().ok_or_else(|| missing("Action"))?;
    if actions.values.is_empty() || actions.values.iter().any(|action| actions::named(&action.pattern).next().is_none()) {
        return Err(errors::malformed_policy("Policy has invalid action"));
    }
    let resources = statement.resources.as_ref().ok_or_else(|| missing("Resource"))?;
    if resources.values.is_empty() || !resources.values.iter().all(|resource| target.is_meant(resource)) {
        return Err(errors::malformed_policy("Policy has invalid resource"));
    }
    if !actions.not && !resources.not {
        let about: Vec<About> = resources.values.iter().flat_map(|resource| target.about(resource)).collect();
        let applies = |action: &Written| actions::named(&action.pattern).any(|(_, it)| about.contains(&it));
        if !actions.values.iter().all(applies) {
            return Err(errors::malformed_policy("Action does not apply to any resource(s) in statement"));
        }
    }
    statement.conditions.iter().try_for_each(|condition| check_condition(condition, actions))
}

fn check_condition(condition: &Condition, actions: &Listed<Written>) -> Result<(), ApiError> {
    let key = condition.key.as_str();
    if actions::comes(key, "") == Comes::Unknown {
        return Err(errors::malformed_policy("Policy has an invalid condition key"));
    }
    let comes = |action: &Written| actions::named(&action.pattern).any(|(name, _)| actions::comes(key, name) == Comes::With);
    if !actions.not && !actions.values.iter().all(comes) {
        return Err(errors::malformed_policy("Conditions do not apply to combination of actions and resources in statement"));
    }
    let is_range = |value: &String| Network::read(value).is_some();
    if condition.operator.compare == Compare::Address && !condition.values.iter().all(is_range) {
        return Err(errors::malformed_policy("Invalid IP address in Conditions"));
    }
    Ok(())
}

/// True if there is such a principal. S3 looks each up when a policy is set.
fn exists(world: &World, principal: &Principal) -> bool {
    match principal {
        Principal::Everyone => true,
        Principal::Account(account) => AccountId::ALL.contains(account),
        Principal::CanonicalUser(id) => AccountId::ALL.iter().any(|account| account.canonical_user_id() == *id),
        Principal::Service(name) => name.ends_with(".amazonaws.com") && !name.contains('*'),
        Principal::Federated(name) => !name.is_empty() && !name.contains('*'),
        Principal::Arn(arn) => is_known(world, arn),
        Principal::Id(_) => false,
    }
}

fn is_known(world: &World, arn: &str) -> bool {
    let parts: Vec<&str> = arn.splitn(6, ':').collect();
    let ["arn", "aws", service, "", account, name] = parts.as_slice() else { return false };
    if (*service, *account) == ("iam", "cloudfront") {
        return name.starts_with("user/CloudFront Origin Access Identity ");
    }
    let Some(account) = AccountId::read(account).filter(|account| AccountId::ALL.contains(account)) else { return false };
    let last = name.rsplit('/').next().unwrap_or_default();
    match (*service, name.split('/').next()) {
        ("iam", Some("user")) => {
            let caller = Caller::user(account, last);
            world.identity_of(&caller).is_some_and(|identity| identity.arn == arn)
        }
        ("iam", Some("role")) => {
            let caller = Caller::role(account, last, "any");
            world.identity_of(&caller).is_some_and(|identity| identity.role_arn.as_deref() == Some(arn))
        }
        ("sts", Some("assumed-role")) => {
            let role = name.split('/').nth(1).unwrap_or_default();
            world.identity_of(&Caller::role(account, role, last)).is_some()
        }
        ("sts", Some("federated-user")) => !last.is_empty(),
        _ => false,
    }
}
