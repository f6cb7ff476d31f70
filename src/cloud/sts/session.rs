//! Sessions of roles: whose, what was passed along, and until when.

use serde::{Deserialize, Serialize};

use super::Sts;
use crate::{
    World,
    clock::{DAY_MS, SimTime},
    ident::{AccountId, Caller},
    policy::{Attached, Document, Holder, Identity, Label, PolicyKind},
};

/// How long a session is remembered after its end, so that its credentials are told to have expired.
const REMEMBERED_MS: i64 = 7 * DAY_MS;

/// A session of a role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Session {
    pub(super) account: AccountId,
    pub(super) role: String,
    pub(super) name: String,
    /// The session policy, if one was passed.
    pub(super) policy: Option<Document>,
    /// ARNs of managed policies passed as session policies.
    pub(super) policy_arns: Vec<String>,
    pub(super) tags: Vec<(String, String)>,
    /// Keys of tags that go along when another role is assumed.
    pub(super) transitive: Vec<String>,
    pub(super) issued: SimTime,
    pub(super) expires: SimTime,
}

impl Session {
    /// Who calls with its credentials.
    pub fn caller(&self, key: &str) -> Caller {
        Caller::Role { account: self.account, role: self.role.clone(), session: self.name.clone(), key: Some(key.to_owned()) }
    }

    /// When its credentials end.
    pub fn expires(&self) -> SimTime {
        self.expires
    }
}

impl Sts {
    /// The session of an access key, over or not.
    pub fn session(&self, key: &str) -> Option<&Session> {
        self.sessions.get(key)
    }

    /// Begins a session, and forgets those that are long over.
    pub(super) fn begin(&mut self, key: String, session: Session) {
        let now = session.issued;
        self.sessions.retain(|_, old| now.since(old.expires) < REMEMBERED_MS);
        self.sessions.insert(key, session);
    }
}

/// A role's session as the kernel sees it: with its own policies, tags and end. `None` if the key is nobody's.
pub fn within<'a>(world: &'a World, key: &'a str, role: Identity<'a>) -> Option<Identity<'a>> {
    let session = world.sts.session(key)?;
    let holder = Holder::Session(session.name.as_str().into());
    let label = |name: &'a str, arn: Option<&'a str>| Label {
        kind: PolicyKind::Session,
        holder: holder.clone(),
        name: name.into(),
        arn: arn.map(Into::into),
    };
    let mut passed: Vec<Attached<'a>> =
        session.policy.iter().map(|document| Attached { label: label("SessionPolicy", None), document }).collect();
    for arn in &session.policy_arns {
        let document = world.iam.managed_document(session.account, arn)?;
        passed.push(Attached { label: label(arn.rsplit('/').next().unwrap_or(arn), Some(arn)), document });
    }
    let mut tags = session.tags.clone();
    tags.extend(role.tags.into_iter().filter(|(key, _)| !session.tags.iter().any(|(own, _)| own.eq_ignore_ascii_case(key))));
    Some(Identity { session: passed, tags, issued: Some(session.issued), expired: session.expires <= world.now(), ..role })
}
