//! What `… help` prints: what there is and how it is written, from AWS's own names, and what a modelled operation does, from its docstring.

use skylab_cloud::names::{self, Operation, Service, Shape};

use crate::{
    cloud::Cloud,
    failure::USAGE,
    globals,
    options::{Kind, Opt, Options},
    s3, sim,
};

/// `aws help`
pub fn aws(cloud: &dyn Cloud) -> String {
    let modelled: Vec<_> = names::shaped_service_names().filter(|name| !cloud.modelled(name).is_empty()).map(cli_name).collect();
    let globals: Vec<_> = globals::names().map(|name| format!("--{name}")).collect();
    format!(
        "{USAGE}\n\nServices that Skylab models:\n  s3 (cp, ls, mb, mv, rb, rm)\n  {}\n\nGlobal options:\n  {}\n",
        modelled.join("\n  "),
        globals.join("\n  ")
    )
}

/// `sim help`
pub fn sim() -> String {
    let usages: Vec<_> = sim::COMMANDS.iter().map(|(_, usage)| usage.replace("\n       ", "\n")).collect();
    usages.join("\n") + "\n"
}

/// `aws s3 help`
pub fn s3() -> String {
    let usages: Vec<_> = s3::USAGES.iter().map(|(_, usage)| *usage).collect();
    format!("usage: {}\n", usages.join("\nusage: "))
}

/// `aws SERVICE help`
pub fn service(service: &Service, cloud: &dyn Cloud) -> String {
    let of = |wanted: bool| {
        let operations = service.operations.iter().filter(|operation| cloud.models(&service.name, &operation.name) == wanted);
        operations.map(|operation| format!("  {}\n", operation.cli_name)).collect::<Vec<_>>().concat()
    };
    let waiters = service.waiters.iter().map(|waiter| format!("  wait {}\n", waiter.cli_name)).collect::<Vec<_>>().concat();
    let cli = cli_name(&service.name);
    format!("aws {cli} <operation> [--options]\n\nModelled:\n{}{waiters}\nAWS has, Skylab does not model:\n{}", of(true), of(false))
}

/// `aws SERVICE OPERATION help`
pub fn operation(service: &Service, operation: &Operation, options: &Options) -> String {
    let mut text = String::new();
    if let Some(doc) = skylab_cloud::docs::operation(&service.name, &operation.name) {
        text.extend([doc, "\n\n"]);
    }
    text.extend(["aws ", cli_name(&service.name), " ", &operation.cli_name, "\n"]);
    for opt in &options.all {
        let value = value_words(service, opt);
        let shown = format!("--{}{}{value}", opt.name, if value.is_empty() { "" } else { " " });
        let (open, close) = if opt.required { ("", "") } else { ("[", "]") };
        text.extend(["  ", open, &shown, close, "\n"]);
    }
    if operation.streaming_output.is_some() {
        text.push_str("  <outfile>\n");
    }
    text
}

fn cli_name(service: &str) -> &str {
    names::known_service(service).map_or(service, |known| known.cli_name)
}

fn value_words(service: &Service, opt: &Opt) -> String {
    match service.shape(opt.shape) {
        _ if matches!(opt.kind, Kind::Extra(_)) => "<value>".to_owned(),
        _ if !matches!(opt.kind, Kind::One | Kind::Many | Kind::Inner(_)) => String::new(),
        Shape::String { values, .. } if !values.is_empty() => values.join("|"),
        Shape::String { .. } => "<string>".to_owned(),
        Shape::Structure { .. } | Shape::Map { .. } => "<Key=value,… or JSON>".to_owned(),
        Shape::List { member, .. } => match service.shape(*member) {
            Shape::Structure { .. } | Shape::Map { .. } => "<Key=value,… …>".to_owned(),
            _ => "<value> …".to_owned(),
        },
        Shape::Integer { .. } => "<integer>".to_owned(),
        Shape::Float { .. } => "<float>".to_owned(),
        Shape::Timestamp => "<timestamp>".to_owned(),
        Shape::Blob => "<file or base64>".to_owned(),
        Shape::Boolean => "true|false".to_owned(),
        Shape::Document => "<JSON>".to_owned(),
    }
}
