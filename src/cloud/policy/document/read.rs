//! From JSON to a policy: every element checked for its kind, none passed over.

use super::{
    super::{
        condition::{Compare, Operator},
        json::{self, Json, Node},
        pattern::{Pattern, Reading, Variables},
        principal::{Kind, Principal},
    },
    Condition, Effect, Flaw, Listed, Malformed, Policy, Statement, Version, Written,
};

type Read<T> = Result<T, Malformed>;

fn flaw<T>(flaw: Flaw, at: &Node) -> Read<T> {
    Err(Malformed { flaw, at: at.span.start, statement: None })
}

pub(super) fn policy(text: &str) -> Read<Policy> {
    if !text.trim_start_matches([' ', '\t', '\n', '\r']).starts_with('{') {
        return Err(Malformed { flaw: Flaw::NotAnObject, at: 0, statement: None });
    }
    let root = json::parse(text).map_err(|(trouble, at)| Malformed { flaw: Flaw::Json(trouble), at, statement: None })?;
    let Json::Object(members) = &root.value else { return flaw(Flaw::NotAnObject, &root) };
    let (mut version, mut has_version, mut id, mut statements) = (Version::Old, false, None, None);
    for (name, node) in members {
        match name.as_str() {
            "Version" => {
                has_version = true;
                version = match text_of(node, "Version")? {
                    "2012-10-17" => Version::New,
                    "2008-10-17" => Version::Old,
                    other => return flaw(Flaw::Version(other.to_owned()), node),
                };
            }
            "Id" => id = Some(text_of(node, "Id")?.to_owned()),
            "Statement" => statements = Some(node),
            other => return flaw(Flaw::Unknown(other.to_owned()), node),
        }
    }
    let Some(statements) = statements else { return flaw(Flaw::Missing("Statement"), &root) };
    let nodes = match &statements.value {
        Json::Object(_) => std::slice::from_ref(statements),
        Json::List(nodes) => nodes,
        _ => return flaw(Flaw::Kind("Statement"), statements),
    };
    let one = |(number, node): (usize, &Node)| statement(node, version).map_err(|it| Malformed { statement: Some(number), ..it });
    let statements = nodes.iter().enumerate().map(one).collect::<Read<Vec<Statement>>>()?;
    Ok(Policy { version, has_version, id, statements })
}

fn text_of<'a>(node: &'a Node, element: &'static str) -> Read<&'a str> {
    if let Json::Text(text) = &node.value { Ok(text) } else { flaw(Flaw::Kind(element), node) }
}

/// One text or a list of texts.
fn texts(node: &Node, element: &'static str) -> Read<Vec<String>> {
    match &node.value {
        Json::Text(text) => Ok(vec![text.clone()]),
        Json::List(nodes) => nodes.iter().map(|node| text_of(node, element).map(str::to_owned)).collect(),
        _ => flaw(Flaw::Kind(element), node),
    }
}

fn statement(node: &Node, version: Version) -> Read<Statement> {
    let Json::Object(members) = &node.value else { return flaw(Flaw::Kind("Statement"), node) };
    let variables = version == Version::New;
    let arn = Reading { wildcards: true, variables: if variables { Variables::AfterFifthColon } else { Variables::Nowhere } };
    let action = Reading { wildcards: true, variables: Variables::Nowhere };
    let mut read = Statement {
        sid: None,
        effect: Effect::Deny,
        principals: None,
        actions: None,
        resources: None,
        conditions: Vec::new(),
        span: node.span.clone(),
    };
    let mut effect = None;
    for (name, node) in members {
        let not = name.starts_with("Not");
        match name.as_str() {
            "Sid" => read.sid = Some(text_of(node, "Sid")?.to_owned()),
            "Effect" => effect = Some(effect_of(node)?),
            "Principal" | "NotPrincipal" => put(&mut read.principals, "Principal", not, principals(node)?, node)?,
            "Action" | "NotAction" => put(&mut read.actions, "Action", not, written(node, "Action", action)?, node)?,
            "Resource" | "NotResource" => put(&mut read.resources, "Resource", not, written(node, "Resource", arn)?, node)?,
            "Condition" => read.conditions = conditions(node, variables)?,
            other => return flaw(Flaw::Unknown(other.to_owned()), node),
        }
    }
    match effect {
        Some(effect) => Ok(Statement { effect, ..read }),
        None => flaw(Flaw::Missing("Effect"), node),
    }
}

