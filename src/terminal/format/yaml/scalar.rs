//! A string in YAML: plain where that reads back as the same string, otherwise quoted; folded after 80 columns.

mod plain;

/// Where lines fold.
const WIDTH: usize = 80;

/// How a string is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    Plain,
    SingleQuoted,
    DoubleQuoted,
}

/// Columns already used on the last line.
pub(super) fn column_of(out: &str) -> usize {
    out.rsplit('\n').next().unwrap_or_default().chars().count()
}

/// Starts a new line at `indent`.
pub(super) fn indent_line(indent: usize, out: &mut String) {
    out.push('\n');
    out.push_str(&" ".repeat(indent));
}

/// Writes a string; one that may fold goes on at `fold`.
pub(super) fn write(text: &str, fold: Option<usize>, out: &mut String) -> Style {
    let style = style(text);
    match style {
        Style::Plain => folded(text, fold, out),
        Style::SingleQuoted => single_quoted(text, fold, out),
        Style::DoubleQuoted => double_quoted(text, fold, out),
    }
    style
}

/// What ends a line in YAML.
pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What libyaml prints as it is; beyond the basic plane, and for tabs, it escapes.
fn is_printable(c: char) -> bool {
    matches!(c, '\n' | ' '..='~' | '\u{a0}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}')
}

fn style(text: &str) -> Style {
    let chars: Vec<char> = text.chars().collect();
    let pairs = || chars.windows(2).map(|pair| (pair[0], pair[1]));
    let breaks = chars.iter().any(|&c| is_break(c));
    if chars.iter().any(|&c| !is_printable(c)) || pairs().any(|(a, b)| is_break(a) && b == ' ' || a == ' ' && is_break(b)) {
        return Style::DoubleQuoted;
    }
    if breaks || text.starts_with(' ') || text.ends_with(' ') || has_indicator(text, &chars) || !plain::reads_as_string(text) {
        return Style::SingleQuoted;
    }
    Style::Plain
}

/// Whether something in the text would mean something in YAML.
fn has_indicator(text: &str, chars: &[char]) -> bool {
    let blank = |i: usize| chars.get(i).is_none_or(|c| *c == ' ');
    let first = match chars.first() {
        Some('#' | ',' | '[' | ']' | '{' | '}' | '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%' | '@' | '`') => true,
        Some('-' | '?' | ':') => blank(1),
        _ => false,
    };
    let inside = (1..chars.len()).any(|i| chars[i] == ':' && blank(i + 1) || chars[i] == '#' && chars[i - 1] == ' ');
    first || inside || text.starts_with("---") || text.starts_with("...")
}

/// Writes text, starting a new line instead of a lone space beyond [`WIDTH`].
fn folded(text: &str, fold: Option<usize>, out: &mut String) {
    let mut column = column_of(out);
    let chars: Vec<char> = text.chars().collect();
    for (i, &c) in chars.iter().enumerate() {
        let lone = c == ' ' && i > 0 && chars[i - 1] != ' ' && chars.get(i + 1).is_some_and(|next| *next != ' ');
        match fold {
            Some(indent) if lone && column > WIDTH => {
                indent_line(indent, out);
                column = indent;
            }
            _ => {
                out.push(c);
                column += 1;
            }
        }
    }
}

/// Quotes doubled; a line break in the text is an empty line.
fn single_quoted(text: &str, fold: Option<usize>, out: &mut String) {
    out.push('\'');
    let indent = fold.unwrap_or_default();
    let text = text.replace('\'', "''");
    let mut after_break = false;
    for line in text.split_inclusive(is_break) {
        let words = line.trim_end_matches(is_break);
        if after_break && !words.is_empty() {
            out.push_str(&" ".repeat(indent));
        }
        folded(words, fold, out);
        if let Some(end) = line.chars().last().filter(|&c| is_break(c)) {
            if end == '\n' && !(after_break && words.is_empty()) {
                out.push('\n');
            }
            out.push(end);
            after_break = true;
        }
    }
    if text.ends_with(is_break) {
        out.push_str(&" ".repeat(indent));
    }
    out.push('\'');
}

fn double_quoted(text: &str, fold: Option<usize>, out: &mut String) {
    out.push('"');
    let mut column = column_of(out);
    let chars: Vec<char> = text.chars().collect();
    let mut after_space = false;
    for (i, &c) in chars.iter().enumerate() {
        let next = chars.get(i + 1);
        let folds = c == ' ' && !after_space && column > WIDTH && i > 0 && next.is_some();
        after_space = c == ' ';
        if let (true, Some(indent)) = (folds, fold) {
            indent_line(indent, out);
            column = indent;
            if next == Some(&' ') {
                out.push('\\');
                column += 1;
            }
            continue;
        }
        let written = out.len();
        escaped(c, out);
        column += out[written..].chars().count();
    }
    out.push('"');
}

fn escaped(c: char, out: &mut String) {
    let short = match c {
        '\0' => '0',
        '\u{7}' => 'a',
        '\u{8}' => 'b',
        '\t' => 't',
        '\n' => 'n',
        '\u{b}' => 'v',
        '\u{c}' => 'f',
        '\r' => 'r',
        '\u{1b}' => 'e',
        '"' | '\\' => c,
        '\u{85}' => 'N',
        '\u{2028}' => 'L',
        '\u{2029}' => 'P',
        c if is_printable(c) => return out.push(c),
        c => {
            let code = u32::from(c);
            let hex = match code {
                0..=0xff => format!("\\x{code:02X}"),
                0x100..=0xffff => format!("\\u{code:04X}"),
                _ => format!("\\U{code:08X}"),
            };
            return out.push_str(&hex);
        }
    };
    out.extend(['\\', short]);
}
