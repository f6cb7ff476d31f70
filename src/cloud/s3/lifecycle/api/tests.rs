//! Putting, reading and deleting lifecycle configurations.

use serde_json::{Value, json};

use super::*;
use crate::{Request, World, api::Origin, clock::SimTime, ident::Region};

fn call(world: &mut World, operation: &str, params: Value) -> Result<Value, ApiError> {
    let request = Request::parse("s3", operation, params).unwrap();
    world.call(&Origin::admin(Region::US_EAST_1), request)
}

fn world() -> World {
    let mut world = World::new(SimTime::START, 1);
    call(&mut world, "CreateBucket", json!({"Bucket": "bucket"})).unwrap();
    world
}

fn put(world: &mut World, rules: &Value) -> Result<Value, ApiError> {
    call(world, "PutBucketLifecycleConfiguration", json!({"Bucket": "bucket", "LifecycleConfiguration": {"Rules": rules}}))
}

fn get(world: &mut World) -> Result<Value, ApiError> {
    call(world, "GetBucketLifecycleConfiguration", json!({"Bucket": "bucket"}))
}

#[test]
fn a_configuration_reads_back_as_it_was_put() {
    let mut world = world();
    for rules in [
        json!([{"Expiration": {"Days": 1}, "ID": "r", "Filter": {"Prefix": ""}, "Status": "Enabled"}]),
        json!([{"Expiration": {"Date": "2030-01-01T00:00:00+00:00"}, "ID": "r", "Filter": {}, "Status": "Disabled"}]),
        json!([{"Expiration": {"Days": 1}, "ID": "r", "Prefix": "logs/", "Status": "Enabled"}]),
    ] {
        put(&mut world, &rules).unwrap();
        assert_eq!(get(&mut world), Ok(json!({"Rules": rules, "TransitionDefaultMinimumObjectSize": "all_storage_classes_128K"})));
    }
}

#[test]
fn a_bucket_without_lifecycle_answers_no_such_lifecycle_configuration() {
    let error = get(&mut world()).unwrap_err();
    assert_eq!(
        (error.status, error.to_string()),
        (404, "NoSuchLifecycleConfiguration: The lifecycle configuration does not exist".to_owned())
    );
}

#[test]
fn a_put_replaces_every_rule_and_a_delete_removes_them_even_if_there_are_none() {
    let mut world = world();
    for id in ["a", "b"] {
        put(&mut world, &json!([{"ID": id, "Expiration": {"Days": 1}, "Filter": {}, "Status": "Enabled"}])).unwrap();
    }
    assert_eq!(get(&mut world).unwrap()["Rules"].as_array().unwrap().len(), 1);
    for _ in 0..2 {
        call(&mut world, "DeleteBucketLifecycle", json!({"Bucket": "bucket"})).unwrap();
        assert_eq!(get(&mut world).unwrap_err().code, "NoSuchLifecycleConfiguration");
    }
}

#[test]
fn rules_without_an_id_get_one_each() {
    let mut world = world();
    let rule = json!({"Expiration": {"Days": 1}, "Filter": {}, "Status": "Enabled"});
    put(&mut world, &json!([rule, rule])).unwrap();
    let rules = get(&mut world).unwrap()["Rules"].clone();
    let ids: Vec<_> = rules.as_array().unwrap().iter().map(|rule| rule["ID"].as_str().unwrap()).collect();
    assert_eq!(ids[0].len(), 48);
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn the_default_minimum_size_is_echoed_and_falls_back_when_the_next_put_omits_it() {
    let mut world = world();
    let rules = json!({"Rules": [{"Expiration": {"Days": 1}, "Filter": {}, "Status": "Enabled"}]});
    let mut put =
        json!({"Bucket": "bucket", "LifecycleConfiguration": rules, "TransitionDefaultMinimumObjectSize": "varies_by_storage_class"});
    let varies = json!({"TransitionDefaultMinimumObjectSize": "varies_by_storage_class"});
    assert_eq!(call(&mut world, "PutBucketLifecycleConfiguration", put.clone()), Ok(varies));
    assert_eq!(get(&mut world).unwrap()["TransitionDefaultMinimumObjectSize"], "varies_by_storage_class");
    put.as_object_mut().unwrap().remove("TransitionDefaultMinimumObjectSize");
    let all = json!({"TransitionDefaultMinimumObjectSize": "all_storage_classes_128K"});
    assert_eq!(call(&mut world, "PutBucketLifecycleConfiguration", put.clone()), Ok(all));
    put["TransitionDefaultMinimumObjectSize"] = json!("value");
    let error = call(&mut world, "PutBucketLifecycleConfiguration", put).unwrap_err();
    assert_eq!(error.to_string(), "InvalidRequest: Invalid TransitionDefaultMinimumObjectSize found: value");
}

#[test]
fn a_refused_put_leaves_the_rules_from_before() {
    let mut world = world();
    put(&mut world, &json!([{"ID": "a", "Expiration": {"Days": 1}, "Filter": {}, "Status": "Enabled"}])).unwrap();
    assert!(put(&mut world, &json!([{"ID": "b", "Expiration": {"Days": 0}, "Filter": {}, "Status": "Enabled"}])).is_err());
    assert_eq!(get(&mut world).unwrap()["Rules"][0]["ID"], "a");
}

#[test]
fn a_put_without_a_configuration_has_an_empty_body() {
    let error = call(&mut world(), "PutBucketLifecycleConfiguration", json!({"Bucket": "bucket"})).unwrap_err();
    assert_eq!(error.code, "MissingRequestBodyError");
}

#[test]
fn a_missing_bucket_has_no_lifecycle() {
    for operation in ["PutBucketLifecycleConfiguration", "GetBucketLifecycleConfiguration", "DeleteBucketLifecycle"] {
        assert_eq!(call(&mut world(), operation, json!({"Bucket": "none"})).unwrap_err().code, "NoSuchBucket");
    }
}
