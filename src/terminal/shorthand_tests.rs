//! What shorthand values mean; the expectations are the AWS CLI's own parser's.

use proptest::prelude::*;
use serde_json::json;
use skylab_cloud::names;

use super::*;
use crate::typed;

fn read(text: &str) -> Result<Value, String> {
    parse(text, &mut |value| match value.strip_prefix("file://") {
        Some("there") => Ok(Some("contents".to_owned())),
        Some(_) => Err("Unable to load paramfile".to_owned()),
        None => Ok(None),
    })
}

#[test]
fn values_are_read_as_the_cli_reads_them() {
    for (text, want) in [
        ("a=b", json!({ "a": "b" })),
        ("a=", json!({ "a": "" })),
        ("a=,b=c", json!({ "a": "", "b": "c" })),
        ("a=b,c=d", json!({ "a": "b", "c": "d" })),
        ("a=b,c", json!({ "a": ["b", "c"] })),
        ("a=b,c,d=e,f", json!({ "a": ["b", "c"], "d": ["e", "f"] })),
        ("a = b , c = d", json!({ "a": "b", "c": "d" })),
        ("a=[b,c],d=[]", json!({ "a": ["b", "c"], "d": [] })),
        ("a={b=c,d={e=f}}", json!({ "a": { "b": "c", "d": { "e": "f" } } })),
        ("a=[{b=c},{b=d}]", json!({ "a": [{ "b": "c" }, { "b": "d" }] })),
        ("a=[[b],[c,d]]", json!({ "a": [["b"], ["c", "d"]] })),
        (r"a=b\,c", json!({ "a": "b,c" })),
        ("a='b,c=d'", json!({ "a": "b,c=d" })),
        (r"a='it\'s',b=c", json!({ "a": "it's", "b": "c" })),
        (r#"a="b \"c\"",d='e'"#, json!({ "a": "b \"c\"", "d": "e" })),
        (r"a='b\\'", json!({ "a": "b\\" })),
        (r"a='b\'", json!({ "a": "b\\" })),
        ("a='x','y',b=z", json!({ "a": ["x", "y"], "b": "z" })),
        ("a=b=c", json!({ "a": "b=c" })),
        ("a=b c", json!({ "a": "b c" })),
        ("a=,,b=c", json!({ "a": "", "b": "c" })),
        ("a=한글", json!({ "a": "한글" })),
        ("a=s3:ObjectCreated:*,b=arn:aws:sns:x:1:t", json!({ "a": "s3:ObjectCreated:*", "b": "arn:aws:sns:x:1:t" })),
        ("Name=tag:env,Values=prod,dev", json!({ "Name": "tag:env", "Values": ["prod", "dev"] })),
        ("a@=file://there", json!({ "a": "contents" })),
        ("a@=plain", json!({ "a": "plain" })),
        ("a=file://there", json!({ "a": "file://there" })),
        ("a@={b=c}", json!({ "a": { "b": "c" } })),
    ] {
        assert_eq!(read(text), Ok(want), "{text}");
    }
}

#[test]
fn errors_are_told_as_the_cli_tells_them() {
    for (text, want) in [
        ("Enabled", "Expected: '=', received: 'EOF' for input:\nEnabled\n       ^"),
        ("a=b,", "Expected: '<second>', received: '<none>' for input:\na=b,\n    ^"),
        ("a=[b", "Expected: ',', received: 'EOF' for input:\na=[b\n    ^"),
        ("a={b", "Expected: '=', received: 'EOF' for input:\na={b\n    ^"),
        ("a='b", "Expected: '<singled quoted>', received: '<none>' for input:\na='b\n  ^"),
        ("a=\"b", "Expected: '<double quoted>', received: '<none>' for input:\na=\"b\n  ^"),
        ("a b=c", "Expected: '=', received: 'b' for input:\na b=c\n  ^"),
        ("a=[b]c", "Expected: ',', received: 'c' for input:\na=[b]c\n     ^"),
        ("a=b,\nc==[", "Expected: ',', received: '=' for input:\na=b,\nc==[\n  ^"),
        (
            "a=b,a=c",
            "Second instance of key \"a\" encountered for input:\na=b,a=c\n    ^\nThis is often because there is a preceding \",\" instead of a space.",
        ),
        ("a@=file://gone", "Unable to load paramfile"),
    ] {
        assert_eq!(read(text).expect_err(text), want);
    }
}

#[test]
fn depth_is_bounded() {
    let deep = format!("a={}", "[".repeat(10_000));
    assert!(read(&deep).unwrap_err().contains("levels of brackets"));
}

#[test]
fn types_follow_the_shape() {
    let service = names::service("s3").unwrap();
    let input = |operation: &str, member: &str| {
        let operation = service.operation(operation).unwrap();
        service.shape(operation.input.unwrap()).member(member).unwrap().shape
    };
    for (operation, member, text, want) in [
        (
            "PutPublicAccessBlock",
            "PublicAccessBlockConfiguration",
            "BlockPublicAcls=true,IgnorePublicAcls=FALSE",
            json!({ "BlockPublicAcls": true, "IgnorePublicAcls": false }),
        ),
        (
            "RestoreObject",
            "RestoreRequest",
            "Days=5,GlacierJobParameters={Tier=Bulk}",
            json!({ "Days": 5, "GlacierJobParameters": { "Tier": "Bulk" } }),
        ),
        ("PutBucketTagging", "Tagging", "TagSet=[{Key=1,Value=2}]", json!({ "TagSet": [{ "Key": "1", "Value": "2" }] })),
        ("PutBucketTagging", "Tagging", "TagSet={Key=a}", json!({ "TagSet": [{ "Key": "a" }] })),
        (
            "PutPublicAccessBlock",
            "PublicAccessBlockConfiguration",
            "BlockPublicAcls=maybe,Unknown=x",
            json!({ "BlockPublicAcls": "maybe", "Unknown": "x" }),
        ),
    ] {
        let mut value = read(text).unwrap();
        typed::fit(&mut value, service, input(operation, member)).unwrap();
        assert_eq!(value, want, "{text}");
    }
    let mut value = read("Days=five").unwrap();
    let error = typed::fit(&mut value, service, input("RestoreObject", "RestoreRequest"));
    assert_eq!(error, Err("invalid literal for int() with base 10: 'five'".to_owned()));
}

proptest! {
    #[test]
    fn no_value_panics(text in ".{0,60}") {
        let _ = read(&text);
    }

    #[test]
    fn nothing_that_looks_like_shorthand_panics(text in r#"[a-c=,\[\]{}'"\\@ \n한]{0,30}"#) {
        let _ = read(&text);
    }
}
