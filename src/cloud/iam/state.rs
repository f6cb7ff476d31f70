//! IAM's state: the users, groups, roles and policies of each account. It decides nothing; see `identity` and the kernel's policy.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{errors, managed};
use crate::{
    World,
    api::ApiError,
    clock::SimTime,
    ident::{AccountId, CAPITALS, Caller, Ids},
    policy::Document,
};

/// When the accounts and their administrators were made: a year before a fresh cloud starts.
pub(super) const FOUNDED: SimTime = SimTime::from_millis(1_735_689_600_000);

/// A tag of a user, role or policy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct Tag {
    /// Its key.
    pub key: String,
    /// Its value.
    pub value: String,
}

/// Everything IAM keeps. An account of which nothing was changed yet is as it was founded: with the user `admin`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Iam {
    accounts: BTreeMap<AccountId, Account>,
}

/// What an account has. Names are kept in lower case beside the entities, since IAM does not tell names apart by case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Account {
    pub users: BTreeMap<String, User>,
    pub groups: BTreeMap<String, Group>,
    pub roles: BTreeMap<String, Role>,
    pub policies: BTreeMap<String, ManagedPolicy>,
    pub profiles: BTreeMap<String, InstanceProfile>,
    pub alias: Option<String>,
    /// How often a user or role of that name was deleted: whoever has the name later is somebody else.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub n_deleted: BTreeMap<String, u32>,
}

/// Policies of a user, group or role: inline by name, managed ones by ARN.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Held {
    pub inline: BTreeMap<String, Document>,
    pub attached: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct User {
    pub name: String,
    pub path: String,
    pub id: String,
    pub created: SimTime,
    pub held: Held,
    pub boundary: Option<String>,
    pub tags: BTreeMap<String, String>,
    pub keys: Vec<AccessKey>,
    pub login: Option<Login>,
}

/// An access key; its secret is told once and not kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct AccessKey {
    pub id: String,
    pub active: bool,
    pub created: SimTime,
}

/// A console password; the password itself is not kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Login {
    pub created: SimTime,
    pub reset_required: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Group {
    pub name: String,
    pub path: String,
    pub id: String,
    pub created: SimTime,
    pub held: Held,
    /// Its users, as they are keyed.
    pub members: BTreeSet<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Role {
    pub name: String,
    pub path: String,
    pub id: String,
    pub created: SimTime,
    pub trust: Document,
    pub description: Option<String>,
    pub max_session_secs: u32,
    pub held: Held,
    pub boundary: Option<String>,
    pub tags: BTreeMap<String, String>,
}

/// A customer managed policy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct ManagedPolicy {
    pub name: String,
    pub path: String,
    pub id: String,
    pub description: Option<String>,
    pub created: SimTime,
    pub updated: SimTime,
    pub tags: BTreeMap<String, String>,
    /// Oldest first.
    pub versions: Vec<Version>,
    /// The number of the version that counts.
    pub default: u32,
    /// How many versions there ever were.
    pub n_made: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Version {
    pub number: u32,
    pub created: SimTime,
    pub document: Document,
}

/// What hands a role to an EC2 instance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct InstanceProfile {
    pub name: String,
    pub path: String,
    pub id: String,
    pub created: SimTime,
    pub role: Option<String>,
    pub tags: BTreeMap<String, String>,
}

/// Accounts as they were founded.
static FOUNDED_ACCOUNTS: LazyLock<BTreeMap<AccountId, Account>> =
    LazyLock::new(|| [AccountId::OWN, AccountId::PARTNER, AccountId::OTHER].map(|id| (id, Account::founded(id))).into());

/// An account that nobody founded has nothing.
static NOTHING: LazyLock<Account> = LazyLock::new(Account::default);

/// The key under which a name is kept.
pub(super) fn key(name: &str) -> String {
    name.to_ascii_lowercase()
}

impl Iam {
    /// What an account has.
    pub(super) fn account(&self, id: AccountId) -> &Account {
        self.accounts.get(&id).or_else(|| FOUNDED_ACCOUNTS.get(&id)).unwrap_or(&NOTHING)
    }

    /// The same, to be changed.
    pub(super) fn account_mut(world: &mut World, id: AccountId) -> &mut Account {
        world.iam.accounts.entry(id).or_insert_with(|| Account::founded(id))
    }

    /// Every account of which something was changed, and those that were founded.
    pub(super) fn accounts(&self) -> impl Iterator<Item = (AccountId, &Account)> {
        FOUNDED_ACCOUNTS.keys().map(|id| (*id, self.account(*id)))
    }
}

