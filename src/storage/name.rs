//! Names of files in the data folder: a few that are the same on every system, and a way to make one of any text.

use std::fmt::Write as _;

use super::Problem;

/// The only folder that a name may begin with.
pub(super) const RUNS: &str = "runs/";
/// The longest name without its folder; copies and temporary files add a few letters, and 255 is the most that disks take.
const MAX_LEN: usize = 160;
/// Names that the data folder uses itself.
const OWN: &[&str] = &["lock", "kept", "runs", "set-aside"];
/// Names of devices on Windows, with any ending.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul", "com", "lpt"];

/// The name, if it may stand in the data folder: `progress.ron`, `runs/lifecycle.ron`. No capitals, since some disks do not tell
/// them apart.
pub(super) fn checked(name: &str) -> Result<&str, Problem> {
    let file = name.strip_prefix(RUNS).unwrap_or(name);
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte);
    let fits = (1..=MAX_LEN).contains(&file.len()) && file.bytes().all(plain);
    let good = fits && !file.starts_with(['.', '-']) && !file.ends_with('.') && !OWN.contains(&file) && !is_device(file);
    if good { Ok(name) } else { Err(Problem::BadName) }
}

/// Whether the data folder takes this name.
pub fn is_name(name: &str) -> bool {
    checked(name).is_ok()
}

fn is_device(file: &str) -> bool {
    let stem = file.split('.').next().unwrap_or_default();
    let word = stem.trim_end_matches(|letter: char| letter.is_ascii_digit());
    DEVICES.contains(&word) && stem.len() <= word.len() + 1
}

/// Any text as a name: lower-case letters, digits and `-` stay, each other byte becomes `_` and two digits. Two texts never give one name.
pub fn name_of(text: &str) -> String {
    let mut name = String::with_capacity(text.len());
    for (at, byte) in text.bytes().enumerate() {
        let stays = byte.is_ascii_lowercase() || byte.is_ascii_digit() || (byte == b'-' && at > 0);
        if stays && !(at == 0 && is_device(text)) {
            name.push(char::from(byte));
        } else {
            // writing to a string cannot fail
            let _ = write!(name, "_{byte:02x}");
        }
    }
    name
}

/// The text that [`name_of`] made a name of; `None` for other names.
pub fn text_of(name: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name;
    while let Some(first) = rest.bytes().next() {
        let (byte, len) = if first == b'_' { (u8::from_str_radix(rest.get(1..3)?, 16).ok()?, 3) } else { (first, 1) };
        bytes.push(byte);
        rest = rest.get(len..)?;
    }
    String::from_utf8(bytes).ok().filter(|text| name_of(text) == name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_leads_nowhere_else_and_is_the_same_on_every_system() {
        for name in ["progress.ron", "runs/s3-lifecycle.ron", "_43on.ron", "coming.ron", "com10"] {
            assert_eq!(checked(name), Ok(name));
        }
        let long = "a".repeat(MAX_LEN + 1);
        for name in [
            "",
            "runs/",
            ".",
            "..",
            "../x",
            "/x",
            "a/b",
            "runs/a/b",
            "runs/../x",
            "runs\\x",
            "x\\y",
            "C:x",
            "Progress.ron",
            "진도.ron",
            "a b",
            ".hidden",
            "-x",
            "x.",
            "lock",
            "kept",
            "runs",
            "set-aside",
            "con",
            "nul.ron",
            "com1.ron",
            "runs/aux.ron",
            "a\0b",
            &long,
        ] {
            assert_eq!(checked(name), Err(Problem::BadName), "{name:?}");
        }
    }

    #[test]
    fn a_name_that_was_not_made_of_a_text_means_none() {
        for name in ["A", "a b", "_", "_6", "_zz", "_61", "-a", "_ff", "con", "_+1"] {
            assert_eq!(text_of(name), None, "{name}");
        }
        assert_eq!(name_of("Log 정리"), "_4cog_20_ec_a0_95_eb_a6_ac");
    }

    proptest! {
        #[test]
        fn every_text_has_a_name_of_its_own(text in "(\\PC|con|[a-z-]){1,12}") {
            let name = name_of(&text);
            prop_assert_eq!(checked(&name), Ok(name.as_str()));
            prop_assert_eq!(text_of(&name), Some(text));
        }
    }
}
