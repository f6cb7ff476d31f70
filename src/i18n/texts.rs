//! The texts of one lab: they come with it, from `locales/<lang>/labs` or from beside its `lab.ron`, and their keys are its own.

use std::{collections::BTreeSet, fmt};

use fluent::FluentResource;
use fluent_syntax::ast::Entry;

use super::{Arg, Lang, bundle, pseudo};

/// See the module.
pub struct Texts {
    bundle: bundle::Bundle,
    keys: BTreeSet<String>,
    lang: Lang,
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts").field("lang", &self.lang).field("keys", &self.keys).finish_non_exhaustive()
    }
}

impl Texts {
    /// Reads the text of a file. A broken entry is left out; whoever checks labs tells of it.
    pub fn read(lang: Lang, text: &str) -> Self {
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(parsed, _)| parsed);
        let is_message = |entry: &Entry<&str>| match entry {
            Entry::Message(message) => message.value.as_ref().map(|_| message.id.name.to_owned()),
            _ => None,
        };
        let keys = resource.entries().filter_map(is_message).collect();
        let mut bundle = bundle::empty(lang);
        if let Err(problems) = bundle.add_resource(resource) {
            log::warn!("texts of a lab in {}: {problems:?}", lang.code());
        }
        Self { bundle, keys, lang }
    }

    /// The text of `key`, if there is one.
    pub fn get(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let text = bundle::text_of(&self.bundle, key, args)?;
        Some(if self.lang == Lang::Pseudo { pseudo::lengthen(&text) } else { text })
    }

    /// The text of `key`; a missing one shows as `[[key]]`, since its author is the one who looks.
    pub fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.get(key, args).unwrap_or_else(|| format!("[[{key}]]"))
    }

    /// The keys that have a text.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(String::as_str)
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }
}

/// The packed texts of a lab, with their path.
pub fn lab_text(lang: Lang, lab: &str) -> Option<(String, String)> {
    let path = format!("labs/{lab}.ftl");
    let text = bundle::file(lang, &path)?;
    Some((format!("locales/{}/{path}", lang.code()), text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lab_has_texts_of_its_own_with_particles_and_separators() {
        let texts = Texts::read(Lang::Ko, "title = { $bucket }{ JOSA($bucket, \"을/를\") } { $n }번\nbroken = {");
        let args = [("bucket", "logs-417".into()), ("n", 13_800.into())];
        assert_eq!(texts.get("title", &args).as_deref(), Some("logs-417을 13,800번"));
        assert_eq!(texts.text("none", &[]), "[[none]]");
        assert_eq!(texts.keys().collect::<Vec<_>>(), ["title"]);
    }
}
