//! The way from a request to its key: what a caller needs, which key is meant, what the request costs. The policies on a key are
//! told to the kernel in `guard`.

use super::{
    Context, Key, errors,
    find::{self, By},
    meter,
};
use crate::{
    World,
    api::{ApiError, Call, Need, Origin, View},
    ident::AccountId,
};

/// Needs an action on the key that the text names: by its ARN, by an alias or by its id.
pub(super) fn need(action: &'static str, text: &str) -> Need {
    match text {
        arn if arn.starts_with("arn:") => Need::action(action).on(arn.to_owned()),
        alias if alias.starts_with("alias/") => Need::action(action).here(alias),
        id => Need::action(action).here(format!("key/{id}")),
    }
}

/// … in an encryption context.
pub(super) fn need_in(action: &'static str, text: &str, context: Option<&Context>) -> Need {
    with_context(need(action, text), context)
}

/// The condition keys of an encryption context.
pub(super) fn with_context(mut need: Need, context: Option<&Context>) -> Need {
    let Some(context) = context.filter(|context| !context.is_empty()) else { return need };
    for (name, value) in context {
        need = need.with(format!("{CONTEXT}{name}"), Some(value));
    }
    need.with_all("kms:EncryptionContextKeys", context.keys().cloned().collect())
}

/// Beginning of the condition keys of an encryption context.
const CONTEXT: &str = "kms:EncryptionContext:";

/// The encryption context that a need speaks of.
pub(super) fn context_of(need: &Need) -> Context {
    let pair = |(key, values): &(std::borrow::Cow<'static, str>, Vec<String>)| {
        Some((key.strip_prefix(CONTEXT)?.to_owned(), values.first()?.clone()))
    };
    need.conditions.iter().filter_map(pair).collect()
}

/// The key that the text names, if it is there.
pub(super) fn key<'a>(world: &'a World, origin: &Origin, text: &str, by: By) -> Result<&'a Key, ApiError> {
    find::existing(&world.kms, &find::key_arn(&world.kms, origin, text, by)?)
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
