//! Walking a bucket's keys in order, group by group. It expands no run of keys further than asked and knows no versions.

use super::super::{
    keys,
    store::{Cohort, Store},
};

/// What comes next in a listing.
pub(in super::super) enum Stop<'a> {
    /// All keys that are alike up to the delimiter, as one.
    Group(String),
    /// A key, `offset` keys into its cohort.
    Key { key: String, cohort: &'a Cohort, offset: u64 },
}

/// A walk along the keys with a prefix.
pub(in super::super) struct Walk<'a> {
    store: &'a Store,
    prefix: &'a str,
    delimiter: Option<&'a str>,
    admits: fn(&Cohort) -> bool,
    /// No key before this one comes; `None` at the end.
    from: Option<String>,
}

impl<'a> Walk<'a> {
    /// A walk from the first key with the prefix on, over the cohorts that `admits` lets in.
    pub(in super::super) fn new(
        store: &'a Store,
        prefix: Option<&'a str>,
        delimiter: Option<&'a str>,
        admits: fn(&Cohort) -> bool,
    ) -> Self {
        let prefix = prefix.unwrap_or_default();
        Self { store, prefix, delimiter: delimiter.filter(|it| !it.is_empty()), admits, from: Some(prefix.to_owned()) }
    }

    /// Goes on at this key or the one that follows it.
    pub(in super::super) fn seek(&mut self, key: String) {
        self.from = Some(key).max(self.from.take());
    }

    /// Goes on after a marker, and after the whole group that it lies in: a marker may be a group that was listed.
    pub(in super::super) fn seek_past(&mut self, marker: &str) {
        match group(marker, self.prefix, self.delimiter) {
            Some(group) => match past(group) {
                Some(key) => self.seek(key),
                None => self.from = None,
            },
            None => self.seek(after(marker)),
        }
    }

    /// Where the walk would go on: no key before this one is still to come.
    pub(in super::super) fn position(&self) -> Option<&str> {
        self.from.as_deref()
    }
}

impl<'a> Iterator for Walk<'a> {
    type Item = Stop<'a>;

    fn next(&mut self) -> Option<Stop<'a>> {
        let from = self.from.take()?;
        let (first, cohort) = self.store.from(&from).find(|(_, cohort)| (self.admits)(cohort))?;
        let offset = keys::n_before(first, cohort.len, &from);
        let key = keys::nth(first, offset);
        if !key.starts_with(self.prefix) {
            return None; // keys come in order: the first without the prefix ends the walk
        }
        if let Some(group) = group(&key, self.prefix, self.delimiter) {
            self.from = past(group);
            return Some(Stop::Group(group.to_owned()));
        }
        self.from = Some(after(&key));
        Some(Stop::Key { key, cohort, offset })
    }
}

/// The part of a key up to the first delimiter after the prefix, if there is one.
pub(in super::super) fn group<'k>(key: &'k str, prefix: &str, delimiter: Option<&str>) -> Option<&'k str> {
    let delimiter = delimiter?;
    let at = key.strip_prefix(prefix)?.find(delimiter)?;
    Some(&key[..prefix.len() + at + delimiter.len()])
}

/// The least text that sorts after `key`.
pub(in super::super) fn after(key: &str) -> String {
    format!("{key}\0")
}

/// The least text that sorts after everything that begins with `group`.
fn past(group: &str) -> Option<String> {
    let mut text = group.to_owned();
    while let Some(last) = text.pop() {
        if let Some(next) = (last..=char::MAX).nth(1) {
            text.push(next);
            return Some(text);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        clock::SimTime,
        s3::version::{Kind, Version},
    };

    fn store(keys: &[(&str, u64)]) -> Store {
        let mut store = Store::default();
        for (first, len) in keys {
            store.put(
                (*first).into(),
                *len,
                vec![Version { number: None, written: SimTime::START, succeeded: None, kind: Kind::Marker, replication: None }],
            );
        }
        store
    }

    fn names(walk: Walk<'_>) -> Vec<String> {
        let name = |stop| match stop {
            Stop::Group(group) => group,
            Stop::Key { key, .. } => key,
        };
        walk.map(name).collect()
    }

    #[test]
    fn a_group_of_a_billion_keys_is_one_step() {
        let store = store(&[("logs/000000000", 1_000_000_000), ("readme", 1), ("tmp/a", 1)]);
        assert_eq!(names(Walk::new(&store, None, Some("/"), |_| true)), ["logs/", "readme", "tmp/"]);
    }

    #[test]
    fn a_page_takes_only_the_keys_it_needs_from_a_run() {
        let store = store(&[("logs/000000000", 1_000_000_000)]);
        let mut walk = Walk::new(&store, Some("logs/5"), None, |_| true);
        let firsts: Vec<_> = names_of(&mut walk, 2);
        assert_eq!(firsts, ["logs/500000000", "logs/500000001"]);
        assert_eq!(walk.position(), Some("logs/500000001\0"));
    }

    fn names_of(walk: &mut Walk<'_>, n: usize) -> Vec<String> {
        walk.take(n)
            .map(|stop| match stop {
                Stop::Group(group) => group,
                Stop::Key { key, .. } => key,
            })
            .collect()
    }

    #[test]
    fn past_a_group_nothing_of_it_is_left() {
        assert_eq!(past("a/").as_deref(), Some("a0"));
        assert_eq!(past("a\u{10FFFF}").as_deref(), Some("b"));
        assert_eq!(past("\u{D7FF}").as_deref(), Some("\u{E000}"));
        assert_eq!(past("\u{10FFFF}"), None);
    }

    proptest! {
        #[test]
        fn walking_gives_what_sorting_and_grouping_all_keys_gives(
            keys in prop::collection::btree_set("[ab/][0-2/]{0,4}", 0..40),
            prefix in "[ab]?/?[0-2]?",
            start in "[ab/]?[0-2/]{0,3}",
        ) {
            let all: Vec<(&str, u64)> = keys.iter().map(|key| (key.as_str(), 1)).collect();
            let store = store(&all);
            let mut expected: Vec<String> = keys
                .iter()
                .filter(|key| key.starts_with(&prefix) && **key >= start)
                .map(|key| group(key, &prefix, Some("/")).unwrap_or(key).to_owned())
                .collect();
            expected.dedup();
            let mut walk = Walk::new(&store, Some(&prefix), Some("/"), |_| true);
            walk.seek(start);
            prop_assert_eq!(names(walk), expected);
        }
    }
}
