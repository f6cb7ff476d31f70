//! Intelligent-Tiering configurations and the moves they ask for.

use std::{collections::BTreeMap, sync::Arc};

use serde_json::{Value, json};

use super::*;
use crate::{
    Request, World,
    api::Origin,
    body::Body,
    ident::Region,
    s3::{Content, StorageClass, Tiering},
};

fn call(world: &mut World, operation: &str, params: Value) -> Result<Value, ApiError> {
    let request = Request::parse("s3", operation, params).unwrap();
    world.call(&Origin::admin(Region::US_EAST_1), request)
}

fn world() -> World {
    let mut world = World::new(SimTime::START, 1);
    call(&mut world, "CreateBucket", json!({"Bucket": "bucket"})).unwrap();
    world
}

fn put(world: &mut World, id: &str, configuration: &Value) -> Result<Value, ApiError> {
    call(
        world,
        "PutBucketIntelligentTieringConfiguration",
        json!({"Bucket": "bucket", "Id": id, "IntelligentTieringConfiguration": configuration}),
    )
}

fn configuration(tierings: &[(i64, &str)]) -> Value {
    let tierings: Vec<_> = tierings.iter().map(|(days, tier)| json!({"Days": days, "AccessTier": tier})).collect();
    json!({"Id": "x", "Status": "Enabled", "Tierings": tierings})
}

fn with(member: &str, value: Value) -> Value {
    let mut all = configuration(&[(90, "ARCHIVE_ACCESS")]);
    all[member] = value;
    all
}

#[track_caller]
fn refused(configuration: &Value, code: &str) {
    assert_eq!(put(&mut world(), "x", configuration).unwrap_err().code, code, "{configuration}");
}

#[test]
fn a_configuration_reads_back_and_can_be_replaced_listed_and_deleted() {
    let mut world = world();
    let get = json!({"Bucket": "bucket", "Id": "x"});
    for days in [90, 730] {
        let given = configuration(&[(days, "ARCHIVE_ACCESS")]);
        put(&mut world, "x", &given).unwrap();
        let shown = json!({"IntelligentTieringConfiguration": given});
        assert_eq!(call(&mut world, "GetBucketIntelligentTieringConfiguration", get.clone()), Ok(shown));
        let list = call(&mut world, "ListBucketIntelligentTieringConfigurations", json!({"Bucket": "bucket"}));
        assert_eq!(list, Ok(json!({"IsTruncated": false, "IntelligentTieringConfigurationList": [given]})));
    }
    call(&mut world, "DeleteBucketIntelligentTieringConfiguration", get).unwrap();
    let list = call(&mut world, "ListBucketIntelligentTieringConfigurations", json!({"Bucket": "bucket"}));
    assert_eq!(list, Ok(json!({"IsTruncated": false})));
}

#[test]
fn a_missing_configuration_is_no_such_configuration() {
    for operation in ["GetBucketIntelligentTieringConfiguration", "DeleteBucketIntelligentTieringConfiguration"] {
        let error = call(&mut world(), operation, json!({"Bucket": "bucket", "Id": "x"})).unwrap_err();
        assert_eq!((&*error.code, error.status), ("NoSuchConfiguration", 404));
    }
}

#[test]
fn the_id_in_the_body_equals_the_id_asked_for() {
    refused(&with("Id", json!("y")), "MalformedXML");
}

#[test]
fn a_status_is_enabled_or_disabled() {
    refused(&with("Status", json!("enabled")), "MalformedXML");
    put(&mut world(), "x", &with("Status", json!("Disabled"))).unwrap();
}

#[test]
fn there_is_at_least_one_tier_of_the_two_and_none_twice() {
    refused(&configuration(&[]), "MalformedXML");
    refused(&configuration(&[(90, "FREQUENT_ACCESS")]), "MalformedXML");
    refused(&configuration(&[(90, "ARCHIVE_ACCESS"), (180, "ARCHIVE_ACCESS")]), "MalformedXML");
    put(&mut world(), "x", &configuration(&[(90, "ARCHIVE_ACCESS"), (180, "DEEP_ARCHIVE_ACCESS")])).unwrap();
}

#[test]
fn archive_access_takes_90_to_730_days_and_deep_archive_access_180_to_730() {
    for (tier, least) in [("ARCHIVE_ACCESS", 90), ("DEEP_ARCHIVE_ACCESS", 180)] {
        let error = put(&mut world(), "x", &configuration(&[(least - 1, tier)])).unwrap_err();
        assert_eq!(error.to_string(), format!("InvalidArgument: Days specified in {tier} tier should not be less than {least}"));
        refused(&configuration(&[(731, tier)]), "InvalidArgument");
        put(&mut world(), "x", &configuration(&[(least, tier)])).unwrap();
        put(&mut world(), "x", &configuration(&[(730, tier)])).unwrap();
    }
}

#[test]
fn a_filter_has_one_predicate_or_an_and_of_several() {
    let tag = json!({"Key": "team", "Value": "a"});
    refused(&with("Filter", json!({"Prefix": "a", "Tag": tag})), "MalformedXML");
    refused(&with("Filter", json!({"And": {"Prefix": "a"}})), "MalformedXML");
    for filter in [json!({}), json!({"Prefix": "a"}), json!({"Tag": tag}), json!({"And": {"Prefix": "a", "Tags": [tag]}})] {
        put(&mut world(), "x", &with("Filter", filter)).unwrap();
    }
}

