//! Completion: what could stand where the cursor is. Services, operations, options, and the values of enumerations.

use skylab_cloud::names::{self, Operation, Service, Shape};

use crate::{
    cloud::Cloud,
    globals,
    options::{self, Kind},
    s3, sim,
};

/// One thing that could stand at the cursor.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Offer {
    /// The whole word.
    pub text: String,
    /// AWS has it; whether Skylab models it.
    pub modelled: bool,
}

/// What could stand at the cursor, and from which byte on it replaces the line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// Where the word at the cursor begins.
    pub from: usize,
    /// Modelled things first, each kind in its order.
    pub offers: Vec<Offer>,
}

/// Completes the word before the cursor (a byte offset).
pub fn complete(line: &str, cursor: usize, cloud: &dyn Cloud) -> Completion {
    let cursor = (0..=cursor.min(line.len())).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0);
    let before = &line[..cursor];
    let command = before.rfind("$(").map_or(0, |at| at + 2);
    let from = before[command..].rfind([' ', '\t']).map_or(command, |at| command + at + 1);
    let (words, partial) = (before[command..from].split_whitespace().collect::<Vec<_>>(), &before[from..]);
    let mut offers = candidates(&words, partial, cloud);
    offers.retain(|offer| offer.text.starts_with(partial) && offer.text != partial);
    offers.sort_by_key(|offer| !offer.modelled);
    Completion { from, offers }
}

fn offer(text: impl Into<String>) -> Offer {
    Offer { text: text.into(), modelled: true }
}

fn candidates(words: &[&str], partial: &str, cloud: &dyn Cloud) -> Vec<Offer> {
    match words {
        [] => vec![offer("aws"), offer("sim")],
        ["sim"] => sim::COMMANDS.iter().map(|(name, _)| offer(*name)).collect(),
        ["sim", "fail" | "heal"] => sim::FAULTS.iter().map(|fault| offer(*fault)).collect(),
        ["sim", "load"] => vec![offer("s3"), offer("http")],
        ["sim", name, ..] => sim_options(name),
        ["aws", rest @ ..] => aws(rest, partial, cloud),
        _ => Vec::new(),
    }
}

/// The options that a `sim` command's usage names.
fn sim_options(name: &str) -> Vec<Offer> {
    let usage = sim::COMMANDS.iter().find(|(known, _)| *known == name).map_or("", |(_, usage)| usage);
    let words = usage.split([' ', '[', ']']).filter(|word| word.starts_with("--"));
    words.map(offer).collect()
}

fn aws(words: &[&str], partial: &str, cloud: &dyn Cloud) -> Vec<Offer> {
    if let Some(values) = words.last().and_then(|last| last.strip_prefix("--")).and_then(global_values) {
        return values;
    }
    let plain: Vec<&str> = plain_words(words);
    let mut offers = match plain.as_slice() {
        [] => services(cloud),
        ["s3"] => s3::USAGES.iter().map(|(name, _)| offer(*name)).collect(),
        ["s3", ..] => ["--recursive", "--dryrun", "--exclude", "--include", "--storage-class", "--quiet"].map(offer).into(),
        [service] => service_of(service).map(|service| operations(service, cloud)).unwrap_or_default(),
        [service, "wait"] => {
            service_of(service).map(|service| service.waiters.iter().map(|waiter| offer(&waiter.cli_name)).collect()).unwrap_or_default()
        }
        [service, operation, ..] => of_operation(service, operation, &plain, words),
    };
    if partial.starts_with('-') {
        offers.extend(globals::names().map(|name| offer(format!("--{name}"))));
    }
    offers
}

/// The words that are neither options nor, as far as can be told, values of global ones.
fn plain_words<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let mut plain = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.strip_prefix("--") {
            Some(name) if globals::takes_value(name) => drop(words.next()),
            Some(_) => {}
            None => plain.push(*word),
        }
    }
    plain
}

fn global_values(name: &str) -> Option<Vec<Offer>> {
    match name {
        "region" => Some(skylab_cloud::ident::Region::all().map(|region| offer(region.name())).collect()),
        "profile" => Some(vec![offer("partner"), offer("other")]),
        name => {
            Some(globals::choices(name)).filter(|choices| !choices.is_empty()).map(|choices| choices.iter().map(|it| offer(*it)).collect())
        }
    }
}

