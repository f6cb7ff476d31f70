//! A pack: the files of a lab as text, wherever they came from. It touches no disk; `storage` reads folders.

use std::collections::BTreeMap;

use skylab_terminal::files::MemoryFiles;

/// Where a pack comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// Packed into the program; its texts are in `locales`.
    #[default]
    Embedded,
    /// A folder of this name.
    Folder(String),
}

/// The files of a lab.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pack {
    /// Where it comes from.
    pub source: Source,
    /// By path within the pack, with `/`.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The texts for people by language code: path, as complaints name it, and content.
    pub texts: BTreeMap<String, (String, String)>,
}

/// The file that makes a folder a lab.
pub const LAB: &str = "lab.ron";
/// What is in this folder of a pack lies before the learner: `files/rules.json` is `rules.json` for commands.
const FILES: &str = "files/";

impl Pack {
    /// A pack of these files. Files such as `ko.ftl` are its texts.
    pub fn new(source: Source, files: BTreeMap<String, Vec<u8>>) -> Self {
        let is_text = |path: &str| path.strip_suffix(".ftl").is_some_and(|code| code.len() == 2);
        let (texts, files) = files.into_iter().partition::<BTreeMap<_, _>, _>(|(path, _)| is_text(path));
        let texts = texts.into_iter().map(|(path, bytes)| {
            let code = path.trim_end_matches(".ftl").to_owned();
            (code, (path, String::from_utf8_lossy(&bytes).into_owned()))
        });
        Self { source, files, texts: texts.collect() }
    }

    /// … with a text that lies elsewhere.
    #[must_use]
    pub fn with_text(mut self, lang: &str, path: &str, text: &str) -> Self {
        self.texts.insert(lang.to_owned(), (path.to_owned(), text.to_owned()));
        self
    }

    /// A file as text; `None` if there is none, or it is none.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).and_then(|bytes| std::str::from_utf8(bytes).ok())
    }

    /// The files that lie before the learner.
    pub fn learner_files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().filter_map(|(path, bytes)| Some((path.strip_prefix(FILES)?, bytes.as_slice())))
    }

    /// What scripts of the proof may use: the learner's files, and those beside the scripts.
    pub fn script_files(&self) -> MemoryFiles {
        let own = self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        own.chain(self.learner_files()).fold(MemoryFiles::default(), |files, (path, bytes)| files.with(path, bytes))
    }
}
