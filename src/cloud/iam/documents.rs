//! What IAM takes as a policy document, and in which words it refuses the rest. The order of the checks is AWS's.

use super::errors;
use crate::{
    api::ApiError,
    policy::{
        Document, Effect, Flaw, Malformed, Policy,
        condition::Compare,
        document::{Listed, Statement, Version, Written, n_characters},
        principal::Principal,
    },
};

/// Longest managed policy, in characters that are no white space (IAM quotas).
pub(super) const MANAGED_LEN: usize = 6_144;
/// Longest trust policy.
const TRUST_LEN: usize = 2_048;
/// Longest document that is taken at all (IAM API Reference).
const DOCUMENT_LEN: usize = 131_072;

/// What an IAM resource's ARN may go on with.
const IAM_RESOURCES: &[&str] = &[
    "user/",
    "federated-user/",
    "role/",
    "group/",
    "instance-profile/",
    "mfa/",
    "server-certificate/",
    "policy/",
    "sms-mfa/",
    "saml-provider/",
    "oidc-provider/",
    "report/",
    "access-report/",
];

/// A policy for users, groups and roles.
pub(super) fn identity(text: &str) -> Result<Document, ApiError> {
    length(text)?;
    let document = Document::read(text).map_err(|malformed| errors::malformed(worded(&malformed)))?;
    identity_policy(document.policy())?;
    Ok(document)
}

fn length(text: &str) -> Result<(), ApiError> {
    let mut faults = super::check::Faults::default();
    faults.length("policyDocument", text, 1..=DOCUMENT_LEN);
    faults.told()
}

/// Whatever is no policy at all is a syntax error; IAM says no more.
fn worded(malformed: &Malformed) -> String {
    match malformed.flaw {
        Flaw::PrincipalKind(_) => "Policy document should not specify a principal.".to_owned(),
        // an effect in the wrong case gets as far as the older parser
        Flaw::Effect(ref effect) if ["allow", "deny"].contains(&effect.to_ascii_lowercase().as_str()) => {
            "The policy failed legacy parsing".to_owned()
        }
        _ => "Syntax errors in policy.".to_owned(),
    }
}

fn identity_policy(policy: &Policy) -> Result<(), ApiError> {
    if policy.statements.is_empty() {
        return Err(errors::malformed("Syntax errors in policy."));
    }
    if policy.version != Version::New {
        return Err(errors::malformed("Policy document must be version 2012-10-17 or greater."));
    }
    if policy.statements.iter().any(|statement| statement.principals.is_some()) {
        return Err(errors::malformed("Policy document should not specify a principal."));
    }
    legacy(policy)?;
    if policy.repeated_sid().is_some() {
        return Err(errors::malformed("Statement IDs (SID) in a single policy must be unique."));
    }
    let filled = |listed: &Option<Listed<Written>>| listed.as_ref().is_some_and(|listed| !listed.values.is_empty());
    if !policy.statements.iter().all(|statement| filled(&statement.actions)) {
        return Err(errors::malformed("Policy statement must contain actions."));
    }
    if !policy.statements.iter().all(|statement| filled(&statement.resources)) {
        return Err(errors::malformed("Policy statement must contain resources."));
    }
    for statement in &policy.statements {
        statement.resources.iter().flat_map(|listed| &listed.values).try_for_each(|it| resource(&it.text))?;
    }
    for statement in &policy.statements {
        sid(statement)?;
        statement.actions.iter().flat_map(|listed| &listed.values).try_for_each(|it| action(&it.text))?;
    }
    Ok(())
}

