//! A number in a lab: written out, or a variable's. It holds integers and sums of money, no floats.

use std::fmt;

use serde::{Deserialize, Deserializer, de};

/// Billionths in a whole.
const SCALE: i128 = 1_000_000_000;

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// In billionths, so that `8999.5` is exact.
    Nanos(i128),
    /// A text with a variable: `{budget}`.
    Text(String),
}

impl Amount {
    /// A whole number.
    pub const fn whole(number: i64) -> Self {
        Self::Nanos(number as i128 * SCALE)
    }

    /// Reads `12`, `-3` or `8999.5`.
    pub fn parse(text: &str) -> Option<i128> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !plain(whole) || !plain(part) || part.len() > 9 || whole.len() > 18 {
            return None;
        }
        let nanos = whole.parse::<i128>().ok()? * SCALE + format!("{part:0<9}").parse::<i128>().ok()?;
        Some(sign * nanos)
    }
}

/// Billionths as people write them: `8999.5`.
pub fn written(nanos: i128) -> String {
    let sign = if nanos < 0 { "-" } else { "" };
    let text = format!("{sign}{}.{:09}", nanos.unsigned_abs() / SCALE.unsigned_abs(), nanos.unsigned_abs() % SCALE.unsigned_abs());
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl de::Visitor<'_> for Reader {
    type Value = Amount;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, or a text with a variable such as \"{budget}\"")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Amount, E> {
        Ok(Amount::whole(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Amount, E> {
        i64::try_from(number).map(Amount::whole).map_err(|_| E::custom("the number is too large"))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Amount, E> {
        // the shortest decimal that means the same float is what stood in the file
        Amount::parse(&number.to_string()).map(Amount::Nanos).ok_or_else(|| E::custom("the number is too large, or has too many decimals"))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Amount, E> {
        Ok(Amount::Text(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_exactly_and_written_back() {
        for (text, nanos) in [("0", 0), ("12", 12_000_000_000), ("-3", -3_000_000_000), ("8999.5", 8_999_500_000_000), ("0.000000001", 1)] {
            assert_eq!(Amount::parse(text), Some(nanos), "{text}");
            assert_eq!(written(nanos), text);
        }
        for text in ["", "-", "1e5", "1.", ".5", "1.2.3", "0.0000000001", "9999999999999999999", "NaN"] {
            assert_eq!(Amount::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_file_may_write_a_number_or_a_variable() {
        let read = |text: &str| ron::from_str::<Amount>(text).ok();
        assert_eq!(read("9000"), Some(Amount::whole(9000)));
        assert_eq!(read("0.1"), Some(Amount::Nanos(100_000_000)));
        assert_eq!(read("\"{budget}\""), Some(Amount::Text("{budget}".to_owned())));
        assert_eq!(read("1e300"), None);
        assert_eq!(read("true"), None);
    }
}
