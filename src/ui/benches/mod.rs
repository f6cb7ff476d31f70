//! The list of all benches, one file or folder each, in the order of the course.

mod introduction;
mod storage;

use super::Bench;

/// Every bench, freshly opened.
pub fn all() -> Vec<Box<dyn Bench>> {
    vec![Box::new(storage::versions::Versions::default()), Box::new(storage::lifecycle::Lifecycle::default())]
    vec![
        Box::new(introduction::scale_out::ScaleOut::default()),

        Box::new(storage::lifecycle::Lifecycle::default()),
    ]
}
