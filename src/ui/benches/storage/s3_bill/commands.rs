//! The lines that the handles give: the same `aws` and `sim` commands as one would type.

use skylab_cloud::{World, s3::StorageClass};

use super::scenes::BUCKET;

/// The sizes that thumbnails are stored in: one by one, or packed.
pub(super) const SIZES: [(&str, u64); 3] = [("50KB", 50 << 10), ("1MB", 1 << 20), ("50MB", 50 << 20)];
/// The classes that they can be written in.
pub(super) const CLASSES: [StorageClass; 2] = [StorageClass::Standard, StorageClass::StandardIa];
/// Where the photos can lie; the first one needs no rule.
pub(super) const PHOTO_CLASSES: [StorageClass; 4] =
    [StorageClass::Standard, StorageClass::StandardIa, StorageClass::IntelligentTiering, StorageClass::GlacierIr];

/// The shop's uploads and reads of a month, begun at its first moment.
pub(super) fn loads(size: &str, class: StorageClass) -> [String; 2] {
    let class = if class == StorageClass::Standard { String::new() } else { format!(" --storage-class {class}") };
    [
        format!(
            "sim load s3 --bucket {BUCKET} --prefix thumbs/ --bytes-per-month 100GB --object-size {size} --reads 0-1d:5/day{class} --for 1mo"
        ),
        format!("sim load s3 --bucket {BUCKET} --prefix exports/ --bytes-per-month 200GB --object-size 200MB --for 1mo"),
    ]
}

/// A whole calendar month of the shop: what is left of the present one passes first.
pub(super) fn month(world: &World, size: &str, class: StorageClass) -> Vec<String> {
    let now = world.now();
    let mut lines = Vec::new();
    if now != now.month().start() {
        lines.push(format!("sim advance {}ms", now.month().next().start().since(now)));
    }
    lines.extend(loads(size, class));
    lines.push("sim advance 1mo".to_owned());
    lines
}

/// What the bucket's rules do: where photos go, and whether old versions of exports are deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rules {
    pub photos: StorageClass,
    pub drops_old: bool,
}

impl Rules {
    /// As the bucket has them.
    pub(super) fn of(world: &World) -> Self {
        let rules = world.s3.bucket(BUCKET).and_then(|bucket| serde_json::to_value(bucket.lifecycle()?).ok()).unwrap_or_default();
        let rules: &[serde_json::Value] = rules["Rules"].as_array().map_or(&[][..], Vec::as_slice);
        let moved = rules.iter().find_map(|rule| rule["Transitions"][0]["StorageClass"].as_str());
        let photos = PHOTO_CLASSES.into_iter().find(|class| Some(class.name()) == moved).unwrap_or(StorageClass::Standard);
        Self { photos, drops_old: rules.iter().any(|rule| rule["NoncurrentVersionExpiration"].is_object()) }
    }

    /// The command that puts them.
    pub(super) fn put(self) -> String {
        let old = if self.drops_old { r#","NoncurrentVersionExpiration":{"NoncurrentDays":1}"# } else { "" };
        let exports =
            format!(r#"{{"ID":"expire-exports","Status":"Enabled","Filter":{{"Prefix":"exports/"}},"Expiration":{{"Days":7}}{old}}}"#);
        let photos = if self.photos == StorageClass::Standard {
            String::new()
        } else {
            format!(
                r#",{{"ID":"move-photos","Status":"Enabled","Filter":{{"Prefix":"photos/"}},"Transitions":[{{"Days":30,"StorageClass":"{}"}}]}}"#,
                self.photos
            )
        };
        format!(
            r#"aws s3api put-bucket-lifecycle-configuration --bucket {BUCKET} --lifecycle-configuration '{{"Rules":[{exports}{photos}]}}'"#
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::benches::storage::s3_bill::scenes::{self, tests::sandbox_after};

    #[test]
    fn the_acts_of_the_beats_are_what_the_handles_give() {
        let world = sandbox_after(0, &[]);
        let act = |start: usize, id: &str| -> Vec<&str> { scenes::beats(start).iter().find(|beat| beat.id == id).unwrap().acts.into() };
        assert_eq!(month(world.world(), "50KB", StorageClass::Standard), act(0, "month"));
        let rules = Rules { photos: StorageClass::GlacierIr, drops_old: true };
        assert_eq!([rules.put()], act(1, "rules")[..]);
        assert_eq!(month(sandbox_after(1, &[]).world(), "50MB", StorageClass::Standard), act(1, "packed"));
        assert_eq!(month(sandbox_after(2, &[]).world(), "50KB", StorageClass::StandardIa), act(2, "infrequent"));
    }

    #[test]
    fn the_rules_of_the_bucket_are_read_back_as_they_were_put() {
        for photos in PHOTO_CLASSES {
            for drops_old in [false, true] {
                let rules = Rules { photos, drops_old };
                assert_eq!(Rules::of(sandbox_after(1, &[&rules.put()]).world()), rules);
            }
        }
    }
}
