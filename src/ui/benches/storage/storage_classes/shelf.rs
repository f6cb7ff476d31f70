//! One object on its shelf, as plain data from a sandbox: what it is now, the restores asked for, and how its last GET ended.

use skylab_cloud::{
    Request, Sandbox,
    clock::SimTime,
    ident::Zone,
    journal::{EventKind, Input},
    s3::{self, Object, Speed, StorageClass},
};

use super::scenes::Scene;

/// What would become of a GET now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Nothing has been asked of any object yet: the picture does not answer before the learner has asked.
    Untried,
    /// Its class answers at once.
    Readable,
    /// Refused until it is restored.
    Archived,
    /// A restore runs.
    Restoring { ready: SimTime },
    /// A restored copy can be read.
    Copy { until: SimTime },
    /// Its only zone is out.
    OutOfReach { zone: Zone },
    /// There is no such object any more.
    Gone,
}

/// How a request ended: `None` for success, else AWS's code and HTTP status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub at: SimTime,
    /// Its place among the sandbox's events: many things happen at one moment.
    pub event: usize,
    pub refusal: Option<(String, u16)>,
}

/// A restore that was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Restored {
    pub at: SimTime,
    /// Its place among the sandbox's events.
    pub event: usize,
    pub speed: Speed,
    pub ready: SimTime,
    pub expires: SimTime,
}

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shelf {
    pub class: StorageClass,
    pub key: &'static str,
    pub state: State,
    /// Oldest first.
    pub restores: Vec<Restored>,
    /// All GETs, oldest first.
    pub gets: Vec<Answer>,
}

impl Shelf {
    /// How the last GET ended.
    pub(super) fn last_get(&self) -> Option<&Answer> {
        self.gets.last()
    }
}

/// Every object of a scene.
pub(super) fn all(sandbox: &Sandbox, scene: &Scene) -> Vec<Shelf> {
    let one = |kept: &super::scenes::Kept| {
        let object = object(sandbox, scene.bucket, kept.key);
        let mut shelf = Shelf {
            class: object.map_or(kept.class, |object| object.class),
            key: kept.key,
            state: state(sandbox, scene.bucket, object),
            restores: Vec::new(),
            gets: Vec::new(),
        };
        gather(sandbox, scene.bucket, &mut shelf);
        // a copy that is there already stays as it is, and only its end moves: the object knows better than the request
        if let (Some(last), Some(restore)) = (shelf.restores.last_mut(), object.and_then(|object| object.restore.as_ref())) {
            (last.ready, last.expires) = (restore.ready, restore.expires.unwrap_or(last.expires));
        }
        shelf
    };
    let mut shelves: Vec<Shelf> = scene.objects.iter().map(one).collect();
    if shelves.iter().all(|shelf| shelf.gets.is_empty() && shelf.restores.is_empty()) {
        let told = shelves.iter_mut().filter(|shelf| matches!(shelf.state, State::Readable | State::Archived));
        told.for_each(|shelf| shelf.state = State::Untried);
    }
    shelves
}

fn object<'a>(sandbox: &'a Sandbox, bucket: &str, key: &str) -> Option<&'a Object> {
    let mut cohorts = sandbox.world().s3.bucket(bucket)?.store().cohorts();
    cohorts.find(|(first, _)| &***first == key).and_then(|(_, cohort)| cohort.versions().first()?.object())
}

fn state(sandbox: &Sandbox, bucket: &str, object: Option<&Object>) -> State {
    let (now, world) = (sandbox.now(), sandbox.world());
    let Some(object) = object else { return State::Gone };
    let zone = world.s3.bucket(bucket).map(s3::Bucket::one_zone);
    if let Some(zone) = zone.filter(|zone| object.class == StorageClass::OnezoneIa && world.is_out(*zone)) {
        return State::OutOfReach { zone };
    }
    match &object.restore {
        Some(restore) if restore.is_running(now) => State::Restoring { ready: restore.ready },
        Some(restore) if restore.is_live(now) => restore.expires.map_or(State::Readable, |until| State::Copy { until }),
        _ if object.is_archived(now) => State::Archived,
        _ => State::Readable,
    }
}

