//! Runs saved and resumed: the same sandbox comes back, and nothing that is no run is folded.

use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::json;

use super::*;
use crate::{
    Request,
    api::Origin,
    clock::{DAY_MS, SECOND_MS},
    fault::Fault,
    ident::{Region, Zone},
};

#[derive(Clone, Debug)]
enum Act {
    Call(Request),
    /// Calls and advances of one gesture.
    Gesture(Vec<Result<Request, i64>>),
    Fault(Fault),
    Advance(i64),
    AdvanceOn(i64),
    Undo,
    Redo,
    /// A share of the branch's time, in percent.
    Seek(i64),
    SeekInput(usize),
    Switch(usize),
}

fn request() -> impl Strategy<Value = Request> {
    let parse = |operation: &str, params| Request::parse("s3", operation, params).unwrap();
    let bucket = || select(&["alpha", "beta"]);
    let key = || (0..6_u32).prop_map(|n| format!("logs/{n:02}"));
    let class = select(&["STANDARD", "GLACIER", "ONEZONE_IA", "NONSENSE"]);
    prop_oneof![
        bucket().prop_map(move |b| parse("CreateBucket", json!({"Bucket": b}))),
        (bucket(), key(), class).prop_map(move |(b, k, class)| parse(
            "PutObject",
            json!({"Bucket": b, "Key": k, "StorageClass": class, "Body": {"Zeros": 200_000}})
        )),
        (bucket(), key()).prop_map(move |(b, k)| parse("PutObject", json!({"Bucket": b, "Key": k, "Body": "aGVsbG8=", "Metadata": {"A": "b"}}))),
        (bucket(), key()).prop_map(move |(b, k)| parse("DeleteObject", json!({"Bucket": b, "Key": k}))),
        (bucket(), key()).prop_map(move |(b, k)| parse("HeadObject", json!({"Bucket": b, "Key": k}))),
        (bucket(), 1..9_i64).prop_map(move |(b, days)| parse(
            "PutBucketLifecycleConfiguration",
            json!({"Bucket": b, "LifecycleConfiguration": {"Rules": [{
                "ID": "x", "Status": "Enabled", "Filter": {"And": {"Prefix": "logs/", "ObjectSizeGreaterThan": 10}}, "Expiration": {"Days": days},
            }]}})
        )),
        bucket().prop_map(move |b| parse(
            "StartLoad",
            json!({"Bucket": b, "Prefix": "app/", "BytesPerMonth": 31_000_000, "ObjectBytes": 200_000, "Until": "2026-03-01T00:00:00Z",
                   "Reads": [{"FromDays": 0, "ToDays": 3, "Times": 2, "EveryDays": 1}]})
        )),
    ]
}

fn millis() -> impl Strategy<Value = i64> {
    select(&[SECOND_MS, DAY_MS / 3, DAY_MS, 9 * DAY_MS, 150 * DAY_MS])
}

fn fault() -> impl Strategy<Value = Fault> {
    let zone = || select(vec![Zone::first(Region::US_EAST_1), Zone::first(Region::SEOUL)]);
    prop_oneof![
        (zone(), prop::option::of(millis()), any::<bool>()).prop_map(|(zone, for_millis, destroyed)| Fault::FailZone {
            zone,
            for_millis,
            destroyed
        }),
        zone().prop_map(|zone| Fault::HealZone { zone }),
    ]
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        6 => request().prop_map(Act::Call),
        2 => vec(prop_oneof![request().prop_map(Ok), millis().prop_map(Err)], 0..4).prop_map(Act::Gesture),
        2 => fault().prop_map(Act::Fault),
        4 => millis().prop_map(Act::Advance),
        2 => millis().prop_map(Act::AdvanceOn),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        2 => (0..=100_i64).prop_map(Act::Seek),
        1 => (0..40_usize).prop_map(Act::SeekInput),
        1 => (0..3_usize).prop_map(Act::Switch),
    ];
    vec(act, 1..40)
}

fn origin() -> Origin {
    Origin::admin(Region::US_EAST_1)
}

fn perform(sandbox: &mut Sandbox, act: &Act) {
    match act {
        Act::Call(request) => _ = sandbox.call(&origin(), request.clone()),
        Act::Gesture(acts) => sandbox.gesture(|it| {
            for act in acts {
                match act {
                    Ok(request) => _ = it.call(&origin(), request.clone()),
                    Err(millis) => it.advance(*millis),
                }
            }
        }),
        Act::Fault(fault) => _ = sandbox.fault(fault.clone()),
        Act::Advance(millis) => sandbox.advance(*millis),
        Act::AdvanceOn(millis) => sandbox.advance_on(*millis),
        Act::Undo => _ = sandbox.undo(),
        Act::Redo => _ = sandbox.redo(),
        Act::Seek(percent) => sandbox.seek(sandbox.start().plus(sandbox.end().since(sandbox.start()) / 100 * percent)),
        Act::SeekInput(n_inputs) => sandbox.seek_input(*n_inputs),
        Act::Switch(other) => sandbox.switch(*other),
    }
}

