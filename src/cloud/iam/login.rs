//! Login profiles: whether a user has a password for the console. There is no console to sign in to; the password is not kept.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;

use super::{
    errors,
    state::{Iam, Login},
    user::{account_of, name_or_own, need_user},
};
use crate::api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write};

const NO_CONSOLE: Fidelity = Fidelity::Simplified("passwords are not kept and not held against a password policy");

fn shown(user: &str, login: &Login) -> Value {
    json!({"LoginProfile": {"UserName": user, "CreateDate": login.created, "PasswordResetRequired": login.reset_required}})
}

/// Gives a user a password for the console.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CreateLoginProfile {
    /// Whose; without a name the caller's.
    pub user_name: Option<String>,
    /// The password.
    pub password: Option<String>,
    /// It must be changed at the first sign-in.
    pub password_reset_required: Option<bool>,
}

impl Operation for CreateLoginProfile {
    type Output = Value;
    const FIDELITY: Fidelity = NO_CONSOLE;

    fn needs(&self) -> Need {
        self.user_name.as_ref().map_or_else(|| Need::action("iam:CreateLoginProfile"), |name| need_user("iam:CreateLoginProfile", name))
    }
}

impl Write for CreateLoginProfile {
    fn apply(self, cx: &mut Call<'_>) -> Result<Value, ApiError> {
        let id = account_of(cx.account())?;
        let name = name_or_own(self.user_name.as_ref(), &cx.origin.caller)?.to_owned();
        if cx.world.iam.account(id).user(&name)?.login.is_some() {
            return Err(errors::login_exists(&name));
        }
        let login = Login { created: cx.now(), reset_required: self.password_reset_required == Some(true) };
        let user = Iam::account_mut(cx.world, id).user_mut(&name)?;
        let answer = shown(&user.name, &login);
        user.login = Some(login);
        Ok(answer)
    }
}

/// Says whether a user has a password for the console.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetLoginProfile {
    /// Whose; without a name the caller's.
    pub user_name: Option<String>,
}

impl Operation for GetLoginProfile {
    type Output = Value;
    const FIDELITY: Fidelity = NO_CONSOLE;

    fn needs(&self) -> Need {
        self.user_name.as_ref().map_or_else(|| Need::action("iam:GetLoginProfile"), |name| need_user("iam:GetLoginProfile", name))
    }
}

impl Read for GetLoginProfile {
    fn read(self, cx: &mut View<'_>) -> Result<Value, ApiError> {
        let id = account_of(cx.account())?;
        let user = cx.world.iam.account(id).user(name_or_own(self.user_name.as_ref(), &cx.origin.caller)?)?;
        user.login.as_ref().map(|login| shown(&user.name, login)).ok_or_else(|| errors::no_such_login(&user.name))
    }
}

/// Gives a user another password.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct UpdateLoginProfile {
    /// Whose.
    pub user_name: String,
    /// The new password.
    pub password: Option<String>,
    /// It must be changed at the next sign-in.
    pub password_reset_required: Option<bool>,
}

impl Operation for UpdateLoginProfile {
    type Output = ();
    const FIDELITY: Fidelity = NO_CONSOLE;

    fn needs(&self) -> Need {
        need_user("iam:UpdateLoginProfile", &self.user_name)
    }
}

impl Write for UpdateLoginProfile {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let id = account_of(cx.account())?;
        if cx.world.iam.account(id).user(&self.user_name)?.login.is_none() {
            return Err(errors::no_such_login(&self.user_name));
        }
        let user = Iam::account_mut(cx.world, id).user_mut(&self.user_name)?;
        if let (Some(login), Some(required)) = (&mut user.login, self.password_reset_required) {
            login.reset_required = required;
        }
        Ok(())
    }
}

/// Takes a user's password for the console away.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteLoginProfile {
    /// Whose; without a name the caller's.
    pub user_name: Option<String>,
}

impl Operation for DeleteLoginProfile {
    type Output = ();

    fn needs(&self) -> Need {
        self.user_name.as_ref().map_or_else(|| Need::action("iam:DeleteLoginProfile"), |name| need_user("iam:DeleteLoginProfile", name))
    }
}

impl Write for DeleteLoginProfile {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let id = account_of(cx.account())?;
        let name = name_or_own(self.user_name.as_ref(), &cx.origin.caller)?.to_owned();
        if cx.world.iam.account(id).user(&name)?.login.is_none() {
            return Err(errors::no_such_login(&name));
        }
        Iam::account_mut(cx.world, id).user_mut(&name)?.login = None;
        Ok(())
    }
}
