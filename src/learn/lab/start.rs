//! A lab's sandbox before the learner's first act: set-up, loads and planned faults done, its limits set. Nothing here is timed.

use std::collections::BTreeSet;

use serde_json::Value as Json;
use skylab_cloud::{
    Sandbox, World,
    body::Body,
    bounds::{Bounds, Refused},
    clock::SimTime,
    ident::Region,
};
use skylab_terminal::{
    cloud::{Actor, CallError, Cloud},
    failure::Failure,
    files::{Files as _, MemoryFiles},
    shell::Shell,
    sim::SimCommand,
    step::Step,
};

use super::{
    Complaint, Lab, Told, Values,
    limits::{MAX_CALLS_OF_A_LINE, MAX_OBJECT_BYTES, MAX_WORK},
};

/// Where labs take place.
pub const REGION: Region = Region::SEOUL;

/// A sandbox with what lies before the learner.
#[derive(Clone, Debug)]
pub struct Start {
    /// Undo does not reach behind it.
    pub sandbox: Sandbox,
    /// Files that commands may use.
    pub files: MemoryFiles,
}

/// Prepares the sandbox of a lab for one learner. `withheld` is refused besides what the lab locks.
pub fn start(lab: &Lab, values: &Values, seed: u64, withheld: &[Refused]) -> Result<Start, Complaint> {
    let mut files = MemoryFiles::default();
    for (path, bytes) in lab.pack.learner_files() {
        let _ = files.write(path, &Body::new(bytes)); // a file in memory takes any path
    }
    let mut world = World::new(SimTime::START, seed);
    world.limit_work(MAX_WORK);
    let mut sandbox = Sandbox::from_world(world);
    let mut shell = Shell::new(REGION.name());
    let mut used = files.clone();
    let file = &lab.file;
    for (part, lines) in [("setup", &file.setup), ("load", &file.load), ("faults", &file.faults)] {
        for (n, line) in lines.iter().enumerate() {
            let line = values.fill(line);
            if let Some(failure) = run_line(&mut shell, &mut sandbox, &mut used, &line).and_then(|step| step.error) {
                let told = Told::new("lab-setup-failed").with("line", line).with("what", failure.sentence());
                return Err(lab.complaint(&format!("{part}[{n}]"), told));
            }
        }
    }
    let mut world = sandbox.world().clone();
    let services: BTreeSet<String> = file.allowed.iter().cloned().collect();
    let locked = file.locked.iter().filter_map(|text| Refused::parse(text));
    world.set_bounds(Bounds { services, refused: locked.chain(withheld.iter().cloned()).collect() });
    Ok(Start { sandbox: Sandbox::from_world(world), files })
}

/// Runs a line with a bound on the calls it may make.
pub(super) fn run_line(shell: &mut Shell, sandbox: &mut Sandbox, files: &mut MemoryFiles, line: &str) -> Option<Step> {
    shell.run_line(&mut Metered { sandbox, n_left: MAX_CALLS_OF_A_LINE }, files, line)
}

/// A sandbox that answers only so many calls: a list of a billion objects has a million pages.
pub(super) struct Metered<'a> {
    pub sandbox: &'a mut Sandbox,
    pub n_left: u32,
}

impl Cloud for Metered<'_> {
    fn call(&mut self, actor: &Actor, region: &str, service: &str, operation: &str, params: Json) -> Result<Json, CallError> {
        let Some(n_left) = self.n_left.checked_sub(1) else {
            let what = "a lab makes only so many calls at once: ask for less".to_owned();
            return Err(CallError::Failed(Failure::general("TooManyCalls", what)));
        };
        self.n_left = n_left;
        Cloud::call(self.sandbox, actor, region, service, operation, params)
    }

    fn presigned(&self, actor: &Actor, region: &str, bucket: &str, key: &str, expires_secs: i64) -> Result<String, Failure> {
        Cloud::presigned(self.sandbox, actor, region, bucket, key, expires_secs)
    }

    fn advance(&mut self, millis: i64) {
        Cloud::advance(self.sandbox, millis);
    }

    fn knows_key(&self, key: &str) -> bool {
        Cloud::knows_key(self.sandbox, key)
    }

    fn now_secs(&self) -> i64 {
        Cloud::now_secs(self.sandbox)
    }

    fn sim(&mut self, region: &str, command: &SimCommand) -> Result<Json, Failure> {
        if matches!(command, SimCommand::LoadS3(load) if load.object_size > MAX_OBJECT_BYTES) {
            // its digest alone would take seconds
            return Err(Failure::params(format!("sim load: in a lab, --object-size is at most {} MB", MAX_OBJECT_BYTES >> 20)));
        }
        Cloud::sim(self.sandbox, region, command)
    }

    fn modelled(&self, service: &str) -> Vec<&'static str> {
        Cloud::modelled(self.sandbox, service)
    }
}
