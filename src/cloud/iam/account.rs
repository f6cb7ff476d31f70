//! What there is in an account as a whole: its alias, counts, and everything about who may what in one answer.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use serde_with::skip_serializing_none;

use super::{
    errors,
    managed::{self, Found},
    show,
    state::{Account, Held, Iam, arn, tag_list},
    user::account_of,
};
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write},
    ident::AccountId,
};

/// Gives the account a name for its sign-in page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CreateAccountAlias {
    /// The name, unique among all accounts.
    pub account_alias: String,
}

impl Operation for CreateAccountAlias {
    type Output = ();

    fn needs(&self) -> Need {
        Need::action("iam:CreateAccountAlias")
    }
}

impl Write for CreateAccountAlias {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let id = account_of(cx.account())?;
        let alias = &self.account_alias;
        let fine = alias.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        let mut faults = super::check::Faults::default();
        faults.length("accountAlias", alias, 3..=63);
        if !fine || alias.starts_with('-') || alias.ends_with('-') || alias.contains("--") {
            faults.add("accountAlias", "Member must satisfy regular expression pattern: ^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$");
        }
        faults.told()?;
        if cx.world.iam.accounts().any(|(other, account)| other != id && account.alias.as_ref() == Some(alias)) {
            return Err(errors::alias_taken(alias));
        }
        Iam::account_mut(cx.world, id).alias = Some(self.account_alias);
        Ok(())
    }
}

/// Takes the account's name for its sign-in page away.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteAccountAlias {
    /// The name.
    pub account_alias: String,
}

impl Operation for DeleteAccountAlias {
    type Output = ();

    fn needs(&self) -> Need {
        Need::action("iam:DeleteAccountAlias")
    }
}

impl Write for DeleteAccountAlias {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let id = account_of(cx.account())?;
        if cx.world.iam.account(id).alias.as_ref() != Some(&self.account_alias) {
            return Err(errors::no_such_alias(&self.account_alias));
        }
        Iam::account_mut(cx.world, id).alias = None;
        Ok(())
    }
}

/// Shows the account's name for its sign-in page.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListAccountAliases {
    /// Where the last page ended.
    pub marker: Option<String>,
    /// At most so many.
    pub max_items: Option<u64>,
}

impl Operation for ListAccountAliases {
    type Output = Value;

    fn needs(&self) -> Need {
        Need::action("iam:ListAccountAliases")
    }
}

impl Read for ListAccountAliases {
    fn read(self, cx: &mut View<'_>) -> Result<Value, ApiError> {
        let id = account_of(cx.account())?;
        let aliases: Vec<_> = cx.world.iam.account(id).alias.iter().collect();
        Ok(json!({"AccountAliases": aliases, "IsTruncated": false}))
    }
}

/// Counts what the account has, beside its quotas.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GetAccountSummary {}

impl Operation for GetAccountSummary {
    type Output = Value;
    const FIDELITY: Fidelity = Fidelity::Simplified("counts and quotas of what is modelled; no MFA devices, certificates or providers");

    fn needs(&self) -> Need {
        Need::action("iam:GetAccountSummary")
    }
}

impl Read for GetAccountSummary {
    fn read(self, cx: &mut View<'_>) -> Result<Value, ApiError> {
        let account = cx.world.iam.account(account_of(cx.account())?);
        Ok(json!({"SummaryMap": {
            "Users": account.users.len(), "UsersQuota": 5_000,
            "Groups": account.groups.len(), "GroupsQuota": 300,
            "Roles": account.roles.len(), "RolesQuota": 1_000,
            "Policies": account.policies.len(), "PoliciesQuota": 1_500,
            "InstanceProfiles": account.profiles.len(), "InstanceProfilesQuota": 1_000,
            "GroupsPerUserQuota": 10, "AccessKeysPerUserQuota": 2, "AttachedPoliciesPerUserQuota": 10,
            "AttachedPoliciesPerGroupQuota": 10, "AttachedPoliciesPerRoleQuota": 10, "VersionsPerPolicyQuota": 5,
            "PolicySizeQuota": 6_144, "UserPolicySizeQuota": 2_048, "GroupPolicySizeQuota": 5_120, "RolePolicySizeQuota": 10_240,
            "AssumeRolePolicySizeQuota": 2_048, "PolicyVersionsInUse": account.policies.values().map(|it| it.versions.len()).sum::<usize>(),
            "PolicyVersionsInUseQuota": 10_000, "AccountAccessKeysPresent": 0, "AccountMFAEnabled": 0, "MFADevices": 0, "MFADevicesInUse": 0,
        }}))
    }
}

/// Shows every user, group, role and policy of the account with its documents.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetAccountAuthorizationDetails {
    /// `User`, `Role`, `Group`, `LocalManagedPolicy`, `AWSManagedPolicy`: those alone.
    pub filter: Option<Vec<String>>,
    /// Where the last page ended.
    pub marker: Option<String>,
    /// At most so many.
    pub max_items: Option<u64>,
}

