//! May this caller do this to that? Pure. Until IAM and resource policies are modelled, the administrator of the owning
//! account may do everything and nobody else anything.

use crate::{
    World,
    api::{ApiError, Need, Origin},
    ident::Caller,
};

/// Lets a call pass or refuses it with `AccessDenied`, naming the action.
///
/// Access across accounts needs a resource policy that allows it (IAM User Guide, policy evaluation logic); none can exist
/// yet, so it is implicitly denied.
pub fn authorise(world: &World, origin: &Origin, need: &Need) -> Result<(), ApiError> {
    if need.new_resource || need.open_to_all {
        return match origin.caller {
            Caller::Anonymous => Err(denied(origin, need)),
            Caller::User { .. } => Ok(()),
        };
    }
    let owner = world.owner(&need.resource);
    match (origin.caller.account(), owner) {
        (_, None) => Ok(()), // nobody's yet: the operation itself says what does not exist
        (Some(caller), Some(owner)) if caller == owner => Ok(()),
        _ => Err(denied(origin, need)),
    }
}

fn denied(origin: &Origin, need: &Need) -> ApiError {
    let who = match &origin.caller {
        Caller::User { .. } => origin.caller.arn(),
        Caller::Anonymous => "anonymous".to_owned(),
    };
    let (action, resource) = (need.action, &need.resource);
    let message = format!(
        "User: {who} is not authorized to perform: {action} on resource: \"{resource}\" because no resource-based policy allows the {action} action"
    );
    if need.head { ApiError::new(403, "403", "Forbidden") } else { ApiError::new(403, "AccessDenied", message) }
}
