//! Aliases: names of an account in a region for its keys. An alias may be pointed at another key, and is no part of any.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    access, errors,
    find::{self, By},
    guard,
    page::{self, End},
};
use crate::{
    api::{ApiError, Call, Need, Operation, Read, View, Write},
    clock::SimTime,
    ident::{AccountId, Region},
};

/// Longest alias name, `alias/` included.
const MAX_NAME: usize = 256;
/// Beginning of the names that belong to AWS managed keys.
pub(super) const RESERVED: &str = "alias/aws/";

/// A name for a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// With `alias/` before it.
    pub(super) name: String,
    pub(super) account: AccountId,
    pub(super) region: Region,
    /// The id of its key.
    pub(super) target: String,
    pub(super) created: SimTime,
    pub(super) updated: SimTime,
}

impl Alias {
    /// Its name, with `alias/` before it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The id of its key.
    pub fn target(&self) -> &str {
        &self.target
    }

    pub(super) fn arn(&self) -> String {
        format!("arn:aws:kms:{}:{}:{}", self.region, self.account, self.name)
    }
}

/// An alias's ARN, of its name without `alias/`.
pub(super) fn arn(account: AccountId, region: Region, name: &str) -> String {
    format!("arn:aws:kms:{region}:{account}:alias/{name}")
}

/// True for an action that an alias allows by itself, besides the key.
pub(super) fn is_about_aliases(action: &str) -> bool {
    matches!(action, "kms:CreateAlias" | "kms:UpdateAlias" | "kms:DeleteAlias")
}

/// Needs an action on a key and on its alias.
fn need(action: &'static str, alias: &str, key: &str) -> Need {
    access::need(action, key).and(Need::action(action).here(alias))
}

/// Asks for the key that an alias names at present.
fn check_present(cx: &Call<'_>, action: &'static str, key_arn: &str) -> Result<(), ApiError> {
    cx.world.check(cx.origin, &Need::action(action).on(key_arn.to_owned())).map_err(|denial| guard::denied(&denial))
}

/// Refuses a name that KMS does not take from a customer.
fn check_name(name: &str) -> Result<&str, ApiError> {
    let Some(bare) = name.strip_prefix("alias/") else {
        return Err(errors::validation(
            "Alias must start with the prefix \"alias/\". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html",
        ));
    };
    if name.len() > MAX_NAME {
        return Err(errors::constraint(name, "aliasName", format!("have length less than or equal to {MAX_NAME}")));
    }
    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b":/_-".contains(&byte)) {
        return Err(errors::constraint(name, "aliasName", "satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$"));
    }
    if bare.is_empty() {
        return Err(errors::validation("Invalid identifier"));
    }
    if bare.contains(':') {
        return Err(errors::validation(format!("{name} contains invalid characters for an alias")));
    }
    if name.starts_with(RESERVED) { Err(errors::reserved_alias()) } else { Ok(bare) }
}

/// Gives a key a name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CreateAlias {
    /// Begins with `alias/`.
    pub alias_name: String,
    /// A key by id or ARN.
    pub target_key_id: String,
}

impl Operation for CreateAlias {
    type Output = ();

    fn needs(&self) -> Need {
        need("kms:CreateAlias", &self.alias_name, &self.target_key_id)
    }
}

impl Write for CreateAlias {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bill(cx, &self.target_key_id);
        let bare = check_name(&self.alias_name)?;
        let account = access::account(cx.origin)?;
        let target = target(cx, &self.target_key_id)?;
        let arn = arn(account, cx.origin.region, bare);
        if cx.world.kms.aliases.contains_key(&arn) {
            return Err(errors::alias_exists(&arn));
        }
        let now = cx.now();
        let alias = Alias { name: self.alias_name, account, region: cx.origin.region, target, created: now, updated: now };
        cx.world.kms.aliases.insert(arn, alias);
        Ok(())
    }
}

/// The id of the key that an alias shall name.
fn target(cx: &Call<'_>, text: &str) -> Result<String, ApiError> {
    if text.starts_with("alias/") || text.contains(":alias/") {
        return Err(errors::validation("Aliases must refer to keys. Not aliases"));
    }
    let key = access::key(cx.world, cx.origin, text, By::Key)?;
    find::not_pending(key)?;
    Ok(key.id().to_owned())
}

