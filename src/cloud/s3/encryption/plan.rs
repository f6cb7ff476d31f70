//! What a write will be encrypted with: its own headers first, then the bucket's default, then S3's own keys. Everything is checked
//! here, and carried out once nothing else can be refused.

use std::sync::Arc;

use super::{
    super::{access, errors},
    Asked, Encryption,
    asked::Checked,
    blocked, read,
};
use crate::{
    World,
    api::{ApiError, Origin},
    ident::Region,
    kms::{Context, Forward, Kms, Use},
};

/// What protects objects where nothing else is said; the description of AWS's key for S3.
const MANAGED_KEY: &str = "Default key that protects my S3 objects when no other key is defined";

/// Where a write goes, and what it is for.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Wanted<'a> {
    pub bucket: &'a str,
    pub key: &'a str,
    /// What is refused where a customer's key is blocked: `s3:PutObject`.
    pub action: &'static str,
    /// The data key will be wanted back: a multipart upload.
    pub reads_back: bool,
}

/// A decision, not yet carried out.
pub(in super::super) struct Plan {
    encryption: Option<Arc<Encryption>>,
    /// AWS's key for S3, which is made at its first use.
    makes_managed_key: bool,
    /// The digest of the key that the caller brought.
    customer_md5: Option<String>,
    origin: Origin,
}

impl Plan {
    /// Decides, and asks KMS whether the caller may use the key.
    pub(in super::super) fn new(world: &World, origin: &Origin, wanted: Wanted<'_>, asked: Asked<'_>) -> Result<Self, ApiError> {
        let bucket = access::bucket(world, wanted.bucket)?;
        let origin = at(origin, bucket.region);
        let plain = |encryption, customer_md5| Self { encryption, makes_managed_key: false, customer_md5, origin: origin.clone() };
        let rule = &bucket.encryption;
        let (dual_layer, key, context, bucket_key) = match asked.checked()? {
            Checked::S3 => return Ok(plain(None, None)),
            Checked::Customer(key) => {
                blocked::check(world, &origin, wanted.bucket, wanted.key, wanted.action)?;
                let encryption = Arc::new(key.encryption(&world.core.ids));
                return Ok(plain(Some(encryption), Some(key.md5)));
            }
            Checked::Default if !rule.is_kms() => return Ok(plain(None, None)),
            Checked::Default => {
                (rule.is_dual_layer(), rule.kms_key.as_deref(), Context::new(), asked.bucket_key.unwrap_or(rule.bucket_key))
            }
            Checked::Kms { dual_layer, key, context, bucket_key } => (dual_layer, key, context, bucket_key.unwrap_or(rule.bucket_key)),
        };
        let (key, makes_managed_key) = if let Some(text) = key {
            (world.kms.resolved(&origin, text).map_err(errors::of_kms)?, false)
        } else {
            let account = origin.caller.account().ok_or_else(errors::kms_needs_signature)?;
            let made = world.kms.managed_key(account, origin.region, "s3");
            (made.clone().unwrap_or_default(), made.is_none())
        };
        let bucket_key = bucket_key && !dual_layer;
        let encryption = Arc::new(Encryption::Kms { key: key.into(), dual_layer, bucket_key, context });
        let decided = Self { encryption: Some(encryption), makes_managed_key, customer_md5: None, origin };
        decided.ask(world, wanted)?;
        Ok(decided)
    }

    /// The encryption of an upload that was begun with one: KMS is asked for the data key that its parts are encrypted with.
    pub(in super::super) fn of_upload(
        world: &World,
        origin: &Origin,
        wanted: Wanted<'_>,
        encryption: Option<Arc<Encryption>>,
    ) -> Result<Self, ApiError> {
        let origin = at(origin, access::bucket(world, wanted.bucket)?.region);
        let plan = Self { encryption, makes_managed_key: false, customer_md5: None, origin };
        plan.forward(wanted, Use::Decrypt, |forward| forward.check(world).map_err(errors::of_kms))?;
        Ok(plan)
    }

    fn ask(&self, world: &World, wanted: Wanted<'_>) -> Result<(), ApiError> {
        if self.makes_managed_key {
            return Ok(()); // its policy lets everybody in who may use S3 in the account
        }
        let check = |forward: Forward<'_>| forward.check(world).map_err(errors::of_kms);
        self.forward(wanted, Use::GenerateDataKey, check)?;
        if wanted.reads_back { self.forward(wanted, Use::Decrypt, check) } else { Ok(()) }
    }

    fn forward<T: Default>(
        &self,
        wanted: Wanted<'_>,
        what: Use,
        act: impl FnOnce(Forward<'_>) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let Some((encryption, key)) = self.encryption.as_deref().and_then(|it| Some((it, it.kms_key()?))) else { return Ok(T::default()) };
        let context = encryption.context(wanted.bucket, wanted.key);
        act(Forward { service: "s3", origin: &self.origin, key_arn: key, context: &context, what })
    }

    /// What it will be, before it is carried out.
    pub(in super::super) fn encryption(&self) -> Option<&Encryption> {
        self.encryption.as_deref()
    }

    /// The digest of the key that the caller brought.
    pub(in super::super) fn customer_md5(&self) -> Option<&String> {
        self.customer_md5.as_ref()
    }

    /// Carries it out for so many objects: makes AWS's key if it is not there yet, and has KMS's calls counted and told.
    pub(in super::super) fn carry_out(self, world: &mut World, wanted: Wanted<'_>, what: Use, n: u64) -> Option<Arc<Encryption>> {
        let mut this = self;
        if this.makes_managed_key
            && let Some(account) = this.origin.caller.account()
            && let Some(Encryption::Kms { dual_layer, bucket_key, context, .. }) = this.encryption.as_deref()
        {
            let key = Kms::make_managed_key(world, account, this.origin.region, "s3", MANAGED_KEY).into();
            let (dual_layer, bucket_key, context) = (*dual_layer, *bucket_key, context.clone());
            this.encryption = Some(Arc::new(Encryption::Kms { key, dual_layer, bucket_key, context }));
        }
        if let Some(encryption) = this.encryption.as_deref() {
            read::record(world, &this.origin, (wanted.bucket, wanted.key), encryption, what, n);
        }
        this.encryption
    }
}

/// The caller, in the bucket's region: KMS keys are regional, and S3 calls KMS where the bucket is.
pub(super) fn at(origin: &Origin, region: Region) -> Origin {
    Origin { region, ..origin.clone() }
}
