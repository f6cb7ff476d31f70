//! English made 40 % longer, so that layout tests find the labels that have no room to grow; it is not a language to read.

/// How much longer each word gets: room that translations often need.
const LONGER_BY_PERCENT: usize = 40;

/// The same text, each word lengthened with a letter that also shows whether accents fit the line.
pub(super) fn lengthen(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut letters = 0;
    for c in text.chars() {
        if c.is_alphanumeric() {
            letters += 1;
        } else {
            pad(&mut out, letters);
            letters = 0;
        }
        out.push(c);
    }
    pad(&mut out, letters);
    out
}

fn pad(out: &mut String, letters: usize) {
    out.extend(std::iter::repeat_n('é', (letters * LONGER_BY_PERCENT).div_ceil(100)));
}

#[cfg(test)]
mod tests {
    use super::lengthen;

    #[test]
    fn every_word_is_at_least_two_fifths_longer() {
        assert_eq!(lengthen("Reset"), "Resetéé");
        assert_eq!(lengthen("2 of 6"), "2é ofé 6é");
    }
}
