//! The text of `progress.ron` and of an export: one format with a version, read with care. It touches no disk.

use std::collections::BTreeMap;

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use super::{Problem, Progress};

#[cfg(test)]
pub(super) use tests::any_saved;

/// The version that is written. A change that older builds would misread, not merely overlook, needs the next one, and below a type and a
/// conversion for what was written before.
const VERSION: u32 = 1;

/// Progress, and the runs of benches and labs by name; the file `progress.ron` holds no runs, since each has its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// What the learner has done.
    pub progress: Progress,
    /// The texts of runs by name.
    pub runs: BTreeMap<String, String>,
}

/// Why a text is not progress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is damaged, or something else; with the parser's words.
    Broken(String),
    /// A newer Skylab wrote it, in this version of the format.
    Newer(u32),
}

/// What every version has.
#[derive(Deserialize)]
struct Head {
    version: u32,
}

/// Version 1.
#[derive(Serialize, Deserialize)]
struct V1 {
    version: u32,
    progress: Progress,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    runs: BTreeMap<String, String>,
}

/// Reads what [`Saved::to_text`] wrote, or an older version of Skylab.
pub fn parse(text: &str) -> Result<Saved, Unreadable> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let v1: V1 = match typed::<Head>(text)?.version {
        #[cfg(test)]
        0 => tests::from_v0(typed(text)?),
        VERSION => typed(text)?,
        newer if newer > VERSION => return Err(Unreadable::Newer(newer)),
        older => return Err(Unreadable::Broken(format!("there never was a version {older}"))),
    };
    Ok(Saved { progress: v1.progress.bounded(), runs: v1.runs })
}

fn typed<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Unreadable> {
    ron::from_str(text).map_err(|error| Unreadable::Broken(error.to_string()))
}