/// What the older parser stumbles over: too few colons in an ARN that has two in a row, no service, dates that are none.
fn legacy(policy: &Policy) -> Result<(), ApiError> {
    let failed = || errors::malformed("The policy failed legacy parsing");
    for statement in &policy.statements {
        for it in statement.resources.iter().flat_map(|listed| &listed.values) {
            let parts: Vec<&str> = it.text.splitn(6, ':').collect();
            let looks_like_an_arn = it.text.starts_with("arn:aws:");
            if looks_like_an_arn && (it.text.contains("::") && parts.len() < 6 || parts.get(2).is_none_or(|service| service.is_empty())) {
                return Err(failed());
            }
        }
        let dates = statement.conditions.iter().filter(|condition| matches!(condition.operator.compare, Compare::Date(_)));
        for value in dates.flat_map(|condition| &condition.values) {
            if crate::names::parse_timestamp(&serde_json::Value::from(value.as_str())).is_none() {
                return Err(failed());
            }
        }
    }
    Ok(())
}

fn sid(statement: &Statement) -> Result<(), ApiError> {
    let fine = statement.sid.as_ref().is_none_or(|sid| sid.chars().all(|c| c.is_ascii_alphanumeric()));
    if fine {
        return Ok(());
    }
    Err(errors::malformed("Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*"))
}

fn action(text: &str) -> Result<(), ApiError> {
    let parts: Vec<&str> = text.split(':').collect();
    let vendor = parts[0];
    match parts.len() {
        1 if vendor == "*" => Ok(()),
        1 => Err(errors::malformed("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.")),
        2 if vendor == "*" || vendor.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c)) => Ok(()),
        2 => Err(errors::malformed(format!("Vendor {vendor} is not valid"))),
        _ => Err(errors::malformed("Actions/Condition can contain only one colon.")),
    }
}

fn resource(text: &str) -> Result<(), ApiError> {
    if text == "*" {
        return Ok(());
    }
    let parts: Vec<&str> = text.splitn(6, ':').collect();
    if parts.len() < 2 || parts[0] != "arn" {
        return Err(errors::malformed(format!("Resource {text} must be in ARN format or \"*\".")));
    }
    let part = |at: usize| parts.get(at).copied();
    if !matches!(parts[1], "aws" | "aws-cn" | "aws-us-gov" | "*") {
        let rest: Vec<&str> =
            (2..6).map(|at| part(at).filter(|part| at > 2 || !part.is_empty() || parts.len() > 3).unwrap_or("*")).collect();
        let (partition, rest) = (parts[1], rest.join(":"));
        return Err(errors::malformed(format!("Partition \"{partition}\" is not valid for resource \"arn:{partition}:{rest}\".")));
    }
    let Some(vendor) = part(2).filter(|vendor| *vendor == "*" || !vendor.contains(['*', '?'])) else {
        return Err(errors::malformed("Resource vendor must be fully qualified and cannot contain regexes."));
    };
    match (vendor, part(3), part(5)) {
        ("iam", Some(region), _) if !region.is_empty() && region != "*" => {
            Err(errors::malformed(format!("IAM resource {text} cannot contain region information.")))
        }
        ("iam", _, Some(path)) if !is_iam_path(path) => {
            let starts = IAM_RESOURCES.join(", ");
            Err(errors::malformed(format!("IAM resource path must either be \"*\", root, or start with {starts}.")))
        }
        _ => Ok(()),
    }
}

fn is_iam_path(path: &str) -> bool {
    path == "*" || path == "root" || IAM_RESOURCES.iter().any(|start| path.starts_with(start))
}

/// A trust policy, which says who may assume a role. `knows` tells whether a user or role of that ARN exists.
pub(super) fn trust(text: &str, knows: impl Fn(&Principal) -> bool) -> Result<Document, ApiError> {
    length(text)?;
    let document = Document::read(text).map_err(|malformed| {
        errors::malformed(match malformed.flaw {
            Flaw::Json(_) | Flaw::NotAnObject => "This policy contains invalid Json".to_owned(),
            Flaw::Unknown(element) => format!("Unknown field {element}"),
            Flaw::Missing(element) => format!("Missing required field {element}"),
            Flaw::Effect(effect) => format!("Invalid effect: {effect}"),
            Flaw::PrincipalKind(kind) => format!("Invalid principal in policy: {kind}"),
            Flaw::Version(_) => "The policy must contain a valid version string".to_owned(),
            _ => "Syntax errors in policy.".to_owned(),
        })
    })?;
    if document.policy().statements.is_empty() {
        return Err(errors::malformed("Missing required field Statement"));
    }
    document.policy().statements.iter().try_for_each(|statement| trust_statement(statement, &knows))?;
    if n_characters(text) > TRUST_LEN {
        return Err(errors::quota("ACLSizePerRole", TRUST_LEN));
    }
    Ok(document)
}

