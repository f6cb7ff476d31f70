//! AWS STS: who am I? Not simulated: assuming roles, session tokens and federation.

use serde::{Deserialize, Serialize};

use crate::{
    api::{ApiError, Need, Operation, Read, View},
    world::Service,
};

crate::operations! { "sts", Sts;
    writes: [];
    reads: [GetCallerIdentity];
}

/// STS keeps nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sts;

impl Service for Sts {}

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
    fn nobody_has_no_identity() {
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        let origin = Origin { caller: Caller::Anonymous, region: Region::SEOUL };
        assert!(sandbox.call(&origin, GetCallerIdentity {}).is_err());
    }
}
