//! Hostile packs: each is refused with a sentence, and none takes long or panics. How long is measured by hand; here only that it ends.

use std::sync::Arc;

use skylab::learn::lab::{self, Attempt, Complaint, Lab, Mode, Pack, Player, Round, Source};

use super::told;

/// A lab with these parts and one task.
fn text(parts: &str, check: &str) -> String {
    format!(
        "(format: 1, id: \"x\", time_limit: \"10y\", {parts}\n tasks: [(id: \"a\", points: 100, check: {check})],\n proof: (references: [\"a.sh\"], \
         decoys: [(\"b.sh\", \"a\")], withhold: [\"s3:PutObject\"], seeds: 1))"
    )
}

fn pack(lab: impl AsRef<[u8]>, scripts: &[(&str, &str)]) -> Pack {
    let scripts = scripts.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    Pack::new(Source::default(), scripts.chain([("lab.ron".to_owned(), lab.as_ref().to_vec())]).collect())
}

fn refused(lab: impl AsRef<[u8]>) -> String {
    match lab::load(pack(lab, &[])) {
        Ok(lab) => told(&lab::lint(&lab)),
        Err(complaint) => told(&[complaint]),
    }
}

fn begun(lab: &str) -> Result<(Arc<Lab>, Attempt, lab::Start), String> {
    let lab = Arc::new(lab::load(pack(lab, &[])).map_err(|complaint| told(&[complaint]))?);
    let (attempt, start) = Attempt::begin(&lab, Mode::Walkthrough, 1).map_err(|complaint| told(&[complaint]))?;
    Ok((lab, attempt, start))
}

/// What the first reference's play is complained of.
fn played(lab: Lab) -> Vec<Complaint> {
    let lab = Arc::new(lab);
    Round::new(&lab, Mode::Walkthrough, 1).unwrap().run(Player::Reference(0), false).failed
}

const BUCKET: &str = "\"aws s3 mb s3://bbb\"";
const FINE: &str = "query(call: \"aws s3 ls\", has: \"x\")";

#[test]
fn a_file_of_a_hundred_megabytes_is_refused_before_it_is_read() {
    let large = vec![b' '; 100 << 20];
    assert!(refused(large).contains("larger than"), "the size alone decides");
}

#[test]
fn values_nested_without_end_are_refused() {
    for open in ["not(", "all([", "after(first: "] {
        let said = refused(text("", &open.repeat(20_000)));
        assert!(said.starts_with("lab.ron:2:"), "{said}");
    }
}

#[test]
fn more_of_anything_than_a_lab_may_have_is_refused() {
    let many = |n: usize, what: &str| vec![what; n].join(",");
    for (parts, check) in
        [(format!("setup: [{}],", many(5_000, BUCKET)), FINE.to_owned()), (String::new(), format!("all([{}])", many(3_000, FINE)))]
    {
        let said = refused(text(&parts, &check));
        assert!(said.contains("at most"), "{said}");
    }
}

#[test]
fn a_pool_that_stands_for_billions_of_texts_is_refused() {
    let said = refused(text("vars: {\"b\": pool([\"{0..99999999}{0..99999999}{0..99999999}\"])},", FINE));
    assert!(said.contains("more than"), "{said}");
}

#[test]
fn a_load_of_a_billion_objects_that_is_read_without_end_stops_the_clock() {
    let load = "\"sim load s3 --bucket bbb --bytes-per-month 1PB --object-size 1MB --reads 0-36500d:9/day --for 90y\"";
    let (_, attempt, start) = begun(&text(&format!("setup: [{BUCKET}], load: [{load}],"), FINE)).unwrap();
    let grade = attempt.grade(&start.sandbox);
    assert!(grade.halted.is_some_and(|why| why.contains("more work")));
}

#[test]
fn a_billion_objects_are_not_listed_to_their_end() {
    let load = "\"sim load s3 --bucket bbb --bytes-per-month 1TB --object-size 1KB --for 1y\"";
    let check = "query(call: \"aws s3api list-objects-v2 --bucket bbb\", path: \"length(Contents)\", at_least: 1)";
    let (_, mut attempt, start) = begun(&text(&format!("setup: [{BUCKET}], load: [{load}, \"sim advance 40d\"],"), check)).unwrap();
    attempt.observe(&start.sandbox, 1);
    assert!(format!("{:?}", attempt.tasks()[0].verdict.finding.seen).contains("TooManyCalls"));
}

#[test]
fn a_script_that_goes_on_and_on_is_cut_short() {
    let lab = lab::load(pack(text("", FINE), &[("a.sh", &"aws s3 ls\n".repeat(50_000)), ("b.sh", "aws s3 ls")])).unwrap();
    let said = told(&played(lab));
    assert!(said.contains("at most 2,000 steps"), "{said}");
}

#[test]
fn a_script_that_lets_time_loop_without_end_stops_the_clock() {
    let parts = format!(
        "setup: [{BUCKET}], load: [\"sim load s3 --bucket bbb --bytes-per-month 1TB --object-size 1MB --reads 0-30000d:1/day --for 99y\"],"
    );
    let lab = lab::load(pack(text(&parts, FINE), &[("a.sh", &"sim advance 90y\n".repeat(100)), ("b.sh", "aws s3 ls")])).unwrap();
    let said = told(&played(lab));
    assert!(said.contains("clock stopped"), "{said}");
}

#[test]
fn a_script_reaches_no_file_outside_of_its_pack() {
    let steal = "aws s3 mb s3://bbb\naws s3api put-object --bucket bbb --key a --body ../../../etc/passwd";
    let lab = lab::load(pack(text("", FINE), &[("a.sh", steal), ("b.sh", "aws s3 ls")])).unwrap();
    let said = told(&played(lab));
    assert!(said.contains("a.sh:2:1:") && said.contains("outside"), "{said}");
}

#[test]
fn what_is_no_text_is_refused_with_its_place() {
    let said = refused(b"(format: 1,\n  id: \"\xff\xfe\")");
    assert!(said.starts_with("lab.ron:2:8:"), "{said}");
}
