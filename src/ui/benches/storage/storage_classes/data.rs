//! Everything that the bench shows of a sandbox, as plain data: shelves, the month that was run, what was kept, zones. No drawing.

use skylab_cloud::{clock::SimTime, ident::Zone, s3::Bucket};

use super::{
    happened::{self, Happened},
    kept::{KeptRun, SmallRun},
    month::MonthRun,
    scenes::{Scene, Shows},
    shelf::{self, Shelf},
};
use crate::ui::StageView;

/// A zone of the bucket's region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ZoneNow {
    pub zone: Zone,
    /// It is out; `true` if it was destroyed.
    pub out: Option<bool>,
    /// The bucket's One Zone objects lie here.
    pub holds_one_zone: bool,
}

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ClassesData {
    pub start: SimTime,
    pub now: SimTime,
    pub shelves: Vec<Shelf>,
    pub zones: Vec<ZoneNow>,
    pub month: Option<MonthRun>,
    pub kept: Option<KeptRun>,
    pub small: Option<SmallRun>,
    /// Newest first.
    pub happened: Vec<Happened>,
}

impl ClassesData {
    pub(super) fn of(stage: &StageView<'_>, scene: &Scene) -> Self {
        let (sandbox, world) = (stage.sandbox, stage.sandbox.world());
        let shelves = shelf::all(sandbox, scene);
        let one_zone = world.s3.bucket(scene.bucket).map(Bucket::one_zone);
        let zones = one_zone.into_iter().flat_map(|own| own.region().zones().map(move |zone| (zone, own)));
        let zone_now = |(zone, own): (Zone, Zone)| {
            let out = world.zones_out().find(|(out, _)| *out == zone).map(|(_, outage)| outage.destroyed);
            ZoneNow { zone, out, holds_one_zone: zone == own }
        };
        let shows = |what: Shows| scene.shows == what;
        Self {
            start: sandbox.start(),
            now: sandbox.now(),
            happened: happened::gather(sandbox, &shelves),
            shelves,
            zones: zones.map(zone_now).collect(),
            month: if shows(Shows::Cost) { MonthRun::last(world) } else { None },
            kept: if shows(Shows::Early) { KeptRun::of(sandbox, stage.without) } else { None },
            small: if shows(Shows::Early) { SmallRun::last(world) } else { None },
        }
    }
}
