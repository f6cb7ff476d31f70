//! Who may use a key: its policy has the first word, grants add to it, IAM counts only as far as the policy says.

use super::*;
use crate::ident::{AccountId, Caller};

fn partner() -> Origin {
    Origin { caller: Caller::admin(AccountId::PARTNER), region: Region::US_EAST_1 }
}

fn policy(statements: &Value) -> Value {
    json!(json!({"Version": "2012-10-17", "Statement": statements}).to_string())
}

fn allow(principal: &str, actions: &Value) -> Value {
    json!({"Effect": "Allow", "Principal": {"AWS": principal}, "Action": actions, "Resource": "*"})
}

const ROOT: &str = "arn:aws:iam::123456789012:root";
const ADMIN: &str = "arn:aws:iam::123456789012:user/admin";
const PARTNER: &str = "arn:aws:iam::111122223333:root";

#[test]
fn the_default_policy_lets_the_accounts_own_policies_decide() {
    let mut bench = Bench::new();
    let text = bench.ok("GetKeyPolicy", json!({}))["Policy"].as_str().unwrap().to_owned();
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["Id"], "key-default-1");
    let statement = &document["Statement"][0];
    assert_eq!((&statement["Sid"], &statement["Action"]), (&json!("Enable IAM User Permissions"), &json!("kms:*")));
    assert_eq!(statement["Principal"]["AWS"], ROOT);
    assert_eq!(bench.ok("ListKeyPolicies", json!({}))["PolicyNames"], json!(["default"]));
    assert_eq!(bench.refused("GetKeyPolicy", json!({"PolicyName": "other"})).to_string(), "NotFoundException: No such policy exists");
}

#[test]
fn another_account_is_denied_and_told_the_action() {
    let mut bench = Bench::new();
    let request = json!({"KeyId": bench.arn(), "Plaintext": "aGk="});
    let refusal = bench.call_as(&partner(), "Encrypt", request).unwrap_err();
    let wanted = format!(
        "AccessDeniedException: User: arn:aws:iam::111122223333:user/admin is not authorized to perform: kms:Encrypt on resource: {} because no resource-based policy allows the kms:Encrypt action",
        bench.arn()
    );
    assert_eq!((refusal.status, refusal.to_string()), (403, wanted));
}

#[test]
fn another_account_gets_in_by_key_policy_and_its_own_policies_together_and_names_the_key_by_its_arn() {
    let mut bench = Bench::new();
    let shared = policy(&json!([allow(ROOT, &json!("kms:*")), allow(PARTNER, &json!(["kms:Encrypt", "kms:Decrypt"]))]));
    bench.ok("PutKeyPolicy", json!({"Policy": shared}));
    let sealed = bench.call_as(&partner(), "Encrypt", json!({"KeyId": bench.arn(), "Plaintext": "aGk="})).unwrap();
    bench.call_as(&partner(), "Decrypt", json!({"CiphertextBlob": sealed["CiphertextBlob"]})).unwrap();
    assert_eq!(bench.call_as(&partner(), "DisableKey", json!({"KeyId": bench.arn()})).unwrap_err().code, "AccessDeniedException");
    let by_id = bench.call_as(&partner(), "Encrypt", json!({"KeyId": bench.key, "Plaintext": "aGk="})).unwrap_err();
    assert_eq!(by_id.code, "NotFoundException");
}

#[test]
fn iam_counts_for_nothing_where_the_key_policy_does_not_name_the_account() {
    let mut bench = Bench::new();
    let decrypt_only = policy(&json!([allow(ADMIN, &json!(["kms:Decrypt", "kms:PutKeyPolicy"]))]));
    bench.ok("PutKeyPolicy", json!({"Policy": decrypt_only}));
    let refusal = bench.refused("Encrypt", json!({"Plaintext": "aGk="}));
    assert!(
        refusal.code == "AccessDeniedException" && refusal.message.contains("no resource-based policy allows the kms:Encrypt action"),
        "{refusal}"
    );
}

#[test]
fn a_policy_that_locks_its_author_out_is_refused_unless_that_is_wanted() {
    let mut bench = Bench::new();
    let locked = policy(&json!([allow(ADMIN, &json!("kms:Decrypt"))]));
    let refusal = bench.refused("PutKeyPolicy", json!({"Policy": locked}));
    let wanted = "MalformedPolicyDocumentException: The new key policy will not allow you to update the key policy in the future.";
    assert_eq!(refusal.to_string(), wanted);
    assert_eq!(bench.refused("CreateKey", json!({"Policy": locked})).to_string(), wanted);
    bench.ok("PutKeyPolicy", json!({"Policy": locked, "BypassPolicyLockoutSafetyCheck": true}));
    assert_eq!(bench.refused("PutKeyPolicy", json!({"Policy": locked})).code, "AccessDeniedException");
    bench.ok("CreateKey", json!({"Policy": locked, "BypassPolicyLockoutSafetyCheck": true}));
}

#[test]
fn a_refused_creation_takes_no_id() {
    let (mut one, mut two) = (Bench::new(), Bench::new());
    one.refused("CreateKey", json!({"Policy": policy(&json!([allow(ADMIN, &json!("kms:Decrypt"))]))}));
    assert_eq!(one.made(json!({})), two.made(json!({})));
}

