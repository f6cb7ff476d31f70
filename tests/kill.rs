//! The app's own process killed at random instants while it acts and saves: at most its last act is lost, and every start succeeds.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _},
    path::Path,
    process::{Command, Stdio},
    thread::{self, sleep},
    time::Duration,
};

/// Folders that are worked in side by side, and how often a process is killed in each.
const FOLDERS: u64 = 4;
const ROUNDS: u64 = 50;
/// How far the instants spread, in microseconds: about as long as a start, and an act or two.
const START_MICROS: u64 = 200_000;
const ACT_MICROS: u64 = 40_000;
/// Most looks for a file that is being written.
const MAX_LOOKS: usize = 20_000;

/// When a process is killed.
#[derive(Clone, Copy, Debug)]
struct Stop {
    /// It has printed so many lines: none while it starts, one once it has looked at what is there, then one for each act.
    n_lines: u64,
    /// So many microseconds later.
    micros: u64,
    /// And a file that it writes has not its name yet, or is empty or gone, which must never be.
    half_written: bool,
}

/// What a process printed before it was killed, and left behind.
struct Seen {
    /// The newest act that it found; `None` if it was killed before.
    resumed: Option<u64>,
    /// The newest act that it said it had kept.
    kept: Option<u64>,
    /// Whether there was a temporary file.
    half_written: bool,
}

#[test]
fn a_process_killed_at_any_instant_loses_at_most_its_last_act() {
    let seen: Vec<Seen> = thread::scope(|scope| {
        let folders: Vec<_> = (0..FOLDERS).map(|folder| scope.spawn(move || killed_again_and_again(folder))).collect();
        folders.into_iter().flat_map(|folder| folder.join().unwrap()).collect()
    });
    let n_starting = seen.iter().filter(|seen| seen.resumed.is_none()).count();
    let n_half = seen.iter().filter(|seen| seen.half_written).count();
    let n_acts: u64 = seen.iter().filter_map(|seen| Some(seen.kept? - seen.resumed?)).sum();
    println!("{} kills, {n_starting} of them before the start was over; {n_half} left a temporary file; {n_acts} acts", seen.len());
}

fn killed_again_and_again(folder: u64) -> Vec<Seen> {
    let home = tempfile::tempdir().unwrap();
    let mut kept = 0;
    let mut all = Vec::new();
    // the last one only shows what is left of the one before
    for round in 0..=ROUNDS {
        let chance = scattered(folder * 1_000 + round);
        let stop = match round % 3 {
            _ if round == ROUNDS => Stop { n_lines: 1, micros: 0, half_written: false },
            0 => Stop { n_lines: 0, micros: chance % START_MICROS, half_written: false },
            kind => Stop { n_lines: 1 + (chance >> 32) % 4, micros: chance % ACT_MICROS, half_written: kind == 2 },
        };
        let seen = killed(home.path(), stop);
        if let Some(resumed) = seen.resumed {
            // an act may be kept and its number not be printed any more
            assert!((kept..=kept + 1).contains(&resumed), "{stop:?}: act {kept} was kept, and {resumed} is the newest found");
        }
        kept = seen.kept.unwrap_or(kept);
        all.push(seen);
    }
    all.pop();
    all
}

/// Lets a process act in a folder, and kills it.
fn killed(folder: &Path, stop: Stop) -> Seen {
    let mut command = Command::new(env!("CARGO_BIN_EXE_skylab"));
    let mut child = command.arg("rehearse").arg(folder).stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut text = String::new();
    for _ in 0..stop.n_lines {
        out.read_line(&mut text).unwrap();
    }
    sleep(Duration::from_micros(stop.micros));
    if stop.half_written {
        let is_there = || fs::metadata(folder.join("progress.ron")).is_ok_and(|file| file.len() > 0);
        (0..MAX_LOOKS).find(|_| has_temporary(folder, child.id()) || !is_there());
    }
    child.kill().unwrap();
    let status = child.wait().unwrap();
    assert!(matches!(status.code(), None | Some(1)), "{stop:?}: it ended by itself: {status}");
    out.read_to_string(&mut text).unwrap();
    // a line without its end was not printed whole
    let lines = text.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n'));
    let numbers: Vec<u64> = lines.map(|line| line.trim_start_matches("resumed ").parse().unwrap()).collect();
    Seen { resumed: numbers.first().copied(), kept: numbers.last().copied(), half_written: has_temporary(folder, child.id()) }
}

/// Whether a file that this process writes has not its name yet, in the folder or among the runs.
fn has_temporary(folder: &Path, process: u32) -> bool {
    let ending = format!(".{process}.tmp");
    let entries = [folder.to_owned(), folder.join("runs")].into_iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten();
    entries.filter_map(Result::ok).any(|entry| entry.file_name().to_string_lossy().ends_with(&ending))
}

/// A number that looks random, and is the same in every run (splitmix64).
fn scattered(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