fn trust_statement(statement: &Statement, knows: &impl Fn(&Principal) -> bool) -> Result<(), ApiError> {
    if statement.resources.is_some() {
        return Err(errors::malformed("Has prohibited field Resource"));
    }
    let Some(principals) = statement.principals.as_ref().filter(|principals| !principals.values.is_empty()) else {
        return Err(errors::malformed("Missing required field Principal"));
    };
    if principals.not && statement.effect == Effect::Allow {
        return Err(errors::malformed("Has prohibited field NotPrincipal"));
    }
    let Some(actions) = statement.actions.as_ref().filter(|actions| !actions.values.is_empty()) else {
        return Err(errors::malformed("Missing required field Action"));
    };
    let about_assuming = |it: &Written| {
        let (vendor, name) = it.text.split_once(':').unwrap_or(("", ""));
        let starts = ["assumerole", "tagsession", "setsourceidentity", "setcontext", "*"];
        vendor.eq_ignore_ascii_case("sts") && starts.iter().any(|start| name.to_ascii_lowercase().starts_with(start))
    };
    if !actions.values.iter().all(about_assuming) {
        return Err(errors::malformed("AssumeRole policy may only specify STS AssumeRole actions."));
    }
    for principal in &principals.values {
        let fine = match principal {
            Principal::Everyone | Principal::Federated(_) => true,
            Principal::Service(name) => name.ends_with(".amazonaws.com") && !name.contains('*'),
            other => knows(other),
        };
        if !fine {
            let (kind, text) = named(principal);
            return Err(errors::malformed(format!("Invalid principal in policy: \"{kind}\":\"{text}\"")));
        }
    }
    Ok(())
}

