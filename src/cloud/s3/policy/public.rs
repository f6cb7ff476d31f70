//! Is this policy public? S3's own question, which Block Public Access asks (S3 User Guide, the meaning of "public"). It assumes that
//! a policy is public and looks for what confines it: a grant is confined by naming whom it is for, or by a condition that holds
//! one of a few keys to fixed values. A deny confines nothing. Pure.

use core::net::IpAddr; // addresses as numbers; nothing is connected

use super::ResourcePolicy;
use crate::policy::{
    Effect, Policy, Principal,
    condition::{Compare, Condition, Network, Set},
    document::Statement,
};

/// Where the policy hangs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hangs {
    /// On a bucket.
    OnBucket,
    /// On an access point that the internet reaches; one of a VPC is never public.
    OnAccessPoint,
}

/// Keys that confine a grant if they are held to fixed values; all in small letters.
const CONFINING: [&str; 14] = [
    "aws:principalaccount",
    "aws:principalarn",
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:principalservicename",
    "aws:sourceaccount",
    "aws:sourcearn",
    "aws:sourceowner",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:userid",
    "s3:dataaccesspointaccount",
    "s3:dataaccesspointarn",
    "s3:x-amz-server-side-encryption-aws-kms-key-id",
];

/// Widest range of addresses that confines: a /8 of IPv4, a /32 of IPv6.
const MIN_BITS_V4: u32 = 8;
const MIN_BITS_V6: u32 = 32;

/// True if the policy lets the public in: one statement is enough.
pub fn is_public(policy: &Policy, hangs: Hangs) -> bool {
    policy.statements.iter().any(|statement| statement.effect == Effect::Allow && lets_in(statement, hangs))
}

/// The statements that make a policy on a bucket public, counted from 0.
pub(in super::super) fn public_statements(policy: &ResourcePolicy) -> Vec<usize> {
    let statements = policy.document.policy().statements.iter().enumerate();
    let public = statements.filter(|(_, statement)| statement.effect == Effect::Allow && lets_in(statement, Hangs::OnBucket));
    public.map(|(number, _)| number).collect()
}

fn lets_in(statement: &Statement, hangs: Hangs) -> bool {
    let names = statement.principals.as_ref().is_some_and(|principals| !principals.not && principals.values.iter().all(is_fixed_principal));
    !names && !statement.conditions.iter().any(|condition| confines(condition, hangs))
}

/// True for one who is named, not for everybody.
fn is_fixed_principal(principal: &Principal) -> bool {
    match principal {
        Principal::Everyone => false,
        Principal::Arn(text) | Principal::Id(text) | Principal::Service(text) | Principal::Federated(text) => is_fixed(text),
        Principal::Account(_) | Principal::CanonicalUser(_) => true,
    }
}

/// True if the condition holds a key to fixed values, and does not hold where the key is missing.
fn confines(condition: &Condition, hangs: Hangs) -> bool {
    let operator = condition.operator;
    let passes_without_key = operator.negated || operator.if_exists || operator.set == Some(Set::All);
    if passes_without_key || condition.values.is_empty() {
        return false;
    }
    let key = condition.key.to_ascii_lowercase();
    if key == "aws:sourceip" {
        return operator.compare == Compare::Address && condition.values.iter().all(|range| is_narrow(range));
    }
    let compares_texts = matches!(operator.compare, Compare::Text | Compare::TextInAnyCase | Compare::TextLike | Compare::Arn);
    if !compares_texts || !CONFINING.contains(&key.as_str()) {
        return false;
    }
    match (key.as_str(), hangs) {
        // an access point that names access points lets whoever comes through them in
        ("s3:dataaccesspointarn", Hangs::OnAccessPoint) => false,
        ("s3:dataaccesspointarn", Hangs::OnBucket) => condition.values.iter().all(|arn| is_fixed(arn) || has_fixed_account(arn)),
        _ => condition.values.iter().all(|value| is_fixed(value)),
    }
}

/// True without wildcards and without policy variables.
fn is_fixed(value: &str) -> bool {
    !value.contains(['*', '?']) && !value.contains("${")
}

/// An access point's ARN with wildcards anywhere but in its account.
fn has_fixed_account(arn: &str) -> bool {
    let parts: Vec<&str> = arn.splitn(6, ':').collect();
    let [_, _, "s3", _, account, point] = parts.as_slice() else { return false };
    account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit()) && point.starts_with("accesspoint/") && !arn.contains("${")
}

