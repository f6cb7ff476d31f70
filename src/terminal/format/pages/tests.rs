//! Merging, truncating and going on, without any service.

use super::*;
use serde_json::json;

fn paging() -> Paging {
    Paging {
        input_token: vec!["Marker".to_owned()],
        output_token: vec!["Next || Items[-1].Id".to_owned()],
        more_results: Some("More".to_owned()),
        limit_key: None,
        result_key: vec!["Items".to_owned(), "Count".to_owned()],
        non_aggregate_keys: vec!["Owner.Name".to_owned()],
    }
}

fn page(ids: &[u8], more: bool) -> Value {
    let items: Vec<Value> = ids.iter().map(|id| json!({ "Id": id.to_string() })).collect();
    json!({ "Owner": { "Name": "kim", "Id": 1 }, "More": more, "Count": ids.len(), "Items": items })
}

#[test]
fn lists_are_joined_and_counts_added() {
    let paging = paging();
    let mut pager = Pager::new(&paging, None, None).unwrap();
    assert_eq!(pager.inputs().collect::<Vec<_>>(), [("Marker", None)]);
    assert!(pager.take(page(&[1, 2], true)).unwrap());
    assert_eq!(pager.inputs().collect::<Vec<_>>(), [("Marker", Some(&json!("2")))]);
    assert!(!pager.take(page(&[3], false)).unwrap());
    let expected = r#"{"Items":[{"Id":"1"},{"Id":"2"},{"Id":"3"}],"Count":3,"Owner":{"Name":"kim"}}"#;
    assert_eq!(pager.finish(true).whole.to_string(), expected);
}

#[test]
fn a_truncated_answer_can_be_gone_on_with() {
    let paging = paging();
    let mut pager = Pager::new(&paging, Some(3), None).unwrap();
    assert!(pager.take(page(&[1, 2], true)).unwrap());
    assert!(!pager.take(page(&[3, 4], true)).unwrap());
    let token = pager.finish(true).whole["NextToken"].as_str().unwrap().to_owned();
    let mut pager = Pager::new(&paging, None, Some(&token)).unwrap();
    assert_eq!(pager.inputs().collect::<Vec<_>>(), [("Marker", Some(&json!("2")))]);
    assert!(!pager.take(page(&[3, 4], false)).unwrap());
    assert_eq!(pager.finish(true).whole["Items"], json!([{ "Id": "4" }]));
}

#[test]
fn a_service_that_repeats_itself_is_left() {
    let paging = paging();
    let mut pager = Pager::new(&paging, None, None).unwrap();
    assert!(pager.take(page(&[1], true)).unwrap());
    let error = pager.take(page(&[1], true)).unwrap_err();
    assert_eq!(error.to_string(), "Error during pagination: The same next token was received twice: {'Marker': '1'}");
}

#[test]
fn a_token_of_the_service_or_of_old_is_taken_as_it_is() {
    let paging = paging();
    for (token, marker) in [("abc", Some("abc")), ("abc___7", Some("abc")), ("None___2", None), ("a_b", Some("a_b")), ("", Some(""))] {
        let pager = Pager::new(&paging, None, Some(token)).unwrap();
        assert_eq!(pager.inputs().next().unwrap().1.and_then(Value::as_str), marker, "{token}");
    }
    assert!(Pager::new(&paging, None, Some("a___b___3")).is_err());
}
