//! AWS Identity and Access Management: users, groups, roles, their policies and boundaries, access keys, and the policy simulator.
//!
//! Whatever is allowed or denied anywhere follows from what is kept here, by the rules in `policy`. Each account has a user `admin`
//! with AdministratorAccess from the first. Changes count at once, where AWS may take seconds. AWS's own managed policies are a few
//! dozen, with their true documents.
//!
//! Not simulated: organisations (service and resource control policies), identity providers, MFA devices, certificates, SSH keys,
//! service-specific credentials, password policies, service-linked roles, last-accessed data, credential reports, and access from a VPC.

mod account;
mod attach;
mod check;
mod customer;
mod documents;
mod errors;
mod group;
mod hold;
mod identity;
mod inline;
mod keys;
mod login;
mod managed;
mod page;
mod profile;
mod role;
mod show;
mod simulate;
mod state;
mod tagging;
mod user;
mod version;

use crate::{
    World,
    audit::{Asked, Told},
    ident::{Caller, Region},
    policy::{Identity, Question, Resource},
    world::Service,
};

pub use account::{CreateAccountAlias, DeleteAccountAlias, GetAccountAuthorizationDetails, GetAccountSummary, ListAccountAliases};
pub use attach::{
    AttachGroupPolicy, AttachRolePolicy, AttachUserPolicy, DeleteRolePermissionsBoundary, DeleteUserPermissionsBoundary, DetachGroupPolicy,
    DetachRolePolicy, DetachUserPolicy, ListAttachedGroupPolicies, ListAttachedRolePolicies, ListAttachedUserPolicies,
    PutRolePermissionsBoundary, PutUserPermissionsBoundary,
};
pub use customer::{CreatePolicy, DeletePolicy, GetPolicy, ListEntitiesForPolicy, ListPolicies};
pub use group::{AddUserToGroup, CreateGroup, DeleteGroup, GetGroup, ListGroups, ListGroupsForUser, RemoveUserFromGroup, UpdateGroup};
pub use inline::{
    DeleteGroupPolicy, DeleteRolePolicy, DeleteUserPolicy, GetGroupPolicy, GetRolePolicy, GetUserPolicy, ListGroupPolicies,
    ListRolePolicies, ListUserPolicies, PutGroupPolicy, PutRolePolicy, PutUserPolicy,
};
pub use keys::{CreateAccessKey, DeleteAccessKey, ListAccessKeys, UpdateAccessKey};
pub use login::{CreateLoginProfile, DeleteLoginProfile, GetLoginProfile, UpdateLoginProfile};
pub use profile::{
    AddRoleToInstanceProfile, CreateInstanceProfile, DeleteInstanceProfile, GetInstanceProfile, ListInstanceProfiles,
    ListInstanceProfilesForRole, RemoveRoleFromInstanceProfile,
};
pub use role::{CreateRole, DeleteRole, GetRole, ListRoles, UpdateAssumeRolePolicy, UpdateRole, UpdateRoleDescription};
pub use simulate::{
    ContextEntry, GetContextKeysForCustomPolicy, GetContextKeysForPrincipalPolicy, SimulateCustomPolicy, SimulatePrincipalPolicy,
};
pub use state::{Iam, Tag};
pub use tagging::{ListPolicyTags, ListRoleTags, ListUserTags, TagPolicy, TagRole, TagUser, UntagPolicy, UntagRole, UntagUser};
pub use user::{CreateUser, DeleteUser, GetUser, ListUsers, UpdateUser};
pub use version::{CreatePolicyVersion, DeletePolicyVersion, GetPolicyVersion, ListPolicyVersions, SetDefaultPolicyVersion};

crate::operations! { "iam", Iam;
    writes: [
        AddRoleToInstanceProfile, AddUserToGroup, AttachGroupPolicy, AttachRolePolicy, AttachUserPolicy, CreateAccessKey, CreateAccountAlias,
        CreateGroup, CreateInstanceProfile, CreateLoginProfile, CreatePolicy, CreatePolicyVersion, CreateRole, CreateUser, DeleteAccessKey,
        DeleteAccountAlias, DeleteGroup, DeleteGroupPolicy, DeleteInstanceProfile, DeleteLoginProfile, DeletePolicy, DeletePolicyVersion,
        DeleteRole, DeleteRolePermissionsBoundary, DeleteRolePolicy, DeleteUser, DeleteUserPermissionsBoundary, DeleteUserPolicy,
        DetachGroupPolicy, DetachRolePolicy, DetachUserPolicy, PutGroupPolicy, PutRolePermissionsBoundary, PutRolePolicy,
        PutUserPermissionsBoundary, PutUserPolicy, RemoveRoleFromInstanceProfile, RemoveUserFromGroup, SetDefaultPolicyVersion, TagPolicy,
        TagRole, TagUser, UntagPolicy, UntagRole, UntagUser, UpdateAccessKey, UpdateAssumeRolePolicy, UpdateGroup, UpdateLoginProfile,
        UpdateRole, UpdateRoleDescription, UpdateUser,
    ];
    reads: [
        GetAccountAuthorizationDetails, GetAccountSummary, GetContextKeysForCustomPolicy, GetContextKeysForPrincipalPolicy, GetGroup,
        GetGroupPolicy, GetInstanceProfile, GetLoginProfile, GetPolicy, GetPolicyVersion, GetRole, GetRolePolicy, GetUser, GetUserPolicy,
        ListAccessKeys, ListAccountAliases, ListAttachedGroupPolicies, ListAttachedRolePolicies, ListAttachedUserPolicies,
        ListEntitiesForPolicy, ListGroupPolicies, ListGroups, ListGroupsForUser, ListInstanceProfiles, ListInstanceProfilesForRole,
        ListPolicies, ListPolicyTags, ListPolicyVersions, ListRolePolicies, ListRoles, ListRoleTags, ListUserPolicies, ListUsers,
        ListUserTags, SimulateCustomPolicy, SimulatePrincipalPolicy,
    ];
}

impl Service for Iam {
    fn resources<'a>(world: &'a World, question: &Question<'_>) -> Option<Vec<Resource<'a>>> {
        identity::resources(world, question)
    }

    fn identity<'a>(world: &'a World, caller: &'a Caller) -> Option<Identity<'a>> {
        identity::identity(world, caller)
    }

    fn told(asked: &Asked<'_>) -> Told {
        let mut told = asked.told();
        "iam.amazonaws.com".clone_into(&mut told.host);
        told.region = Some(Region::US_EAST_1);
        // passwords are no one's to read
        if let Some(parameters) = told.parameters.as_object_mut() {
            parameters.shift_remove("password");
        }
        told
    }
}
