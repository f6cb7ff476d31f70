//! `aws SERVICE wait …`: asks again and again while simulated time passes, until the condition holds or the CLI would give up.

use serde_json::{Map, Value};
use skylab_cloud::names::{Acceptor, Service, Waiter};

use crate::{
    cloud::{CallError, Endpoint},
    failure::Failure,
    query::Query,
};

/// Waits. Success says nothing, as in the CLI.
pub fn wait(endpoint: &mut Endpoint<'_>, service: &Service, waiter: &Waiter, params: &Map<String, Value>) -> Result<(), Failure> {
    let name = camel(&waiter.cli_name);
    let fail = |reason: String| Failure::general("WaiterError", format!("Waiter {name} failed: {reason}")).of(&waiter.operation);
    let mut matched: Option<&Acceptor> = None;
    for attempt in 1..=waiter.max_attempts.max(1) {
        let answer = endpoint.call(&service.name, &waiter.operation, Value::Object(params.clone()));
        if let Err(CallError::Failed(failure)) = answer {
            return Err(failure.of(&waiter.operation));
        }
        let found = first_match(&waiter.acceptors, &answer)?;
        matched = found.or(matched);
        match (found.map(|acceptor| acceptor.state.as_str()), &answer) {
            (Some("success"), _) => return Ok(()),
            (Some("failure"), _) => {
                let why = found.map(explain).unwrap_or_default();
                return Err(fail(format!("Waiter encountered a terminal failure state: {why}")));
            }
            (None, Err(CallError::Refused { code, message, .. })) => return Err(fail(format!("An error occurred ({code}): {message}"))),
            _ => {}
        }
        if attempt < waiter.max_attempts {
            endpoint.cloud.advance(i64::from(waiter.delay_secs) * 1_000);
        }
    }
    Err(fail(match matched {
        None => "Max attempts exceeded".to_owned(),
        Some(acceptor) => format!("Max attempts exceeded. Previously accepted state: {}", explain(acceptor)),
    }))
}

type Answer = Result<Value, CallError>;

fn first_match<'a>(acceptors: &'a [Acceptor], answer: &Answer) -> Result<Option<&'a Acceptor>, Failure> {
    for acceptor in acceptors {
        if matches(acceptor, answer)? {
            return Ok(Some(acceptor));
        }
    }
    Ok(None)
}

fn matches(acceptor: &Acceptor, answer: &Answer) -> Result<bool, Failure> {
    let expected = &acceptor.expected;
    Ok(match (acceptor.matcher.as_str(), answer) {
        ("status", Ok(_)) => *expected == 200,
        ("status", Err(CallError::Refused { status, .. })) => *expected == *status,
        ("error", answer) => match expected {
            Value::Bool(wanted) => answer.is_err() == *wanted,
            code => answer.as_ref().is_err_and(|error| *code == error.code()),
        },
        (matcher, Ok(answer)) => {
            let query = Query::parse(acceptor.argument.as_deref().unwrap_or("@")).and_then(|query| query.search(answer));
            let found = query.map_err(|error| Failure::general("WaiterError", error.message))?;
            let elements = found.as_array().filter(|elements| !elements.is_empty());
            match matcher {
                "path" => found == *expected,
                "pathAll" => elements.is_some_and(|elements| elements.iter().all(|element| element == expected)),
                "pathAny" => elements.is_some_and(|elements| elements.contains(expected)),
                _ => false,
            }
        }
        _ => false,
    })
}

/// botocore's words for what was matched.
fn explain(acceptor: &Acceptor) -> String {
    let argument = acceptor.argument.as_deref().unwrap_or_default();
    let expected = match &acceptor.expected {
        Value::String(text) => text.clone(),
        Value::Bool(truth) => if *truth { "True" } else { "False" }.to_owned(),
        other => other.to_string(),
    };
    match acceptor.matcher.as_str() {
        "path" => format!("For expression \"{argument}\" we matched expected path: \"{expected}\""),
        "pathAll" => format!("For expression \"{argument}\" all members matched expected path: \"{expected}\""),
        "pathAny" => format!("For expression \"{argument}\" we matched expected path: \"{expected}\" at least once"),
        "status" => format!("Matched expected HTTP status code: {expected}"),
        _ => format!("Matched expected service error code: {expected}"),
    }
}

/// `bucket-exists` → `BucketExists`, as messages name waiters.
fn camel(cli_name: &str) -> String {
    cli_name.split('-').map(|word| word[..1.min(word.len())].to_uppercase() + word.get(1..).unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use skylab_cloud::names;

    use super::*;
    use crate::{cloud::Actor, testing::FakeCloud};

    fn run(waiter: &str, cloud: &mut FakeCloud) -> Result<(), Failure> {
        let service = names::service("s3").unwrap();
        let mut endpoint = Endpoint { cloud, actor: &Actor::Admin, region: "us-east-1", pays: false };
        wait(&mut endpoint, service, service.waiter(waiter).unwrap(), &Map::new())
    }

    #[test]
    fn a_waiter_polls_until_its_condition_holds() {
        let mut cloud = FakeCloud::default().refuse("404", 404).refuse("404", 404).answer(Value::Null);
        assert_eq!(run("bucket-exists", &mut cloud), Ok(()));
        assert_eq!((cloud.calls.len(), cloud.millis), (3, 10_000));
        let mut cloud = FakeCloud::default().refuse("404", 404);
        assert_eq!(run("bucket-not-exists", &mut cloud), Ok(()));
    }

    #[test]
    fn a_waiter_gives_up_where_the_cli_does() {
        let mut cloud = FakeCloud::default();
        (0..20).for_each(|_| cloud = std::mem::take(&mut cloud).refuse("404", 404));
        let failure = run("bucket-exists", &mut cloud).unwrap_err();
        assert_eq!(failure.exit, 255);
        assert_eq!(
            failure.message,
            "Waiter BucketExists failed: Max attempts exceeded. Previously accepted state: Matched expected HTTP status code: 404"
        );
        assert_eq!((cloud.calls.len(), cloud.millis), (20, 95_000));
    }

    #[test]
    fn an_error_that_no_condition_expects_ends_a_waiter() {
        let failure = run("bucket-exists", &mut FakeCloud::default().refuse("500", 500)).unwrap_err();
        assert_eq!(failure.message, "Waiter BucketExists failed: An error occurred (500): refused");
    }
}
