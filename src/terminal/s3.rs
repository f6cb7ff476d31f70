//! `aws s3 ls|cp|mv|rm|mb|rb`: the CLI's commands over the API's operations, with the CLI's own lines. No `sync`, `presign` or `website` yet.

mod buckets;
mod customer_key;
mod list;
mod options;
mod pattern;
mod transfer;
mod upload;

use crate::{args::Token, cloud::Endpoint, command, failure::Failure, files::Files, globals::Globals, shell::Ran, step::Printed};
pub use options::S3Options;

/// Each command with how it is written.
pub const USAGES: &[(&str, &str)] = &[
    ("ls", "aws s3 ls [<S3Uri>] [--recursive] [--human-readable] [--summarize]"),
    ("cp", "aws s3 cp <LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>"),
    ("mv", "aws s3 mv <LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>"),
    ("rm", "aws s3 rm <S3Uri> [--recursive]"),
    ("mb", "aws s3 mb <S3Uri>"),
    ("rb", "aws s3 rb <S3Uri> [--force]"),
];

/// What AWS's CLI has besides.
const ABSENT: &[&str] = &["sync", "presign", "website"];

/// A command of `aws s3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// `ls`
    List,
    /// `cp`
    Copy,
    /// `mv`
    Move,
    /// `rm`
    Remove,
    /// `mb`
    MakeBucket,
    /// `rb`
    RemoveBucket,
}

/// One command of `aws s3`, ready to run.
#[derive(Debug)]
pub struct S3Command {
    /// Which.
    pub verb: Verb,
    /// What it acts on.
    pub paths: Vec<String>,
    /// Its options.
    pub options: S3Options,
    /// The global options.
    pub globals: Globals,
}

/// What a command of `aws s3` prints: its lines, and those on the error stream.
#[derive(Default)]
pub(crate) struct Lines {
    out: String,
    err: String,
    /// The first refusal: its code stands for the command's.
    cause: Option<Failure>,
}

impl Lines {
    fn say(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn complain(&mut self, line: &str, cause: &Failure) {
        self.err.push_str(line);
        self.err.push('\n');
        self.cause.get_or_insert_with(|| cause.clone());
    }

    /// What was said; the exit code is 1 if anything was complained about.
    fn ran(self) -> Ran {
        let output = if self.out.is_empty() { Printed::Nothing } else { Printed::Text(self.out) };
        let error = self.cause.map(|cause| Failure::transfer(&cause, self.err));
        Ran { output, error }
    }
}

/// A place: an object or prefix, or a local path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// `s3://bucket/key`; the key may be empty or a prefix.
    Object {
        /// The bucket.
        bucket: String,
        /// The key.
        key: String,
    },
    /// A path in the folder that commands may use.
    Local(String),
}

impl Place {
    pub(crate) fn read(path: &str) -> Self {
        match path.strip_prefix("s3://") {
            Some(rest) => {
                let (bucket, key) = rest.split_once('/').unwrap_or((rest, ""));
                Self::Object { bucket: bucket.to_owned(), key: key.to_owned() }
            }
            None => Self::Local(path.to_owned()),
        }
    }

    const fn is_object(&self) -> bool {
        matches!(self, Self::Object { .. })
    }
}

/// As the CLI shows a place: local paths relative to the working folder.
impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Object { bucket, key } => write!(f, "s3://{bucket}/{key}"),
            Self::Local(path) => {
                let path = path.strip_prefix("./").unwrap_or(path);
                if path.contains('/') { f.write_str(path) } else { write!(f, "./{path}") }
            }
        }
    }
}

impl S3Command {
    /// Reads the words after `aws s3`; nothing if they ask for help.
    pub fn parse(tokens: &[Token<'_>], globals: Globals) -> Result<Option<Self>, Failure> {
        let at = tokens.iter().position(|token| matches!(token, Token::Plain(_)));
        let Some(at) = at else { return Err(Failure::usage("the following arguments are required: subcommand")) };
        let verb = match tokens[at].word() {
            "ls" => Verb::List,
            "cp" => Verb::Copy,
            "mv" => Verb::Move,
            "rm" => Verb::Remove,
            "mb" => Verb::MakeBucket,
            "rb" => Verb::RemoveBucket,
            "help" => return Ok(None),
            name if ABSENT.contains(&name) => {
                return Err(Failure::not_modelled(format!("AWS has aws s3 {name}; Skylab does not model it.")));
            }
            name => {
                return Err(command::invalid_choice(
                    "subcommand",
                    name,
                    USAGES.iter().map(|(name, _)| *name).chain(ABSENT.iter().copied()),
                ));
            }
        };
        let rest: Vec<_> = tokens[..at].iter().chain(&tokens[at + 1..]).copied().collect();
        let (options, paths) = S3Options::read(verb, &rest)?;
        let command = Self { verb, paths, options, globals };
        command.check()?;
        Ok(Some(command))
    }

    /// As many paths as the command takes, each of the kind it takes.
    fn check(&self) -> Result<(), Failure> {
        let (least, most) = match self.verb {
            Verb::List => (0, 1),
            Verb::Copy | Verb::Move => (2, 2),
            _ => (1, 1),
        };
        let name = if most == 2 { "paths" } else { "path" };
        if self.paths.len() < least {
            return Err(Failure::usage(format!("the following arguments are required: {name}")));
        }
        if self.paths.len() > most {
            return Err(Failure::usage(format!("Unknown options: {}", self.paths[most..].join(","))));
        }
        let n_objects = self.paths.iter().filter(|path| Place::read(path).is_object()).count();
        let fits = match self.verb {
            Verb::List => true,
            Verb::Copy | Verb::Move => n_objects >= 1,
            _ => n_objects == 1,
        };
        if fits { Ok(()) } else { Err(Failure::params(format!("{}\nError: Invalid argument type", self.usage()))) }
    }

    fn usage(&self) -> String {
        let usage = USAGES.iter().find(|(name, _)| *name == self.verb.name()).map_or("", |(_, usage)| usage);
        format!("usage: {usage}")
    }

    pub(crate) fn run(&self, endpoint: &mut Endpoint<'_>, files: &mut dyn Files) -> Ran {
        match self.verb {
            Verb::List => list::run(self, endpoint),
            Verb::MakeBucket => buckets::make(self, endpoint),
            Verb::RemoveBucket => buckets::remove(self, endpoint, files),
            Verb::Copy | Verb::Move | Verb::Remove => transfer::run(self, endpoint, files),
        }
    }
}

impl Verb {
    const fn name(self) -> &'static str {
        match self {
            Self::List => "ls",
            Self::Copy => "cp",
            Self::Move => "mv",
            Self::Remove => "rm",
            Self::MakeBucket => "mb",
            Self::RemoveBucket => "rb",
        }
    }
}

#[cfg(test)]
mod tests;
