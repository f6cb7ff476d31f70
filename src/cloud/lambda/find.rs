//! Showing and listing functions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;

use super::{configuration::FunctionConfiguration, errors, state};
use crate::api::{ApiError, Need, Operation, Read, View};

/// Most functions of one page.
const MAX_PAGE: i64 = 50;

/// Shows a function's settings, where its code lies, and its tags.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetFunction {
    /// Name or ARN.
    pub function_name: String,
    /// Only `$LATEST`.
    pub qualifier: Option<String>,
}

/// What GetFunction answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetFunctionOutput {
    configuration: FunctionConfiguration,
    code: Value,
    tags: Option<BTreeMap<String, String>>,
}

/// There is no version but the latest.
pub(super) fn check_qualifier(arn: &str, qualifier: Option<&str>) -> Result<(), ApiError> {
    match qualifier {
        None | Some("$LATEST") => Ok(()),
        Some(other) => Err(errors::no_such_function(&format!("{arn}:{other}"))),
    }
}

impl Operation for GetFunction {
    type Output = GetFunctionOutput;

    fn needs(&self) -> Need {
        state::need("lambda:GetFunction", &self.function_name)
    }
}

impl Read for GetFunction {
    fn read(self, cx: &mut View<'_>) -> Result<GetFunctionOutput, ApiError> {
        let function = state::function(cx.world, cx.origin, &self.function_name)?;
        check_qualifier(&function.arn(), self.qualifier.as_deref())?;
        let region = function.region();
        let location =
            format!("https://awslambda-{region}-tasks.s3.{region}.amazonaws.com/snapshots/{}/{}", function.account(), function.name());
        Ok(GetFunctionOutput {
            configuration: FunctionConfiguration::of(cx.world, function),
            code: json!({"RepositoryType": "S3", "Location": location}),
            tags: (!function.tags.is_empty()).then(|| function.tags.clone()),
        })
    }
}

/// Shows a function's settings.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetFunctionConfiguration {
    /// Name or ARN.
    pub function_name: String,
    /// Only `$LATEST`.
    pub qualifier: Option<String>,
}

impl Operation for GetFunctionConfiguration {
    type Output = FunctionConfiguration;

    fn needs(&self) -> Need {
        state::need("lambda:GetFunctionConfiguration", &self.function_name)
    }
}

impl Read for GetFunctionConfiguration {
    fn read(self, cx: &mut View<'_>) -> Result<FunctionConfiguration, ApiError> {
        let function = state::function(cx.world, cx.origin, &self.function_name)?;
        check_qualifier(&function.arn(), self.qualifier.as_deref())?;
        Ok(FunctionConfiguration::of(cx.world, function))
    }
}

/// Lists the caller's functions of a region by name.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListFunctions {
    /// Where the last page ended.
    pub marker: Option<String>,
    /// At most so many; 50 without.
    pub max_items: Option<i64>,
}

/// What ListFunctions answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListFunctionsOutput {
    next_marker: Option<String>,
    functions: Vec<FunctionConfiguration>,
}

impl Operation for ListFunctions {
    type Output = ListFunctionsOutput;

    fn needs(&self) -> Need {
        Need::action("lambda:ListFunctions")
    }
}

impl Read for ListFunctions {
    fn read(self, cx: &mut View<'_>) -> Result<ListFunctionsOutput, ApiError> {
        let after = self.marker.unwrap_or_default();
        let n = self.max_items.unwrap_or(MAX_PAGE).clamp(1, MAX_PAGE) as usize;
        let mine = cx
            .world
            .lambda
            .functions()
            .filter(|function| Some(function.account()) == cx.account() && function.region() == cx.origin.region);
        let mut rest = mine.filter(|function| *function.name > *after);
        let page: Vec<_> = rest.by_ref().take(n).collect();
        let next_marker = page.last().filter(|_| rest.next().is_some()).map(|last| last.name().to_owned());
        Ok(ListFunctionsOutput { next_marker, functions: page.into_iter().map(|it| FunctionConfiguration::of(cx.world, it)).collect() })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::invoke::bench::Bench;

    #[test]
    fn a_function_is_found_by_name_partial_arn_and_arn() {
        let mut bench = Bench::with_function();
        for name in [
            "thumbs",
            "thumbs:$LATEST",
            "123456789012:function:thumbs",
            "function:thumbs",
            "arn:aws:lambda:us-east-1:123456789012:function:thumbs",
        ] {
            assert_eq!(bench.ok("GetFunction", json!({"FunctionName": name}))["Configuration"]["FunctionName"], "thumbs", "{name}");
        }
        assert_eq!(bench.refused("GetFunction", json!({"FunctionName": "thumbs", "Qualifier": "7"})), "ResourceNotFoundException");
    }

    #[test]
    fn functions_are_listed_by_name_and_page() {
        let mut bench = Bench::with_function();
        let mut other = Bench::create();
        other["FunctionName"] = json!("a");
        bench.ok("CreateFunction", other);
        let page = bench.ok("ListFunctions", json!({"MaxItems": 1}));
        assert_eq!((&page["Functions"][0]["FunctionName"], &page["NextMarker"]), (&json!("a"), &json!("a")));
        let rest = bench.ok("ListFunctions", json!({"Marker": "a"}));
        assert_eq!((rest["Functions"].as_array().unwrap().len(), rest.get("NextMarker")), (1, None));
    }
}
