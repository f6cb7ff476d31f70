//! "Did you mean …?": the AWS CLI's own answer, which is Python's `difflib`, and a more helpful one of ours, which knows
//! that `list-instances` is `describe-instances` by another verb.

use std::cmp::Ordering;

/// Longer words are nobody's typing mistake, and `difflib` would treat them by other rules.
const LONGEST: usize = 199;

/// What the AWS CLI lists under `maybe you meant:`: at most three, `difflib.get_close_matches(word, candidates, cutoff=0.8)`.
pub fn close_matches<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut close: Vec<(f64, &str)> = candidates.map(|name| (ratio(name, word), name)).filter(|(ratio, _)| *ratio >= 0.8).collect();
    close.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| b.1.cmp(a.1)));
    close.into_iter().take(3).map(|(_, name)| name).collect()
}

/// The one name that was most likely meant, whatever its casing, dashes or verb; `None` if nothing is near.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = Name::new(word);
    let scored = candidates.map(|name| (wanted.likeness(&Name::new(name)), name)).filter(|(likeness, _)| *likeness >= 0.6);
    // Among equals the shorter, then the first in the alphabet: the answer does not depend on the order of candidates.
    let better = |a: &(f64, &str), b: &(f64, &str)| -> Ordering {
        a.0.total_cmp(&b.0).then_with(|| b.1.len().cmp(&a.1.len())).then_with(|| b.1.cmp(a.1))
    };
    scored.max_by(better).map(|(_, name)| name)
}

/// How alike two texts are, from 0 to 1: Python's `SequenceMatcher(None, a, b).ratio()`.
fn ratio(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    match a.len() + b.len() {
        0 => 1.0,
        _ if a.len() > LONGEST || b.len() > LONGEST => 0.0,
        length => 2.0 * matching(&a, &b) as f64 / length as f64,
    }
}

/// Characters in common runs: the longest run, then likewise to its left and to its right.
fn matching(a: &[char], b: &[char]) -> usize {
    let (mut best, mut a_at, mut b_at) = (0, 0, 0);
    let mut runs = vec![0; b.len() + 1];
    for (i, x) in a.iter().enumerate() {
        // From the right, so that `runs[j]` is still that of the character before.
        let mut longest_here = (0, 0);
        for (j, y) in b.iter().enumerate().rev() {
            runs[j + 1] = if x == y { runs[j] + 1 } else { 0 };
            if runs[j + 1] >= longest_here.0 {
                longest_here = (runs[j + 1], j + 1);
            }
        }
        if longest_here.0 > best {
            (best, a_at, b_at) = (longest_here.0, i + 1 - longest_here.0, longest_here.1 - longest_here.0);
        }
    }
    if best == 0 {
        return 0;
    }
    best + matching(&a[..a_at], &b[..b_at]) + matching(&a[a_at + best..], &b[b_at + best..])
}

/// Verbs that different services use for one intention.
const VERBS: &[&[&str]] = &[
    &["describe", "get", "list", "show", "view", "head"],
    &["create", "put", "add", "make", "run", "register", "new", "launch", "allocate", "publish", "send"],
    &["delete", "remove", "terminate", "deregister", "release", "destroy", "drop"],
    &["update", "modify", "set", "put", "change", "edit"],
    &["attach", "associate", "add", "enable"],
    &["detach", "disassociate", "remove", "disable"],
];

/// A name, and its words.
struct Name {
    folded: String,
    words: Vec<String>,
}

impl Name {
    fn new(name: &str) -> Self {
        let spelt = super::cli_option(name).to_lowercase();
        let words: Vec<_> = spelt.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
        Self { folded: words.concat(), words }
    }

    /// From 0 to 1; 1 is the same but for casing and dashes.
    fn likeness(&self, other: &Self) -> f64 {
        if self.folded == other.folded { 1.0 } else { ratio(&other.folded, &self.folded).max(self.common_words(other)) * 0.99 }
    }

    /// The share of words that have a partner in the other name.
    fn common_words(&self, other: &Self) -> f64 {
        let length = self.words.len() + other.words.len();
        if self.words.len() < 2 || length > LONGEST {
            return 0.0;
        }
        let partner = |word: &String| other.words.iter().map(|theirs| word_likeness(word, theirs)).fold(0.0, f64::max);
        let found: f64 = self.words.iter().map(partner).sum();
        2.0 * found / length as f64
    }
}

fn word_likeness(ours: &str, theirs: &str) -> f64 {
    let same_verb = || VERBS.iter().any(|verbs| verbs.contains(&ours) && verbs.contains(&theirs));
    if ours == theirs {
        1.0
    } else if ours.trim_end_matches('s') == theirs.trim_end_matches('s') {
        0.95
    } else if same_verb() {
        0.8
    } else {
        Some(ratio(theirs, ours)).filter(|likeness| *likeness >= 0.75).unwrap_or(0.0) * 0.9
    }
}

#[cfg(test)]
mod tests {
    use super::super::operation_names;
    use super::*;

    fn in_service(service: &'static str) -> impl Iterator<Item = &'static str> {
        operation_names(service).iter().map(|operation| operation.cli.as_str())
    }

    #[test]
    fn near_names_are_found_whatever_the_spelling() {
        for (service, word, meant) in [
            ("s3", "put-objet", "put-object"),
            ("s3", "PutBucketLifecycleConfiguration", "put-bucket-lifecycle-configuration"),
            ("s3", "list-bucket", "list-buckets"),
            ("s3", "get-bucket-lifecycle-config", "get-bucket-lifecycle-configuration"),
            ("ec2", "list-instances", "describe-instances"),
            ("ec2", "create-instances", "run-instances"),
            ("ec2", "delete-instances", "terminate-instances"),
            ("ec2", "describe_vpcs", "describe-vpcs"),
            ("rds", "create-database-instance", "create-db-instance"),
            ("dynamodb", "get-items", "get-item"),
        ] {
            assert_eq!(nearest(word, in_service(service)), Some(meant));
        }
    }

    #[test]
    fn close_matches_are_those_of_difflib() {
        for (word, close) in [
            ("list-object", &["list-objects", "list-objects-v2"][..]),
            ("get-bukcet-acl", &["get-bucket-acl", "get-bucket-abac"]),
            ("delete-obect", &["delete-object", "delete-objects", "delete-bucket"]),
            ("at-oabject", &["put-object", "get-object"]),
            ("make-coffee", &[]),
        ] {
            assert_eq!(close_matches(word, in_service("s3")), close, "{word}");
        }
    }

    #[test]
    fn what_is_near_nothing_gets_no_answer() {
        assert_eq!(nearest("make-coffee", in_service("s3")), None);
        assert_eq!(nearest("", in_service("s3")), None);
        assert_eq!(nearest("anything", std::iter::empty()), None);
        assert!(close_matches(&"x".repeat(100_000), in_service("s3")).is_empty());
    }
}
