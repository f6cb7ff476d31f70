//! The check `reads`: did the reads of the loads succeed?

use skylab_cloud::clock::Month;

use super::{
    super::{Amount, Arg, Told},
    Finding, Scene, length, moment,
};

/// See [`super::Check::Reads`]. Reads are counted by calendar month.
pub(super) fn reads(failed_max: &Amount, over: &str, scene: Scene<'_>) -> Finding {
    let over = length(over, scene.values);
    let end = moment(scene.start, over);
    let max = scene.values.number(failed_max).unwrap_or_default() / 1_000_000_000;
    let (mut n_failed, mut n_read) = (0_u64, 0_u64);
    let mut first: Option<(Month, &'static str)> = None;
    for load in scene.sandbox.world().s3.loads() {
        for (month, reads) in load.reads().iter().filter(|(month, _)| month.start() < end) {
            n_failed += reads.failed();
            n_read += reads.failed() + reads.succeeded;
            let codes = [(reads.archived, "InvalidObjectState"), (reads.missing, "NoSuchKey"), (reads.unavailable, "ServiceUnavailable")];
            let code = codes.iter().find(|(n, _)| *n > 0).map(|(_, code)| *code);
            if let Some(code) = code.filter(|_| first.is_none_or(|(before, _)| *month < before)) {
                first = Some((*month, code));
            }
        }
    }
    let expected = Told::new("check-reads").with("max", Arg::Count(max as i64)).with("over", Arg::Span(over));
    let seen = match first {
        Some((month, code)) => Told::new("check-reads-failed")
            .count("failed", n_failed)
            .count("all", n_read)
            .with("month", month.to_string())
            .with("code", code),
        None => Told::new("check-reads-fine").count("all", n_read),
    };
    Finding { holds: i128::from(n_failed) <= max, expected, seen }
}
