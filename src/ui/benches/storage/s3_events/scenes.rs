//! What the s3-events bench can start from: each scene with its commands and its beats. It draws nothing.

use serde_json::json;

use super::{
    data::Kind,
    lines::{self, WAIT, arn},
};
use crate::ui::Beat;

const PUT_DOG: &str = "aws s3api put-object --bucket photos-417 --key images/DOG.JPG --body cat.jpg";
const PUT_CAT: &str = "aws s3api put-object --bucket photos-417 --key images/cat.jpg --body cat.jpg";
const PUT_LOGO: &str = "aws s3api put-object --bucket photos-417 --key images/logo.png --body thumb.bin";
const PUT_LOG: &str = "aws s3api put-object --bucket photos-417 --key logs/app.log --body report-1.txt";
const PUT_TABLE: &str = "aws s3api put-object --bucket photos-417 --key tmp/sales.csv --body sales-2026-03.csv";
const COPY: &str = "aws s3api copy-object --bucket photos-417 --key images/copy.jpg --copy-source photos-417/images/cat.jpg";
const IN_PARTS: &str = "aws s3 cp lesson.mp4 s3://photos-417/video/lesson.mp4";
const DELETE: &str = "aws s3api delete-object --bucket photos-417 --key images/copy.jpg";
const RECEIVE_JOBS: &str = "aws sqs receive-message --queue-url https://sqs.ap-northeast-2.amazonaws.com/123456789012/png-jobs";
const RECEIVE_BUS: &str = "aws sqs receive-message --queue-url https://sqs.ap-northeast-2.amazonaws.com/123456789012/bus-inbox";
const DONE: &str =
    "aws sqs delete-message --queue-url https://sqs.ap-northeast-2.amazonaws.com/123456789012/png-jobs --receipt-handle $HANDLE";
const HANDLE: &str = "HANDLE=$(aws sqs receive-message --queue-url https://sqs.ap-northeast-2.amazonaws.com/123456789012/png-jobs --query 'Messages[0].ReceiptHandle' --output text)";

const OVERLAP: &str = r#"aws s3api put-bucket-notification-configuration --bucket photos-417 --notification-configuration '{"QueueConfigurations":[{"Id":"jobs","QueueArn":"arn:aws:sqs:ap-northeast-2:123456789012:jobs","Events":["s3:ObjectCreated:*"],"Filter":{"Key":{"FilterRules":[{"Name":"prefix","Value":"images/"}]}}}],"LambdaFunctionConfigurations":[{"Id":"thumbs","LambdaFunctionArn":"arn:aws:lambda:ap-northeast-2:123456789012:function:thumbs","Events":["s3:ObjectCreated:Put"],"Filter":{"Key":{"FilterRules":[{"Name":"suffix","Value":".jpg"}]}}}]}'"#;
const APART: &str = r#"aws s3api put-bucket-notification-configuration --bucket photos-417 --notification-configuration '{"QueueConfigurations":[{"Id":"jobs","QueueArn":"arn:aws:sqs:ap-northeast-2:123456789012:jobs","Events":["s3:ObjectCreated:*"],"Filter":{"Key":{"FilterRules":[{"Name":"prefix","Value":"images/"},{"Name":"suffix","Value":".png"}]}}}],"LambdaFunctionConfigurations":[{"Id":"thumbs","LambdaFunctionArn":"arn:aws:lambda:ap-northeast-2:123456789012:function:thumbs","Events":["s3:ObjectCreated:Put"],"Filter":{"Key":{"FilterRules":[{"Name":"suffix","Value":".jpg"}]}}}]}'"#;
const TO_JOBS: &str = r#"aws s3api put-bucket-notification-configuration --bucket photos-417 --notification-configuration '{"QueueConfigurations":[{"Id":"jobs","QueueArn":"arn:aws:sqs:ap-northeast-2:123456789012:jobs","Events":["s3:ObjectCreated:*"]}]}'"#;
const LET_IN: &str = r#"aws sqs set-queue-attributes --queue-url https://sqs.ap-northeast-2.amazonaws.com/123456789012/jobs --attributes '{"Policy":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"s3.amazonaws.com\"},\"Action\":\"sqs:SendMessage\",\"Resource\":\"arn:aws:sqs:ap-northeast-2:123456789012:jobs\",\"Condition\":{\"ArnLike\":{\"aws:SourceArn\":\"arn:aws:s3:::photos-417\"}}}]}"}'"#;
const RECEIVE_TEST: &str = "aws sqs receive-message --queue-url https://sqs.ap-northeast-2.amazonaws.com/123456789012/jobs";

/// One start state with its beats.
pub(super) struct Scene {
    pub id: &'static str,
    pub start: fn() -> Vec<String>,
    pub beats: &'static [Beat],
}

