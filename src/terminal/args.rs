//! A command's words against its options, as Python's argparse reads them for the AWS CLI: which word is an option, which its value.

use skylab_cloud::names;

use crate::{
    failure::Failure,
    options::{Kind, Opt, Options},
};

/// A word of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// A value or a positional.
    Plain(&'a str),
    /// Something that begins like an option.
    Option {
        /// The whole word.
        word: &'a str,
        /// Its name without the dashes.
        name: &'a str,
        /// What follows `=` in the same word.
        inline: Option<&'a str>,
    },
}

impl<'a> Token<'a> {
    /// A word that cannot be an option.
    pub const fn plain(word: &'a str) -> Self {
        Self::Plain(word)
    }

    /// A word, by its look.
    pub fn read(word: &'a str) -> Self {
        option_parts(word).map_or(Self::Plain(word), |(name, inline)| Self::Option { word, name, inline })
    }

    /// The whole word.
    pub const fn word(self) -> &'a str {
        match self {
            Self::Plain(word) | Self::Option { word, .. } => word,
        }
    }
}

/// `--name` or `--name=value` in parts. Negative numbers and a lone dash are values.
pub fn option_parts(word: &str) -> Option<(&str, Option<&str>)> {
    let short = word.strip_prefix('-').filter(|rest| !rest.is_empty())?;
    if short.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    let Some(long) = short.strip_prefix('-') else { return Some((word, None)) };
    match long.split_once('=') {
        Some((name, value)) => Some((name, Some(value))),
        None => Some((long, None)),
    }
}

/// The value of a global option: the next word, unless it is an option itself.
pub fn value_after<'a>(words: &mut std::slice::Iter<'a, String>, name: &str) -> Result<&'a str, Failure> {
    match words.as_slice().first() {
        Some(next) if option_parts(next).is_none() || next.contains(' ') => {
            words.next();
            Ok(next)
        }
        _ => Err(Failure::usage(format!("argument --{name}: expected one argument"))),
    }
}

/// What an option was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given<'a> {
    /// One value.
    One(&'a str),
    /// Values of a list.
    Many(Vec<&'a str>),
    /// No value: it is a flag.
    Nothing,
}

/// A command's words, sorted out.
#[derive(Debug, Default)]
pub struct Bound<'o, 'a> {
    /// Options with what they were given, later ones winning.
    pub given: Vec<(&'o Opt, Given<'a>)>,
    /// Words that belong to no option.
    pub positional: Vec<&'a str>,
    /// Words that look like options and are none.
    pub unknown: Vec<&'a str>,
}

impl<'o, 'a> Bound<'o, 'a> {
    /// What an option of that name was given last.
    pub fn value(&self, name: &str) -> Option<&Given<'a>> {
        self.given.iter().rev().find(|(opt, _)| opt.name == name).map(|(_, given)| given)
    }

    /// True if the option of that name was given.
    pub fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// Sorts tokens out by the options of an operation.
    pub fn bind(options: &'o Options, tokens: &[Token<'a>]) -> Result<Self, Failure> {
        let mut bound = Self::default();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            let Token::Option { word, name, inline } = *token else {
                bound.positional.push(token.word());
                continue;
            };
            let Some(opt) = find(options, name)? else {
                let list = if word.contains(' ') { &mut bound.positional } else { &mut bound.unknown };
                list.push(word);
                continue;
            };
            let given = take(opt, inline, options, tokens, &mut at)?;
            bound.given.retain(|(other, _)| !same_target(other, opt));
            bound.given.push((opt, given));
        }
        Ok(bound)
    }

    /// The names of required options that are missing, as the CLI lists them.
    pub fn missing(&self, options: &'o Options) -> Vec<String> {
        options.all.iter().filter(|opt| opt.required && !self.has(&opt.name)).map(|opt| format!("--{}", opt.name)).collect()
    }
}

/// `--flag` and `--no-flag` replace each other; so does an option given twice.
fn same_target(a: &Opt, b: &Opt) -> bool {
    a.name == b.name || matches!((a.kind, b.kind), (Kind::Flag(_), Kind::Flag(_))) && a.member == b.member
}

fn find<'o>(options: &'o Options, name: &str) -> Result<Option<&'o Opt>, Failure> {
    if let Some(opt) = options.named(name) {
        return Ok(Some(opt));
    }
    if name.is_empty() || name.starts_with('-') {
        return Ok(None);
    }
    match options.starting(name).as_slice() {
        [] => Ok(None),
        [only] => Ok(Some(only)),
        several => {
            let could: Vec<_> = several.iter().map(|opt| format!("--{}", opt.name)).collect();
            Err(Failure::usage(format!("ambiguous option: --{name} could match {}", could.join(", "))))
        }
    }
}

fn take<'a>(opt: &Opt, inline: Option<&'a str>, options: &Options, tokens: &[Token<'a>], at: &mut usize) -> Result<Given<'a>, Failure> {
    let is_value = |token: &Token<'a>| match token {
        Token::Plain(_) => true,
        // A value may begin with dashes if it has a blank and is no option: `--description "-- old --"`.
        Token::Option { word, name, .. } => word.contains(' ') && options.named(name).is_none(),
    };
    match (opt.kind, inline) {
        (Kind::Flag(_) | Kind::Attribute(false), Some(value)) => {
            Err(Failure::usage(format!("argument --{}: ignored explicit argument '{value}'", opt.name)))
        }
        (Kind::Flag(_) | Kind::Attribute(false), None) => Ok(Given::Nothing),
        (Kind::Many, Some(value)) => Ok(Given::Many(vec![value])),
        (Kind::Many, None) => {
            let values: Vec<_> = tokens[*at..].iter().take_while(|token| is_value(token)).map(|token| token.word()).collect();
            *at += values.len();
            Ok(Given::Many(values))
        }
        (_, Some(value)) => Ok(Given::One(value)),
        (_, None) => match tokens.get(*at).filter(|token| is_value(token)) {
            Some(token) => {
                *at += 1;
                Ok(Given::One(token.word()))
            }
            None if opt.kind == Kind::Attribute(true) => Ok(Given::Nothing),
            None => Err(Failure::usage(format!("argument --{}: expected one argument", opt.name))),
        },
    }
}

/// The CLI's complaint about what belongs to nothing, with the option that was probably meant.
pub fn unknown_options(words: &[&str], options: &Options) -> Failure {
    let mut message = format!("Unknown options: {}", words.join(", "));
    for word in words {
        let Some((name, _)) = option_parts(word) else { continue };
        let own = options.all.iter().map(|opt| opt.name.as_str());
        let mut all: Vec<&str> = crate::globals::names().map(|name| -> &str { name }).collect();
        all.extend(own);
        if let Some(near) = names::nearest(name, all.into_iter()) {
            message = format!("{message}\n--{name}: AWS has no such option here; did you mean --{near}?");
        }
    }
    Failure::usage(message)
}
