//! Whether a bare word reads back as a string rather than as a number, a boolean, a null or a date (YAML 1.2).

/// True if nothing but a string can be meant.
pub(super) fn reads_as_string(text: &str) -> bool {
    let word = matches!(text, "" | "~" | "null" | "Null" | "NULL" | "true" | "True" | "TRUE" | "false" | "False" | "FALSE" | "<<" | "=");
    !(word || is_whole(text) || is_fraction(text) || is_timestamp(text))
}

/// What is left to match of a text.
#[derive(Clone, Copy)]
struct Rest<'a>(&'a str);

impl Rest<'_> {
    /// Steps over between `least` and `most` characters that are `wanted`; false if there are fewer.
    fn take(&mut self, least: usize, most: usize, wanted: impl Fn(char) -> bool) -> bool {
        let n = self.0.chars().take(most).take_while(|&c| wanted(c)).map(char::len_utf8).sum();
        self.0 = &self.0[n..];
        n >= least
    }

    fn optional(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        self.take(1, 1, wanted)
    }

    fn digits(&mut self, least: usize, most: usize) -> bool {
        self.take(least, most, |c| c.is_ascii_digit())
    }

    fn one(&mut self, wanted: char) -> bool {
        self.take(1, 1, |c| c == wanted)
    }

    fn ended(&self) -> bool {
        self.0.is_empty()
    }
}

fn unsigned(text: &str) -> &str {
    text.strip_prefix(['-', '+']).unwrap_or(text)
}

fn is_whole(text: &str) -> bool {
    let all = |digits: &str, wanted: fn(char) -> bool| !digits.is_empty() && digits.chars().all(|c| c == '_' || wanted(c));
    let Some('-' | '+' | '0'..='9') = text.chars().next() else { return false };
    let text = unsigned(text);
    let based = |prefix: &str, wanted| text.strip_prefix(prefix).is_some_and(|digits| all(digits, wanted));
    all(text, |c| c.is_ascii_digit())
        || based("0b", |c| matches!(c, '0' | '1'))
        || based("0o", |c| matches!(c, '0'..='7'))
        || based("0x", |c| c.is_ascii_hexdigit())
}

fn is_fraction(text: &str) -> bool {
    let digits = |c: char| c.is_ascii_digit() || c == '_';
    let mut rest = Rest(unsigned(text));
    if matches!(rest.0, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    let whole = rest.digits(1, 1);
    if whole {
        rest.take(0, usize::MAX, digits);
    }
    let dot = rest.one('.');
    let decimals = dot && rest.take(1, usize::MAX, digits);
    if !(decimals || whole) {
        return false;
    }
    if rest.ended() {
        return dot;
    }
    // Without a whole part, an exponent needs its sign.
    rest.optional(|c| matches!(c, 'e' | 'E'))
        && (rest.optional(|c| matches!(c, '-' | '+')) || whole)
        && rest.digits(1, usize::MAX)
        && rest.ended()
}

fn is_timestamp(text: &str) -> bool {
    let mut rest = Rest(text);
    if !(rest.digits(4, 4) && rest.one('-')) {
        return false;
    }
    let mut date = rest;
    if date.digits(2, 2) && date.one('-') && date.digits(2, 2) && date.ended() {
        return true;
    }
    let day = rest.digits(1, 2) && rest.one('-') && rest.digits(1, 2);
    let blank = |c: char| matches!(c, ' ' | '\t');
    let gap = rest.optional(|c| matches!(c, 'T' | 't')) || rest.take(1, usize::MAX, blank);
    let time = rest.digits(1, 2) && rest.one(':') && rest.digits(2, 2) && rest.one(':') && rest.digits(2, 2);
    if !(day && gap && time) {
        return false;
    }
    if rest.one('.') {
        rest.digits(0, usize::MAX);
    }
    if rest.ended() {
        return true;
    }
    rest.take(0, usize::MAX, blank);
    let offset = |mut rest: Rest<'_>| {
        rest.optional(|c| matches!(c, '-' | '+')) && rest.digits(1, 2) && (!rest.one(':') || rest.digits(2, 2)) && rest.ended()
    };
    rest.0 == "Z" || offset(rest)
}
