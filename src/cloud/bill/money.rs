//! Money and quantities as integers, so that a bill has the same digits on every machine.

use std::{fmt, ops::Add};

use serde::{Serialize, Serializer};

/// Decimals kept: a billionth of a dollar, a billionth of a unit.
const SCALE: u128 = 1_000_000_000;

/// US dollars in billionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Usd(i128);

impl Usd {
    /// That many billionths of a dollar.
    pub const fn from_nanos(nanos: i128) -> Self {
        Self(nanos)
    }

    /// Billionths of a dollar.
    pub const fn nanos(self) -> i128 {
        self.0
    }

    /// For plots only: dollars, rounded to what a float holds.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / SCALE as f64
    }

    /// `raw` at `price` nano-dollars for every `per_unit`, rounded half up.
    pub(super) fn of(raw: u128, price_nanos: u128, per_unit: u128) -> Self {
        Self(((raw * price_nanos + per_unit / 2) / per_unit) as i128)
    }
}

impl Add for Usd {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

/// Dollars with six decimals, rounded half up: `12.345678`.
impl fmt::Display for Usd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let micros = (self.0.unsigned_abs() + 500) / 1_000;
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{:06}", micros / 1_000_000, micros % 1_000_000)
    }
}

/// A JSON number with the printed digits.
impl Serialize for Usd {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_number(&self.to_string(), serializer)
    }
}

fn serialize_number<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    match (text.parse::<u64>(), text.parse::<f64>()) {
        (Ok(whole), _) => serializer.serialize_u64(whole),
        (_, Ok(number)) => serializer.serialize_f64(number),
        _ => serializer.serialize_str(text),
    }
}

/// A quantity with nine decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(u128);

impl Decimal {
    /// `raw / per_unit`, rounded half up.
    pub(super) fn ratio(raw: u128, per_unit: u128) -> Self {
        let whole = raw / per_unit * SCALE;
        Self(whole + (raw % per_unit * SCALE + per_unit / 2) / per_unit)
    }

    /// For plots only.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / SCALE as f64
    }
}

impl Add for Decimal {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

/// Without trailing zeros: `409.6`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}.{:09}", self.0 / SCALE, self.0 % SCALE);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_number(&self.to_string(), serializer)
    }
}

/// Reads `0.0125` as nano-dollars.
pub(super) fn price_nanos(text: &str) -> Option<u128> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if part.len() > 9 || whole.is_empty() || !whole.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(whole.parse::<u128>().ok()? * SCALE + format!("{part:0<9}").parse::<u128>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_rounds_half_up_and_prints_six_decimals() {
        assert_eq!(Usd::of(1, 5, 10), Usd::from_nanos(1));
        assert_eq!(Usd::of(1, 4, 10), Usd::from_nanos(0));
        assert_eq!(Usd::from_nanos(12_345_678_500).to_string(), "12.345679");
        assert_eq!(Decimal::ratio(4_096, 10).to_string(), "409.6");
        assert_eq!(price_nanos("0.0125"), Some(12_500_000));
        assert_eq!(price_nanos("10.00"), Some(10_000_000_000));
        assert_eq!(price_nanos("-1"), None);
    }
}
