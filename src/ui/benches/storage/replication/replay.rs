//! The run once more, input by input, with both ends after each. It works on copies: the sandbox itself is only read.

use serde_json::{Value, json};
use skylab_cloud::{
    Request, World,
    api::{ApiError, Origin},
    ident::AccountId,
    journal::Input,
};

use super::{
    data::{self, End},
    scenes::Scene,
};
use crate::ui::StageView;

/// A step of the run: a request, or time that passed.
#[derive(Clone, Debug)]
pub(super) struct Deed {
    /// Deeds of one gesture share its number.
    pub gesture: u32,
    /// AWS's name of the operation; empty for time.
    pub name: &'static str,
    /// Its members.
    pub members: Value,
    /// Whose account asked.
    pub account: Option<AccountId>,
    pub outcome: Result<Value, ApiError>,
    /// How long it took: only time has any.
    pub millis: i64,
    /// The ends afterwards.
    pub sources: Vec<End>,
    pub target: Option<End>,
    /// Bytes that have left for another region since the start.
    pub moved_bytes: u64,
}

/// The steps of a run, oldest first.
pub(super) fn deeds(run: &StageView<'_>, scene: &Scene) -> Vec<Deed> {
    let mut world = run.sandbox.start_world().clone();
    let inputs = run.sandbox.inputs();
    let mut deeds = Vec::new();
    for (n, stamped) in inputs.iter().enumerate() {
        world.run_until(stamped.at);
        let (name, members, account, outcome) = match &stamped.input {
            Input::Call { origin, request } => {
                (request.name(), request.params(), origin.caller.account(), world.call(origin, request.clone()))
            }
            Input::Advance { .. } => {
                world.run_until(inputs.get(n + 1).map_or_else(|| run.sandbox.now(), |next| next.at));
                ("", Value::Null, None, Ok(Value::Null))
            }
            Input::Fault(_) => continue,
        };
        deeds.push(Deed {
            gesture: stamped.gesture,
            name,
            members,
            account,
            outcome,
            millis: world.now().since(stamped.at),
            sources: scene.sources.iter().filter_map(|place| data::end(&world, *place)).collect(),
            target: data::end(&world, scene.target),
            moved_bytes: data::moved_bytes(&world),
        });
    }
    deeds
}

/// Whether a bucket's versioning is enabled.
pub(super) fn is_versioned(world: &World, origin: &Origin, bucket: &str) -> bool {
    let Ok(request) = Request::parse("s3", "GetBucketVersioning", json!({"Bucket": bucket})) else { return false };
    world.clone().call(origin, request).is_ok_and(|answer| answer["Status"] == "Enabled")
}
