//! What the `sim` commands read.

use super::*;
use crate::files::MemoryFiles;

fn read(line: &str) -> Result<SimCommand, Failure> {
    let files = MemoryFiles::default().with("cache.json", r#"{"strategy":"lazy"}"#);
    let words: Vec<_> = shlex::split(line).unwrap();
    parse(&words, &files)
}

#[test]
fn lengths_of_time_are_read() {
    let span_of = |millis| Span { months: 0, millis };
    for (text, want) in [
        ("10s", span_of(10_000)),
        ("5m", span_of(300_000)),
        ("1d12h", span_of(129_600_000)),
        ("1170s", span_of(1_170_000)),
        ("2w", span_of(14 * 86_400_000)),
        ("7y", Span { months: 84, millis: 0 }),
        ("84 months", Span { months: 84, millis: 0 }),
        ("84mo", Span { months: 84, millis: 0 }),
        ("1mo 3d", Span { months: 1, millis: 3 * 86_400_000 }),
    ] {
        assert_eq!(span(text), Ok(want), "{text}");
    }
    for text in ["", "d", "10", "10x", "-1d", "1.5d", "10D", "99999999999999999999d", "9999999999999999d", "200y"] {
        assert!(span(text).is_err(), "{text}");
    }
}

#[test]
fn sizes_are_powers_of_1024() {
    for (text, want) in [("512", 512), ("1KB", 1_024), ("1MB", 1 << 20), ("400GB", 400 << 30), ("1.5TB", 3 << 39), ("2 MiB", 2 << 20)] {
        assert_eq!(bytes(text), Ok(want), "{text}");
    }
    for text in ["", "GB", "1XB", "-1", "1e3", "99999999PB", "."] {
        assert!(bytes(text).is_err(), "{text}");
    }
}

#[test]
fn a_load_on_s3_is_read() {
    let line = "load s3 --bucket B --prefix P/ --bytes-per-month 400GB --object-size 1MB --reads 0-30d:5/day,30-120d:1/month --storage-class GLACIER_IR --for 7y";
    let Ok(SimCommand::LoadS3(load)) = read(line) else { panic!("{:?}", read(line)) };
    assert_eq!((load.bytes_per_month, load.object_size, load.span.months), (400 << 30, 1 << 20, 84));
    assert_eq!(load.reads[1], ReadPhase { from_days: 30, to_days: 120, reads: 1, period: Span { months: 1, millis: 0 } });
    assert_eq!(load.storage_class.as_deref(), Some("GLACIER_IR"));
}

#[test]
fn the_other_commands_are_read() {
    assert_eq!(read("advance 30d"), Ok(SimCommand::Advance { span: Span { months: 0, millis: 2_592_000_000 } }));
    assert_eq!(read("fail az apne2-az1 --for 10m").ok().map(|it| matches!(it, SimCommand::Fail { span: Some(_), .. })), Some(true));
    assert_eq!(read("fail az apne2-az1 --in 3d").ok().map(|it| matches!(it, SimCommand::Fail { after: Some(_), .. })), Some(true));
    let gone = SimCommand::Fail { kind: "az".into(), id: "apne2-az1".into(), after: None, span: None, destroyed: true };
    for line in ["fail az apne2-az1 --destroyed", "fail --destroyed az apne2-az1", "fail az --destroyed apne2-az1"] {
        assert_eq!(read(line).as_ref(), Ok(&gone), "{line}");
    }
    assert_eq!(read("heal db mydb"), Ok(SimCommand::Heal { kind: "db".into(), id: "mydb".into() }));
    let probe = SimCommand::Probe { from: "i-1".into(), to: "10.0.0.5".into(), port: 443, protocol: "tcp".into() };
    assert_eq!(read("probe i-1 10.0.0.5 --port 443"), Ok(probe));
    assert_eq!(read("bill --month 2026-03"), Ok(SimCommand::Bill { month: Some("2026-03".into()) }));
    assert_eq!(read("status"), Ok(SimCommand::Status));
    assert_eq!(read("aurora-quorum --failed-copies a1,a2"), Ok(SimCommand::AuroraQuorum { failed_copies: vec!["a1".into(), "a2".into()] }));
    assert_eq!(read("cache file://cache.json"), Ok(SimCommand::Cache { document: serde_json::json!({ "strategy": "lazy" }) }));
    let Ok(SimCommand::LoadHttp(load)) = read("load http --target web --rps 0.5 --profile day --for 2h") else { panic!() };
    assert_eq!((load.millis_rps, load.profile), (500, HttpProfile::Day));
}

#[test]
fn what_does_not_fit_is_refused_by_name() {
    for (line, what) in [
        ("", "sim needs a command"),
        ("fly", "there is no sim fly"),
        ("advance", "how long"),
        ("advance soon", "soon is no length of time"),
        ("advance 1d 2d", "Unknown options: 2d"),
        ("status --all yes", "Unknown options: --all"),
        ("load s3 --bucket b", "--bytes-per-month"),
        ("load ftp", "s3 or http"),
        ("load s3 --bucket b --bytes-per-month 1GB --object-size 0 --for 1d", "more than nothing"),
        ("load s3 --bucket b --bytes-per-month 1GB --object-size 1 --reads 30-0d:1/day --for 1d", "30-0d:1/day"),
        ("fail moon x", "moon cannot fail"),
        ("fail az", "an id"),
        ("fail az apne2-az1 --destroyed=yes", "takes no value"),
        ("fail db mydb --destroyed", "--destroyed is for az"),
        ("fail az apne2-az1 --for long", "long is no length of time"),
        ("heal az apne2-az1 --destroyed", "Unknown options: --destroyed"),
        ("probe a b", "--port"),
        ("bill --month March", "2026-03"),
        ("bill --month", "needs a value"),
        ("cache file://no.json", "No such file"),
        ("cache {", "Invalid JSON"),
    ] {
        let failure = read(line).expect_err(line);
        assert!(failure.message.contains(what) && failure.exit == 252, "{line}: {failure:?}");
    }
}
