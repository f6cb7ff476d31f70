//! Opening a URL of S3's, as a browser does: a website's page, an object that anybody may read, or one that a signed URL leads to.
//!
//! `OpenUrl` is no operation of AWS's: it stands for the HTTP request that a browser sends, so that a learner can try what a page's
//! visitor sees. It answers with what the answer would hold. Requests with bodies are not modelled, nor are headers but `Origin`.

mod address;
mod answer;
mod keys;
mod presign;
mod sigv4;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

pub use answer::OpenUrlOutput;
pub use presign::{Presigned, presigned};

use super::{
    GetObject, ListObjectsV2, Preflight, PreflightAnswer, access, errors,
    website::{self, Page},
};
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Origin, Write},
    ident::Caller,
};
use address::{Address, Target};

/// Opens a URL of S3's, as a browser does.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct OpenUrl {
    /// The whole URL.
    pub url: String,
    /// `GET` without one; `HEAD`; `OPTIONS` is a browser's question before it lets a page ask.
    pub method: Option<String>,
    /// The origin of the page that asks; none if the URL is opened by itself.
    pub origin: Option<String>,
    /// `Access-Control-Request-Method` of a question.
    pub request_method: Option<String>,
    /// `Access-Control-Request-Headers` of a question.
    pub request_headers: Option<Vec<String>>,
}

impl Operation for OpenUrl {
    type Output = OpenUrlOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("it stands for a browser's request; no operation of AWS's");

    fn needs(&self) -> Need {
        // whoever signed the URL, or nobody, needs what the object needs
        Need::action("s3:GetObject").open_to_all()
    }
}

impl Write for OpenUrl {
    fn apply(self, cx: &mut Call<'_>) -> Result<OpenUrlOutput, ApiError> {
        let address = Address::read(&self.url)?;
        let method = self.method.as_deref().unwrap_or("GET");
        if !matches!(method, "GET" | "HEAD" | "OPTIONS") {
            return Err(errors::method_not_allowed());
        }
        if method == "OPTIONS" {
            let asked = self.question();
            return Ok(self.preflight(cx, &address, &asked));
        }
        let mut output = match &address.target {
            Target::Website { bucket, region } => {
                let page = if address.is_https { None } else { Some(website::serve(cx.world, bucket, *region, &address.path)) };
                page.map_or_else(OpenUrlOutput::no_answer, OpenUrlOutput::of_page)
            }
            Target::Rest { bucket, key, region } => {
                let origin = match presign::signer(cx.world, &address, method) {
                    Ok(caller) => Origin { caller, region: *region },
                    Err(error) => return Ok(OpenUrlOutput::of_error(error)),
                };
                rest(cx, &origin, bucket, key, &address.query)
            }
        };
        if let Some(origin) = &self.origin {
            let asked = Preflight { origin: origin.clone(), method: method.to_owned(), headers: Vec::new() };
            output.share(Self::rule(cx, &address, &asked));
        }
        if method == "HEAD" {
            output.drop_body();
        }
        Ok(output)
    }
}

impl OpenUrl {
    fn question(&self) -> Preflight {
        Preflight {
            origin: self.origin.clone().unwrap_or_default(),
            method: self.request_method.clone().unwrap_or_default(),
            headers: self.request_headers.clone().unwrap_or_default(),
        }
    }

    /// The rule of the bucket that answers a question.
    fn rule(cx: &Call<'_>, address: &Address, asked: &Preflight) -> Option<PreflightAnswer> {
        let bucket = cx.world.s3.bucket(address.target.bucket())?;
        bucket.sharing.cors.as_ref()?.answer(asked)
    }

    fn preflight(&self, cx: &Call<'_>, address: &Address, asked: &Preflight) -> OpenUrlOutput {
        let Ok(bucket) = access::bucket(cx.world, address.target.bucket()) else {
            return OpenUrlOutput::of_error(errors::no_such_bucket());
        };
        if self.origin.is_none() {
            return OpenUrlOutput::of_error(errors::no_origin());
        }
        if asked.method.is_empty() {
            return OpenUrlOutput::of_error(errors::bad_request_method("null"));
        }
        if bucket.sharing.cors.is_none() {
            return OpenUrlOutput::of_error(errors::cors_not_enabled());
        }
        match Self::rule(cx, address, asked) {
            Some(answer) => OpenUrlOutput::of_preflight(answer),
            None => OpenUrlOutput::of_error(errors::cors_not_allowed()),
        }
    }
}

/// A GET at the endpoint that programs use: an object, or the list of a bucket.
fn rest(cx: &mut Call<'_>, origin: &Origin, bucket: &str, key: &str, query: &BTreeMap<String, String>) -> OpenUrlOutput {
    let given = |name: &str| query.get(name).cloned();
    let bucket = bucket.to_owned();
    let answer = if key.is_empty() {
        let list = ListObjectsV2 { bucket, prefix: given("prefix"), delimiter: given("delimiter"), ..ListObjectsV2::default() };
        cx.world.call(origin, list.into())
    } else {
        let get = GetObject {
            bucket,
            key: key.to_owned(),
            version_id: given("versionId"),
            response_content_type: given("response-content-type"),
            response_content_disposition: given("response-content-disposition"),
            request_payer: given("x-amz-request-payer"),
            ..GetObject::default()
        };
        cx.world.call(origin, get.into())
    };
    match answer {
        Ok(answer) if key.is_empty() => OpenUrlOutput::of_list(&answer),
        Ok(object) => OpenUrlOutput::of_page(Page::of_object(key, object)),
        Err(error) => OpenUrlOutput::of_error(error),
    }
}

/// Nobody: who opens a URL that is not signed.
const NOBODY: Caller = Caller::Anonymous;
