//! From what a caller names to a key: ids, ARNs, aliases, in KMS's order of checks. Whether the caller may is asked elsewhere.

use super::{Key, Kms, alias, errors, key, key::State};
use crate::{
    api::{ApiError, Origin},
    ident::{AccountId, Region},
};

/// What a caller may name a key by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// Its id or ARN.
    Key,
    /// An alias as well.
    Alias,
}

/// The ARN that the text means to a caller: of a key, whether or not it is there.
pub(super) fn key_arn(kms: &Kms, origin: &Origin, text: &str, by: By) -> Result<String, ApiError> {
    let account = origin.caller.account().unwrap_or(AccountId::OWN);
    if let Some(rest) = text.strip_prefix("arn:") {
        let (region, owner, resource) = arn_parts(rest).ok_or_else(|| errors::invalid_arn(text))?;
        if region != origin.region.name() {
            return Err(errors::foreign_arn(region));
        }
        let id = resource.strip_prefix("key/").filter(|id| is_id(id));
        return match (id, by) {
            (Some(id), _) => Ok(key::arn(owner, origin.region, id)),
            (None, By::Alias) if resource.starts_with("alias/") => of_alias(kms, owner, origin.region, resource),
            _ => Err(errors::invalid_arn(text)),
        };
    }
    if by == By::Alias && text.starts_with("alias/") {
        return of_alias(kms, account, origin.region, text);
    }
    if is_id(text) { Ok(key::arn(account, origin.region, text)) } else { Err(errors::invalid_key_id(text)) }
}

/// Region, account and resource of the rest of an ARN of KMS's.
fn arn_parts(rest: &str) -> Option<(&str, AccountId, &str)> {
    let mut parts = rest.splitn(5, ':');
    let partition = parts.next()?;
    let service = parts.next()?;
    let region = parts.next()?;
    let account = parts.next().filter(|account| account.len() == 12)?.parse().ok()?;
    let resource = parts.next()?;
    (partition == "aws" && service == "kms").then_some((region, AccountId(account), resource))
}

fn of_alias(kms: &Kms, account: AccountId, region: Region, name: &str) -> Result<String, ApiError> {
    let arn = alias::arn(account, region, name.strip_prefix("alias/").unwrap_or(name));
    kms.aliases.get(&arn).map(|alias| key::arn(account, region, alias.target())).ok_or_else(|| errors::no_such_alias(&arn))
}

/// A UUID, or the id of a multi-Region key.
fn is_id(text: &str) -> bool {
    const GROUPS: [usize; 5] = [8, 4, 4, 4, 12];
    let hex = |part: &str| part.bytes().all(|byte| byte.is_ascii_hexdigit());
    match text.strip_prefix("mrk-") {
        Some(digits) => digits.len() == 32 && hex(digits),
        None => text.split('-').map(str::len).eq(GROUPS) && text.split('-').all(hex),
    }
}

/// The key of that ARN, or that it does not exist.
pub(super) fn existing<'a>(kms: &'a Kms, arn: &str) -> Result<&'a Key, ApiError> {
    kms.keys.get(arn).ok_or_else(|| errors::no_such_key(arn))
}

/// Refuses a key that may not be used for cryptography, for a grant, or for rotation.
pub(super) fn usable(key: &Key) -> Result<(), ApiError> {
    match key.state {
        State::Enabled => Ok(()),
        State::Disabled => Err(errors::disabled(&key.arn())),
        _ => not_pending(key),
    }
}

/// Refuses a key that waits to be deleted, or is just being made.
pub(super) fn not_pending(key: &Key) -> Result<(), ApiError> {
    match key.state {
        State::Enabled | State::Disabled => Ok(()),
        State::PendingDeletion { .. } => Err(errors::invalid_state(&key.arn(), "is pending deletion")),
        State::PendingReplicaDeletion { .. } => Err(errors::invalid_state(&key.arn(), "is pending replica deletion")),
        State::Creating { .. } => Err(errors::invalid_state(&key.arn(), "is creating")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "1234abcd-12ab-34cd-56ef-1234567890ab";

    #[test]
    fn a_key_is_named_by_its_id_or_its_arn() {
        let (kms, origin) = (Kms::default(), Origin::admin(Region::US_EAST_1));
        let arn = format!("arn:aws:kms:us-east-1:123456789012:key/{ID}");
        assert_eq!(key_arn(&kms, &origin, ID, By::Key).unwrap(), arn);
        assert_eq!(key_arn(&kms, &origin, &arn, By::Key).unwrap(), arn);
        let multi = "mrk-d3b95762d3b95762d3b95762d3b95762";
        assert!(key_arn(&kms, &origin, multi, By::Key).unwrap().ends_with(multi));
    }

    #[test]
    fn what_is_no_id_is_told_from_what_does_not_exist() {
        let (kms, origin) = (Kms::default(), Origin::admin(Region::US_EAST_1));
        let refusal = |text: &str| key_arn(&kms, &origin, text, By::Alias).unwrap_err().to_string();
        assert_eq!(refusal("fake-key-id"), "NotFoundException: Invalid keyId 'fake-key-id'");
        assert_eq!(refusal("134f2428cec14b25a1ae9048164dba47"), "NotFoundException: Invalid keyId '134f2428cec14b25a1ae9048164dba47'");
        assert_eq!(refusal("mrk-fake-key-id"), "NotFoundException: Invalid keyId 'mrk-fake-key-id'");
        assert_eq!(refusal(&format!("arn:aws:kms:ap-southeast-1:123456789012:key/{ID}")), "NotFoundException: Invalid arn ap-southeast-1");
        assert_eq!(refusal("alias/none"), "NotFoundException: Alias arn:aws:kms:us-east-1:123456789012:alias/none is not found.");
        for arn in ["arn:aws:s3:::bucket", "arn:aws:kms:us-east-1:123456789012:key/x", "arn:aws:kms"] {
            assert!(refusal(arn).starts_with("InvalidArnException"), "{arn}");
        }
        let missing = key_arn(&kms, &origin, ID, By::Key).unwrap();
        assert_eq!(existing(&kms, &missing).unwrap_err().to_string(), format!("NotFoundException: Key '{missing}' does not exist"));
    }

    #[test]
    fn an_alias_names_a_key_only_where_kms_takes_aliases() {
        let (kms, origin) = (Kms::default(), Origin::admin(Region::US_EAST_1));
        assert_eq!(key_arn(&kms, &origin, "alias/a", By::Key).unwrap_err().message, "Invalid keyId 'alias/a'");
    }
}
