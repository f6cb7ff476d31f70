//! Cross-origin resource sharing: what a browser lets a page of another origin do with a bucket. A browser's rule, which grants
//! nothing by itself. Which rule answers a browser's question is told in `preflight`.

mod preflight;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

pub use preflight::{Preflight, PreflightAnswer};

use super::{access, errors};
use crate::{
    World,
    api::{ApiError, Call, Need, Operation, Read, View, Write},
};

/// Most rules of a bucket (S3 User Guide, elements of a CORS configuration).
const MAX_RULES: usize = 100;
/// Most characters of a rule's id.
const MAX_ID_CHARS: usize = 255;
/// Methods that other origins may be let use.
const METHODS: [&str; 5] = ["GET", "PUT", "POST", "DELETE", "HEAD"];

/// `CORSConfiguration`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CorsConfiguration {
    /// The first that fits answers.
    #[serde(rename = "CORSRules")]
    pub cors_rules: Vec<CorsRule>,
}

/// A rule of a `CORSConfiguration`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct CorsRule {
    #[serde(rename = "ID")]
    pub id: Option<String>,
    pub allowed_headers: Option<Vec<String>>,
    pub allowed_methods: Vec<String>,
    pub allowed_origins: Vec<String>,
    pub expose_headers: Option<Vec<String>>,
    pub max_age_seconds: Option<i64>,
}

impl CorsConfiguration {
    /// Checks everything that S3 checks.
    pub fn check(&self) -> Result<(), ApiError> {
        if self.cors_rules.is_empty() || self.cors_rules.len() > MAX_RULES {
            return Err(errors::malformed_xml());
        }
        self.cors_rules.iter().try_for_each(CorsRule::check)
    }
}

impl CorsRule {
    fn check(&self) -> Result<(), ApiError> {
        let too_long = self.id.as_ref().is_some_and(|id| id.chars().count() > MAX_ID_CHARS);
        if too_long || self.allowed_methods.is_empty() || self.allowed_origins.is_empty() {
            return Err(errors::malformed_xml());
        }
        if let Some(method) = self.allowed_methods.iter().find(|method| !METHODS.contains(&method.as_str())) {
            return Err(errors::unsupported_cors_method(method));
        }
        let twice = |value: &&String| value.matches('*').count() > 1;
        if let Some(origin) = self.allowed_origins.iter().find(twice) {
            return Err(errors::second_wildcard("AllowedOrigin", origin));
        }
        if let Some(header) = self.allowed_headers.iter().flatten().find(twice) {
            return Err(errors::second_wildcard("AllowedHeader", header));
        }
        match self.expose_headers.iter().flatten().find(|header| header.contains('*')) {
            Some(header) => Err(errors::wildcard_in_exposed_header(header)),
            None => Ok(()),
        }
    }
}

/// Sets which other origins' pages may use a bucket.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutBucketCors {
    /// The bucket.
    pub bucket: String,
    /// The rules.
    #[serde(rename = "CORSConfiguration")]
    pub cors_configuration: CorsConfiguration,
    /// How the body's checksum was made; the transfer is not modelled.
    pub checksum_algorithm: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for PutBucketCors {
    type Output = ();

    fn needs(&self) -> Need {
        access::need_bucket("s3:PutBucketCORS", &self.bucket)
    }
}

impl Write for PutBucketCors {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        self.cors_configuration.check()?;
        access::bucket_mut(cx.world, &self.bucket)?.sharing.cors = Some(self.cors_configuration);
        Ok(())
    }
}

/// Shows which other origins' pages may use a bucket.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetBucketCors {
    /// The bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for GetBucketCors {
    type Output = CorsConfiguration;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetBucketCORS", &self.bucket)
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Read for GetBucketCors {
    fn read(self, cx: &mut View<'_>) -> Result<CorsConfiguration, ApiError> {
        let cors = access::bucket(cx.world, &self.bucket)?.sharing.cors.clone();
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        cors.ok_or_else(errors::no_such_cors)
    }
}

/// Lets no other origin's pages use a bucket.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteBucketCors {
    /// The bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for DeleteBucketCors {
    type Output = ();

    fn needs(&self) -> Need {
        // there is no s3:DeleteBucketCORS
        access::need_bucket("s3:PutBucketCORS", &self.bucket)
    }
}

impl Write for DeleteBucketCors {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        access::bucket_mut(cx.world, &self.bucket)?.sharing.cors = None;
        Ok(())
    }
}
