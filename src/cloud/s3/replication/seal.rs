//! What replicas are encrypted with: what lies under a KMS key comes under the rule's key, everything else stays as its original is.
//! The role reads with the one key and writes with the other.

use std::sync::Arc;

use super::super::{
    checksum,
    encryption::{self, Encryption},
    meter::Place,
    version::Object,
};
use super::failure::{self, Obstacle};
use crate::{
    World,
    api::{ApiError, Origin},
    kms::Use,
};

/// What is checked and not yet done.
pub(super) struct Sealed {
    /// Of the object and of its replica, if they lie under KMS keys.
    keys: Option<[Arc<Encryption>; 2]>,
    /// Who reads and who writes, and where.
    ends: [(Arc<str>, Origin); 2],
    key: Arc<str>,
}

impl Sealed {
    /// Asks KMS at both ends, for the first key of a run.
    pub(super) fn find(
        world: &World,
        object: &Object,
        replica_key: Option<&str>,
        [from, to]: [(&Place, Origin); 2],
        key: &Arc<str>,
    ) -> Result<Self, Obstacle> {
        let ends = [(from.0.bucket.clone(), from.1), (to.0.bucket.clone(), to.1)];
        let keys = match object.encryption.as_ref() {
            None => None,
            Some(encryption) => match &**encryption {
                Encryption::Customer { .. } => {
                    let blocks = world.s3.bucket(&ends[1].0).is_some_and(|bucket| bucket.encryption.blocks_customer_keys);
                    if blocks {
                        return Err(failure::PUT);
                    }
                    None
                }
                Encryption::Kms { dual_layer, bucket_key, context, .. } => {
                    let [(bucket, origin), (target, writer)] = &ends;
                    let read = encryption::allows(world, origin, (bucket, key), encryption, Use::Decrypt);
                    read.map_err(|error| obstacle(&error, failure::GET, failure::NO_GET_KEY, failure::GET_KEY_STATE))?;
                    let arn = world.kms.resolved(writer, replica_key.unwrap_or_default()).map_err(|_| failure::NO_PUT_KEY)?;
                    let (dual_layer, bucket_key, context) = (*dual_layer, *bucket_key, context.clone());
                    let replicas = Encryption::Kms { key: arn.into(), dual_layer, bucket_key, context };
                    let written = encryption::allows(world, writer, (target, key), &replicas, Use::Encrypt);
                    written.map_err(|error| obstacle(&error, failure::PUT, failure::NO_PUT_KEY, failure::PUT_KEY_STATE))?;
                    Some([encryption.clone(), Arc::new(replicas)])
                }
            },
        };
        Ok(Self { keys, ends, key: key.clone() })
    }

    /// Gives the replicas their key, with the ETag that follows from it, and has so many calls to KMS counted.
    pub(super) fn carry_out(self, world: &mut World, replica: &mut Object, n: u64) {
        let Some([before, after]) = self.keys else { return };
        let [(bucket, reader), (target, writer)] = &self.ends;
        encryption::record(world, reader, (bucket, &self.key), &before, Use::Decrypt, n);
        encryption::record(world, writer, (target, &self.key), &after, Use::Encrypt, n);
        if replica.content.parts.is_empty() {
            let md5 = checksum::md5(&replica.content.body);
            let etag = encryption::etag(&world.core.ids, md5, Some(&after), 0);
            Arc::make_mut(&mut replica.content).etag = etag;
        }
        replica.encryption = Some(after);
    }
}

/// What KMS's refusal is to replication.
fn obstacle(refusal: &ApiError, forbidden: Obstacle, missing: Obstacle, unusable: Obstacle) -> Obstacle {
    match &*refusal.code {
        "AccessDenied" => forbidden,
        "KMS.NotFoundException" => missing,
        _ => unusable,
    }
}
