//! Secrets are shown as `***`: in the lines of steps, and where an answer holds a key that only its owner may see.

use serde_json::Value;

use crate::lex::Word;

/// What stands in a secret's place.
pub const HIDDEN: &str = "***";

/// Options whose values are secrets.
fn is_secret_option(name: &str) -> bool {
    // `aws configure set profile.x.aws_secret_access_key …` has no dashes
    let setting = name.rsplit('.').next().unwrap_or(name);
    name.ends_with("password")
        || name.ends_with("sse-customer-key")
        || matches!(setting, "aws_secret_access_key" | "aws_session_token")
        || matches!(name, "--secret-string" | "--secret-binary" | "--auth-token" | "--sse-c-key" | "--sse-c-copy-source-key")
}

/// The line with the values of secret options hidden.
pub fn hide_in_line(line: &str, words: &[Word]) -> String {
    let may_hide = |word: &Word| is_secret_option(&word.text) || word.text.split_once('=').is_some_and(|(name, _)| is_secret_option(name));
    if !words.iter().any(may_hide) {
        return line.trim().to_owned();
    }
    let mut hidden = String::with_capacity(line.len());
    let mut copied = 0;
    let mut hide = |from: usize, to: usize| {
        // Words out of one variable share their place in the line.
        let (from, to) = (from.max(copied), to.max(copied));
        hidden.push_str(&line[copied..from]);
        hidden.push_str(HIDDEN);
        copied = to;
    };
    for (i, word) in words.iter().enumerate() {
        if is_secret_option(&word.text) {
            if let Some(value) = words.get(i + 1) {
                hide(value.span.start.max(word.span.end), value.span.end);
            }
        } else if let Some((name, _)) = word.text.split_once('=')
            && is_secret_option(name)
            && line[word.span.clone()].starts_with(name)
        {
            hide(word.span.start + name.len() + 1, word.span.end);
        }
    }
    hidden.push_str(&line[copied..]);
    hidden.trim().to_owned()
}

/// Members that hold secrets of callers; nothing here could use them.
const SECRET_MEMBERS: &[&str] = &["SecretAccessKey", "SessionToken"];

/// Hides secrets in an answer of the services that give out keys.
pub fn hide_in_answer(service: &str, answer: &mut Value) {
    if matches!(service, "iam" | "sts") {
        hide(answer);
    }
}

fn hide(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for (key, value) in map.iter_mut() {
                if SECRET_MEMBERS.contains(&key.as_str()) { *value = Value::from(HIDDEN) } else { hide(value) }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(hide),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::lex::{Line, Vars, lex};

    #[test]
    fn secrets_of_a_line_are_hidden() {
        for (line, want) in [
            (" aws rds x --master-user-password 'p w' --b c ", "aws rds x --master-user-password *** --b c"),
            ("aws rds x --master-user-password=pw", "aws rds x --master-user-password=***"),
            ("P=$(aws x --secret-string \"a\")", "P=$(aws x --secret-string ***)"),
            ("aws s3api get-object --key password", "aws s3api get-object --key password"),
            ("aws x --master-user-password", "aws x --master-user-password"),
            ("aws configure set aws_secret_access_key s3cret --profile kim", "aws configure set aws_secret_access_key *** --profile kim"),
            ("aws x --a-password=x$V", "aws x --a-password=******"),
        ] {
            let words = match lex(line, &Vars::from([("V".to_owned(), "1 --a-password=2".to_owned())])) {
                Ok(Line::Command(words) | Line::Assign { command: words, .. }) => words,
                other => panic!("{other:?}"),
            };
            assert_eq!(hide_in_line(line, &words), want);
        }
    }

    #[test]
    fn secrets_of_an_answer_are_hidden() {
        let mut answer = json!({ "AccessKey": { "AccessKeyId": "AKIA", "SecretAccessKey": "s" } });
        hide_in_answer("iam", &mut answer);
        assert_eq!(answer["AccessKey"], json!({ "AccessKeyId": "AKIA", "SecretAccessKey": "***" }));
    }
}
