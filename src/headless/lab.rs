//! `skylab lab`: check, begin, run and grade labs without a display. It opens no window.

mod check;
mod folder;
mod grade;
mod new;
mod run;
mod speak;

use std::process::ExitCode;

use crate::i18n::Lang;
pub use folder::{shelf, stamp};
use speak::usage;

/// Runs `skylab lab` with the words after it.
pub fn lab(args: &[String]) -> Result<ExitCode, String> {
    let (args, lang) = language(args)?;
    let Some((name, rest)) = args.split_first() else { return Err(usage(lang)) };
    match name.as_str() {
        "check" => check::check(rest, lang),
        "grade" => grade::grade(rest, lang),
        "new" => new::new(rest, lang),
        "run" => run::run(rest, lang),
        _ => Err(usage(lang)),
    }
}

/// Takes `--lang ko|en` out of the words; the system's language without it.
fn language(args: &[String]) -> Result<(Vec<String>, Lang), String> {
    let (mut rest, mut lang, mut args) = (Vec::new(), Lang::of_system(), args.iter());
    while let Some(arg) = args.next() {
        let code = match arg.strip_prefix("--lang") {
            Some("") => args.next().map(String::as_str).unwrap_or_default(),
            Some(glued) if glued.starts_with('=') => &glued[1..],
            _ => {
                rest.push(arg.clone());
                continue;
            }
        };
        lang = Lang::from_code(code).filter(|lang| Lang::ALL.contains(lang)).ok_or_else(|| usage(lang))?;
    }
    Ok((rest, lang))
}
