//! A lab with one thing spoilt is told of, with the place: each number, each text key, each script.

use std::sync::Arc;

use skylab::learn::lab::{self, Complaint, Lab, Mode, Pack, Player, Round};

use super::{folders, looked_over, pack, told};

/// The runs of digits of a text, by their first byte.
fn numbers(text: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        match found.last_mut() {
            Some((_, end)) if *end == at => *end = at + 1,
            _ => found.push((at, at + c.len_utf8())),
        }
    }
    found
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// Whether what was found points at a line of a file.
fn points_at(found: &[Complaint], file: &str, line: usize) -> bool {
    found.iter().any(|complaint| complaint.file == file && complaint.place.is_some_and(|place| place.line == line))
}

#[test]
fn each_spoilt_number_of_a_script_or_of_the_lab_is_told_with_its_line() {
    for folder in folders() {
        let whole = pack(&folder);
        let paths: Vec<String> = whole
            .files
            .keys()
            .filter(|path| std::path::Path::new(path).extension().is_some_and(|end| end == "sh") || *path == "lab.ron")
            .cloned()
            .collect();
        for path in paths {
            let text = whole.text(&path).unwrap().to_owned();
            for (start, end) in numbers(&text) {
                let number: u128 = text[start..end].parse().unwrap();
                let spoilt = format!("{}{}{}", &text[..start], number + 1, &text[end..]);
                let mut pack = whole.clone();
                pack.files.insert(path.clone(), spoilt.into_bytes());
                let found = looked_over(pack).expect_err(&format!("{path}: {number} + 1 is not told"));
                assert!(points_at(&found, &path, line_of(&text, start)), "{path}:{}: {}", line_of(&text, start), told(&found));
            }
        }
    }
}

#[test]
fn each_spoilt_text_key_is_told_with_its_line_and_its_name() {
    for folder in folders() {
        let whole = pack(&folder);
        for (lang, (path, text)) in &whole.texts {
            for (n, line) in text.lines().enumerate() {
                let Some((key, rest)) = line.split_once(" =").filter(|(key, _)| !key.is_empty() && !key.starts_with(['#', ' '])) else {
                    continue;
                };
                let spoilt = match numbers(key).last() {
                    Some((start, end)) => format!("{}{}{}", &key[..*start], key[*start..*end].parse::<u32>().unwrap() + 7, &key[*end..]),
                    None => format!("{key}x"),
                };
                let lines: Vec<String> =
                    text.lines().enumerate().map(|(m, it)| if m == n { format!("{spoilt} ={rest}") } else { it.to_owned() }).collect();
                let found = looked_over(whole.clone().with_text(lang, path, &lines.join("\n"))).expect_err(key);
                assert!(points_at(&found, path, n + 1) && told(&found).contains(key), "{path}: {key}: {}", told(&found));
            }
        }
    }
}

/// The lab with something in `lab.ron` replaced, its seal taken off: now the proof must tell.
fn changed(whole: &Pack, from: &str, to: &str) -> Arc<Lab> {
    let mut pack = whole.clone();
    pack.files.remove(lab::SEAL);
    let text = pack.text("lab.ron").unwrap().to_owned();
    assert!(text.contains(from), "{from}");
    pack.files.insert("lab.ron".to_owned(), text.replacen(from, to, 1).into_bytes());
    match looked_over(pack) {
        Ok(lab) => Arc::new(lab),
        Err(found) => panic!("{}", told(&found)),
    }
}

fn archive() -> Pack {
    let folder = folders().into_iter().find(|folder| folder.ends_with("archive-the-logs")).unwrap();
    pack(&folder)
}

/// What the proof says of one play of the archive after a change.
fn archive_says(from: &str, to: &str, player: Player) -> String {
    let lab = changed(&archive(), from, to);
    let run = Round::new(&lab, Mode::Walkthrough, 1).unwrap().run(player, false);
    told(&lab::judge(&lab, &[run]).complaints)
}

#[test]
fn a_budget_that_tells_nothing_apart_any_more_is_told() {
    let budget = |to: &str| (r#""budget": beside("gb", [8500])"#, format!(r#""budget": beside("gb", [{to}])"#));
    let (from, low) = budget("850");
    let said = archive_says(from, &low, Player::Reference(0));
    assert!(said.contains("does not meet `budget`") && said.contains("850.00"), "{said}");
    let (from, high) = budget("85000");
    let instant = 4;
    let said = archive_says(from, &high, Player::Decoy(instant));
    assert!(said.contains("passed everything"), "{said}");
}
