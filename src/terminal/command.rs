//! From the words of a line to a command that is ready to run: services, operations, options, parameters, all checked.

use serde_json::{Map, Value};
use skylab_cloud::names::{self, KnownService, Operation, Service, Waiter};

use crate::{
    args::{self, Bound, Given, Token},
    cloud::Cloud,
    customise,
    failure::Failure,
    files::{self, Files},
    globals::{self, Globals},
    help,
    lex::Word,
    options::{self, Extra, Kind, Options},
    paging::Page,
    profile::Configure,
    s3::S3Command,
    sim::{self, SimCommand},
    values::Reader,
};

/// A command that is ready to run.
#[derive(Debug)]
pub enum Command {
    /// `aws SERVICE OPERATION`
    Api(Box<ApiCommand>),
    /// `aws SERVICE wait NAME`
    Wait(Box<WaitCommand>),
    /// `aws s3 …`
    S3(Box<S3Command>),
    /// `aws configure …`
    Configure(Configure),
    /// `sim …`
    Sim(SimCommand),
    /// Help and version: text that is there already.
    Text(String),
}

/// One API call, with its pages.
#[derive(Debug)]
pub struct ApiCommand {
    /// The service.
    pub service: &'static Service,
    /// The operation.
    pub operation: &'static Operation,
    /// Its members.
    pub params: Map<String, Value>,
    /// Where a streamed answer goes.
    pub outfile: Option<String>,
    /// How its pages are walked; nothing if it has none or they are not to be merged.
    pub page: Option<Page>,
    /// The global options.
    pub globals: Globals,
}

/// A waiter with the parameters of the operation it polls.
#[derive(Debug)]
pub struct WaitCommand {
    /// The service.
    pub service: &'static Service,
    /// What is waited for.
    pub waiter: &'static Waiter,
    /// The members of the polled operation.
    pub params: Map<String, Value>,
    /// The global options.
    pub globals: Globals,
}

/// Reads the words of a line.
pub fn parse(words: Vec<Word>, cloud: &dyn Cloud, files: &dyn Files) -> Result<Command, Failure> {
    let mut words = words.into_iter().map(|word| word.text);
    let name = words.next().unwrap_or_default();
    let words: Vec<String> = words.collect();
    match name.as_str() {
        "aws" => aws(&words, cloud, files),
        "sim" if words.first().is_some_and(|word| word == "help") => Ok(Command::Text(help::sim())),
        "sim" => sim::parse(&words, files).map(Command::Sim),
        other => Err(Failure::params(format!(
            "{other}: there is no such command here; a line begins with aws or sim (`aws help` and `sim help` list what there is)"
        ))),
    }
}

fn aws(words: &[String], cloud: &dyn Cloud, files: &dyn Files) -> Result<Command, Failure> {
    let (globals, mut tokens) = globals::take(words)?;
    if globals.version {
        return Ok(Command::Text(format!("aws-cli/2 (simulated by Skylab; names of botocore {})\n", names::botocore_version())));
    }
    let Some(service_name) = next_plain(&mut tokens) else { return Err(missing("command", &tokens)) };
    match service_name {
        "help" => return Ok(Command::Text(help::aws(cloud))),
        "s3" => {
            return S3Command::parse(&tokens, globals)
                .map(|command| command.map_or_else(|| Command::Text(help::s3()), |it| Command::S3(Box::new(it))));
        }
        _ => {}
    }
    if service_name == "configure" {
        let words: Vec<&str> = tokens.iter().map(|token| token.word()).collect();
        return Configure::parse(&words, globals.profile.as_deref()).map(Command::Configure);
    }
    let service = service(service_name)?;
    let Some(name) = next_plain(&mut tokens) else { return Err(missing("operation", &tokens)) };
    match name {
        "help" => return Ok(Command::Text(help::service(service, cloud))),
        "wait" => return wait(service, tokens, globals, files),
        _ => {}
    }
    let Some(operation) = service.command(name) else {
        return Err(unknown_operation(service, name));
    };
    if !cloud.models(&service.name, &operation.name) {
        return Err(not_modelled(service, operation));
    }
    let options = options::of(service, operation, !globals.single_page);
    let bound = Bound::bind(&options, &tokens)?;
    let mut call = Call { service, operation, options: &options, bound, globals: &globals, files, outfile: None };
    if call.asks_for_help() {
        return Ok(Command::Text(help::operation(service, operation, &options)));
    }
    call.take_outfile()?;
    let (params, page) = call.params()?;
    let outfile = call.outfile;
    Ok(Command::Api(Box::new(ApiCommand { service, operation, params, outfile, page, globals })))
}

