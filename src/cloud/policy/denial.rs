//! A refusal, and AWS's wording of it (IAM User Guide, troubleshoot access denied errors).

use super::trace::Reason;
use crate::api::ApiError;

/// A need that was not met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Denial {
    /// The caller's ARN.
    pub caller: String,
    /// The action.
    pub action: &'static str,
    /// The resource's ARN, or `*`.
    pub resource: String,
    /// Why.
    pub reason: Reason,
    /// Caller and resource belong to one account.
    pub same_account: bool,
    /// The answer has no body.
    pub head: bool,
}

impl Denial {
    /// `User: … is not authorized to perform: … on resource: … because …`, with the resource in those quotation marks.
    pub fn message(&self, quotes: &str) -> String {
        let Self { caller, action, resource, .. } = self;
        let on = if resource == "*" { String::new() } else { format!(" on resource: {quotes}{resource}{quotes}") };
        format!("User: {caller} is not authorized to perform: {action}{on}{}", self.because())
    }

    /// The end of the message: ` because no identity-based policy allows the s3:GetObject action`.
    pub fn because(&self) -> String {
        match self.reason {
            Reason::Explicit(kind) => {
                let article = if kind.wording().starts_with(['i']) { "an" } else { "a" };
                format!(" with an explicit deny in {article} {}", kind.wording())
            }
            Reason::NotAllowed(kind) => format!(" because no {} allows the {} action", kind.wording(), self.action),
            Reason::Cut(_) | Reason::Anonymous | Reason::UnknownCaller | Reason::Expired => String::new(),
        }
    }

    /// The refusal that most services give, under their code for it.
    pub fn error(&self, code: &'static str) -> ApiError {
        match self.reason {
            _ if self.head => ApiError::new(403, "403", "Forbidden"),
            Reason::UnknownCaller => ApiError::new(403, "InvalidClientTokenId", "The security token included in the request is invalid."),
            Reason::Expired => ApiError::new(403, "ExpiredToken", "The security token included in the request is expired"),
            Reason::Anonymous => ApiError::new(403, "MissingAuthenticationToken", "Request is missing Authentication Token"),
            _ => ApiError::new(403, code, self.message("")),
        }
    }
}
