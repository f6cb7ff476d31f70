//! How tasks stand, over runs that go forward, back and elsewhere.

use skylab_cloud::clock::DAY_MS;

use super::super::{
    Attempt, Mode, Restart, Start,
    testing::{lab, play},
};
use super::State::{self, Met, Open, Seen};

/// A bucket `x` exists.
const X: &str = r#"query(call: "aws s3api list-buckets", path: "Buckets[].Name", has: "xxx")"#;
const Y: &str = r#"query(call: "aws s3api list-buckets", path: "Buckets[].Name", has: "yyy")"#;
const MAKE_X: &str = "aws s3 mb s3://xxx";
const MAKE_Y: &str = "aws s3 mb s3://yyy";
const NO_X: &str = "aws s3 rb s3://xxx";

fn begin(tasks: &str) -> (Attempt, Start) {
    Attempt::begin(&lab("", tasks), Mode::Walkthrough, 1).unwrap()
}

fn states(attempt: &mut Attempt, start: &Start) -> Vec<State> {
    attempt.look(&start.sandbox);
    attempt.tasks().iter().map(|task| task.verdict.state).collect()
}

fn task(check: &str, when: &str) -> String {
    format!(r#"(id: "a", points: 100, check: {check}, when: {when}),"#)
}

#[test]
fn a_task_for_the_end_is_seen_before_and_judged_there() {
    let (mut attempt, mut start) = begin(&task(X, "at_end"));
    assert_eq!(states(&mut attempt, &start), [Open]);
    play(&mut start.sandbox, &[MAKE_X]);
    assert_eq!(states(&mut attempt, &start), [Seen]);
    start.sandbox.advance(300 * DAY_MS);
    assert_eq!(states(&mut attempt, &start), [Met]);
    play(&mut start.sandbox, &[NO_X]);
    assert_eq!(states(&mut attempt, &start), [Met], "the time was over");
    for _ in 0..2 {
        start.sandbox.undo();
    }
    assert_eq!(states(&mut attempt, &start), [Seen]);
}

#[test]
fn a_task_that_did_not_hold_at_the_end_stays_open() {
    let (mut attempt, mut start) = begin(&task(X, "at_end"));
    start.sandbox.advance(241 * DAY_MS);
    play(&mut start.sandbox, &[MAKE_X]);
    assert_eq!(states(&mut attempt, &start), [Open]);
}

#[test]
fn a_latched_task_stays_met_until_it_is_undone() {
    let (mut attempt, mut start) = begin(&task(X, "latched"));
    play(&mut start.sandbox, &[MAKE_X, NO_X]);
    assert_eq!(states(&mut attempt, &start), [Met], "looked at only afterwards, it was seen between the two");
    start.sandbox.undo();
    assert_eq!(states(&mut attempt, &start), [Met]);
    start.sandbox.undo();
    assert_eq!(states(&mut attempt, &start), [Open]);
}

#[test]
fn a_task_that_must_hold_on_is_met_after_that_time_without_a_break() {
    let (mut attempt, mut start) = begin(&task(X, r#"held_for("10d")"#));
    play(&mut start.sandbox, &[MAKE_X, "sim advance 9d", NO_X, MAKE_X, "sim advance 9d"]);
    assert_eq!(states(&mut attempt, &start), [Seen]);
    start.sandbox.advance(DAY_MS);
    assert_eq!(states(&mut attempt, &start), [Met]);
    assert_eq!(attempt.tasks()[0].verdict.since, Some(start.sandbox.now()));
}

#[test]
fn what_comes_after_counts_only_then() {
    let (mut attempt, mut start) = begin(&task(&format!("after(first: {X}, then: not({X}))"), "latched"));
    assert_eq!(states(&mut attempt, &start), [Open], "it does not hold because it never did");
    play(&mut start.sandbox, &[MAKE_X]);
    assert_eq!(states(&mut attempt, &start), [Open]);
    play(&mut start.sandbox, &[NO_X]);
    assert_eq!(states(&mut attempt, &start), [Met]);
}

#[test]
fn all_any_and_not_are_what_they_say() {
    let tasks = [format!("all([{X}, {Y}])"), format!("any([{X}, {Y}])"), format!("not({X})")];
    let tasks: Vec<String> = tasks.iter().map(|check| task(check, "at_end")).collect();
    let (mut attempt, mut start) = begin(&tasks.concat());
    assert_eq!(states(&mut attempt, &start), [Open, Open, Seen]);
    play(&mut start.sandbox, &[MAKE_X]);
    assert_eq!(states(&mut attempt, &start), [Open, Seen, Open]);
    play(&mut start.sandbox, &[MAKE_Y]);
    assert_eq!(states(&mut attempt, &start), [Seen, Seen, Open]);
}

#[test]
fn looks_do_not_depend_on_how_time_was_played() {
    let tasks = task(
        r#"query(call: "aws s3api list-objects-v2 --bucket {bucket}", path: "length(Contents || `[]`)", is: 0)"#,
        r#"held_for("37d")"#,
    );
    let lines = ["aws s3 cp x s3://{b}/x", "sim advance 11d", "aws s3 rm s3://{b}/x"];
    let run = |pieces: &[i64]| {
        let (mut attempt, mut start) = begin(&tasks);
        let bucket = attempt.values().fill("{bucket}");
        play(&mut start.sandbox, &lines.map(|line| line.replace("{b}", &bucket)).each_ref().map(String::as_str));
        let mut seen = Vec::new();
        for piece in pieces {
            start.sandbox.advance_on(piece * DAY_MS);
            seen = states(&mut attempt, &start);
        }
        (seen, attempt.tasks()[0].verdict.since)
    };
    let whole = run(&[60]);
    assert_eq!(whole.0, [Met]);
    assert_eq!(run(&[1; 60]), whole);
    assert_eq!(run(&[7, 30, 20, 3]), whole);
}

#[test]
fn going_back_and_elsewhere_is_the_same_as_never_having_been_there() {
    let (mut attempt, mut start) = begin(&[task(X, "latched"), task(Y, r#"held_for("20d")"#)].concat());
    play(&mut start.sandbox, &["sim advance 5d", MAKE_X, "sim advance 30d", MAKE_Y, "sim advance 30d"]);
    assert_eq!(states(&mut attempt, &start), [Met, Met]);
    let middle = start.sandbox.start().plus_days(20);
    start.sandbox.seek(middle);
    assert_eq!(states(&mut attempt, &start), [Met, Open]);
    play(&mut start.sandbox, &[MAKE_Y, "sim advance 10d"]);
    let here = states(&mut attempt, &start);
    let mut fresh = attempt.reloaded(attempt.lab()).unwrap().0;
    assert_eq!((here, attempt.tasks()), (states(&mut fresh, &start), fresh.tasks()));
    start.sandbox.seek(start.sandbox.start());
    assert_eq!(states(&mut attempt, &start), [Open, Open]);
}

#[test]
fn a_checkpoint_leads_to_where_its_check_first_held_or_its_moment_is() {
    let parts = format!(r#"checkpoints: [(id: "x", when: {X}), (id: "month", at: "30d")],"#);
    let (mut attempt, mut start) = Attempt::begin(&lab(&parts, &task(Y, "at_end")), Mode::Walkthrough, 1).unwrap();
    attempt.look(&start.sandbox);
    let restarts =
        |attempt: &Attempt, start: &Start| attempt.checkpoints(&start.sandbox).iter().map(|view| view.restart).collect::<Vec<_>>();
    assert_eq!(restarts(&attempt, &start), [Some(Restart::Input(0)), None, None]);
    play(&mut start.sandbox, &[MAKE_Y, MAKE_X, "sim advance 40d", NO_X]);
    attempt.look(&start.sandbox);
    let month = attempt.start().plus_days(30);
    assert_eq!(restarts(&attempt, &start), [Some(Restart::Input(0)), Some(Restart::Input(2)), Some(Restart::Moment(month))]);
}

#[test]
fn a_revision_is_looked_at_once() {
    let (mut attempt, mut start) = begin(&task(X, "latched"));
    attempt.observe(&start.sandbox, 1);
    play(&mut start.sandbox, &[MAKE_X]);
    attempt.observe(&start.sandbox, 1);
    assert_eq!(attempt.points(), 0);
    attempt.observe(&start.sandbox, 2);
    assert_eq!(attempt.points(), 100);
}
