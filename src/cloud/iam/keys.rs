//! Access keys: two at most for a user, each active or not. A secret is told when its key is made and kept nowhere.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use serde_with::skip_serializing_none;

use super::{
    errors,
    page::Page,
    state::{AccessKey, Iam},
    user::{account_of, name_or_own, need_user},
};
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write},
    ident::{ALPHANUMERIC, CAPITALS},
};

/// Most access keys of a user.
const MAX_KEYS: usize = 2;

fn need(action: &'static str, user: Option<&String>) -> Need {
    user.map_or_else(|| Need::action(action), |name| need_user(action, name))
}

/// Makes an access key for a user; without a name for the caller.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CreateAccessKey {
    /// Whose.
    pub user_name: Option<String>,
}

impl Operation for CreateAccessKey {
    type Output = Value;
    const FIDELITY: Fidelity =
        Fidelity::Simplified("requests are not signed: the key's id alone says who calls, and its secret is shown as ***");

    fn needs(&self) -> Need {
        need("iam:CreateAccessKey", self.user_name.as_ref())
    }
}

impl Write for CreateAccessKey {
    fn apply(self, cx: &mut Call<'_>) -> Result<Value, ApiError> {
        let id = account_of(cx.account())?;
        let name = name_or_own(self.user_name.as_ref(), &cx.origin.caller)?.to_owned();
        let user = cx.world.iam.account(id).user(&name)?;
        if user.keys.len() >= MAX_KEYS {
            return Err(errors::quota("AccessKeysPerUser", MAX_KEYS));
        }
        let shown_name = user.name.clone();
        let ids = &mut cx.world.core.ids;
        let number = ids.take("access-key", 1);
        let key = format!("AKIA{}", ids.opaque("access-key", number, CAPITALS, 16));
        let secret = ids.opaque("secret-access-key", number, ALPHANUMERIC, 40);
        let created = cx.now();
        let user = Iam::account_mut(cx.world, id).user_mut(&name)?;
        user.keys.push(AccessKey { id: key.clone(), active: true, created });
        let shown =
            json!({"UserName": shown_name, "AccessKeyId": key, "Status": "Active", "SecretAccessKey": secret, "CreateDate": created});
        Ok(json!({"AccessKey": shown}))
    }
}

/// Lists the access keys of a user; without a name the caller's.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListAccessKeys {
    /// Whose.
    pub user_name: Option<String>,
    /// Where the last page ended.
    pub marker: Option<String>,
    /// At most so many.
    pub max_items: Option<u64>,
}

impl Operation for ListAccessKeys {
    type Output = Map<String, Value>;

    fn needs(&self) -> Need {
        need("iam:ListAccessKeys", self.user_name.as_ref())
    }
}

impl Read for ListAccessKeys {
    fn read(self, cx: &mut View<'_>) -> Result<Map<String, Value>, ApiError> {
        let id = account_of(cx.account())?;
        let user = cx.world.iam.account(id).user(name_or_own(self.user_name.as_ref(), &cx.origin.caller)?)?;
        let one = |key: &AccessKey| {
            let status = if key.active { "Active" } else { "Inactive" };
            json!({"UserName": user.name, "AccessKeyId": key.id, "Status": status, "CreateDate": key.created})
        };
        let mut keys: Vec<_> = user.keys.iter().map(|key| (key.id.clone(), one(key))).collect();
        keys.sort_by(|a, b| a.0.cmp(&b.0));
        Page { marker: self.marker.as_ref(), max_items: self.max_items }.answer("AccessKeyMetadata", keys.into_iter())
    }
}

/// Switches an access key off or on.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct UpdateAccessKey {
    /// Whose.
    pub user_name: Option<String>,
    /// Which.
    pub access_key_id: String,
    /// `Active` or `Inactive`.
    pub status: String,
}

impl Operation for UpdateAccessKey {
    type Output = ();

    fn needs(&self) -> Need {
        need("iam:UpdateAccessKey", self.user_name.as_ref())
    }
}

impl Write for UpdateAccessKey {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let id = account_of(cx.account())?;
        let active = match self.status.as_str() {
            "Active" => true,
            "Inactive" => false,
            _ => {
                let mut faults = super::check::Faults::default();
                faults.add("status", "Member must satisfy enum value set: [Active, Inactive, Expired]");
                return faults.told();
            }
        };
        let name = name_or_own(self.user_name.as_ref(), &cx.origin.caller)?.to_owned();
        if !cx.world.iam.account(id).user(&name)?.keys.iter().any(|key| key.id == self.access_key_id) {
            return Err(errors::no_such_key(&self.access_key_id));
        }
        let user = Iam::account_mut(cx.world, id).user_mut(&name)?;
        user.keys.iter_mut().filter(|key| key.id == self.access_key_id).for_each(|key| key.active = active);
        Ok(())
    }
}

/// Deletes an access key.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteAccessKey {
    /// Whose.
    pub user_name: Option<String>,
    /// Which.
    pub access_key_id: String,
}

impl Operation for DeleteAccessKey {
    type Output = ();

    fn needs(&self) -> Need {
        need("iam:DeleteAccessKey", self.user_name.as_ref())
    }
}

impl Write for DeleteAccessKey {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let id = account_of(cx.account())?;
        let name = name_or_own(self.user_name.as_ref(), &cx.origin.caller)?.to_owned();
        if !cx.world.iam.account(id).user(&name)?.keys.iter().any(|key| key.id == self.access_key_id) {
            return Err(errors::no_such_key(&self.access_key_id));
        }
        Iam::account_mut(cx.world, id).user_mut(&name)?.keys.retain(|key| key.id != self.access_key_id);
        Ok(())
    }
}