/// Reads what was asked of the object, and how it was answered, off the sandbox's events.
fn gather(sandbox: &Sandbox, bucket: &str, shelf: &mut Shelf) {
    let inputs = sandbox.inputs();
    for (n, event) in sandbox.events().iter().enumerate() {
        let EventKind::Answered(refusal) = &event.kind else { continue };
        let Some(Input::Call { request: Request::S3(request), .. }) = inputs.get(event.input).map(|stamped| &stamped.input) else {
            continue;
        };
        let refusal = refusal.as_ref().map(|error| (error.code.to_string(), error.status));
        match request {
            s3::Request::GetObject(get) if get.bucket == bucket && get.key == shelf.key => {
                shelf.gets.push(Answer { at: event.at, event: n, refusal });
            }
            s3::Request::RestoreObject(restore) if restore.bucket == bucket && restore.key == shelf.key && refusal.is_none() => {
                shelf.restores.extend(restored(restore, event.at, n, shelf.class));
            }
            _ => {}
        }
    }
}

/// When a restore that was accepted is ready, and when its copy goes.
fn restored(restore: &s3::RestoreObject, at: SimTime, event: usize, class: StorageClass) -> Option<Restored> {
    let asked = &restore.restore_request;
    let tier = asked.glacier_job_parameters.as_ref().map(|parameters| parameters.tier.as_str()).or(asked.tier.as_deref());
    let speed = tier.map_or(Some(Speed::Standard), Speed::named)?;
    let days = u32::try_from(asked.days?).ok()?;
    let ready = at.plus(speed.millis(class == StorageClass::DeepArchive));
    Some(Restored { at, event, speed, ready, expires: at.plus_days(days).next_midnight() })
}

#[cfg(test)]
pub(super) mod tests {
    use skylab_cloud::{body::Body, clock::DAY_MS, ident::Region};
    use skylab_terminal::{
        files::{Files as _, MemoryFiles},
        shell::Shell,
    };

    use super::*;
    use crate::ui::benches::storage::storage_classes::scenes::SCENES;

    /// A sandbox after the start of a scene and more lines; what is refused ends nothing.
    pub(in super::super) fn sandbox_after(scene: &Scene, lines: &[&str]) -> Sandbox {
        let (mut shell, mut files) = (Shell::new(Region::SEOUL.name()), MemoryFiles::default());
        files.write("part.bin", &Body::Zeros(64 << 20)).unwrap();
        let mut start = Sandbox::new(SimTime::START, 0);
        for line in scene.start {
            assert!(shell.run_line(&mut start, &mut files, line).is_none_or(|step| step.ok()), "{line}");
        }
        let mut sandbox = Sandbox::from_world(start.world().clone());
        for line in lines {
            let _ = shell.run_line(&mut sandbox, &mut files, line);
        }
        sandbox
    }

    #[test]
    fn a_restored_object_is_archived_then_restoring_then_a_copy_then_archived_again() {
        let race = &SCENES[1];
        let get = "aws s3api get-object --bucket archive-417 --key glacier/film-2.mov got.bin";
        let restore = "aws s3api restore-object --bucket archive-417 --key glacier/film-2.mov --restore-request Days=2";
        let mut sandbox = sandbox_after(race, &[get, restore]);
        let shelf = |sandbox: &Sandbox| all(sandbox, race).into_iter().find(|shelf| shelf.key == "glacier/film-2.mov").unwrap();
        let running = shelf(&sandbox);
        assert_eq!(running.last_get().unwrap().refusal, Some(("InvalidObjectState".to_owned(), 403)));
        let [restored] = running.restores[..] else { panic!("{:?}", running.restores) };
        assert_eq!(running.state, State::Restoring { ready: restored.ready });
        sandbox.advance(restored.ready.since(sandbox.now()));
        assert_eq!(shelf(&sandbox).state, State::Copy { until: restored.expires }, "the world agrees on when the copy goes");
        sandbox.advance(restored.expires.since(sandbox.now()) + DAY_MS);
        assert_eq!(shelf(&sandbox).state, State::Archived);
        assert_eq!(shelf(&sandbox).restores, running.restores, "the picture still knows what was");
    }

    #[test]
    fn what_lies_in_one_zone_is_out_of_reach_and_then_gone() {
        let zone = &SCENES[3];
        let states = |lines: &[&str]| all(&sandbox_after(zone, lines), zone).iter().map(|shelf| shelf.state).collect::<Vec<_>>();
        let get = "aws s3api get-object --bucket backup-417 --key standard/backup.tar got.bin";
        assert_eq!([states(&[]), states(&[get])], [[State::Untried; 3], [State::Readable; 3]]);
        let out = states(&[get, "sim fail az apne2-az1"]);
        assert!(out[..2] == [State::Readable; 2] && matches!(out[2], State::OutOfReach { .. }));
        let gone = states(&[get, "sim fail az apne2-az1 --destroyed", "sim heal az apne2-az1"]);
        assert_eq!(gone, [State::Readable, State::Readable, State::Gone]);
    }
}