impl Account {
    fn founded(id: AccountId) -> Self {
        let admin = User {
            name: "admin".to_owned(),
            path: "/".to_owned(),
            id: Caller::admin(id).user_id(),
            created: FOUNDED,
            held: Held { inline: BTreeMap::new(), attached: vec![managed::ADMINISTRATOR.to_owned()] },
            boundary: None,
            tags: BTreeMap::new(),
            keys: Vec::new(),
            login: None,
        };
        Self { users: BTreeMap::from([(key("admin"), admin)]), ..Self::default() }
    }

    pub fn user(&self, name: &str) -> Result<&User, ApiError> {
        self.users.get(&key(name)).ok_or_else(|| errors::no_such_entity("user", name))
    }

    pub fn user_mut(&mut self, name: &str) -> Result<&mut User, ApiError> {
        self.users.get_mut(&key(name)).ok_or_else(|| errors::no_such_entity("user", name))
    }

    pub fn group(&self, name: &str) -> Result<&Group, ApiError> {
        self.groups.get(&key(name)).ok_or_else(|| errors::no_such_entity("group", name))
    }

    pub fn group_mut(&mut self, name: &str) -> Result<&mut Group, ApiError> {
        self.groups.get_mut(&key(name)).ok_or_else(|| errors::no_such_entity("group", name))
    }

    pub fn role(&self, name: &str) -> Result<&Role, ApiError> {
        self.roles.get(&key(name)).ok_or_else(|| errors::no_such_entity("role", name))
    }

    pub fn role_mut(&mut self, name: &str) -> Result<&mut Role, ApiError> {
        self.roles.get_mut(&key(name)).ok_or_else(|| errors::no_such_entity("role", name))
    }

    pub fn profile(&self, name: &str) -> Result<&InstanceProfile, ApiError> {
        self.profiles.get(&key(name)).ok_or_else(|| errors::no_such_profile(name))
    }

    pub fn profile_mut(&mut self, name: &str) -> Result<&mut InstanceProfile, ApiError> {
        self.profiles.get_mut(&key(name)).ok_or_else(|| errors::no_such_profile(name))
    }

    /// The unique id of a new user or role: the one that follows from its name, and another one each time the name is used again.
    pub fn unique_id(&self, caller: &Caller, kind: &str, name: &str) -> String {
        let known = caller.user_id();
        let id = known.split(':').next().unwrap_or_default();
        match self.n_deleted.get(&format!("{kind}/{}", key(name))) {
            None => id.to_owned(),
            Some(n) => {
                let (prefix, letters) = id.split_at_checked(4).unwrap_or((id, ""));
                format!("{prefix}{}", Ids::default().opaque(letters, (*n).into(), CAPITALS, 17))
            }
        }
    }

    /// Notes that a user or role is gone.
    pub fn note_deleted(&mut self, kind: &str, name: &str) {
        *self.n_deleted.entry(format!("{kind}/{}", key(name))).or_default() += 1;
    }

    /// The groups that a user is in.
    pub fn groups_of(&self, user: &str) -> impl Iterator<Item = &Group> {
        let user = key(user);
        self.groups.values().filter(move |group| group.members.contains(&user))
    }

    /// How many users, groups and roles a policy is attached to.
    pub fn n_attached(&self, arn: &str) -> usize {
        let held = (self.users.values().map(|it| &it.held))
            .chain(self.groups.values().map(|it| &it.held))
            .chain(self.roles.values().map(|it| &it.held));
        held.filter(|held| held.attached.iter().any(|attached| attached == arn)).count()
    }

    /// How many users and roles have it as their boundary.
    pub fn n_bounded(&self, arn: &str) -> usize {
        let boundaries = self.users.values().map(|it| &it.boundary).chain(self.roles.values().map(|it| &it.boundary));
        boundaries.filter(|boundary| boundary.as_deref() == Some(arn)).count()
    }
}

impl ManagedPolicy {
    pub fn default_version(&self) -> Option<&Version> {
        self.versions.iter().find(|version| version.number == self.default)
    }
}

/// `arn:aws:iam::123456789012:user/path/kim`
pub(super) fn arn(account: AccountId, kind: &str, path: &str, name: &str) -> String {
    format!("arn:aws:iam::{account}:{kind}{path}{name}")
}

/// Tags as AWS lists them.
pub(super) fn tag_list(tags: &BTreeMap<String, String>) -> Value {
    tags.iter().map(|(key, value)| json!({"Key": key, "Value": value})).collect()
}