/// Every scene; the first one opens.
pub(super) const SCENES: &[Scene] = &[
    Scene {
        id: "filters",
        start: filters,
        beats: &[
            Beat::question("filters-question"),
            Beat::predict("route", &["function", "bus", "nobody"]),
            Beat::act("dog", &[PUT_DOG, WAIT]),
            Beat::observe("bus-json", &[RECEIVE_BUS]),
            Beat::observe("others", &[PUT_CAT, WAIT, PUT_LOG, WAIT, PUT_LOGO, WAIT]),
            Beat::why("filters-why"),
        ],
    },
    Scene {
        id: "overlap",
        start: overlap,
        beats: &[
            Beat::question("overlap-question"),
            Beat::predict("overlap", &["both", "refused", "replaced"]),
            Beat::act("second", &[OVERLAP]),
            Beat::observe("apart", &[APART, PUT_CAT, WAIT]),
            Beat::why("overlap-why"),
        ],
    },
    Scene {
        id: "permission",
        start: permission,
        beats: &[
            Beat::question("permission-question"),
            Beat::predict("permission", &["silent", "refused", "opens"]),
            Beat::act("closed", &[TO_JOBS]),
            Beat::act("let-in", &[LET_IN, TO_JOBS, WAIT]),
            Beat::observe("test-json", &[RECEIVE_TEST]),
            Beat::why("permission-why"),
        ],
    },
    Scene {
        id: "kinds",
        start: kinds,
        beats: &[
            Beat::question("kinds-question"),
            Beat::predict("kinds", &["removed", "expired", "nobody"]),
            Beat::act("night", &["sim advance 3d"]),
            Beat::observe("copy", &[PUT_CAT, WAIT, COPY, WAIT]),
            Beat::observe("parts", &[IN_PARTS, WAIT]),
            Beat::observe("delete", &[DELETE, WAIT]),
            Beat::why("kinds-why"),
        ],
    },
    Scene {
        id: "twice",
        start: twice,
        beats: &[
            Beat::question("twice-question"),
            Beat::act("first", &[PUT_LOGO, WAIT, RECEIVE_JOBS]),
            Beat::predict("again", &["none", "same", "other"]),
            Beat::act("second-receive", &["sim advance 1m", RECEIVE_JOBS]),
            Beat::observe("done", &["sim advance 1m", HANDLE, DONE]),
            Beat::why("twice-why"),
        ],
    },
    Scene {
        id: "loop",
        start: circle,
        beats: &[
            Beat::question("loop-question"),
            Beat::predict("loop", &["none", "one", "many"]),
            Beat::act("feed", &[PUT_CAT, "sim advance 5m"]),
            Beat::observe("stopped", &["sim advance 1h"]),
            Beat::why("loop-why"),
        ],
    },
];

fn entry(kind: Kind, name: &str, event: &str, prefix: &str, suffix: &str) -> serde_json::Value {
    let to = super::data::Destination { kind, name: name.to_owned(), arn: arn(kind, name) };
    lines::with(&json!({}), &to, &lines::New { event, prefix, suffix })
}

/// Configurations as one, saved.
fn saved(parts: &[serde_json::Value], bus: bool) -> String {
    let mut all = json!({});
    for (list, _) in lines::LISTS {
        let entries: Vec<_> = parts.iter().flat_map(|part| lines::entries(part, list).cloned()).collect();
        if !entries.is_empty() {
            all[list] = entries.into();
        }
    }
    lines::put(&lines::with_bus(&all, bus))
}

const CREATED: &str = "s3:ObjectCreated:*";

/// A function, a queue, a topic and EventBridge, each with its filter.
fn filters() -> Vec<String> {
    let mut start = vec![lines::create()];
    start.extend(lines::function("thumbs", "thumbs/"));
    start.push(lines::queue("png-jobs", Some("s3")));
    start.extend(lines::topic("log-news", "log-inbox"));
    start.extend(lines::bus("every-object", "bus-inbox"));
    let parts = [
        entry(Kind::Function, "thumbs", CREATED, "images/", ".jpg"),
        entry(Kind::Queue, "png-jobs", CREATED, "images/", ".png"),
        entry(Kind::Topic, "log-news", CREATED, "logs/", ""),
    ];
    start.extend([saved(&parts, true), WAIT.to_owned()]);
    start
}

/// A queue that has a filter, and a function that is to get a share.
fn overlap() -> Vec<String> {
    let mut start = vec![lines::create(), lines::queue("jobs", Some("s3"))];
    start.extend(lines::function("thumbs", "thumbs/"));
    start.extend([saved(&[entry(Kind::Queue, "jobs", CREATED, "images/", "")], false), WAIT.to_owned()]);
    start
}

/// A queue that lets nobody in.
fn permission() -> Vec<String> {
    vec![lines::create(), lines::queue("jobs", None)]
}

/// A queue for each kind of event, and a lifecycle rule that will act.
fn kinds() -> Vec<String> {
    let mut start = vec![lines::create()];
    start.extend(["made", "removed", "expired"].map(|name| lines::queue(name, Some("s3"))));
    let parts = [
        entry(Kind::Queue, "made", CREATED, "", ""),
        entry(Kind::Queue, "removed", "s3:ObjectRemoved:*", "", ""),
        entry(Kind::Queue, "expired", "s3:LifecycleExpiration:*", "", ""),
    ];
    start.push(saved(&parts, false));
    let rules = json!({"Rules": [{"ID": "drop-tmp", "Status": "Enabled", "Filter": {"Prefix": "tmp/"}, "Expiration": {"Days": 1}}]});
    start.push(format!("aws s3api put-bucket-lifecycle-configuration --bucket photos-417 --lifecycle-configuration '{rules}'"));
    start.extend([PUT_TABLE, WAIT].map(str::to_owned));
    start
}

/// A queue with a program that forgets to say that it is done.
fn twice() -> Vec<String> {
    let part = entry(Kind::Queue, "png-jobs", CREATED, "images/", ".png");
    let purge = "aws sqs purge-queue --queue-url https://sqs.ap-northeast-2.amazonaws.com/123456789012/png-jobs".to_owned();
    vec![lines::create(), lines::queue("png-jobs", Some("s3")), saved(&[part], false), purge, "sim advance 2m".to_owned()]
}

/// A function that writes where it is called from.
fn circle() -> Vec<String> {
    let mut start = vec![lines::create()];
    start.extend(lines::function("thumbs", "images/small-"));
    start.extend([saved(&[entry(Kind::Function, "thumbs", CREATED, "images/", ".jpg")], false), WAIT.to_owned()]);
    start
}
