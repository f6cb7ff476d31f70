//! Access points: made, shown, deleted. Their policies are in `policy`; how they let requests through is told by S3.

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{errors, state::own_account};
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write},
    clock::SimTime,
    ident::{AccountId, Region},
    s3::{Blocks, PublicAccessBlockConfiguration, ResourcePolicy},
};

/// Most access points of an account in a region (S3 User Guide, access points quotas).
const MAX_POINTS: usize = 10_000;
/// Length of an access point's name.
const NAME_CHARS: std::ops::RangeInclusive<usize> = 3..=50;
/// What every alias ends with.
const ALIAS_SUFFIX: &str = "-s3alias";
/// Letters of the name that an alias begins with, and of what follows them.
const ALIAS_NAME_CHARS: usize = 20;
const ALIAS_RANDOM_CHARS: usize = 34;
const ALIAS_LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";

/// An access point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AccessPoint {
    pub(super) name: String,
    pub(super) account: AccountId,
    pub(super) region: Region,
    pub(super) bucket: Arc<str>,
    pub(super) bucket_account: AccountId,
    pub(super) alias: Arc<str>,
    pub(super) vpc: Option<String>,
    pub(super) blocks: Blocks,
    pub(super) policy: Option<ResourcePolicy>,
    pub(super) created: SimTime,
}

impl AccessPoint {
    /// Its ARN.
    pub fn arn(&self) -> String {
        arn(self.region, self.account, &self.name)
    }

    /// The account that owns it.
    pub fn account(&self) -> AccountId {
        self.account
    }

    /// The bucket that it leads to.
    pub fn bucket(&self) -> &str {
        &self.bucket
    }

    /// What it blocks, as said when it was made.
    pub fn blocks(&self) -> Blocks {
        self.blocks
    }

    /// The VPC that alone may use it; the whole internet may without one.
    pub fn vpc(&self) -> Option<&str> {
        self.vpc.as_deref()
    }

    /// Its policy.
    pub fn policy(&self) -> Option<&ResourcePolicy> {
        self.policy.as_ref()
    }

    /// Whether the internet reaches it, in AWS's words.
    pub fn network_origin(&self) -> &'static str {
        if self.vpc.is_some() { "VPC" } else { "Internet" }
    }

    pub(super) fn vpc_configuration(&self) -> Option<VpcConfiguration> {
        self.vpc.clone().map(|vpc_id| VpcConfiguration { vpc_id })
    }
}

/// The ARN of an access point.
pub(super) fn arn(region: Region, account: AccountId, name: &str) -> String {
    format!("arn:aws:s3:{region}:{account}:accesspoint/{name}")
}

/// `VpcConfiguration`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct VpcConfiguration {
    /// The VPC.
    pub vpc_id: String,
}

/// Makes an access point of a bucket.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CreateAccessPoint {
    /// The account that shall own it.
    pub account_id: String,
    /// Its name, unique in account and region.
    pub name: String,
    /// The bucket.
    pub bucket: String,
    /// The VPC that alone may use it.
    pub vpc_configuration: Option<VpcConfiguration>,
    /// What it blocks for ever; everything, if nothing is said.
    pub public_access_block_configuration: Option<PublicAccessBlockConfiguration>,
    /// The account of the bucket, where that is another one.
    pub bucket_account_id: Option<String>,
}

/// What CreateAccessPoint answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateAccessPointOutput {
    access_point_arn: String,
    alias: Arc<str>,
}

impl Operation for CreateAccessPoint {
    type Output = CreateAccessPointOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("a VPC is not looked up; scopes and tags are refused by name");

    fn needs(&self) -> Need {
        let vpc = self.vpc_configuration.as_ref();
        Need::action("s3:CreateAccessPoint")
            .here(format!("accesspoint/{}", self.name))
            .to_be_made()
            .with("s3:AccessPointNetworkOrigin", Some(if vpc.is_some() { "VPC" } else { "Internet" }))
            .with("s3:DataAccessPointAccount", Some(&self.account_id))
    }
}

