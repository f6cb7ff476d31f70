//! Calls an operation until it has no more pages; `format::Pager` merges them.

use serde_json::{Map, Value};
use skylab_cloud::names::{Operation, Paging, Service};

use crate::{
    cloud::{CallError, Endpoint},
    failure::Failure,
    format::{Answer, Pager, PagingError},
};

/// More pages than any account here can fill: a service that never ends is stopped.
const MAX_PAGES: usize = 100_000;

/// What the paging options say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// `--max-items`
    pub max_items: Option<usize>,
    /// `--page-size`
    pub page_size: Option<Value>,
    /// `--starting-token`
    pub starting_token: Option<String>,
}

/// The merged answer of all pages, or as many as `--max-items` asks for; and the pages one by one, if they are asked for.
pub fn collect(
    endpoint: &mut Endpoint<'_>,
    service: &Service,
    operation: &Operation,
    paging: &Paging,
    page: &Page,
    mut params: Map<String, Value>,
    one_by_one: bool,
) -> Result<Answer, CallError> {
    if let (Some(size), Some(key)) = (&page.page_size, &paging.limit_key) {
        params.insert(key.clone(), size.clone());
    }
    let mut pager = Pager::new(paging, page.max_items, page.starting_token.as_deref()).map_err(failed)?;
    for _ in 0..MAX_PAGES {
        for (name, token) in pager.inputs() {
            match token {
                Some(token) => params.insert(name.to_owned(), token.clone()),
                None => params.shift_remove(name),
            };
        }
        let answer = endpoint.call(&service.name, &operation.name, Value::Object(params.clone()))?;
        if !pager.take(answer).map_err(failed)? {
            return Ok(pager.finish(one_by_one));
        }
    }
    Err(CallError::Failed(Failure::general("PaginationError", format!("Error during pagination: more than {MAX_PAGES} pages"))))
}

#[allow(clippy::needless_pass_by_value, reason = "it is passed to map_err")]
fn failed(error: PagingError) -> CallError {
    CallError::Failed(Failure::general("PaginationError", error.to_string()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use skylab_cloud::names;

    use super::*;
    use crate::{cloud::Actor, testing::FakeCloud};

    fn run(cloud: &mut FakeCloud, page: &Page) -> Result<Value, CallError> {
        let service = names::service("s3").unwrap();
        let operation = service.operation("ListObjectsV2").unwrap();
        let mut endpoint = Endpoint { cloud, actor: &Actor::Admin, region: "us-east-1", pays: false };
        let params = Map::from_iter([("Bucket".to_owned(), json!("b"))]);
        collect(&mut endpoint, service, operation, operation.paging.as_ref().unwrap(), page, params, false).map(|answer| answer.whole)
    }

    fn two_pages() -> FakeCloud {
        FakeCloud::default()
            .answer(json!({ "IsTruncated": true, "NextContinuationToken": "t", "Contents": [{ "Key": "a" }, { "Key": "b" }] }))
            .answer(json!({ "IsTruncated": false, "Contents": [{ "Key": "c" }] }))
    }

    #[test]
    fn pages_are_walked_and_merged() {
        let mut cloud = two_pages();
        let answer = run(&mut cloud, &Page { page_size: Some(json!(2)), ..Page::default() }).unwrap();
        assert_eq!(answer["Contents"], json!([{ "Key": "a" }, { "Key": "b" }, { "Key": "c" }]));
        assert_eq!(cloud.calls[0], r#"ListObjectsV2 {"Bucket":"b","MaxKeys":2}"#);
        assert_eq!(cloud.calls[1], r#"ListObjectsV2 {"Bucket":"b","MaxKeys":2,"ContinuationToken":"t"}"#);
    }

    #[test]
    fn a_listing_cut_short_goes_on_where_it_stopped() {
        let first = run(&mut two_pages(), &Page { max_items: Some(1), ..Page::default() }).unwrap();
        assert_eq!(first["Contents"], json!([{ "Key": "a" }]));
        let starting_token = first["NextToken"].as_str().map(str::to_owned);
        let rest = run(&mut two_pages(), &Page { starting_token, ..Page::default() }).unwrap();
        assert_eq!(rest["Contents"], json!([{ "Key": "b" }, { "Key": "c" }]));
    }
}
