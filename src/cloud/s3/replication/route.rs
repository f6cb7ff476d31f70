//! One way of a run of alike versions, from bucket to bucket: may the role, is the destination there, and then the copying, with what
//! it costs.

use std::{borrow::Cow, sync::Arc};

use super::super::{
    Kind, StorageClass, access,
    acl::Acl,
    bucket::Bucket,
    keys,
    meter::Place,
    notification::{self, Notice},
    put,
    version::{Object, Stack, Version},
    versioning::Versioning,
    zones,
};
use super::{
    carry::Task,
    configuration::ReplicationRule,
    failure::{self, Obstacle},
    role::Worker,
    seal::Sealed,
    status::{Asked, Replication},
};
use crate::{World, usage::UsageKey};

/// From where to where, by whom.
pub(super) struct Route {
    rule: ReplicationRule,
    worker: Worker,
    from: Place,
    to: Place,
    /// The first key of the run, for what is asked of policies.
    key: Arc<str>,
}

impl Route {
    /// The way of a task, if its rule still asks for it and both ends are as they have to be.
    pub(super) fn find(world: &World, bucket: &str, task: &Task) -> Result<Self, Obstacle> {
        let source = world.s3.bucket(bucket).ok_or(failure::NOT_ELIGIBLE)?;
        let configuration = source.replication.as_ref().ok_or(failure::NOT_ELIGIBLE)?;
        let fits = |rule: &&ReplicationRule| rule.is_enabled() && rule.destination.bucket_name() == &*task.leg.to;
        let mut rules = configuration.rules.iter().filter(fits);
        let rule = rules.clone().find(|rule| rule.name() == &*task.leg.rule).or_else(|| rules.next()).ok_or(failure::NOT_ELIGIBLE)?;
        let target = world.s3.bucket(&task.leg.to).ok_or(failure::NO_BUCKET)?;
        if target.versioning != Versioning::Enabled {
            return Err(failure::UNVERSIONED);
        }
        if rule.destination.account.as_ref().is_some_and(|account| *account != target.owner.to_string()) {
            return Err(failure::NO_BUCKET);
        }
        let worker = Worker::assume(world, &configuration.role, (bucket, source.owner, source.region))?;
        Ok(Self { rule: rule.clone(), worker, from: source.place(), to: target.place(), key: task.first.clone() })
    }

    fn may_at_source(&self, world: &World, action: &'static str) -> bool {
        self.worker.may(world, self.from.region, action, &format!("arn:aws:s3:::{}/{}", self.from.bucket, self.key))
    }

    fn may_at_target(&self, world: &World, action: &'static str) -> bool {
        self.worker.may(world, self.to.region, action, &format!("arn:aws:s3:::{}/{}", self.to.bucket, self.key))
    }

    /// Goes it.
    pub(super) fn go(&self, world: &mut World, task: &Task, what: Asked) -> Result<(), Obstacle> {
        let source_arn = access::bucket_arn(&self.from.bucket);
        if !self.worker.may(world, self.from.region, "s3:GetReplicationConfiguration", &source_arn) {
            return Err(failure::REPLICATION);
        }
        match what {
            Asked::Put => self.put(world, task),
            Asked::Marker => self.mark(world, task),
            Asked::Tagging => self.retag(world, task),
            Asked::Acl => self.change(world, task, what, (failure::PUT_ACL, "s3:ReplicateObject")),
            Asked::Lock => self.relock(world, task),
        }
    }

    /// Copies objects.
    fn put(&self, world: &mut World, task: &Task) -> Result<(), Obstacle> {
        let now = world.now();
        let object = task.version.object().ok_or(failure::NOT_ELIGIBLE)?;
        if object.is_archived(now) {
            return Err(failure::NOT_ELIGIBLE);
        }
        let class = self.class(object);
        if zones::is_out(world, &self.from.bucket, object.class) || zones::is_out(world, &self.to.bucket, class) {
            return Err(Obstacle::Passing);
        }
        if !self.may_at_source(world, "s3:GetObjectVersionForReplication") {
            return Err(failure::GET);
        }
        if !self.may_at_source(world, "s3:GetObjectVersionAcl") {
            return Err(failure::GET_ACL);
        }
        if !self.may_at_target(world, "s3:ReplicateObject") {
            return Err(failure::PUT);
        }
        self.check_lock(world)?;
        if self.rule.destination.changes_owner() && !self.may_at_target(world, "s3:ObjectOwnerOverrideToBucketOwner") {
            return Err(failure::PUT_ACL);
        }
        let sealed = self.sealed(world, object)?;
        let mut replica = object.clone();
        if !self.copies_tags(world) {
            replica.tags = Arc::default();
        }
        replica.enter(class, now);
        replica.acl = self.acl(world, object);
        sealed.carry_out(world, &mut replica, task.len);
        let kind = if object.content.parts.is_empty() { notification::Kind::CreatedPut } else { notification::Kind::CreatedComplete };
        let version = Version { kind: Kind::Object(replica), ..task.version.clone() };
        self.deliver(world, task, version, kind);
        self.bill(world, task.len, object, class);
        Ok(())
    }

