//! Faults: availability zones that fail and heal, from outside. It names no service: each asks whether a zone is out, and is
//! told when what lies in one is gone.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{
    World,
    clock::SimTime,
    ident::Zone,
    world::{Core, Happening},
};

/// Something that fails or heals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// A zone fails.
    FailZone {
        /// Which one.
        zone: Zone,
        /// After how many milliseconds it heals by itself; not before it is healed without.
        for_millis: Option<i64>,
        /// The zone, and what is stored only in it, is gone for good: healed, it comes back empty.
        destroyed: bool,
    },
    /// A zone that is out comes back.
    HealZone {
        /// Which one.
        zone: Zone,
    },
    /// Something will fail or heal by itself later.
    Later {
        /// After how many milliseconds.
        after_millis: i64,
        /// What; one that cannot happen then does not.
        fault: Box<Fault>,
    },
}

/// A zone that is out now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outage {
    /// Since when.
    pub since: SimTime,
    /// When it heals by itself.
    pub until: Option<SimTime>,
    /// What was stored only in it is gone.
    pub destroyed: bool,
}

/// Why a fault was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultError {
    /// The zone is out already.
    AlreadyOut(Zone),
    /// The zone is not out.
    NotOut(Zone),
    /// It would heal the moment it fails, or before.
    NoTime,
    /// It would happen later, but not after now.
    NoDelay,
    /// More faults are planned than may be.
    TooMany,
}

/// Most faults that wait for their time.
const MAX_PLANNED: usize = 1_000;

impl fmt::Display for FaultError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AlreadyOut(zone) => write!(f, "{zone} is out already"),
            Self::NotOut(zone) => write!(f, "{zone} is not out"),
            Self::NoTime => f.write_str("a fault lasts longer than no time"),
            Self::NoDelay => f.write_str("a fault that is planned comes later than now"),
            Self::TooMany => write!(f, "more than {MAX_PLANNED} faults are planned"),
        }
    }
}

impl std::error::Error for FaultError {}

impl World {
    /// The zones that are out now, in a fixed order.
    pub fn zones_out(&self) -> impl Iterator<Item = (Zone, &Outage)> {
        self.core.outages.iter().map(|(zone, outage)| (*zone, outage))
    }

    /// True while a zone is out.
    pub fn is_out(&self, zone: Zone) -> bool {
        self.core.outages.contains_key(&zone)
    }

    /// Whether a fault could happen now.
    pub fn check_fault(&self, fault: &Fault) -> Result<(), FaultError> {
        match fault {
            Fault::FailZone { zone, .. } if self.is_out(*zone) => Err(FaultError::AlreadyOut(*zone)),
            Fault::FailZone { for_millis: Some(..=0), .. } => Err(FaultError::NoTime),
            Fault::HealZone { zone } if !self.is_out(*zone) => Err(FaultError::NotOut(*zone)),
            Fault::Later { after_millis: ..=0, .. } => Err(FaultError::NoDelay),
            Fault::Later { fault, .. } => match **fault {
                Fault::Later { .. } => Err(FaultError::NoDelay),
                Fault::FailZone { for_millis: Some(..=0), .. } => Err(FaultError::NoTime),
                _ if self.core.planned_faults.len() >= MAX_PLANNED => Err(FaultError::TooMany),
                _ => Ok(()),
            },
            Fault::FailZone { .. } | Fault::HealZone { .. } => Ok(()),
        }
    }

    /// Lets something fail or heal at the present moment. A refused fault changes nothing.
    pub fn fault(&mut self, fault: &Fault) -> Result<(), FaultError> {
        self.check_fault(fault)?;
        self.core.steps += 1;
        match fault {
            Fault::FailZone { zone, for_millis, destroyed } => self.fail(*zone, *for_millis, *destroyed),
            Fault::HealZone { zone } => self.heal(*zone),
            Fault::Later { after_millis, fault } => {
                let at = self.now().plus(*after_millis);
                let planned = &mut self.core.planned_faults;
                planned.insert(planned.partition_point(|(other, _)| *other <= at), (at, Fault::clone(fault)));
            }
        }
        Ok(())
    }

