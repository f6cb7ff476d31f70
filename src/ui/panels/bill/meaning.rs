//! Usage types in plain words: what is counted, and of which storage class. A usage type that is not known keeps AWS's name alone.

use skylab_cloud::ident::Region;

use crate::ui::View;

/// The codes of storage classes within usage types, with AWS's names of the classes.
const CLASSES: [(&str, &str); 12] = [
    ("RRS", "S3 Reduced Redundancy"),
    ("SIA", "S3 Standard-IA"),
    ("ZIA", "S3 One Zone-IA"),
    ("GIR", "S3 Glacier Instant Retrieval"),
    ("GLACIER", "S3 Glacier Flexible Retrieval"),
    ("GDA", "S3 Glacier Deep Archive"),
    ("INT", "S3 Intelligent-Tiering"),
    ("INT-FA", "S3 Intelligent-Tiering, Frequent Access"),
    ("INT-IA", "S3 Intelligent-Tiering, Infrequent Access"),
    ("INT-AIA", "S3 Intelligent-Tiering, Archive Instant Access"),
    ("INT-AA", "S3 Intelligent-Tiering, Archive Access"),
    ("INT-DAA", "S3 Intelligent-Tiering, Deep Archive Access"),
];
const STANDARD: &str = "S3 Standard";
const FLEXIBLE: &str = "S3 Glacier Flexible Retrieval";
const DEEP: &str = "S3 Glacier Deep Archive";

/// What a usage type counts: the last part of a key, and the class.
fn kind(usage_type: &str, operation: &str) -> Option<(&'static str, &'static str)> {
    let parts = |kind: &str, end: &str| usage_type.strip_prefix(kind)?.strip_suffix(end);
    let archive = if operation.starts_with("DeepArchive") { DEEP } else { FLEXIBLE };
    match usage_type {
        "TimedStorage-GlacierByteHrs" => return Some(("stored", FLEXIBLE)),
        "TimedStorage-GlacierStaging" => return Some(("staging", FLEXIBLE)),
        "TimedStorage-GDA-Staging" => return Some(("staging", DEEP)),
        "EarlyDelete-ByteHrs" => return Some(("early", FLEXIBLE)),
        "Monitoring-Automation-INT" => return Some(("monitoring", class("INT")?)),
        "Expedited-Retrieval-Bytes" => return Some(("expedited", archive)),
        "Standard-Retrieval-Bytes" => return Some(("standard", archive)),
        "Bulk-Retrieval-Bytes" => return Some(("bulk", archive)),
        "S3RTC-Out-Bytes" => return Some(("rtc", "")),
        "KMS-Keys" => return Some(("keys", "")),
        "KMS-Requests" => return Some(("key-requests", "")),
        // before it stands where the bytes go
        _ if usage_type.ends_with("-AWS-Out-Bytes") => return Some(("to-region", "")),
        _ => {}
    }
    if operation.ends_with("RestoreObject") {
        return Some(("restores", archive));
    }
    if let Some(target) = operation.strip_prefix("S3-").and_then(|rest| rest.strip_suffix("Transition")) {
        return Some(("transitions", class(if target == "Glacier" { "GLACIER" } else { target })?));
    }
    if let Some(code) = parts("TimedStorage", "ByteHrs") {
        return Some(("stored", between(code)?));
    }
    for (begins, ends, what) in [
        ("TimedStorage", "SmObjects", "small"),
        ("EarlyDelete", "SmObjects", "early-small"),
        ("Requests", "Tier1", "writes"),
        ("Requests", "Tier2", "reads"),
    ] {
        if let Some(code) = parts(begins, ends) {
            return Some((what, between(code)?));
        }
    }
    if let Some(code) = usage_type.strip_prefix("EarlyDelete-") {
        return Some(("early", class(code)?));
    }
    usage_type.strip_prefix("Retrieval-").and_then(|code| Some(("retrieval", class(code)?)))
}

fn class(code: &str) -> Option<&'static str> {
    CLASSES.iter().find(|(known, _)| *known == code).map(|(_, name)| *name)
}

/// The class whose code stands between two dashes; none is S3 Standard.
fn between(code: &str) -> Option<&'static str> {
    match code {
        "-" => Some(STANDARD),
        code => class(code.strip_prefix('-')?.strip_suffix('-')?),
    }
}

/// The plain meaning of a usage type as it stands on a bill, if it is known.
pub(super) fn told(view: &View<'_>, region: Region, usage_type: &str, operation: &str) -> Option<String> {
    let without = |prefix: &str| usage_type.strip_prefix(prefix)?.strip_prefix('-');
    let bare = without(region.name()).or_else(|| without(region.billing_prefix()))?;
    let (what, class) = kind(bare, operation)?;
    Some(view.tr_with(&format!("bill-means-{what}"), &[("class", class.into())]))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::i18n::{Lang, has};

    #[test]
    fn every_usage_type_with_a_price_has_a_plain_meaning() {
        let lists = [include_str!("../../../../assets/prices/s3.ron"), include_str!("../../../../assets/prices/kms.ron")];
        let keys: BTreeSet<&str> = lists
            .iter()
            .flat_map(|list| list.lines())
            .filter_map(|line| line.trim().strip_prefix('"')?.split_once("\": "))
            .map(|it| it.0)
            .collect();
        let mut n = 0;
        for key in keys.into_iter().filter(|key| key.contains('-') && Region::named(key).is_none()) {
            let (usage_type, operation) = key.split_once('/').unwrap_or((key, ""));
            let Some((what, _)) = kind(usage_type, operation) else { panic!("{key} has no meaning") };
            assert!(has(Lang::Ko, &format!("bill-means-{what}")), "{key}: {what}");
            n += 1;
        }
        assert!(n > 50, "only {n} keys were read");
    }

    #[test]
    fn the_class_is_the_one_of_the_usage_type() {
        for (usage_type, operation, wanted) in [
            ("TimedStorage-ByteHrs", "", ("stored", "S3 Standard")),
            ("TimedStorage-INT-AIA-ByteHrs", "", ("stored", "S3 Intelligent-Tiering, Archive Instant Access")),
            ("EarlyDelete-GIR-SmObjects", "", ("early-small", "S3 Glacier Instant Retrieval")),
            ("Requests-Tier1", "", ("writes", "S3 Standard")),
            ("Requests-GLACIER-Tier2", "", ("reads", "S3 Glacier Flexible Retrieval")),
            ("Requests-Tier3", "S3-GlacierTransition", ("transitions", "S3 Glacier Flexible Retrieval")),
            ("Requests-GDA-Tier5", "DeepArchiveRestoreObject", ("restores", "S3 Glacier Deep Archive")),
        ] {
            assert_eq!(kind(usage_type, operation), Some(wanted), "{usage_type}");
        }
        assert_eq!(kind("BoxUsage:t3.micro", ""), None);
    }
}
