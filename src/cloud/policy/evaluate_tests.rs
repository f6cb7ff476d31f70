//! AWS's evaluation rules, one by one: same account, across accounts, roots, roles, services, nobody.

use super::{super::document::Document, *};
use crate::{
    ident::AccountId,
    policy::{Context, Cut, Grant, Holder, Label},
};

const ALLOW_GET: &str = r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}"#;
const DENY_ALL: &str = r#"{"Effect": "Deny", "Action": "*", "Resource": "*"}"#;
const ARN: &str = "arn:aws:s3:::data/a";

fn document(statements: &str) -> Document {
    Document::read(&format!(r#"{{"Version": "2012-10-17", "Statement": [{statements}]}}"#)).unwrap()
}

fn attached(document: Option<&Document>, kind: PolicyKind) -> Vec<Attached<'_>> {
    let label = Label { kind, holder: Holder::User("x".into()), name: "p".into(), arn: None };
    document.into_iter().map(|document| Attached { label: label.clone(), document }).collect()
}

/// What hangs on a resource of the learner's account, and what its caller has.
#[derive(Default)]
struct Setting {
    on_resource: Option<Document>,
    identity: Option<Document>,
    boundary: Option<Document>,
    session: Option<Document>,
    key_like: bool,
    grants: Vec<Grant>,
    cuts: Vec<Cut>,
    root_always: bool,
}

impl Setting {
    fn resource(mut self, principal: &str, effect: &str) -> Self {
        self.on_resource = Some(document(&format!(
            r#"{{"Effect": "{effect}", {principal}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*"}}"#
        )));
        self
    }

    fn identity(mut self, statements: &str) -> Self {
        self.identity = Some(document(statements));
        self
    }

    fn boundary(mut self, statements: &str) -> Self {
        self.boundary = Some(document(statements));
        self
    }

    fn session(mut self, statements: &str) -> Self {
        self.session = Some(document(statements));
        self
    }

    /// Only what the resource says counts, as for a key.
    fn key_like(mut self) -> Self {
        self.key_like = true;
        self
    }

    fn verdict(&self, caller: &Caller) -> Verdict {
        self.decided(caller, &mut Notes::default())
    }

    fn decided(&self, caller: &Caller, notes: &mut Notes) -> Verdict {
        let mut identity = Identity::plain(caller);
        identity.policies = attached(self.identity.as_ref(), PolicyKind::Identity);
        identity.boundary = attached(self.boundary.as_ref(), PolicyKind::Boundary).pop();
        identity.session = attached(self.session.as_ref(), PolicyKind::Session);
        if let Caller::Role { account, role, .. } = caller {
            identity.role_arn = Some(format!("arn:aws:iam::{account}:role/{role}"));
        }
        let mut resource = Resource::of(AccountId::OWN);
        resource.policies = attached(self.on_resource.as_ref(), PolicyKind::Resource);
        resource.iam_counts = !self.key_like;
        resource.grants.clone_from(&self.grants);
        resource.cuts.clone_from(&self.cuts);
        resource.root_always = self.root_always;
        let keys = Context::default();
        let asked = Asked { caller, identity: &identity, action: "s3:GetObject", resource: ARN, keys: &keys };
        decide(&asked, &resource, notes)
    }

    fn allows(&self, caller: &Caller) -> bool {
        self.verdict(caller).is_allowed()
    }
}

fn kim() -> Caller {
    Caller::user(AccountId::OWN, "kim")
}

fn partner() -> Caller {
    Caller::user(AccountId::PARTNER, "lee")
}

fn reader() -> Caller {
    Caller::role(AccountId::OWN, "reader", "s1")
}

const KIM: &str = r#""Principal": {"AWS": "arn:aws:iam::123456789012:user/kim"}"#;
const READER: &str = r#""Principal": {"AWS": "arn:aws:iam::123456789012:role/reader"}"#;
const SESSION: &str = r#""Principal": {"AWS": "arn:aws:sts::123456789012:assumed-role/reader/s1"}"#;
const OWN: &str = r#""Principal": {"AWS": "arn:aws:iam::123456789012:root"}"#;
const PARTNER: &str = r#""Principal": {"AWS": "111122223333"}"#;
const EVERYONE: &str = r#""Principal": "*""#;

#[test]
fn without_any_policy_everything_is_implicitly_denied() {
    assert_eq!(Setting::default().verdict(&kim()), Verdict::Denied(Reason::NotAllowed(PolicyKind::Identity)));
}

#[test]
fn an_identity_policy_or_a_resource_policy_is_enough_within_an_account() {
    assert!(Setting::default().identity(ALLOW_GET).allows(&kim()));
    assert!(Setting::default().resource(KIM, "Allow").allows(&kim()));
    assert!(Setting::default().resource(EVERYONE, "Allow").allows(&kim()));
    assert!(!Setting::default().resource(KIM, "Allow").allows(&Caller::user(AccountId::OWN, "other")));
}

#[test]
fn naming_the_own_account_only_lets_identity_policies_decide() {
    let setting = Setting::default().resource(OWN, "Allow");
    assert_eq!(setting.verdict(&kim()), Verdict::Denied(Reason::NotAllowed(PolicyKind::Identity)));
    assert!(setting.identity(ALLOW_GET).allows(&kim()));
}

#[test]
fn an_explicit_deny_anywhere_beats_every_allow() {
    let all = || Setting::default().resource(KIM, "Allow").identity(ALLOW_GET);
    let denied = |setting: Setting| setting.verdict(&kim());
    assert_eq!(denied(all().identity(&format!("{ALLOW_GET}, {DENY_ALL}"))), Verdict::Denied(Reason::Explicit(PolicyKind::Identity)));
    assert_eq!(denied(all().boundary(DENY_ALL)), Verdict::Denied(Reason::Explicit(PolicyKind::Boundary)));
    assert_eq!(denied(all().session(DENY_ALL)), Verdict::Denied(Reason::Explicit(PolicyKind::Session)));
    assert_eq!(denied(all().resource(EVERYONE, "Deny")), Verdict::Denied(Reason::Explicit(PolicyKind::Resource)));
}

#[test]
fn a_boundary_limits_identity_policies_but_not_a_resource_policy_that_names_the_user() {
    let bounded = || Setting::default().boundary(r#"{"Effect": "Allow", "Action": "ec2:*", "Resource": "*"}"#);
    assert_eq!(bounded().identity(ALLOW_GET).verdict(&kim()), Verdict::Denied(Reason::NotAllowed(PolicyKind::Boundary)));
    assert!(bounded().resource(KIM, "Allow").allows(&kim()));
    assert!(bounded().resource(EVERYONE, "Allow").allows(&kim()));
    assert!(!bounded().boundary(ALLOW_GET).allows(&kim()), "a boundary allows nothing by itself");
}

#[test]
fn a_role_named_by_its_arn_is_limited_by_boundary_and_session_but_needs_no_identity_policy() {
    assert!(Setting::default().resource(READER, "Allow").allows(&reader()));
    let other = r#"{"Effect": "Allow", "Action": "ec2:*", "Resource": "*"}"#;
    assert!(!Setting::default().resource(READER, "Allow").boundary(other).allows(&reader()));
    assert!(!Setting::default().resource(READER, "Allow").session(other).allows(&reader()));
    assert!(Setting::default().resource(SESSION, "Allow").boundary(other).session(other).allows(&reader()));
}

#[test]
fn a_session_policy_can_only_take_away() {
    assert!(!Setting::default().session(ALLOW_GET).allows(&reader()));
    assert!(Setting::default().identity(ALLOW_GET).session(ALLOW_GET).allows(&reader()));
    let other = r#"{"Effect": "Allow", "Action": "ec2:*", "Resource": "*"}"#;
    let verdict = Setting::default().identity(ALLOW_GET).session(other).verdict(&reader());
    assert_eq!(verdict, Verdict::Denied(Reason::NotAllowed(PolicyKind::Session)));
}

#[test]
fn across_accounts_both_sides_must_allow() {
    let granted = || Setting::default().resource(PARTNER, "Allow");
    assert!(granted().identity(ALLOW_GET).allows(&partner()));
    assert_eq!(granted().verdict(&partner()), Verdict::Denied(Reason::NotAllowed(PolicyKind::Identity)));
    let alone = Setting::default().identity(ALLOW_GET).verdict(&partner());
    assert_eq!(alone, Verdict::Denied(Reason::NotAllowed(PolicyKind::Resource)));
    let named = r#""Principal": {"AWS": "arn:aws:iam::111122223333:user/lee"}"#;
    assert!(!Setting::default().resource(named, "Allow").allows(&partner()), "naming the user itself is no shortcut across accounts");
    assert!(!Setting::default().resource(EVERYONE, "Allow").allows(&partner()), "nor is naming everybody");
    let bounded = granted().identity(ALLOW_GET).boundary(r#"{"Effect": "Allow", "Action": "ec2:*", "Resource": "*"}"#);
    assert!(!bounded.allows(&partner()));
}

#[test]
fn nobody_gets_what_everybody_is_given() {
    assert!(Setting::default().resource(EVERYONE, "Allow").allows(&Caller::Anonymous));
    assert!(Setting::default().resource(r#""Principal": {"AWS": "*"}"#, "Allow").allows(&Caller::Anonymous));
    assert!(!Setting::default().resource(OWN, "Allow").allows(&Caller::Anonymous));
    assert!(!Setting::default().allows(&Caller::Anonymous));
}

#[test]
fn a_service_gets_what_a_resource_policy_gives_it() {
    let s3 = Caller::service("s3.amazonaws.com", "arn:aws:s3:::b", AccountId::OWN);
    assert!(Setting::default().resource(r#""Principal": {"Service": "s3.amazonaws.com"}"#, "Allow").allows(&s3));
    assert!(Setting::default().resource(EVERYONE, "Allow").allows(&s3));
    assert!(!Setting::default().resource(r#""Principal": {"Service": "sns.amazonaws.com"}"#, "Allow").allows(&s3));
    assert!(!Setting::default().resource(OWN, "Allow").allows(&s3));
}

#[test]
fn the_root_of_the_account_may_everything_that_nothing_denies() {
    let root = Caller::Root { account: AccountId::OWN };
    assert!(Setting::default().allows(&root));
    let locked = Setting { root_always: true, ..Setting::default().resource(EVERYONE, "Deny") };
    assert!(locked.allows(&root), "what nobody can take away");
    assert!(!locked.allows(&kim()));
    assert!(!Setting::default().resource(EVERYONE, "Deny").allows(&root));
    let foreign = Caller::Root { account: AccountId::PARTNER };
    assert!(!Setting::default().allows(&foreign));
    assert!(Setting::default().resource(PARTNER, "Allow").allows(&foreign));
}

#[test]
fn where_iam_counts_only_by_delegation_the_resource_must_name_the_account() {
    assert_eq!(
        Setting::default().key_like().identity(ALLOW_GET).verdict(&kim()),
        Verdict::Denied(Reason::NotAllowed(PolicyKind::Resource))
    );
    assert!(Setting::default().key_like().identity(ALLOW_GET).resource(OWN, "Allow").allows(&kim()));
    assert!(!Setting::default().key_like().resource(OWN, "Allow").allows(&kim()));
    assert!(Setting::default().key_like().resource(KIM, "Allow").allows(&kim()));
    let root = Caller::Root { account: AccountId::OWN };
    assert!(!Setting::default().key_like().resource(KIM, "Allow").allows(&root), "not even the root");
    assert!(Setting::default().key_like().resource(OWN, "Allow").allows(&root));
}

#[test]
fn not_principal_with_deny_spares_only_who_is_named_in_full() {
    let spare = |listed: &str| {
        let principal = format!(r#""NotPrincipal": {{"AWS": [{listed}]}}"#);
        Setting::default().resource(&principal, "Deny").identity(ALLOW_GET).allows(&kim())
    };
    assert!(spare(r#""arn:aws:iam::123456789012:user/kim", "arn:aws:iam::123456789012:root""#));
    assert!(!spare(r#""arn:aws:iam::123456789012:user/kim""#), "the account is missing");
    assert!(!spare(r#""arn:aws:iam::123456789012:root""#), "the user is missing");
}

#[test]
fn grants_that_are_no_policies_count_like_ones_unless_ignored() {
    let grant = |ignored_by| Grant { name: "READ".to_owned(), to: Principal::Everyone, gives: true, ignored_by };
    let open = Setting { grants: vec![grant(None)], ..Setting::default() };
    assert!(open.allows(&Caller::Anonymous) && open.allows(&kim()));
    let ignored = Setting { grants: vec![grant(Some("IgnorePublicAcls"))], ..Setting::default() };
    assert!(!ignored.allows(&Caller::Anonymous));
}

#[test]
fn a_cut_takes_away_what_a_policy_gave() {
    let cut = Cut { name: "RestrictPublicBuckets", on: true, bites: true };
    let setting = Setting { cuts: vec![cut], ..Setting::default().resource(EVERYONE, "Allow") };
    assert_eq!(setting.verdict(&Caller::Anonymous), Verdict::Denied(Reason::Cut("RestrictPublicBuckets")));
}

#[test]
fn the_trace_names_every_statement_with_its_reason_and_marks_the_deciding_one() {
    let setting = Setting::default().resource(PARTNER, "Allow").identity(&format!(
        r#"{{"Effect": "Deny", "Action": "s3:Put*", "Resource": "*"}}, {{"Sid": "Other", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::other/*"}},
           {{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {{"StringEquals": {{"aws:username": "lee"}}}}}}, {ALLOW_GET}"#
    ));
    let mut notes = Notes::kept();
    assert!(setting.decided(&kim(), &mut notes).is_allowed());
    let looks = notes.looks();
    let told: Vec<_> = looks
        .iter()
        .map(|look| match &look.at {
            At::Statement { number, mismatch, .. } => (look.step, *number, mismatch.clone(), look.decides),
            other => panic!("{other:?}"),
        })
        .collect();
    let condition = Mismatch::Condition {
        operator: "StringEquals".to_owned(),
        key: "aws:username".to_owned(),
        wanted: vec!["lee".to_owned()],
        had: None,
    };
    assert_eq!(
        told,
        [
            (Step::Denies, 0, Some(Mismatch::Action), false),
            (Step::Resource, 0, Some(Mismatch::Principal), false),
            (Step::Identity, 1, Some(Mismatch::Resource), false),
            (Step::Identity, 2, Some(condition), false),
            (Step::Identity, 3, None, true),
        ]
    );
}

#[test]
fn a_refusal_ends_in_the_rule_that_nothing_allows() {
    let mut notes = Notes::kept();
    let setting = Setting::default().identity(ALLOW_GET).boundary(r#"{"Effect": "Allow", "Action": "ec2:*", "Resource": "*"}"#);
    assert!(!setting.decided(&kim(), &mut notes).is_allowed());
    let looks = notes.looks();
    let deciding: Vec<_> = looks.iter().filter(|look| look.decides).map(|look| &look.at).collect();
    assert_eq!(deciding, [&At::Rule(Rule::NotAllowed(PolicyKind::Boundary))]);
}
