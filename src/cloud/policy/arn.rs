//! Amazon Resource Names against patterns: `arn:partition:service:region:account:resource`, part by part. A wildcard never
//! reaches over a colon into the next part; in the last part it stands for anything, slashes and colons included.

use super::{
    context::Keys,
    pattern::{Atom, Pattern, matches},
};

/// Parts of an ARN; the last one is everything after the fifth colon.
const N_PARTS: usize = 6;

/// The account that an ARN names, if it names one.
pub fn account(arn: &str) -> Option<&str> {
    arn.split(':').nth(4).filter(|account| !account.is_empty())
}

/// The service that an ARN names.
pub fn service(arn: &str) -> Option<&str> {
    arn.strip_prefix("arn:")?.split(':').nth(1)
}

/// True if a pattern of a Resource element matches the resource. A pattern with fewer parts is filled up with `*`
/// (IAM User Guide, Resource element: `arn:aws:sqs` is `arn:aws:sqs:*:*:*`).
pub fn resource_matches(pattern: &Pattern, resource: &str, keys: &dyn Keys) -> bool {
    pattern.is_anything() || pattern.filled(keys).is_some_and(|atoms| parts_match(&atoms, resource, true))
}

/// True if a value of an ARN condition matches the ARN: all six parts, each by itself.
pub fn value_matches(pattern: &Pattern, arn: &str, keys: &dyn Keys) -> bool {
    pattern.is_anything() || pattern.filled(keys).is_some_and(|atoms| parts_match(&atoms, arn, false))
}

fn parts_match(atoms: &[Atom], arn: &str, fill_up: bool) -> bool {
    let patterns: Vec<&[Atom]> = atoms.splitn(N_PARTS, |atom| *atom == Atom::Char(':')).collect();
    if resource_is_text(arn) {
        return matches(atoms, arn, false);
    }
    let parts: Vec<&str> = arn.splitn(N_PARTS, ':').collect();
    if patterns.len() > parts.len() || (patterns.len() < parts.len() && !fill_up) {
        return false;
    }
    patterns.iter().zip(parts).all(|(pattern, part)| matches(pattern, part, false))
}

/// `*`: what an action is about that is about no one resource.
fn resource_is_text(resource: &str) -> bool {
    !resource.starts_with("arn:")
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            context::Context,
            pattern::{Reading, Variables},
        },
        *,
    };

    fn pattern(text: &str) -> Pattern {
        Pattern::read(text, Reading { wildcards: true, variables: Variables::AfterFifthColon })
    }

    fn resource(wanted: &str, arn: &str) -> bool {
        resource_matches(&pattern(wanted), arn, &Context::of([("aws:username", "a:b")]))
    }

    #[test]
    fn a_bucket_and_its_objects_are_different_resources() {
        assert!(resource("arn:aws:s3:::data", "arn:aws:s3:::data"));
        assert!(!resource("arn:aws:s3:::data", "arn:aws:s3:::data/a"));
        assert!(resource("arn:aws:s3:::data/*", "arn:aws:s3:::data/a/b"));
        assert!(!resource("arn:aws:s3:::data/*", "arn:aws:s3:::data"));
        assert!(!resource("arn:aws:s3:::data/*", "arn:aws:s3:::data2/a"));
    }

    #[test]
    fn a_wildcard_stays_within_its_part_but_crosses_slashes_and_colons_of_the_last() {
        assert!(!resource("arn:aws:sqs:*:queue", "arn:aws:sqs:eu-west-1:123456789012:queue"));
        assert!(resource("arn:aws:sqs:*:*:q*", "arn:aws:sqs:eu-west-1:123456789012:queue"));
        assert!(resource("arn:aws:logs:*:*:*", "arn:aws:logs:eu-west-1:123456789012:log-group:a:log-stream:b"));
        assert!(resource("arn:aws:s3:::b/${aws:username}", "arn:aws:s3:::b/a:b"));
    }

    #[test]
    fn missing_parts_of_a_resource_are_anything() {
        assert!(resource("arn:aws:sqs", "arn:aws:sqs:eu-west-1:123456789012:queue"));
        assert!(resource("arn:aws:sqs:eu-west-1", "arn:aws:sqs:eu-west-1:123456789012:queue"));
        assert!(!resource("arn:aws:sqs:us-east-1", "arn:aws:sqs:eu-west-1:123456789012:queue"));
    }

    #[test]
    fn case_counts_in_resources() {
        assert!(!resource("arn:aws:s3:::DATA/*", "arn:aws:s3:::data/a"));
    }

    #[test]
    fn only_a_star_covers_what_is_about_no_resource() {
        assert!(resource("*", "*"));
        assert!(!resource("arn:aws:s3:::*", "*"));
    }

    #[test]
    fn an_arn_condition_needs_all_six_parts() {
        let keys = Context::default();
        let arn = "arn:aws:iam::123456789012:role/team/a";
        assert!(value_matches(&pattern("arn:aws:iam::*:role/*"), arn, &keys));
        assert!(value_matches(&pattern("arn:aws:iam::12345678901?:role/team/a"), arn, &keys));
        assert!(!value_matches(&pattern("arn:aws:iam*"), arn, &keys));
        assert!(!value_matches(&pattern("arn:aws:*:role/team/a"), arn, &keys));
    }

    #[test]
    fn the_parts_of_an_arn_are_found() {
        assert_eq!(account("arn:aws:iam::123456789012:user/a"), Some("123456789012"));
        assert_eq!(account("arn:aws:s3:::b"), None);
        assert_eq!(service("arn:aws:s3:::b"), Some("s3"));
        assert_eq!(service("*"), None);
    }
}