fn wait(service: &'static Service, mut tokens: Vec<Token<'_>>, globals: Globals, files: &dyn Files) -> Result<Command, Failure> {
    let waiters = || service.waiters.iter().map(|waiter| waiter.cli_name.as_str());
    let Some(name) = next_plain(&mut tokens) else { return Err(missing("subcommand", &tokens)) };
    let found = service.waiter(name).and_then(|waiter| Some((waiter, service.operation(&waiter.operation)?)));
    let Some((waiter, operation)) = found else { return Err(invalid_choice("subcommand", name, waiters())) };
    let options = options::of(service, operation, false);
    let bound = Bound::bind(&options, &tokens)?;
    let call = Call { service, operation, options: &options, bound, globals: &globals, files, outfile: None };
    if call.asks_for_help() {
        return Ok(Command::Text(help::operation(service, operation, &options)));
    }
    let (params, _) = call.params()?;
    Ok(Command::Wait(Box::new(WaitCommand { service, waiter, params, globals })))
}

/// Takes the first word that is no option.
fn next_plain<'a>(tokens: &mut Vec<Token<'a>>) -> Option<&'a str> {
    let at = tokens.iter().position(|token| matches!(token, Token::Plain(_)))?;
    Some(tokens.remove(at).word())
}

fn missing(what: &str, tokens: &[Token<'_>]) -> Failure {
    match tokens.first() {
        Some(token) => Failure::usage(format!("the following arguments are required: {what}\nUnknown options: {}", token.word())),
        None => Failure::usage(format!("the following arguments are required: {what}")),
    }
}

/// The CLI's complaint about a word that is none of the choices, and that AWS has no such thing.
pub(crate) fn invalid_choice<'a>(argument: &str, word: &str, choices: impl Iterator<Item = &'a str> + Clone) -> Failure {
    let mut message = format!("argument {argument}: Found invalid choice '{word}'");
    let mut near = names::close_matches(word, choices.clone());
    if near.is_empty() {
        near.extend(names::nearest(word, choices));
    }
    if !near.is_empty() {
        message = format!("{message}\n\nMaybe you meant:\n\n  * {}", near.join("\n  * "));
    }
    // The CLI leaves open whether AWS has the word; a learner need not wonder.
    let kind = if argument == "command" { "service" } else { argument };
    Failure::usage(format!("{message}\n\nAWS has no {kind} {word}."))
}

fn service(name: &str) -> Result<&'static Service, Failure> {
    if matches!(name, "login" | "sso" | "history") {
        let what =
            format!("aws {name} sets up the CLI; Skylab needs no set-up: choose the caller with --profile and the place with --region.");
        return Err(Failure::not_modelled(what));
    }
    // `codedeploy` and `config` are the API's names; the CLI has others for them.
    let known = names::known_service(name).filter(|known| known.cli_name == name);
    if let Some(service) = known.and_then(|known| names::service(known.name)) {
        return Ok(service);
    }
    if known.is_some() {
        return Err(Failure::not_modelled(format!("AWS has the service {name}; Skylab does not model it.")));
    }
    let choices = names::service_names().iter().filter_map(|name| names::known_service(name)).map(|known: &KnownService| known.cli_name);
    Err(invalid_choice("command", name, choices.chain(["s3"])))
}

fn unknown_operation(service: &'static Service, name: &str) -> Failure {
    let known = names::operation_names(&service.name);
    if let Some(operation) = known.iter().find(|operation| operation.cli == name) {
        return Failure::not_modelled(format!("AWS has {} {name}; Skylab does not model it.", service.name)).of(&operation.api);
    }
    invalid_choice("operation", name, known.iter().map(|operation| operation.cli.as_str()))
}

fn not_modelled(service: &Service, operation: &Operation) -> Failure {
    let cli = names::known_service(&service.name).map_or(service.name.as_str(), |known| known.cli_name);
    Failure::not_modelled(format!("AWS has the operation {} (aws {cli} {}); Skylab does not model it.", operation.name, operation.cli_name))
        .of(&operation.name)
}

/// A call being put together.
struct Call<'a> {
    service: &'static Service,
    operation: &'static Operation,
    options: &'a Options,
    bound: Bound<'a, 'a>,
    globals: &'a Globals,
    files: &'a dyn Files,
    /// The positional file that a streamed answer goes to.
    outfile: Option<String>,
}

