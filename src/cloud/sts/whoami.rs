//! Who calls, and whose an access key is.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{
    api::{ApiError, Fidelity, Need, Operation, Read, View},
    ident::AccountId,
};

/// Says who the caller is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GetCallerIdentity {}

/// What GetCallerIdentity answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetCallerIdentityOutput {
    user_id: String,
    account: String,
    arn: String,
}

impl Operation for GetCallerIdentity {
    type Output = GetCallerIdentityOutput;

    fn needs(&self) -> Need {
        Need::action("sts:GetCallerIdentity").open_to_all()
    }
}

impl Read for GetCallerIdentity {
    fn read(self, cx: &mut View<'_>) -> Result<GetCallerIdentityOutput, ApiError> {
        let caller = &cx.origin.caller;
        let (Some(account), Some(identity)) = (caller.account(), cx.world.identity_of(caller)) else {
            return Err(ApiError::new(403, "MissingAuthenticationToken", "Request is missing Authentication Token"));
        };
        Ok(GetCallerIdentityOutput { user_id: identity.unique_id, account: account.to_string(), arn: identity.arn })
    }
}

/// Says which account an access key belongs to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetAccessKeyInfo {
    /// The key.
    pub access_key_id: String,
}

impl Operation for GetAccessKeyInfo {
    type Output = Value;
    const FIDELITY: Fidelity = Fidelity::Simplified("a key that Skylab never made belongs to no account");

    fn needs(&self) -> Need {
        Need::action("sts:GetAccessKeyInfo")
    }
}

impl Read for GetAccessKeyInfo {
    fn read(self, cx: &mut View<'_>) -> Result<Value, ApiError> {
        let key = &self.access_key_id;
        let session = cx.world.sts.session(key).and_then(|session| session.caller(key).account());
        let account: Option<AccountId> = session.or_else(|| cx.world.iam.user_of_key(key).and_then(|user| user.account()));
        match account {
            Some(account) => Ok(json!({"Account": account.to_string()})),
            None => Err(ApiError::new(400, "ValidationError", format!("Invalid access key id: {key}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        Sandbox,
        api::Origin,
        clock::SimTime,
        ident::{AccountId, Caller, Region},
        sts::GetCallerIdentity,
    };

    #[test]
    fn each_account_has_its_own_administrator() {
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        for account in [AccountId::OWN, AccountId::PARTNER, AccountId::OTHER] {
            let origin = Origin { caller: Caller::admin(account), region: Region::SEOUL };
            let answer = sandbox.call(&origin, GetCallerIdentity {}).unwrap();
            assert_eq!(answer["Account"], account.to_string());
            assert_eq!(answer["Arn"], format!("arn:aws:iam::{account}:user/admin"));
            assert!(answer["UserId"].as_str().unwrap().starts_with("AIDA"));
        }
    }

    #[test]
    fn a_root_is_told_by_its_account() {
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        let origin = Origin { caller: Caller::Root { account: AccountId::OWN }, region: Region::SEOUL };
        let answer = sandbox.call(&origin, GetCallerIdentity {}).unwrap();
        assert_eq!((answer["UserId"].as_str(), answer["Arn"].as_str()), (Some("123456789012"), Some("arn:aws:iam::123456789012:root")));
    }

    #[test]
    fn nobody_has_no_identity() {
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        let origin = Origin { caller: Caller::Anonymous, region: Region::SEOUL };
        assert!(sandbox.call(&origin, GetCallerIdentity {}).is_err());
    }
}
