//! Saved attempts: graded the same wherever they were made, regraded the same, and flagged if something is wrong with them.

use std::sync::Arc;

use skylab::i18n::Lang;
use skylab::learn::lab::{Attempt, Lab, Mode, Row, Save, Script, flag_copies, play, row};
use skylab::ui::{result, told::say};

use super::{folders, looked_over, pack};

fn rescue() -> Arc<Lab> {
    let folder = folders().into_iter().find(|folder| folder.ends_with("rescue-the-report")).unwrap();
    Arc::new(looked_over(pack(&folder)).unwrap())
}

/// The text of an attempt in which a reference was played.
fn solved(lab: &Arc<Lab>, seed: u64, learner: &str) -> String {
    let (mut attempt, mut begun) = Attempt::begin(lab, Mode::Challenge, seed).unwrap();
    let name = &lab.file.proof.references[0];
    let script = Script { name, text: lab.pack.text(name).unwrap(), values: &attempt.values().clone() };
    let played = play(script, &mut begun.sandbox, &mut lab.pack.script_files(), false, |_| {});
    assert!(played.failed.is_empty());
    attempt.take_hint(&lab.file.tasks[0].id);
    attempt.save(&begun.sandbox, learner).to_text()
}

fn flags(row: &Row) -> String {
    row.flags.iter().map(|flag| say(Lang::En, flag)).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_save_is_graded_as_it_was_and_regraded_the_same() {
    let lab = rescue();
    let text = solved(&lab, 5, "Kim");
    assert_eq!(Save::parse(&text).unwrap().to_text(), text);
    let (first, second) = (row(&lab, "kim.ron", &text), row(&lab, "kim.ron", &text));
    assert_eq!((flags(&first).as_str(), first.n_hints, first.learner.as_str()), ("", 1, "Kim"));
    assert_eq!(first.grade, second.grade);
    assert!(first.grade.as_ref().unwrap().is_passed());
    let cards = [&first, &second]
        .map(|row| result::card(Lang::Ko, row.attempt.as_ref().unwrap(), row.grade.as_ref().unwrap(), "Kim").to_html(Lang::Ko));
    assert_eq!(cards[0], cards[1]);
}

#[test]
fn an_edited_save_is_flagged_whatever_was_edited() {
    let lab = rescue();
    let text = solved(&lab, 5, "Kim");
    for (from, to, want) in [
        ("seed:5", "seed:6", "edited"),
        ("mode:challenge", "mode:walkthrough", "edited"),
        ("hints:{", "hints:{\"x\":1,", "edited"),
        ("points:100", "points:99", "99 points"),
        ("world_hash:\"", "world_hash:\"0", "another state"),
    ] {
        assert!(text.contains(from), "{from}: {text}");
        let said = flags(&row(&lab, "a.ron", &text.replacen(from, to, 1)));
        assert!(said.contains(want), "{from}: {said}");
    }
    let renamed = row(&lab, "a.ron", &text.replace("learner:\"Kim\"", "learner:\"Lee\""));
    assert_eq!(flags(&renamed), "", "the name is the learner's to write");
}

#[test]
fn a_copy_is_flagged_with_the_other_one_and_seeds_tell_honest_ones_apart() {
    let lab = rescue();
    let mut rows = vec![
        row(&lab, "a.ron", &solved(&lab, 1, "A")),
        row(&lab, "b.ron", &solved(&lab, 2, "B")),
        row(&lab, "c.ron", &solved(&lab, 1, "C")),
    ];
    flag_copies(&mut rows);
    let said: Vec<String> = rows.iter().map(flags).collect();
    assert!(said[0].contains("c.ron") && said[1].is_empty() && said[2].contains("a.ron"), "{said:?}");
}

#[test]
fn a_save_of_another_lab_or_of_nothing_is_flagged() {
    let lab = rescue();
    let text = solved(&lab, 1, "A").replace("lab:\"rescue-the-report\"", "lab:\"something-else\"");
    let other = row(&lab, "a.ron", &text);
    assert!(flags(&other).contains("something-else") && other.grade.is_none());
    for text in ["", "()", "(version: 99)", "nonsense", "(version: 1)"] {
        let row = row(&lab, "a.ron", text);
        assert!(!row.flags.is_empty() && row.grade.is_none(), "{text}");
    }
}
