//! The way from a request to its key: find it, ask the policies, look at its state. Every operation on a key goes this way.

use super::{
    Context, Key, errors,
    find::{self, By},
    meter,
};
use crate::{
    World,
    api::{ApiError, Call, Need, Origin, View},
    ident::AccountId,
    policy,
};

/// Needs an action on the key that the text names; which key that is, is known once the call is made.
pub(super) fn need(action: &'static str, key_id: &str) -> Need {
    Need::action(action).on(key_id.to_owned())
}

/// The key that the text names, if the caller may act on it.
pub(super) fn key<'a>(world: &'a World, origin: &Origin, text: &str, by: By, action: &'static str) -> Result<&'a Key, ApiError> {
    key_in_context(world, origin, text, by, (action, &Context::new()))
}

/// … in an encryption context.
pub(super) fn key_in_context<'a>(
    world: &'a World,
    origin: &Origin,
    text: &str,
    by: By,
    (action, context): (&'static str, &Context),
) -> Result<&'a Key, ApiError> {
    let arn = find::key_arn(&world.kms, origin, text, by)?;
    let key = find::existing(&world.kms, &arn)?;
    authorise(world, origin, key, action, context)?;
    Ok(key)
}

/// Asks whether the caller may do that with the key.
pub(super) fn authorise(world: &World, origin: &Origin, key: &Key, action: &'static str, context: &Context) -> Result<(), ApiError> {
    let caller = origin.caller.arn();
    if key.grants.values().any(|grant| grant.grantee() == caller && grant.gives(action, context)) {
        return Ok(());
    }
    policy::authorise(world, origin, &Need::action(action).on(key.arn())).map_err(errors::as_kms)
}

/// Counts a request on the key that the text names, answered or refused, for the account that calls.
pub(super) fn bill(cx: &mut Call<'_>, text: &str) {
    if let Some(account) = cx.account() {
        let key = resource(cx.world, cx.origin, text);
        cx.count(meter::requests(account, cx.origin.region, &key), 1);
    }
}

/// The same of a read.
pub(super) fn bill_read(cx: &mut View<'_>, text: &str) {
    if let Some(account) = cx.account() {
        let key = resource(cx.world, cx.origin, text);
        cx.count(meter::requests(account, cx.origin.region, &key), 1);
    }
}

/// The id of the key that a request is counted for; none where the text names none.
fn resource(world: &World, origin: &Origin, text: &str) -> String {
    let arn = find::key_arn(&world.kms, origin, text, By::Alias);
    arn.ok().and_then(|arn| world.kms.key(&arn).map(|key| key.id().to_owned())).unwrap_or_default()
}

/// The caller's account; nobody has no keys.
pub(super) fn account(origin: &Origin) -> Result<AccountId, ApiError> {
    origin.caller.account().ok_or_else(errors::unsigned)
}
