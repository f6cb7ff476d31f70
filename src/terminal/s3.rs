//! `aws s3 ls|cp|mv|rm|mb|rb|sync|presign|website`: the CLI's commands over the API's operations, with the CLI's own lines.

mod buckets;
mod customer_key;
mod link;
mod list;
mod options;
mod pattern;
mod sync;
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
    ("sync", "aws s3 sync <LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri> [--delete]"),
    ("presign", "aws s3 presign <S3Uri> [--expires-in <seconds>]"),
    ("website", "aws s3 website <S3Uri> [--index-document <value>] [--error-document <value>]"),
];

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
    /// `sync`
    Sync,
    /// `presign`
    Presign,
    /// `website`
    Website,
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
        if path.starts_with("s3://") { Self::of_s3(path) } else { Self::Local(path.to_owned()) }
    }

    /// A place in S3, with or without `s3://`. An access point's ARN stands for a bucket, with its one slash.
    pub(crate) fn of_s3(path: &str) -> Self {
        let rest = path.strip_prefix("s3://").unwrap_or(path);
        let from = if rest.starts_with("arn:") { rest.find(":accesspoint/").map_or(0, |at| at + ":accesspoint/".len()) } else { 0 };
        let (bucket, key) = match rest[from..].find('/') {
            Some(at) => (&rest[..from + at], &rest[from + at + 1..]),
            None => (rest, ""),
        };
        Self::Object { bucket: bucket.to_owned(), key: key.to_owned() }
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
            "sync" => Verb::Sync,
            "presign" => Verb::Presign,
            "website" => Verb::Website,
            "help" => return Ok(None),
            name => return Err(command::invalid_choice("subcommand", name, USAGES.iter().map(|(name, _)| *name))),
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
            Verb::Copy | Verb::Move | Verb::Sync => (2, 2),
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
            Verb::List | Verb::Presign | Verb::Website => true,
            Verb::Copy | Verb::Move | Verb::Sync => n_objects >= 1,
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
            Verb::Sync => sync::run(self, endpoint, files),
            Verb::Presign => link::presign(self, endpoint),
            Verb::Website => link::website(self, endpoint),
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
            Self::Sync => "sync",
            Self::Presign => "presign",
            Self::Website => "website",
        }
    }
}

#[cfg(test)]
mod tests;
