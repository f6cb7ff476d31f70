//! Amounts, quantities and the rate as the bill writes them; it rounds for the eye only.

use skylab_cloud::bill::{Decimal, Unit, Usd};

use crate::i18n::{Arg, Lang, format};
use crate::ui::View;

/// From this sum on, cents are enough; below, the lines of a small sandbox would all be nothing.
const CENTS_FROM_NANOS: i128 = 1_000_000_000;
/// Less than half a cent, yet not nothing.
const HALF_CENT_NANOS: i128 = 5_000_000;

/// How finely the amounts of a table are written: all of them alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Digits {
    Cents,
    Millionths,
}

impl Digits {
    /// Enough for the greatest of the amounts.
    pub(super) fn for_sum(sum: Usd) -> Self {
        if sum.nanos().abs() >= CENTS_FROM_NANOS { Self::Cents } else { Self::Millionths }
    }

    /// `12.34 USD`.
    pub(super) fn with_unit(self, usd: Usd) -> String {
        format!("{}\u{a0}USD", self.written(usd))
    }

    /// `12.34`, without its unit. What rounds to nothing without being nothing says so.
    pub(super) fn written(self, usd: Usd) -> String {
        let nanos = usd.nanos();
        match self {
            Self::Cents if nanos != 0 && nanos.abs() < HALF_CENT_NANOS => "< 0.01".to_owned(),
            Self::Cents => cents(nanos),
            Self::Millionths => format::separate_thousands(&usd.to_string()),
        }
    }
}

/// Whole cents, half a cent rounded away from zero.
fn cents(nanos: i128) -> String {
    let cents = (nanos.abs() + HALF_CENT_NANOS) / (2 * HALF_CENT_NANOS);
    let sign = if nanos < 0 && cents > 0 { "-" } else { "" };
    format::separate_thousands(&format!("{sign}{}.{:02}", cents / 100, cents % 100))
}

/// An amount by itself, with its unit: as fine as it needs.
pub(super) fn alone(usd: Usd) -> String {
    Digits::for_sum(usd).with_unit(usd)
}

/// A difference with its sign; nothing has none.
pub(super) fn signed(nanos: i128) -> String {
    let written = alone(Usd::from_nanos(nanos.abs()));
    match nanos {
        0 => written,
        1.. => format!("+{written}"),
        _ => format!("-{written}"),
    }
}

/// The learner's rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Won {
    hundredths: u32,
    date: Option<String>,
}

impl Won {
    /// The rate, if the learner set one.
    pub(super) fn of(view: &View<'_>) -> Option<Self> {
        let settings = &view.progress.settings;
        Some(Self { hundredths: settings.krw_per_usd_hundredths?, date: settings.krw_date.clone() })
    }

    /// An amount in won.
    pub(super) fn about(&self, lang: Lang, usd: Usd) -> String {
        // hundredths of a won for a dollar are whole won for a hundredth of the amount
        format::about_krw(lang, usd.nanos() / 1_000 / 100, self.hundredths)
    }

    /// The rate and its date.
    pub(super) fn told(&self, view: &View<'_>) -> String {
        let rate = format::decimal(f64::from(self.hundredths) / 100.0, 2);
        match &self.date {
            Some(date) => view.tr_with("bill-rate", &[("rate", rate.into()), ("date", date.as_str().into())]),
            None => view.tr_with("bill-rate-undated", &[("rate", rate.into())]),
        }
    }
}

/// A quantity with its unit. Requests and objects are priced by the thousand and counted one by one.
pub(super) fn quantity(view: &View<'_>, unit: Unit, quantity: Decimal) -> String {
    let number = quantity.to_f64();
    let n: Arg<'_> = match unit {
        Unit::ThousandRequests => ((number * 1_000.0).round() as i64).into(),
        Unit::ThousandObjectMonths => short(number * 1_000.0).into(),
        Unit::Gb | Unit::GbMonth | Unit::KeyMonth => short(number).into(),
    };
    view.tr_with(&format!("bill-unit-{}", unit_id(unit)), &[("n", n)])
}

/// The price of a unit, tier by tier.
pub(super) fn unit_price(view: &View<'_>, unit: Unit, prices: &[String]) -> String {
    view.tr_with(&format!("bill-per-{}", unit_id(unit)), &[("price", prices.join(" · ").into())])
}

const fn unit_id(unit: Unit) -> &'static str {
    match unit {
        Unit::GbMonth => "gb-month",
        Unit::ThousandRequests => "requests",
        Unit::Gb => "gb",
        Unit::ThousandObjectMonths => "object-months",
        Unit::KeyMonth => "key-months",
    }
}

/// At most six digits after the point, and fewer the greater the number.
fn short(number: f64) -> String {
    let digits = match number {
        n if n >= 1_000.0 => 0,
        n if n >= 10.0 => 2,
        _ => 6,
    };
    let written = format::decimal(number, digits);
    if written.contains('.') { written.trim_end_matches('0').trim_end_matches('.').to_owned() } else { written }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_bills_keep_their_millionths_and_large_ones_their_cents() {
        let usd = |micros: i128| Usd::from_nanos(micros * 1_000);
        assert_eq!(alone(usd(5)).replace('\u{a0}', " "), "0.000005 USD");
        assert_eq!(alone(usd(1_234_567_890)).replace('\u{a0}', " "), "1,234.57 USD");
        assert_eq!(Digits::Cents.written(usd(5)), "< 0.01");
        assert_eq!(Digits::Cents.written(usd(0)), "0.00");
        assert_eq!(Digits::Millionths.written(usd(900_000)), "0.900000");
    }

    #[test]
    fn a_difference_has_its_sign() {
        assert_eq!(signed(2_500_000_000).replace('\u{a0}', " "), "+2.50 USD");
        assert_eq!(signed(-1_000).replace('\u{a0}', " "), "-0.000001 USD");
        assert!(!signed(0).contains(['+', '-']));
    }

    #[test]
    fn won_follow_the_rate_to_its_hundredths() {
        let won = |hundredths, micros: i128| Won { hundredths, date: None }.about(Lang::Ko, Usd::from_nanos(micros * 1_000));
        assert_eq!(won(138_050, 1_000_000_000), "약 1,380,500원");
        assert_eq!(won(138_000, 10_000_000), "약 13,800원");
        assert_eq!(won(138_000, 5), "약 0원");
    }

    #[test]
    fn quantities_lose_the_digits_that_nobody_reads() {
        for (number, written) in [(0.003_125, "0.003125"), (409.6, "409.6"), (12_345.678, "12,346"), (0.0, "0")] {
            assert_eq!(short(number), written);
        }
    }
}
