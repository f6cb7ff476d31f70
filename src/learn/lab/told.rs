//! What a lab has to say: a key with arguments, put into words elsewhere; and a complaint about a place in a file.

use std::fmt;

use skylab_cloud::clock::SimTime;
use skylab_terminal::sim::Span;

use super::Place;

/// An argument of a text, still to be written as the reader's language writes it.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A word as it is.
    Text(String),
    /// A whole number.
    Count(i64),
    /// Dollars in billionths.
    Usd(i128),
    /// A length of time.
    Span(Span),
    /// A moment.
    Moment(SimTime),
    /// A sentence within the sentence.
    Told(Box<Told>),
    /// Several of them.
    List(Vec<Told>),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Told> for Arg {
    fn from(told: Told) -> Self {
        Self::Told(Box::new(told))
    }
}

/// A text by its key, with its arguments.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The key in `locales`.
    pub key: &'static str,
    /// By name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Told {
    /// The text of that key, without arguments.
    pub const fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// … with this argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// … with this count.
    #[must_use]
    pub fn count(self, name: &'static str, n: impl TryInto<i64>) -> Self {
        self.with(name, Arg::Count(n.try_into().unwrap_or(i64::MAX)))
    }

    /// The argument of that name.
    pub fn arg(&self, name: &str) -> Option<&Arg> {
        self.args.iter().find(|(it, _)| *it == name).map(|(_, value)| value)
    }
}

/// Something that is wrong with a lab, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Complaint {
    /// The file of the pack.
    pub file: String,
    /// The place in it, where there is one.
    pub place: Option<Place>,
    /// What is wrong.
    pub told: Told,
}

impl Complaint {
    /// About a file as a whole.
    pub fn of_file(file: &str, told: Told) -> Self {
        Self { file: file.to_owned(), place: None, told }
    }

    /// About a place in a file.
    pub fn at(file: &str, place: Option<Place>, told: Told) -> Self {
        Self { file: file.to_owned(), place, told }
    }

    /// `lab.ron:12:30`, or the file alone.
    pub fn location(&self) -> String {
        self.place.map_or_else(|| self.file.clone(), |place| format!("{}:{place}", self.file))
    }
}

/// For logs alone: people get it from `locales`.
impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} {:?}", self.location(), self.told.key, self.told.args)
    }
}
