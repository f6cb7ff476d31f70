//! The files of the repository as text, read once; and a complaint about one line of one of them.

use std::{fmt, fs, path::Path, sync::OnceLock};

use super::code;

/// Files that hold text, by the end of their name; files without a dot are text as well.
const TEXT: &[&str] = &["rs", "toml", "md", "ftl", "ron", "txt", "sh", "py", "json", "jsonl", "yaml", "yml", "svg", "lock"];

/// Hidden folders and files that belong to the repository; all other hidden ones belong to somebody's editor.
const HIDDEN: &[&str] = &[".ci", ".cargo", ".config", ".gitignore", ".gitattributes"];

/// What a build or a fuzzer leaves behind.
const LEFT_BEHIND: &[&str] = &["target", "artifacts", "corpus", "coverage", "mutants.out"];

/// A file with its path from the top of the repository, `/` between folders. Fonts and pictures have no text.
pub(super) struct File {
    pub path: String,
    pub text: String,
    /// Rust only: the text without comments and the contents of strings, line for line.
    pub code: String,
    /// Rust only: `code` without what is compiled for tests alone.
    pub shipped: String,
}

impl File {
    fn new(path: &str, text: &str) -> Self {
        let rust = is_rust(path);
        let code = if rust { code::bare(text) } else { String::new() };
        let shipped = if rust && !is_test(path) { code::without_tests(&code) } else { String::new() };
        Self { path: path.to_owned(), text: text.to_owned(), code, shipped }
    }

    /// The lines of a text with their numbers, counted from 1.
    pub fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
        text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// A complaint about one of its lines.
    pub fn complaint(&self, line: usize, what: impl Into<String>) -> Complaint {
        Complaint { path: self.path.clone(), line, what: what.into() }
    }
}

fn is_rust(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|end| end == "rs")
}

/// True for files that are compiled for tests alone.
fn is_test(path: &str) -> bool {
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    matches!(name, "tests.rs" | "testing.rs") || name.ends_with("_tests.rs") || folders.split('/').any(|folder| folder == "tests")
}

/// Every file of a repository.
pub(super) struct Tree {
    pub files: Vec<File>,
}

impl Tree {
    /// This repository.
    pub fn here() -> &'static Self {
        static HERE: OnceLock<Tree> = OnceLock::new();
        HERE.get_or_init(|| {
            let mut files = Vec::new();
            read(Path::new(env!("CARGO_MANIFEST_DIR")), "", &mut files);
            files.sort_by(|a, b| a.path.cmp(&b.path));
            Self { files }
        })
    }

    /// A small made-up one.
    pub fn of(files: &[(&str, &str)]) -> Self {
        Self { files: files.iter().map(|(path, text)| File::new(path, text)).collect() }
    }

    /// Files of Rust.
    pub fn rust(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| is_rust(&file.path))
    }

    /// Files of Rust below a folder such as `src/`.
    pub fn rust_below(&self, folder: &str) -> impl Iterator<Item = &File> {
        self.rust().filter(move |file| file.path.starts_with(folder))
    }

    /// The file of that path.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Asks every file.
    pub fn each(&self, ask: impl Fn(&File) -> Vec<Complaint>) -> Vec<Complaint> {
        self.files.iter().flat_map(ask).collect()
    }
}

fn read(folder: &Path, prefix: &str, files: &mut Vec<File>) {
    for entry in fs::read_dir(folder).expect("the repository is readable") {
        let entry = entry.expect("the repository is readable");
        let name = entry.file_name().to_string_lossy().into_owned();
        let hidden = name.starts_with('.') && !HIDDEN.contains(&name.as_str());
        let path = format!("{prefix}{name}");
        if entry.path().is_dir() {
            if !hidden && !LEFT_BEHIND.contains(&name.as_str()) {
                read(&entry.path(), &format!("{path}/"), files);
            }
        } else if !hidden {
            let is_text = name.rsplit_once('.').is_none_or(|(stem, end)| stem.is_empty() || TEXT.contains(&end));
            let text = if is_text { fs::read_to_string(entry.path()).unwrap_or_default() } else { String::new() };
            files.push(File::new(&path, &text));
        }
    }
}

/// Something to mend.
#[derive(Clone)]
pub(super) struct Complaint {
    path: String,
    line: usize,
    what: String,
}

impl Complaint {
    /// Where: `file:line`.
    pub fn place(&self) -> String {
        format!("{}:{}", self.path, self.line)
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}
