//! What a browser gets for a URL: status, headers, the document or the error, and whether the page that asked may read it.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use serde_with::skip_serializing_none;

use crate::{
    api::ApiError,
    body::Body,
    s3::{PreflightAnswer, website::Page},
};

/// Longest text that an answer repeats.
const MAX_SHOWN_BYTES: u64 = 64 << 10;

/// What opening a URL answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct OpenUrlOutput {
    /// The HTTP status; none where nothing answers.
    pub status: Option<u16>,
    /// Where to go instead.
    pub location: Option<String>,
    /// The key of the object that is shown.
    pub document: Option<String>,
    /// Headers of the answer, as HTTP names them.
    pub headers: BTreeMap<&'static str, String>,
    /// The document, if it is a short text.
    pub body: Option<String>,
    /// The keys of a bucket that is opened itself.
    pub keys: Option<Vec<String>>,
    /// What went wrong.
    pub error: Option<ShownError>,
    /// Why the error document could not be shown.
    pub error_document: Option<ShownError>,
    /// The website's routing rule that decided, counted from 0.
    pub routing_rule: Option<usize>,
    /// The CORS rule that answered.
    pub cors: Option<PreflightAnswer>,
    /// Whether a browser lets the page of the other origin go on.
    pub browser_allows: Option<bool>,
}

/// An error as S3 shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ShownError {
    code: String,
    message: String,
}

impl From<ApiError> for ShownError {
    fn from(error: ApiError) -> Self {
        Self { code: error.code.into_owned(), message: error.message }
    }
}

impl OpenUrlOutput {
    /// A website has no HTTPS: there is nothing that answers.
    pub(super) fn no_answer() -> Self {
        let message = "Failed to connect: a website endpoint of Amazon S3 answers HTTP only".to_owned();
        Self { error: Some(ShownError { code: "ConnectionRefused".to_owned(), message }), ..Self::default() }
    }

    pub(super) fn of_error(error: ApiError) -> Self {
        Self { status: Some(error.status), error: Some(error.into()), ..Self::default() }
    }

    pub(super) fn of_page(page: Page) -> Self {
        let mut output = Self {
            status: Some(page.status),
            location: page.location,
            document: page.document,
            error: page.error.map(ShownError::from),
            error_document: page.second_error.map(ShownError::from),
            routing_rule: page.rule,
            ..Self::default()
        };
        if let Some(object) = &page.object {
            output.show(object);
        }
        output
    }

    /// The list of a bucket's keys.
    pub(super) fn of_list(answer: &Value) -> Self {
        let contents = answer["Contents"].as_array().into_iter().flatten();
        let keys = contents.filter_map(|entry| entry["Key"].as_str().map(str::to_owned)).collect();
        Self { status: Some(200), keys: Some(keys), ..Self::default() }
    }

    pub(super) fn of_preflight(answer: PreflightAnswer) -> Self {
        let mut output = Self { status: Some(200), ..Self::default() };
        output.share(Some(answer));
        output
    }

    /// What S3 adds for a page of another origin, and what a browser makes of it.
    pub(super) fn share(&mut self, answer: Option<PreflightAnswer>) {
        self.browser_allows = Some(answer.is_some());
        let Some(answer) = answer else { return };
        self.headers.insert("access-control-allow-origin", answer.allow_origin.clone());
        self.headers.insert("access-control-allow-methods", answer.allow_methods.clone());
        let more = [
            ("access-control-allow-headers", answer.allow_headers.clone()),
            ("access-control-expose-headers", answer.expose_headers.clone()),
            ("access-control-max-age", answer.max_age_secs.map(|secs| secs.to_string())),
            ("access-control-allow-credentials", answer.allow_credentials.then(|| "true".to_owned())),
        ];
        self.headers.extend(more.into_iter().filter_map(|(name, value)| Some((name, value?))));
        self.cors = Some(answer);
    }

    /// The answer to HEAD.
    pub(super) fn drop_body(&mut self) {
        self.body = None;
    }

    fn show(&mut self, object: &Value) {
        let headers = [
            ("content-type", "ContentType"),
            ("cache-control", "CacheControl"),
            ("content-disposition", "ContentDisposition"),
            ("etag", "ETag"),
            ("content-length", "ContentLength"),
            ("x-amz-version-id", "VersionId"),
        ];
        for (header, member) in headers {
            match &object[member] {
                Value::String(text) => _ = self.headers.insert(header, text.clone()),
                Value::Number(number) => _ = self.headers.insert(header, number.to_string()),
                _ => {}
            }
        }
        let body: Option<Body> = serde_json::from_value(object["Body"].clone()).ok();
        self.body = body.as_ref().filter(|body| body.len() <= MAX_SHOWN_BYTES).and_then(|body| {
            let mut bytes = Vec::new();
            body.feed(|piece| bytes.extend_from_slice(piece));
            String::from_utf8(bytes).ok()
        });
    }
}
