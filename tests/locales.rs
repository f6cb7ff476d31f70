//! Both languages say the same things: same files, same keys, same arguments, no slips; whether a text is good is for a reader.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use skylab::i18n::{Arg, Lang, Texts, ftl_files, has, lab_text, tr};
use skylab::learn::course::{Course, Section, dashed};

/// Slips of the course notes that are always wrong, from column 3 of the glossary.
const SLIPS: &[&str] = &[
    "아키텍쳐",
    "엑세스",
    "스트로지",
    "블럭",
    "접두부",
    "버전관리",
    "메세지",
    "임계치",
    "버저닝",
    "컨버젼",
    "탬플릿",
    "쓰로틀링",
    "페일오버",
    "로케이션",
    "테이브",
    "관게형",
    "증설",
    "디코딩",
    "사설 IP",
    "시큐리티",
    "람다 함수",
    "레이저 로딩",
    "부실 데이터",
    "보안그룹",
    "로드밸런서",
    "파일시스템",
    "마이크로 서비스",
    "Amamzon",
    "CloudeWatch",
    "DynanmoDB",
    "Galcier",
    "Infrquent",
    "Strogae",
    "Mirgration",
    "LifeCycle",
];

/// The glossary's term for an edge location holds a word that is a slip wherever else it stands.
const EDGE_LOCATION: &str = "엣지 로케이션";

/// What style forbids in either language: raw Markdown bold, undecided particles, exclamation marks.
const FORBIDDEN_MARKS: &[&str] = &["**", "은(는)", "을(를)", "이(가)", "(으)로", "!", "합니다", "하십시오", "해 주세요"];

type Keys = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_language_has_the_same_files_keys_and_arguments() {
    let [korean, english] = Lang::ALL.map(entries);
    assert_eq!(korean.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>(), "files");
    for (file, keys) in &korean {
        for (key, args) in keys {
            let other = english[file].get(key).unwrap_or_else(|| panic!("{file}: `{key}` has no English text"));
            assert_eq!(args, other, "{file}: arguments of `{key}`");
        }
        for key in english[file].keys() {
            assert!(keys.contains_key(key), "{file}: `{key}` has no Korean text");
        }
    }
}

#[test]
fn every_text_can_be_written_and_names_all_its_arguments() {
    for lang in [Lang::Ko, Lang::En, Lang::Pseudo] {
        let source = if lang == Lang::Pseudo { Lang::En } else { lang };
        for (file, key, args) in
            entries(source).into_iter().flat_map(|(file, keys)| keys.into_iter().map(move |(key, args)| (file.clone(), key, args)))
        {
            let args: Vec<(&str, Arg<'_>)> = args.iter().map(|name| (name.as_str(), "S3".into())).collect();
            let text = match of_lab(&file) {
                Some(lab) => lab_text(source, lab).map(|(_, text)| Texts::read(lang, &text).text(&key, &args)).unwrap_or_default(),
                None => tr(lang, &key, &args),
            };
            // what has no argument stays as it is written; other braces are the shorthand of commands
            let is_whole = !["[[", "{$", "{JOSA"].iter().any(|mark| text.contains(mark));
            assert!(is_whole && !text.trim().is_empty(), "{key}: {text}");
        }
    }
}

#[test]
fn no_text_has_a_slip_or_a_forbidden_mark() {
    for lang in Lang::ALL {
        for file in ftl_files(lang) {
            for line in file.text.lines().filter(|line| !line.starts_with('#')) {
                if let Some(bad) = slip(line) {
                    panic!("{}/{}: `{bad}` in: {line}", lang.code(), file.path);
                }
            }
        }
    }
}

#[test]
fn only_the_whole_term_for_an_edge_location_is_allowed() {
    assert_eq!(slip("가까운 엣지 로케이션에서 답해요."), None);
    for line in ["가까운 로케이션", "에지 로케이션", "엣지로케이션", "엣지 로케이션이 아닌 로케이션"] {
        assert_eq!(slip(line), Some("로케이션"), "{line}");
    }
}

/// The first slip or forbidden mark in a line.
fn slip(line: &str) -> Option<&'static str> {
    // Cut, not joined: what stands on both sides of the term must not make a word together.
    let line = line.replace(EDGE_LOCATION, "\n");
    SLIPS.iter().chain(FORBIDDEN_MARKS).copied().find(|bad| line.contains(bad))
}

