//! What IAM tells the kernel: of a caller its policies, boundary and tags; of a user or role as a resource its trust and tags.

use super::{
    managed,
    state::{Account, Group, Held, Iam, Role, User, arn, key},
};
use crate::{
    World,
    ident::{AccountId, Caller},
    policy::{Attached, Holder, Identity, Label, PolicyKind, Question, Resource},
    sts,
};

/// What the account knows of a caller.
pub(super) fn identity<'a>(world: &'a World, caller: &'a Caller) -> Option<Identity<'a>> {
    match caller {
        Caller::User { account, name } => {
            let it = world.iam.account(*account);
            Some(of_user(*account, it, it.user(name).ok()?))
        }
        Caller::Role { account, role, session, key } => {
            let it = world.iam.account(*account);
            let identity = of_role(*account, it, it.role(role).ok()?, session);
            match key {
                Some(key) => sts::within(world, key, identity),
                None => Some(identity),
            }
        }
        Caller::Root { .. } | Caller::Service { .. } | Caller::Anonymous => None,
    }
}

/// A user with its groups' policies.
pub(super) fn of_user<'a>(id: AccountId, account: &'a Account, user: &'a User) -> Identity<'a> {
    let mut policies = Vec::new();
    add(&mut policies, id, account, &user.held, &Holder::User(user.name.as_str().into()));
    for group in account.groups_of(&user.name) {
        add(&mut policies, id, account, &group.held, &Holder::Group(group.name.as_str().into()));
    }
    Identity {
        arn: arn(id, "user", &user.path, &user.name),
        unique_id: user.id.clone(),
        tags: user.tags.iter().map(|(key, value)| (key.clone(), value.clone())).collect(),
        policies,
        boundary: boundary(id, account, user.boundary.as_deref(), Holder::User(user.name.as_str().into())),
        ..Identity::default()
    }
}

/// A group, as if somebody had its policies alone.
pub(super) fn of_group<'a>(id: AccountId, account: &'a Account, group: &'a Group) -> Identity<'a> {
    let mut policies = Vec::new();
    add(&mut policies, id, account, &group.held, &Holder::Group(group.name.as_str().into()));
    Identity { arn: arn(id, "group", &group.path, &group.name), unique_id: group.id.clone(), policies, ..Identity::default() }
}

/// A session of a role, before anything of the session itself.
pub(super) fn of_role<'a>(id: AccountId, account: &'a Account, role: &'a Role, session: &str) -> Identity<'a> {
    let mut policies = Vec::new();
    add(&mut policies, id, account, &role.held, &Holder::Role(role.name.as_str().into()));
    Identity {
        arn: format!("arn:aws:sts::{id}:assumed-role/{}/{session}", role.name),
        unique_id: format!("{}:{session}", role.id),
        role_arn: Some(arn(id, "role", &role.path, &role.name)),
        role_id: Some(role.id.clone()),
        tags: role.tags.iter().map(|(key, value)| (key.clone(), value.clone())).collect(),
        policies,
        boundary: boundary(id, account, role.boundary.as_deref(), Holder::Role(role.name.as_str().into())),
        ..Identity::default()
    }
}

/// Inline policies first, then the attached ones.
fn add<'a>(policies: &mut Vec<Attached<'a>>, id: AccountId, account: &'a Account, held: &'a Held, holder: &Holder<'a>) {
    let kind = PolicyKind::Identity;
    for (name, document) in &held.inline {
        policies.push(Attached { label: Label { kind, holder: holder.clone(), name: name.as_str().into(), arn: None }, document });
    }
    policies.extend(held.attached.iter().filter_map(|arn| managed_policy(kind, id, account, arn, holder.clone())));
}

fn boundary<'a>(id: AccountId, account: &'a Account, arn: Option<&'a str>, holder: Holder<'a>) -> Option<Attached<'a>> {
    managed_policy(PolicyKind::Boundary, id, account, arn?, holder)
}