    /// The list of the replicas: the object's own, unless the destination's owner gets them, by the rule or by its Object Ownership.
    fn acl(&self, world: &World, object: &Object) -> Option<Arc<Acl>> {
        let target = world.s3.bucket(&self.to.bucket)?;
        if self.rule.destination.changes_owner() || !target.sharing.acls_count() {
            return None;
        }
        let counts = world.s3.bucket(&self.from.bucket).is_some_and(|source| source.sharing.acls_count());
        let own = object.acl.as_deref().filter(|_| counts).cloned();
        own.unwrap_or_else(|| Acl::private(Some(self.from.account))).kept(target.owner)
    }

    /// Tags that the role may not read or write stay behind; the object goes without them (S3 User Guide, permissions).
    fn copies_tags(&self, world: &World) -> bool {
        self.may_at_source(world, "s3:GetObjectVersionTagging") && self.may_at_target(world, "s3:ReplicateTags")
    }

    /// The class of the replicas: the rule's, or the object's own.
    fn class(&self, object: &Object) -> StorageClass {
        self.rule.destination.storage_class.as_deref().and_then(StorageClass::named).unwrap_or(object.class)
    }

    /// Copies delete markers.
    fn mark(&self, world: &mut World, task: &Task) -> Result<(), Obstacle> {
        // S3 sees delete markers only if it may list the bucket (S3 User Guide, permissions)
        if !self.worker.may(world, self.from.region, "s3:ListBucket", &access::bucket_arn(&self.from.bucket)) {
            return Err(failure::REPLICATION);
        }
        if !self.may_at_target(world, "s3:ReplicateDelete") {
            return Err(failure::DELETE);
        }
        self.deliver(world, task, task.version.clone(), notification::Kind::RemovedMarker);
        Ok(())
    }

    /// Puts the versions where they belong among those that are there, and tells whom the destination's notifications name.
    fn deliver(&self, world: &mut World, task: &Task, version: Version, kind: notification::Kind) {
        let version = Version { succeeded: None, replication: Some(Replication::replica()), ..version };
        for (before, len) in put::pieces(world, &self.to.bucket, &task.first, task.len) {
            let first: Arc<str> = keys::nth(&task.first, before).into();
            let new = Version { number: version.number.map(|number| number + before), ..version.clone() };
            world.s3.edit(&mut world.core, &self.to.bucket, (&first, len), |stack, meter| {
                if new.number.is_none() {
                    meter.drop_null(stack);
                }
                insert(stack, new);
            });
        }
        let notice = Notice::of(kind, (&task.first, task.len), &version);
        notification::notify(world, &self.to.bucket, Some(&self.worker.origin(self.to.region)), &[notice]);
    }

    /// Copies tags that changed.
    fn retag(&self, world: &mut World, task: &Task) -> Result<(), Obstacle> {
        if !self.may_at_source(world, "s3:GetObjectVersionTagging") {
            return Err(failure::GET_TAGGING);
        }
        self.change(world, task, Asked::Tagging, (failure::PUT_TAGGING, "s3:ReplicateTags"))
    }

    /// Copies a retention or a legal hold that changed.
    fn relock(&self, world: &mut World, task: &Task) -> Result<(), Obstacle> {
        self.check_lock(world)?;
        self.change(world, task, Asked::Lock, (failure::PUT, "s3:ReplicateObject"))
    }

    /// What is locked at the source can be locked at the destination, and the role may read locks (S3 User Guide, Object Lock
    /// considerations).
    fn check_lock(&self, world: &World) -> Result<(), Obstacle> {
        let locks = |place: &Place| world.s3.bucket(&place.bucket).is_some_and(Bucket::locks_objects);
        if !locks(&self.from) {
            return Ok(());
        }
        if !locks(&self.to) {
            return Err(failure::NO_LOCK);
        }
        let may_read = ["s3:GetObjectRetention", "s3:GetObjectLegalHold"].into_iter().all(|action| self.may_at_source(world, action));
        if may_read { Ok(()) } else { Err(failure::GET) }
    }

    /// What the replicas are encrypted with.
    fn sealed(&self, world: &World, object: &Object) -> Result<Sealed, Obstacle> {
        let key = self.rule.destination.replica_key();
        Sealed::find(world, object, key, [&self.from, &self.to].map(|place| (place, self.worker.origin(place.region))), &self.key)
    }