impl Saved {
    /// The text of it.
    pub fn to_text(&self) -> Result<String, Problem> {
        // the same line ends on every system
        let pretty = PrettyConfig::new().new_line("\n").indentor("  ");
        let v1 = V1 { version: VERSION, progress: self.progress.clone(), runs: self.runs.clone() };
        ron::ser::to_string_pretty(&v1, pretty).map(|text| text + "\n").map_err(|error| Problem::Other(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::btree_map, prelude::*};

    use super::*;
    use crate::progress::{Answer, LabProgress, LabRecord, Place, Prediction, SectionProgress, Settings};

    /// A version that never was, to see that an older one is read: only a list of sections opened.
    #[derive(Deserialize)]
    pub(super) struct V0 {
        opened: Vec<String>,
    }

    pub(super) fn from_v0(v0: V0) -> V1 {
        let opened = SectionProgress { opened: true, ..SectionProgress::default() };
        let sections = v0.opened.into_iter().map(|id| (id, opened.clone())).collect();
        V1 { version: VERSION, progress: Progress { sections, ..Progress::default() }, runs: BTreeMap::new() }
    }

    fn broken(text: &str) -> bool {
        matches!(parse(text), Err(Unreadable::Broken(_)))
    }

    #[test]
    fn an_older_version_is_read_and_a_newer_one_is_known_as_such() {
        let old = parse(r#"(version: 0, opened: ["s3-lifecycle"])"#).unwrap();
        assert!(old.progress.sections["s3-lifecycle"].opened);
        assert!(old.to_text().unwrap().starts_with("(\n  version: 1,\n"));
        assert_eq!(parse(r#"(version: 2, progress: {"wholly": Different(1)})"#), Err(Unreadable::Newer(2)));
        assert_eq!(parse("(version: 4294967295)"), Err(Unreadable::Newer(u32::MAX)));
        for text in ["(version: -1)", "(version: 4294967296)", "(version: \"1\")", "(version: 1)", "(version: 1, version: 1, progress: ())"]
        {
            assert!(broken(text), "{text}");
        }
    }

    #[test]
    fn what_is_missing_has_its_default_and_what_is_unknown_is_overlooked() {
        assert_eq!(parse("(version: 1, progress: ())"), Ok(Saved::default()));
        assert_eq!(parse("\u{feff}(version: 1, progress: ()) // by hand"), Ok(Saved::default()));
        let text = r#"(version: 1, later: [1, A(b: 2)], progress: (badges: {"x": 1}, sections: {"a": (opened: true, stars: 3)}))"#;
        let mut expected = Saved::default();
        expected.progress.section_mut("a").opened = true;
        assert_eq!(parse(text), Ok(expected));
    }

    #[test]
    fn rubbish_is_broken() {
        for text in [
            "",
            " ",
            "\u{feff}",
            "\0\0\0\0",
            "null",
            "{}",
            "()",
            "(",
            "version: 1",
            "{\"version\": 1}",
            "한글",
            "(version: 1, progress: ()) x",
        ] {
            assert!(broken(text), "{text:?}");
        }
    }

    #[test]
    fn deep_nesting_is_refused_before_the_stack_ends() {
        for (open, close) in [("(", ")"), ("[", "]"), ("{1:", "}"), ("Some(", ")"), ("/*", "*/"), ("A(a:", ")")] {
            let deep = open.repeat(10_000) + "1" + &close.repeat(10_000);
            for text in [
                deep.clone(),
                format!("(version: 1, progress: {deep})"),
                format!("(version: 1, progress: (settings: (lang: {deep})))"),
                format!("(version: 1, progress: (), later: {deep})"),
            ] {
                // nested comments are only text that is passed over
                assert!(broken(&text) || open == "/*", "{open}");
            }
        }
    }

    fn text() -> impl Strategy<Value = String> {
        prop_oneof!["[a-z0-9/-]{0,12}", any::<String>()]
    }

    fn section() -> impl Strategy<Value = SectionProgress> {
        let prediction = (text(), proptest::option::of(text())).prop_map(|(choice, seen)| Prediction { choice, seen });
        let answer = (text(), any::<bool>()).prop_map(|(option, right)| Answer { option, right });
        let parts = (any::<bool>(), btree_map(text(), prediction, 0..4), btree_map(any::<u8>(), answer, 0..4));
        parts.prop_map(|(opened, predictions, answers)| SectionProgress { opened, predictions, answers })
    }

    fn settings() -> impl Strategy<Value = Settings> {
        let word = || proptest::option::of(text());
        let numbers = (any::<u16>(), proptest::option::of(any::<u32>()), proptest::option::of(any::<u16>()));
        (word(), word(), word(), any::<bool>(), numbers).prop_map(|(lang, theme, krw_date, reduce_motion, (scale, rate, zoom))| Settings {
            lang,
            theme,
            text_scale_percent: scale,
            reduce_motion,
            krw_per_usd_hundredths: rate,
            krw_date,
            zoom_percent: zoom,
        })
    }

    prop_compose! {
        fn lab()(modes in btree_map(text(), (any::<u64>(), proptest::option::of(any::<u32>()), any::<bool>()), 0..3)) -> LabProgress {
            LabProgress { modes: modes.into_iter().map(|(mode, (seed, best, passed))| (mode, LabRecord { seed, best, passed })).collect() }
        }
    }

    prop_compose! {
        pub(in crate::progress) fn any_saved()(
            settings in settings(),
            sections in btree_map(text(), section(), 0..4),
            labs in btree_map(text(), lab(), 0..3),
            place in proptest::option::of((text(), proptest::option::of(text()), proptest::option::of(text()))),
            tour_seen in any::<bool>(),
            typed in proptest::collection::vec(text(), 0..4),
            runs in btree_map("[a-z진도-]{1,8}", text(), 0..4),
        ) -> Saved {
            let place = place.map(|(screen, section, lab)| Place { screen, section, lab });
            Saved { progress: Progress { settings, sections, labs, place, tour_seen, typed }.bounded(), runs }
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_the_same(saved in any_saved()) {
            prop_assert_eq!(parse(&saved.to_text().unwrap()), Ok(saved));
        }
    }

    proptest! {
        // each case is a thousand texts
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn a_text_cut_anywhere_is_broken(saved in any_saved()) {
            let text = saved.to_text().unwrap();
            let whole = text.trim_end();
            for at in (0..whole.len()).filter(|at| whole.is_char_boundary(*at)) {
                prop_assert!(broken(&whole[..at]), "cut at {}", at);
            }
        }
    }
}