impl Operation for GetAccountAuthorizationDetails {
    type Output = Value;
    const FIDELITY: Fidelity =
        Fidelity::Simplified("everything is in one page; of AWS's own policies those that are attached, with their present version");

    fn needs(&self) -> Need {
        Need::action("iam:GetAccountAuthorizationDetails")
    }
}

fn policies(held: &Held) -> Vec<Value> {
    held.inline.iter().map(|(name, document)| json!({"PolicyName": name, "PolicyDocument": show::document(document)})).collect()
}

fn attached(held: &Held) -> Vec<Value> {
    show::attached(&held.attached).into_iter().map(|(_, shown)| shown).collect()
}

fn users(id: AccountId, account: &Account) -> Vec<Value> {
    let one = |user: &super::state::User| {
        let mut shown = show::user_in_full(id, user);
        shown.insert("UserPolicyList".to_owned(), policies(&user.held).into());
        shown.insert("GroupList".to_owned(), account.groups_of(&user.name).map(|group| Value::from(group.name.as_str())).collect());
        shown.insert("AttachedManagedPolicies".to_owned(), attached(&user.held).into());
        shown.insert("Tags".to_owned(), tag_list(&user.tags));
        Value::Object(shown)
    };
    account.users.values().map(one).collect()
}

fn groups(id: AccountId, account: &Account) -> Vec<Value> {
    let one = |group: &super::state::Group| {
        let mut shown = show::group(id, group);
        shown.insert("GroupPolicyList".to_owned(), policies(&group.held).into());
        shown.insert("AttachedManagedPolicies".to_owned(), attached(&group.held).into());
        Value::Object(shown)
    };
    account.groups.values().map(one).collect()
}

fn roles(id: AccountId, account: &Account) -> Vec<Value> {
    let one = |role: &super::state::Role| {
        let mut shown = show::role_in_full(id, role);
        for member in ["Description", "MaxSessionDuration"] {
            shown.shift_remove(member);
        }
        let profiles = account.profiles.values().filter(|profile| profile.role.as_deref() == Some(role.name.as_str()));
        shown.insert("InstanceProfileList".to_owned(), profiles.map(|it| Value::Object(show::profile(id, account, it))).collect());
        shown.insert("RolePolicyList".to_owned(), policies(&role.held).into());
        shown.insert("AttachedManagedPolicies".to_owned(), attached(&role.held).into());
        shown.insert("Tags".to_owned(), tag_list(&role.tags));
        Value::Object(shown)
    };
    account.roles.values().map(one).collect()
}

fn managed_policies(id: AccountId, account: &Account, wanted: impl Fn(&str) -> bool) -> Vec<Value> {
    let mut shown = Vec::new();
    for policy in account.policies.values().filter(|_| wanted("LocalManagedPolicy")) {
        let mut one = show::policy(account, &Found::Own(id, policy));
        let versions = policy.versions.iter().rev().filter_map(|version| show::version(policy, version.number, true));
        one.insert("PolicyVersionList".to_owned(), versions.map(Value::Object).collect());
        shown.push(Value::Object(one));
    }
    let in_use =
        |policy: &Found<'_>| wanted("AWSManagedPolicy") && account.n_attached(&policy.arn()) + account.n_bounded(&policy.arn()) > 0;
    for policy in managed::of_aws().filter(in_use) {
        let mut one: Map<String, Value> = show::policy(account, &policy);
        let version = json!({
            "Document": policy.aws_document().map(show::document), "VersionId": policy.default_version(),
            "IsDefaultVersion": true, "CreateDate": policy.updated(),
        });
        one.insert("PolicyVersionList".to_owned(), json!([version]));
        shown.push(Value::Object(one));
    }
    shown
}

impl Read for GetAccountAuthorizationDetails {
    fn read(self, cx: &mut View<'_>) -> Result<Value, ApiError> {
        let id = account_of(cx.account())?;
        let account = cx.world.iam.account(id);
        let wanted = |kind: &str| self.filter.as_ref().is_none_or(|filter| filter.iter().any(|it| it == kind));
        let list = |kind: &str, list: fn(AccountId, &Account) -> Vec<Value>| if wanted(kind) { list(id, account) } else { Vec::new() };
        Ok(json!({
            "UserDetailList": list("User", users),
            "GroupDetailList": list("Group", groups),
            "RoleDetailList": list("Role", roles),
            "Policies": managed_policies(id, account, wanted),
            "IsTruncated": false,
        }))
    }
}

impl Iam {
    /// The ARN of a role of an account, by its name.
    pub fn role_arn(&self, account: AccountId, name: &str) -> Option<String> {
        self.account(account).role(name).ok().map(|role| arn(account, "role", &role.path, &role.name))
    }
}
