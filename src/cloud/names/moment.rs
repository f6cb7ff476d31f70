//! Reads moments as the CLI reads them. The CLI takes whatever Python's dateutil can make sense of; here are the forms
//! that people write: seconds since 1970, ISO 8601 in all its lengths, and dates as in e-mail.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, fmt};
use serde_json::Value;

/// Forms beyond ISO 8601 that carry their own offset.
const WITH_OFFSET: &[&str] = &["%Y-%m-%dT%H:%M%:z", "%Y-%m-%d %H:%M%:z", "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%d %H:%M:%S%z", "%Y%m%dT%H%M%S%z"];

/// Forms beyond ISO 8601 without an offset.
const WITHOUT_OFFSET: &[&str] =
    &["%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%d %b %Y %H:%M:%S", "%b %d %Y %H:%M:%S", "%b %d, %Y %H:%M:%S", "%a %b %d %H:%M:%S %Y"];

/// Dates alone.
const DATES: &[&str] = &["%Y/%m/%d", "%m/%d/%Y", "%d %b %Y", "%d %B %Y", "%b %d %Y", "%b %d, %Y", "%B %d, %Y"];

/// A moment as text or as a number of seconds. Without an offset it is UTC. `None` if the CLI could not read it either.
pub fn parse_timestamp(value: &Value) -> Option<Timestamp> {
    match value {
        Value::Bool(truth) => Timestamp::from_second(i64::from(*truth)).ok(),
        Value::Number(number) => from_seconds(number.as_f64()?),
        Value::String(text) => from_text(text.trim()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn from_text(text: &str) -> Option<Timestamp> {
    if let Ok(seconds) = text.parse::<f64>() {
        return from_seconds(seconds);
    }
    text.parse().ok().or_else(|| with_offset(text)).or_else(|| civil(text).and_then(at_utc))
}

/// Milliseconds are as fine as AWS goes.
fn from_seconds(seconds: f64) -> Option<Timestamp> {
    if !seconds.is_finite() {
        return None;
    }
    Timestamp::from_millisecond((seconds * 1000.0).round() as i64).ok()
}

fn with_offset(text: &str) -> Option<Timestamp> {
    if let Ok(moment) = fmt::rfc2822::parse(text) {
        return Some(moment.timestamp());
    }
    // A trailing Z, UTC or GMT is an offset of nothing.
    for zero in ["Z", "z", "UTC", "GMT"] {
        if let Some(moment) = text.strip_suffix(zero).and_then(|rest| civil(rest.trim_end())) {
            return at_utc(moment);
        }
    }
    WITH_OFFSET.iter().find_map(|form| Timestamp::strptime(form, text).ok())
}

fn civil(text: &str) -> Option<DateTime> {
    let in_month = || format!("{text}-01").parse::<Date>().ok().filter(|_| text.len() == 7);
    (text.parse().ok())
        .or_else(|| text.parse::<Date>().ok().or_else(in_month).map(DateTime::from))
        .or_else(|| WITHOUT_OFFSET.iter().find_map(|form| DateTime::strptime(form, text).ok()))
        .or_else(|| DATES.iter().find_map(|form| Date::strptime(form, text).ok().map(DateTime::from)))
}

fn at_utc(moment: DateTime) -> Option<Timestamp> {
    TimeZone::UTC.to_timestamp(moment).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_people_write_is_read() {
        for (value, moment) in [
            (json!("2026-01-01T00:00:00Z"), "2026-01-01T00:00:00Z"),
            (json!("2026-01-01T09:00:00+09:00"), "2026-01-01T00:00:00Z"),
            (json!("2026-01-01T09:00:00+0900"), "2026-01-01T00:00:00Z"),
            (json!("2026-01-01T00:00"), "2026-01-01T00:00:00Z"),
            (json!("2026-01-01T00:00Z"), "2026-01-01T00:00:00Z"),
            (json!("2026-01-01T09:30+09:00"), "2026-01-01T00:30:00Z"),
            (json!("2026-01-01 00:00:00.250"), "2026-01-01T00:00:00.25Z"),
            (json!("2026-01-01"), "2026-01-01T00:00:00Z"),
            (json!("2026-01"), "2026-01-01T00:00:00Z"),
            (json!("20260101T000000Z"), "2026-01-01T00:00:00Z"),
            (json!("Thu, 01 Jan 2026 00:00:00 GMT"), "2026-01-01T00:00:00Z"),
            (json!("2026/01/01"), "2026-01-01T00:00:00Z"),
            (json!("Jan 1 2026"), "2026-01-01T00:00:00Z"),
            (json!(1_767_225_600), "2026-01-01T00:00:00Z"),
            (json!("1767225600.5"), "2026-01-01T00:00:00.5Z"),
            (json!(0), "1970-01-01T00:00:00Z"),
        ] {
            assert_eq!(parse_timestamp(&value).map(|t| t.to_string()).as_deref(), Some(moment), "{value}");
        }
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for value in
            [json!("tomorrow-ish"), json!(""), json!("2026-13-01"), json!("nan"), json!("1e300"), json!(null), json!([]), json!({})]
        {
            assert_eq!(parse_timestamp(&value), None, "{value}");
        }
    }
}
