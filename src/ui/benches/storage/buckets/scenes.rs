//! What the bench can start from: a first bucket, names, and the use cases of S3, each with its commands and its beats. It draws nothing.

use super::{Side, form::Tab, place::Place};
use crate::ui::Beat;

/// One start state with what belongs to it.
pub(super) struct Scene {
    pub id: &'static str,
    pub start: &'static [&'static str],
    /// Bucket, prefix and key that are shown first.
    pub place: (&'static str, &'static str, &'static str),
    /// The handle that is in reach first.
    pub tab: Tab,
    /// The linked view that is in reach first.
    pub side: Side,
    /// The name that stands in the form.
    pub name: &'static str,
    pub beats: &'static [Beat],
}

impl Scene {
    pub(super) fn place(&self) -> Place {
        let (bucket, prefix, key) = self.place;
        Place::new(bucket, prefix, key)
    }
}

/// The names that the names scene asks about, in the order of its choices.
pub(super) const NAMES: [&str; 4] = ["Photos-417", "photos_417", "photos-417", "photos-417-kr"];
/// What the use cases ask about: bucket, and key or prefix.
pub(super) const PAGE: (&str, &str) = ("site-417", "about.html");
pub(super) const SALES: (&str, &str) = ("lake-417", "raw/sales/");
pub(super) const VIDEO: (&str, &str) = ("media-417", "video/lesson-1.mp4");
pub(super) const NIGHTLY: (&str, &str) = ("backup-417", "nightly/db.tar");
pub(super) const CONTRACT: (&str, &str) = ("archive-417", "records/contract-2019.pdf");

/// Every scene; the first one opens.
pub(super) const SCENES: &[Scene] = &[EMPTY, WEBSITE, DATA_LAKE, MEDIA, BACKUP, ARCHIVE, NAMED];

const EMPTY: Scene = Scene {
    id: "empty",
    start: &[],
    place: ("", "", ""),
    tab: Tab::Create,
    side: Side::Url,
    name: "photos-417",
    beats: &[
        Beat::question("first-question"),
        Beat::act(
            "first-make",
            &[
                "aws s3api create-bucket --bucket photos-417 --create-bucket-configuration LocationConstraint=ap-northeast-2",
                "aws s3api put-object --bucket photos-417 --key 2026/cat.jpg --body cat.jpg --content-type image/jpeg --metadata camera=phone --tagging project=demo",
            ],
        ),
        Beat::predict("first-open", &["open", "denied", "missing"]),
        Beat::act("first-get", &["aws s3api get-object --bucket photos-417 --key 2026/cat.jpg download.bin --no-sign-request"]),
        Beat::observe("first-owner", &["aws s3api get-object --bucket photos-417 --key 2026/cat.jpg download.bin"]),
        Beat::why("first-why"),
    ],
};

const NAMED: Scene = Scene {
    id: "names",
    start: &["aws s3api create-bucket --bucket photos-417 --create-bucket-configuration LocationConstraint=ap-northeast-2 --profile other"],
    place: ("", "", ""),
    tab: Tab::Create,
    side: Side::Url,
    name: NAMES[0],
    beats: &[
        Beat::question("names-question"),
        Beat::predict("names", &["capital", "underscore", "short", "long"]),
        Beat::act(
            "names-taken",
            &["aws s3api create-bucket --bucket photos-417 --create-bucket-configuration LocationConstraint=ap-northeast-2"],
        ),
        Beat::observe(
            "names-free",
            &[
                "aws s3api create-bucket --bucket photos-417-kr --create-bucket-configuration LocationConstraint=ap-northeast-2",
                "aws s3api put-object --bucket photos-417-kr --key report.pdf --body report.pdf --content-type application/pdf",
            ],
        ),
        Beat::predict("names-delete", &["gone", "refused"]),
        Beat::act("names-delete-act", &["aws s3api delete-bucket --bucket photos-417-kr"]),
        Beat::why("names-why"),
    ],
};

const DATA_LAKE: Scene = Scene {
    id: "data-lake",
    start: &[
        "aws s3api create-bucket --bucket lake-417 --create-bucket-configuration LocationConstraint=ap-northeast-2",
        "aws s3api put-object --bucket lake-417 --key raw/sales/2026-01.csv --body sales-2026-03.csv --content-type text/csv",
        "aws s3api put-object --bucket lake-417 --key raw/sales/2026-02.csv --body sales-2026-03.csv --content-type text/csv",
        "aws s3api put-object --bucket lake-417 --key raw/sales/2026-03.csv --body sales-2026-03.csv --content-type text/csv",
        "aws s3api put-object --bucket lake-417 --key raw/clicks/2026-03.csv --body report.pdf --content-type text/csv",
        "aws s3api put-object --bucket lake-417 --key curated/sales/month=03/part-1.parquet --body report.pdf --tagging team=analytics",
    ],
    place: ("lake-417", "raw/", ""),
    tab: Tab::Upload,
    side: Side::Url,
    name: "lake-418",
    beats: &[
        Beat::question("lake-question"),
        Beat::predict("lake", &["gone", "same", "refused"]),
        Beat::act("lake-delete", &["aws s3api delete-object --bucket lake-417 --key raw/sales/"]),
        Beat::observe("lake-list", &["aws s3api list-objects-v2 --bucket lake-417 --prefix raw/sales/ --delimiter /"]),
        Beat::why("lake-why"),
    ],
};

