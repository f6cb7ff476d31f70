//! Numbers, amounts and dates as both languages write them; plain functions that look at no clock and no settings.

use super::{Lang, tr};

/// Keeps a number and its unit on one line.
const NO_BREAK: char = '\u{a0}';

/// Micro-dollars in a dollar.
const MICROS: i128 = 1_000_000;

/// `13800` → `13,800`.
pub fn count(n: i64) -> String {
    separate_thousands(&n.to_string())
}

/// Puts commas into the whole part of a written number, leaving sign and fraction as they are.
pub fn separate_thousands(number: &str) -> String {
    let start = usize::from(number.starts_with('-'));
    let end = number.find('.').unwrap_or(number.len());
    let mut out = String::with_capacity(number.len() + number.len() / 3);
    for (i, c) in number.char_indices() {
        if i > start && i < end && (end - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// A number with that many digits after the point, and separators before it.
pub fn decimal(value: f64, digits: usize) -> String {
    separate_thousands(&format!("{value:.digits$}"))
}

/// `0.7` → `70%`.
pub fn percent(share: f64, digits: usize) -> String {
    format!("{}%", decimal(share * 100.0, digits))
}

/// Decimal units, as S3 and networks count: `400 GB`.
pub fn bytes(n: u64) -> String {
    scaled(n, 1000, &["B", "KB", "MB", "GB", "TB", "PB", "EB"])
}

/// Bytes as S3 bills them: `400 GB`, `32.8 TB`, where a GB is 2^30 bytes.
pub fn bytes_billed(n: u64) -> String {
    bytes_binary(n).replace("iB", "B")
}

/// Binary units, as memory and volumes count: `8 GiB`. A text uses one of the two, never both.
pub fn bytes_binary(n: u64) -> String {
    scaled(n, 1024, &["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"])
}

/// At most three significant digits, so that an axis or a label stays narrow.
fn scaled(n: u64, step: u64, units: &[&str]) -> String {
    let mut unit = 0;
    let mut size = 1_u64;
    while unit + 1 < units.len() && n / size >= step {
        size *= step;
        unit += 1;
    }
    let value = n as f64 / size as f64;
    let digits = match value {
        v if v.fract() == 0.0 || v >= 100.0 => 0,
        v if v >= 10.0 => 1,
        _ => 2,
    };
    let written = decimal(value, digits);
    let short = if written.contains('.') { written.trim_end_matches('0').trim_end_matches('.') } else { &written };
    format!("{short}{NO_BREAK}{}", units[unit])
}

/// A sum of money: `10.00 USD`. Half a cent is rounded away from zero.
pub fn usd(micros: i128) -> String {
    let cents = (micros.abs() + 5_000) / 10_000;
    let sign = if micros < 0 && cents > 0 { "-" } else { "" };
    let whole = separate_thousands(&(cents / 100).to_string());
    format!("{sign}{whole}.{:02}{NO_BREAK}USD", cents % 100)
}

/// A price per unit, with as many digits as it needs and at least two: `0.025 USD`.
pub fn usd_price(micros: i128) -> String {
    let (whole, rest) = (micros.abs() / MICROS, micros.abs() % MICROS);
    let fraction = format!("{rest:06}");
    let needed = fraction.trim_end_matches('0').len().max(2);
    let sign = if micros < 0 { "-" } else { "" };
    format!("{sign}{}.{}{NO_BREAK}USD", separate_thousands(&whole.to_string()), &fraction[..needed])
}

/// The same sum in won at a given rate, rounded to ten won: `약 13,800원`.
pub fn about_krw(lang: Lang, usd_micros: i128, won_per_usd: u32) -> String {
    let tens = (usd_micros * i128::from(won_per_usd) / MICROS + 5).div_euclid(10);
    let amount = separate_thousands(&(tens * 10).to_string());
    tr(lang, "money-about-krw", &[("amount", amount.into())])
}

/// `2026-03-01`, from seconds since 1970 in UTC.
pub fn date(unix_secs: i64) -> String {
    let (year, month, day) = civil(unix_secs.div_euclid(86_400));
    format!("{year:04}-{month:02}-{day:02}")
}

/// `09:00`.
pub fn time(unix_secs: i64) -> String {
    let of_day = unix_secs.rem_euclid(86_400);
    format!("{:02}:{:02}", of_day / 3600, of_day % 3600 / 60)
}

/// `2026-03-01 09:00`, on one line.
pub fn date_time(unix_secs: i64) -> String {
    format!("{}{NO_BREAK}{}", date(unix_secs), time(unix_secs))
}

/// Year, month and day of a day counted from 1970-01-01, in the Gregorian calendar.
fn civil(day: i64) -> (i64, i64, i64) {
    // Counting from 1 March of a year that 400 divides puts the leap day last (Hinnant's `civil_from_days`).
    let shifted = day + 719_468;
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, month, of_year - (153 * from_march + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_separated_before_the_point_only() {
        for (n, written) in [("7", "7"), ("999", "999"), ("1000", "1,000"), ("-13800", "-13,800"), ("1234567.12345", "1,234,567.12345")] {
            assert_eq!(separate_thousands(n), written);
        }
    }

    #[test]
    fn sizes_keep_at_most_three_digits() {
        for (n, written) in [
            (0, "0 B"),
            (999, "999 B"),
            (1000, "1 KB"),
            (1_500_000, "1.5 MB"),
            (400_000_000_000, "400 GB"),
            (12_340_000_000_000, "12.3 TB"),
        ] {
            assert_eq!(bytes(n).replace(NO_BREAK, " "), written);
        }
        assert_eq!(bytes_binary(8 << 30).replace(NO_BREAK, " "), "8 GiB");
        assert_eq!(bytes(u64::MAX).replace(NO_BREAK, " "), "18.4 EB");
    }

    #[test]
    fn money_is_written_with_its_unit_behind() {
        assert_eq!(usd(10_000_000).replace(NO_BREAK, " "), "10.00 USD");
        assert_eq!(usd(-4_995_000).replace(NO_BREAK, " "), "-5.00 USD");
        assert_eq!(usd(1_234_567_890_000).replace(NO_BREAK, " "), "1,234,567.89 USD");
        assert_eq!(usd(-1).replace(NO_BREAK, " "), "0.00 USD");
        assert_eq!(usd_price(25_000).replace(NO_BREAK, " "), "0.025 USD");
        assert_eq!(usd_price(2_000_000).replace(NO_BREAK, " "), "2.00 USD");
    }

    #[test]
    fn won_are_about_and_in_the_readers_language() {
        assert_eq!(about_krw(Lang::Ko, 10_000_000, 1380), "약 13,800원");
        assert_eq!(about_krw(Lang::En, 10_000_000, 1380).replace(NO_BREAK, " "), "about 13,800 KRW");
    }

    #[test]
    fn dates_know_leap_years_and_the_time_before_1970() {
        assert_eq!(date_time(1_772_355_600).replace(NO_BREAK, " "), "2026-03-01 09:00");
        assert_eq!(date(951_782_400), "2000-02-29");
        assert_eq!(date(-1), "1969-12-31");
        assert_eq!(time(-60), "23:59");
    }

    #[test]
    fn shares_become_percent_without_a_space() {
        assert_eq!(percent(0.7, 0), "70%");
        assert_eq!(percent(0.999_7, 2), "99.97%");
    }
}
