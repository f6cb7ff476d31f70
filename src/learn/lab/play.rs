//! Runs a script in a lab's sandbox, as its author or a grader does: variables filled in, within bounds, each failure with its line.

use std::{
    cell::Cell,
    io::{self, BufRead, Read},
};

use skylab_cloud::Sandbox;
use skylab_terminal::{
    files::MemoryFiles,
    script::{self, Source},
    shell::Shell,
    step::Step,
};

use super::{
    Complaint, Place, Told, Values,
    limits::{MAX_CALLS_OF_A_SCRIPT, MAX_STEPS},
    start::{Metered, REGION},
};

/// What became of a script.
#[derive(Clone, Debug, Default)]
pub struct Played {
    /// The steps that failed, with where each begins.
    pub failed: Vec<Complaint>,
    /// How many steps there were.
    pub n_steps: u64,
}

/// A script and what it runs with.
#[derive(Clone, Copy)]
pub struct Script<'a> {
    /// Its name, for complaints.
    pub name: &'a str,
    /// Its lines, variables not filled in.
    pub text: &'a str,
    /// What is filled in.
    pub values: &'a Values,
}

/// What begins a comment that says with which code the next step is refused, on purpose.
pub(super) const REFUSED: &str = "# refused:";

/// Runs a script to its end, or to the first step that fails unless `keep_going`. `done` gets each step.
pub fn play(script: Script<'_>, sandbox: &mut Sandbox, files: &mut MemoryFiles, keep_going: bool, done: impl FnMut(&Step)) -> Played {
    play_in(&mut new_shell(), script, sandbox, files, keep_going, done)
}

/// A shell as each script begins with.
pub(super) fn new_shell() -> Shell {
    Shell::new(REGION.name())
}

/// The same in a shell that lives on: its variables are there for the next script.
pub(super) fn play_in(
    shell: &mut Shell,
    script: Script<'_>,
    sandbox: &mut Sandbox,
    files: &mut MemoryFiles,
    keep_going: bool,
    mut done: impl FnMut(&Step),
) -> Played {
    let filled = script.values.fill(script.text);
    let lines = Cell::new(0_usize);
    let mut input = Counting { rest: filled.as_bytes(), lines: &lines };
    let mut played = Played::default();
    let mut cloud = Metered { sandbox, n_left: MAX_CALLS_OF_A_SCRIPT };
    let mut begins = 0;
    let mut is_too_long = false;
    // why it ends early is told below, and no error of reading: the script is in memory
    let _ = script::run(shell, &mut cloud, files, &mut input, Source::File, true, |step| {
        played.n_steps += 1;
        let before = Before::of(script.text, begins);
        begins = lines.get();
        done(step);
        let unexpected = before.unexpected(step);
        let ends = unexpected.is_some() && !keep_going;
        played.failed.extend(unexpected.map(|told| Complaint::at(script.name, Some(Place { line: before.line, column: 1 }), told)));
        is_too_long = played.n_steps >= MAX_STEPS;
        if ends || is_too_long { Err(io::ErrorKind::Interrupted.into()) } else { Ok(()) }
    });
    if is_too_long {
        played.failed.push(Complaint::of_file(script.name, Told::new("lab-script-too-long").count("max", MAX_STEPS)));
    }
    if let Some(why) = sandbox.world().halted() {
        played.failed.push(Complaint::of_file(script.name, Told::new("lab-halted").with("why", why)));
    }
    played
}

/// What a script says before a step.
struct Before<'a> {
    /// The line, counted from 1, at which the step begins.
    line: usize,
    /// The code with which it is refused on purpose.
    refused: Option<&'a str>,
}

impl<'a> Before<'a> {
    /// Of the step that is read after so many lines: blank lines and comments are passed over.
    fn of(text: &'a str, n_read: usize) -> Self {
        let mut before = Self { line: n_read + 1, refused: None };
        for line in text.lines().skip(n_read).map(str::trim) {
            if !line.is_empty() && !line.starts_with('#') {
                break;
            }
            before.line += 1;
            before.refused = line.strip_prefix(REFUSED).map(str::trim).or(before.refused);
        }
        before
    }

    /// What is wrong with the step.
    fn unexpected(&self, step: &Step) -> Option<Told> {
        match (&step.error, self.refused) {
            (None, None) => None,
            (Some(failure), Some(code)) if failure.code == code => None,
            (None, Some(code)) => Some(Told::new("lab-step-not-refused").with("line", step.line.as_str()).with("code", code)),
            (Some(failure), _) => Some(Told::new("lab-step-failed").with("line", step.line.as_str()).with("what", failure.sentence())),
        }
    }
}

/// Counts the lines that are taken from it.
struct Counting<'a> {
    rest: &'a [u8],
    lines: &'a Cell<usize>,
}

impl Read for Counting<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.rest.len().min(buffer.len());
        buffer[..n].copy_from_slice(&self.rest[..n]);
        self.consume(n);
        Ok(n)
    }
}

impl BufRead for Counting<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        Ok(self.rest)
    }

    fn consume(&mut self, n: usize) {
        let (taken, rest) = self.rest.split_at(n.min(self.rest.len()));
        self.lines.set(self.lines.get() + taken.split(|byte| *byte == b'\n').count() - 1);
        self.rest = rest;
    }
}