const WEBSITE: Scene = Scene {
    id: "website",
    start: &[
        "aws s3api create-bucket --bucket site-417 --create-bucket-configuration LocationConstraint=ap-northeast-2",
        "aws s3api put-object --bucket site-417 --key index.html --body index.html --content-type text/html --cache-control max-age=300",
        "aws s3api put-object --bucket site-417 --key error.html --body index.html --content-type text/html",
        "aws s3api put-object --bucket site-417 --key img/cat.jpg --body cat.jpg --content-type image/jpeg --cache-control max-age=86400",
    ],
    place: ("site-417", "", "index.html"),
    tab: Tab::Upload,
    side: Side::Object,
    name: "site-418",
    beats: &[
        Beat::question("site-question"),
        Beat::predict("site", &["html", "binary"]),
        Beat::act("site-put", &["aws s3api put-object --bucket site-417 --key about.html --body index.html"]),
        Beat::observe("site-head", &["aws s3api head-object --bucket site-417 --key about.html"]),
        Beat::why("site-why"),
    ],
};

const MEDIA: Scene = Scene {
    id: "media",
    start: &[
        "aws s3api create-bucket --bucket media-417 --create-bucket-configuration LocationConstraint=ap-northeast-2",
        "aws s3api put-object --bucket media-417 --key video/lesson-1.mp4 --body lesson.mp4 --content-type video/mp4",
        "aws s3api put-object --bucket media-417 --key video/lesson-1.jpg --body cat.jpg --content-type image/jpeg",
        "aws s3api put-object --bucket media-417 --key masters/lesson-1.tar --body backup.tar --storage-class STANDARD_IA",
    ],
    place: ("media-417", "video/", "video/lesson-1.mp4"),
    tab: Tab::Upload,
    side: Side::Object,
    name: "media-418",
    beats: &[
        Beat::question("media-question"),
        Beat::predict("media", &["whole", "part", "refused"]),
        Beat::act(
            "media-get",
            &["aws s3api get-object --bucket media-417 --key video/lesson-1.mp4 --range bytes=24000000-24999999 download.bin"],
        ),
        Beat::observe("media-seen", &[]),
        Beat::why("media-why"),
    ],
};

const BACKUP: Scene = Scene {
    id: "backup",
    start: &[
        "aws s3api create-bucket --bucket backup-417 --create-bucket-configuration LocationConstraint=ap-northeast-2",
        "aws s3api put-object --bucket backup-417 --key weekly/2025-12-21.tar --body backup.tar --storage-class STANDARD_IA",
        "aws s3api put-object --bucket backup-417 --key weekly/2025-12-28.tar --body backup.tar --storage-class STANDARD_IA",
    ],
    place: ("backup-417", "", ""),
    tab: Tab::Upload,
    side: Side::Url,
    name: "backup-418",
    beats: &[
        Beat::question("backup-question"),
        Beat::predict("backup", &["all", "last", "refused"]),
        Beat::act(
            "backup-nights",
            &[
                "aws s3api put-object --bucket backup-417 --key nightly/db.tar --body backup.tar",
                "sim advance 1d",
                "aws s3api put-object --bucket backup-417 --key nightly/db.tar --body backup.tar",
                "sim advance 1d",
                "aws s3api put-object --bucket backup-417 --key nightly/db.tar --body backup.tar",
            ],
        ),
        Beat::observe("backup-left", &["aws s3api list-objects-v2 --bucket backup-417 --prefix nightly/ --delimiter /"]),
        Beat::why("backup-why"),
    ],
};

const ARCHIVE: Scene = Scene {
    id: "archive",
    start: &[
        "aws s3api create-bucket --bucket archive-417 --create-bucket-configuration LocationConstraint=ap-northeast-2",
        "aws s3api put-object --bucket archive-417 --key records/contract-2019.pdf --body report.pdf --content-type application/pdf --storage-class DEEP_ARCHIVE",
        "aws s3api put-object --bucket archive-417 --key records/contract-2023.pdf --body report.pdf --content-type application/pdf --storage-class GLACIER",
        "aws s3api put-object --bucket archive-417 --key records/contract-2025.pdf --body report.pdf --content-type application/pdf --storage-class GLACIER_IR",
    ],
    place: ("archive-417", "records/", "records/contract-2019.pdf"),
    tab: Tab::Upload,
    side: Side::Url,
    name: "archive-418",
    beats: &[
        Beat::question("archive-question"),
        Beat::predict("archive", &["now", "refused", "missing"]),
        Beat::act("archive-get", &["aws s3api get-object --bucket archive-417 --key records/contract-2019.pdf download.bin"]),
        Beat::observe(
            "archive-restore",
            &[
                "aws s3api restore-object --bucket archive-417 --key records/contract-2019.pdf --restore-request Days=7,GlacierJobParameters={Tier=Standard}",
                "sim advance 12h",
                "aws s3api get-object --bucket archive-417 --key records/contract-2019.pdf download.bin",
            ],
        ),
        Beat::why("archive-why"),
    ],
};

/// The scene of a start state.
pub(super) fn scene(start: usize) -> &'static Scene {
    SCENES.get(start).unwrap_or(&SCENES[0])
}

/// The ids of the scenes in their order.
pub(super) const IDS: &[&str] = &[EMPTY.id, WEBSITE.id, DATA_LAKE.id, MEDIA.id, BACKUP.id, ARCHIVE.id, NAMED.id];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ids_are_those_of_the_scenes() {
        assert_eq!(SCENES.iter().map(|scene| scene.id).collect::<Vec<_>>(), IDS);
    }
}
