//! States of benches' own models that are not what the bench wrote: each is set aside, or drawn and acted on without harm.

use skylab::learn::course::Course;
use skylab::ui::benches;

use super::*;

/// What somebody might have made of a state.
fn spoilt(state: &str) -> Vec<String> {
    let half = state.char_indices().nth(state.chars().count() / 2).map_or(0, |(at, _)| at);
    let mut texts: Vec<String> = ["", "nonsense", "(", "\u{0}한글"].map(str::to_owned).to_vec();
    texts.push(state[..half].to_owned());
    for number in ["0", "-1", "99999999", "18446744073709551615", "1e300", "NaN", ""] {
        texts.push(each_number(state, number));
    }
    texts
}

/// The text with this in place of each number.
fn each_number(text: &str, number: &str) -> String {
    let mut out = String::new();
    let mut within = false;
    for c in text.chars() {
        if !c.is_ascii_digit() {
            out.push(c);
        } else if !within {
            out.push_str(number);
        }
        within = c.is_ascii_digit();
    }
    out
}

#[test]
fn every_bench_bears_a_state_of_its_own_model_that_it_did_not_write() {
    for bench in benches::all() {
        let (Some(idea), Some(section)) = (bench.idea(), Course::packed().section_of_bench(bench.id())) else { continue };
        assert!(!idea.is_state("nonsense") && idea.is_state(&idea.opening(0)), "{}", bench.id());
        let home = tempfile::tempdir().unwrap();
        let mut desk = Desk::open(Lang::En, home.path());
        desk.act([Action::Tour(usize::MAX), Action::OpenSection(section.id.clone()), Action::Beat(1)]);
        let n_beats = i32::try_from(desk.app.n_beats_in_front()).unwrap();
        drop(desk);
        let [run] = &files(&home.path().join("runs")).into_keys().collect::<Vec<_>>()[..] else { panic!("{} is not kept", bench.id()) };
        let text = fs::read_to_string(run).unwrap();
        let (before, rest) = text.split_once("ideas:[").unwrap();
        let (_, after) = rest.split_once(",beat:").unwrap();
        let start = bench.starts().iter().position(|start| *start == section.start).unwrap_or(0);
        for state in spoilt(&idea.opening(start)) {
            let quoted = ron::to_string(&state).unwrap();
            fs::write(run, format!("{before}ideas:[{quoted}],idea_at:0,beat:{after}")).unwrap();
            let mut desk = Desk::open(Lang::En, home.path());
            desk.seen();
            assert_eq!(desk.app.toasts().is_empty(), idea.is_state(&state), "{}: {state:?}", bench.id());
            desk.act((0..n_beats).map(|_| Action::Beat(1)).chain([Action::Undo, Action::Beat(-n_beats), Action::Reset]));
        }
    }
}