fn put<T>(place: &mut Option<Listed<T>>, element: &'static str, not: bool, values: Vec<T>, node: &Node) -> Read<()> {
    if place.is_some() {
        return flaw(Flaw::Both(element), node);
    }
    *place = Some(Listed { not, values });
    Ok(())
}

fn effect_of(node: &Node) -> Read<Effect> {
    match text_of(node, "Effect")? {
        "Allow" => Ok(Effect::Allow),
        "Deny" => Ok(Effect::Deny),
        other => flaw(Flaw::Effect(other.to_owned()), node),
    }
}

fn written(node: &Node, element: &'static str, reading: Reading) -> Read<Vec<Written>> {
    let one = |text: String| Written { pattern: Pattern::read(&text, reading), text };
    Ok(texts(node, element)?.into_iter().map(one).collect())
}

fn principals(node: &Node) -> Read<Vec<Principal>> {
    match &node.value {
        Json::Text(text) if text == "*" => Ok(vec![Principal::Everyone]),
        Json::Object(members) => {
            let mut found = Vec::new();
            for (kind, node) in members {
                let Some(known) = Kind::named(kind) else { return flaw(Flaw::PrincipalKind(kind.clone()), node) };
                found.extend(texts(node, "Principal")?.into_iter().map(|text| Principal::of(known, text)));
            }
            Ok(found)
        }
        _ => flaw(Flaw::Kind("Principal"), node),
    }
}

fn conditions(node: &Node, variables: bool) -> Read<Vec<Condition>> {
    let Json::Object(operators) = &node.value else { return flaw(Flaw::Kind("Condition"), node) };
    let mut found = Vec::new();
    for (name, node) in operators {
        let Json::Object(keys) = &node.value else { return flaw(Flaw::Kind("Condition"), node) };
        let Some(operator) = Operator::named(name) else { return flaw(Flaw::Operator(name.clone()), node) };
        for (key, node) in keys {
            let values = scalars(node)?;
            let fits = operator.compare != Compare::Absent
                || values.iter().all(|value| value.eq_ignore_ascii_case("true") || value.eq_ignore_ascii_case("false"));
            if !fits {
                return flaw(Flaw::Kind("Condition"), node);
            }
            found.push(Condition::new(name, operator, key, values, variables));
        }
    }
    Ok(found)
}

