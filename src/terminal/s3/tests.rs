//! The lines of `aws s3` and the requests behind them.

use serde_json::json;

use crate::{
    files::{Files as _, MemoryFiles},
    shell::Shell,
    step::Step,
    testing::FakeCloud,
};

struct Bench {
    cloud: FakeCloud,
    files: MemoryFiles,
}

fn bench(cloud: FakeCloud) -> Bench {
    let files =
        MemoryFiles::default().with("a.txt", "hi").with("dir/b.png", "b").with("dir/sub/c.txt", "c").with("big", vec![0_u8; 20 << 20]);
    Bench { cloud, files }
}

impl Bench {
    fn run(&mut self, line: &str) -> Step {
        Shell::new("ap-northeast-2").run_line(&mut self.cloud, &mut self.files, line).unwrap()
    }

    /// What a line prints and asks.
    fn play(line: &str, cloud: FakeCloud) -> (String, Vec<String>) {
        let mut bench = bench(cloud);
        let step = bench.run(line);
        assert!(step.ok(), "{line}: {:?}", step.error);
        (step.text().0, bench.cloud.calls)
    }
}

fn listing() -> FakeCloud {
    FakeCloud::default().answer(json!({
        "Contents": [
            { "Key": "p/x.txt", "Size": 1024, "LastModified": "2026-01-01T00:00:00+00:00" },
            { "Key": "p/q/y.txt", "Size": 2, "LastModified": "2026-01-02T10:00:00+00:00" },
        ],
    }))
}

