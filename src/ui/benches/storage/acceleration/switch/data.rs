//! What the scene of the switch shows, as plain data from a sandbox. No drawing.

use serde_json::{Value, json};
use skylab_cloud::{Request, World, api::Origin, ident::Region, journal::Input};

use super::super::scenes::{DOTTED, PLAIN};
use crate::ui::StageView;

/// A bucket and its switch.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Switch {
    pub name: &'static str,
    /// `Enabled` or `Suspended`; `None` if it was never set.
    pub status: Option<String>,
}

/// Everything the scene shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SwitchData {
    pub buckets: Vec<Switch>,
}

impl SwitchData {
    pub(crate) fn of(stage: &StageView<'_>) -> Self {
        let world = stage.sandbox.world();
        let there = [PLAIN, DOTTED].into_iter().filter(|name| world.s3.bucket(name).is_some());
        Self { buckets: there.map(|name| Switch { name, status: status(world, name) }).collect() }
    }

    /// The text on what the last line did.
    pub(crate) fn happened_key(line: Option<&str>) -> &'static str {
        match line {
            Some(line) if line.contains("put-bucket-accelerate") && line.contains("Enabled") => "acceleration-did-enable",
            Some(line) if line.contains("put-bucket-accelerate") => "acceleration-did-suspend",
            Some(line) if line.contains("get-bucket-accelerate") => "acceleration-did-get",
            _ => "acceleration-did-nothing",
        }
    }
}

fn status(world: &World, bucket: &str) -> Option<String> {
    let request = Request::parse("s3", "GetBucketAccelerateConfiguration", json!({"Bucket": bucket})).ok()?;
    let answer = world.clone().call(&Origin::admin(Region::SEOUL), request).ok()?;
    answer["Status"].as_str().map(str::to_owned)
}

/// Whether the switch of the plain and of the dotted bucket was taken, once both were tried.
pub(crate) fn tried(run: &StageView<'_>) -> Option<(bool, bool)> {
    let was_tried = |bucket: &str| {
        run.sandbox.inputs().iter().any(|stamped| match &stamped.input {
            Input::Call { request, .. } => {
                request.name() == "PutBucketAccelerateConfiguration"
                    && request.params().get("Bucket").and_then(Value::as_str) == Some(bucket)
            }
            _ => false,
        })
    };
    let is_taken = |bucket: &str| status(run.sandbox.world(), bucket).is_some();
    (was_tried(PLAIN) && was_tried(DOTTED)).then(|| (is_taken(PLAIN), is_taken(DOTTED)))
}
