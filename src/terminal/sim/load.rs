//! `sim load`: what arrives at buckets and at web tiers, and how often it is read.

use super::{
    SimLine,
    quantity::{Span, bytes, span},
};
use crate::failure::Failure;

/// Objects that arrive in a bucket month after month, and how often each is read as it ages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct S3Load {
    /// The bucket.
    pub bucket: String,
    /// Keys begin so.
    pub prefix: String,
    /// Bytes that arrive in a month.
    pub bytes_per_month: u64,
    /// Bytes of one object.
    pub object_size: u64,
    /// Reads by age.
    pub reads: Vec<ReadPhase>,
    /// The class they are written in; STANDARD without.
    pub storage_class: Option<String>,
    /// How long it goes on.
    pub span: Span,
}

/// How often an object is read while its age is in a range: `30-120d:1/month`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadPhase {
    /// Age in days when it begins.
    pub from_days: u32,
    /// Age in days when it ends.
    pub to_days: u32,
    /// Reads in each period.
    pub reads: u32,
    /// The period: a day, a week, a month or a year.
    pub period: Span,
}

/// Requests to a web tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HttpLoad {
    /// Name or DNS name of what is asked.
    pub target: String,
    /// How the rate changes.
    pub profile: HttpProfile,
    /// Requests a second, in thousandths.
    pub millis_rps: u64,
    /// Where the users are.
    pub from: Option<String>,
    /// How long it goes on.
    pub span: Span,
}

/// How a rate of requests changes over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HttpProfile {
    /// Always the same.
    Steady,
    /// From nothing to the full rate.
    Ramp,
    /// A sudden peak.
    Spike,
    /// A day with its quiet night.
    Day,
}

impl S3Load {
    pub(super) fn read(line: &mut SimLine) -> Result<Self, Failure> {
        let size = |line: &mut SimLine, name: &str| {
            let text = line.required(name)?;
            bytes(&text).map_err(|what| line.wrong(&what))
        };
        let load = Self {
            bucket: line.required("bucket")?,
            prefix: line.option("prefix").unwrap_or_default(),
            bytes_per_month: size(line, "bytes-per-month")?,
            object_size: size(line, "object-size")?,
            reads: line.option("reads").map(|text| phases(line, &text)).transpose()?.unwrap_or_default(),
            storage_class: line.option("storage-class"),
            span: duration(line)?,
        };
        if load.object_size == 0 {
            return Err(line.wrong("--object-size must be more than nothing"));
        }
        Ok(load)
    }
}

impl HttpLoad {
    pub(super) fn read(line: &mut SimLine) -> Result<Self, Failure> {
        let target = line.required("target")?;
        let profile = match line.option("profile").as_deref() {
            None | Some("steady") => HttpProfile::Steady,
            Some("ramp") => HttpProfile::Ramp,
            Some("spike") => HttpProfile::Spike,
            Some("day") => HttpProfile::Day,
            Some(other) => return Err(line.wrong(&format!("--profile is steady, ramp, spike or day, not {other}"))),
        };
        let text = line.required("rps")?;
        let millis_rps = thousandths(&text).ok_or_else(|| line.wrong(&format!("--rps cannot be {text}")))?;
        Ok(Self { target, profile, millis_rps, from: line.option("from"), span: duration(line)? })
    }
}

fn duration(line: &mut SimLine) -> Result<Span, Failure> {
    let text = line.required("for")?;
    span(&text).map_err(|what| line.wrong(&what))
}

fn thousandths(text: &str) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let fraction = (fraction.len() <= 3).then(|| format!("{fraction:0<3}").parse::<u64>().ok())??;
    whole.parse::<u64>().ok()?.checked_mul(1_000)?.checked_add(fraction)
}

/// `0-30d:5/day,30-120d:1/month`
fn phases(line: &SimLine, text: &str) -> Result<Vec<ReadPhase>, Failure> {
    let read = |phase: &str| {
        let (ages, rate) = phase.split_once(':')?;
        let (from, to) = ages.strip_suffix('d')?.split_once('-')?;
        let (reads, period) = rate.split_once('/')?;
        let period = match period {
            "day" | "d" => span("1d"),
            "week" | "w" => span("7d"),
            "month" | "mo" => span("1mo"),
            "year" | "y" => span("1y"),
            _ => return None,
        };
        let phase =
            ReadPhase { from_days: from.parse().ok()?, to_days: to.parse().ok()?, reads: reads.parse().ok()?, period: period.ok()? };
        (phase.from_days < phase.to_days).then_some(phase)
    };
    let wrong = |phase: &str| line.wrong(&format!("--reads: {phase} is no phase; write 0-30d:5/day,30-120d:1/month"));
    text.split(',').map(|phase| read(phase.trim()).ok_or_else(|| wrong(phase))).collect()
}
