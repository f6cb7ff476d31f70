//! `skylab run`: a script of `aws` and `sim` commands against a fresh cloud, step by step. It opens no window.

use std::{
    io::{self, BufRead, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use skylab_cloud::{Sandbox, clock::SimTime, ident::Region};
use skylab_terminal::{
    script::{self, Source},
    shell::Shell,
};

use crate::storage::{self, DiskFiles};

const USAGE: &str =
    "Usage: skylab run SCRIPT|- [--format text|jsonl] [--root DIR] [--region NAME] [--start TIMESTAMP] [--keep-going] [--seed N]";

/// How steps are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Format {
    /// As the AWS CLI prints them.
    #[default]
    Text,
    /// A line of JSON each.
    Jsonl,
}

/// What to run, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Options {
    script: String,
    format: Format,
    root: Option<PathBuf>,
    region: Region,
    start: SimTime,
    keep_going: bool,
    seed: u64,
}

impl Options {
    fn parse(args: &[String]) -> Result<Self, String> {
        let mut options = Self {
            script: String::new(),
            format: Format::Text,
            root: None,
            region: Region::SEOUL,
            start: SimTime::START,
            keep_going: false,
            seed: 0,
        };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let (name, glued) = arg.split_once('=').map_or((arg.as_str(), None), |(name, value)| (name, Some(value.to_owned())));
            let mut value = || glued.clone().or_else(|| args.next().cloned()).ok_or_else(|| format!("{name} needs a value.\n{USAGE}"));
            match name {
                "--format" => options.format = format_named(&value()?)?,
                "--root" => options.root = Some(value()?.into()),
                "--region" => options.region = region_named(&value()?)?,
                "--start" => options.start = start_of(&value()?)?,
                "--seed" => options.seed = value()?.parse().map_err(|_| "--seed takes a whole number from 0 on".to_owned())?,
                "--keep-going" => options.keep_going = true,
                _ if arg.starts_with("--") => return Err(format!("skylab run has no option {name}.\n{USAGE}")),
                _ if options.script.is_empty() => options.script.clone_from(arg),
                _ => return Err(format!("skylab run takes one script; {arg} is one too many.\n{USAGE}")),
            }
        }
        if options.script.is_empty() { Err(USAGE.to_owned()) } else { Ok(options) }
    }

    /// The folder that commands may use: what was asked for, else the script's folder, else the present one.
    fn root(&self) -> PathBuf {
        let of_script = || if self.script == "-" { None } else { Path::new(&self.script).parent().map(Path::to_owned) };
        self.root.clone().or_else(of_script).filter(|root| !root.as_os_str().is_empty()).unwrap_or_else(|| ".".into())
    }
}

fn format_named(name: &str) -> Result<Format, String> {
    match name {
        "text" => Ok(Format::Text),
        "jsonl" => Ok(Format::Jsonl),
        _ => Err(format!("--format takes text or jsonl, not {name}")),
    }
}

fn region_named(name: &str) -> Result<Region, String> {
    Region::named(name).ok_or_else(|| {
        let known: Vec<_> = Region::all().map(Region::name).collect();
        format!("Skylab knows no region {name}; it knows {}", known.join(", "))
    })
}

fn start_of(text: &str) -> Result<SimTime, String> {
    let known = SimTime::parse(text).filter(|start| (SimTime::from_millis(0)..SimTime::END).contains(start));
    known.ok_or_else(|| format!("--start takes a timestamp between 1970 and 2200, such as 2026-01-01T00:00:00Z, not {text}"))
}

/// Runs `skylab run` with the words after `run`.
pub fn run(args: &[String]) -> Result<ExitCode, String> {
    let options = Options::parse(args)?;
    let root = options.root();
    let mut files = DiskFiles::new(&root).map_err(|error| format!("the folder {} cannot be used: {error}", root.display()))?;
    let mut sandbox = Sandbox::new(options.start, options.seed);
    let mut shell = Shell::new(options.region.name());
    let source = if options.script == "-" { Source::Dialogue } else { Source::File };
    let mut input: Box<dyn BufRead> = match source {
        Source::Dialogue => Box::new(io::stdin().lock()),
        Source::File => {
            let opened = storage::open_script(Path::new(&options.script));
            Box::new(opened.map_err(|error| format!("the script {} cannot be read: {error}", options.script))?)
        }
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let outcome = script::run(&mut shell, &mut sandbox, &mut files, &mut input, source, options.keep_going, |step| {
        match options.format {
            Format::Jsonl => writeln!(out, "{}", step.jsonl())?,
            Format::Text => {
                let (text, error) = step.text();
                out.write_all(text.as_bytes())?;
                out.flush()?;
                io::stderr().write_all(error.as_bytes())?;
            }
        }
        // another program may be waiting for this very line
        if source == Source::Dialogue { out.flush() } else { Ok(()) }
    });
    let outcome = outcome.and_then(|outcome| out.flush().map(|()| outcome));
    match outcome {
        Ok(outcome) => Ok(ExitCode::from(outcome.exit())),
        // the reader went away: nobody is left to tell
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::FAILURE),
        Err(error) => Err(format!("the script could not be run to its end: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Options, String> {
        Options::parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn options_stand_before_or_after_the_script_with_or_without_an_equals_sign() {
        let options = parse("--format jsonl dir/a.sh --region=us-east-1 --keep-going --seed 3 --start 2027-05-01T00:00:00Z").unwrap();
        assert_eq!((options.format, options.region, options.keep_going, options.seed), (Format::Jsonl, Region::US_EAST_1, true, 3));
        assert_eq!(options.start, SimTime::parse("2027-05-01").unwrap());
        assert_eq!(options.root(), Path::new("dir"));
        assert_eq!(parse("a.sh").unwrap().root(), Path::new("."));
        assert_eq!(parse("- --root x").unwrap().root(), Path::new("x"));
    }

    #[test]
    fn each_mistake_is_named() {
        for (line, named) in [
            ("", "Usage"),
            ("a b", "one too many"),
            ("a --nonsense", "--nonsense"),
            ("a --seed", "--seed"),
            ("a --region mars-1", "mars-1"),
            ("a --start soon", "soon"),
            ("a --format xml", "xml"),
        ] {
            assert!(parse(line).unwrap_err().contains(named), "{line}");
        }
    }
}
