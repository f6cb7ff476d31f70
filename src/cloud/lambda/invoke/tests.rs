//! Invocations: what the modelled behaviours do, what happens to events that fail, and where circles end.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use super::{super::Outcome, bench::Bench};

fn payload(answer: &Value) -> Value {
    serde_json::from_slice(&STANDARD.decode(answer["Payload"].as_str().unwrap()).unwrap()).unwrap()
}

fn photo(bucket: &str, key: &str) -> Value {
    json!({"Records": [{"s3": {"bucket": {"name": bucket}, "object": {"key": key}}}]})
}

#[test]
fn a_function_of_any_handler_takes_its_event_and_answers_null() {
    let mut bench = Bench::with_function();
    let answer = bench.ok("Invoke", json!({"Payload": STANDARD.encode(r#"{"a": 1}"#), "LogType": "Tail"}));
    assert_eq!((&answer["StatusCode"], &answer["ExecutedVersion"], answer.get("FunctionError")), (&json!(200), &json!("$LATEST"), None));
    assert_eq!(payload(&answer), Value::Null);
    let log = String::from_utf8(STANDARD.decode(answer["LogResult"].as_str().unwrap()).unwrap()).unwrap();
    assert!(log.starts_with("START RequestId: ") && log.contains("Billed Duration: 100 ms"), "{log}");
    let seen = bench.function().invocations().next().unwrap();
    assert_eq!((seen.event.as_str(), seen.asynchronous), (r#"{"a":1}"#, false));
}

#[test]
fn an_event_that_is_no_json_is_refused() {
    let mut bench = Bench::with_function();
    let bad = json!({"Payload": STANDARD.encode("{no")});
    assert_eq!(bench.refused("Invoke", bad), "InvalidRequestContentException");
    assert_eq!(bench.refused("Invoke", json!({"InvocationType": "Perhaps"})), "ValidationException");
    assert_eq!(bench.ok("Invoke", json!({"InvocationType": "DryRun"})), json!({"StatusCode": 204}));
    assert_eq!(bench.function().n_invocations(), 0);
}

#[test]
fn echo_answers_its_event_and_fail_answers_an_error() {
    let mut bench = Bench::doing("skylab.echo", &json!({}));
    assert_eq!(payload(&bench.ok("Invoke", json!({"Payload": STANDARD.encode(r#"{"a": 1}"#)}))), json!({"a": 1}));
    let mut bench = Bench::doing("skylab.fail", &json!({}));
    let answer = bench.ok("Invoke", json!({}));
    assert_eq!((&answer["StatusCode"], &answer["FunctionError"]), (&json!(200), &json!("Unhandled")));
    assert_eq!(payload(&answer)["errorType"], "Exception");
}

#[test]
fn a_copier_copies_what_an_s3_event_names_as_its_role() {
    let mut bench = Bench::doing("skylab.copy_object", &json!({"TARGET_PREFIX": "thumbnails/"}));
    bench.of("s3", "CreateBucket", json!({"Bucket": "photos"})).unwrap();
    bench.of("s3", "PutObject", json!({"Bucket": "photos", "Key": "in/my cat.jpg", "Body": {"Zeros": 10}})).unwrap();
    let event = photo("photos", "in/my+cat.jpg");
    let answer = bench.ok("Invoke", json!({"Payload": STANDARD.encode(event.to_string())}));
    assert_eq!(payload(&answer), json!({"copied": [{"bucket": "photos", "key": "thumbnails/my cat.jpg"}]}));
    bench.of("s3", "HeadObject", json!({"Bucket": "photos", "Key": "thumbnails/my cat.jpg"})).unwrap();
    bench.of("iam", "DeleteRolePolicy", json!({"RoleName": "worker", "PolicyName": "all"})).unwrap();
    let denied = bench.ok("Invoke", json!({"Payload": STANDARD.encode(event.to_string())}));
    assert_eq!(denied["FunctionError"], "Unhandled");
    assert!(payload(&denied)["errorMessage"].as_str().unwrap().contains("AccessDenied"), "{denied}");
}

#[test]
fn a_failed_event_is_tried_again_after_one_minute_and_after_two_more() {
    let mut bench = Bench::doing("skylab.fail", &json!({}));
    bench.take(&json!({}));
    assert_eq!(bench.function().n_invocations(), 0, "it is only taken");
    for (secs, n) in [(1, 1), (59, 1), (1, 2), (119, 2), (1, 3), (3_600, 3)] {
        bench.advance_secs(secs);
        assert_eq!(bench.function().n_invocations(), n);
    }
    let attempts: Vec<u32> = bench.function().invocations().map(|it| it.attempt).collect();
    assert_eq!(attempts, [1, 2, 3]);
}

#[test]
fn an_event_given_up_goes_to_the_dead_letter_queue_and_the_failure_destination() {
    let mut bench = Bench::doing("skylab.fail", &json!({}));
    for name in ["dead", "failures"] {
        bench.of("sqs", "CreateQueue", json!({"QueueName": name})).unwrap();
    }
    let arn = |name: &str| format!("arn:aws:sqs:us-east-1:123456789012:{name}");
    bench.ok("UpdateFunctionConfiguration", json!({"DeadLetterConfig": {"TargetArn": arn("dead")}}));
    let config = json!({"MaximumRetryAttempts": 0, "DestinationConfig": {"OnFailure": {"Destination": arn("failures")}}});
    bench.ok("PutFunctionEventInvokeConfig", config);
    bench.take(&json!({"n": 7}));
    bench.advance_secs(2);
    let received = |bench: &mut Bench, name: &str| {
        let url = format!("https://sqs.us-east-1.amazonaws.com/123456789012/{name}");
        let answer = bench.of("sqs", "ReceiveMessage", json!({"QueueUrl": url, "MessageAttributeNames": ["All"]})).unwrap();
        answer["Messages"][0].clone()
    };
    let dead = received(&mut bench, "dead");
    assert_eq!(dead["Body"], r#"{"n":7}"#);
    assert_eq!(dead["MessageAttributes"]["ErrorCode"]["StringValue"], "200");
    let record: Value = serde_json::from_str(received(&mut bench, "failures")["Body"].as_str().unwrap()).unwrap();
    assert_eq!((&record["requestContext"]["condition"], &record["requestPayload"]), (&json!("RetriesExhausted"), &json!({"n": 7})));
    assert_eq!(record["requestContext"]["approximateInvokeCount"], 1);
}

#[test]
fn a_run_is_billed_as_a_request_and_by_memory_and_time() {
    let mut bench = Bench::with_function();
    bench.ok("Invoke", json!({}));
    let used = bench.world.usage().until(bench.world.now());
    let sum = |usage_type: &str| {
        used.iter().filter(|(key, _)| key.usage_type == usage_type).flat_map(|(_, months)| months.values()).sum::<u128>()
    };
    assert_eq!((sum("Request"), sum("Lambda-GB-Second")), (1, 128 * 100));
}

#[test]
fn a_deleted_function_drops_the_events_that_wait_for_it() {
    let mut bench = Bench::doing("skylab.fail", &json!({}));
    bench.take(&json!({}));
    bench.ok("DeleteFunction", json!({}));
    bench.advance_secs(600);
    assert_eq!(bench.world.lambda.n_waiting("arn:aws:lambda:us-east-1:123456789012:function:thumbs"), 0);
}

#[test]
fn a_success_may_be_sent_on_as_well() {
    let mut bench = Bench::doing("skylab.echo", &json!({}));
    bench.of("sqs", "CreateQueue", json!({"QueueName": "done"})).unwrap();
    let on = json!({"OnSuccess": {"Destination": "arn:aws:sqs:us-east-1:123456789012:done"}});
    bench.ok("PutFunctionEventInvokeConfig", json!({"DestinationConfig": on}));
    bench.take(&json!({"n": 1}));
    bench.advance_secs(2);
    let url = "https://sqs.us-east-1.amazonaws.com/123456789012/done";
    let answer = bench.of("sqs", "ReceiveMessage", json!({"QueueUrl": url})).unwrap();
    let record: Value = serde_json::from_str(answer["Messages"][0]["Body"].as_str().unwrap()).unwrap();
    assert_eq!((&record["requestContext"]["condition"], &record["responsePayload"]), (&json!("Success"), &json!({"n": 1})));
    assert!(matches!(bench.function().invocations().next().unwrap().outcome, Outcome::Succeeded(_)));
}
