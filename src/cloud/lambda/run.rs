//! Running functions: at once for somebody who waits, and from the list of events that were taken. A failed event is tried twice
//! more, after one minute and after two (Lambda Developer Guide, error handling); what led back to itself too often is stopped.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    function::Function,
    outcome::{self, Condition, Invocation, Outcome},
};
use crate::{
    World,
    agenda::Cause,
    api::Origin,
    clock::{MINUTE_MS, SECOND_MS, SimTime},
    usage::UsageKey,
    world::Happening,
};

/// From taking an event to working on it.
const START_MS: i64 = 50;
/// What every run takes.
const DURATION_MS: i64 = 100;
/// Retries of a failed event, unless the function says otherwise.
const MAX_RETRIES: u32 = 2;
/// An event is kept so long, unless the function says otherwise.
const MAX_AGE_SECS: i64 = 6 * 3_600;
/// Runs of one function in one chain of events before the next one is stopped (Lambda Developer Guide, recursive loop detection).
const MAX_RECURSION: u32 = 16;

/// An event that was taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Waiting {
    pub(super) at: SimTime,
    pub(super) number: u64,
    pub(super) function: String,
    pub(super) request_id: String,
    pub(super) payload: Value,
    pub(super) taken: SimTime,
    pub(super) attempts: u32,
    pub(super) cause: Cause,
}

/// Takes an event to be worked on later.
pub(super) fn take(world: &mut World, function: &str, payload: Value) {
    world.lambda.n_taken += 1;
    let number = world.lambda.n_taken;
    let (now, cause) = (world.now(), world.cause().clone());
    let request_id = request_id(world);
    let at = now.plus(START_MS);
    insert(world, Waiting { at, number, function: function.to_owned(), request_id, payload, taken: now, attempts: 0, cause });
}

fn insert(world: &mut World, event: Waiting) {
    let waiting = &mut world.lambda.waiting;
    let place = waiting.partition_point(|other| (other.at, other.number) < (event.at, event.number));
    waiting.insert(place, event);
}

/// A new request id.
fn request_id(world: &mut World) -> String {
    let number = world.core.ids.take("lambda-request", 1);
    world.core.ids.uuid("lambda-request", number)
}

/// Works on every event that is due.
pub(super) fn work(world: &mut World) {
    let now = world.now();
    while world.lambda.waiting.first().is_some_and(|event| event.at <= now) {
        let event = world.lambda.waiting.remove(0);
        if let Some(function) = world.lambda.functions.get(&event.function).cloned() {
            world.because_of(event.cause.clone(), |world| attempt(world, &function, event));
        }
    }
}

fn attempt(world: &mut World, function: &Function, mut event: Waiting) {
    let limits = function.events.clone().unwrap_or_default();
    let max_age = limits.max_age_secs.unwrap_or(MAX_AGE_SECS) * SECOND_MS;
    if world.now().since(event.taken) > max_age {
        outcome::send_on(world, function, &event, Condition::EventAgeExceeded, &Value::Null);
        return;
    }
    if !function.may_recur && event.cause.n_acts(&event.function) >= MAX_RECURSION {
        stop(world, function, &event);
        return;
    }
    event.attempts += 1;
    let ran = run(world, function, &event.payload, &event.request_id, event.attempts, true);
    match ran.outcome {
        Outcome::Failed(_) if event.attempts <= limits.retries.unwrap_or(MAX_RETRIES) => {
            let again = world.now().plus(i64::from(event.attempts) * MINUTE_MS);
            if again.since(event.taken) > max_age {
                outcome::send_on(world, function, &event, Condition::EventAgeExceeded, &Value::Null);
            } else {
                insert(world, Waiting { at: again, ..event });
            }
        }
        Outcome::Failed(error) => outcome::send_on(world, function, &event, Condition::RetriesExhausted, &error),
        Outcome::Succeeded(answer) => outcome::send_on(world, function, &event, Condition::Success, &answer),
        Outcome::Stopped => {}
    }
}

/// Lambda's loop detection: the event is not worked on, and goes where failed events go.
fn stop(world: &mut World, function: &Function, event: &Waiting) {
    let invocation = Invocation {
        at: world.now(),
        request_id: event.request_id.clone(),
        attempt: event.attempts + 1,
        asynchronous: true,
        event: outcome::shown(&event.payload),
        outcome: Outcome::Stopped,
        duration_millis: 0,
        memory_mb: function.settings.memory_mb,
    };
    if let Some(function) = world.lambda.functions.get_mut(&event.function) {
        function.remember(invocation);
    }
    tell(world, function, "RecursiveInvocationsDropped", [("requestId", json!(event.request_id))]);
    outcome::send_on(world, function, event, Condition::RecursiveLoop, &Value::Null);
}

fn tell<const N: usize>(world: &mut World, function: &Function, name: &str, facts: [(&str, Value); N]) {
    let facts = facts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    world.happen(Happening { name: name.to_owned(), resource: function.arn(), facts });
}

/// Runs a function once, as its role, and keeps the record of it.
pub(super) fn run(world: &mut World, function: &Function, event: &Value, request_id: &str, attempt: u32, asynchronous: bool) -> Invocation {
    let origin = Origin { caller: function.caller(), region: function.region() };
    let cause = world.cause().clone().with_act(&function.arn());
    let result = world.because_of(cause, |world| function.behaviour().carry_out(world, &origin, function, event));
    let outcome = match result {
        Ok(answer) => Outcome::Succeeded(answer),
        Err(failure) => Outcome::Failed(failure.payload()),
    };
    let failed = matches!(outcome, Outcome::Failed(_));
    let invocation = Invocation {
        at: world.now(),
        request_id: request_id.to_owned(),
        attempt,
        asynchronous,
        event: outcome::shown(event),
        outcome,
        duration_millis: DURATION_MS,
        memory_mb: function.settings.memory_mb,
    };
    count(world, function);
    if asynchronous {
        let facts = [("requestId", json!(request_id)), ("attempt", json!(attempt)), ("failed", json!(failed))];
        tell(world, function, "Invoke", facts);
    }
    if let Some(function) = world.lambda.functions.get_mut(&function.arn()) {
        function.remember(invocation.clone());
    }
    invocation
}

/// A new request for somebody who waits.
pub(super) fn run_now(world: &mut World, function: &Function, event: &Value) -> Invocation {
    let request_id = request_id(world);
    run(world, function, event, &request_id, 1, false)
}

/// One request, and memory × time.
fn count(world: &mut World, function: &Function) {
    let arm = function.code.architecture == "arm64";
    let key = |usage_type: &'static str| UsageKey {
        account: function.account(),
        region: function.region(),
        usage_type: Cow::Borrowed(usage_type),
        operation: Cow::Borrowed("Invoke"),
        resource: function.name().into(),
    };
    let (requests, time) = if arm { ("Request-ARM", "Lambda-GB-Second-ARM") } else { ("Request", "Lambda-GB-Second") };
    let mb_millis = u128::from(function.settings.memory_mb.unsigned_abs()) * u128::from(DURATION_MS.unsigned_abs());
    world.record(vec![(key(requests), 1), (key(time), mb_millis)]);
}
