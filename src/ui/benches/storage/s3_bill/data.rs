//! What the bill bench shows, as plain data from a sandbox: the month's bill, what it would be as usual, and what lies in the bucket.

use std::collections::BTreeMap;

use skylab_cloud::{
    World,
    clock::{Month, SimTime},
    s3::{StorageClass, Version},
};

use super::{
    commands::{self, Rules},
    scenes::BUCKET,
    spent::{self, MonthBill},
};
use crate::ui::{Beat, StageView};

/// Everything the bench shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct BillData {
    pub now: SimTime,
    /// The latest month with uploads of the run; `None` before the first.
    pub month: Option<MonthBill>,
    /// The run's first month as it would be if nothing were changed.
    pub usual: MonthBill,
    /// Bytes by class, all versions.
    pub classes: BTreeMap<StorageClass, u64>,
    /// Bytes of versions that are not current.
    pub old_bytes: u64,
    pub rules: Rules,
    /// How thumbnails were written last.
    pub size: &'static str,
    pub class: StorageClass,
}

impl BillData {
    pub(super) fn of(stage: &StageView<'_>) -> Self {
        let world = stage.sandbox.world();
        let bucket = world.s3.bucket(BUCKET);
        let (size, class) = written(world);
        Self {
            now: world.now(),
            month: last_month(stage).map(|month| MonthBill::of(world, month)),
            usual: spent::usual(stage.sandbox.start_world()),
            classes: bucket.map(|bucket| bucket.stored().into_iter().map(|(class, it)| (class, it.bytes)).collect()).unwrap_or_default(),
            old_bytes: old_bytes(world),
            rules: Rules::of(world),
            size,
            class,
        }
    }

    /// All bytes that lie in the bucket.
    pub(super) fn bytes(&self) -> u64 {
        self.classes.values().sum()
    }
}

/// The month in which the run's last load of thumbnails began.
fn last_month(stage: &StageView<'_>) -> Option<Month> {
    let began = stage.sandbox.start_world().s3.loads().len();
    let loads = stage.sandbox.world().s3.loads();
    let mut thumbs = loads.iter().skip(began).filter(|load| load.spec().bucket == BUCKET && load.spec().prefix == "thumbs/");
    // a load ends with its month
    thumbs.next_back().map(|load| load.spec().until.plus(-1).month())
}

fn written(world: &World) -> (&'static str, StorageClass) {
    let load = world.s3.loads().iter().rev().find(|load| load.spec().bucket == BUCKET && load.spec().prefix == "thumbs/");
    let Some(spec) = load.map(skylab_cloud::s3::Load::spec) else { return (commands::SIZES[0].0, StorageClass::Standard) };
    let size = commands::SIZES.iter().find(|(_, bytes)| *bytes == spec.object_bytes).map_or(commands::SIZES[0].0, |(size, _)| *size);
    let class = commands::CLASSES.into_iter().find(|class| spec.storage_class.as_deref() == Some(class.name()));
    (size, class.unwrap_or(StorageClass::Standard))
}

fn old_bytes(world: &World) -> u64 {
    let cohorts = world.s3.bucket(BUCKET).into_iter().flat_map(|bucket| bucket.store().cohorts());
    let old = cohorts.map(|(_, cohort)| {
        let versions = cohort.versions().iter().skip(1).filter_map(Version::object);
        cohort.len * versions.map(skylab_cloud::s3::Object::size).sum::<u64>()
    });
    old.sum()
}

/// The option of a prediction that the run shows to be right: told when a month of the run is over.
pub(super) fn answer(beat: &Beat, run: &StageView<'_>) -> Option<usize> {
    use spent::Group::{Requests, Storage, Transfer};
    let month = MonthBill::of(run.sandbox.world(), last_month(run)?);
    if !month.is_over {
        return None;
    }
    let share = || {
        let usual = spent::usual(run.sandbox.start_world()).billed_nanos();
        month.billed_nanos() as f64 / usual.max(1) as f64
    };
    let chosen = match beat.id {
        "largest" => month.largest(&[Storage, Requests, Transfer])?.id(),
        "lowered" => match share() {
            share if share < 0.5 => "half",
            share if share < 0.98 => "less",
            _ => "none",
        },
        "cheaper" => match share() {
            share if share < 0.98 => "lower",
            share if share <= 1.02 => "same",
            _ => "higher",
        },
        _ => return None,
    };
    beat.choices.iter().position(|choice| *choice == chosen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::benches::storage::s3_bill::scenes::tests::sandbox_after;

    #[test]
    fn expired_exports_stay_as_old_versions_until_a_rule_deletes_those() {
        let february = sandbox_after(1, &[]);
        assert!(old_bytes(february.world()) > 300 << 30, "{}", old_bytes(february.world()));
        let rules = Rules { photos: StorageClass::Standard, drops_old: true }.put();
        let after = sandbox_after(1, &[&rules, "sim advance 3d"]);
        assert!(old_bytes(after.world()) < 60 << 30, "{}", old_bytes(after.world()));
    }

    #[test]
    fn small_objects_in_an_infrequent_class_make_the_month_dearer() {
        let lines = commands::month(sandbox_after(2, &[]).world(), "50KB", StorageClass::StandardIa);
        let ran = sandbox_after(2, &lines.iter().map(String::as_str).collect::<Vec<_>>());
        let month = MonthBill::of(ran.world(), ran.start().month());
        let usual = spent::usual(ran.start_world());
        assert!(month.billed_nanos() > usual.billed_nanos());
        assert!(month.nanos(spent::Group::Retrieval, spent::Readers::Near) > 0);
    }
}
