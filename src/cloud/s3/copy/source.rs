//! The source of a copy: naming it, its state and conditions, and what reading it costs. It copies nothing itself.

use super::super::{
    access,
    encryption::{self, Customer, Reading},
    errors, guard,
    put::same_etag,
    tagging::percent_decoded,
    version::{Object, Version},
    zones,
};
use crate::{
    World,
    api::{ApiError, Call, Need, Origin},
    clock::{SECOND_MS, SimTime},
};

/// What a `CopySource` names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Source {
    pub bucket: String,
    pub key: String,
    version_id: Option<String>,
    /// What the caller named: the bucket, or an access point of it.
    place: String,
    /// `RequestPayer`, which counts for the source as well.
    payer: Option<String>,
}

/// `CopySourceIf…`: what must hold of the source.
#[derive(Clone, Copy, Debug, Default)]
pub(in super::super) struct Conditions<'a> {
    pub matches: Option<&'a str>,
    pub none_match: Option<&'a str>,
    pub modified_since: Option<SimTime>,
    pub unmodified_since: Option<SimTime>,
    /// The key that the caller brought when the source was written.
    pub customer: Customer<'a>,
}

/// A source that may be read.
pub(in super::super) struct Opened {
    /// The version's place in its stack; 0 is the current one.
    pub index: usize,
    pub object: Object,
    /// `CopySourceVersionId`.
    pub version_id: Option<String>,
}

impl Source {
    /// The source that a text names, in its bucket.
    pub(in super::super) fn named(text: &str, world: &World, payer: Option<&str>) -> Result<Self, ApiError> {
        let source = Self::parse(text)?;
        let bucket = access::bucket_name(world, &source.place).to_owned();
        Ok(Self { bucket, payer: payer.map(ToOwned::to_owned), ..source })
    }

    /// Reads `bucket/key?versionId=id`, URL-encoded, with or without a slash before it, or an access point's ARN with `/object/key`.
    fn parse(text: &str) -> Result<Self, ApiError> {
        let (path, version_id) = match text.rsplit_once("?versionId=") {
            Some((path, id)) => (path, Some(id.to_owned())),
            None => (text, None),
        };
        if version_id.as_deref() == Some("") {
            return Err(errors::invalid_argument("Version id cannot be the empty string"));
        }
        let path = percent_decoded(path).ok_or_else(|| errors::invalid_argument("Invalid copy source encoding."))?;
        let path = path.strip_prefix('/').unwrap_or(&path);
        let split = if path.starts_with("arn:") { path.split_once("/object/") } else { path.split_once('/') };
        match split {
            Some((place, key)) if !place.is_empty() && !key.is_empty() => {
                Ok(Self { bucket: place.to_owned(), key: key.to_owned(), version_id, place: place.to_owned(), payer: None })
            }
            _ => Err(errors::invalid_argument("Copy Source must mention the source bucket and key: sourcebucket/sourcekey")),
        }
    }

    /// What reading it needs.
    fn needs(&self) -> Need {
        let action = if self.version_id.is_some() { "s3:GetObjectVersion" } else { "s3:GetObject" };
        let need = access::need_object(action, &self.place, &self.key).with("s3:VersionId", self.version_id.as_ref());
        need.paid_by(self.payer.as_deref())
    }

    fn authorise(&self, world: &World, origin: &Origin) -> Result<(), ApiError> {
        world.check(origin, &self.needs()).map_err(|denial| guard::denied(&denial))
    }

