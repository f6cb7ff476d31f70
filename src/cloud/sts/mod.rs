//! AWS Security Token Service: who am I, and may I be somebody else for a while?
//!
//! Simulated: `get-caller-identity` for every caller, `assume-role` with trust policies, external ids, session policies and tags, role
//! chaining, and the end of sessions. Not simulated: web identity, SAML and federated users, session tokens of users, MFA, and the
//! encoding of authorization messages. Requests are not signed: an access key's id alone says whose session it is.

mod assume;
mod session;
mod whoami;

use serde::{Deserialize, Serialize};

use crate::{
    api::ApiError,
    policy::{Denial, Reason},
    world::Service,
};

pub use assume::{AssumeRole, PolicyDescriptor, SessionTag};
pub use session::{Session, within};
pub use whoami::{GetAccessKeyInfo, GetCallerIdentity};

crate::operations! { "sts", Sts;
    writes: [AssumeRole];
    reads: [GetAccessKeyInfo, GetCallerIdentity];
}

/// The sessions that were begun and are not long over, by access key.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sts {
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    sessions: std::collections::BTreeMap<String, Session>,
}

impl Service for Sts {
    /// What is lacking for a role STS does not say, unless something denies.
    fn denied(denial: &Denial) -> ApiError {
        match denial.reason {
            Reason::NotAllowed(_) => {
                let Denial { caller, action, resource, .. } = denial;
                let message = format!("User: {caller} is not authorized to perform: {action} on resource: {resource}");
                ApiError::new(403, "AccessDenied", message)
            }
            _ => denial.error("AccessDenied"),
        }
    }
}
