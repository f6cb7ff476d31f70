//! The role that S3 works in: it must be there, trust S3, and be allowed what each copy needs at the moment of copying.

use super::failure::{ASSUME_ROLE, Obstacle};
use crate::{
    World,
    api::{Need, Origin},
    ident::{AccountId, Caller, Region},
};

/// The name of S3's sessions.
const SESSION: &str = "s3-replication";
/// Who assumes the role.
const SERVICE: &str = "s3.amazonaws.com";

/// S3 in a role of the bucket's owner.
#[derive(Clone, Debug)]
pub(super) struct Worker {
    caller: Caller,
}

impl Worker {
    /// Assumes a role for a bucket.
    pub(super) fn assume(world: &World, role: &str, (bucket, owner, region): (&str, AccountId, Region)) -> Result<Self, Obstacle> {
        let (account, name) = parts(role).ok_or(ASSUME_ROLE)?;
        let s3 = Origin { caller: Caller::service(SERVICE, &format!("arn:aws:s3:::{bucket}"), owner), region };
        let assumed = world.may(&s3, &Need::action("sts:AssumeRole").on(role.to_owned()));
        if assumed { Ok(Self { caller: Caller::role(account, name, SESSION) }) } else { Err(ASSUME_ROLE) }
    }

    /// S3 in that role, in a region.
    pub(super) fn origin(&self, region: Region) -> Origin {
        Origin { caller: self.caller.clone(), region }
    }

    /// True if the role may do that in a region.
    pub(super) fn may(&self, world: &World, region: Region, action: &'static str, arn: &str) -> bool {
        world.may(&self.origin(region), &Need::action(action).on(arn.to_owned()))
    }
}

/// Account and name of a role's ARN; its path is no part of the name.
pub(super) fn parts(arn: &str) -> Option<(AccountId, &str)> {
    let (account, role) = arn.strip_prefix("arn:aws:iam::")?.split_once(":role/")?;
    Some((AccountId::read(account)?, role.rsplit('/').next()?)).filter(|(_, name)| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_has_its_name_without_its_path() {
        assert_eq!(parts("arn:aws:iam::123456789012:role/service-role/copier"), Some((AccountId::OWN, "copier")));
        for wrong in ["copier", "arn:aws:iam::123456789012:user/copier", "arn:aws:iam::123456789012:role/", "arn:aws:iam::12:role/copier"] {
            assert_eq!(parts(wrong), None, "{wrong}");
        }
    }
}
