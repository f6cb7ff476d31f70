//! Text with wildcards and policy variables, as it stands in Action, Resource and condition values. It knows no ARNs' meaning.

use super::context::Keys;

/// How text is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// `*` and `?` are wildcards.
    pub wildcards: bool,
    /// `${…}` are variables; of an ARN only after its fifth colon.
    pub variables: Variables,
}

/// Where variables are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variables {
    /// Nowhere: `${…}` is text (policies of version 2008-10-17).
    Nowhere,
    /// Everywhere.
    Everywhere,
    /// In the last part of an ARN.
    AfterFifthColon,
}

/// A pattern, ready to be matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Atom(Atom),
    /// A variable with its default.
    Variable {
        key: String,
        default: Option<String>,
    },
}

/// One character of a pattern once variables are filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Atom {
    /// This character.
    Char(char),
    /// Any one character.
    One,
    /// Any characters, or none.
    Many,
}

impl Pattern {
    /// Reads a pattern.
    pub fn read(text: &str, reading: Reading) -> Self {
        let mut pieces = Vec::with_capacity(text.len());
        let (mut rest, mut n_colons) = (text, 0);
        while let Some(next) = rest.chars().next() {
            let looks = match reading.variables {
                Variables::Nowhere => false,
                Variables::Everywhere => true,
                Variables::AfterFifthColon => n_colons >= 5,
            };
            if looks && let Some((piece, after)) = variable(rest) {
                pieces.push(piece);
                rest = after;
                continue;
            }
            n_colons += usize::from(next == ':');
            pieces.push(Piece::Atom(match next {
                '*' if reading.wildcards => Atom::Many,
                '?' if reading.wildcards => Atom::One,
                other => Atom::Char(other),
            }));
            rest = &rest[next.len_utf8()..];
        }
        Self { pieces }
    }

    /// True for a single `*`.
    pub fn is_anything(&self) -> bool {
        self.pieces == [Piece::Atom(Atom::Many)]
    }

    /// The pattern with its variables filled in; `None` if one has no value, for then it matches nothing. What a variable stands
    /// for is text, wildcards or not.
    pub fn filled(&self, context: &dyn Keys) -> Option<Vec<Atom>> {
        let mut atoms = Vec::with_capacity(self.pieces.len());
        for piece in &self.pieces {
            match piece {
                Piece::Atom(atom) => atoms.push(*atom),
                Piece::Variable { key, default } => match (context.single(key), default) {
                    (Some(value), _) => atoms.extend(value.chars().map(Atom::Char)),
                    (None, Some(default)) => atoms.extend(default.chars().map(Atom::Char)),
                    (None, None) => return None,
                },
            }
        }
        Some(atoms)
    }

    /// The keys of its variables.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| if let Piece::Variable { key, .. } = piece { Some(key.as_str()) } else { None })
    }

    /// True if the text matches.
    pub fn matches(&self, text: &str, context: &dyn Keys) -> bool {
        self.is_anything() || self.filled(context).is_some_and(|atoms| matches(&atoms, text, false))
    }

    /// True if the text matches in whatever case, without variables.
    pub fn matches_in_any_case(&self, text: &str) -> bool {
        let atoms: Option<Vec<Atom>> =
            self.pieces.iter().map(|piece| if let Piece::Atom(atom) = piece { Some(*atom) } else { None }).collect();
        self.is_anything() || atoms.is_some_and(|atoms| matches(&atoms, text, true))
    }
}

/// `${key}`, `${key, 'default'}`, or one of the literals `${*}`, `${?}`, `${$}`, and what follows.
fn variable(text: &str) -> Option<(Piece, &str)> {
    let inside = text.strip_prefix("${")?;
    let (name, after) = inside.split_once('}')?;
    if let "*" | "?" | "$" = name {
        let literal = name.chars().next()?;
        return Some((Piece::Atom(Atom::Char(literal)), after));
    }
    let (key, default) = match name.split_once(',') {
        Some((key, default)) => (key, Some(default.trim().strip_prefix('\'')?.strip_suffix('\'')?.to_owned())),
        None => (name, None),
    };
    let key = key.trim();
    if key.is_empty() { None } else { Some((Piece::Variable { key: key.to_owned(), default }, after)) }
}

