//! How the CLI spells AWS's names. The rule is botocore's `xform_name`, step by step, so that its oddities are ours too.

use super::PACK;

/// The CLI's spelling of an operation's or a member's name: `SSEKMSKeyId` is `ssekms-key-id`.
pub fn cli_option(name: &str) -> String {
    if name.contains('-') {
        return name.to_owned();
    }
    match PACK.respelled.get(name) {
        Some(spelt) => (*spelt).to_owned(),
        None => part_at_ends(&part_before_words(&part_plural_acronym(name))).to_lowercase(),
    }
}

/// `GatewayARNs` → `Gateway-arns`: two or more capitals and a last `s`.
fn part_plural_acronym(name: &str) -> Vec<char> {
    let mut chars: Vec<char> = name.chars().collect();
    let Some((&'s', before)) = chars.split_last() else { return chars };
    let n_capitals = before.iter().rev().take_while(|c| c.is_ascii_uppercase()).count();
    if n_capitals >= 2 {
        let start = before.len() - n_capitals;
        chars[start..].iter_mut().for_each(char::make_ascii_lowercase);
        chars.insert(start, '-');
    }
    chars
}

/// `(.)([A-Z][a-z]+)` → `\1-\2`.
fn part_before_words(chars: &[char]) -> Vec<char> {
    let mut parted = Vec::with_capacity(chars.len() + 8);
    let mut rest = chars;
    while let [first, after @ ..] = rest {
        parted.push(*first);
        rest = after;
        if let [capital, tail @ ..] = after
            && capital.is_ascii_uppercase()
        {
            let n_small = tail.iter().take_while(|c| c.is_ascii_lowercase()).count();
            if n_small > 0 {
                parted.push('-');
                parted.extend(&after[..=n_small]);
                rest = &after[n_small + 1..];
            }
        }
    }
    parted
}

/// `([a-z0-9])([A-Z])` → `\1-\2`.
fn part_at_ends(chars: &[char]) -> String {
    let mut parted = String::with_capacity(chars.len() + 8);
    for (at, &c) in chars.iter().enumerate() {
        let after_small = at > 0 && (chars[at - 1].is_ascii_lowercase() || chars[at - 1].is_ascii_digit());
        if c.is_ascii_uppercase() && after_small {
            parted.push('-');
        }
        parted.push(c);
    }
    parted
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fmt::Write;

    use sha2::{Digest, Sha256};

    use super::super::{operation_names, service, service_names, shaped_service_names};
    use super::*;

    #[test]
    fn odd_names_are_spelt_as_botocore_spells_them() {
        for (name, spelt) in [
            ("SSEKMSKeyId", "ssekms-key-id"),
            ("DBInstanceIdentifier", "db-instance-identifier"),
            ("ListObjectsV2", "list-objects-v2"),
            ("ListWebACLs", "list-web-acls"),
            ("GatewayARNs", "gateway-arns"),
            ("MFADelete", "mfa-delete"),
            ("IPv6CIDRBlock", "i-pv6-cidr-block"),
            ("ContentMD5", "content-md5"),
            ("tags", "tags"),
            ("networkConfiguration", "network-configuration"),
            ("already-spelt", "already-spelt"),
            ("CreateCachediSCSIVolume", "create-cached-iscsi-volume"),
            ("ARNs", "-arns"),
            ("", ""),
            ("s", "s"),
        ] {
            assert_eq!(cli_option(name), spelt);
        }
    }

    #[test]
    fn every_name_of_aws_is_spelt_as_botocore_spells_it() {
        let mut names: BTreeSet<&str> = service_names().iter().flat_map(|s| operation_names(s)).map(|o| o.api.as_str()).collect();
        for name in shaped_service_names() {
            let members = service(name).unwrap().shapes.iter().flat_map(super::super::Shape::members);
            names.extend(members.map(|member| member.name.as_str()));
        }
        let mut hash = Sha256::new();
        for name in &names {
            hash.update(format!("{name}={}\n", cli_option(name)));
        }
        let hex = hash.finalize().iter().fold(String::new(), |mut hex, byte| {
            write!(hex, "{byte:02x}").unwrap();
            hex
        });
        assert!(names.len() > 20_000, "{}", names.len());
        assert_eq!(hex, PACK.spelling);
    }
}
