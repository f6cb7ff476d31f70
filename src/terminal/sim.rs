//! The `sim` commands: time, load, faults, probes and bills, read into one typed command. What they do is the cloud's matter.

mod load;
mod quantity;

pub use load::{HttpLoad, HttpProfile, ReadPhase, S3Load};
pub use quantity::{Span, bytes, span};

use serde_json::Value;

use crate::{
    args::{Token, option_parts},
    failure::Failure,
    files::Files,
    json,
};

/// A `sim` command.
#[derive(Clone, Debug, PartialEq)]
pub enum SimCommand {
    /// `sim advance 1d12h`
    Advance {
        /// How long.
        span: Span,
    },
    /// `sim load s3 …`
    LoadS3(S3Load),
    /// `sim load http …`
    LoadHttp(HttpLoad),
    /// `sim fail az apne2-az1 [--in 3d] [--for 10m] [--destroyed]`
    Fail {
        /// What fails: `az`, `instance`, `db`, `nat`, `link`, `region`, `cache`.
        kind: String,
        /// Which one.
        id: String,
        /// How long from now; now if not given.
        after: Option<Span>,
        /// For how long; until healed if not given.
        span: Option<Span>,
        /// A zone, and what is stored only in it, is gone for good.
        destroyed: bool,
    },
    /// `sim heal az apne2-az1`
    Heal {
        /// As in `Fail`.
        kind: String,
        /// Which one.
        id: String,
    },
    /// `sim probe FROM TO --port 443`
    Probe {
        /// Where the packet starts.
        from: String,
        /// Where it is to arrive.
        to: String,
        /// The port.
        port: u16,
        /// `tcp` or `udp`.
        protocol: String,
    },
    /// `sim bill [--month 2026-03]`
    Bill {
        /// A month as `2026-03`; the present one if not given.
        month: Option<String>,
    },
    /// `sim get https://…`: what a browser gets for a URL of S3's.
    Get {
        /// The URL.
        url: String,
        /// The origin of the page that asks.
        origin: Option<String>,
        /// Only the headers.
        head: bool,
    },
    /// `sim preflight https://… --origin … --method PUT`: a browser's question before it lets a page ask.
    Preflight {
        /// The URL.
        url: String,
        /// The origin of the page that wants to ask.
        origin: String,
        /// The method that it wants to use.
        method: String,
        /// The headers that it wants to send.
        headers: Vec<String>,
    },
    /// `sim status`
    Status,
    /// `sim aurora-quorum [--failed-copies a,b]`
    AuroraQuorum {
        /// The copies that are down.
        failed_copies: Vec<String>,
    },
    /// `sim cache file://cache.json`: a caching strategy played through.
    Cache {
        /// Strategy, configuration and events.
        document: Value,
    },
}

/// The commands with how each is written, for help and completion.
pub const COMMANDS: &[(&str, &str)] = &[
    ("advance", "sim advance 30d|12h|5m|10s"),
    (
        "load",
        "sim load s3 --bucket B --prefix P --bytes-per-month 400GB --object-size 1MB --reads 0-30d:5/day,30-120d:1/month [--storage-class STANDARD_IA] --for 7y\n       sim load http --target NAME --profile steady|ramp|spike|day --rps 400 --from seoul --for 2h",
    ),
    ("fail", "sim fail az|instance|db|nat|link|region|cache ID [--in 3d] [--for 10m] [--destroyed]"),
    ("heal", "sim heal az|instance|db|nat|link|region|cache ID"),
    ("probe", "sim probe FROM TO --port 443 [--protocol tcp|udp]"),
    ("bill", "sim bill [--month 2026-03]"),
    ("get", "sim get URL [--origin https://app.example.com] [--head]"),
    ("preflight", "sim preflight URL --origin https://app.example.com --method PUT [--headers content-type,x-amz-date]"),
    ("status", "sim status"),
    ("aurora-quorum", "sim aurora-quorum [--failed-copies a,b]"),
    ("cache", "sim cache file://cache.json"),
];

/// Options without a value.
const FLAGS: &[&str] = &["destroyed", "head"];

/// What can fail.
pub const FAULTS: &[&str] = &["az", "instance", "db", "nat", "link", "region", "cache"];

/// Reads the words after `sim`.
pub fn parse(words: &[String], files: &dyn Files) -> Result<SimCommand, Failure> {
    let Some((name, rest)) = words.split_first() else { return Err(usage("sim needs a command")) };
    let mut line = SimLine::read(name, rest)?;
    let command = match name.as_str() {
        "advance" => SimCommand::Advance { span: span(&line.position("how long")?).map_err(|what| line.wrong(&what))? },
        "load" => match line.position("s3 or http")?.as_str() {
            "s3" => SimCommand::LoadS3(S3Load::read(&mut line)?),
            "http" => SimCommand::LoadHttp(HttpLoad::read(&mut line)?),
            other => return Err(line.wrong(&format!("load comes from s3 or http, not from {other}"))),
        },
        "fail" => {
            let (kind, id) = line.fault()?;
            let destroyed = line.flag("destroyed")?;
            if destroyed && kind != "az" {
                return Err(line.wrong("--destroyed is for az"));
            }
            let after = line.option("in").map(|text| span(&text).map_err(|what| line.wrong(&what))).transpose()?;
            let span = line.option("for").map(|text| span(&text).map_err(|what| line.wrong(&what))).transpose()?;
            SimCommand::Fail { kind, id, after, span, destroyed }
        }
        "heal" => {
            let (kind, id) = line.fault()?;
            SimCommand::Heal { kind, id }
        }
        "probe" => SimCommand::Probe {
            from: line.position("where it starts")?,
            to: line.position("where it is to arrive")?,
            port: line.parsed("port")?,
            protocol: line.option("protocol").unwrap_or_else(|| "tcp".to_owned()),
        },
        "bill" => SimCommand::Bill { month: line.option("month").map(|month| month_name(&line, month)).transpose()? },
        "get" => SimCommand::Get { url: line.position("a URL")?, origin: line.option("origin"), head: line.flag("head")? },
        "preflight" => SimCommand::Preflight {
            url: line.position("a URL")?,
            origin: line.required("origin")?,
            method: line.required("method")?,
            headers: line.option("headers").map(|text| text.split(',').map(|name| name.trim().to_owned()).collect()).unwrap_or_default(),
        },
        "status" => SimCommand::Status,
        "aurora-quorum" => SimCommand::AuroraQuorum {
            failed_copies: line.option("failed-copies").map(|text| text.split(',').map(str::to_owned).collect()).unwrap_or_default(),
        },
        "cache" => SimCommand::Cache { document: document(&line.position("file://… or JSON")?, files)? },
        other => return Err(usage(&format!("there is no sim {other}"))),
    };
    line.finish()?;
    Ok(command)
}

