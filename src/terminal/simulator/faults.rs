//! `sim fail` and `sim heal` on the simulator's sandbox: zones by their ids, with answers and refusals that name the right ones.

use serde_json::{Value, json};
use skylab_cloud::{
    Sandbox,
    fault::{Fault, FaultError, Outage},
    ident::{Region, Zone},
    journal::EventKind,
};

use super::{after, region_named};
use crate::{failure::Failure, sim::Span};

/// `sim fail az apne2-az1 [--for 10m] [--destroyed]`
pub(super) fn fail_zone(sandbox: &mut Sandbox, region: &str, id: &str, span: Option<Span>, destroyed: bool) -> Result<Value, Failure> {
    let zone = zone_named("fail", region, id)?;
    let now = sandbox.now();
    let for_millis = span.map(|span| after(now, span).since(now));
    let fault = Fault::FailZone { zone, for_millis, destroyed };
    sandbox.fault(fault).map_err(|why| refusal("fail", sandbox, why))?;
    let mut answer = zones_out(sandbox).into_iter().find(|out| out["Zone"] == json!(zone)).unwrap_or_default();
    if destroyed {
        answer["Lost"] = lost(sandbox);
    }
    Ok(answer)
}

/// `sim fail az apne2-az1 --in 3d [--for 10m] [--destroyed]`
pub(super) fn plan_zone(
    sandbox: &mut Sandbox,
    region: &str,
    id: &str,
    (later, span, destroyed): (Span, Option<Span>, bool),
) -> Result<Value, Failure> {
    let zone = zone_named("fail", region, id)?;
    let now = sandbox.now();
    let at = after(now, later);
    let for_millis = span.map(|span| after(at, span).since(at));
    let fault = Box::new(Fault::FailZone { zone, for_millis, destroyed });
    sandbox.fault(Fault::Later { after_millis: at.since(now), fault }).map_err(|why| refusal("fail", sandbox, why))?;
    let until = for_millis.map(|millis| at.plus(millis));
    Ok(json!({"Zone": zone, "ZoneName": zone.name(), "Region": zone.region(), "WillFail": at, "OutUntil": until, "Destroyed": destroyed}))
}

/// `sim heal az apne2-az1`
pub(super) fn heal_zone(sandbox: &mut Sandbox, region: &str, id: &str) -> Result<Value, Failure> {
    let zone = zone_named("heal", region, id)?;
    let since = sandbox.world().zones_out().find(|(out, _)| *out == zone).map(|(_, outage)| outage.since);
    sandbox.fault(Fault::HealZone { zone }).map_err(|why| refusal("heal", sandbox, why))?;
    Ok(json!({"Zone": zone, "ZoneName": zone.name(), "Region": zone.region(), "OutSince": since, "Healed": sandbox.now()}))
}

/// The zones that are out now.
pub(super) fn zones_out(sandbox: &Sandbox) -> Vec<Value> {
    sandbox.world().zones_out().map(|(zone, outage)| out(zone, outage)).collect()
}

/// `OutUntil` is null where only `sim heal` ends it.
fn out(zone: Zone, outage: &Outage) -> Value {
    json!({
        "Zone": zone,
        "ZoneName": zone.name(),
        "Region": zone.region(),
        "OutSince": outage.since,
        "OutUntil": outage.until,
        "Destroyed": outage.destroyed,
    })
}

/// What the fault just made was the end of, bucket by bucket.
fn lost(sandbox: &Sandbox) -> Value {
    let last = sandbox.inputs().len().saturating_sub(1);
    let events = sandbox.events().iter().filter(|event| event.input == last);
    let losses = events.filter_map(|event| match &event.kind {
        EventKind::Happened(it) => it.facts.contains_key("objects").then_some(it),
        EventKind::Answered(_) => None,
    });
    losses.map(|it| json!({"Resource": it.resource, "Objects": it.facts["objects"], "Bytes": it.facts["bytes"]})).collect()
}

/// The zone of that id; otherwise tells the ids that there are.
fn zone_named(command: &str, region: &str, id: &str) -> Result<Zone, Failure> {
    if let Some(zone) = Zone::named(id) {
        return Ok(zone);
    }
    if let Some(zone) = Region::all().flat_map(Region::zones).find(|zone| zone.name() == id) {
        return Err(Failure::params(format!(
            "sim {command}: {id} is a zone's name, and the same name is another zone in another account; its id here is {zone}"
        )));
    }
    let meant =
        id.rsplit_once("-az").and_then(|(stem, _)| Region::all().find(|region| Zone::first(*region).to_string() == format!("{stem}-az1")));
    let region = meant.map_or_else(|| region_named(region), Ok)?;
    Err(Failure::params(format!("sim {command}: there is no zone {id}; {region} has {}", listed(region.zones()))))
}

fn listed(zones: impl Iterator<Item = Zone>) -> String {
    zones.map(|zone| zone.to_string()).collect::<Vec<_>>().join(", ")
}

fn refusal(command: &str, sandbox: &Sandbox, why: FaultError) -> Failure {
    let world = sandbox.world();
    let (code, what) = match why {
        FaultError::AlreadyOut(zone) => {
            let up = listed(zone.region().zones().filter(|zone| !world.is_out(*zone)));
            let others = if up.is_empty() { "so is every other zone there".to_owned() } else { format!("not out there: {up}") };
            ("AlreadyOut", format!("{zone} is out already; sim heal az {zone} brings it back; {others}"))
        }
        FaultError::NotOut(zone) => {
            let out = listed(world.zones_out().map(|(zone, _)| zone));
            (
                "NotOut",
                if out.is_empty() {
                    format!("{zone} is not out, nor is any other zone")
                } else {
                    format!("{zone} is not out; out now: {out}")
                },
            )
        }
        FaultError::NoTime => ("NoTime", "--for must be longer than nothing".to_owned()),
        FaultError::NoDelay => ("NoTime", "--in must be longer than nothing".to_owned()),
        FaultError::TooMany => ("TooMany", "too many faults are planned already".to_owned()),
    };
    Failure::general(code, format!("sim {command}: {what}"))
}
