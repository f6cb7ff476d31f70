//! The worked example of README.md is run: it must still work, and print what README.md says that it prints.

use std::io::Cursor;

use skylab_cloud::{Sandbox, clock::SimTime};
use skylab_terminal::{
    files::MemoryFiles,
    script::{self, Source},
    shell::Shell,
};

const README: &str = include_str!("../README.md");

/// The first block of README.md with that language after its fence, behind the heading of the worked example.
fn block(language: &str) -> &'static str {
    let (_, example) = README.split_once("\n## A worked example").expect("README.md has a worked example");
    let (_, block) =
        example.split_once(&format!("\n```{language}\n")).unwrap_or_else(|| panic!("no {language} block in the worked example"));
    block.split_once("\n```").expect("the block ends").0
}

#[test]
fn the_worked_example_does_what_it_says() {
    let (mut shell, mut cloud, mut files) = (Shell::new("ap-northeast-2"), Sandbox::new(SimTime::START, 1), MemoryFiles::default());
    let mut printed = String::new();
    let done = |step: &skylab_terminal::step::Step| {
        let (out, error) = step.text();
        printed.push_str(&out);
        printed.push_str(&error);
        Ok(())
    };
    let outcome = script::run(&mut shell, &mut cloud, &mut files, &mut Cursor::new(block("sh")), Source::File, false, done).unwrap();
    assert_eq!(outcome.n_failed, 0, "{printed}");
    assert_eq!(printed.trim_end(), block("text"), "the answer in README.md is no longer true; this is what it prints now:\n{printed}");
}