/// A managed policy as it hangs somewhere.
pub(super) fn managed_policy<'a>(
    kind: PolicyKind,
    id: AccountId,
    account: &'a Account,
    arn: &'a str,
    holder: Holder<'a>,
) -> Option<Attached<'a>> {
    let document = managed::document(id, account, arn)?;
    let name = arn.rsplit('/').next().unwrap_or(arn).into();
    Some(Attached { label: Label { kind, holder, name, arn: Some(arn.into()) }, document })
}

/// What hangs on a user, group, role or policy: tags as condition keys, the full ARN of what was named without its path, and for
/// whoever wants to assume a role its trust policy, which counts before any IAM policy.
pub(super) fn resources<'a>(world: &'a World, question: &Question<'_>) -> Option<Vec<Resource<'a>>> {
    let rest = question.arn.strip_prefix("arn:aws:iam::")?;
    let (id, rest) = rest.split_once(':')?;
    let id = AccountId::read(id)?;
    let account = world.iam.account(id);
    let (kind, path) = rest.split_once('/')?;
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut resource = Resource::of(id);
    let tags = match kind {
        "user" => account.users.get(&key(name)).map(|it| (&it.path, &it.name, &it.tags)),
        "role" => account.roles.get(&key(name)).map(|it| (&it.path, &it.name, &it.tags)),
        "policy" => account.policies.get(&key(name)).map(|it| (&it.path, &it.name, &it.tags)),
        "instance-profile" => account.profiles.get(&key(name)).map(|it| (&it.path, &it.name, &it.tags)),
        _ => None,
    };
    if let Some((path, name, tags)) = tags {
        resource.arn = Some(arn(id, kind, path, name)).filter(|arn| arn != question.arn);
        for (key, value) in tags {
            resource.keys.add_one(format!("aws:ResourceTag/{key}"), Some(value));
            resource.keys.add_one(format!("iam:ResourceTag/{key}"), Some(value));
        }
    } else if kind == "group"
        && let Some(group) = account.groups.get(&key(name))
    {
        resource.arn = Some(arn(id, kind, &group.path, &group.name)).filter(|arn| arn != question.arn);
    }
    if kind == "role" && question.need.action.starts_with("sts:") {
        resource.iam_counts = false;
        if let Some(role) = account.roles.get(&key(name)).filter(|role| arn(id, kind, &role.path, &role.name) == question.arn) {
            let label = Label::of_resource(question.arn.to_owned(), "TrustPolicy");
            resource.policies.push(Attached { label, document: &role.trust });
        }
    }
    Some(vec![resource])
}

impl Iam {
    /// The ARN of a user or role session as its account shows it: with its path.
    pub fn role_of_arn(&self, arn: &str) -> Option<(AccountId, String)> {
        let rest = arn.strip_prefix("arn:aws:iam::")?;
        let (id, rest) = rest.split_once(':')?;
        let id = AccountId::read(id)?;
        let name = rest.strip_prefix("role/")?.rsplit('/').next()?;
        let role = self.account(id).role(name).ok()?;
        (super::state::arn(id, "role", &role.path, &role.name) == arn).then(|| (id, role.name.clone()))
    }

    /// The user of that access key, if the key is active.
    pub fn user_of_key(&self, key: &str) -> Option<Caller> {
        self.accounts().find_map(|(id, account)| {
            let has = |user: &&User| user.keys.iter().any(|it| it.id == key && it.active);
            account.users.values().find(has).map(|user| Caller::user(id, &user.name))
        })
    }

    /// Every user, without one whom nobody made.
    pub fn users(&self) -> impl Iterator<Item = Caller> {
        self.accounts().flat_map(|(id, account)| account.users.values().map(move |user| Caller::user(id, &user.name)))
    }

    /// The user of that name, in whatever case.
    pub fn user_named(&self, account: AccountId, name: &str) -> Option<Caller> {
        self.account(account).user(name).ok().map(|user| Caller::user(account, &user.name))
    }

    /// The longest session that a role allows, in seconds.
    pub fn max_session_secs(&self, account: AccountId, role: &str) -> Option<u32> {
        self.account(account).role(role).ok().map(|role| role.max_session_secs)
    }

    /// The document of a managed policy, as an account sees it.
    pub fn managed_document(&self, account: AccountId, arn: &str) -> Option<&crate::policy::Document> {
        managed::document(account, self.account(account), arn)
    }
}
