//! Whole lines against a cloud of prepared answers: what is asked of it, and what is printed.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::{cloud::Actor, files::MemoryFiles, testing::FakeCloud};

/// Runs lines and gives their steps; the cloud and the files can be looked at afterwards.
struct Bench {
    shell: Shell,
    cloud: FakeCloud,
    files: MemoryFiles,
}

fn bench(cloud: FakeCloud) -> Bench {
    let files = MemoryFiles::default()
        .with("f.bin", "body")
        .with("zeros", [0_u8; 8])
        .with("policy.json", r#"{"Version":"2012-10-17"}"#)
        .with("input.json", r#"{"Bucket":"from-file","Key":"k"}"#);
    Bench { shell: Shell::new("ap-northeast-2"), cloud, files }
}

impl Bench {
    fn run(&mut self, line: &str) -> Step {
        self.shell.run_line(&mut self.cloud, &mut self.files, line).unwrap_or_else(|| panic!("no step: {line}"))
    }

    /// The operation and parameters that a line asks the cloud for.
    fn asks(line: &str) -> String {
        let mut bench = bench(FakeCloud::default());
        let step = bench.run(line);
        assert!(step.ok(), "{line}: {:?}", step.error);
        bench.cloud.calls.remove(0)
    }

    fn fails(line: &str) -> Failure {
        let mut bench = bench(FakeCloud::default());
        let step = bench.run(line);
        assert!(bench.cloud.calls.is_empty(), "{line}: {:?}", bench.cloud.calls);
        step.error.unwrap_or_else(|| panic!("{line} did not fail"))
    }
}

#[test]
fn options_become_the_members_of_the_operation() {
    for (line, want) in [
        ("aws s3api create-bucket --bucket b", r#"CreateBucket {"Bucket":"b"}"#),
        ("aws s3api create-bucket --bucket=-b-", r#"CreateBucket {"Bucket":"-b-"}"#),
        (
            "aws s3api create-bucket --bucket b --object-own BucketOwnerEnforced",
            r#"CreateBucket {"Bucket":"b","ObjectOwnership":"BucketOwnerEnforced"}"#,
        ),
        ("aws --region us-east-1 s3api create-bucket --bucket b --no-cli-pager", r#"CreateBucket {"Bucket":"b"}"#),
        (
            "aws s3api create-bucket --bucket b --object-lock-enabled-for-bucket",
            r#"CreateBucket {"Bucket":"b","ObjectLockEnabledForBucket":true}"#,
        ),
        (
            "aws s3api create-bucket --bucket b --object-lock-enabled-for-bucket --no-object-lock-enabled-for-bucket",
            r#"CreateBucket {"Bucket":"b","ObjectLockEnabledForBucket":false}"#,
        ),
        ("aws s3api create-bucket --bucket a --bucket b", r#"CreateBucket {"Bucket":"b"}"#),
        (
            "aws s3api create-bucket --bucket b --create-bucket-configuration LocationConstraint=eu-west-1",
            r#"CreateBucket {"Bucket":"b","CreateBucketConfiguration":{"LocationConstraint":"eu-west-1"}}"#,
        ),
        (
            r#"aws s3api create-bucket --bucket b --create-bucket-configuration '{"Tags":[{"Key":"a","Value":"b"}]}'"#,
            r#"CreateBucket {"Bucket":"b","CreateBucketConfiguration":{"Tags":[{"Key":"a","Value":"b"}]}}"#,
        ),
        ("aws s3api put-object --bucket b --key k --body f.bin", r#"PutObject {"Bucket":"b","Key":"k","Body":"Ym9keQ=="}"#),
        ("aws s3api put-object --bucket b --key k --body ./zeros", r#"PutObject {"Bucket":"b","Key":"k","Body":{"Zeros":8}}"#),
        (
            "aws s3api put-object --bucket b --key k --metadata owner=kim,team='a b' --tagging t=r",
            r#"PutObject {"Bucket":"b","Key":"k","Metadata":{"owner":"kim","team":"a b"},"Tagging":"t=r"}"#,
        ),
        (
            "aws s3api put-object --bucket b --key k --object-lock-retain-until-date 2027-01-01 --content-length 5",
            r#"PutObject {"Bucket":"b","Key":"k","ObjectLockRetainUntilDate":"2027-01-01T00:00:00Z","ContentLength":5}"#,
        ),
        ("aws s3api put-object --cli-input-json file://input.json --key other", r#"PutObject {"Key":"other","Bucket":"from-file"}"#),
        ("aws s3api put-object --bucket b --key file://policy.json", r#"PutObject {"Bucket":"b","Key":"{\"Version\":\"2012-10-17\"}"}"#),
        ("aws s3api list-objects-v2 --bucket b --page-size 5", r#"ListObjectsV2 {"Bucket":"b","MaxKeys":5}"#),
        ("aws s3api list-objects-v2 --bucket b --max-keys 5", r#"ListObjectsV2 {"Bucket":"b","MaxKeys":5}"#),
        (
            "aws s3api list-objects-v2 --bucket b --optional-object-attributes RestoreStatus",
            r#"ListObjectsV2 {"Bucket":"b","OptionalObjectAttributes":["RestoreStatus"]}"#,
        ),
    ] {
        assert_eq!(Bench::asks(line), want, "{line}");
    }
}

#[test]
fn usage_errors_are_the_clis() {
    for (line, what) in [
        ("aws", "the following arguments are required: command"),
        ("aws s3api", "the following arguments are required: operation"),
        ("aws s3api create-bucket", "the following arguments are required: --bucket"),
        ("aws s3api get-object --bucket b", "the following arguments are required: --key, outfile"),
        ("aws s3api create-bucket --bucket b --foo", "Unknown options: --foo"),
        ("aws s3api create-bucket --bucket b extra", "Unknown options: extra"),
        ("aws s3api create-bucket --bucket b --acll private", "did you mean --acl?"),
        ("aws s3api create-bucket --bucket", "argument --bucket: expected one argument"),
        ("aws s3api create-bucket --bucket -b", "argument --bucket: expected one argument"),
        ("aws s3api create-bucket --bucket b --grant x", "ambiguous option: --grant could match --grant-full-control, --grant-read"),
        ("aws s3api create-bucket --bucket b --object-lock-enabled-for-bucket=true", "ignored explicit argument 'true'"),
        ("aws s3api creat-bucket --bucket b", "Found invalid choice 'creat-bucket'\n\nMaybe you meant:\n\n  * create-bucket"),
        ("aws s3apy create-bucket", "* s3api"),
        ("aws s3api create-bucket --bucket b --output xml", "argument --output: Found invalid choice 'xml'"),
        ("aws s3api create-bucket --bucket b --query 'a['", "Bad value for --query a["),
        ("aws s3api put-object --bucket b --key k --body gone", "Error parsing parameter '--body': Blob values must be a path to a file."),
        ("aws s3api put-object --bucket b --key k --body ../f", "leads outside"),
        (
            "aws s3api put-object --bucket b --key file://gone",
            "Error parsing parameter '--key': Unable to load paramfile file://gone: No such file or directory: 'gone'",
        ),
        ("aws s3api put-object --bucket b --key file:///etc/passwd", "Unable to load paramfile file:///etc/passwd: the path leads outside"),
        ("aws s3api put-object --bucket b --key k --content-length five", "invalid literal for int() with base 10: 'five'"),
        ("aws s3api put-object --bucket 'a b' --key k", "Invalid bucket name \"a b\": Bucket name must match the regex"),
        ("aws s3api put-object --bucket b --key ''", "Invalid length for parameter Key, value: 0, valid min length: 1"),
        (
            "aws s3api create-bucket --bucket b --create-bucket-configuration Seoul",
            "Error parsing parameter '--create-bucket-configuration': Expected: '=', received: 'EOF' for input:\nSeoul\n     ^",
        ),
        (
            "aws s3api create-bucket --bucket b --create-bucket-configuration '{a}'",
            "Invalid JSON: Expecting property name enclosed in double quotes",
        ),
        ("aws s3api create-bucket --bucket b --create-bucket-configuration X=1", "Unknown parameter in CreateBucketConfiguration: \"X\""),
        ("aws s3api put-object --bucket b --key k --object-lock-retain-until-date soonish", "ObjectLockRetainUntilDate"),
        ("aws s3api list-objects-v2 --bucket b --max-items few", "argument --max-items: invalid int value: 'few'"),
        ("aws s3api wait bucket-exist --bucket b", "* bucket-exists"),
        ("ls -la", "ls: there is no such command here"),
        ("aws s3api create-bucket --bucket 'b", "column 34: this single quote is never closed"),
        ("aws s3api create-bucket --bucket $B", "B is not set"),
        ("aws s3api create-bucket --bucket b | grep x", "pipes are not supported"),
    ] {
        let failure = Bench::fails(line);
        assert!(failure.message.contains(what), "{line}: {}", failure.message);
        assert_eq!((failure.exit, failure.code.as_str()), (252, "ParamValidation"), "{line}");
    }
}

#[test]
fn what_aws_has_and_skylab_does_not_is_said_so() {
    for (line, what) in [
        ("aws s3api put-bucket-website --bucket b", "AWS has the operation PutBucketWebsite"),
        ("aws glue get-jobs", "AWS has the service glue; Skylab does not model it."),
        ("aws configure", "aws configure sets up profiles here"),
        ("aws sso login", "needs no set-up"),
        ("aws s3api create-bucket --bucket b --debug", "--debug is not supported"),
        ("aws s3api create-bucket --bucket b --endpoint-url http://x", "--endpoint-url is not supported"),
        ("aws s3api create-bucket --bucket b --generate-cli-skeleton x", "--generate-cli-skeleton is not supported"),
    ] {
        let failure = Bench::fails(line);
        assert!(failure.message.contains(what) && failure.code == "NotModelled", "{line}: {failure:?}");
    }
}

#[test]
fn the_caller_and_the_region_are_those_of_the_options() {
    for (options, actor, region) in [
        ("", Actor::Admin, "ap-northeast-2"),
        ("--profile kim --region us-east-1", Actor::Profile("kim".to_owned()), "us-east-1"),
        ("--no-sign-request", Actor::Anonymous, "ap-northeast-2"),
    ] {
        let mut bench = bench(FakeCloud::default());
        bench.run(&format!("aws s3api head-bucket --bucket b {options}"));
        assert_eq!(bench.cloud.callers, [(actor, region.to_owned())]);
    }
}

#[test]
fn variables_take_the_output_of_a_command() {
    let mut bench = bench(FakeCloud::default().answer(json!({ "Location": "/b" })).refuse("NoSuchBucket", 404));
    let step = bench.run("LOC=$(aws s3api create-bucket --bucket b --query Location --output text)");
    assert_eq!((step.output.clone(), step.text().0), (Printed::Text("/b\n".into()), String::new()));
    bench.run("aws s3api head-bucket --bucket $NOPE");
    let failed = bench.run("LOC=$(aws s3api head-bucket --bucket b)");
    assert_eq!((failed.step, failed.exit()), (2, 254));
    assert!(bench.run("aws s3api head-bucket --bucket \"$LOC\"").error.unwrap().message.contains("LOC is not set"));
    assert!(bench.run("X=$(sim status)").error.unwrap().message.contains("takes an aws command"));
}

#[test]
fn answers_are_printed_as_asked() {
    let answer = || FakeCloud::default().answer(json!({ "Location": "/b" }));
    for (options, want) in [
        ("", Printed::Json(json!({ "Location": "/b" }))),
        ("--query Location", Printed::Json(json!("/b"))),
        ("--query Nope", Printed::Json(Value::Null)),
        ("--query Location --output text", Printed::Text("/b\n".into())),
        ("--output text", Printed::Text("/b\n".into())),
        ("--output yaml", Printed::Text("Location: /b\n".into())),
    ] {
        let step = bench(answer()).run(&format!("aws s3api create-bucket --bucket b {options}"));
        assert_eq!(step.output, want, "{options}");
    }
    let nothing = bench(FakeCloud::default().answer(json!({}))).run("aws s3api head-bucket --bucket b");
    assert_eq!((nothing.output, nothing.error), (Printed::Nothing, None));
}

#[test]
fn a_streamed_answer_goes_to_its_file() {
    let mut bench = bench(FakeCloud::default().answer(json!({ "Body": "aGk=", "ETag": "x" })).answer(json!({ "Body": { "Zeros": 4 } })));
    let step = bench.run("aws s3api get-object --bucket b --key k out/o.txt");
    assert_eq!(step.output, Printed::Json(json!({ "ETag": "x" })));
    assert_eq!(bench.files.read_text("out/o.txt").as_deref(), Ok("hi"));
    bench.run("aws s3api get-object --bucket b --key k zeros.bin");
    assert_eq!(bench.files.read("zeros.bin"), Ok(Body::Zeros(4)));
    let refused = bench.run("aws s3api get-object --bucket b --key k ../o.txt");
    assert!(refused.error.unwrap().message.contains("leads outside"));
    assert_eq!(bench.cloud.calls.len(), 2);
}

#[test]
fn a_refusal_keeps_the_services_code() {
    let step = bench(FakeCloud::default().refuse("NoSuchBucket", 404)).run("aws s3api list-objects-v2 --bucket b");
    let error = step.error.unwrap();
    assert_eq!((error.exit, error.code.as_str(), error.operation.as_str()), (254, "NoSuchBucket", "ListObjectsV2"));
    assert_eq!(error.shown, "\nAn error occurred (NoSuchBucket) when calling the ListObjectsV2 operation: refused\n");
}

#[test]
fn help_lists_what_there_is() {
    let mut bench = bench(FakeCloud::default());
    for (line, what) in [
        ("aws help", "s3api"),
        ("aws s3api help", "create-bucket"),
        ("aws s3api create-bucket help", "--bucket <string>"),
        ("aws s3 help", "aws s3 cp"),
        ("aws --version", "aws-cli/2"),
        ("sim help", "sim advance"),
    ] {
        let step = bench.run(line);
        let Printed::Text(text) = &step.output else { panic!("{line}: {step:?}") };
        assert!(text.contains(what), "{line}: {text}");
    }
}

#[test]
fn steps_are_counted_and_blank_lines_are_none() {
    let mut bench = bench(FakeCloud::default());
    assert_eq!(bench.run("sim status").step, 0);
    assert!(bench.shell.run_line(&mut bench.cloud, &mut bench.files, "  # nothing").is_none());
    assert_eq!(bench.run("aws s3api head-bucket --bucket b  # why").step, 1);
}

/// Words that lines about S3 are made of, and some that break them.
const WORDS: &[&str] = &[
    "aws",
    "sim",
    "s3",
    "s3api",
    "ec2",
    "iam",
    "put-object",
    "get-object",
    "list-objects-v2",
    "create-bucket",
    "wait",
    "bucket-exists",
    "cp",
    "ls",
    "rm",
    "--bucket",
    "--bucket=b",
    "--key",
    "--body",
    "f.bin",
    "--metadata",
    "a=b,c={",
    "a=[b",
    "'{\"a\":'",
    "--cli-input-json",
    "file://input.json",
    "fileb://f.bin",
    "file://../x",
    "--query",
    "'a[?b==`1`]'",
    "--output",
    "text",
    "table",
    "--no-paginate",
    "--max-items",
    "1",
    "-1",
    "--",
    "-",
    "--=",
    "''",
    "s3://b/k",
    ".",
    "../x",
    "--recursive",
    "advance",
    "1d",
    "load",
    "http",
    "--for",
    "7y",
    "$X",
    "\"${Y}\"",
    "X=$(aws",
    ")",
    "|",
    "#",
    "\\",
    "한글",
    "help",
    "--master-user-password",
    "describe-instances",
    "--filters",
    "Name=x,Values=y,z",
    "--region",
    "us-east-1",
    "--profile",
    "--sse",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn no_line_of_words_panics(words in prop::collection::vec(prop::sample::select(WORDS), 0..12), aws in any::<bool>()) {
        let mut bench = bench(FakeCloud::default().answer(json!({ "Location": "/b" })));
        let line = format!("{}{}", if aws { "aws s3api " } else { "" }, words.join(" "));
        for _ in 0..2 {
            let step = bench.shell.run_line(&mut bench.cloud, &mut bench.files, &line);
            prop_assert!(step.is_none_or(|step| step.ok() || !step.error.unwrap().message.is_empty()), "{}", line);
        }
    }
}
