//! Customer managed policies, and the list of all managed ones: made, shown, deleted. Their versions have a file of their own.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use serde_with::skip_serializing_none;

use super::{
    Tag, check, documents, errors,
    managed::{self, Found},
    page::Page,
    show,
    state::{Account, Iam, ManagedPolicy, Version, key, tag_list},
    user::{account_of, new_id},
};
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write},
    ident::AccountId,
    policy::document::n_characters,
};

const NAME_LEN: usize = 128;
const MAX_POLICIES: usize = 1_500;

/// Needs an action on a managed policy.
pub(super) fn need_policy(action: &'static str, arn: &str) -> Need {
    Need::action(action).on(arn.to_owned())
}

/// The policy of that ARN, or that it was not found.
pub(super) fn found<'a>(id: AccountId, account: &'a Account, arn: &str) -> Result<Found<'a>, ApiError> {
    managed::check_arn(arn)?;
    managed::find(id, account, arn).ok_or_else(|| errors::no_such_policy(arn))
}

/// The key of a customer's own policy that shall change; AWS's own are nobody's to change.
pub(super) fn own_key(cx: &Call<'_>, action: &'static str, arn: &str) -> Result<(AccountId, String), ApiError> {
    let id = account_of(cx.account())?;
    match found(id, cx.world.iam.account(id), arn)? {
        Found::Own(_, policy) => Ok((id, key(&policy.name))),
        Found::Aws(_) => Err(errors::not_yours(&cx.origin.caller.arn(), action, arn)),
    }
}

/// Makes a managed policy that can be attached to many.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CreatePolicy {
    /// Its name.
    pub policy_name: String,
    /// Where it is filed.
    pub path: Option<String>,
    /// The policy.
    pub policy_document: String,
    /// What it is for.
    pub description: Option<String>,
    /// Its tags.
    pub tags: Option<Vec<Tag>>,
}

impl Operation for CreatePolicy {
    type Output = Value;

    fn needs(&self) -> Need {
        Need::action("iam:CreatePolicy")
            .global(format!("policy{}{}", self.path.as_deref().unwrap_or("/"), self.policy_name))
            .to_be_made()
            .with_tags(self.tags.iter().flatten().map(|tag| (tag.key.as_str(), tag.value.as_str())))
    }
}

impl Write for CreatePolicy {
    fn apply(self, cx: &mut Call<'_>) -> Result<Value, ApiError> {
        let id = account_of(cx.account())?;
        check::name("policyName", &self.policy_name, NAME_LEN)?;
        let path = check::path(self.path.as_deref())?;
        let tags = self.tags.unwrap_or_default();
        check::tags(&tags, false)?;
        let document = documents::identity(&self.policy_document)?;
        if n_characters(&self.policy_document) > documents::MANAGED_LEN {
            return Err(errors::managed_too_long(documents::MANAGED_LEN));
        }
        let account = cx.world.iam.account(id);
        if account.policies.contains_key(&key(&self.policy_name)) {
            return Err(errors::policy_exists(&self.policy_name));
        }
        if account.policies.len() >= MAX_POLICIES {
            return Err(errors::quota("PoliciesPerAccount", MAX_POLICIES));
        }
        let created = cx.now();
        let policy = ManagedPolicy {
            id: new_id(cx, "ANPA"),
            name: self.policy_name,
            path,
            description: self.description,
            created,
            updated: created,
            tags: tags.iter().map(|tag| (tag.key.clone(), tag.value.clone())).collect(),
            versions: vec![Version { number: 1, created, document }],
            default: 1,
            n_made: 1,
        };
        let mut shown = show::policy(cx.world.iam.account(id), &Found::Own(id, &policy));
        show::given_tags(&mut shown, &tags);
        Iam::account_mut(cx.world, id).policies.insert(key(&policy.name), policy);
        Ok(json!({"Policy": shown}))
    }
}

/// Shows a managed policy without its document.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetPolicy {
    /// Which.
    pub policy_arn: String,
}

impl Operation for GetPolicy {
    type Output = Value;
    const FIDELITY: Fidelity = Fidelity::Simplified("a few dozen of AWS's own policies are there, with their present document");

    fn needs(&self) -> Need {
        need_policy("iam:GetPolicy", &self.policy_arn)
    }
}

impl Read for GetPolicy {
    fn read(self, cx: &mut View<'_>) -> Result<Value, ApiError> {
        let id = account_of(cx.account())?;
        let account = cx.world.iam.account(id);
        let policy = found(id, account, &self.policy_arn)?;
        let mut shown = show::policy(account, &policy);
        if let Some(description) = policy.description() {
            shown.insert("Description".to_owned(), json!(description));
        }
        shown.insert("Tags".to_owned(), if let Found::Own(_, policy) = policy { tag_list(&policy.tags) } else { json!([]) });
        Ok(json!({"Policy": shown}))
    }
}

/// Lists managed policies: the account's own and AWS's.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListPolicies {
    /// `All`, `AWS` or `Local`.
    pub scope: Option<String>,
    /// Only policies that are attached to something.
    pub only_attached: Option<bool>,
    /// Only policies whose path begins so.
    pub path_prefix: Option<String>,
    /// `PermissionsPolicy` or `PermissionsBoundary`: used as that.
    pub policy_usage_filter: Option<String>,
    /// Where the last page ended.
    pub marker: Option<String>,
    /// At most so many.
    pub max_items: Option<u64>,
}

