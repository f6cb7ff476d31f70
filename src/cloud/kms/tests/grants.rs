//! Grants: making, listing, revoking and retiring them. What they allow is tested with the policies.

use super::*;

fn asked(operations: &[&str]) -> Value {
    json!({"GranteePrincipal": "arn:aws:iam::123456789012:user/kim", "Operations": operations})
}

#[test]
fn a_grant_is_made_listed_and_revoked() {
    let mut bench = Bench::new();
    let grant = bench.ok("CreateGrant", asked(&["Encrypt", "Decrypt"]));
    let id = grant["GrantId"].clone();
    assert_eq!(id.as_str().unwrap().len(), 64);
    let listed = bench.ok("ListGrants", json!({}))["Grants"][0].clone();
    assert_eq!((&listed["GrantId"], &listed["KeyId"], &listed["Name"]), (&id, &json!(bench.arn()), &json!("")));
    assert_eq!(listed["IssuingAccount"], "arn:aws:iam::123456789012:root");
    bench.ok("RevokeGrant", json!({"GrantId": id}));
    assert_eq!(bench.ok("ListGrants", json!({}))["Grants"], json!([]));
    assert_eq!(bench.refused("RevokeGrant", json!({"GrantId": id})).code, "InvalidGrantIdException");
}

#[test]
fn the_same_request_with_the_same_name_gives_the_same_grant_and_another_token() {
    let mut bench = Bench::new();
    let mut request = asked(&["Decrypt"]);
    request["Name"] = json!("mine");
    let (one, two) = (bench.ok("CreateGrant", request.clone()), bench.ok("CreateGrant", request.clone()));
    assert_eq!(one["GrantId"], two["GrantId"]);
    assert_ne!(one["GrantToken"], two["GrantToken"]);
    request["Operations"] = json!(["Encrypt"]);
    assert_ne!(bench.ok("CreateGrant", request)["GrantId"], one["GrantId"]);
}

#[test]
fn a_grant_is_retired_by_its_token_or_by_key_and_id() {
    let mut bench = Bench::new();
    let grant = bench.ok("CreateGrant", asked(&["Decrypt"]));
    let by_token = json!({"GrantToken": grant["GrantToken"]});
    bench.call_as(&bench.origin.clone(), "RetireGrant", by_token.clone()).unwrap();
    assert_eq!(bench.call_as(&bench.origin.clone(), "RetireGrant", by_token).unwrap_err().code, "InvalidGrantTokenException");
    let grant = bench.ok("CreateGrant", asked(&["Decrypt"]));
    bench.ok("RetireGrant", json!({"GrantId": grant["GrantId"]}));
    let neither = bench.call_as(&bench.origin.clone(), "RetireGrant", json!({})).unwrap_err();
    assert_eq!(neither.code, "ValidationException");
}

#[test]
fn a_grant_names_a_principal_and_operations_of_the_key() {
    let mut bench = Bench::new();
    let mut nobody = asked(&["Decrypt"]);
    nobody["GranteePrincipal"] = json!("kim");
    assert_eq!(bench.refused("CreateGrant", nobody).code, "InvalidArnException");
    assert_eq!(bench.refused("CreateGrant", asked(&["Fly"])).code, "ValidationException");
    assert_eq!(bench.refused("CreateGrant", asked(&["GenerateMac"])).code, "ValidationException");
    assert_eq!(bench.refused("CreateGrant", asked(&[])).code, "ValidationException");
}

#[test]
fn grants_that_somebody_may_retire_are_listed_across_keys() {
    let mut bench = Bench::new();
    let other = bench.made(json!({}));
    let retiring = "arn:aws:iam::123456789012:user/lee";
    for key in [bench.key.clone(), other] {
        let mut request = asked(&["Decrypt"]);
        request["RetiringPrincipal"] = json!(retiring);
        request["KeyId"] = json!(key);
        bench.ok("CreateGrant", request);
    }
    let listed = bench.ok("ListRetirableGrants", json!({"RetiringPrincipal": retiring}));
    assert_eq!(listed["Grants"].as_array().unwrap().len(), 2);
}
