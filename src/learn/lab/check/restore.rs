//! The check `restore`: somebody asks for files, and gets each in time. Of files that lie alike, one is asked for.

use std::collections::BTreeMap;

use skylab_cloud::{
    Sandbox,
    api::Origin,
    clock::SimTime,
    s3::{GetObject, GlacierJobParameters, Object, RestoreObject, RestoreRequest, Speed, Version},
};
use skylab_terminal::sim::Span;

use super::{
    super::{Arg, Told, start::REGION},
    Finding, Scene, length, moment,
};

/// See [`super::Check::Restore`].
pub(super) fn restore(bucket: &str, key: &str, within: &str, scene: Scene<'_>) -> Finding {
    let (bucket, key) = (scene.values.fill(bucket), scene.values.fill(key));
    let within = length(within, scene.values);
    let expected = Told::new("check-restore").with("key", key.as_str()).with("within", Arg::Span(within));
    let keys = of_each_kind(scene.sandbox, &bucket, &key);
    if keys.is_empty() {
        return Finding { holds: false, expected, seen: Told::new("check-restore-none").with("key", key) };
    }
    let mut slowest = 0;
    for key in keys {
        let got = Ask { bucket: &bucket, key: &key }.within(scene.sandbox, within);
        match got {
            Ok(millis) => slowest = slowest.max(millis),
            Err(why) => return Finding { holds: false, expected, seen: why },
        }
    }
    let seen = if slowest == 0 {
        Told::new("check-restore-at-once")
    } else {
        Told::new("check-restore-took").with("took", Arg::Span(Span { months: 0, millis: slowest }))
    };
    Finding { holds: true, expected, seen }
}

/// One key for each way in which the files that are meant lie: class, tier, restored or not, deleted.
fn of_each_kind(sandbox: &Sandbox, bucket: &str, key: &str) -> Vec<String> {
    let Some(prefix) = key.strip_suffix('*') else { return vec![key.to_owned()] };
    let (now, mut kinds) = (sandbox.now(), BTreeMap::new());
    let Some(bucket) = sandbox.world().s3.bucket(bucket) else { return Vec::new() };
    for (first, cohort) in bucket.store().cohorts().filter(|(first, _)| first.starts_with(prefix)) {
        let kind = cohort.versions().first().and_then(Version::object).map(|object| kind(object, now));
        kinds.entry(kind).or_insert_with(|| first.to_string());
    }
    kinds.into_values().collect()
}

fn kind(object: &Object, now: SimTime) -> (&'static str, bool, String) {
    (object.class.name(), object.is_archived(now), format!("{:?} {:?}", object.tiering.map(|it| it.tier), object.restore))
}

struct Ask<'a> {
    bucket: &'a str,
    key: &'a str,
}

impl Ask<'_> {
    /// After how many milliseconds the file could be read, asked for in the fastest way that its class has.
    fn within(&self, sandbox: &Sandbox, within: Span) -> Result<i64, Told> {
        let mut copy = Sandbox::beside(sandbox.world());
        let asked = copy.now();
        let Err(refusal) = self.get(&mut copy) else { return Ok(0) };
        let refused = |code: &str| Told::new("check-restore-refused").with("key", self.key).with("code", code);
        if refusal != "InvalidObjectState" {
            return Err(refused(&refusal));
        }
        let speeds = [Speed::Expedited, Speed::Standard, Speed::Bulk];
        if !speeds.into_iter().any(|speed| self.request(&mut copy, speed)) {
            return Err(refused(&refusal));
        }
        let ready = self.object(&copy).and_then(|object| object.restore.as_ref()).map_or(asked, |restore| restore.ready);
        copy.advance(moment(asked, within).since(asked));
        if self.get(&mut copy).is_ok() {
            return Ok(ready.since(asked));
        }
        let took = Arg::Span(Span { months: 0, millis: ready.since(asked) });
        Err(Told::new("check-restore-too-slow").with("key", self.key).with("took", took))
    }

    fn get(&self, copy: &mut Sandbox) -> Result<(), String> {
        let get = GetObject { bucket: self.bucket.to_owned(), key: self.key.to_owned(), ..GetObject::default() };
        copy.call(&Origin::admin(REGION), get).map(|_| ()).map_err(|error| error.code.into_owned())
    }

    /// Asks for it; an object in a tier of Intelligent-Tiering takes no days.
    fn request(&self, copy: &mut Sandbox, speed: Speed) -> bool {
        let days = self.object(copy).is_none_or(|object| object.tiering.is_none()).then_some(1);
        let glacier_job_parameters = Some(GlacierJobParameters { tier: format!("{speed:?}") });
        let restore_request = RestoreRequest { days, glacier_job_parameters, ..RestoreRequest::default() };
        let request =
            RestoreObject { bucket: self.bucket.to_owned(), key: self.key.to_owned(), restore_request, ..RestoreObject::default() };
        match copy.call(&Origin::admin(REGION), request) {
            Ok(_) => true,
            // somebody has asked already
            Err(error) => error.code == "RestoreAlreadyInProgress",
        }
    }

    fn object<'a>(&self, sandbox: &'a Sandbox) -> Option<&'a Object> {
        let store = sandbox.world().s3.bucket(self.bucket)?.store();
        store.current(self.key)
    }
}
