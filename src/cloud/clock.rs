//! Simulated time: moments in milliseconds UTC, months, and the agenda of calls still to come. No machine's clock is ever read.

use std::fmt;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// Milliseconds in a second.
pub const SECOND_MS: i64 = 1_000;
/// Milliseconds in a minute.
pub const MINUTE_MS: i64 = 60 * SECOND_MS;
/// Milliseconds in a day; simulated days have no leap seconds, as in Unix time.
pub const DAY_MS: i64 = 86_400 * SECOND_MS;

/// A moment of simulated time: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SimTime(i64);

impl SimTime {
    /// 2026-01-01T00:00:00Z, when a fresh cloud starts unless told otherwise.
    pub const START: Self = Self(1_767_225_600_000);
    /// The last moment a simulation may reach: 2200-01-01T00:00:00Z. A bound on every advance.
    pub const END: Self = Self(7_258_118_400_000);

    /// The moment that many milliseconds after 1970-01-01T00:00:00Z.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Reads RFC 3339 (`2026-01-01T00:00:00Z`), a date alone (midnight UTC), or Unix seconds.
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(moment) = text.parse::<Timestamp>() {
            return Some(Self(moment.as_millisecond()));
        }
        if let Ok(date) = text.parse::<Date>() {
            return Some(Self(date.to_zoned(TimeZone::UTC).ok()?.timestamp().as_millisecond()));
        }
        if let Ok(local) = text.parse::<jiff::civil::DateTime>() {
            return Some(Self(local.to_zoned(TimeZone::UTC).ok()?.timestamp().as_millisecond()));
        }
        let seconds = text.parse::<f64>().ok().filter(|seconds| seconds.abs() < 7.0e9)?;
        Some(Self((seconds * 1_000.0).round() as i64))
    }

    /// This moment moved by `millis`, kept at or below [`SimTime::END`].
    #[must_use]
    pub fn plus(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis)).min(Self::END)
    }

    /// This moment moved by whole days.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        self.plus(i64::from(days) * DAY_MS)
    }

    /// Milliseconds from `earlier` until this moment.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }

    /// This moment moved by calendar months; the 31st becomes the last day of a shorter month.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        let span = jiff::Span::new().try_months(months);
        let moved = span.and_then(|span| self.civil().checked_add(span)).and_then(|at| at.to_zoned(TimeZone::UTC));
        moved.map_or(Self::END, |at| Self(at.timestamp().as_millisecond())).min(Self::END)
    }

    /// 00:00 UTC of this moment's day.
    #[must_use]
    pub const fn midnight(self) -> Self {
        Self(self.0.div_euclid(DAY_MS) * DAY_MS)
    }

    /// The first 00:00 UTC strictly after this moment.
    #[must_use]
    pub const fn next_midnight(self) -> Self {
        Self(self.midnight().0 + DAY_MS)
    }

    /// Its calendar month.
    pub fn month(self) -> Month {
        let date = self.date();
        Month { year: date.year(), month: date.month() }
    }

    /// Its calendar date in UTC.
    pub fn date(self) -> Date {
        self.civil().date()
    }

    fn civil(self) -> jiff::civil::DateTime {
        let moment = Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH);
        TimeZone::UTC.to_datetime(moment)
    }

    /// `Mon, 12 Jan 2026 00:00:00 GMT`, as HTTP headers print it.
    pub fn http_date(self) -> String {
        self.civil().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
    }
}

/// ISO 8601 as the AWS CLI prints moments: `2026-01-01T00:00:00+00:00`.
impl SimTime {
    /// `2026-01-01T00:00:00.000Z`, as messages between services write it.
    pub fn iso_millis(self) -> String {
        let at = self.civil();
        let (date, time) = ((at.year(), at.month(), at.day()), (at.hour(), at.minute(), at.second(), at.millisecond()));
        format!("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", date.0, date.1, date.2, time.0, time.1, time.2, time.3)
    }

    /// `2026-01-01T00:00:00Z`.
    pub fn iso_seconds(self) -> String {
        let millis = self.iso_millis();
        format!("{}Z", millis.split('.').next().unwrap_or_default())
    }
}