/// True if a range is no wider than what S3 takes for somebody in particular, or private (RFC 1918).
fn is_narrow(range: &str) -> bool {
    let Some(network) = Network::read(range) else { return false };
    match network.address() {
        IpAddr::V4(_) => network.n_bits() >= MIN_BITS_V4,
        IpAddr::V6(_) => network.n_bits() >= MIN_BITS_V6,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn judged(statements: &[Value], hangs: Hangs) -> bool {
        let text = json!({"Version": "2012-10-17", "Statement": statements}).to_string();
        is_public(&Policy::read(&text).unwrap(), hangs)
    }

    fn statement(effect: &str, principal: &Value, condition: &Value) -> Value {
        json!({"Effect": effect, "Principal": principal, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": condition})
    }

    /// Whether a grant to everybody under that condition is public.
    fn under(condition: &Value) -> bool {
        judged(&[statement("Allow", &json!("*"), condition)], Hangs::OnBucket)
    }

    fn to(principal: &Value) -> bool {
        judged(&[statement("Allow", principal, &json!({}))], Hangs::OnBucket)
    }

    #[test]
    fn a_grant_to_everybody_is_public_in_each_spelling() {
        for principal in [json!("*"), json!({"AWS": "*"}), json!({"AWS": ["arn:aws:iam::123456789012:root", "*"]})] {
            assert!(to(&principal), "{principal}");
        }
    }

    #[test]
    fn a_grant_to_named_principals_is_not_public() {
        let named = [
            json!({"AWS": "123456789012"}),
            json!({"AWS": ["arn:aws:iam::123456789012:root", "arn:aws:iam::111122223333:user/kim"]}),
            json!({"AWS": "arn:aws:sts::111122223333:assumed-role/r/s"}),
            json!({"Service": "cloudtrail.amazonaws.com"}),
            json!({"CanonicalUser": "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"}),
        ];
        for principal in named {
            assert!(!to(&principal), "{principal}");
        }
    }

    #[test]
    fn a_grant_to_all_but_some_is_public() {
        let statement = json!({"Effect": "Allow", "NotPrincipal": {"AWS": "123456789012"}, "Action": "s3:*", "Resource": "arn:aws:s3:::b"});
        assert!(judged(&[statement], Hangs::OnBucket));
    }

    #[test]
    fn a_deny_never_makes_a_policy_less_public_nor_public() {
        let deny = statement("Deny", &json!("*"), &json!({"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}}));
        let allow = statement("Allow", &json!("*"), &json!({}));
        assert!(judged(&[deny.clone(), allow], Hangs::OnBucket));
        assert!(!judged(&[deny, statement("Deny", &json!("*"), &json!({}))], Hangs::OnBucket));
    }

    #[test]
    fn one_public_statement_makes_the_whole_policy_public() {
        let partner = statement("Allow", &json!({"AWS": "111122223333"}), &json!({}));
        let service = statement("Allow", &json!({"Service": "cloudtrail.amazonaws.com"}), &json!({}));
        let public = statement("Allow", &json!("*"), &json!({}));
        assert!(!judged(&[partner.clone(), service.clone()], Hangs::OnBucket));
        assert!(judged(&[partner, service, public], Hangs::OnBucket));
    }

    #[test]
    fn a_fixed_value_of_each_confining_key_makes_it_private() {
        let fixed = [
            json!({"StringEquals": {"aws:SourceVpc": "vpc-91237329"}}),
            json!({"StringEquals": {"AWS:sourcevpce": "vpce-1a2b3c4d"}}),
            json!({"StringLike": {"aws:SourceVpc": "vpc-91237329"}}),
            json!({"StringEquals": {"aws:SourceOwner": "123456789012"}}),
            json!({"StringEquals": {"aws:SourceAccount": ["123456789012", "111122223333"]}}),
            json!({"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}),
            json!({"StringEquals": {"aws:PrincipalAccount": "123456789012"}}),
            json!({"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::123456789012:user/kim"}}),
            json!({"ArnLike": {"aws:SourceArn": "arn:aws:sns:us-east-1:123456789012:topic"}}),
            json!({"StringEquals": {"aws:userid": "AIDAEXAMPLE"}}),
            json!({"StringEquals": {"s3:DataAccessPointAccount": "123456789012"}}),
            json!({"StringEqualsIgnoreCase": {"aws:SourceVpc": "VPC-91237329"}}),
            json!({"ForAnyValue:StringEquals": {"aws:PrincipalOrgPaths": "o-1/r-1/ou-1/"}}),
            json!({"StringEquals": {"s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:us-east-1:123456789012:key/1"}}),
        ];
        for condition in fixed {
            assert!(!under(&condition), "{condition}");
        }
    }

    #[test]
    fn a_wildcard_or_a_variable_is_no_fixed_value() {
        let loose = [
            json!({"StringLike": {"aws:SourceVpc": "vpc-*"}}),
            json!({"StringLike": {"aws:SourceVpce": "vpce-?a2b3c4d"}}),
            json!({"ArnLike": {"aws:SourceArn": "arn:aws:sns:us-east-1:*:topic"}}),
            json!({"StringLike": {"aws:userid": "AROAEXAMPLE:*"}}),
            json!({"StringEquals": {"aws:SourceAccount": "${aws:PrincipalTag/account}"}}),
            json!({"StringLike": {"aws:PrincipalArn": ["arn:aws:iam::123456789012:user/kim", "arn:aws:iam::*:user/kim"]}}),
        ];
        for condition in loose {
            assert!(under(&condition), "{condition}");
        }
    }

    #[test]
    fn other_keys_confine_nothing() {
        let others = [
            json!({"Bool": {"aws:SecureTransport": "true"}}),
            json!({"StringLike": {"aws:Referer": "https://example.com/page"}}),
            json!({"StringEquals": {"s3:prefix": "a/"}}),
            json!({"StringEquals": {"s3:ExistingObjectTag/public": "no"}}),
            json!({"DateLessThan": {"aws:CurrentTime": "2026-02-01T00:00:00Z"}}),
            json!({"StringEquals": {"aws:UserAgent": "secret"}}),
        ];
        for condition in others {
            assert!(under(&condition), "{condition}");
        }
    }

    #[test]
    fn a_condition_that_holds_without_its_key_confines_nothing() {
        let open = [
            json!({"StringNotEquals": {"aws:SourceVpc": "vpc-91237329"}}),
            json!({"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}}),
            json!({"StringEqualsIfExists": {"aws:SourceVpc": "vpc-91237329"}}),
            json!({"ForAllValues:StringEquals": {"aws:PrincipalOrgPaths": "o-1/r-1/ou-1/"}}),
            json!({"Null": {"aws:SourceVpc": "true"}}),
            json!({"Null": {"aws:SourceVpc": "false"}}),
        ];
        for condition in open {
            assert!(under(&condition), "{condition}");
        }
    }

    #[test]
    fn one_confining_condition_among_several_is_enough() {
        assert!(!under(&json!({"Bool": {"aws:SecureTransport": "true"}, "StringEquals": {"aws:SourceVpc": "vpc-91237329"}})));
    }

    #[test]
    fn addresses_confine_from_a_slash_8_of_ipv4_and_a_slash_32_of_ipv6() {
        let table = [
            ("203.0.113.17", false),
            ("203.0.113.0/24", false),
            ("54.0.0.0/8", false),
            ("54.0.0.0/7", true),
            ("0.0.0.0/1", true),
            ("0.0.0.0/0", true),
            ("10.0.0.0/8", false),
            ("172.16.0.0/12", false),
            ("192.168.0.0/16", false),
            ("2001:db8::/32", false),
            ("2001:db8::/31", true),
            ("::/0", true),
        ];
        for (range, public) in table {
            assert_eq!(under(&json!({"IpAddress": {"aws:SourceIp": range}})), public, "{range}");
        }
        assert!(under(&json!({"IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "0.0.0.0/0"]}})), "the widest one counts");
        assert!(under(&json!({"StringEquals": {"aws:SourceIp": "203.0.113.17"}})), "an address is compared as an address");
    }

    #[test]
    fn access_points_of_a_fixed_account_confine_a_bucket_policy_but_no_access_points_policy() {
        let through = |arn: &str| statement("Allow", &json!("*"), &json!({"ArnLike": {"s3:DataAccessPointArn": arn}}));
        let any = through("arn:aws:s3:us-west-2:123456789012:accesspoint/*");
        assert!(!judged(std::slice::from_ref(&any), Hangs::OnBucket));
        assert!(judged(&[any], Hangs::OnAccessPoint));
        assert!(!judged(&[through("arn:aws:s3:*:123456789012:accesspoint/*")], Hangs::OnBucket));
        assert!(judged(&[through("arn:aws:s3:us-west-2:*:accesspoint/*")], Hangs::OnBucket));
        assert!(judged(&[through("*")], Hangs::OnBucket));
    }
}