    fn fail(&mut self, zone: Zone, for_millis: Option<i64>, destroyed: bool) {
        let since = self.now();
        let until = for_millis.map(|millis| since.plus(millis));
        self.core.outages.insert(zone, Outage { since, until, destroyed });
        let until = until.map(|until| ("until", json!(until)));
        self.tell("ZoneFailed", zone, [("destroyed", json!(destroyed))].into_iter().chain(until));
        if destroyed {
            self.lose_zone(zone);
        }
    }

    fn heal(&mut self, zone: Zone) {
        if let Some(outage) = self.core.outages.remove(&zone) {
            self.tell("ZoneHealed", zone, [("since", json!(outage.since)), ("destroyed", json!(outage.destroyed))]);
        }
    }

    /// Heals the zones whose time has come.
    pub(crate) fn heal_due(&mut self) {
        let now = self.now();
        let due = |(zone, outage): (&Zone, &Outage)| outage.until.is_some_and(|until| until <= now).then_some(*zone);
        let healed: Vec<Zone> = self.core.outages.iter().filter_map(due).collect();
        for zone in healed {
            self.heal(zone);
        }
    }

    /// Lets the planned faults happen whose time has come; one that cannot happen any more does not.
    pub(crate) fn fail_due(&mut self) {
        while self.core.planned_faults.first().is_some_and(|(at, _)| *at <= self.now()) {
            let (_, fault) = self.core.planned_faults.remove(0);
            let _ = self.fault(&fault);
        }
    }

    fn tell(&mut self, name: &str, zone: Zone, facts: impl IntoIterator<Item = (&'static str, Value)>) {
        let place = [("region", json!(zone.region())), ("zone_name", json!(zone.name()))];
        let facts = place.into_iter().chain(facts).collect();
        self.happen(Happening { name: name.to_owned(), resource: zone.to_string(), facts });
    }
}

impl Core {
    /// When the next zone heals by itself.
    pub(crate) fn next_heal(&self) -> Option<SimTime> {
        self.outages.values().filter_map(|outage| outage.until).min()
    }

