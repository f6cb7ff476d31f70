//! Scripts as files and as dialogues.

use super::*;
use crate::{files::MemoryFiles, testing::FakeCloud};

fn play(input: &[u8], source: Source, keep_going: bool) -> (Vec<Step>, Outcome) {
    let mut steps = Vec::new();
    let mut shell = Shell::new("us-east-1");
    let mut keep = |step: &Step| {
        steps.push(step.clone());
        Ok(())
    };
    let outcome =
        run(&mut shell, &mut FakeCloud::default(), &mut MemoryFiles::default(), &mut &*input, source, keep_going, &mut keep).unwrap();
    (steps, outcome)
}

fn lines(input: &str, source: Source) -> Vec<String> {
    play(input.as_bytes(), source, true).0.into_iter().map(|step| step.line).collect()
}

#[test]
fn lines_that_belong_together_are_one_step() {
    for source in [Source::File, Source::Dialogue] {
        assert_eq!(
            lines("sim status\n\n# no \\\nsim bill \\\n  --month 2026-03\r\n", source),
            ["sim status", "sim bill   --month 2026-03"]
        );
    }
    let policy = "aws s3api put-object --bucket b --key '{\n \"a\": 1\n}' # it's\nsim status";
    assert_eq!(lines(policy, Source::File).len(), 2);
    assert_eq!(lines("sim status \\", Source::File), ["sim status"]);
    assert_eq!(lines("\u{feff}sim status\n", Source::File), ["sim status"]);
}

#[test]
fn an_open_quote_is_an_answer_at_once_in_a_dialogue() {
    let (steps, _) = play(b"sim 'status\nsim status\n", Source::Dialogue, true);
    assert!(steps[0].error.as_ref().unwrap().message.contains("never closed") && steps[1].ok());
    let (steps, _) = play(b"sim 'status\nsim status\n", Source::File, true);
    assert_eq!(steps.len(), 1);
    assert!(steps[0].error.as_ref().unwrap().message.contains("never closed"));
}

#[test]
fn the_first_failure_ends_a_script_unless_it_keeps_going() {
    let script = b"sim status\nsim fly\nsim status\n";
    let (steps, outcome) = play(script, Source::File, false);
    assert_eq!((steps.len(), outcome, outcome.exit()), (2, Outcome { n_steps: 2, n_failed: 1 }, 1));
    let (steps, outcome) = play(script, Source::File, true);
    assert_eq!((steps.len(), outcome.exit()), (3, 1));
    assert_eq!(play(b"sim status", Source::File, false).1.exit(), 0);
}

#[test]
fn what_is_no_text_is_refused_and_the_script_goes_on() {
    let mut script = b"sim \xff status\nsim \0status\n".to_vec();
    script.extend(std::iter::repeat_n(b'x', 10 << 20));
    script.extend(b"\nsim status\n");
    let (steps, _) = play(&script, Source::Dialogue, true);
    let messages: Vec<_> = steps.iter().map(|step| step.error.as_ref().map_or("", |error| &error.message)).collect();
    assert!(messages[0].contains("byte 5 of the line is not UTF-8"), "{messages:?}");
    assert!(messages[1].contains("zero byte"), "{messages:?}");
    assert!(messages[2].contains("longer than 1048576 bytes"), "{messages:?}");
    assert_eq!((messages.len(), messages[3]), (4, ""));
    assert!(steps[2].line.len() < 2_000);
}

#[test]
fn ten_thousand_levels_of_json_are_refused() {
    let script = format!("aws s3api create-bucket --bucket b --create-bucket-configuration '{}'", "{\"a\":".repeat(10_000));
    let (steps, _) = play(script.as_bytes(), Source::File, true);
    assert!(steps[0].error.as_ref().unwrap().message.contains("maximum recursion depth"), "{:?}", steps[0]);
}

#[test]
fn a_script_prints_the_same_bytes_every_time() {
    let script = b"aws s3api create-bucket --bucket b\nsim advance 1d\naws s3 ls\n";
    let print = || play(script, Source::File, true).0.iter().map(Step::jsonl).collect::<Vec<_>>();
    assert_eq!(print(), print());
}
