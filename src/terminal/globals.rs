//! The options that every `aws` command has, wherever they stand on the line.

use crate::{
    args::{self, Token},
    failure::Failure,
    format::Output,
    query::Query,
};

/// What the global options of a command say.
#[derive(Clone, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "the CLI has that many flags")]
pub struct Globals {
    /// `--output`; JSON unless given.
    pub output: Output,
    /// `--query`.
    pub query: Option<Query>,
    /// `--region`.
    pub region: Option<String>,
    /// `--profile`.
    pub profile: Option<String>,
    /// `--no-sign-request`: nobody calls.
    pub anonymous: bool,
    /// `--no-paginate`: one page, as the service gives it.
    pub single_page: bool,
    /// `--cli-binary-format raw-in-base64-out`: text for bytes is the bytes themselves.
    pub raw_binary: bool,
    /// `--version`.
    pub version: bool,
}

/// What a global option does here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Effect {
    Value,
    Flag,
    /// A value without meaning where nothing is connected or paged.
    Idle,
    IdleFlag,
    /// Refused, with the reason.
    Refused(&'static str),
    RefusedFlag(&'static str),
}

const NO_NETWORK: &str = "Skylab opens no connection, so there is nothing for it to choose; leave it out";

const GLOBALS: &[(&str, Effect)] = &[
    ("debug", Effect::RefusedFlag("there is no wire log to show; leave it out (the Trail shows every request and its answer)")),
    ("endpoint-url", Effect::Refused(NO_NETWORK)),
    ("no-verify-ssl", Effect::RefusedFlag(NO_NETWORK)),
    ("no-paginate", Effect::Flag),
    ("output", Effect::Value),
    ("query", Effect::Value),
    ("profile", Effect::Value),
    ("region", Effect::Value),
    ("version", Effect::Flag),
    ("color", Effect::Idle),
    ("no-sign-request", Effect::Flag),
    ("ca-bundle", Effect::Refused(NO_NETWORK)),
    ("cli-read-timeout", Effect::Idle),
    ("cli-connect-timeout", Effect::Idle),
    ("cli-binary-format", Effect::Value),
    ("no-cli-pager", Effect::IdleFlag),
    ("cli-auto-prompt", Effect::RefusedFlag("a script answers no prompts; the Terminal completes with Tab")),
    ("no-cli-auto-prompt", Effect::IdleFlag),
    ("cli-error-format", Effect::Refused("errors are always told as the CLI tells them in text, and in full with --format jsonl")),
];

/// Names of all global options, without the dashes.
pub fn names() -> impl Iterator<Item = &'static str> {
    GLOBALS.iter().map(|(name, _)| *name)
}

/// The legal values of a global option, for completion.
pub fn choices(name: &str) -> &'static [&'static str] {
    match name {
        "output" => &["json", "text", "table", "yaml"],
        "color" => &["on", "off", "auto"],
        "cli-binary-format" => &["base64", "raw-in-base64-out"],
        _ => &[],
    }
}

/// True if the option of that name is a global one that takes a value.
pub fn takes_value(name: &str) -> bool {
    GLOBALS.iter().any(|(known, effect)| *known == name && matches!(effect, Effect::Value | Effect::Idle | Effect::Refused(_)))
}

/// Takes the global options out of a command's words; the rest keeps its order.
pub fn take(words: &[String]) -> Result<(Globals, Vec<Token<'_>>), Failure> {
    let mut globals = Globals::default();
    let mut rest = Vec::with_capacity(words.len());
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if word == "--" {
            rest.extend(words.by_ref().map(|word| Token::plain(word)));
            break;
        }
        let Some((name, inline)) = args::option_parts(word) else {
            rest.push(Token::plain(word));
            continue;
        };
        let Some((name, effect)) = find(name)? else {
            rest.push(Token::read(word));
            continue;
        };
        let value = if matches!(effect, Effect::Value | Effect::Idle | Effect::Refused(_)) {
            let value = match inline {
                Some(value) => value,
                None => args::value_after(&mut words, name)?,
            };
            Some(value)
        } else if let Some(value) = inline {
            return Err(Failure::usage(format!("argument --{name}: ignored explicit argument '{value}'")));
        } else {
            None
        };
        globals.set(name, effect, value.unwrap_or_default())?;
    }
    Ok((globals, rest))
}

/// The option of that name, or the only one that begins so: the CLI takes unique beginnings.
fn find(name: &str) -> Result<Option<(&'static str, Effect)>, Failure> {
    let mut starting = GLOBALS.iter().filter(|(known, _)| known.starts_with(name) && !name.is_empty());
    let Some(first) = starting.next() else { return Ok(None) };
    let Some(second) = starting.next() else { return Ok(Some(*first)) };
    if let Some(exact) = [first, second].into_iter().chain(starting).find(|(known, _)| *known == name) {
        return Ok(Some(*exact));
    }
    let could: Vec<_> = names().filter(|known| known.starts_with(name)).map(|known| format!("--{known}")).collect();
    Err(Failure::usage(format!("ambiguous option: --{name} could match {}", could.join(", "))))
}

impl Globals {
    fn set(&mut self, name: &'static str, effect: Effect, value: &str) -> Result<(), Failure> {
        if let Effect::Refused(why) | Effect::RefusedFlag(why) = effect {
            return Err(Failure::not_modelled(format!("--{name} is not supported: {why}")));
        }
        let choices = choices(name);
        if !choices.is_empty() && !choices.contains(&value) {
            let unsupported = name == "output" && matches!(value, "yaml-stream" | "off");
            let also = if unsupported { " (AWS has it, Skylab does not)" } else { "" };
            return Err(Failure::usage(format!(
                "argument --{name}: Found invalid choice '{value}'{also}\n\nValid choices: {}",
                choices.join(", ")
            )));
        }
        match name {
            "output" => {
                self.output = match value {
                    "text" => Output::Text,
                    "table" => Output::Table,
                    "yaml" => Output::Yaml,
                    _ => Output::Json,
                }
            }
            "query" => self.query = Some(Query::parse(value).map_err(|error| Failure::params(error.message))?),
            "profile" => self.profile = Some(value.to_owned()),
            "region" => self.region = Some(value.to_owned()),
            "no-sign-request" => self.anonymous = true,
            "no-paginate" => self.single_page = true,
            "cli-binary-format" => self.raw_binary = value == "raw-in-base64-out",
            "version" => self.version = true,
            _ => {}
        }
        Ok(())
    }
}
