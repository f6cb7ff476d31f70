//! What labs have to say, in words: keys with arguments become sentences of the reader's language. It decides nothing.

use skylab_cloud::clock::{DAY_MS, SECOND_MS, SimTime};
use skylab_terminal::sim::Span;

use crate::i18n::{self, Lang, format, tr};
use crate::learn::lab::{Arg, Told};

/// Billionths in a millionth.
const NANOS_PER_MICRO: i128 = 1_000;

/// The sentence.
pub fn say(lang: Lang, told: &Told) -> String {
    let args: Vec<(&str, i18n::Arg<'static>)> = told.args.iter().map(|(name, value)| (*name, written(lang, value))).collect();
    tr(lang, told.key, &args)
}

/// An argument as the language writes it.
pub fn written(lang: Lang, arg: &Arg) -> i18n::Arg<'static> {
    match arg {
        Arg::Text(text) => text.clone().into(),
        Arg::Count(n) => (*n).into(),
        Arg::Usd(nanos) => format::usd(nanos.div_euclid(NANOS_PER_MICRO)).into(),
        Arg::Span(length) => span(lang, *length).into(),
        Arg::Moment(at) => moment(*at).into(),
        Arg::Told(told) => say(lang, told).into(),
        Arg::List(all) => all.iter().map(|told| say(lang, told)).collect::<Vec<_>>().join(" · ").into(),
    }
}

fn moment(at: SimTime) -> String {
    format::date_time(at.millis().div_euclid(SECOND_MS))
}

/// A length of time in its largest units: `7 years`, `12 hours`, `1 day 6 hours`.
pub fn span(lang: Lang, length: Span) -> String {
    let (hour, minute) = (DAY_MS / 24, DAY_MS / 24 / 60);
    let months = i64::from(length.months);
    let parts = [
        ("span-years", if months % 12 == 0 { months / 12 } else { 0 }),
        ("span-months", if months % 12 == 0 { 0 } else { months }),
        ("span-days", length.millis / DAY_MS),
        ("span-hours", length.millis % DAY_MS / hour),
        ("span-minutes", length.millis % hour / minute),
        ("span-seconds", length.millis % minute / SECOND_MS),
    ];
    let written: Vec<String> = parts.iter().filter(|(_, n)| *n > 0).map(|(key, n)| tr(lang, key, &[("n", (*n).into())])).collect();
    if written.is_empty() { tr(lang, "span-seconds", &[("n", 0.into())]) } else { written.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_is_written_in_its_largest_units() {
        for (months, millis, english, korean) in [
            (84, 0, "7 years", "7년"),
            (3, 0, "3 months", "3개월"),
            (0, DAY_MS / 2, "12 hours", "12시간"),
            (0, DAY_MS + DAY_MS / 4, "1 day 6 hours", "1일 6시간"),
            (0, 0, "0 seconds", "0초"),
        ] {
            let length = Span { months, millis };
            assert_eq!((span(Lang::En, length).as_str(), span(Lang::Ko, length).as_str()), (english, korean));
        }
    }

    #[test]
    fn a_sentence_holds_others_and_sums_of_money() {
        let below =
            Told::new("check-cost").with("below", Arg::Usd(900_000_000_000)).with("over", Arg::Span(Span { months: 84, millis: 0 }));
        let told = Told::new("check-not").with("what", below);
        let english = say(Lang::En, &told).replace('\u{a0}', " ");
        assert!(english.contains("900.00 USD") && english.contains("7 years"), "{english}");
    }
}