fn services(cloud: &dyn Cloud) -> Vec<Offer> {
    let known = names::service_names().iter().filter_map(|name| names::known_service(name));
    let offers = known.map(|known| Offer { text: known.cli_name.to_owned(), modelled: !cloud.modelled(known.name).is_empty() });
    std::iter::once(offer("s3")).chain(offers).collect()
}

fn service_of(cli_name: &str) -> Option<&'static Service> {
    names::known_service(cli_name).and_then(|known| names::service(known.name))
}

fn operations(service: &Service, cloud: &dyn Cloud) -> Vec<Offer> {
    let modelled = |operation: &Operation| cloud.models(&service.name, &operation.name);
    let offers = service.operations.iter().map(|operation| Offer { text: operation.cli_name.clone(), modelled: modelled(operation) });
    offers.chain((!service.waiters.is_empty()).then(|| offer("wait"))).collect()
}

fn of_operation(service: &str, operation: &str, plain: &[&str], words: &[&str]) -> Vec<Offer> {
    let Some(service) = service_of(service) else { return Vec::new() };
    let (name, paged) = match (operation, plain.get(2)) {
        ("wait", Some(waiter)) => match service.waiter(waiter) {
            Some(waiter) => (waiter.operation.as_str(), false),
            None => return Vec::new(),
        },
        (operation, _) => (operation, true),
    };
    let Some(operation) = service.operation(name) else { return Vec::new() };
    let options = options::of(service, operation, paged);
    let last = words.last().and_then(|last| last.strip_prefix("--")).and_then(|name| options.named(name));
    if let Some(opt) = last.filter(|opt| matches!(opt.kind, Kind::One | Kind::Many)) {
        return enum_values(service, service.shape(opt.shape)).iter().map(offer).collect();
    }
    let given = |name: &str| words.iter().any(|word| word.strip_prefix("--") == Some(name));
    let (required, others): (Vec<_>, Vec<_>) = options.all.iter().filter(|opt| !given(&opt.name)).partition(|opt| opt.required);
    required.into_iter().chain(others).map(|opt| offer(format!("--{}", opt.name))).collect()
}

fn enum_values<'a>(service: &'a Service, shape: &'a Shape) -> &'a [String] {
    match shape {
        Shape::String { values, .. } => values,
        Shape::List { member, .. } => match service.shape(*member) {
            Shape::String { values, .. } => values,
            _ => &[],
        },
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::FakeCloud;

    fn offers(line: &str) -> Vec<String> {
        complete(line, line.len(), &FakeCloud::default()).offers.into_iter().map(|offer| offer.text).collect()
    }

    #[test]
    fn every_place_offers_what_could_stand_there() {
        for (line, want) in [
            ("a", "aws"),
            ("sim ", "advance"),
            ("sim fail ", "az"),
            ("sim bill ", "--month"),
            ("aws s3", "s3api"),
            ("aws s3 ", "cp"),
            ("aws s3api cr", "create-bucket"),
            ("aws s3api create-bucket ", "--bucket"),
            ("aws --region us-east-1 s3api create-bucket --bucket b --ac", "--acl"),
            ("aws s3api create-bucket --acl ", "private"),
            ("aws s3api wait ", "bucket-exists"),
            ("aws s3api wait bucket-exists ", "--bucket"),
            ("aws s3api create-bucket --output ", "text"),
            ("aws s3api create-bucket --region ap-north", "ap-northeast-2"),
            ("aws s3api create-bucket --que", "--query"),
            ("X=$(aws s3api head-b", "head-bucket"),
        ] {
            assert!(offers(line).iter().any(|offer| offer == want), "{line}: {:?}", offers(line));
        }
    }

    #[test]
    fn modelled_operations_come_first_and_given_options_not_again() {
        assert_eq!(offers("aws s3api ")[0], "create-bucket");
        assert!(!offers("aws s3api create-bucket --bucket b ").contains(&"--bucket".to_owned()));
        assert_eq!(complete("aws s3api cr --x", 12, &FakeCloud::default()).from, 10);
        assert_eq!(complete("한글", 4, &FakeCloud::default()).offers, []);
    }
}