#[test]
fn buckets_are_made_and_removed() {
    let (out, calls) = Bench::play("aws s3 mb s3://b", FakeCloud::default());
    assert_eq!(out, "make_bucket: b\n");
    assert_eq!(calls, [r#"CreateBucket {"Bucket":"b","CreateBucketConfiguration":{"LocationConstraint":"ap-northeast-2"}}"#]);
    let (_, calls) = Bench::play("aws s3 mb s3://b --region us-east-1", FakeCloud::default());
    assert_eq!(calls, [r#"CreateBucket {"Bucket":"b"}"#]);
    let (out, calls) = Bench::play("aws s3 rb s3://b --force", listing());
    assert_eq!(out, "delete: s3://b/p/x.txt\ndelete: s3://b/p/q/y.txt\nremove_bucket: b\n");
    assert_eq!(calls.len(), 4);
    let step = bench(FakeCloud::default().refuse("BucketNotEmpty", 409)).run("aws s3 rb s3://b");
    let error = step.error.unwrap();
    assert_eq!((error.exit, error.code.as_str()), (1, "BucketNotEmpty"));
    assert_eq!(
        error.shown,
        "remove_bucket failed: s3://b An error occurred (BucketNotEmpty) when calling the DeleteBucket operation: refused\n"
    );
}

#[test]
fn listings_look_like_the_clis() {
    let buckets = FakeCloud::default().answer(json!({ "Buckets": [{ "Name": "b", "CreationDate": "2026-01-01T00:00:00+00:00" }] }));
    assert_eq!(Bench::play("aws s3 ls", buckets).0, "2026-01-01 00:00:00 b\n");
    let (out, _) = Bench::play("aws s3 ls s3://b --recursive --summarize", listing());
    assert_eq!(
        out,
        "2026-01-01 00:00:00       1024 p/x.txt\n2026-01-02 10:00:00          2 p/q/y.txt\n\nTotal Objects: 2\n   Total Size: 1026\n"
    );
    let page = FakeCloud::default().answer(json!({ "CommonPrefixes": [{ "Prefix": "p/q/" }], "Contents": [] }));
    let (out, calls) = Bench::play("aws s3 ls b/p/", page);
    assert_eq!(out, "                           PRE q/\n");
    assert_eq!(calls, [r#"ListObjectsV2 {"Bucket":"b","Prefix":"p/","Delimiter":"/"}"#]);
    let step = bench(FakeCloud::default()).run("aws s3 ls s3://b/nothing");
    assert_eq!((step.exit(), step.text()), (1, (String::new(), String::new())));
}

#[test]
fn files_are_uploaded() {
    let (out, calls) = Bench::play("aws s3 cp a.txt s3://b", FakeCloud::default());
    assert_eq!(out, "upload: ./a.txt to s3://b/a.txt\n");
    assert_eq!(calls, [r#"PutObject {"Bucket":"b","Key":"a.txt","Body":"aGk=","ContentType":"text/plain"}"#]);
    let (out, calls) =
        Bench::play("aws s3 cp a.txt s3://b/x/y --storage-class STANDARD_IA --sse aws:kms --no-guess-mime-type", FakeCloud::default());
    assert_eq!(out, "upload: ./a.txt to s3://b/x/y\n");
    assert_eq!(
        calls,
        [r#"PutObject {"Bucket":"b","Key":"x/y","Body":"aGk=","StorageClass":"STANDARD_IA","ServerSideEncryption":"aws:kms"}"#]
    );
    let (out, _) = Bench::play("aws s3 cp dir s3://b/p --recursive --exclude '*' --include '*.txt'", FakeCloud::default());
    assert_eq!(out, "upload: dir/sub/c.txt to s3://b/p/sub/c.txt\n");
    let (out, calls) = Bench::play("aws s3 cp a.txt s3://b --dryrun", FakeCloud::default());
    assert_eq!((out.as_str(), calls.len()), ("(dryrun) upload: ./a.txt to s3://b/a.txt\n", 0));
}

#[test]
fn large_files_go_up_in_parts() {
    let cloud = FakeCloud::default().answer(json!({ "UploadId": "u" })).answer(json!({ "ETag": "1" }));
    let (out, calls) = Bench::play("aws s3 cp big s3://b/big", cloud);
    assert_eq!(out, "upload: ./big to s3://b/big\n");
    assert_eq!(calls[0], r#"CreateMultipartUpload {"Bucket":"b","Key":"big"}"#);
    assert_eq!(calls[3], r#"UploadPart {"Bucket":"b","Key":"big","UploadId":"u","PartNumber":3,"Body":{"Zeros":4194304}}"#);
    assert!(calls[4].starts_with("CompleteMultipartUpload") && calls.len() == 5, "{calls:?}");
}

#[test]
fn objects_are_downloaded_copied_moved_and_removed() {
    let head = |size: u64| FakeCloud::default().answer(json!({ "ContentLength": size }));
    let mut bench = bench(head(2).answer(json!({ "Body": "aGk=" })));
    assert_eq!(bench.run("aws s3 cp s3://b/p/x.txt .").text().0, "download: s3://b/p/x.txt to ./x.txt\n");
    assert_eq!(bench.files.read_text("x.txt").as_deref(), Ok("hi"));
    let (out, calls) = Bench::play("aws s3 cp s3://b/k s3://c/d/", head(2));
    assert_eq!(
        (out.as_str(), calls[1].as_str()),
        ("copy: s3://b/k to s3://c/d/k\n", r#"CopyObject {"Bucket":"c","Key":"d/k","CopySource":"b/k"}"#)
    );
    let (out, calls) = Bench::play("aws s3 mv s3://b/k s3://c/k", head(2));
    assert_eq!((out.as_str(), calls[2].as_str()), ("move: s3://b/k to s3://c/k\n", r#"DeleteObject {"Bucket":"b","Key":"k"}"#));
    let (out, _) = Bench::play("aws s3 rm s3://b/p --recursive", listing());
    assert_eq!(out, "delete: s3://b/p/x.txt\ndelete: s3://b/p/q/y.txt\n");
    let (out, calls) = Bench::play("aws s3 cp s3://b/p d --recursive", listing());
    assert_eq!((out.as_str(), calls.len()), ("download: s3://b/p/x.txt to d/x.txt\ndownload: s3://b/p/q/y.txt to d/q/y.txt\n", 3));
    let mut bench = self::bench(FakeCloud::default());
    assert_eq!(bench.run("aws s3 mv a.txt s3://b").text().0, "move: ./a.txt to s3://b/a.txt\n");
    assert!(bench.files.read("a.txt").is_err());
}

#[test]
fn failures_are_told_as_the_cli_tells_them() {
    for (line, cloud, exit, shown) in [
        (
            "aws s3 cp a.txt s3://b",
            FakeCloud::default().refuse("NoSuchBucket", 404),
            1,
            "upload failed: ./a.txt to s3://b/a.txt An error occurred (NoSuchBucket) when calling the PutObject operation: refused\n",
        ),
        (
            "aws s3 cp s3://b/k .",
            FakeCloud::default().refuse("404", 404),
            1,
            "fatal error: An error occurred (404) when calling the HeadObject operation: Key \"k\" does not exist\n",
        ),
        (
            "aws s3 ls s3://b",
            FakeCloud::default().refuse("NoSuchBucket", 404),
            254,
            "\nAn error occurred (NoSuchBucket) when calling the ListObjectsV2 operation: refused\n",
        ),
        ("aws s3 cp gone s3://b", FakeCloud::default(), 255, "\nThe user-provided path gone does not exist.\n"),
        ("aws s3 cp a.txt b.txt", FakeCloud::default(), 252, "Error: Invalid argument type\n"),
        ("aws s3 mb b", FakeCloud::default(), 252, "Error: Invalid argument type\n"),
        ("aws s3 mv s3://b/k s3://b/k", FakeCloud::default(), 252, "Cannot mv a file onto itself: s3://b/k - s3://b/k\n"),
        ("aws s3 cp a.txt s3://b --foo", FakeCloud::default(), 252, "Unknown options: --foo\n"),
        ("aws s3 cp dir s3://b/d", FakeCloud::default(), 1, "upload failed: ./dir to s3://b/d [Errno 21] Is a directory: 'dir'\n"),
        ("aws s3 cp ../x s3://b", FakeCloud::default(), 255, "script's folder)\n"),
        ("aws s3 cp '*.txt' s3://b", FakeCloud::default(), 252, "--include \"PATTERN\"\n"),
    ] {
        let error = bench(cloud).run(line).error.unwrap_or_else(|| panic!("{line} did not fail"));
        assert_eq!(error.exit, exit, "{line}: {error:?}");
        assert!(error.shown.ends_with(shown), "{line}: {}", error.shown);
    }
}

#[test]
fn keys_that_the_caller_brings_go_with_every_request_that_needs_them() {
    let key = "--sse-c --sse-c-key 0123456789abcdef0123456789abcdef";
    let sent = r#""SSECustomerAlgorithm":"AES256","SSECustomerKey":"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=","SSECustomerKeyMD5":"hRasmdxgYDKV3nvbahU1MA==""#;
    let (_, calls) = Bench::play(&format!("aws s3 cp a.txt s3://b/k --no-guess-mime-type {key}"), FakeCloud::default());
    assert_eq!(calls, [format!(r#"PutObject {{"Bucket":"b","Key":"k","Body":"aGk=",{sent}}}"#)]);
    let cloud = FakeCloud::default().answer(json!({ "UploadId": "u" })).answer(json!({ "ETag": "1" }));
    let (_, calls) = Bench::play(&format!("aws s3 cp big s3://b/big {key}"), cloud);
    assert!(calls.len() == 5 && calls.iter().all(|call| call.contains(sent)), "{calls:?}");
    let head = FakeCloud::default().answer(json!({ "ContentLength": 2 }));
    let (_, calls) = Bench::play(&format!("aws s3 cp s3://b/k k {key}"), head);
    assert!(calls.len() == 2 && calls.iter().all(|call| call.contains(sent)), "{calls:?}");
    let head = FakeCloud::default().answer(json!({ "ContentLength": 2 }));
    let source = key.replace("--sse-c", "--sse-c-copy-source");
    let (_, calls) = Bench::play(&format!("aws s3 cp s3://b/k s3://c/k {source}"), head);
    assert_eq!(calls[0], format!(r#"HeadObject {{"Bucket":"b","Key":"k",{sent}}}"#));
    assert_eq!(
        calls[1],
        format!(r#"CopyObject {{"Bucket":"c","Key":"k","CopySource":"b/k",{}}}"#, sent.replace("SSECustomer", "CopySourceSSECustomer"))
    );
}

#[test]
fn a_callers_key_and_its_algorithm_go_together() {
    for (line, shown) in [
        ("aws s3 cp a.txt s3://b --sse-c", "If --sse-c is specified, --sse-c-key must be specified as well."),
        ("aws s3 cp a.txt s3://b --sse-c-key k", "If --sse-c-key is specified, --sse-c must be specified as well."),
        (
            "aws s3 cp a.txt s3://b --sse-c-copy-source AES256 --sse-c-copy-source-key k",
            "--sse-c-copy-source is only supported for copy operations.",
        ),
    ] {
        let error = bench(FakeCloud::default()).run(line).error.unwrap_or_else(|| panic!("{line} did not fail"));
        assert!(error.exit == 252 && error.shown.contains(shown), "{line}: {error:?}");
    }
}
