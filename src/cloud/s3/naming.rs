//! What a bucket may be called (S3 User Guide, bucket naming rules and namespaces). It does not know which names are taken.

use super::errors;
use crate::{
    api::ApiError,
    ident::{AccountId, Region},
};

/// Kept for S3 itself, for names in punycode and for the examples in AWS's documentation.
const RESERVED_PREFIXES: [&str; 3] = ["xn--", "sthree-", "amzn-s3-demo-"];
/// Aliases of access points, Object Lambda, multi-region access points, directory buckets and table buckets.
const RESERVED_SUFFIXES: [&str; 5] = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];
/// Of the account-regional namespace.
const OWN_SUFFIX: &str = "-an";

/// Where a bucket's name has to be unique.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Namespace {
    /// Among all accounts.
    Global,
    /// In one account and region, which the name ends with: nobody else can have it.
    AccountRegional,
}

impl Namespace {
    /// The namespace that a request names, the global one without a name.
    pub(super) fn named(name: Option<&str>) -> Result<Self, ApiError> {
        match name {
            None | Some("global") => Ok(Self::Global),
            Some("account-regional") => Ok(Self::AccountRegional),
            Some(other) => Err(errors::invalid_argument(format!("Invalid x-amz-bucket-namespace header: {other}"))),
        }
    }

    /// Refuses names that a new general purpose bucket of this namespace may not have.
    pub(super) fn check(self, name: &str, account: AccountId, region: Region) -> Result<(), ApiError> {
        check(name)?;
        let fits = match self {
            Self::Global => NameRule::Namespace.allows(name),
            Self::AccountRegional => {
                name.strip_suffix(&format!("-{account}-{region}{OWN_SUFFIX}")).is_some_and(|prefix| !prefix.is_empty())
            }
        };
        if fits { Ok(()) } else { Err(errors::invalid_bucket_name()) }
    }
}

/// One of the rules that a new bucket's name must keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameRule {
    /// 3 to 63 characters.
    Length,
    /// Small letters, digits, hyphens and dots only.
    Letters,
    /// Begins and ends with a letter or digit.
    Edges,
    /// No two dots side by side.
    Dots,
    /// Not shaped like an IPv4 address.
    Ipv4,
    /// No beginning that AWS keeps for itself.
    ReservedPrefix,
    /// No ending that AWS keeps for itself.
    ReservedSuffix,
    /// The ending of the account-regional namespace only in that namespace.
    Namespace,
}

impl NameRule {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Length, Self::Letters, Self::Edges, Self::Dots, Self::Ipv4, Self::ReservedPrefix, Self::ReservedSuffix, Self::Namespace];

    /// Whether a name in the global namespace keeps this rule.
    pub fn allows(self, name: &str) -> bool {
        let is_edge = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit();
        let bytes = name.as_bytes();
        match self {
            Self::Length => (3..=63).contains(&bytes.len()),
            Self::Letters => bytes.iter().all(|letter| is_edge(*letter) || matches!(letter, b'-' | b'.')),
            // a letter of another alphabet, or a capital one, is told by the rule above
            Self::Edges => {
                [bytes.first(), bytes.last()].into_iter().flatten().all(|letter| letter.is_ascii_alphanumeric() || !letter.is_ascii())
            }
            Self::Dots => !name.contains(".."),
            Self::Ipv4 => !looks_like_ipv4(name),
            Self::ReservedPrefix => !RESERVED_PREFIXES.iter().any(|prefix| name.starts_with(prefix)),
            Self::ReservedSuffix => !RESERVED_SUFFIXES.iter().any(|suffix| name.ends_with(suffix)),
            Self::Namespace => !name.ends_with(OWN_SUFFIX),
        }
    }
}

/// Refuses names that no new general purpose bucket may have, whatever its namespace.
fn check(name: &str) -> Result<(), ApiError> {
    let keeps = NameRule::ALL.into_iter().filter(|rule| *rule != NameRule::Namespace).all(|rule| rule.allows(name));
    if keeps { Ok(()) } else { Err(errors::invalid_bucket_name()) }
}

