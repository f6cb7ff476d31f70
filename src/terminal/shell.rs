//! Runs lines one after the other: variables, step numbers, and what each command puts out.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Map, Value};
use skylab_cloud::body::Body;

use crate::{
    cloud::{Actor, Cloud, Endpoint},
    command::{self, ApiCommand, Command, WaitCommand},
    failure::Failure,
    files::Files,
    format::{self, Answer, Output, PIPE_COLUMNS},
    globals::Globals,
    lex::{self, LexError, Line, Vars, Word},
    paging, profile, secrets,
    step::{Printed, Step},
    wait,
};

/// Where lines are run: its variables, and what `aws configure` set, live as long as it does.
#[derive(Clone, Debug)]
pub struct Shell {
    vars: Vars,
    region: String,
    next_step: u64,
}

/// What a command put out, and why it failed if it did; some do both.
pub(crate) struct Ran {
    pub(crate) output: Printed,
    pub(crate) error: Option<Failure>,
}

impl From<Result<Printed, Failure>> for Ran {
    fn from(result: Result<Printed, Failure>) -> Self {
        match result {
            Ok(output) => Self { output, error: None },
            Err(error) => Self { output: Printed::Nothing, error: Some(error) },
        }
    }
}

impl Shell {
    /// A shell without variables, calling in `region` unless a command names another.
    pub fn new(region: &str) -> Self {
        Self { vars: Vars::new(), region: region.to_owned(), next_step: 0 }
    }

    /// The variables set so far.
    pub fn vars(&self) -> &Vars {
        &self.vars
    }

    /// Gives it these variables instead of its own, such as those of an earlier run of the program.
    pub fn set_vars(&mut self, vars: Vars) {
        self.vars = vars;
    }

    /// Runs one line. Blank lines and comments are no steps.
    pub fn run_line(&mut self, cloud: &mut dyn Cloud, files: &mut dyn Files, line: &str) -> Option<Step> {
        match lex::lex(line, &self.vars) {
            Ok(Line::Empty) => None,
            Ok(Line::Command(words)) => {
                let shown = secrets::hide_in_line(line, &words);
                let ran = self.run(cloud, files, words);
                Some(self.step(shown, ran, false))
            }
            Ok(Line::Assign { name, command }) => {
                let shown = secrets::hide_in_line(line, &command);
                let ran = self.assign(cloud, files, &name, command);
                Some(self.step(shown, ran, true))
            }
            Err(error) => Some(self.malformed(line, &error)),
        }
    }

    /// The step of a line that could not be read at all.
    pub fn unreadable(&mut self, shown: String, what: &str) -> Step {
        let ran = Err(Failure::params(what)).into();
        self.step(shown, ran, false)
    }

    fn malformed(&mut self, line: &str, error: &LexError) -> Step {
        let shown = shortened(line.trim());
        self.unreadable(shown, &error.to_string())
    }

    fn step(&mut self, line: String, ran: Ran, silent: bool) -> Step {
        let step = self.next_step;
        self.next_step += 1;
        Step { step, line, output: ran.output, silent, error: ran.error }
    }

    /// A failed command leaves the variable unset, so that its next use says so.
    fn assign(&mut self, cloud: &mut dyn Cloud, files: &mut dyn Files, name: &str, words: Vec<Word>) -> Ran {
        self.vars.remove(name);
        if words.first().is_none_or(|word| word.text != "aws") {
            return Err(Failure::params(format!("{name}=$(…) takes an aws command: {name}=$(aws … --query … --output text)"))).into();
        }
        let ran = self.run(cloud, files, words);
        if ran.error.is_none() {
            self.vars.insert(name.to_owned(), ran.output.text().trim_end_matches('\n').to_owned());
        }
        ran
    }

    fn run(&mut self, cloud: &mut dyn Cloud, files: &mut dyn Files, words: Vec<Word>) -> Ran {
        let command = match command::parse(words, cloud, files) {
            Ok(command) => command,
            Err(failure) => return Err(failure).into(),
        };
        match command {
            Command::Api(command) => self.api(cloud, files, *command).into(),
            Command::Wait(command) => self.wait(cloud, &command).into(),
            Command::Configure(command) => command.run(&mut self.vars).into(),
            Command::S3(command) => {
                let actor = match self.actor(cloud, &command.globals) {
                    Ok(actor) => actor,
                    Err(failure) => return Err(failure).into(),
                };
                let pays = command.options.pays;
                let mut endpoint = Endpoint { cloud, actor: &actor, region: self.region(&command.globals), pays };
                command.run(&mut endpoint, files)
            }
            Command::Sim(command) => cloud.sim(&self.region, &command).map(Printed::Json).into(),
            Command::Text(text) => Ok(Printed::Text(text)).into(),
        }
    }

