//! How long labs take: grading many saves, the proof of a lab, a look after one act. Results and targets are in `benches/README.md`. Nothing here
//! is a test: no time is asserted.
#![allow(clippy::unwrap_used, missing_docs, reason = "a bench that cannot set up has nothing to measure")]

use std::{sync::Arc, thread};

use divan::{Bencher, black_box};
use skylab::i18n::{Lang, lab_text};
use skylab::learn::lab::{self, Attempt, Lab, Mode, Round, Script, Shelf, play};

fn main() {
    divan::main();
}

const N_SAVES: u64 = 200;

fn archive() -> Arc<Lab> {
    let shelf = Shelf::embedded(|lang, id| lab_text(Lang::from_code(lang)?, id));
    shelf.lab("archive-the-logs").unwrap().clone()
}

/// An attempt in which a reference was played and time was let pass to the end, as learners do.
fn solved(lab: &Arc<Lab>, seed: u64) -> String {
    let (attempt, mut begun) = Attempt::begin(lab, Mode::Challenge, seed).unwrap();
    let references = &lab.file.proof.references;
    let name = &references[seed as usize % references.len()];
    let script = Script { name, text: lab.pack.text(name).unwrap(), values: attempt.values() };
    play(script, &mut begun.sandbox, &mut lab.pack.script_files(), false, |_| {});
    begun.sandbox.advance(attempt.end().since(begun.sandbox.now()));
    attempt.save(&begun.sandbox, "").to_text()
}

/// As `skylab lab grade` does it: as many at once as there are cores.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn grade_200_saves(bencher: Bencher<'_, '_>) {
    let lab = archive();
    let saves: Vec<String> = (0..N_SAVES).map(|seed| solved(&lab, seed)).collect();
    let n_threads = thread::available_parallelism().map_or(1, usize::from);
    bencher.bench_local(|| {
        thread::scope(|scope| {
            for part in saves.chunks(saves.len().div_ceil(n_threads)) {
                let lab = &lab;
                scope.spawn(move || part.iter().for_each(|save| drop(black_box(lab::row(lab, "", save)))));
            }
        });
    });
}

/// One round of a proof: every reference and decoy, with and without what the lab teaches.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn a_round_of_the_proof(bencher: Bencher<'_, '_>) {
    let lab = archive();
    bencher.bench_local(|| {
        let mut round = Round::new(&lab, Mode::Walkthrough, 1).unwrap();
        lab::plays(&lab, Mode::Walkthrough).into_iter().map(|(player, withheld)| round.run(player, withheld)).count()
    });
}

/// What the window does after an act, at the end of seven years.
#[divan::bench]
fn a_look_after_an_act(bencher: Bencher<'_, '_>) {
    let lab = archive();
    let (attempt, mut begun) = Attempt::begin(&lab, Mode::Walkthrough, 1).unwrap();
    begun.sandbox.advance(attempt.end().since(begun.sandbox.now()) - 1);
    bencher.with_inputs(|| attempt.clone()).bench_local_values(|mut attempt| {
        attempt.observe(&begun.sandbox, 1);
        attempt
    });
}
