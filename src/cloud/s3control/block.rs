//! Block Public Access of a whole account: it holds for all of its buckets and access points, in every region.

use serde::{Deserialize, Serialize};

use super::{errors, state::own_account};
use crate::{
    api::{ApiError, Call, Need, Operation, Read, View, Write},
    s3::{GetPublicAccessBlockOutput, PublicAccessBlockConfiguration},
};

/// Sets the four switches of an account.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutPublicAccessBlock {
    /// The account.
    pub account_id: String,
    /// The switches.
    pub public_access_block_configuration: PublicAccessBlockConfiguration,
}

impl Operation for PutPublicAccessBlock {
    type Output = ();

    fn needs(&self) -> Need {
        Need::action("s3:PutAccountPublicAccessBlock")
    }
}

impl Write for PutPublicAccessBlock {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let account = own_account(cx.origin, &self.account_id)?;
        let blocks = self.public_access_block_configuration.blocks()?;
        cx.world.s3control.blocks.insert(account, blocks);
        Ok(())
    }
}

/// Removes the four switches of an account, which leaves those of its buckets.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeletePublicAccessBlock {
    /// The account.
    pub account_id: String,
}

impl Operation for DeletePublicAccessBlock {
    type Output = ();

    fn needs(&self) -> Need {
        // there is no s3:DeleteAccountPublicAccessBlock
        Need::action("s3:PutAccountPublicAccessBlock")
    }
}

impl Write for DeletePublicAccessBlock {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let account = own_account(cx.origin, &self.account_id)?;
        cx.world.s3control.blocks.remove(&account);
        Ok(())
    }
}

/// Shows the four switches of an account.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetPublicAccessBlock {
    /// The account.
    pub account_id: String,
}

impl Operation for GetPublicAccessBlock {
    type Output = GetPublicAccessBlockOutput;

    fn needs(&self) -> Need {
        Need::action("s3:GetAccountPublicAccessBlock")
    }
}

impl Read for GetPublicAccessBlock {
    fn read(self, cx: &mut View<'_>) -> Result<GetPublicAccessBlockOutput, ApiError> {
        let account = own_account(cx.origin, &self.account_id)?;
        let blocks = cx.world.s3control.account_blocks(account);
        blocks.map(GetPublicAccessBlockOutput::of).ok_or_else(errors::no_such_public_access_block)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::{
        Request, World,
        api::{ApiError, Origin},
        clock::SimTime,
        ident::Region,
    };

    fn call(world: &mut World, operation: &str, mut params: Value) -> Result<Value, ApiError> {
        params["AccountId"] = params.get("AccountId").cloned().unwrap_or_else(|| json!("123456789012"));
        world.call(&Origin::admin(Region::SEOUL), Request::parse("s3control", operation, params).unwrap())
    }

    #[test]
    fn an_account_blocks_nothing_until_it_says_so_and_takes_it_back() {
        let mut world = World::new(SimTime::START, 1);
        let none = |world: &mut World| call(world, "GetPublicAccessBlock", json!({})).unwrap_err().code.into_owned();
        assert_eq!(none(&mut world), "NoSuchPublicAccessBlockConfiguration");
        call(&mut world, "PutPublicAccessBlock", json!({"PublicAccessBlockConfiguration": {"BlockPublicPolicy": true}})).unwrap();
        let shown = call(&mut world, "GetPublicAccessBlock", json!({})).unwrap();
        assert_eq!(shown["PublicAccessBlockConfiguration"]["BlockPublicPolicy"], true);
        assert_eq!(shown["PublicAccessBlockConfiguration"]["IgnorePublicAcls"], false);
        call(&mut world, "DeletePublicAccessBlock", json!({})).unwrap();
        assert_eq!(none(&mut world), "NoSuchPublicAccessBlockConfiguration");
    }

    #[test]
    fn nobody_sets_the_block_of_another_account() {
        let mut world = World::new(SimTime::START, 1);
        for operation in ["GetPublicAccessBlock", "DeletePublicAccessBlock"] {
            let refusal = call(&mut world, operation, json!({"AccountId": "111122223333"})).unwrap_err();
            assert_eq!(refusal.code, "AccessDenied", "{operation}");
        }
    }
}