impl Call<'_> {
    fn asks_for_help(&self) -> bool {
        self.bound.positional.first() == Some(&"help") && self.bound.given.is_empty()
    }

    fn take_outfile(&mut self) -> Result<(), Failure> {
        if self.operation.streaming_output.is_none() || self.bound.positional.is_empty() {
            return Ok(());
        }
        let path = self.bound.positional.remove(0);
        match files::inside(path) {
            Ok(inside) if !inside.is_empty() => {
                self.outfile = Some(path.to_owned());
                Ok(())
            }
            Ok(_) => Err(Failure::general("OutFile", format!("[Errno 21] Is a directory: '{path}'"))),
            Err(error) => Err(Failure::general("OutFile", format!("{path}: {error}")).of(&self.operation.name)),
        }
    }

    /// The operation's members, checked, and how its pages are walked.
    fn params(&self) -> Result<(Map<String, Value>, Option<Page>), Failure> {
        self.build().map_err(|failure| failure.of(&self.operation.name))
    }

    fn build(&self) -> Result<(Map<String, Value>, Option<Page>), Failure> {
        self.complete()?;
        let reader = Reader { service: self.service, files: self.files, raw_binary: self.globals.raw_binary };
        let mut params = Map::new();
        let mut page = Page::default();
        let mut body = None;
        let mut inner = Vec::new();
        for (opt, given) in &self.bound.given {
            customise::check(self.service, &opt.name, given)?;
            let value = match (opt.kind, given) {
                (Kind::Extra(extra), given) => {
                    paging_option(&mut page, extra, &opt.name, given)?;
                    continue;
                }
                (Kind::One, Given::One(path)) if self.operation.streaming_input.as_ref() == Some(&opt.member) => {
                    body = Some((opt.member.clone(), reader.body(&opt.name, path)?));
                    continue;
                }
                (Kind::Inner(member), given) => {
                    inner.push((opt.member.clone(), member, reader.read(&opt.name, opt.shape, given)?));
                    continue;
                }
                (Kind::Flag(value), _) => Value::Bool(value),
                (Kind::Attribute(value), Given::Nothing) => serde_json::json!({ "Value": value }),
                (_, given) => reader.read(&opt.name, opt.shape, given)?,
            };
            params.insert(opt.member.clone(), value);
        }
        for (outer, member, value) in inner {
            if let Value::Object(outer) = params.entry(outer).or_insert_with(|| Value::Object(Map::new())) {
                outer.insert(member.to_owned(), value);
            }
        }
        let manual = self.input_json(&reader, &mut params)? || self.names_a_token(&params);
        customise::before_call(self.service, &self.operation.name, &mut params)?;
        let mut value = Value::Object(params);
        if let Some(input) = self.operation.input {
            reader.settle(&mut value, input)?;
        }
        names::validate(self.service, self.operation, &value)?;
        let Value::Object(mut params) = value else { return Err(Failure::params("the parameters are no structure")) };
        params.extend(body);
        let paged = self.operation.paging.is_some() && !self.globals.single_page;
        if manual && page != Page::default() {
            return Err(Failure::params(
                "Cannot specify --no-paginate along with pagination arguments: --max-items, --page-size or --starting-token",
            ));
        }
        Ok((params, (paged && !manual).then_some(page)))
    }

    /// Complains about required options that are missing and about words that belong to nothing.
    fn complete(&self) -> Result<(), Failure> {
        let mut missing = if self.bound.has("cli-input-json") { Vec::new() } else { self.bound.missing(self.options) };
        let wants_file = self.operation.streaming_output.is_some();
        if wants_file && self.outfile.is_none() {
            missing.push("outfile".to_owned());
        }
        if !missing.is_empty() {
            let mut message = format!("the following arguments are required: {}", missing.join(", "));
            // The CLI stops here; a misspelt option is the likely reason, so it is told as well.
            if !self.bound.unknown.is_empty() {
                message = format!("{message}\n{}", args::unknown_options(&self.bound.unknown, self.options).message);
            }
            return Err(Failure::usage(message));
        }
        let stray: Vec<&str> = self.bound.unknown.iter().chain(&self.bound.positional).copied().collect();
        if stray.is_empty() { Ok(()) } else { Err(args::unknown_options(&stray, self.options)) }
    }

    /// Merges `--cli-input-json`, over which options win. True if it names a paging token: then one page is wanted.
    fn input_json(&self, reader: &Reader<'_>, params: &mut Map<String, Value>) -> Result<bool, Failure> {
        let Some(Given::One(text)) = self.bound.value("cli-input-json") else { return Ok(false) };
        let Value::Object(given) = reader.document("cli-input-json", text)? else {
            return Err(Failure::option("cli-input-json", "the document must be a JSON object of the operation's members"));
        };
        let manual = self.names_a_token(&given);
        for (key, value) in given {
            params.entry(key).or_insert(value);
        }
        Ok(manual)
    }

    /// True if the service's own paging members are given: then the CLI does not merge pages.
    fn names_a_token(&self, params: &Map<String, Value>) -> bool {
        let Some(paging) = &self.operation.paging else { return false };
        paging.input_token.iter().chain(&paging.limit_key).any(|member| params.contains_key(member))
    }
}

fn paging_option(page: &mut Page, extra: Extra, name: &str, given: &Given<'_>) -> Result<(), Failure> {
    let Given::One(text) = given else { return Ok(()) };
    let number = || text.trim().parse::<usize>().map_err(|_| Failure::usage(format!("argument --{name}: invalid int value: '{text}'")));
    match extra {
        Extra::InputJson => {}
        Extra::Refused => {
            return Err(Failure::not_modelled(format!(
                "--{name} is not supported: write the parameters as options or with --cli-input-json"
            )));
        }
        Extra::StartingToken => page.starting_token = Some((*text).to_owned()),
        Extra::MaxItems => page.max_items = Some(number()?),
        Extra::PageSize => page.page_size = Some(Value::from(number()?)),
    }
    Ok(())
}
