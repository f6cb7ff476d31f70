//! `--exclude` and `--include`: Python's file name patterns (`*`, `?`, `[a-z]`), where `*` crosses slashes.

/// True if a path relative to the source passes the filters: the last one that fits decides.
pub(super) fn passes(filters: &[(bool, String)], path: &str) -> bool {
    filters.iter().rev().find(|(_, pattern)| fits(pattern, path)).is_none_or(|(include, _)| *include)
}

/// Does the whole text fit the pattern? Linear in both but for stars, of which only the last one is tried again.
pub(super) fn fits(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    let (mut p, mut t) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        let step = match pattern.get(p) {
            Some('*') => {
                star = Some((p, t));
                p += 1;
                continue;
            }
            Some('?') => Some(p + 1),
            Some('[') => class(&pattern, p, text[t]),
            Some(c) => (*c == text[t]).then_some(p + 1),
            None => None,
        };
        match (step, star) {
            (Some(next), _) => (p, t) = (next, t + 1),
            (None, Some((at, from))) => {
                (p, t) = (at + 1, from + 1);
                star = Some((at, from + 1));
            }
            (None, None) => return false,
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}

/// `[abc]`, `[a-z]`, `[!a]` at `p`: where the pattern goes on if the character is in it. A lone `[` is itself.
fn class(pattern: &[char], p: usize, c: char) -> Option<usize> {
    let negated = pattern.get(p + 1) == Some(&'!');
    let first = p + 1 + usize::from(negated);
    // A `]` right at the beginning belongs to the class.
    let Some(end) = (first + 1..pattern.len()).find(|at| pattern[*at] == ']') else { return (c == '[').then_some(p + 1) };
    let (mut at, mut found) = (first, false);
    while at < end {
        if at + 2 < end && pattern[at + 1] == '-' {
            found |= (pattern[at]..=pattern[at + 2]).contains(&c);
            at += 3;
        } else {
            found |= pattern[at] == c;
            at += 1;
        }
    }
    (found != negated).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn patterns_fit_as_pythons_do() {
        for (pattern, text) in [
            ("*", "a/b"),
            ("*.txt", "x/a.txt"),
            ("a?c", "abc"),
            ("[a-c]x", "bx"),
            ("[!a]x", "bx"),
            ("[]]", "]"),
            ("[", "["),
            ("**b*", "ab"),
            ("", ""),
        ] {
            assert!(fits(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in [("*.txt", "a.txt.gz"), ("a?c", "ac"), ("[a-c]x", "dx"), ("[!b]x", "bx"), ("a", ""), ("", "a")] {
            assert!(!fits(pattern, text), "{pattern} {text}");
        }
    }

    #[test]
    fn the_last_filter_that_fits_decides() {
        let filters = [(false, "*".to_owned()), (true, "*.txt".to_owned())];
        assert!(passes(&filters, "a.txt") && !passes(&filters, "a.png") && passes(&[], "a"));
    }

    proptest! {
        #[test]
        fn no_pattern_panics(pattern in "[\\[\\]!*?a-c-]{0,12}", text in "[a-c\\[\\]-]{0,12}") {
            let _ = fits(&pattern, &text);
        }
    }
}