    /// When the next planned fault happens.
    pub(crate) fn next_fault(&self) -> Option<SimTime> {
        self.planned_faults.first().map(|(at, _)| *at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Sandbox,
        clock::{DAY_MS, SECOND_MS},
        ident::Region,
        journal::{EventKind, Input},
    };

    fn zone() -> Zone {
        Zone::first(Region::SEOUL)
    }

    fn fail(for_millis: Option<i64>) -> Fault {
        Fault::FailZone { zone: zone(), for_millis, destroyed: false }
    }

    fn heal() -> Fault {
        Fault::HealZone { zone: zone() }
    }

    fn told(sandbox: &Sandbox) -> Vec<(SimTime, String)> {
        let name = |kind: &EventKind| match kind {
            EventKind::Happened(it) => format!("{} {}", it.name, it.resource),
            EventKind::Answered(_) => String::new(),
        };
        sandbox.events().iter().map(|event| (event.at, name(&event.kind))).collect()
    }

    #[test]
    fn a_zone_that_fails_is_out_until_it_is_healed() {
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        sandbox.fault(fail(None)).unwrap();
        sandbox.advance(900 * DAY_MS);
        assert!(sandbox.world().is_out(zone()) && sandbox.world().zones_out().count() == 1);
        sandbox.fault(heal()).unwrap();
        assert!(!sandbox.world().is_out(zone()));
        assert_eq!(told(&sandbox), [(SimTime::START, "ZoneFailed apne2-az1".into()), (sandbox.now(), "ZoneHealed apne2-az1".into())]);
    }

    #[test]
    fn a_zone_that_fails_for_a_time_heals_at_its_very_end() {
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        sandbox.fault(fail(Some(600 * SECOND_MS))).unwrap();
        sandbox.advance(600 * SECOND_MS - 1);
        assert!(sandbox.world().is_out(zone()));
        sandbox.advance(DAY_MS);
        assert!(!sandbox.world().is_out(zone()));
        assert_eq!(told(&sandbox)[1], (SimTime::START.plus(600 * SECOND_MS), "ZoneHealed apne2-az1".into()));
    }

    #[test]
    fn a_zone_healed_early_does_not_end_its_next_failure() {
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        sandbox.fault(fail(Some(DAY_MS))).unwrap();
        sandbox.fault(heal()).unwrap();
        sandbox.fault(fail(None)).unwrap();
        sandbox.advance(2 * DAY_MS);
        assert!(sandbox.world().is_out(zone()));
    }

    #[test]
    fn a_fault_is_undone_and_done_again_with_its_healing() {
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        sandbox.fault(fail(Some(DAY_MS))).unwrap();
        sandbox.advance(DAY_MS);
        assert!(sandbox.undo() && sandbox.world().is_out(zone()));
        assert!(sandbox.undo() && !sandbox.world().is_out(zone()));
        assert!(sandbox.redo() && sandbox.world().is_out(zone()));
        assert!(sandbox.redo() && !sandbox.world().is_out(zone()));
    }

    #[test]
    fn a_refused_fault_changes_nothing_and_is_no_input() {
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        assert_eq!(sandbox.fault(heal()), Err(FaultError::NotOut(zone())));
        assert_eq!(sandbox.fault(fail(Some(0))), Err(FaultError::NoTime));
        assert_eq!(sandbox.fault(fail(Some(-1))), Err(FaultError::NoTime));
        sandbox.fault(fail(None)).unwrap();
        let before = sandbox.world().hashes();
        assert_eq!(sandbox.fault(fail(Some(DAY_MS))), Err(FaultError::AlreadyOut(zone())));
        assert_eq!(sandbox.world().hashes(), before);
        assert_eq!(sandbox.inputs().iter().map(|stamped| &stamped.input).collect::<Vec<_>>(), [&Input::Fault(fail(None))]);
    }

    #[test]
    fn a_planned_fault_happens_at_its_time_and_with_the_advance_that_leads_there() {
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        sandbox.fault(Fault::Later { after_millis: 2 * DAY_MS, fault: Box::new(fail(Some(DAY_MS))) }).unwrap();
        sandbox.advance(2 * DAY_MS - 1);
        assert!(!sandbox.world().is_out(zone()));
        sandbox.advance(1);
        assert!(sandbox.world().is_out(zone()));
        sandbox.advance(5 * DAY_MS);
        assert!(!sandbox.world().is_out(zone()));
        let names: Vec<_> = told(&sandbox).into_iter().map(|(at, name)| (at.since(SimTime::START) / DAY_MS, name)).collect();
        assert_eq!(names, [(2, "ZoneFailed apne2-az1".to_owned()), (3, "ZoneHealed apne2-az1".to_owned())]);
        assert!(sandbox.undo() && sandbox.world().is_out(zone()));
        let text = ron::to_string(sandbox.world()).unwrap();
        assert_eq!(ron::from_str::<World>(&text).unwrap().hashes(), sandbox.world().hashes());
    }

    #[test]
    fn a_fault_is_planned_for_later_and_only_once_over() {
        let world = World::new(SimTime::START, 1);
        let later = |after_millis, fault| Fault::Later { after_millis, fault: Box::new(fault) };
        for (fault, why) in [
            (later(0, fail(None)), FaultError::NoDelay),
            (later(1, fail(Some(0))), FaultError::NoTime),
            (later(1, later(1, fail(None))), FaultError::NoDelay),
        ] {
            assert_eq!(world.check_fault(&fault), Err(why));
        }
        assert_eq!(world.check_fault(&later(1, heal())), Ok(()), "what is not out now may be out then");
    }

    #[test]
    fn zones_fail_and_heal_one_by_one() {
        let mut world = World::new(SimTime::START, 1);
        let zones: Vec<Zone> = Region::SEOUL.zones().collect();
        for (n, zone) in zones.iter().enumerate() {
            world.fault(&Fault::FailZone { zone: *zone, for_millis: Some((4 - n as i64) * DAY_MS), destroyed: false }).unwrap();
        }
        for n_left in (1..=4).rev() {
            assert_eq!(world.zones_out().map(|(zone, _)| zone).collect::<Vec<_>>(), zones[..n_left]);
            world.run_until(world.now().plus(DAY_MS));
        }
        assert_eq!(world.zones_out().count(), 0);
    }
}
