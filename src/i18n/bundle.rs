//! The files of `locales/`, packed into the program, and its `.ftl` texts parsed once; it decides nothing about fallbacks.

use std::path::Path;
use std::sync::LazyLock;

use fluent::concurrent::FluentBundle;
use fluent::types::FluentNumber;
use fluent::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

use super::{Arg, Lang, format, josa};

pub(super) type Bundle = FluentBundle<FluentResource>;

/// Texts below this folder belong to a lab each, and are no part of the whole.
const LABS: &str = "labs/";

#[derive(RustEmbed)]
#[folder = "locales"]
struct Locales;

static KOREAN: LazyLock<Bundle> = LazyLock::new(|| build(Lang::Ko));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| build(Lang::En));

/// One packed file, for the tests that compare languages.
#[derive(Clone, Debug)]
pub struct FtlFile {
    /// Its path below the language's folder, such as `ui.ftl` or `labs/archive-the-logs.ftl`.
    pub path: String,
    /// Its content.
    pub text: String,
}

/// All `.ftl` files of a language, in the order of their paths.
pub fn ftl_files(lang: Lang) -> Vec<FtlFile> {
    let folder = format!("{}/", lang.code());
    let mut files: Vec<FtlFile> = Locales::iter()
        .filter_map(|path| {
            let below = path.strip_prefix(&folder).filter(|path| Path::new(path).extension().is_some_and(|end| end == "ftl"))?;
            Some(FtlFile { path: below.to_owned(), text: file(lang, below)? })
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// One packed file of a language, such as `lessons/2.4.5.md`.
pub fn file(lang: Lang, path: &str) -> Option<String> {
    let data = Locales::get(&format!("{}/{path}", lang.code()))?.data;
    Some(String::from_utf8_lossy(&data).into_owned())
}

/// The text of `key`, if the language has it.
pub(super) fn text(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
    text_of(bundle(lang), key, args)
}

/// The text of `key` in a bundle, if it has it.
pub(super) fn text_of(bundle: &Bundle, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
    let mut problems = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&args), &mut problems).into_owned();
    for problem in problems {
        log::error!("text `{key}`: {problem}");
    }
    Some(text)
}

pub(super) fn has(lang: Lang, key: &str) -> bool {
    bundle(lang).get_message(key).is_some_and(|message| message.value().is_some())
}

fn bundle(lang: Lang) -> &'static Bundle {
    match lang {
        Lang::Ko => &KOREAN,
        Lang::En | Lang::Pseudo => &ENGLISH,
    }
}

fn build(lang: Lang) -> Bundle {
    let mut bundle = empty(lang);
    for file in ftl_files(lang).into_iter().filter(|file| !file.path.starts_with(LABS)) {
        // A broken entry is skipped by Fluent; the locale tests name it.
        let resource = FluentResource::try_new(file.text).unwrap_or_else(|(parsed, _)| parsed);
        if let Err(problems) = bundle.add_resource(resource) {
            log::error!("{}/{}: {problems:?}", lang.code(), file.path);
        }
    }
    bundle
}

/// A bundle without texts, with the functions that texts may use.
pub(super) fn empty(lang: Lang) -> Bundle {
    let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // The invisible marks that Fluent puts around arguments would break searches, labels and copying.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) => Some(with_separators(number)),
        _ => None,
    }));
    let added = bundle.add_function("JOSA", |args, _| match args {
        [word, FluentValue::String(pair)] => match word {
            FluentValue::String(word) => josa::particle(word, pair).to_owned().into(),
            FluentValue::Number(number) => josa::particle(&number.as_string(), pair).to_owned().into(),
            _ => FluentValue::Error,
        },
        _ => FluentValue::Error,
    });
    if let Err(problem) = added {
        log::error!("JOSA: {problem}");
    }
    bundle
}

fn with_separators(number: &FluentNumber) -> String {
    format::separate_thousands(&number.as_string())
}
