//! Aliases: names that may be pointed at another key.

use super::*;

#[test]
fn an_alias_is_made_pointed_elsewhere_and_deleted() {
    let mut bench = Bench::new();
    bench.ok("CreateAlias", json!({"AliasName": "alias/mine"}));
    let other = bench.made(json!({}));
    bench.days(1);
    bench.ok("UpdateAlias", json!({"AliasName": "alias/mine", "TargetKeyId": other}));
    let alias = bench.ok("ListAliases", json!({}))["Aliases"][0].clone();
    assert_eq!((&alias["TargetKeyId"], &alias["AliasName"]), (&json!(other), &json!("alias/mine")));
    assert_eq!(alias["AliasArn"], "arn:aws:kms:us-east-1:123456789012:alias/mine");
    assert_ne!(alias["CreationDate"], alias["LastUpdatedDate"]);
    assert_eq!(bench.ok("ListAliases", json!({"KeyId": bench.key}))["Aliases"], json!([]));
    bench.ok("DeleteAlias", json!({"AliasName": "alias/mine"}));
    let gone = bench.refused("DeleteAlias", json!({"AliasName": "alias/mine"}));
    assert_eq!(gone.to_string(), "NotFoundException: Alias arn:aws:kms:us-east-1:123456789012:alias/mine is not found.");
}

#[test]
fn an_aliass_name_is_unique_in_its_account_and_region() {
    let mut bench = Bench::new();
    bench.ok("CreateAlias", json!({"AliasName": "alias/mine"}));
    let again = bench.refused("CreateAlias", json!({"AliasName": "alias/mine"}));
    let wanted = "AlreadyExistsException: An alias with the name arn:aws:kms:us-east-1:123456789012:alias/mine already exists";
    assert_eq!(again.to_string(), wanted);
}

#[test]
fn names_that_kms_does_not_take_are_refused_and_those_of_aws_reserved() {
    let mut bench = Bench::new();
    for (name, code) in [
        ("mine", "ValidationException"),
        ("alias/", "ValidationException"),
        ("alias/a b", "ValidationException"),
        ("alias/a:b", "ValidationException"),
        ("alias/aws/s3", "NotAuthorizedException"),
        ("alias/aws/anything", "NotAuthorizedException"),
    ] {
        assert_eq!(bench.refused("CreateAlias", json!({"AliasName": name})).code, code, "{name}");
    }
    let long = format!("alias/{}", "a".repeat(251));
    assert_eq!(bench.refused("CreateAlias", json!({"AliasName": long})).code, "ValidationException");
    assert!(bench.refused("CreateAlias", json!({"AliasName": "mine"})).message.starts_with("Alias must start with the prefix \"alias/\"."));
}

#[test]
fn an_alias_names_a_key_and_no_other_alias() {
    let mut bench = Bench::new();
    bench.ok("CreateAlias", json!({"AliasName": "alias/one"}));
    let refusal = bench.refused("CreateAlias", json!({"AliasName": "alias/two", "TargetKeyId": "alias/one"}));
    assert_eq!(refusal.to_string(), "ValidationException: Aliases must refer to keys. Not aliases");
}

#[test]
fn an_alias_goes_over_only_to_a_key_of_the_same_kind() {
    let mut bench = Bench::new();
    bench.ok("CreateAlias", json!({"AliasName": "alias/one"}));
    let mac = bench.made(json!({"KeySpec": "HMAC_256", "KeyUsage": "GENERATE_VERIFY_MAC"}));
    assert_eq!(bench.refused("UpdateAlias", json!({"AliasName": "alias/one", "TargetKeyId": mac})).code, "ValidationException");
}
