//! The stack of a key's versions as S3 lists it, and the requests of a run made once more, one by one, to see what each
//! changed. It works on copies: the sandbox itself is only read.

use serde_json::{Value, json};
use skylab_cloud::{
    Request, World,
    api::{ApiError, Origin},
    body::Body,
    clock::SimTime,
    ident::{Caller, Region},
    journal::Input,
    s3::{Lock, Version},
};

use super::scenes::{BUCKET, KEY};
use crate::ui::StageView;

/// One version in the stack.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layer {
    /// As S3 prints it.
    pub id: String,
    /// The first line of its text; empty for a delete marker.
    pub title: String,
    /// `None` for a delete marker.
    pub bytes: Option<u64>,
    pub written: SimTime,
    /// Of a version with data.
    pub lock: Lock,
}

impl Layer {
    pub(super) fn is_marker(&self) -> bool {
        self.bytes.is_none()
    }

    /// The beginning of its id, enough to tell it from the others.
    pub(super) fn short_id(&self) -> String {
        const SHOWN: usize = 6;
        if self.id.len() <= SHOWN { self.id.clone() } else { format!("{}…", &self.id[..SHOWN]) }
    }
}

/// Makes a request in a copy of a world, so that the world stays as it is.
pub(super) fn ask(world: &World, operation: &str, members: Value) -> Result<Value, ApiError> {
    match Request::parse("s3", operation, members) {
        Ok(request) => world.clone().call(&Origin::admin(Region::SEOUL), request),
        Err(_) => Ok(Value::Null),
    }
}

/// What ListObjectVersions answers about the key.
pub(super) fn listing(world: &World) -> Value {
    ask(world, "ListObjectVersions", json!({"Bucket": BUCKET, "Prefix": KEY})).unwrap_or_default()
}

/// The versions of the key, newest first, as S3 lists them.
pub(super) fn layers(world: &World) -> Vec<Layer> {
    let listing = listing(world);
    // S3 lists versions and markers apart, each newest first; the stored stack tells how they lie
    let of = |kind: &str| listing[kind].as_array().cloned().unwrap_or_default().into_iter().filter(|it| it["Key"] == KEY);
    let (mut objects, mut markers) = (of("Versions"), of("DeleteMarkers"));
    let stack = stack(world);
    let layer = |version: &Version| {
        let listed = if version.is_marker() { markers.next() } else { objects.next() }?;
        let bytes = version.object().map(skylab_cloud::s3::Object::size);
        let title = version.object().map(|object| first_line(&object.content.body)).unwrap_or_default();
        let lock = version.object().map(|object| object.lock).unwrap_or_default();
        Some(Layer { id: listed["VersionId"].as_str()?.to_owned(), title, bytes, written: version.written, lock })
    };
    stack.iter().filter_map(layer).collect()
}

fn stack(world: &World) -> &[Version] {
    let cohorts = world.s3.bucket(BUCKET).into_iter().flat_map(|bucket| bucket.store().cohorts());
    cohorts.filter(|(first, _)| &***first == KEY).map(|(_, cohort)| cohort.versions()).next().unwrap_or_default()
}

fn first_line(body: &Body) -> String {
    const MOST: usize = 40;
    let Body::Bytes(bytes) = body else { return String::new() };
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    String::from_utf8_lossy(line).chars().take(MOST).collect()
}

/// A request of the run, with what came back and the stack before and after it.
#[derive(Clone, Debug)]
pub(super) struct Deed {
    /// Deeds of one gesture share its number.
    pub gesture: u32,
    /// When, and by whom.
    pub at: SimTime,
    pub caller: Caller,
    /// AWS's name of the operation.
    pub name: &'static str,
    /// Its members.
    pub members: Value,
    pub outcome: Result<Value, ApiError>,
    pub before: Vec<Layer>,
    pub after: Vec<Layer>,
}

impl Deed {
    /// The version that it names, if it names one.
    pub(super) fn version_id(&self) -> Option<&str> {
        self.members["VersionId"].as_str()
    }

    /// Whether it is about the key of the bench.
    fn is_ours(&self) -> bool {
        let key = self.members.get("Key").and_then(Value::as_str);
        self.members["Bucket"] == BUCKET && key.is_none_or(|key| key == KEY)
    }
}

/// The requests of a run about the bucket, oldest first, each at its time: locks end with time.
pub(super) fn deeds(run: &StageView<'_>) -> impl Iterator<Item = Deed> {
    let mut world = run.sandbox.start_world().clone();
    let calls = run.sandbox.inputs().iter().filter_map(|stamped| match &stamped.input {
        Input::Call { origin, request } => Some((stamped.gesture, stamped.at, origin.clone(), request.clone())),
        Input::Advance { .. } | Input::Fault(_) => None,
    });
    let calls: Vec<_> = calls.collect();
    let deeds = calls.into_iter().map(move |(gesture, at, origin, request)| {
        world.run_until(at);
        let (name, members, before) = (request.name(), request.params(), layers(&world));
        let outcome = world.call(&origin, request);
        Deed { gesture, at, caller: origin.caller, name, members, outcome, before, after: layers(&world) }
    });
    deeds.filter(Deed::is_ours)
}