fn usage(what: &str) -> Failure {
    let all: Vec<_> = COMMANDS.iter().map(|(_, usage)| format!("       {usage}")).collect();
    Failure::params(format!("{what}; use one of:\n{}", all.join("\n")))
}

fn month_name(line: &SimLine, month: String) -> Result<String, Failure> {
    let fits = |(year, month): (&str, &str)| {
        year.len() == 4 && year.parse::<u16>().is_ok() && month.len() == 2 && matches!(month.parse(), Ok(1..=12))
    };
    if month.split_once('-').is_some_and(fits) { Ok(month) } else { Err(line.wrong(&format!("{month} is no month; write it as 2026-03"))) }
}

fn document(text: &str, files: &dyn Files) -> Result<Value, Failure> {
    let loaded = match text.strip_prefix("file://") {
        Some(path) => {
            files.read_text(path).map_err(|error| Failure::params(format!("Unable to load paramfile {text}: {error}: '{path}'")))?
        }
        None => text.to_owned(),
    };
    json::parse(&loaded).map_err(|what| Failure::params(format!("Invalid JSON: {what}")))
}

/// The words of one `sim` command: positions and `--options`, taken away as they are read so that the rest can be refused.
pub(crate) struct SimLine {
    name: String,
    positions: std::collections::VecDeque<String>,
    options: Vec<(String, String)>,
}

impl SimLine {
    fn read(name: &str, words: &[String]) -> Result<Self, Failure> {
        let mut line = Self { name: name.to_owned(), positions: std::collections::VecDeque::new(), options: Vec::new() };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match Token::read(word) {
                Token::Plain(word) => line.positions.push_back(word.to_owned()),
                Token::Option { name, inline: Some(value), .. } => line.options.push((name.to_owned(), value.to_owned())),
                Token::Option { name, .. } if FLAGS.contains(&name) => line.options.push((name.to_owned(), String::new())),
                Token::Option { name, word, .. } => match words.as_slice().first().filter(|next| option_parts(next).is_none()) {
                    Some(value) => {
                        line.options.push((name.to_owned(), value.clone()));
                        words.next();
                    }
                    None => return Err(line.wrong(&format!("{word} needs a value"))),
                },
            }
        }
        Ok(line)
    }

    /// The next word that is no option.
    pub(crate) fn position(&mut self, what: &str) -> Result<String, Failure> {
        self.positions.pop_front().ok_or_else(|| self.wrong(&format!("it needs {what}")))
    }

    /// An option's value, if given.
    pub(crate) fn option(&mut self, name: &str) -> Option<String> {
        let at = self.options.iter().position(|(known, _)| known == name)?;
        Some(self.options.remove(at).1)
    }

    /// True if an option without a value was given.
    fn flag(&mut self, name: &str) -> Result<bool, Failure> {
        match self.option(name).as_deref() {
            None => Ok(false),
            Some("") => Ok(true),
            Some(_) => Err(self.wrong(&format!("--{name} takes no value"))),
        }
    }

    /// A required option's value.
    pub(crate) fn required(&mut self, name: &str) -> Result<String, Failure> {
        self.option(name).ok_or_else(|| self.wrong(&format!("the following arguments are required: --{name}")))
    }

    /// A required option's value, read as something.
    pub(crate) fn parsed<T: std::str::FromStr>(&mut self, name: &str) -> Result<T, Failure> {
        let text = self.required(name)?;
        text.parse().map_err(|_| self.wrong(&format!("--{name} cannot be {text}")))
    }

    fn fault(&mut self) -> Result<(String, String), Failure> {
        let kind = self.position(&format!("what: {}", FAULTS.join(", ")))?;
        if !FAULTS.contains(&kind.as_str()) {
            return Err(self.wrong(&format!("{kind} cannot fail here; what can is: {}", FAULTS.join(", "))));
        }
        let id = self.position("an id")?;
        Ok((kind, id))
    }

    /// The usage error of this command.
    pub(crate) fn wrong(&self, what: &str) -> Failure {
        let usage = COMMANDS.iter().find(|(name, _)| *name == self.name).map_or("", |(_, usage)| usage);
        Failure::params(format!("sim {}: {what}\nusage: {usage}", self.name))
    }

    fn finish(&self) -> Result<(), Failure> {
        if let Some((name, _)) = self.options.first() {
            return Err(self.wrong(&format!("Unknown options: --{name}")));
        }
        self.positions.front().map_or(Ok(()), |word| Err(self.wrong(&format!("Unknown options: {word}"))))
    }
}

#[cfg(test)]
mod tests;