fn looks_like_ipv4(name: &str) -> bool {
    name.split('.').count() == 4 && name.split('.').all(|part| !part.is_empty() && part.bytes().all(|letter| letter.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(names: &[&str]) {
        for name in names {
            assert_eq!(check(name).unwrap_err().code, "InvalidBucketName", "{name}");
        }
    }

    #[track_caller]
    fn accepted(names: &[&str]) {
        for name in names {
            assert_eq!(check(name), Ok(()), "{name}");
        }
    }

    #[test]
    fn a_name_has_3_to_63_characters() {
        refused(&["", "ab", &"a".repeat(64)]);
        accepted(&["abc", &"a".repeat(63)]);
    }

    #[test]
    fn a_name_has_only_small_letters_digits_dots_and_hyphens() {
        refused(&["MyBucket", "my_bucket", "my bucket", "my/bucket", "버킷버킷"]);
        accepted(&["my-bucket.2026", "123"]);
    }

    #[test]
    fn a_name_begins_and_ends_with_a_letter_or_digit() {
        refused(&["-bucket", "bucket-", ".bucket", "bucket."]);
        accepted(&["1-bucket-1"]);
    }

    #[test]
    fn dots_do_not_stand_side_by_side_but_may_stand_beside_hyphens() {
        refused(&["my..bucket"]);
        accepted(&["my.bucket", "my.-bucket", "a.b.c.d"]);
    }

    #[test]
    fn a_name_is_not_shaped_like_an_ipv4_address() {
        refused(&["192.168.5.4", "999.1.1.1", "0001.2.3.4"]);
        accepted(&["192.168.5", "192.168.5.4.1", "192.168.5.a", "192-168-5-4"]);
    }

    #[test]
    fn reserved_prefixes_are_refused() {
        refused(&["xn--bucket", "sthree-bucket", "sthree-configurator", "amzn-s3-demo-bucket"]);
        accepted(&["xn-bucket", "sthree", "my-amzn-s3-demo-bucket"]);
    }

    #[test]
    fn reserved_suffixes_are_refused() {
        refused(&["bucket-s3alias", "bucket--ol-s3", "bucket.mrap", "bucket--use1-az4--x-s3", "bucket--table-s3"]);
        accepted(&["s3alias-bucket", "bucket-mrap", "bucket-x-s3"]);
    }

    #[test]
    fn each_broken_rule_is_named_alone() {
        for (name, rule) in [
            ("ab", NameRule::Length),
            ("Photos-417", NameRule::Letters),
            ("photos_417", NameRule::Letters),
            ("-photos", NameRule::Edges),
            ("my..bucket", NameRule::Dots),
            ("192.168.4.17", NameRule::Ipv4),
            ("xn--photos", NameRule::ReservedPrefix),
            ("photos-s3alias", NameRule::ReservedSuffix),
            ("photos-an", NameRule::Namespace),
        ] {
            let broken: Vec<_> = NameRule::ALL.into_iter().filter(|rule| !rule.allows(name)).collect();
            assert_eq!(broken, [rule], "{name}");
        }
        assert!(NameRule::ALL.into_iter().all(|rule| rule.allows("photos-417")));
    }

    #[test]
    fn names_of_the_account_regional_namespace_end_with_account_and_region() {
        let check = |namespace: Namespace, name: &str| namespace.check(name, AccountId::OWN, Region::US_EAST_1).is_ok();
        let own = "logs-123456789012-us-east-1-an";
        assert!(check(Namespace::AccountRegional, own) && !check(Namespace::Global, own));
        for other in ["logs", "-123456789012-us-east-1-an", "logs-111122223333-us-east-1-an", "logs-123456789012-eu-west-1-an"] {
            assert!(!check(Namespace::AccountRegional, other), "{other}");
        }
        assert!(check(Namespace::Global, "tehran") && check(Namespace::Global, "an-archive"));
    }

    #[test]
    fn a_namespace_is_global_unless_the_request_says_otherwise() {
        assert_eq!(Namespace::named(None), Ok(Namespace::Global));
        assert_eq!(Namespace::named(Some("global")), Ok(Namespace::Global));
        assert_eq!(Namespace::named(Some("account-regional")), Ok(Namespace::AccountRegional));
        assert_eq!(Namespace::named(Some("mine")).unwrap_err().code, "InvalidArgument");
    }
}