    /// Where a command calls: as it says, else as its profile says.
    fn region<'a>(&'a self, globals: &'a Globals) -> &'a str {
        let of_profile = || profile::region(&self.vars, globals.profile.as_deref());
        globals.region.as_deref().or_else(of_profile).unwrap_or(&self.region)
    }

    /// Who calls; a profile with a role assumes it first.
    fn actor(&mut self, cloud: &mut dyn Cloud, globals: &Globals) -> Result<Actor, Failure> {
        if globals.anonymous {
            return Ok(Actor::Anonymous);
        }
        let region = self.region(globals).to_owned();
        profile::actor(&mut self.vars, cloud, &region, globals.profile.as_deref())
    }

    fn wait(&mut self, cloud: &mut dyn Cloud, command: &WaitCommand) -> Result<Printed, Failure> {
        let actor = self.actor(cloud, &command.globals)?;
        let mut endpoint = Endpoint { cloud, actor: &actor, region: self.region(&command.globals), pays: false };
        wait::wait(&mut endpoint, command.service, command.waiter, &command.params)?;
        Ok(Printed::Nothing)
    }

    fn api(&mut self, cloud: &mut dyn Cloud, files: &mut dyn Files, command: ApiCommand) -> Result<Printed, Failure> {
        let ApiCommand { service, operation, params, outfile, page, globals } = command;
        let actor = self.actor(cloud, &globals)?;
        let mut endpoint = Endpoint { cloud, actor: &actor, region: self.region(&globals), pays: false };
        let answer = match (&operation.paging, page) {
            (Some(paging), Some(page)) => {
                paging::collect(&mut endpoint, service, operation, paging, &page, params, globals.output == Output::Text)
            }
            _ => endpoint.call(&service.name, &operation.name, Value::Object(params)).map(Answer::from),
        };
        let mut answer = answer.map_err(|error| error.failure(&operation.name))?;
        if let (Some(member), Some(path)) = (&operation.streaming_output, outfile) {
            save(&mut answer.whole, member, &path, files).map_err(|failure| failure.of(&operation.name))?;
        }
        if let Some(output) = operation.output {
            for part in std::iter::once(&mut answer.whole).chain(answer.pages.iter_mut().flatten()) {
                format::order_members(part, service, output);
                secrets::hide_in_answer(&service.name, part);
            }
        }
        print(answer, &globals, &operation.name).map_err(|failure| failure.of(&operation.name))
    }
}

/// Writes the streamed member to its file and takes it out of the answer.
fn save(answer: &mut Value, member: &str, path: &str, files: &mut dyn Files) -> Result<(), Failure> {
    let streamed = answer.as_object_mut().and_then(|map: &mut Map<String, Value>| map.shift_remove(member));
    let body = match streamed {
        None | Some(Value::Null) => Body::default(),
        Some(Value::String(text)) => Body::new(STANDARD.decode(&text).unwrap_or_else(|_| text.into_bytes())),
        Some(value) => serde_json::from_value(value).map_err(|error| Failure::general("OutFile", error.to_string()))?,
    };
    files.write(path, &body).map_err(|error| Failure::general("OutFile", format!("{path}: {error}")))
}

/// Applies `--query` and `--output`.
fn print(answer: Answer, globals: &Globals, operation: &str) -> Result<Printed, Failure> {
    let failed = |error: crate::query::QueryError| match error.exit {
        252 => Failure::params(error.message),
        _ => Failure::general("Query", error.message),
    };
    if globals.output == Output::Json {
        let value = match &globals.query {
            Some(query) => query.search(&answer.whole).map_err(failed)?,
            None => answer.whole,
        };
        let nothing = value.as_object().is_some_and(Map::is_empty) || (value.is_null() && globals.query.is_none());
        return Ok(if nothing { Printed::Nothing } else { Printed::Json(value) });
    }
    if answer.whole.is_null() || answer.whole.as_object().is_some_and(Map::is_empty) && globals.query.is_none() {
        return Ok(Printed::Nothing);
    }
    let text = format::print(&answer, globals.query.as_ref(), operation, globals.output, PIPE_COLUMNS).map_err(failed)?;
    Ok(if text.is_empty() { Printed::Nothing } else { Printed::Text(text) })
}

/// A line that could not be read may be anything: only its beginning is repeated.
pub(crate) fn shortened(line: &str) -> String {
    const SHOWN: usize = 500;
    match line.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
#[path = "shell_tests.rs"]
mod tests;
