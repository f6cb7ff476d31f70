//! Small labs for tests.

use std::sync::Arc;

use skylab_cloud::Sandbox;
use skylab_terminal::{files::MemoryFiles, shell::Shell};

use super::{Lab, Pack, Source, load::load, start::REGION};

/// A lab with a versioned bucket, these parts besides, and these tasks.
pub(super) fn lab(parts: &str, tasks: &str) -> Arc<Lab> {
    let text = format!(
        r#"(format: 1, id: "small", time_limit: "240 days", vars: {{ "bucket": pool(["b-{{0..9}}"]) }},
        setup: ["aws s3api create-bucket --bucket {{bucket}} --create-bucket-configuration LocationConstraint=ap-northeast-2"],
        {parts} tasks: [{tasks}])"#
    );
    let pack = Pack::new(Source::default(), [("lab.ron".to_owned(), text.into_bytes())].into());
    Arc::new(load(pack).unwrap())
}

/// Runs lines; all must be answered.
pub(super) fn play(sandbox: &mut Sandbox, lines: &[&str]) {
    let mut shell = Shell::new(REGION.name());
    let mut files = MemoryFiles::default().with("x", "hello");
    for line in lines {
        let step = shell.run_line(sandbox, &mut files, line).unwrap();
        assert!(step.ok(), "{line}: {:?}", step.error);
    }
}