impl fmt::Display for SimTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.civil();
        write!(f, "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", at.year(), at.month(), at.day(), at.hour(), at.minute(), at.second())?;
        match at.millisecond() {
            0 => f.write_str("+00:00"),
            millis => write!(f, ".{millis:03}000+00:00"),
        }
    }
}

impl fmt::Debug for SimTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for SimTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SimTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom(format!("not a timestamp: {text}")))
    }
}

/// A calendar month, the period of a bill.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i16,
    month: i8,
}

impl Month {
    /// Reads `2026-03`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let month = Self { year: year.parse().ok()?, month: month.parse().ok()? };
        ((1..=12).contains(&month.month) && (1970..2200).contains(&month.year)).then_some(month)
    }

    /// Its first moment.
    pub fn start(self) -> SimTime {
        let day = Date::constant(self.year, self.month, 1).to_zoned(TimeZone::UTC);
        day.map_or(SimTime::END, |day| SimTime(day.timestamp().as_millisecond()))
    }

    /// The month that follows.
    #[must_use]
    pub fn next(self) -> Self {
        if self.month == 12 { Self { year: self.year + 1, month: 1 } } else { Self { month: self.month + 1, ..self } }
    }

    /// How long it is, in milliseconds.
    pub fn millis(self) -> i64 {
        self.next().start().since(self.start())
    }

    /// Whole months from `earlier` to this one.
    pub fn since(self, earlier: Self) -> i32 {
        (i32::from(self.year) - i32::from(earlier.year)) * 12 + i32::from(self.month) - i32::from(earlier.month)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom(format!("not a month: {text}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_prints_as_the_cli_prints_it_and_reads_back() {
        assert_eq!(SimTime::START.to_string(), "2026-01-01T00:00:00+00:00");
        assert_eq!(SimTime::START.plus(1_250).iso_millis(), "2026-01-01T00:00:01.250Z");
        assert_eq!(SimTime::START.plus(1_250).iso_seconds(), "2026-01-01T00:00:01Z");
        for text in ["2026-01-15T10:30:00Z", "2024-02-29", "1767225600", "2026-01-01T09:00:00+09:00", "2026-01-01T00:00:00.250Z"] {
            let at = SimTime::parse(text).unwrap();
            assert_eq!(SimTime::parse(&at.to_string()), Some(at), "{text}");
        }
        assert_eq!(SimTime::parse("2026-01-01T09:00:00+09:00"), Some(SimTime::START));
        assert_eq!(SimTime::parse("soon"), None);
    }

    #[test]
    fn the_next_midnight_is_strictly_later() {
        assert_eq!(SimTime::START.next_midnight(), SimTime::START.plus_days(1));
        assert_eq!(SimTime::START.plus(1).next_midnight(), SimTime::START.plus_days(1));
        assert_eq!(SimTime::START.plus(-1).next_midnight(), SimTime::START);
    }

    #[test]
    fn months_have_their_calendar_length() {
        let february = Month::parse("2028-02").unwrap();
        assert_eq!(february.millis(), 29 * DAY_MS);
        assert_eq!(february.next().to_string(), "2028-03");
        assert_eq!(Month::parse("2033-01").unwrap().since(Month::parse("2026-01").unwrap()), 84);
        assert_eq!(Month::parse("2026-13"), None);
    }

    #[test]
    fn months_are_added_by_the_calendar() {
        assert_eq!(SimTime::START.plus_months(84), SimTime::parse("2033-01-01").unwrap());
        assert_eq!(SimTime::parse("2026-01-31").unwrap().plus_months(1), SimTime::parse("2026-02-28").unwrap());
        assert_eq!(SimTime::START.plus_months(u32::MAX), SimTime::END);
    }

    #[test]
    fn http_dates_are_in_gmt() {
        assert_eq!(SimTime::parse("2029-12-21").unwrap().http_date(), "Fri, 21 Dec 2029 00:00:00 GMT");
    }
}