/// Values of a condition: texts, numbers and truths, one or a list.
fn scalars(node: &Node) -> Read<Vec<String>> {
    let one = |node: &Node| match &node.value {
        Json::Text(text) | Json::Number(text) => Ok(text.clone()),
        Json::Bool(truth) => Ok(truth.to_string()),
        _ => flaw(Flaw::Kind("Condition"), node),
    };
    match &node.value {
        Json::List(nodes) => nodes.iter().map(one).collect(),
        _ => Ok(vec![one(node)?]),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::super::json::Trouble, *};

    fn flaw_of(text: &str) -> Flaw {
        Policy::read(text).unwrap_err().flaw
    }

    #[test]
    fn every_element_of_a_statement_is_read() {
        let policy = Policy::read(
            r#"{"Version": "2012-10-17", "Id": "x", "Statement": {"Sid": "a", "Effect": "Deny",
                "NotPrincipal": {"AWS": ["123456789012", "arn:aws:iam::123456789012:user/kim"], "Service": "s3.amazonaws.com"},
                "NotAction": "s3:Get*", "NotResource": ["arn:aws:s3:::b", "*"],
                "Condition": {"StringLike": {"s3:prefix": ["a", "b"], "aws:x": "c"}, "Bool": {"aws:SecureTransport": true},
                              "NumericLessThan": {"s3:max-keys": 10}}}}"#,
        )
        .unwrap();
        let statement = &policy.statements[0];
        assert_eq!((policy.version, policy.id.as_deref(), statement.sid.as_deref()), (Version::New, Some("x"), Some("a")));
        assert_eq!(statement.effect, Effect::Deny);
        assert!(statement.principals.as_ref().is_some_and(|it| it.not && it.values.len() == 3));
        assert!(statement.actions.as_ref().is_some_and(|it| it.not && it.values[0].text == "s3:Get*"));
        assert!(statement.resources.as_ref().is_some_and(|it| it.not && it.values.len() == 2));
        let written: Vec<_> = statement.conditions.iter().map(|it| (it.written.as_str(), it.values.len())).collect();
        assert_eq!(written, [("StringLike", 2), ("StringLike", 1), ("Bool", 1), ("NumericLessThan", 1)]);
        assert_eq!(statement.conditions[3].values, ["10"]);
    }

    #[test]
    fn without_a_version_a_policy_is_of_the_old_one() {
        let policy = Policy::read(r#"{"Statement": []}"#).unwrap();
        assert_eq!((policy.version, policy.has_version, policy.statements.len()), (Version::Old, false, 0));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let text = "{\n \"Statement\": [{\"Effect\": \"Allow\"},\n  {\"Effect\": \"Maybe\"}]}";
        let malformed = Policy::read(text).unwrap_err();
        assert_eq!(malformed.flaw, Flaw::Effect("Maybe".to_owned()));
        assert_eq!((malformed.statement, malformed.place(text)), (Some(1), (3, 14)));
    }

    #[test]
    fn no_element_is_passed_over() {
        let statement = |inside: &str| format!(r#"{{"Statement": {{"Effect": "Allow"{inside}}}}}"#);
        let table = [
            ("not json".to_owned(), Flaw::NotAnObject),
            ("[]".to_owned(), Flaw::NotAnObject),
            ("{".to_owned(), Flaw::Json(Trouble::Syntax)),
            (r#"{"Statement": [], "Statement": []}"#.to_owned(), Flaw::Json(Trouble::DuplicateName)),
            ("{\"Statement\": ".to_owned() + &"[".repeat(10_000), Flaw::Json(Trouble::TooDeep)),
            ("{}".to_owned(), Flaw::Missing("Statement")),
            (r#"{"Statement": "x"}"#.to_owned(), Flaw::Kind("Statement")),
            (r#"{"Statement": [[]]}"#.to_owned(), Flaw::Kind("Statement")),
            (r#"{"Statement": [{}]}"#.to_owned(), Flaw::Missing("Effect")),
            (r#"{"Statement": [], "Rules": []}"#.to_owned(), Flaw::Unknown("Rules".to_owned())),
            (r#"{"Version": "2012-10-18", "Statement": []}"#.to_owned(), Flaw::Version("2012-10-18".to_owned())),
            (statement(r#", "action": "s3:*""#), Flaw::Unknown("action".to_owned())),
            (statement(r#", "Action": 1"#), Flaw::Kind("Action")),
            (statement(r#", "Action": "a", "NotAction": "b""#), Flaw::Both("Action")),
            (statement(r#", "Resource": {"a": "b"}"#), Flaw::Kind("Resource")),
            (statement(r#", "Principal": "kim""#), Flaw::Kind("Principal")),
            (statement(r#", "Principal": {"User": "kim"}"#), Flaw::PrincipalKind("User".to_owned())),
            (statement(r#", "Condition": {"Equals": {"a": "b"}}"#), Flaw::Operator("Equals".to_owned())),
            (statement(r#", "Condition": {"StringEquals": {"a": {"b": "c"}}}"#), Flaw::Kind("Condition")),
            (statement(r#", "Condition": {"Null": {"a": "maybe"}}"#), Flaw::Kind("Condition")),
        ];
        for (text, expected) in table {
            assert_eq!(flaw_of(&text), expected, "{}", text.get(..80).unwrap_or(&text));
        }
    }
}
