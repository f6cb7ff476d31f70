//! The access bench: its answers follow policies, settings and doors.

use super::Play;

const CALLERS: usize = 0;
const POLICY: usize = 1;
const PUBLIC: usize = 2;
const POINTS: usize = 3;

const GET_AS_KIM: &str = "aws s3api get-object --bucket docs-417 --key plan.pdf out.pdf --profile kim";
const GET_BY_POINT: &str =
    "aws s3api get-object --bucket arn:aws:s3:ap-northeast-2:123456789012:accesspoint/reports --key plan.pdf out.pdf --profile partner";

/// The answer after the bench's own beats.
fn own(start: usize) -> Option<usize> {
    Play::open("access", start).beats(9).answer()
}

/// The answer after other lines than the bench's own.
fn other(start: usize, lines: &[&str]) -> Option<usize> {
    Play::open("access", start).beats(1).act(lines).answer()
}

fn statement(principal: &str) -> String {
    format!(r#"{{"Effect":"Allow","Principal":{principal},"Action":"s3:GetObject","Resource":"arn:aws:s3:::docs-417/*"}}"#)
}

fn policy(statements: &[String]) -> String {
    let statements = statements.join(",");
    format!(r#"aws s3api put-bucket-policy --bucket docs-417 --policy '{{"Version":"2012-10-17","Statement":[{statements}]}}'"#)
}

fn restrict(on: bool) -> String {
    format!("aws s3api put-public-access-block --bucket docs-417 --public-access-block-configuration RestrictPublicBuckets={on}")
}

const PARTNER: &str = r#"{"AWS":"111122223333"}"#;

#[test]
fn a_new_object_is_read_by_whom_a_policy_allows() {
    assert_eq!(own(CALLERS), Some(0));
    let own_account = policy(&[statement(r#"{"AWS":"arn:aws:iam::123456789012:user/kim"}"#)]);
    assert_eq!(other(CALLERS, &[&own_account, GET_AS_KIM]), Some(1));
    let everybody = policy(&[statement("\"*\"")]);
    let open = restrict(false);
    assert_eq!(other(CALLERS, &[&open, &everybody, GET_AS_KIM]), Some(2));
    assert_eq!(other(CALLERS, &[&own_account]), None, "nobody has asked");
}

#[test]
fn a_policy_that_names_an_account_lets_that_account_in_beside_the_own_administrator() {
    assert_eq!(own(POLICY), Some(1));
    let both = policy(&[statement(PARTNER), statement(r#"{"AWS":"arn:aws:iam::123456789012:user/kim"}"#)]);
    assert_eq!(other(POLICY, &[&both]), Some(2));
    let broken = both.replace("docs-417/*", "logs-417/*");
    assert_eq!(other(POLICY, &[&broken]), None, "it was refused");
}

#[test]
fn restricting_cuts_named_accounts_off_while_the_policy_is_public() {
    assert_eq!(own(PUBLIC), Some(0));
    assert_eq!(other(PUBLIC, &[&restrict(false)]), Some(2));
    let private = policy(&[statement(PARTNER), statement(r#"{"AWS":"arn:aws:iam::123456789012:user/kim"}"#)]);
    assert_eq!(other(PUBLIC, &[&private, &restrict(true)]), Some(1));
}

#[test]
fn both_doors_must_let_a_request_through() {
    assert_eq!(own(POINTS), Some(1));
    assert_eq!(other(POINTS, &[&policy(&[statement(PARTNER)]), GET_BY_POINT]), Some(0));
    let forget = "aws s3control delete-access-point-policy --account-id 123456789012 --name reports";
    assert_eq!(other(POINTS, &[forget, GET_BY_POINT]), Some(2));
    assert_eq!(other(POINTS, &[forget]), None);
}

#[test]
fn what_the_acts_meet_is_what_their_beats_tell_of() {
    for (start, beat, code) in [
        (CALLERS, 2, "AccessDenied"),
        (POLICY, 4, "MalformedPolicy"),
        (PUBLIC, 2, "AccessDenied"),
        (PUBLIC, 4, "AccessDenied"),
        (POINTS, 2, "AccessDenied"),
        (POINTS, 4, "AccessDenied"),
    ] {
        let mut play = Play::open("access", start);
        for _ in 0..beat {
            play.beats(1);
        }
        let refusal = play.app().last_act().and_then(|act| act.refusal.clone());
        assert_eq!(refusal.map(|(code, _)| code).as_deref(), Some(code), "{start} {beat}");
    }
}
