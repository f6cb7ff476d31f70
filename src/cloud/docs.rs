//! What each modelled operation does, in a sentence: the first one of its docstring. The table is written by a test from the sources.

use std::{collections::BTreeMap, sync::LazyLock};

const TABLE: &str = include_str!("../../assets/names/operations.tsv");

static DOCS: LazyLock<BTreeMap<(&'static str, &'static str), &'static str>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let mut cells = line.splitn(3, '\t');
        Some(((cells.next()?, cells.next()?), cells.next()?))
    };
    TABLE.lines().filter_map(row).collect()
});

/// What the operation of a service does; `None` if it is not modelled.
pub fn operation(service: &str, operation: &str) -> Option<&'static str> {
    DOCS.get(&(service, operation)).copied()
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_modelled_operation_says_what_it_does() {
        for (service, operations) in crate::SERVICES {
            for (operation, _) in *operations {
                let doc = super::operation(service, operation).unwrap_or_default();
                assert!(doc.ends_with('.') && doc.len() > 10, "{service} {operation}: {doc}");
            }
        }
    }
}
