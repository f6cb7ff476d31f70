//! Listing access points.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{AccessPoint, VpcConfiguration, errors, state::own_account};
use crate::api::{ApiError, Need, Operation, Read, View};

/// Most access points of one page (S3 API Reference, ListAccessPoints).
const MAX_PAGE: usize = 1_000;

/// Lists the access points of an account in a region, or those of one bucket.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListAccessPoints {
    /// The account.
    pub account_id: String,
    /// Only those of this bucket.
    pub bucket: Option<String>,
    /// Where the last page ended.
    pub next_token: Option<String>,
    /// At most so many; 1,000 without.
    pub max_results: Option<usize>,
}

/// What ListAccessPoints answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListAccessPointsOutput {
    access_point_list: Vec<Entry>,
    next_token: Option<String>,
}

#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Entry {
    name: String,
    network_origin: &'static str,
    vpc_configuration: Option<VpcConfiguration>,
    bucket: String,
    access_point_arn: String,
    alias: String,
    bucket_account_id: String,
}

impl Entry {
    fn of(point: &AccessPoint) -> Self {
        Self {
            name: point.name.clone(),
            network_origin: point.network_origin(),
            vpc_configuration: point.vpc_configuration(),
            bucket: point.bucket.to_string(),
            access_point_arn: point.arn(),
            alias: point.alias.to_string(),
            bucket_account_id: point.bucket_account.to_string(),
        }
    }
}

impl Operation for ListAccessPoints {
    type Output = ListAccessPointsOutput;

    fn needs(&self) -> Need {
        Need::action("s3:ListAccessPoints")
    }
}

impl Read for ListAccessPoints {
    fn read(self, cx: &mut View<'_>) -> Result<ListAccessPointsOutput, ApiError> {
        let account = own_account(cx.origin, &self.account_id)?;
        let limit = self.max_results.unwrap_or(MAX_PAGE).min(MAX_PAGE);
        // the token is the name that the last page ended with
        if self.next_token.as_deref() == Some("") {
            return Err(errors::bad_next_token());
        }
        let after = self.next_token.unwrap_or_default();
        let mut matching = cx.world.s3control.points().filter(|point| {
            (point.account, point.region) == (account, cx.origin.region)
                && point.name > after
                && self.bucket.as_deref().is_none_or(|bucket| *point.bucket == *bucket)
        });
        let page: Vec<&AccessPoint> = matching.by_ref().take(limit).collect();
        let more = matching.next().is_some();
        let next_token = page.last().filter(|_| more).map(|last| last.name.clone());
        Ok(ListAccessPointsOutput { access_point_list: page.into_iter().map(Entry::of).collect(), next_token })
    }
}
