//! The numbers of lessons that the model knows: `{gb-month:STANDARD}` becomes what the model bills. Other numbers stand in the text.

use skylab_cloud::{
    bill::{self, Usd},
    ident::Region,
    s3::{MAX_PART_NUMBER, MAX_SINGLE_BYTES, MIN_PART_BYTES, SMALL_BYTES, Speed, StorageClass},
};

use crate::i18n::format;

/// Milliseconds of a minute.
const MINUTE_MS: i64 = 60_000;

/// Fills every token of a text; one that means nothing stays as it is, and the tests of the texts name it.
pub fn fill(text: &str) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(from) = rest.find('{') {
        filled.push_str(&rest[..from]);
        rest = &rest[from..];
        let Some(to) = rest.find('}') else { break };
        match number(&rest[1..to]) {
            Some(number) => filled.push_str(&number),
            None => filled.push_str(&rest[..=to]),
        }
        rest = &rest[to + 1..];
    }
    filled + rest
}

/// What a token stands for.
fn number(token: &str) -> Option<String> {
    let (name, argument) = token.split_once(':').unwrap_or((token, ""));
    let (first, second) = argument.split_once('/').unwrap_or((argument, ""));
    match name {
        "prices-date" => bill::as_of(Region::SEOUL).map(str::to_owned),
        "monitor-1000" => price("Monitoring-Automation-INT", ""),
        "gb-month" => price(storage(StorageClass::named(first)?), ""),
        "put-1000" => price(StorageClass::named(first)?.put_usage(), ""),
        "get-1000" => price(StorageClass::named(first)?.get_usage(), ""),
        "min-days" => Some(StorageClass::named(first)?.min_days().to_string()),
        "min-kb" => StorageClass::named(first).map(|_| (SMALL_BYTES >> 10).to_string()),
        "month-cost" | "put-cost" | "get-cost" => Some(format::usd(cost_micros(token)?)),
        "put-max-gib" => Some((MAX_SINGLE_BYTES >> 30).to_string()),
        "part-min-mib" => Some((MIN_PART_BYTES >> 20).to_string()),
        "parts-max" => Some(format::count(MAX_PART_NUMBER)),
        "retrieval-gb" => retrieval(StorageClass::named(first)?, second),
        "restore-hours" => Some((restore_minutes(StorageClass::named(first)?, second)? / 60).to_string()),
        "restore-minutes" => Some(restore_minutes(StorageClass::named(first)?, second)?.to_string()),
        _ => None,
    }
}

/// What a token for a sum stands for, in millionths of a dollar: a month of GB in a class, or that many requests to it.
pub fn cost_micros(token: &str) -> Option<i128> {
    let (name, argument) = token.split_once(':')?;
    let (class, many) = argument.split_once('/')?;
    let class = StorageClass::named(class)?;
    if name == "month-cost" {
        let gigabytes: i128 = many.strip_suffix("GB")?.parse().ok()?;
        return Some(unit(storage(class), "")?.nanos() * gigabytes / 1_000);
    }
    let usage = match name {
        "put-cost" => class.put_usage(),
        "get-cost" => class.get_usage(),
        _ => return None,
    };
    let requests: i128 = many.parse().ok()?;
    Some(unit(usage, "")?.nanos() * requests / 1_000 / 1_000)
}

fn storage(class: StorageClass) -> &'static str {
    class.storage_usage()
}

fn retrieval(class: StorageClass, speed: &str) -> Option<String> {
    if !class.is_archive() {
        return price(class.retrieval_usage()?, "");
    }
    let deep = class == StorageClass::DeepArchive;
    let speed = Speed::named(if speed.is_empty() { "Standard" } else { speed })?;
    price(speed.usage(deep).1, if deep { "DeepArchiveRestoreObject" } else { "RestoreObject" })
}

fn restore_minutes(class: StorageClass, speed: &str) -> Option<i64> {
    class.is_archive().then(|| Speed::named(speed))?.map(|speed| speed.millis(class == StorageClass::DeepArchive) / MINUTE_MS)
}

fn unit(usage_type: &str, operation: &str) -> Option<Usd> {
    bill::unit_price(Region::SEOUL, usage_type, operation)
}

fn price(usage_type: &str, operation: &str) -> Option<String> {
    unit(usage_type, operation).map(|usd| format::usd_price(usd.nanos() / 1_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_is_filled_from_the_model() {
        for (token, number) in [
            ("gb-month:STANDARD", "0.025\u{a0}USD"),
            ("month-cost:STANDARD/400GB", "10.00\u{a0}USD"),
            ("retrieval-gb:STANDARD_IA", "0.01\u{a0}USD"),
            ("retrieval-gb:GLACIER/Expedited", "0.03\u{a0}USD"),
            ("retrieval-gb:DEEP_ARCHIVE/Standard", "0.02\u{a0}USD"),
            ("min-days:DEEP_ARCHIVE", "180"),
            ("min-kb:STANDARD_IA", "128"),
            ("restore-hours:DEEP_ARCHIVE/Bulk", "48"),
            ("restore-minutes:GLACIER/Expedited", "3"),
            ("monitor-1000", "0.0025\u{a0}USD"),
            ("put-cost:STANDARD/2000000", "9.00\u{a0}USD"),
            ("get-cost:STANDARD/10000000", "3.50\u{a0}USD"),
            ("put-max-gib", "5"),
            ("part-min-mib", "5"),
            ("parts-max", "10,000"),
        ] {
            assert_eq!(fill(&format!("a {{{token}}} b")), format!("a {number} b"));
        }
    }

    #[test]
    fn what_is_no_token_stays() {
        for text in ["{", "a } b", "{nothing}", "{gb-month:GOLD}", "{month-cost:STANDARD/many}", "{put-cost:STANDARD/3GB}"] {
            assert_eq!(fill(text), text);
        }
    }
}