    /// Brings the metadata of versions that are there already in line.
    fn change(&self, world: &mut World, task: &Task, what: Asked, (forbidden, action): (Obstacle, &'static str)) -> Result<(), Obstacle> {
        if !self.may_at_target(world, action) {
            return Err(forbidden);
        }
        let object = task.version.object().ok_or(failure::NOT_ELIGIBLE)?;
        let tags = self.copies_tags(world).then(|| object.tags.clone());
        let acl = self.acl(world, object);
        let lock = (what == Asked::Lock && world.s3.bucket(&self.to.bucket).is_some_and(Bucket::locks_objects)).then_some(object.lock);
        let mut all_there = true;
        for (before, len) in put::pieces(world, &self.to.bucket, &task.first, task.len) {
            let first: Arc<str> = keys::nth(&task.first, before).into();
            let number = task.version.number.map(|number| number + before);
            let there = world.s3.edit(&mut world.core, &self.to.bucket, (&first, len), |stack, _| {
                let version = stack.iter_mut().find(|version| version.number == number).and_then(Version::object_mut);
                let Some(object) = version else { return false };
                object.lock = lock.unwrap_or(object.lock);
                object.acl.clone_from(&acl);
                if let Some(tags) = &tags {
                    object.tags = tags.clone();
                }
                true
            });
            all_there &= there == Some(true);
        }
        self.count(world, "Requests-Tier1", u128::from(task.len), &self.to);
        if all_there { Ok(()) } else { Err(failure::NO_VERSION) }
    }

    /// One PUT per object at the destination's price, what leaves the region, and what reading costs (S3 pricing, replication).
    fn bill(&self, world: &mut World, len: u64, object: &Object, class: StorageClass) {
        let bytes = u128::from(len) * u128::from(object.size());
        self.count(world, class.put_usage(), u128::from(len), &self.to);
        if self.from.region != self.to.region {
            self.count(world, format!("{}-AWS-Out-Bytes", self.to.region.billing_prefix()), bytes, &self.from);
        }
        if self.rule.is_timed() {
            self.count(world, "S3RTC-Out-Bytes", bytes, &self.from);
        }
        if let Some(usage_type) = object.class.retrieval_usage() {
            self.count(world, usage_type, bytes, &self.from);
        }
    }

    /// Counts usage for the source's owner.
    fn count(&self, world: &mut World, usage_type: impl Into<Cow<'static, str>>, quantity: u128, at: &Place) {
        let (usage_type, operation) = (usage_type.into(), Cow::Borrowed(""));
        let key = UsageKey { account: self.from.account, region: at.region, usage_type, operation, resource: at.bucket.clone() };
        world.record(vec![(key, quantity)]);
    }
}

/// Puts a version where it belongs by the moment of its writing. A replica that is there already is replaced; the original stays.
fn insert(stack: &mut Stack, mut new: Version) {
    if let Some(same) = stack.iter_mut().find(|version| version.number == new.number) {
        if same.replication.as_ref().is_some_and(|replication| replication.replica) {
            new.succeeded = same.succeeded;
            *same = new;
        }
        return;
    }
    let place = stack.iter().position(|version| (version.written, version.number) < (new.written, new.number)).unwrap_or(stack.len());
    new.succeeded = place.checked_sub(1).map(|newer| stack[newer].written);
    if let Some(older) = stack.get_mut(place) {
        older.succeeded = Some(new.written);
    }
    stack.insert(place, new);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SimTime;

    fn version(number: u64, second: i64) -> Version {
        let written = SimTime::START.plus(second * 1_000);
        Version { number: Some(number), written, succeeded: None, kind: Kind::Marker, replication: None }
    }

    #[test]
    fn an_original_is_not_replaced_by_its_own_replica() {
        let mut stack = vec![version(1, 10)];
        insert(&mut stack, Version { replication: Some(Replication::replica()), ..version(1, 10) });
        assert_eq!(stack, [version(1, 10)]);
    }

    #[test]
    fn a_version_that_arrives_late_takes_its_place_below_newer_ones() {
        let mut stack = Stack::new();
        for (number, second) in [(2, 20), (1, 10), (3, 30)] {
            insert(&mut stack, version(number, second));
        }
        assert_eq!(stack.iter().map(|version| version.number).collect::<Vec<_>>(), [Some(3), Some(2), Some(1)]);
        let succeeded: Vec<_> = stack.iter().map(|version| version.succeeded).collect();
        assert_eq!(succeeded, [None, Some(SimTime::START.plus(30_000)), Some(SimTime::START.plus(20_000))]);
    }
}
