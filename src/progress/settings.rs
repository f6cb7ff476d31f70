//! How the app looks and speaks, as the learner set it; what the words mean is the screens' business.

use std::ops::RangeInclusive;

use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned};

/// Scales of text that can be read, in percent.
const TEXT_SCALES: RangeInclusive<u16> = 50..=300;
/// Zooms that egui takes, in percent.
const ZOOMS: RangeInclusive<u16> = 20..=500;
/// Won for a dollar, in hundredths of a won: from a jeon to a million won.
const RATES: RangeInclusive<u32> = 1..=100_000_000;
/// The longest id of a language or look, and the longest date, in bytes.
const MAX_WORD_BYTES: usize = 32;

/// What the learner set. A value that is not understood is as if it had never been set; the others stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The code of the language; `None` for the system's.
    #[serde(deserialize_with = "lenient")]
    pub lang: Option<String>,
    /// The id of the look; `None` for the first one.
    #[serde(deserialize_with = "lenient")]
    pub theme: Option<String>,
    /// The scale of all text in percent, 100 unless set.
    #[serde(deserialize_with = "lenient")]
    pub text_scale_percent: u16,
    /// Whether nothing should move that need not.
    #[serde(deserialize_with = "lenient")]
    pub reduce_motion: bool,
    /// Won for a US dollar, in hundredths of a won; `None` to show dollars alone.
    #[serde(deserialize_with = "lenient")]
    pub krw_per_usd_hundredths: Option<u32>,
    /// The day of that rate, as in `2026-03-01`.
    #[serde(deserialize_with = "lenient")]
    pub krw_date: Option<String>,
    /// The zoom of the window in percent; `None` for the system's.
    #[serde(deserialize_with = "lenient")]
    pub zoom_percent: Option<u16>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: None,
            theme: None,
            text_scale_percent: 100,
            reduce_motion: false,
            krw_per_usd_hundredths: None,
            krw_date: None,
            zoom_percent: None,
        }
    }
}

impl Settings {
    /// The same with each value that is out of bounds as if it had never been set.
    #[must_use]
    pub(super) fn bounded(mut self) -> Self {
        if !TEXT_SCALES.contains(&self.text_scale_percent) {
            self.text_scale_percent = 100;
        }
        self.zoom_percent = self.zoom_percent.filter(|zoom| ZOOMS.contains(zoom));
        self.krw_per_usd_hundredths = self.krw_per_usd_hundredths.filter(|rate| RATES.contains(rate));
        for word in [&mut self.lang, &mut self.theme, &mut self.krw_date] {
            *word = word.take().filter(|word| !word.is_empty() && word.len() <= MAX_WORD_BYTES);
        }
        self
    }
}

/// Reads any value, and takes it if it is of the right kind.
fn lenient<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(deserializer: D) -> Result<T, D::Error> {
    Ok(ron::Value::deserialize(deserializer)?.into_rust().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_is_not_understood_is_left_out_and_the_others_stay() {
        let text = r#"(lang: 7, theme: Some("dark"), text_scale_percent: 70000, reduce_motion: "yes", zoom_percent: Some(-5),
            krw_per_usd_hundredths: [1, (2, {"a": None})], krw_date: Some("2026-03-01"), colour: Some("red"))"#;
        let settings: Settings = ron::from_str(text).unwrap();
        let expected = Settings { theme: Some("dark".to_owned()), krw_date: Some("2026-03-01".to_owned()), ..Settings::default() };
        assert_eq!(settings.bounded(), expected);
    }

    #[test]
    fn values_out_of_bounds_fall_back() {
        let wild = Settings {
            lang: Some("x".repeat(MAX_WORD_BYTES + 1)),
            theme: Some(String::new()),
            text_scale_percent: 10_000,
            krw_per_usd_hundredths: Some(0),
            zoom_percent: Some(501),
            ..Settings::default()
        };
        assert_eq!(wild.bounded(), Settings::default());
        let fine =
            Settings { text_scale_percent: 150, krw_per_usd_hundredths: Some(138_250), zoom_percent: Some(200), ..Settings::default() };
        assert_eq!(fine.clone().bounded(), fine);
    }
}
