//! A bucket as a website: index and error document, redirects, routing rules. How the website's endpoint answers is in `serve`.

mod check;
mod serve;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

#[cfg(test)]
use serve::host;
pub(super) use serve::{Page, bucket_of, serve};

use super::{access, errors};
use crate::api::{ApiError, Call, Need, Operation, Read, View, Write};

/// `WebsiteConfiguration`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct WebsiteConfiguration {
    /// Sends everything elsewhere; then there is nothing else.
    pub redirect_all_requests_to: Option<RedirectAllRequestsTo>,
    /// What a folder shows.
    pub index_document: Option<IndexDocument>,
    /// What an error shows.
    pub error_document: Option<ErrorDocument>,
    /// The first that fits sends the browser elsewhere.
    pub routing_rules: Option<Vec<RoutingRule>>,
}

/// Where everything goes.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct RedirectAllRequestsTo {
    pub host_name: String,
    pub protocol: Option<String>,
}

/// What a folder shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct IndexDocument {
    /// Its name in every folder.
    pub suffix: String,
}

/// What an error shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ErrorDocument {
    /// Its key.
    pub key: String,
}

/// When to send a browser elsewhere, and where.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct RoutingRule {
    /// Always, without.
    pub condition: Option<Condition>,
    /// Where.
    pub redirect: Redirect,
}

/// When a routing rule fits: both, if both are given.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct Condition {
    pub http_error_code_returned_equals: Option<String>,
    pub key_prefix_equals: Option<String>,
}

/// Where a routing rule leads: what is not said stays as it was asked for.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct Redirect {
    pub host_name: Option<String>,
    pub http_redirect_code: Option<String>,
    pub protocol: Option<String>,
    pub replace_key_prefix_with: Option<String>,
    pub replace_key_with: Option<String>,
}

/// Makes a bucket a website.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutBucketWebsite {
    /// The bucket.
    pub bucket: String,
    /// How it answers.
    pub website_configuration: WebsiteConfiguration,
    /// How the body's checksum was made; the transfer is not modelled.
    pub checksum_algorithm: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for PutBucketWebsite {
    type Output = ();

    fn needs(&self) -> Need {
        access::need_bucket("s3:PutBucketWebsite", &self.bucket)
    }
}

impl Write for PutBucketWebsite {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        self.website_configuration.check()?;
        access::bucket_mut(cx.world, &self.bucket)?.sharing.website = Some(self.website_configuration);
        Ok(())
    }
}

/// Shows how a bucket answers as a website.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetBucketWebsite {
    /// The bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for GetBucketWebsite {
    type Output = WebsiteConfiguration;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetBucketWebsite", &self.bucket)
    }
}

impl Read for GetBucketWebsite {
    fn read(self, cx: &mut View<'_>) -> Result<WebsiteConfiguration, ApiError> {
        let website = access::bucket(cx.world, &self.bucket)?.sharing.website.clone();
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        website.ok_or_else(errors::no_such_website)
    }
}

/// Makes a bucket no website any more.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteBucketWebsite {
    /// The bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for DeleteBucketWebsite {
    type Output = ();

    fn needs(&self) -> Need {
        access::need_bucket("s3:DeleteBucketWebsite", &self.bucket)
    }
}

impl Write for DeleteBucketWebsite {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        access::bucket_mut(cx.world, &self.bucket)?.sharing.website = None;
        Ok(())
    }
}
