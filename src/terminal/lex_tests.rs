//! What the lexer makes of lines.

use proptest::prelude::*;

use super::*;

fn vars() -> Vars {
    [("B", "my bucket"), ("SUBNETS", "subnet-1\tsubnet-2"), ("EMPTY", "")].map(|(k, v)| (k.to_owned(), v.to_owned())).into()
}

fn words(line: &str) -> Vec<String> {
    match lex(line, &vars()).unwrap_or_else(|error| panic!("{line}: {error}")) {
        Line::Empty => Vec::new(),
        Line::Command(words) | Line::Assign { command: words, .. } => words.into_iter().map(|word| word.text).collect(),
    }
}

fn refusal(line: &str) -> LexError {
    lex(line, &vars()).expect_err(line)
}

#[test]
fn words_are_split_at_blanks_and_quotes_vanish() {
    for (line, want) in [
        ("aws s3 ls", &["aws", "s3", "ls"][..]),
        ("  a\t b  ", &["a", "b"]),
        ("a'b c'd", &["ab cd"]),
        (r#"a"b c"d"#, &["ab cd"]),
        ("'' \"\"", &["", ""]),
        (r"a\ b \\ \'", &["a b", "\\", "'"]),
        (r#""a\"b\\c\d\$e\`f""#, &[r#"a"b\c\d$e`f"#]),
        (r#"'a"b\c'"#, &[r#"a"b\c"#]),
        ("a \\\n b", &["a", "b"]),
        ("a\\\nb", &["ab"]),
        ("'a\nb'", &["a\nb"]),
        ("--query Vpcs[?a==*].b", &["--query", "Vpcs[?a==*].b"]),
        ("a=[{b=c,d=e}]", &["a=[{b=c,d=e}]"]),
        ("한글 '키 값'", &["한글", "키 값"]),
    ] {
        assert_eq!(words(line), want, "{line}");
    }
}

#[test]
fn comments_end_a_line_only_at_the_start_of_a_word() {
    assert_eq!(words("a # b 'c"), ["a"]);
    assert_eq!(words("a#b"), ["a#b"]);
    assert_eq!(lex("  # only", &vars()), Ok(Line::Empty));
    assert_eq!(lex(" \t ", &vars()), Ok(Line::Empty));
}

#[test]
fn variables_expand_outside_of_single_quotes() {
    assert_eq!(words(r#""$B" "${B}s" '$B' \$B"#), ["my bucket", "my buckets", "$B", "$B"]);
    assert_eq!(words("x $SUBNETS y"), ["x", "subnet-1", "subnet-2", "y"]);
    assert_eq!(words("pre${SUBNETS}post"), ["presubnet-1", "subnet-2post"]);
    assert_eq!(words("a $EMPTY \"$EMPTY\" b"), ["a", "", "b"]);
    assert_eq!(words("'${aws:username}' $ a$ \"$.detail\""), ["${aws:username}", "$", "a$", "$.detail"]);
}

#[test]
fn an_unknown_variable_is_named() {
    for (line, name) in
        [("a $NOPE", "NOPE is not set"), ("a \"${NOPE}\"", "NOPE is not set"), ("a ${aws:username}", "${aws:username} is not a variable")]
    {
        let error = refusal(line);
        assert!(error.what.contains(name), "{error}");
        assert!(error.what.contains("single quotes"), "{error}");
    }
    assert_eq!(refusal("ab $NOPE").column, 4);
}

#[test]
fn an_open_quote_is_named_with_its_column() {
    for (line, column, what) in [("ab 'c d", 4, "single quote"), ("한 \"c", 3, "double quote"), ("A=$(aws s3", 3, "$( is never closed")] {
        let error = refusal(line);
        assert_eq!(error.column, column, "{line}");
        assert!(error.what.contains(what) && error.open, "{error}");
    }
}

#[test]
fn what_only_a_shell_does_is_refused_by_name() {
    for (line, what) in [
        ("a | b", "pipes"),
        ("a && b", "own line"),
        ("a || b", "own line"),
        ("a ; b", "own line"),
        ("a &", "background"),
        ("a > f", "redirections"),
        ("a < f", "redirections"),
        ("a `b`", "JMESPath"),
        ("a \"`b`\"", "JMESPath"),
        ("a $(b)", "whole line"),
        ("a (b)", "subshell"),
        ("a b)", "unquoted )"),
        ("a )", "unquoted )"),
        ("a $1", "$1"),
        ("a $?", "$?"),
        ("a ~/b", "home folder"),
        ("A=$(b) c", "own line"),
        ("A=\"$(b) c", "never closed"),
    ] {
        let error = refusal(line);
        assert!(error.what.contains(what), "{line}: {error}");
    }
}

#[test]
fn an_assignment_takes_a_command() {
    for line in ["VPC=$(aws ec2 x --query 'a[0]')", "  VPC=\"$(aws ec2 x --query 'a[0]')\"  # why", "VPC=$( aws ec2 x --query \"a[0]\" )"] {
        let Ok(Line::Assign { name, command }) = lex(line, &vars()) else { panic!("{line}") };
        assert_eq!(name, "VPC");
        assert_eq!(command.len(), 5, "{line}");
        assert_eq!(command[4].text, "a[0]");
    }
    assert!(is_name("A_1") && !is_name("1A") && !is_name("") && !is_name("a-b"));
}

#[test]
fn spans_point_into_the_line() {
    let line = "aws  's3 x' b";
    let Ok(Line::Command(words)) = lex(line, &vars()) else { panic!() };
    assert_eq!(words.iter().map(|word| &line[word.span.clone()]).collect::<Vec<_>>(), ["aws", "'s3 x'", "b"]);
}

#[test]
fn a_line_that_is_too_long_is_refused() {
    let error = refusal(&"a".repeat(MAX_LINE_BYTES + 1));
    assert!(error.what.contains("file://"), "{error}");
}

proptest! {
    #[test]
    fn no_line_panics(line in ".{0,60}") {
        let _ = lex(&line, &vars());
    }

    #[test]
    fn shell_like_lines_do_not_panic(line in r#"[a-zA-Z=$(){}'"\\ \n#`~]{0,40}"#) {
        let _ = lex(&line, &vars());
    }

    #[test]
    fn plain_lines_split_as_shlex_splits_them(line in r#"([a-z0-9=,.:/_-]|[ '"\\\t#\n]|[가-힣]){0,40}"#) {
        let ours = match lex(&line, &Vars::new()) {
            Ok(Line::Empty) => Some(Vec::new()),
            Ok(Line::Command(words)) => Some(words.into_iter().map(|word| word.text).collect::<Vec<_>>()),
            Ok(Line::Assign { .. }) | Err(_) => None,
        };
        // A backslash at the very end joins with a line that is not there: shlex calls it an error. Before a line end it
        // joins two lines: shlex makes an empty word of it where a shell makes none.
        if !line.ends_with('\\') && !line.contains("\\\n") {
            prop_assert_eq!(ours, shlex::split(&line));
        }
    }

    #[test]
    fn quoted_words_come_back(words in prop::collection::vec("[^\\x00]{0,12}", 1..6)) {
        let line = shlex::try_join(words.iter().map(String::as_str)).unwrap();
        // shlex quotes ! and ^ outside of quotes in ways that a POSIX shell reads alike.
        let Ok(Line::Command(ours)) = lex(&line, &Vars::new()) else { panic!("{line}") };
        prop_assert_eq!(ours.into_iter().map(|word| word.text).collect::<Vec<_>>(), words);
    }
}