fn played(acts: &[Act]) -> Sandbox {
    let mut sandbox = Sandbox::new(SimTime::START, 7);
    perform(&mut sandbox, &Act::Call(Request::parse("s3", "CreateBucket", json!({"Bucket": "alpha"})).unwrap()));
    for act in acts {
        perform(&mut sandbox, act);
    }
    sandbox
}

fn same(one: &Sandbox, other: &Sandbox) -> Result<(), TestCaseError> {
    prop_assert_eq!(one.world().hashes(), other.world().hashes());
    prop_assert_eq!(one.inputs(), other.inputs());
    prop_assert_eq!(one.all_inputs(), other.all_inputs());
    prop_assert_eq!(one.events(), other.events());
    prop_assert_eq!(one.other_branches().collect::<Vec<_>>(), other.other_branches().collect::<Vec<_>>());
    prop_assert_eq!((one.start(), one.now(), one.end()), (other.start(), other.now(), other.end()));
    prop_assert_eq!((one.can_undo(), one.can_redo()), (other.can_undo(), other.can_redo()));
    prop_assert_eq!(one.run(), other.run());
    Ok(())
}

fn resumed(sandbox: &Sandbox) -> Sandbox {
    let text = ron::to_string(&sandbox.run()).unwrap();
    Sandbox::resume(sandbox.start_world().clone(), ron::from_str(&text).unwrap()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn a_saved_run_comes_back_as_it_was_and_goes_on_alike(acts in acts(), further in acts()) {
        let mut live = played(&acts);
        let run = live.run();
        prop_assert_eq!(&ron::from_str::<Run>(&ron::to_string(&run).unwrap()).unwrap(), &run);
        prop_assert_eq!(&serde_json::from_str::<Run>(&serde_json::to_string(&run).unwrap()).unwrap(), &run);
        let mut again = resumed(&live);
        same(&live, &again)?;
        for act in &further {
            perform(&mut live, act);
            perform(&mut again, act);
            same(&live, &again)?;
        }
        same(&live, &resumed(&again))?;
    }

    #[test]
    fn every_branch_of_a_saved_run_comes_back_with_its_whole_past(acts in acts()) {
        let mut live = played(&acts);
        let mut again = resumed(&live);
        for other in 0..live.n_branches() {
            for sandbox in [&mut live, &mut again] {
                sandbox.seek(sandbox.end());
            }
            same(&live, &again)?;
            while live.undo() {
                again.undo();
                same(&live, &again)?;
            }
            live.switch(other);
            again.switch(other);
        }
    }

    #[test]
    fn a_run_with_other_numbers_in_it_gives_an_error_or_a_sandbox(acts in acts(), place in any::<usize>(), number in select(&[-1, 0, 1, 7, 1 << 20, i64::MAX, i64::MIN])) {
        let sandbox = played(&acts);
        let mut run = serde_json::to_value(sandbox.run()).unwrap();
        let n = n_numbers(&mut run, &mut |_| ());
        let mut count = 0;
        n_numbers(&mut run, &mut |it| {
            if count == place % n {
                *it = json!(number);
            }
            count += 1;
        });
        if let Ok(run) = serde_json::from_value::<Run>(run)
            && let Ok(again) = Sandbox::resume(sandbox.start_world().clone(), run)
        {
            prop_assert!(again.now() <= SimTime::END);
        }
    }
}

/// Visits every number in a document.
fn n_numbers(value: &mut serde_json::Value, visit: &mut dyn FnMut(&mut serde_json::Value)) -> usize {
    match value {
        serde_json::Value::Number(_) => {
            visit(value);
            1
        }
        serde_json::Value::Array(list) => list.iter_mut().map(|it| n_numbers(it, visit)).sum(),
        serde_json::Value::Object(map) => map.values_mut().map(|it| n_numbers(it, visit)).sum(),
        _ => 0,
    }
}

fn create(name: &str) -> Act {
    Act::Call(Request::parse("s3", "CreateBucket", json!({"Bucket": name})).unwrap())
}

/// Two branches: one with an advance of 100 days, one that leaves it after 40.
fn forked() -> Sandbox {
    let mut sandbox = played(&[Act::Gesture(vec![Err(60 * DAY_MS), Err(40 * DAY_MS)]), create("late")]);
    sandbox.seek(SimTime::START.plus_days(40));
    perform(&mut sandbox, &create("early"));
    sandbox
}

#[test]
fn advances_that_were_joined_come_back_joined() {
    let again = resumed(&played(&[Act::Gesture(vec![Err(SECOND_MS), Err(200 * DAY_MS)]), Act::Advance(DAY_MS)]));
    let advances: Vec<_> = again.inputs()[1..].iter().map(|stamped| stamped.input.clone()).collect();
    assert_eq!(advances, [Input::Advance { millis: 200 * DAY_MS + SECOND_MS }, Input::Advance { millis: DAY_MS }]);
}

#[test]
fn a_saved_run_holds_what_branches_share_once() {
    let run = forked().run();
    assert_eq!((run.inputs.len(), run.others.len()), (3, 1));
    assert_eq!((run.others[0].n_shared, run.others[0].inputs.len()), (1, 2));
}

#[test]
fn a_position_within_an_advance_comes_back() {
    let mut sandbox = forked();
    sandbox.seek(SimTime::START.plus_days(13));
    let mut again = resumed(&sandbox);
    assert_eq!(again.now(), SimTime::START.plus_days(13));
    assert!(again.redo());
    assert_eq!(again.now(), SimTime::START.plus_days(40));
}

#[test]
fn the_world_before_the_last_gesture_is_what_undo_would_show() {
    let mut sandbox = forked();
    while let Some(before) = sandbox.before_last_gesture() {
        sandbox.undo();
        assert_eq!(before.hashes(), sandbox.world().hashes());
    }
    assert_eq!(sandbox.now(), SimTime::START);
    assert_eq!(sandbox.start_world().hashes(), World::new(SimTime::START, 7).hashes());
}

fn refusal(change: impl FnOnce(&mut Run)) -> RunError {
    let sandbox = forked();
    let mut run = sandbox.run();
    change(&mut run);
    Sandbox::resume(sandbox.start_world().clone(), run).unwrap_err()
}

#[test]
fn what_is_no_run_is_refused_with_its_place() {
    let place = |branch, input| Place { branch, input };
    let advance = |run: &mut Run, millis| run.inputs[1].input = Input::Advance { millis };
    assert_eq!(refusal(|run| run.version = 2), RunError::Version(2));
    assert_eq!(refusal(|run| run.inputs.swap(1, 2)), RunError::OutOfOrder(place(0, 1)));
    assert_eq!(refusal(|run| run.inputs[2].gesture = 1), RunError::Gesture(place(0, 2)));
    assert_eq!(refusal(|run| run.inputs[2].at = SimTime::START), RunError::OutOfOrder(place(0, 2)));
    assert_eq!(refusal(|run| advance(run, 0)), RunError::Advance(place(0, 1)));
    assert_eq!(refusal(|run| advance(run, -DAY_MS)), RunError::Advance(place(0, 1)));
    assert_eq!(refusal(|run| advance(run, i64::MAX)), RunError::Advance(place(0, 1)));
    assert_eq!(refusal(|run| run.inputs[2].gesture = 1_000), RunError::Gesture(place(0, 2)));
    let heal = Input::Fault(Fault::HealZone { zone: Zone::first(Region::SEOUL) });
    assert_eq!(refusal(|run| run.inputs[2].input = heal), RunError::Fault(place(0, 2)));
    assert_eq!(refusal(|run| run.gesture = 2), RunError::Gesture(place(0, 2)));
    assert_eq!(refusal(|run| run.gesture = u32::MAX), RunError::TooManyGestures);
    assert_eq!(refusal(|run| run.others[0].n_shared = 4), RunError::Branch(1));
    assert_eq!(refusal(|run| run.others[0].n_shared = usize::MAX), RunError::Branch(1));
    assert_eq!(refusal(|run| run.others = vec![run.others[0].clone(); MAX_BRANCHES]), RunError::TooLong);
    assert_eq!(refusal(|run| run.inputs = vec![run.inputs[0].clone(); MAX_INPUTS]), RunError::TooLong);
}

#[test]
fn an_advance_of_another_branch_is_bounded_where_it_goes_on_from_a_shared_one() {
    let advance = |millis| move |run: &mut Run| run.others[0].inputs[0].input = Input::Advance { millis };
    assert_eq!(refusal(advance(i64::MAX)), RunError::Advance(Place { branch: 1, input: 1 }));
    assert_eq!(refusal(advance(-1)), RunError::Advance(Place { branch: 1, input: 1 }));
}

#[test]
fn an_advance_in_pieces_is_refused_for_it_would_come_back_joined() {
    let pieces = |run: &mut Run| {
        let piece = Stamped { input: Input::Advance { millis: DAY_MS }, ..run.inputs[2].clone() };
        run.inputs.truncate(2);
        run.inputs.push(Stamped { gesture: run.inputs[1].gesture, ..piece });
    };
    assert_eq!(refusal(pieces), RunError::Advance(Place { branch: 0, input: 2 }));
}

#[test]
fn a_position_outside_of_the_run_is_refused() {
    for (n_inputs, millis_into) in [(4, 0), (usize::MAX, 0), (3, 1), (0, 1), (1, -1), (1, 40 * DAY_MS), (1, i64::MAX)] {
        assert_eq!(refusal(|run| run.position = Position { n_inputs, millis_into }), RunError::Position, "{n_inputs} {millis_into}");
    }
}
