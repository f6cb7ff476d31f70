//! A script of many lines: joins what belongs together, runs each command, and hands over its step before the next line is read.

use std::io::{self, BufRead};

use crate::{
    cloud::Cloud,
    files::Files,
    lex::MAX_LINE_BYTES,
    shell::{Shell, shortened},
    step::Step,
};

/// How a script comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file: quotes may span lines.
    File,
    /// Another program that waits for each answer: only `\` at the end of a line makes it wait for the next.
    Dialogue,
}

/// What became of a script.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Steps run.
    pub n_steps: u64,
    /// Steps that failed.
    pub n_failed: u64,
}

impl Outcome {
    /// The exit code of the process: 0 only if every step was ok.
    pub const fn exit(self) -> u8 {
        if self.n_failed == 0 { 0 } else { 1 }
    }
}

/// Runs a script. `done` gets each step as soon as it is done; without `keep_going` the first failure ends it.
pub fn run(
    shell: &mut Shell,
    cloud: &mut dyn Cloud,
    files: &mut dyn Files,
    input: &mut dyn BufRead,
    source: Source,
    keep_going: bool,
    mut done: impl FnMut(&Step) -> io::Result<()>,
) -> io::Result<Outcome> {
    let mut lines = Lines { input, source, first: true };
    let mut outcome = Outcome::default();
    while let Some(line) = lines.next()? {
        let step = match line {
            Ok(line) => shell.run_line(cloud, files, &line),
            Err(bad) => Some(shell.unreadable(bad.shown, &bad.what)),
        };
        let Some(step) = step else { continue };
        outcome.n_steps += 1;
        outcome.n_failed += u64::from(!step.ok());
        done(&step)?;
        if !step.ok() && !keep_going {
            break;
        }
    }
    Ok(outcome)
}

/// A line that is not text, or too long.
struct Bad {
    shown: String,
    what: String,
}

impl Bad {
    fn too_long(bytes: &[u8]) -> Self {
        let shown = shortened(&String::from_utf8_lossy(&bytes[..bytes.len().min(4_096)]));
        let what = format!("the line is longer than {MAX_LINE_BYTES} bytes; put long values in a file and name it with file://");
        Self { shown, what }
    }
}

struct Lines<'a> {
    input: &'a mut dyn BufRead,
    source: Source,
    first: bool,
}

impl Lines<'_> {
    /// The next command's text with the lines that continue it.
    fn next(&mut self) -> io::Result<Option<Result<String, Bad>>> {
        let mut text = String::new();
        let mut quoting = Quoting::default();
        let mut begun = false;
        loop {
            let line = match self.physical()? {
                None => return Ok(begun.then_some(Ok(text))),
                Some(Err(bad)) => return Ok(Some(Err(bad))),
                Some(Ok(line)) => line,
            };
            if text.len() + line.len() > MAX_LINE_BYTES {
                return Ok(Some(Err(Bad::too_long(text.as_bytes()))));
            }
            text.push_str(&line);
            begun = true;
            match quoting.read(&line) {
                // The backslash and the line end vanish.
                Ends::Backslash => {
                    text.pop();
                }
                Ends::Open if self.source == Source::File => text.push('\n'),
                Ends::Open | Ends::Whole => return Ok(Some(Ok(text))),
            }
        }
    }

    /// The next line of the input as text, without its end.
    fn physical(&mut self) -> io::Result<Option<Result<String, Bad>>> {
        let mut bytes = Vec::new();
        let limit = MAX_LINE_BYTES as u64 + 2;
        if io::Read::take(&mut *self.input, limit).read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        if bytes.len() as u64 == limit && bytes.last() != Some(&b'\n') {
            self.skip_line()?;
            return Ok(Some(Err(Bad::too_long(&bytes))));
        }
        if bytes.last() == Some(&b'\n') {
            bytes.pop();
        }
        if bytes.last() == Some(&b'\r') {
            bytes.pop();
        }
        if std::mem::take(&mut self.first) && bytes.starts_with(b"\xef\xbb\xbf") {
            bytes.drain(..3);
        }
        let shown = |bytes: &[u8]| shortened(&String::from_utf8_lossy(&bytes[..bytes.len().min(4_096)]).replace('\0', "\u{fffd}"));
        if bytes.contains(&0) {
            let what = "the line has a zero byte: this is not a text file".to_owned();
            return Ok(Some(Err(Bad { shown: shown(&bytes), what })));
        }
        Ok(Some(String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            let what = format!("byte {} of the line is not UTF-8: save the script as UTF-8 text", at + 1);
            Bad { shown: shown(error.as_bytes()), what }
        })))
    }

    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let buffer = self.input.fill_buf()?;
            let (used, done) = match buffer.iter().position(|byte| *byte == b'\n') {
                Some(at) => (at + 1, true),
                None => (buffer.len(), buffer.is_empty()),
            };
            self.input.consume(used);
            if done {
                return Ok(());
            }
        }
    }
}

/// How a line ends.
enum Ends {
    Whole,
    Backslash,
    Open,
}

/// Where quotes stand after the lines so far: the lexer's own rules, kept from line to line.
#[derive(Default)]
struct Quoting {
    open: Option<u8>,
}

impl Quoting {
    fn read(&mut self, line: &str) -> Ends {
        let bytes = line.as_bytes();
        let mut word_start = self.open.is_none();
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            match (self.open, byte) {
                (Some(b'\''), b'\'') | (Some(b'"'), b'"') => self.open = None,
                (Some(b'\''), _) => {}
                (_, b'\\') => {
                    if at + 1 == bytes.len() {
                        return Ends::Backslash;
                    }
                    at += 1;
                }
                (None, b'\'' | b'"') => self.open = Some(byte),
                (None, b'#') if word_start => return Ends::Whole,
                _ => {}
            }
            word_start = self.open.is_none() && matches!(byte, b' ' | b'\t');
            at += 1;
        }
        if self.open.is_some() { Ends::Open } else { Ends::Whole }
    }
}

#[cfg(test)]
#[path = "script_tests.rs"]
mod tests;