    fn find<'a>(&self, world: &'a World) -> Result<(usize, &'a Version), ApiError> {
        access::readable_version(world, &self.bucket, &self.key, self.version_id.as_deref())
    }

    /// Refuses a copy from an object that the caller may read but whose zone is out. Whatever else is wrong is told later.
    pub(in super::super) fn check_zone(text: &str, world: &World, origin: &Origin, payer: Option<&str>) -> Result<(), ApiError> {
        let Ok(source) = Self::named(text, world, payer) else { return Ok(()) };
        match source.authorise(world, origin).and_then(|()| source.find(world)) {
            Ok((_, version)) => version.object().map_or(Ok(()), |object| zones::check(world, &source.bucket, object.class)),
            Err(_) => Ok(()),
        }
    }

    /// Checks that the caller may read the source, that it is no marker, not archived, and meets the conditions.
    pub(in super::super) fn open(
        &self,
        world: &World,
        origin: &Origin,
        owner: Option<&str>,
        conditions: Conditions<'_>,
    ) -> Result<Opened, ApiError> {
        self.authorise(world, origin)?;
        access::check_owner(world, &self.bucket, owner)?;
        let found = self.find(world);
        let told = |error: ApiError| if error.status == 405 { errors::copy_source_marker() } else { error };
        let (index, version) = found.map_err(|error| guard::hidden(world, origin, &self.needs(), told(error)))?;
        let object = version.object().ok_or_else(errors::copy_source_marker)?.clone();
        if object.is_archived(world.now()) {
            return Err(errors::copy_source_archived());
        }
        conditions.check(&object, version.written, world.now())?;
        let reading = Reading { bucket: &self.bucket, key: &self.key, object: &object, customer: conditions.customer, needs_data: true };
        encryption::readable(world, origin, reading)?;
        let version_id = access::shown_version_id(world, &self.bucket, &self.key, index).filter(|id| id != "null");
        Ok(Opened { index, object, version_id })
    }

    /// Bills the read as a GET of so many bytes, and counts it as an access of an Intelligent-Tiering object.
    pub(in super::super) fn bill_read(&self, cx: &mut Call<'_>, opened: &Opened, bytes: u64) {
        let class = opened.object.class;
        encryption::counted(cx, (&self.bucket, &self.key), opened.object.encryption.as_deref());
        access::bill_request(cx, &self.bucket, class.get_usage());
        if let (Some(usage_type), Ok(bucket)) = (class.retrieval_usage(), access::bucket(cx.world, &self.bucket)) {
            let key = bucket.place_for(cx.origin).key(usage_type, "");
            cx.count(key, u128::from(bytes));
        }
        if opened.object.tiering.is_some() {
            let now = cx.now();
            access::edit_key(cx, &self.bucket, &self.key, |stack, _| {
                if let Some(object) = stack.get_mut(opened.index).and_then(Version::object_mut) {
                    object.touch(now);
                }
            });
        }
    }
}

impl Conditions<'_> {
    /// An ETag condition outweighs the date beside it; dates are in whole seconds, and a date to come is no condition
    /// (S3 API Reference, CopyObject).
    fn check(self, object: &Object, written: SimTime, now: SimTime) -> Result<(), ApiError> {
        let second = |at: SimTime| at.millis().div_euclid(SECOND_MS);
        let same = |etag: &str| same_etag(etag, &object.content.etag);
        let kept = match (self.matches, self.unmodified_since) {
            (Some(etag), _) => same(etag),
            (None, Some(since)) => second(written) <= second(since),
            (None, None) => true,
        };
        let changed = match (self.none_match, self.modified_since) {
            (Some(etag), _) => !same(etag),
            (None, Some(since)) => second(written) > second(since) || since > now,
            (None, None) => true,
        };
        if kept && changed { Ok(()) } else { Err(errors::precondition_failed()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_source_is_url_encoded_and_may_begin_with_a_slash() {
        let read = |text: &str| Source::parse(text).map(|it| (it.bucket, it.key, it.version_id)).unwrap();
        let plain = ("b".to_owned(), "a b/c?d".to_owned(), None);
        assert_eq!(read("b/a%20b/c%3Fd"), plain);
        assert_eq!(read("/b/a%20b/c%3Fd"), plain);
        assert_eq!(read("b/k?versionId=v.1").2.as_deref(), Some("v.1"));
        for text in ["", "b", "b/", "/b", "b/k?versionId="] {
            assert_eq!(Source::parse(text).unwrap_err().code, "InvalidArgument", "{text}");
        }
    }

    #[test]
    fn a_copy_source_may_be_reached_through_an_access_point() {
        let arn = "arn:aws:s3:us-east-1:123456789012:accesspoint/readers";
        let source = Source::parse(&format!("{arn}/object/a/object/b")).unwrap();
        assert_eq!((source.bucket.as_str(), source.key.as_str()), (arn, "a/object/b"));
        assert_eq!(Source::parse(&format!("{arn}/a")).unwrap_err().code, "InvalidArgument");
    }
}