fn named(principal: &Principal) -> (&'static str, String) {
    match principal {
        Principal::Everyone => ("AWS", "*".to_owned()),
        Principal::Account(account) => ("AWS", account.to_string()),
        Principal::Arn(text) | Principal::Id(text) => ("AWS", text.clone()),
        Principal::CanonicalUser(text) => ("CanonicalUser", text.clone()),
        Principal::Service(text) => ("SERVICE", text.clone()),
        Principal::Federated(text) => ("Federated", text.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        let Err(error) = identity(text) else { return String::new() };
        assert_eq!(error.code, "MalformedPolicyDocument");
        error.message
    }

    fn statement(inside: &str) -> String {
        format!(r#"{{"Version": "2012-10-17", "Statement": [{{"Effect": "Allow"{inside}}}]}}"#)
    }

    #[test]
    fn a_document_is_refused_in_iams_words() {
        let syntax = "Syntax errors in policy.";
        let table = [
            ("This is not a json document".to_owned(), syntax),
            (r#"{"Version": "2012-10-17"}"#.to_owned(), syntax),
            (r#"{"Version": "2012-10-17", "Statement": []}"#.to_owned(), syntax),
            (r#"{"Version": "2012-10-17", "Statement": [], "Statement": []}"#.to_owned(), syntax),
            ("[".repeat(10_000), syntax),
            (statement(r#", "Action": "s3:\ud800", "Resource": "*""#), syntax),
            (
                r#"{"Version": "2008-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}"#.to_owned(),
                "Policy document must be version 2012-10-17 or greater.",
            ),
            (statement(r#", "Resource": "*""#), "Policy statement must contain actions."),
            (statement(r#", "Action": [], "Resource": "*""#), "Policy statement must contain actions."),
            (statement(r#", "Action": "s3:*""#), "Policy statement must contain resources."),
            (
                statement(r#", "Action": "ListBucket", "Resource": "*""#),
                "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
            ),
            (statement(r#", "Action": "a a:ListBucket", "Resource": "*""#), "Vendor a a is not valid"),
            (statement(r#", "Action": "s3:s3:ListBucket", "Resource": "*""#), "Actions/Condition can contain only one colon."),
            (
                statement(r#", "Action": "s3:*", "Resource": "invalid resource""#),
                "Resource invalid resource must be in ARN format or \"*\".",
            ),
            (
                statement(r#", "Action": "s3:*", "Resource": "arn:bsdfdsafsad""#),
                "Partition \"bsdfdsafsad\" is not valid for resource \"arn:bsdfdsafsad:*:*:*:*\".",
            ),
            (
                statement(r#", "Action": "s3:*", "Resource": "arn:b:cadfsdf""#),
                "Partition \"b\" is not valid for resource \"arn:b:cadfsdf:*:*:*\".",
            ),
            (
                statement(r#", "Action": "s3:*", "Resource": "arn:error:s3:::example_bucket""#),
                "Partition \"error\" is not valid for resource \"arn:error:s3:::example_bucket\".",
            ),
            (
                statement(r#", "Action": "iam:*", "Resource": "arn:aws:iam::123456789012:usersd""#),
                "IAM resource path must either be \"*\", root, or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.",
            ),
            (statement(r#", "Action": "s3:*", "Resource": "arn:aws:s3::example_bucket""#), "The policy failed legacy parsing"),
            (
                statement(r#", "Action": "s3:*", "Resource": "*", "Condition": {"DateGreaterThan": {"aws:CurrentTime": "someday"}}"#),
                "The policy failed legacy parsing",
            ),
            (statement(r#", "Action": "s3:*", "Resource": "*", "Principal": "*""#), "Policy document should not specify a principal."),
        ];
        for (text, expected) in table {
            assert_eq!(refusal(&text), expected, "{}", text.get(..120).unwrap_or(&text));
        }
    }

    #[test]
    fn what_iam_takes_is_taken() {
        for inside in [
            r#", "Action": "*", "Resource": "*""#,
            r#", "Action": ["s3:Get*", "S3:list?ucket"], "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/${aws:username}/*"]"#,
            r#", "NotAction": "iam:*", "NotResource": "arn:aws:iam::123456789012:user/*""#,
            r#", "Sid": "A1", "Action": "sqs:*", "Resource": "arn:aws:sqs""#,
        ] {
            assert_eq!(refusal(&statement(inside)), "", "{inside}");
        }
    }

    #[test]
    fn a_trust_policy_names_principals_and_assuming_alone() {
        let told = |inside: &str| {
            let text = format!(r#"{{"Version": "2012-10-17", "Statement": [{{"Effect": "Allow", {inside}}}]}}"#);
            trust(&text, |principal| matches!(principal, Principal::Account(_))).map_or_else(|error| error.message, |_| String::new())
        };
        let table = [
            (r#""Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole""#, ""),
            (r#""Principal": {"AWS": "123456789012"}, "Action": ["sts:AssumeRole", "sts:TagSession"]"#, ""),
            (r#""Principal": "*", "Action": "sts:*""#, ""),
            (
                r#""Principal": {"Service": "ec2.amazonaws.com"}, "Action": "s3:Get*""#,
                "AssumeRole policy may only specify STS AssumeRole actions.",
            ),
            (r#""Principal": "*", "Action": "sts:AssumeRole", "Resource": "*""#, "Has prohibited field Resource"),
            (r#""Action": "sts:AssumeRole""#, "Missing required field Principal"),
            (
                r#""Principal": {"AWS": "arn:aws:iam::123456789012:user/nobody"}, "Action": "sts:AssumeRole""#,
                r#"Invalid principal in policy: "AWS":"arn:aws:iam::123456789012:user/nobody""#,
            ),
            (r#""Principal": {"Service": "*"}, "Action": "sts:AssumeRole""#, r#"Invalid principal in policy: "SERVICE":"*""#),
        ];
        for (inside, expected) in table {
            assert_eq!(told(inside), expected, "{inside}");
        }
        assert_eq!(trust("not json", |_| true).unwrap_err().message, "This policy contains invalid Json");
    }
}