impl Write for CreateAccessPoint {
    fn apply(self, cx: &mut Call<'_>) -> Result<CreateAccessPointOutput, ApiError> {
        let account = own_account(cx.origin, &self.account_id)?;
        let region = cx.origin.region;
        if !is_name(&self.name) {
            return Err(errors::invalid_access_point());
        }
        let bucket = cx.world.s3.bucket(&self.bucket).ok_or_else(errors::no_such_bucket)?;
        let (bucket_account, bucket_region) = (bucket.owner(), bucket.region());
        if self.bucket_account_id.unwrap_or_else(|| account.to_string()) != bucket_account.to_string() {
            return Err(errors::access_denied());
        }
        if bucket_region != region {
            return Err(errors::bucket_elsewhere());
        }
        let arn: Arc<str> = arn(region, account, &self.name).into();
        if cx.world.s3control.points.contains_key(&arn) {
            return Err(errors::access_point_already_owned());
        }
        if cx.world.s3control.points().filter(|point| point.account == account && point.region == region).count() >= MAX_POINTS {
            return Err(errors::too_many_access_points());
        }
        let number = cx.world.core.ids.take("s3-access-point", 1);
        let alias = alias(&self.name, &cx.world.core.ids.opaque("s3-access-point", number, ALIAS_LETTERS, ALIAS_RANDOM_CHARS));
        let point = AccessPoint {
            name: self.name,
            account,
            region,
            bucket: self.bucket.into(),
            bucket_account,
            alias: alias.clone(),
            vpc: self.vpc_configuration.map(|it| it.vpc_id),
            blocks: self.public_access_block_configuration.map_or(Blocks::ALL, PublicAccessBlockConfiguration::blocks_or_none),
            policy: None,
            created: cx.now(),
        };
        cx.world.s3control.aliases.insert(alias.clone(), arn.clone());
        cx.world.s3control.points.insert(arn.clone(), point);
        Ok(CreateAccessPointOutput { access_point_arn: arn.to_string(), alias })
    }
}

/// Small letters, digits and hyphens, of which none at an end (S3 User Guide, naming access points).
fn is_name(name: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    NAME_CHARS.contains(&name.len())
        && name.bytes().all(|byte| letter(byte) || byte == b'-')
        && !name.starts_with('-')
        && !name.ends_with('-')
        && ![ALIAS_SUFFIX, "--ol-s3", "--x-s3", "--xa-s3", "--table-s3"].iter().any(|suffix| name.ends_with(suffix))
}

fn alias(name: &str, random: &str) -> Arc<str> {
    let stem: String = name.chars().take(ALIAS_NAME_CHARS).collect();
    format!("{}-{random}{ALIAS_SUFFIX}", stem.trim_end_matches('-')).into()
}

/// Deletes an access point with its policy. The bucket stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteAccessPoint {
    /// The account that owns it.
    pub account_id: String,
    /// Its name.
    pub name: String,
}

impl Operation for DeleteAccessPoint {
    type Output = ();

    fn needs(&self) -> Need {
        Need::action("s3:DeleteAccessPoint").here(format!("accesspoint/{}", self.name))
    }
}

impl Write for DeleteAccessPoint {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let account = own_account(cx.origin, &self.account_id)?;
        let arn = arn(cx.origin.region, account, &self.name);
        let point = cx.world.s3control.points.remove(arn.as_str()).ok_or_else(errors::no_such_access_point)?;
        cx.world.s3control.aliases.remove(&point.alias);
        Ok(())
    }
}

/// Shows an access point.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetAccessPoint {
    /// The account that owns it.
    pub account_id: String,
    /// Its name.
    pub name: String,
}

/// What GetAccessPoint answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetAccessPointOutput {
    name: String,
    bucket: Arc<str>,
    network_origin: &'static str,
    vpc_configuration: Option<VpcConfiguration>,
    public_access_block_configuration: Blocks,
    creation_date: SimTime,
    alias: Arc<str>,
    access_point_arn: String,
    endpoints: BTreeMap<&'static str, String>,
    bucket_account_id: String,
}

impl Operation for GetAccessPoint {
    type Output = GetAccessPointOutput;

    fn needs(&self) -> Need {
        Need::action("s3:GetAccessPoint").here(format!("accesspoint/{}", self.name))
    }
}

impl Read for GetAccessPoint {
    fn read(self, cx: &mut View<'_>) -> Result<GetAccessPointOutput, ApiError> {
        let account = own_account(cx.origin, &self.account_id)?;
        let region = cx.origin.region;
        let point = cx.world.s3control.points.get(arn(region, account, &self.name).as_str()).ok_or_else(errors::no_such_access_point)?;
        Ok(GetAccessPointOutput {
            name: self.name,
            bucket: point.bucket.clone(),
            network_origin: point.network_origin(),
            vpc_configuration: point.vpc_configuration(),
            public_access_block_configuration: point.blocks,
            creation_date: point.created,
            alias: point.alias.clone(),
            access_point_arn: point.arn(),
            endpoints: BTreeMap::from([
                ("dualstack", format!("s3-accesspoint.dualstack.{region}.amazonaws.com")),
                ("fips", format!("s3-accesspoint-fips.{region}.amazonaws.com")),
                ("fips_dualstack", format!("s3-accesspoint-fips.dualstack.{region}.amazonaws.com")),
                ("ipv4", format!("s3-accesspoint.{region}.amazonaws.com")),
            ]),
            bucket_account_id: point.bucket_account.to_string(),
        })
    }
}