#[test]
fn a_bucket_has_at_most_1000_configurations() {
    let mut world = world();
    for n in 0..1_000 {
        let id = format!("c{n}");
        put(&mut world, &id, &with("Id", json!(id))).unwrap();
    }
    assert_eq!(put(&mut world, "x", &with("Id", json!("x"))).unwrap_err().code, "TooManyConfigurations");
    put(&mut world, "c7", &with("Id", json!("c7"))).unwrap();
}

/// The (day, tier) of each move that an object of that size and tag would make in a bucket with these configurations.
fn moves(configurations: &[Value], key: &str, size: u64, tag: Option<(&str, &str)>) -> Vec<(i64, Tier)> {
    let mut world = world();
    for (n, configuration) in configurations.iter().enumerate() {
        let mut configuration = configuration.clone();
        configuration["Id"] = json!(n.to_string());
        put(&mut world, &n.to_string(), &configuration).unwrap();
    }
    let bucket = world.s3.bucket("bucket").unwrap();
    let written = SimTime::START.plus(1);
    let tags: BTreeMap<_, _> = tag.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
    let content = Content { body: Body::Zeros(size), ..Content::default() };
    let mut object = Object::new(Arc::new(content), tags, StorageClass::IntelligentTiering, written);
    let mut moves = Vec::new();
    while let Some((at, tier)) = next_move(bucket, key, &object) {
        moves.push((at.since(SimTime::START) / crate::clock::DAY_MS, tier));
        object.tiering = Some(Tiering { tier, accessed: written });
    }
    moves
}

const BIG: u64 = 200_000;

#[test]
fn an_unread_object_moves_to_infrequent_after_30_and_to_archive_instant_after_90_days_at_midnight() {
    assert_eq!(moves(&[], "k", BIG, None), [(31, Tier::Infrequent), (91, Tier::ArchiveInstant)]);
}

#[test]
fn objects_under_128_kb_are_never_moved() {
    assert_eq!(moves(&[], "k", SMALL_BYTES - 1, None), []);
    assert_eq!(moves(&[], "k", SMALL_BYTES, None).len(), 2);
}

#[test]
fn the_archive_tiers_are_opt_in_and_archive_access_at_90_days_takes_the_place_of_archive_instant() {
    let both = configuration(&[(90, "ARCHIVE_ACCESS"), (180, "DEEP_ARCHIVE_ACCESS")]);
    assert_eq!(moves(&[both], "k", BIG, None), [(31, Tier::Infrequent), (91, Tier::Archive), (181, Tier::DeepArchive)]);
    let later = configuration(&[(200, "ARCHIVE_ACCESS")]);
    assert_eq!(moves(&[later], "k", BIG, None), [(31, Tier::Infrequent), (91, Tier::ArchiveInstant), (201, Tier::Archive)]);
}

#[test]
fn of_several_matching_configurations_the_earliest_counts() {
    let (late, early) = (configuration(&[(300, "ARCHIVE_ACCESS")]), configuration(&[(120, "ARCHIVE_ACCESS")]));
    assert_eq!(moves(&[late, early], "k", BIG, None).last(), Some(&(121, Tier::Archive)));
}

#[test]
fn a_configuration_counts_only_for_the_keys_and_tags_of_its_filter() {
    let filter = json!({"And": {"Prefix": "a/", "Tags": [{"Key": "team", "Value": "a"}]}});
    let configuration = with("Filter", filter);
    let last = |key: &str, tag| moves(std::slice::from_ref(&configuration), key, BIG, tag).last().copied();
    assert_eq!(last("a/k", Some(("team", "a"))), Some((91, Tier::Archive)));
    assert_eq!(last("b/k", Some(("team", "a"))), Some((91, Tier::ArchiveInstant)));
    assert_eq!(last("a/k", Some(("team", "b"))), Some((91, Tier::ArchiveInstant)));
    assert_eq!(last("a/k", None), Some((91, Tier::ArchiveInstant)));
}

#[test]
fn a_disabled_configuration_counts_for_nothing() {
    let disabled = with("Status", json!("Disabled"));
    assert_eq!(moves(&[disabled], "k", BIG, None).last(), Some(&(91, Tier::ArchiveInstant)));
}

#[test]
fn a_configuration_put_later_moves_objects_that_are_old_enough_at_the_next_midnight() {
    let mut world = world();
    let object = json!({"Bucket": "bucket", "Key": "k", "StorageClass": "INTELLIGENT_TIERING", "Body": {"Zeros": BIG}});
    call(&mut world, "PutObject", object).unwrap();
    world.run_until(SimTime::START.plus_days(200).plus(1));
    let tier = |world: &World| {
        world.s3.bucket("bucket").unwrap().store().find("k").unwrap().cohort.versions()[0].object().unwrap().tiering.unwrap().tier
    };
    assert_eq!(tier(&world), Tier::ArchiveInstant);
    put(&mut world, "x", &configuration(&[(90, "ARCHIVE_ACCESS")])).unwrap();
    world.run_until(SimTime::START.plus_days(201));
    assert_eq!(tier(&world), Tier::Archive);
}