/// Points an alias at another key of the same kind.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct UpdateAlias {
    /// Which.
    pub alias_name: String,
    /// Its new key, by id or ARN.
    pub target_key_id: String,
}

impl Operation for UpdateAlias {
    type Output = ();

    fn needs(&self) -> Need {
        need("kms:UpdateAlias", &self.alias_name, &self.target_key_id)
    }
}

impl Write for UpdateAlias {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bill(cx, &self.target_key_id);
        let bare = check_name(&self.alias_name)?;
        let account = access::account(cx.origin)?;
        let arn = arn(account, cx.origin.region, bare);
        let alias = cx.world.kms.aliases.get(&arn).ok_or_else(|| errors::no_such_alias(&arn))?;
        let old = super::key::arn(account, cx.origin.region, &alias.target);
        check_present(cx, "kms:UpdateAlias", &old)?;
        let target = target(cx, &self.target_key_id)?;
        let spec = |arn: &str| cx.world.kms.key(arn).map(super::Key::spec);
        if spec(&old) != spec(&super::key::arn(account, cx.origin.region, &target)) {
            return Err(errors::validation("Alias cannot be changed to a key with a different key spec or key usage."));
        }
        let now = cx.now();
        if let Some(alias) = cx.world.kms.aliases.get_mut(&arn) {
            (alias.target, alias.updated) = (target, now);
        }
        Ok(())
    }
}

/// Takes a name away. The key stays.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteAlias {
    /// Which.
    pub alias_name: String,
}

impl Operation for DeleteAlias {
    type Output = ();

    fn needs(&self) -> Need {
        Need::action("kms:DeleteAlias").here(&self.alias_name)
    }
}

impl Write for DeleteAlias {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bill(cx, &self.alias_name);
        let bare = check_name(&self.alias_name)?;
        let account = access::account(cx.origin)?;
        let arn = arn(account, cx.origin.region, bare);
        let alias = cx.world.kms.aliases.get(&arn).ok_or_else(|| errors::no_such_alias(&arn))?;
        let key = super::key::arn(account, cx.origin.region, &alias.target);
        check_present(cx, "kms:DeleteAlias", &key)?;
        cx.world.kms.aliases.remove(&arn);
        Ok(())
    }
}

/// Lists the aliases of the caller's account in the region, or those of one key.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListAliases {
    /// Only of this key.
    pub key_id: Option<String>,
    /// At most so many; 100 without.
    pub limit: Option<i64>,
    /// Where the last page ended.
    pub marker: Option<String>,
}

/// What ListAliases answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListAliasesOutput {
    aliases: Vec<AliasListEntry>,
    #[serde(flatten)]
    end: End,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct AliasListEntry {
    alias_name: String,
    alias_arn: String,
    target_key_id: String,
    creation_date: SimTime,
    last_updated_date: SimTime,
}

impl Operation for ListAliases {
    type Output = ListAliasesOutput;

    fn needs(&self) -> Need {
        Need::action("kms:ListAliases")
    }
}

impl Read for ListAliases {
    fn read(self, cx: &mut View<'_>) -> Result<ListAliasesOutput, ApiError> {
        access::bill_read(cx, self.key_id.as_deref().unwrap_or_default());
        let account = access::account(cx.origin)?;
        let asked = page::Asked::read(self.limit, self.marker.as_deref(), 100)?;
        let only = self.key_id.as_deref().map(|text| {
            let arn = find::key_arn(&cx.world.kms, cx.origin, text, By::Key)?;
            find::existing(&cx.world.kms, &arn).map(|key| key.id().to_owned())
        });
        let only = only.transpose()?;
        let matching = cx.world.kms.aliases(account, cx.origin.region).filter(|alias| only.as_ref().is_none_or(|id| *id == alias.target));
        let (page, end) = asked.take(matching, |alias| alias.name());
        let entry = |alias: &Alias| AliasListEntry {
            alias_name: alias.name.clone(),
            alias_arn: alias.arn(),
            target_key_id: alias.target.clone(),
            creation_date: alias.created,
            last_updated_date: alias.updated,
        };
        Ok(ListAliasesOutput { aliases: page.into_iter().map(entry).collect(), end })
    }
}