#[test]
fn every_key_is_used_and_every_used_key_exists() {
    let sources: Vec<(PathBuf, String)> = rust_files(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")));
    let literals: BTreeSet<&str> = sources.iter().flat_map(|(_, text)| string_literals(text)).collect();
    // `format!("panel-{id}")` builds a whole family of keys.
    let families: Vec<&str> = literals.iter().filter_map(|text| text.split_once('{').map(|(start, _)| start)).collect();
    let composed = composed();
    // `skylab lab check` proves that those of labs are used
    let shared = entries(Lang::En).into_iter().filter(|(file, _)| of_lab(file).is_none());
    for key in shared.flat_map(|(_, keys)| keys).map(|(key, _)| key) {
        let built = families.iter().any(|start| start.len() > 3 && start.ends_with('-') && key.starts_with(start));
        assert!(literals.contains(key.as_str()) || built || composed.contains(&key), "`{key}` is used nowhere");
    }
    for (path, text) in &sources {
        for key in keys_asked_for(text) {
            assert!(has(Lang::En, key), "{}: there is no text `{key}`", path.display());
        }
    }
}

#[test]
fn every_screen_bench_section_and_question_has_all_its_texts() {
    for key in composed() {
        complete(&key);
    }
}

/// The keys that the lists of screens, benches and sections make up.
fn composed() -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = skylab::ui::panels::all().iter().map(|screen| format!("panel-{}", screen.panel.id())).collect();
    for bench in skylab::ui::benches::all() {
        let id = bench.id();
        keys.insert(format!("panel-{id}"));
        for (n, start) in bench.starts().iter().enumerate() {
            if bench.starts().len() > 1 {
                keys.insert(format!("{id}-start-{start}"));
            }
            for beat in bench.beats(n) {
                keys.insert(format!("{id}-beat-{}", beat.id));
                keys.insert(format!("{id}-note-{}", beat.id));
                keys.extend(beat.choices.iter().map(|choice| format!("{id}-predict-{}-{choice}", beat.id)));
            }
        }
    }
    for module in &Course::packed().modules {
        keys.insert(format!("module-{}", module.id));
        for group in &module.groups {
            keys.insert(format!("group-{}", dashed(&group.number)));
            group.sections.iter().for_each(|section| keys.extend(of_section(section)));
        }
    }
    keys
}

fn of_section(section: &Section) -> Vec<String> {
    let mut keys = vec![format!("section-{}", section.key())];
    for (n, question) in (1..).zip(&section.questions) {
        let key = format!("q-{}-{n}", section.key());
        keys.extend(question.options().flat_map(|option| [format!("{key}-{option}"), format!("{key}-{option}-why")]));
        keys.push(key);
    }
    keys
}

/// The lab that a file of texts belongs to.
fn of_lab(file: &str) -> Option<&str> {
    file.strip_prefix("labs/")?.strip_suffix(".ftl")
}

fn complete(key: &str) {
    assert!(Lang::ALL.iter().all(|lang| has(*lang, key)), "{key} is not in every language");
}

/// Each file's keys with their arguments; a file that does not parse fails here.
fn entries(lang: Lang) -> BTreeMap<String, Keys> {
    let read = |file: skylab::i18n::FtlFile| {
        let resource = fluent_syntax::parser::parse(file.text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}/{}: {errors:?}", lang.code(), file.path));
        let mut keys = Keys::new();
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let mut args = BTreeSet::new();
                for pattern in message.value.iter().chain(message.attributes.iter().map(|attribute| &attribute.value)) {
                    walk(pattern, &mut args);
                }
                let before = keys.insert(message.id.name.to_owned(), args);
                assert!(before.is_none(), "{}/{}: `{}` twice", lang.code(), file.path, message.id.name);
            }
        }
        (file.path, keys)
    };
    ftl_files(lang).into_iter().map(read).collect()
}

fn walk(pattern: &Pattern<&str>, args: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            walk_expression(expression, args);
        }
    }
}

fn walk_expression(expression: &Expression<&str>, args: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => walk_inline(inline, args),
        Expression::Select { selector, variants } => {
            walk_inline(selector, args);
            for variant in variants {
                walk(&variant.value, args);
            }
        }
    }
}

fn walk_inline(inline: &InlineExpression<&str>, args: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            args.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            for argument in positional {
                walk_inline(argument, args);
            }
        }
        InlineExpression::Placeable { expression } => walk_expression(expression, args),
        _ => {}
    }
}

/// Rooms that hold no translated text, whatever their strings look like.
const WITHOUT_TEXT: &[&str] = &["cloud", "raster", "terminal"];

fn rust_files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("src is readable") {
        let path = entry.expect("src is readable").path();
        if path.is_dir() && WITHOUT_TEXT.iter().any(|room| path.ends_with(room)) {
            continue;
        }
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).expect("sources are UTF-8");
            // Tests may ask for keys that do not exist.
            let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
            found.push((path, code));
        }
    }
    found
}

/// The plain string literals outside comments; good enough for keys, which hold no quotes.
fn string_literals(code: &str) -> Vec<&str> {
    code.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| line.split('"').skip(1).step_by(2)).collect()
}

/// The literals that stand directly in a call of `tr` or `tr_with`.
fn keys_asked_for(code: &str) -> Vec<&str> {
    let calls = code.match_indices("tr(").chain(code.match_indices("tr_with("));
    calls
        .filter(|(at, _)| !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        .filter_map(|(at, name)| {
            let inside = &code[at + name.len()..];
            let first = inside.split('"').nth(1)?;
            let before = inside.split('"').next()?;
            // Only `tr("key"` and `tr(lang, "key"`; a variable in its place is checked where it is written.
            (before.len() < 12 && !before.contains([')', '&', ';'])).then_some(first)
        })
        .filter(|key| !key.contains('{'))
        .collect()
}
