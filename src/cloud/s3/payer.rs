//! Requester pays: who pays for requests and data, and who is let in at all (S3 User Guide, requester pays buckets). Whoever is not
//! the owner says with each request that he will pay, and nobody without a name gets in.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Bucket, access, errors};
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Origin, Read, View, Write},
    ident::AccountId,
};

/// The account that pays instead of the bucket's owner.
pub(super) fn paying(bucket: &Bucket, origin: &Origin) -> Option<AccountId> {
    origin.caller.account().filter(|account| bucket.sharing.requester_pays && *account != bucket.owner)
}

/// Sets who pays.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutBucketRequestPayment {
    /// The bucket.
    pub bucket: String,
    /// Who pays.
    pub request_payment_configuration: RequestPaymentConfiguration,
    /// How the body's checksum was made; the transfer is not modelled.
    pub checksum_algorithm: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// `RequestPaymentConfiguration`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct RequestPaymentConfiguration {
    /// `Requester` or `BucketOwner`.
    pub payer: String,
}

impl Operation for PutBucketRequestPayment {
    type Output = ();
    const FIDELITY: Fidelity = Fidelity::Simplified("data transfer out of the region is not billed to anybody");

    fn needs(&self) -> Need {
        access::need_bucket("s3:PutBucketRequestPayment", &self.bucket)
    }
}

impl Write for PutBucketRequestPayment {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let requester_pays = match self.request_payment_configuration.payer.as_str() {
            "Requester" => true,
            "BucketOwner" => false,
            _ => return Err(errors::malformed_xml()),
        };
        access::bucket_mut(cx.world, &self.bucket)?.sharing.requester_pays = requester_pays;
        Ok(())
    }
}

/// Says who pays.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetBucketRequestPayment {
    /// The bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What GetBucketRequestPayment answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetBucketRequestPaymentOutput {
    payer: &'static str,
}

impl Operation for GetBucketRequestPayment {
    type Output = GetBucketRequestPaymentOutput;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetBucketRequestPayment", &self.bucket)
    }
}

impl Read for GetBucketRequestPayment {
    fn read(self, cx: &mut View<'_>) -> Result<GetBucketRequestPaymentOutput, ApiError> {
        let requester_pays = access::bucket(cx.world, &self.bucket)?.sharing.requester_pays;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        Ok(GetBucketRequestPaymentOutput { payer: if requester_pays { "Requester" } else { "BucketOwner" } })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::list::bench::Bench;

    fn payer(name: &str) -> Value {
        json!({"RequestPaymentConfiguration": {"Payer": name}})
    }

    #[test]
    fn the_owner_pays_until_the_requester_shall() {
        let mut bench = Bench::new();
        assert_eq!(bench.ok("GetBucketRequestPayment", json!({})), json!({"Payer": "BucketOwner"}));
        for name in ["Requester", "BucketOwner"] {
            bench.ok("PutBucketRequestPayment", payer(name));
            assert_eq!(bench.ok("GetBucketRequestPayment", json!({})), json!({"Payer": name}));
        }
    }

    #[test]
    fn there_are_two_who_may_pay() {
        let mut bench = Bench::new();
        for name in ["Random", "requester", ""] {
            assert_eq!(bench.refused("PutBucketRequestPayment", payer(name)), "MalformedXML");
        }
    }
}
