//! The access keys with which URLs are signed. Each user has one that nobody made, fixed for the user, like the credentials of the
//! profile that a learner calls with; secrets never leave the simulator.

use crate::{
    World,
    ident::{ALPHANUMERIC, Caller, Ids},
};

/// Length of a secret access key.
const SECRET_CHARS: usize = 40;
/// Length of a session token, which AWS leaves open.
const TOKEN_CHARS: usize = 240;

/// Credentials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AccessKey {
    pub access_key_id: String,
    pub secret_access_key: String,
    pub session_token: Option<String>,
}

/// The key of a caller; nobody has none. A session's credentials are three, and the third goes along in the URL.
pub(super) fn of(caller: &Caller) -> Option<AccessKey> {
    let session_token = matches!(caller, Caller::Role { .. }).then(|| caller.access_key_id().map(|id| secret("token", &id, TOKEN_CHARS)));
    Some(AccessKey { session_token: session_token.flatten(), ..with_id(caller.access_key_id()?) })
}

/// Who has the key of that id: everybody who may call has the one that nobody made, IAM's users those that were made for them.
pub(super) fn holder(world: &World, access_key_id: &str) -> Option<(Caller, AccessKey)> {
    if let Some(session) = world.sts.session(access_key_id) {
        let caller = session.caller(access_key_id);
        return of(&caller).map(|key| (caller, key));
    }
    if let Some(caller) = world.iam.user_of_key(access_key_id) {
        return Some((caller, with_id(access_key_id.to_owned())));
    }
    world.iam.users().find_map(|caller| of(&caller).filter(|key| key.access_key_id == access_key_id).map(|key| (caller, key)))
}

fn with_id(access_key_id: String) -> AccessKey {
    let secret_access_key = secret("secret", &access_key_id, SECRET_CHARS);
    AccessKey { access_key_id, secret_access_key, session_token: None }
}

fn secret(what: &str, access_key_id: &str, n_chars: usize) -> String {
    Ids::new(0).opaque(&format!("{what} of {access_key_id}"), 0, ALPHANUMERIC, n_chars)
}
