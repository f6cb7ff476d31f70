//! One version in a key's stack: an object with its class, or a delete marker. It knows neither its key nor its bucket.

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};

use super::{
    acl::Acl,
    class::{StorageClass, Tier},
    encryption::Encryption,
    lock::Lock,
    replication::Replication,
    restore::Restore,
};
use crate::{body::Body, clock::SimTime};

/// What a PUT brought: shared by every object that has the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The bytes.
    pub body: Body,
    /// With quotes, as AWS prints it.
    pub etag: String,
    /// System and user metadata, checksums included.
    pub about: About,
    /// Sizes of the parts of a multipart upload.
    pub parts: Vec<u64>,
}

/// Metadata that GET and HEAD give back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Headers by AWS's member name: `ContentType`, `CacheControl`, `ChecksumCRC64NVME`…
    pub headers: BTreeMap<String, String>,
    /// User metadata, lower-case names.
    pub metadata: BTreeMap<String, String>,
}

/// An object's place in Intelligent-Tiering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tiering {
    /// The present tier.
    pub tier: Tier,
    /// The last access that counts.
    pub accessed: SimTime,
}

/// An object's data and where it lies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Object {
    /// What it holds.
    pub content: Arc<Content>,
    /// Its tags.
    pub tags: Arc<BTreeMap<String, String>>,
    /// Its storage class.
    pub class: StorageClass,
    /// When it entered the class: minimum durations count from here.
    pub entered: SimTime,
    /// Its tier; only in INTELLIGENT_TIERING.
    pub tiering: Option<Tiering>,
    /// A restore asked for and not yet over.
    pub restore: Option<Restore>,
    /// What it is encrypted with; where nothing is said, with S3's own keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encryption: Option<Arc<Encryption>>,
    /// What keeps it from being deleted.
    #[serde(default, skip_serializing_if = "Lock::is_none")]
    pub lock: Lock,
    /// Its ACL and the account that owns it, unless that is the bucket's owner and nobody else was granted anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acl: Option<Arc<Acl>>,
}

impl Object {
    /// A new object of that class.
    pub fn new(content: Arc<Content>, tags: BTreeMap<String, String>, class: StorageClass, now: SimTime) -> Self {
        let mut object = Self {
            content,
            tags: Arc::new(tags),
            class,
            entered: now,
            tiering: None,
            restore: None,
            encryption: None,
            lock: Lock::default(),
            acl: None,
        };
        object.enter(class, now);
        object
    }

    /// The same object with that ACL.
    #[must_use]
    pub fn with_acl(mut self, acl: Option<Arc<Acl>>) -> Self {
        self.acl = acl;
        self
    }

    /// Its length in bytes.
    pub fn size(&self) -> u64 {
        self.content.body.len()
    }

    /// Puts it into a class.
    pub(super) fn enter(&mut self, class: StorageClass, now: SimTime) {
        self.class = class;
        self.entered = now;
        self.restore = None;
        self.tiering = (class == StorageClass::IntelligentTiering).then_some(Tiering { tier: Tier::Frequent, accessed: now });
    }

    /// True if GET is refused at the moment.
    pub fn is_archived(&self, now: SimTime) -> bool {
        match self.tiering {
            Some(tiering) => tiering.tier.is_archive(),
            None => self.class.is_archive() && !self.restore.as_ref().is_some_and(|restore| restore.is_live(now)),
        }
    }

    /// Notes an access that counts for Intelligent-Tiering: back to Frequent Access.
    pub(super) fn touch(&mut self, now: SimTime) {
        if let Some(tiering) = &mut self.tiering
            && !tiering.tier.is_archive()
        {
            *tiering = Tiering { tier: Tier::Frequent, accessed: now };
        }
    }

    /// What lies stored for it, by usage type.
    pub(super) fn storage(&self, now: SimTime, mut post: impl FnMut(&'static str, u64)) {
        match self.tiering {
            Some(tiering) => tiering.tier.storage(self.size(), &mut post),
            None => self.class.storage(self.size(), &mut post),
        }
        if self.restore.as_ref().is_some_and(|restore| restore.is_live(now)) {
            post("TimedStorage-ByteHrs", self.size()); // the temporary copy
        }
    }

    /// What its leaving the class now costs beyond its storage: bytes × milliseconds short of the minimum, by usage type.
    pub(super) fn early_leave(&self, now: SimTime, mut post: impl FnMut(&'static str, u128)) {
        let short = self.class.min_millis() - now.since(self.entered);
        if short > 0 {
            self.class.early(self.size(), |usage, bytes| post(usage, u128::from(bytes) * u128::from(short.unsigned_abs())));
        }
    }
}

/// What a version is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Data.
    Object(Object),
    /// A delete marker.
    Marker,
}

/// A version of a key. In a run of keys, versions of neighbours have neighbouring numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// The number behind its opaque id; `None` is the `null` version.
    pub number: Option<u64>,
    /// `LastModified`.
    pub written: SimTime,
    /// When a successor made it noncurrent.
    pub succeeded: Option<SimTime>,
    /// Object or marker.
    pub kind: Kind,
    /// How it stands with replication; nothing if no rule asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replication: Option<Arc<Replication>>,
}

impl Version {
    /// The object, unless it is a delete marker.
    pub fn object(&self) -> Option<&Object> {
        match &self.kind {
            Kind::Object(object) => Some(object),
            Kind::Marker => None,
        }
    }

    /// The object, to be changed.
    pub(super) fn object_mut(&mut self) -> Option<&mut Object> {
        match &mut self.kind {
            Kind::Object(object) => Some(object),
            Kind::Marker => None,
        }
    }

    /// True for a delete marker.
    pub fn is_marker(&self) -> bool {
        matches!(self.kind, Kind::Marker)
    }
}

/// A key's versions, newest first. Never empty while stored.
pub(super) type Stack = Vec<Version>;

/// True if the stack of a key `distance` further on is just this one with later version numbers.
pub(super) fn continues(stack: &Stack, distance: u64, next: &Stack) -> bool {
    stack.len() == next.len()
        && stack.iter().zip(next).all(|(here, there)| {
            here.number.map(|number| number + distance) == there.number
                && (here.written, here.succeeded) == (there.written, there.succeeded)
                && here.kind == there.kind
                && here.replication == there.replication
        })
}

/// The stack of the key `distance` further on.
pub(super) fn shifted(stack: &Stack, distance: u64) -> Stack {
    let mut stack = stack.clone();
    for version in &mut stack {
        version.number = version.number.map(|number| number + distance);
    }
    stack
}

/// Puts a version on top; what was on top becomes noncurrent.
pub(super) fn push(stack: &mut Stack, version: Version) {
    match stack.first_mut() {
        Some(current) => current.succeeded = Some(version.written),
        // most keys have one version for good, and a vector begins with room for four
        None => stack.reserve_exact(1),
    }
    stack.insert(0, version);
}

/// Takes a version out; what is then on top becomes current.
pub(super) fn remove(stack: &mut Stack, index: usize) -> Version {
    let version = stack.remove(index);
    if let Some(current) = stack.first_mut() {
        current.succeeded = None;
    }
    version
}
