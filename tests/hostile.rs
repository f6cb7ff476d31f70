//! Bad input to `skylab run`, from end to end: each gets a clear error with AWS's or the CLI's code, and the script goes on.

use skylab::storage::DiskFiles;
use skylab_cloud::{Sandbox, clock::SimTime};
use skylab_terminal::{
    script::{self, Source},
    shell::Shell,
    step::Step,
};

/// The steps of a script that keeps going, in a folder with some files.
fn steps(script: &[u8], files: &[(&str, &str)]) -> Vec<Step> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let (mut sandbox, mut shell) = (Sandbox::new(SimTime::START, 0), Shell::new("us-east-1"));
    let mut files = DiskFiles::new(folder.path()).unwrap();
    let mut steps = Vec::new();
    let mut input = script;
    script::run(&mut shell, &mut sandbox, &mut files, &mut input, Source::Dialogue, true, |step| {
        steps.push(step.clone());
        Ok(())
    })
    .unwrap();
    steps
}

/// The one line is refused with that code and exit, in words that contain `said`, and the next line still works.
#[track_caller]
fn refused(line: &[u8], files: &[(&str, &str)], exit: u8, code: &str, said: &str) {
    let script = [line, b"\naws sts get-caller-identity\n"].concat();
    let steps = steps(&script, files);
    let [bad, next] = steps.as_slice() else { panic!("{} steps", steps.len()) };
    let error = bad.error.as_ref().unwrap();
    assert_eq!((error.exit, error.code.as_str()), (exit, code), "{}", error.message);
    assert!(error.message.contains(said), "{}", error.message);
    assert!(next.ok(), "the script goes on");
}

#[test]
fn a_line_of_ten_megabytes_is_refused() {
    let line = format!("aws s3api put-object --bucket {}", "x".repeat(10 << 20));
    refused(line.as_bytes(), &[], 252, "ParamValidation", "longer than");
}

#[test]
fn binary_is_refused() {
    refused(b"\xff\xfe\x00\x01 aws", &[], 252, "ParamValidation", "not a text file");
    refused(b"aws s3 ls \xff\xfe", &[], 252, "ParamValidation", "UTF-8");
}

#[test]
fn an_unclosed_quote_is_refused_with_its_place() {
    refused(b"aws s3api head-bucket --bucket 'oops", &[], 252, "ParamValidation", "column");
}

#[test]
fn files_outside_of_the_root_are_not_read() {
    let line = b"aws s3api put-bucket-lifecycle-configuration --bucket b --lifecycle-configuration file://../../etc/passwd";
    refused(line, &[], 252, "ParamValidation", "outside");
    refused(b"aws s3api put-object --bucket b --key k --body /etc/passwd", &[], 252, "ParamValidation", "outside");
}

#[test]
fn json_of_ten_thousand_levels_is_refused() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let line = format!("aws s3api put-bucket-lifecycle-configuration --bucket b --lifecycle-configuration '{deep}'");
    refused(line.as_bytes(), &[], 252, "ParamValidation", "JSON");
    let line = b"aws s3api put-bucket-lifecycle-configuration --bucket b --lifecycle-configuration file://deep.json";
    refused(line, &[("deep.json", &deep)], 252, "ParamValidation", "JSON");
}

#[test]
fn a_query_that_does_not_parse_is_refused() {
    refused(b"aws s3api list-buckets --query 'Buckets[?'", &[], 252, "ParamValidation", "--query");
}

#[test]
fn a_lifecycle_document_of_1001_rules_is_refused_by_the_service() {
    let rules: Vec<_> = (0..1_001)
        .map(|n| serde_json::json!({"ID": format!("r{n}"), "Status": "Enabled", "Filter": {"Prefix": format!("{n}/")}, "Expiration": {"Days": 1}}))
        .collect();
    let document = serde_json::json!({ "Rules": rules }).to_string();
    let script = "aws s3api create-bucket --bucket hostile\n\
                  aws s3api put-bucket-lifecycle-configuration --bucket hostile --lifecycle-configuration file://many.json\n";
    let steps = steps(script.as_bytes(), &[("many.json", &document)]);
    let error = steps[1].error.as_ref().unwrap();
    assert_eq!((error.exit, error.code.as_str()), (254, "MalformedXML"));
}
