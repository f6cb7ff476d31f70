//! Key and arguments → text in the learner's language; it knows no screen, and no text is written in Rust.

mod bundle;
pub mod format;
mod josa;
mod pseudo;
mod texts;

pub use bundle::{FtlFile, file, ftl_files};
pub use josa::with_josa;
pub use texts::{Texts, lab_text};

/// One argument of a text: a word or a number. Numbers get their thousands separators by themselves.
pub type Arg<'a> = fluent::FluentValue<'a>;

/// A language the app speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Korean.
    #[default]
    Ko,
    /// English.
    En,
    /// English made 40 % longer, for layout tests only; never offered to a learner.
    Pseudo,
}

impl Lang {
    /// The languages a learner can choose, each with texts of its own.
    pub const ALL: [Self; 2] = [Self::Ko, Self::En];

    /// The name of its folder in `locales/`, and of `--lang`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ko => "ko",
            Self::En => "en",
            Self::Pseudo => "pseudo",
        }
    }

    /// The language with that code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Ko, Self::En, Self::Pseudo].into_iter().find(|lang| lang.code() == code)
    }

    /// What the language calls itself, so that it is found by somebody who cannot read the other one.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Ko => "한국어",
            Self::En => "English",
            Self::Pseudo => "Pseudo",
        }
    }

    /// The system's language, or English for somebody whose language the app does not speak.
    pub fn of_system() -> Self {
        match sys_locale::get_locale() {
            Some(tag) if tag.starts_with("ko") => Self::Ko,
            _ => Self::En,
        }
    }
}

/// The text of `key` in `lang`.
///
/// A key that does not exist shows as `[[key]]` in debug builds, and the locale tests fail on it; a released app falls back to English.
pub fn tr(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    let found = match lang {
        Lang::Pseudo => bundle::text(Lang::En, key, args).map(|text| pseudo::lengthen(&text)),
        _ => bundle::text(lang, key, args),
    };
    found.unwrap_or_else(|| {
        log::error!("no text for `{key}` in {}", lang.code());
        let english = if cfg!(debug_assertions) { None } else { bundle::text(Lang::En, key, args) };
        english.unwrap_or_else(|| format!("[[{key}]]"))
    })
}

/// A text that stands in no `.ftl` file as the pseudo-language shows it.
pub fn lengthened(text: &str) -> String {
    pseudo::lengthen(text)
}

/// Whether `lang` has a text for `key`.
pub fn has(lang: Lang, key: &str) -> bool {
    bundle::has(if lang == Lang::Pseudo { Lang::En } else { lang }, key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_key_is_visible() {
        assert_eq!(tr(Lang::Ko, "no-such-key", &[]), "[[no-such-key]]");
    }

    #[test]
    fn every_language_finds_its_own_code() {
        for lang in [Lang::Ko, Lang::En, Lang::Pseudo] {
            assert_eq!(Lang::from_code(lang.code()), Some(lang));
        }
        assert_eq!(Lang::from_code("fr"), None);
    }

    #[test]
    fn no_isolation_marks_surround_an_argument() {
        let text = tr(Lang::En, "beat-n-of-m", &[("n", 2.into()), ("m", 6.into())]);
        assert!(text.is_ascii(), "{text:?}");
    }
}