#[test]
fn what_is_no_key_policy_is_malformed() {
    let mut bench = Bench::new();
    let nobody = json!({"Effect": "Allow", "Action": "kms:*", "Resource": "*"});
    for text in [
        json!("no json"),
        json!("{}"),
        policy(&json!([nobody])),
        policy(&json!([allow(ROOT, &json!("kms:*")), allow("arn:aws:iam::123456789012:user/nobody", &json!("kms:Decrypt"))])),
    ] {
        assert_eq!(bench.refused("PutKeyPolicy", json!({"Policy": text})).code, "MalformedPolicyDocumentException", "{text}");
    }
    let long = format!("{}{}", " ".repeat(32_768), policy(&json!([allow(ROOT, &json!("kms:*"))])).as_str().unwrap());
    assert_eq!(bench.refused("PutKeyPolicy", json!({"Policy": long})).code, "LimitExceededException");
}

#[test]
fn a_statement_without_action_or_resource_passes_and_has_no_effect() {
    let mut bench = Bench::new();
    let idle = json!({"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "kms:*"});
    bench.ok("PutKeyPolicy", json!({"Policy": policy(&json!([allow(ROOT, &json!("kms:*")), idle]))}));
    bench.ok("Encrypt", json!({"Plaintext": "aGk="}));
}

#[test]
fn a_policy_may_look_at_the_encryption_context() {
    let mut bench = Bench::new();
    let mut only = allow(PARTNER, &json!("kms:Encrypt"));
    only["Condition"] = json!({"StringEquals": {"kms:EncryptionContext:team": "a"}});
    bench.ok("PutKeyPolicy", json!({"Policy": policy(&json!([allow(ROOT, &json!("kms:*")), only]))}));
    let request = |team: &str| json!({"KeyId": bench.arn(), "Plaintext": "aGk=", "EncryptionContext": {"team": team}});
    let (a, b) = (request("a"), request("b"));
    bench.call_as(&partner(), "Encrypt", a).unwrap();
    assert_eq!(bench.call_as(&partner(), "Encrypt", b).unwrap_err().code, "AccessDeniedException");
}

#[test]
fn a_grant_gives_what_it_lists_in_the_contexts_it_names_until_it_is_revoked() {
    let mut bench = Bench::new();
    let grantee = "arn:aws:iam::111122223333:user/admin";
    let constraints = json!({"EncryptionContextSubset": {"team": "a"}});
    let grant = bench.ok("CreateGrant", json!({"GranteePrincipal": grantee, "Operations": ["Encrypt"], "Constraints": constraints}));
    let request = |bench: &Bench, team: &str| json!({"KeyId": bench.arn(), "Plaintext": "aGk=", "EncryptionContext": {"team": team}});
    let (a, b) = (request(&bench, "a"), request(&bench, "b"));
    bench.call_as(&partner(), "Encrypt", a.clone()).unwrap();
    assert_eq!(bench.call_as(&partner(), "Encrypt", b).unwrap_err().code, "AccessDeniedException");
    bench.ok("RevokeGrant", json!({"GrantId": grant["GrantId"]}));
    assert_eq!(bench.call_as(&partner(), "Encrypt", a).unwrap_err().code, "AccessDeniedException");
}

#[test]
fn a_grant_is_given_up_by_its_retiring_principal_and_by_a_grantee_whom_it_lets() {
    let mut bench = Bench::new();
    let grantee = "arn:aws:iam::111122223333:user/admin";
    for (retiring, operations, may) in
        [(Some(grantee), json!(["Decrypt"]), true), (None, json!(["RetireGrant"]), true), (None, json!(["Decrypt"]), false)]
    {
        let mut request = json!({"GranteePrincipal": grantee, "Operations": operations});
        if let Some(retiring) = retiring {
            request["RetiringPrincipal"] = json!(retiring);
        }
        let grant = bench.ok("CreateGrant", request);
        let retired = bench.call_as(&partner(), "RetireGrant", json!({"GrantToken": grant["GrantToken"]}));
        assert_eq!(retired.is_ok(), may, "{operations}: {retired:?}");
    }
}

#[test]
fn a_key_that_aws_made_for_s3_is_used_through_s3_and_managed_by_nobody() {
    let mut bench = Bench::new();
    let account = AccountId::OWN;
    let arn = crate::kms::Kms::make_managed_key(&mut bench.world, account, Region::US_EAST_1, "s3", "for tests");
    for operation in ["DescribeKey", "GetKeyPolicy", "GetKeyRotationStatus"] {
        bench.ok(operation, json!({"KeyId": arn}));
    }
    for (operation, params) in [
        ("Encrypt", json!({"KeyId": arn, "Plaintext": "aGk="})),
        ("DisableKey", json!({"KeyId": arn})),
        ("ScheduleKeyDeletion", json!({"KeyId": arn})),
        ("RotateKeyOnDemand", json!({"KeyId": arn})),
    ] {
        assert_eq!(bench.refused(operation, params).code, "AccessDeniedException", "{operation}");
    }
    let (origin, context) = (bench.origin.clone(), crate::kms::Context::new());
    let forward =
        |service| crate::kms::Forward { service, origin: &origin, key_arn: &arn, context: &context, what: crate::kms::Use::Decrypt };
    forward("s3").check(&bench.world).unwrap();
    assert!(forward("sqs").check(&bench.world).is_err());
}
