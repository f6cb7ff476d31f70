//! The lines that the handles give: the same `aws` and `sim` commands as one would type.

use skylab_cloud::{
    World,
    clock::{DAY_MS, SimTime},
    ident::Zone,
    s3::{Speed, StorageClass},
};

use super::{
    month::MonthRun,
    scenes::{CLASSES, KEPT_SET, MONTH_SETS, SMALL_SETS, slug},
};

/// A size as the commands write it: `400GB`, `8KB`.
pub(super) fn size(bytes: u64) -> String {
    let units = [(1_u64 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "KB")];
    let unit = units.into_iter().find(|(unit, _)| bytes >= *unit && bytes.is_multiple_of(*unit));
    unit.map_or_else(|| bytes.to_string(), |(unit, name)| format!("{}{name}", bytes / unit))
}

/// A load that writes all of a set on one day: loads are given by the month.
fn load(now: SimTime, bucket: &str, class: StorageClass, bytes: u64, object_bytes: u64, reads: u32) -> String {
    let days = u64::try_from(now.month().millis() / DAY_MS).unwrap_or(30);
    let reads = if reads > 0 { format!(" --reads 0-1d:{reads}/day") } else { String::new() };
    let (monthly, object) = (size(bytes * days), size(object_bytes));
    format!("sim load s3 --bucket {bucket} --bytes-per-month {monthly} --object-size {object}{reads} --storage-class {class} --for 1d")
}

/// A whole calendar month with a set in every class, everything read that often.
pub(super) fn month(world: &World, bytes: u64, object_bytes: u64, reads: u32) -> Vec<String> {
    let (set, mut now) = (MonthRun::next_set(world), world.now());
    let mut lines = Vec::new();
    if now != now.month().start() {
        let next = now.month().next().start();
        lines.push(format!("sim advance {}ms", next.since(now)));
        now = next;
    }
    for class in CLASSES {
        let bucket = format!("{MONTH_SETS}{set}-{}", slug(class));
        if world.s3.bucket(&bucket).is_none() {
            lines.push(format!("aws s3 mb s3://{bucket}"));
        }
        lines.push(load(now, &bucket, class, bytes, object_bytes, reads));
    }
    lines.push("sim advance 1mo".to_owned());
    lines
}

/// How the buckets of a set of small objects begin.
pub(super) fn small_prefix(object_bytes: u64) -> String {
    format!("{SMALL_SETS}{}-", size(object_bytes).to_lowercase())
}

/// A set of small objects in every class.
pub(super) fn small(world: &World, bytes: u64, object_bytes: u64) -> Vec<String> {
    let one = |class: StorageClass| {
        let bucket = format!("{}{}", small_prefix(object_bytes), slug(class));
        let make = world.s3.bucket(&bucket).is_none().then(|| format!("aws s3 mb s3://{bucket}"));
        make.into_iter().chain([load(world.now(), &bucket, class, bytes, object_bytes, 0)])
    };
    CLASSES.into_iter().flat_map(one).collect()
}

/// A rule for every bucket of the kept set that deletes after so many days.
pub(super) fn drop_after(days: u32) -> Vec<String> {
    let rule = format!(r#"{{"Rules":[{{"ID":"drop","Status":"Enabled","Filter":{{"Prefix":""}},"Expiration":{{"Days":{days}}}}}]}}"#);
    let line = |class| {
        format!("aws s3api put-bucket-lifecycle-configuration --bucket {KEPT_SET}{} --lifecycle-configuration '{rule}'", slug(class))
    };
    CLASSES.into_iter().map(line).collect()
}

/// A GET of an object.
pub(super) fn get(bucket: &str, key: &str) -> String {
    format!("aws s3api get-object --bucket {bucket} --key {key} got.bin")
}

/// A restore of an archived object.
pub(super) fn restore(bucket: &str, key: &str, speed: Speed, days: u32) -> String {
    let request = format!(r#"{{"Days":{days},"GlacierJobParameters":{{"Tier":"{speed:?}"}}}}"#);
    format!("aws s3api restore-object --bucket {bucket} --key {key} --restore-request '{request}'")
}

/// A zone fails, or is destroyed.
pub(super) fn fail(zone: Zone, destroyed: bool) -> String {
    format!("sim fail az {zone}{}", if destroyed { " --destroyed" } else { "" })
}

/// A zone that is out comes back.
pub(super) fn heal(zone: Zone) -> String {
    format!("sim heal az {zone}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::{
        BeatKind,
        benches::storage::storage_classes::{scenes::SCENES, shelf::tests::sandbox_after},
    };

    fn acts(start: usize, id: &str) -> Vec<String> {
        let beat = SCENES[start].beats.iter().find(|beat| beat.id == id && beat.kind == BeatKind::Act).unwrap();
        beat.acts.iter().map(|line| (*line).to_owned()).collect()
    }

    #[test]
    fn the_acts_of_the_beats_are_what_the_handles_give() {
        let fresh = sandbox_after(&SCENES[0], &[]);
        assert_eq!(month(fresh.world(), 400 << 30, 1 << 20, 2), acts(0, "cost-act"));
        let race = acts(1, "race-restore");
        assert_eq!(restore("archive-417", "glacier/film-1.mov", Speed::Expedited, 2), race[0]);
        assert_eq!(get("archive-417", "glacier/film-1.mov"), acts(1, "race-get")[5]);
        assert_eq!(drop_after(10), acts(2, "early-act")[..7]);
        let april = sandbox_after(&SCENES[2], &["sim advance 91d"]);
        assert_eq!(small(april.world(), 10 << 30, 8 << 10), acts(2, "small-act"));
        let zone = Zone::named("apne2-az1").unwrap();
        assert_eq!([fail(zone, true), heal(zone)], acts(3, "lost-act")[..2]);
    }
}