impl Operation for ListPolicies {
    type Output = Map<String, Value>;
    const FIDELITY: Fidelity = Fidelity::Simplified("of AWS's own policies a few dozen are there");

    fn needs(&self) -> Need {
        Need::action("iam:ListPolicies").global(format!("policy{}", self.path_prefix.as_deref().unwrap_or("/")))
    }
}

impl Read for ListPolicies {
    fn read(self, cx: &mut View<'_>) -> Result<Map<String, Value>, ApiError> {
        let id = account_of(cx.account())?;
        let scope = self.scope.as_deref().unwrap_or("All");
        if !["All", "AWS", "Local"].contains(&scope) {
            let mut faults = check::Faults::default();
            faults.add("scope", "Member must satisfy enum value set: [All, AWS, Local]");
            faults.told()?;
        }
        let account = cx.world.iam.account(id);
        let own = account.policies.values().map(|policy| Found::Own(id, policy)).filter(|_| scope != "AWS");
        let aws = managed::of_aws().filter(|_| scope != "Local");
        let prefix = self.path_prefix.as_deref().unwrap_or("/");
        let wanted = |policy: &Found<'_>| {
            let arn = policy.arn();
            let (attached, bounded) = (account.n_attached(&arn), account.n_bounded(&arn));
            let used = match self.policy_usage_filter.as_deref() {
                Some("PermissionsBoundary") => bounded > 0,
                Some(_) => attached > 0,
                None => true,
            };
            policy.path().starts_with(prefix) && used && (attached + bounded > 0 || self.only_attached != Some(true))
        };
        let mut policies: Vec<_> = own
            .chain(aws)
            .filter(wanted)
            .map(|policy| {
                // an account's own may have the name of one of AWS's
                (format!("{} {}", key(policy.name()), policy.arn()), Value::Object(show::policy(account, &policy)))
            })
            .collect();
        policies.sort_by(|a, b| a.0.cmp(&b.0));
        Page { marker: self.marker.as_ref(), max_items: self.max_items }.answer("Policies", policies.into_iter())
    }
}

/// Deletes a managed policy that is attached to nothing any more.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeletePolicy {
    /// Which.
    pub policy_arn: String,
}

impl Operation for DeletePolicy {
    type Output = ();

    fn needs(&self) -> Need {
        need_policy("iam:DeletePolicy", &self.policy_arn)
    }
}

impl Write for DeletePolicy {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let (id, name) = own_key(cx, "iam:DeletePolicy", &self.policy_arn)?;
        let account = cx.world.iam.account(id);
        if account.n_attached(&self.policy_arn) + account.n_bounded(&self.policy_arn) > 0 {
            return Err(errors::delete_conflict("Cannot delete a policy attached to entities."));
        }
        if account.policies.get(&name).is_some_and(|policy| policy.versions.len() > 1) {
            let message = "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.";
            return Err(errors::delete_conflict(message));
        }
        Iam::account_mut(cx.world, id).policies.remove(&name);
        Ok(())
    }
}

/// Lists who has a managed policy: users, groups and roles.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListEntitiesForPolicy {
    /// Which policy.
    pub policy_arn: String,
    /// `User`, `Role` or `Group` alone.
    pub entity_filter: Option<String>,
    /// Only entities whose path begins so.
    pub path_prefix: Option<String>,
    /// `PermissionsPolicy` or `PermissionsBoundary`: used as that.
    pub policy_usage_filter: Option<String>,
    /// Where the last page ended.
    pub marker: Option<String>,
    /// At most so many.
    pub max_items: Option<u64>,
}

impl Operation for ListEntitiesForPolicy {
    type Output = Value;
    const FIDELITY: Fidelity = Fidelity::Simplified("all are in one page");

    fn needs(&self) -> Need {
        need_policy("iam:ListEntitiesForPolicy", &self.policy_arn)
    }
}

impl Read for ListEntitiesForPolicy {
    fn read(self, cx: &mut View<'_>) -> Result<Value, ApiError> {
        let id = account_of(cx.account())?;
        let account = cx.world.iam.account(id);
        found(id, account, &self.policy_arn)?;
        let usage = self.policy_usage_filter.as_deref();
        let has = |attached: &[String], boundary: Option<&String>, path: &str| {
            let attached = attached.contains(&self.policy_arn) && usage != Some("PermissionsBoundary");
            let bounded = boundary == Some(&self.policy_arn) && usage != Some("PermissionsPolicy");
            (attached || bounded) && path.starts_with(self.path_prefix.as_deref().unwrap_or("/"))
        };
        let wanted = |kind: &str| self.entity_filter.as_deref().is_none_or(|filter| filter == kind);
        let users = account.users.values().filter(|it| wanted("User") && has(&it.held.attached, it.boundary.as_ref(), &it.path));
        let groups = account.groups.values().filter(|it| wanted("Group") && has(&it.held.attached, None, &it.path));
        let roles = account.roles.values().filter(|it| wanted("Role") && has(&it.held.attached, it.boundary.as_ref(), &it.path));
        Ok(json!({
            "PolicyGroups": groups.map(|it| json!({"GroupName": it.name, "GroupId": it.id})).collect::<Vec<_>>(),
            "PolicyUsers": users.map(|it| json!({"UserName": it.name, "UserId": it.id})).collect::<Vec<_>>(),
            "PolicyRoles": roles.map(|it| json!({"RoleName": it.name, "RoleId": it.id})).collect::<Vec<_>>(),
            "IsTruncated": false,
        }))
    }
}