/// True if the whole text matches: the usual two fingers, going back to the last `*` on a mismatch.
pub fn matches(atoms: &[Atom], text: &str, any_case: bool) -> bool {
    let same = |a: char, b: char| a == b || (any_case && a.to_lowercase().eq(b.to_lowercase()));
    let (mut at, mut rest) = (0, text.chars());
    let mut last_many: Option<(usize, std::str::Chars<'_>)> = None;
    loop {
        let here = rest.clone().next();
        match (atoms.get(at), here) {
            (Some(Atom::Many), _) => {
                last_many = Some((at, rest.clone()));
                at += 1;
            }
            (Some(Atom::One), Some(_)) => {
                at += 1;
                rest.next();
            }
            (Some(Atom::Char(wanted)), Some(have)) if same(*wanted, have) => {
                at += 1;
                rest.next();
            }
            (None, None) => return true,
            _ => {
                let Some((many, from)) = &mut last_many else { return false };
                if from.next().is_none() {
                    return false;
                }
                (at, rest) = (*many + 1, from.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::context::Context, *};

    const ARN: Reading = Reading { wildcards: true, variables: Variables::AfterFifthColon };
    const LIKE: Reading = Reading { wildcards: true, variables: Variables::Everywhere };

    fn kim() -> Context<'static> {
        Context::of([("aws:username", "kim"), ("aws:PrincipalTag/glob", "*")])
    }

    #[test]
    fn a_star_stands_for_any_text_and_a_question_mark_for_one_character() {
        let table = [
            ("*", "", true),
            ("a*", "a", true),
            ("a*c*e", "abcde", true),
            ("a*c*e", "abcd", false),
            ("a?c", "abc", true),
            ("a?c", "ac", false),
            ("*b*b*b", "bbb", true),
            ("home/*", "home/kim/a/b", true),
            ("가?", "가나", true),
        ];
        for (pattern, text, expected) in table {
            assert_eq!(Pattern::read(pattern, LIKE).matches(text, &kim()), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn a_variable_is_its_value_and_its_wildcards_are_text() {
        let table = [
            ("home/${aws:username}/*", "home/kim/x", true),
            ("home/${aws:username}/*", "home/lee/x", false),
            ("home/${AWS:UserName}/*", "home/kim/x", true),
            ("${aws:PrincipalTag/glob}", "anything", false),
            ("${aws:PrincipalTag/glob}", "*", true),
            ("${*}${?}${$}", "*?$", true),
            ("${*}", "x", false),
            ("${aws:PrincipalTag/team, 'all'}", "all", true),
            ("${aws:PrincipalTag/team}", "all", false),
            ("${aws:PrincipalTag/team}*", "all", false),
            ("${unclosed", "${unclosed", true),
        ];
        for (pattern, text, expected) in table {
            assert_eq!(Pattern::read(pattern, LIKE).matches(text, &kim()), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn in_an_arn_variables_stand_after_the_fifth_colon_only() {
        assert!(Pattern::read("arn:aws:s3:::b/${aws:username}", ARN).matches("arn:aws:s3:::b/kim", &kim()));
        assert!(!Pattern::read("arn:aws:iam::${aws:username}:user/x", ARN).matches("arn:aws:iam::kim:user/x", &kim()));
    }

    #[test]
    fn in_the_old_version_a_variable_is_text() {
        let old = Reading { wildcards: true, variables: Variables::Nowhere };
        assert!(!Pattern::read("home/${aws:username}", old).matches("home/kim", &kim()));
        assert!(Pattern::read("home/${aws:username}", old).matches("home/${aws:username}", &kim()));
    }

    #[test]
    fn many_stars_end_in_reasonable_time() {
        let pattern = Pattern::read(&"*a".repeat(500), LIKE);
        assert!(!pattern.matches(&"a".repeat(499), &kim()));
    }
}
