//! Undo, seeking, branches and gestures of a sandbox.

use super::*;
use crate::{clock::DAY_MS, ident::Region, s3};

fn origin() -> Origin {
    Origin::admin(Region::US_EAST_1)
}

fn create(name: &str) -> s3::CreateBucket {
    s3::CreateBucket { bucket: name.to_owned(), ..Default::default() }
}

fn names(sandbox: &Sandbox) -> Vec<String> {
    sandbox.world().s3.buckets().map(|bucket| bucket.name().to_owned()).collect()
}

fn three_steps() -> Sandbox {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    sandbox.call(&origin(), create("first")).unwrap();
    sandbox.advance(10 * DAY_MS);
    sandbox.call(&origin(), create("second")).unwrap();
    sandbox
}

#[test]
fn undo_returns_to_the_state_and_the_time_before_a_gesture() {
    let mut sandbox = three_steps();
    assert!(sandbox.undo());
    assert_eq!(names(&sandbox), ["first"]);
    assert!(sandbox.undo());
    assert_eq!(sandbox.now(), SimTime::START);
    assert!(sandbox.redo() && sandbox.redo() && !sandbox.redo());
    assert_eq!(names(&sandbox), ["first", "second"]);
}

#[test]
fn one_gesture_of_several_acts_is_undone_at_once() {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    sandbox.gesture(|it| {
        it.call(&origin(), create("aaa")).unwrap();
        it.call(&origin(), create("bbb")).unwrap();
    });
    assert!(sandbox.undo());
    assert!(names(&sandbox).is_empty() && !sandbox.can_undo());
}

#[test]
fn acting_in_the_past_keeps_the_old_future_as_a_branch() {
    let mut sandbox = three_steps();
    sandbox.seek(SimTime::START.plus_days(4));
    assert_eq!(sandbox.now(), SimTime::START.plus_days(4));
    sandbox.call(&origin(), create("other")).unwrap();
    assert_eq!(names(&sandbox), ["first", "other"]);
    assert_eq!(sandbox.n_branches(), 2);
    assert_eq!(sandbox.other_branches().collect::<Vec<_>>(), [(SimTime::START.plus_days(4), SimTime::START.plus_days(10))]);
    sandbox.switch(0);
    sandbox.seek(sandbox.end());
    assert_eq!(names(&sandbox), ["first", "second"]);
}

#[test]
fn advances_of_one_gesture_join_into_one_input() {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    sandbox.gesture(|it| (0..100).for_each(|_| it.advance(1_000)));
    assert_eq!(sandbox.inputs().len(), 1);
    assert_eq!(sandbox.now(), SimTime::START.plus(100_000));
}

#[test]
fn playing_on_is_one_gesture_and_a_step_is_another() {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    sandbox.advance(5_000);
    sandbox.advance_on(5_000);
    sandbox.advance(1_000);
    assert_eq!(sandbox.inputs().len(), 2);
    sandbox.undo();
    assert_eq!(sandbox.now(), SimTime::START.plus(10_000));
    sandbox.undo();
    assert_eq!(sandbox.now(), SimTime::START);
}

fn loaded() -> Sandbox {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    sandbox.call(&origin(), create("logs")).unwrap();
    let load = s3::StartLoad {
        bucket: "logs".to_owned(),
        bytes_per_month: 31 << 20,
        object_bytes: 1 << 20,
        until: SimTime::START.plus_days(2_000),
        ..Default::default()
    };
    sandbox.call(&origin(), load).unwrap();
    sandbox
}

#[test]
fn every_moment_within_a_long_advance_is_found_again() {
    let mut sandbox = loaded();
    sandbox.advance(2_000 * DAY_MS);
    sandbox.call(&origin(), create("after")).unwrap();
    for days in [0, 3, 700, 1_500, 1_999] {
        let mut direct = loaded();
        direct.advance(i64::from(days) * DAY_MS + 1);
        sandbox.seek(direct.now());
        assert_eq!(sandbox.world().hashes(), direct.world().hashes(), "day {days}");
    }
    sandbox.seek(sandbox.end());
    assert_eq!(names(&sandbox), ["after", "logs"]);
}

#[test]
fn a_refused_request_leaves_an_event_and_no_resource() {
    let mut sandbox = three_steps();
    let before = sandbox.world().s3.clone();
    let refusal = sandbox.call(&origin(), create("NO")).unwrap_err();
    assert_eq!(refusal.code, "InvalidBucketName");
    assert_eq!(sandbox.world().s3, before);
    assert_eq!(sandbox.events().last().unwrap().kind, EventKind::Answered(Some(Box::new(refusal))));
}

#[test]
fn a_call_sent_later_is_made_at_its_moment() {
    let mut world = World::new(SimTime::START, 1);
    let from = origin();
    crate::api::Call { world: &mut world, origin: &from }.send_later(500, create("later"));
    world.run_until(SimTime::START.plus(499));
    assert_eq!(world.s3.buckets().count(), 0);
    world.run_until(SimTime::START.plus(500));
    assert_eq!(world.s3.buckets().count(), 1);
}

#[test]
fn a_past_decision_is_explained_as_it_was_made() {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    let kim = Origin { caller: crate::ident::Caller::user(crate::ident::AccountId::OWN, "kim"), region: Region::US_EAST_1 };
    let ask = |sandbox: &mut Sandbox, operation: &str, params: Value| {
        let request = Request::parse("iam", operation, params).unwrap();
        sandbox.call(&origin(), request).unwrap();
    };
    ask(&mut sandbox, "CreateUser", serde_json::json!({"UserName": "kim"}));
    assert!(sandbox.call(&kim, create("kims-bucket")).is_err());
    let all = "arn:aws:iam::aws:policy/AdministratorAccess";
    ask(&mut sandbox, "AttachUserPolicy", serde_json::json!({"UserName": "kim", "PolicyArn": all}));
    assert!(sandbox.call(&kim, create("kims-bucket")).is_ok());
    let allowed = |input| sandbox.explain(input).map(|traces| traces.iter().all(|trace| trace.verdict.is_allowed()));
    assert_eq!([allowed(0), allowed(1), allowed(2), allowed(3), allowed(4)], [Some(true), Some(false), Some(true), Some(true), None]);
}
