//! The requests of a run that concern buckets and objects, each with its answer. What it means to a learner is told elsewhere.

use skylab_cloud::{
    Sandbox,
    clock::SimTime,
    ident::{AccountId, Caller},
    journal::{Event, EventKind, Input},
};

/// Who asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// The learner's account, by a signed request.
    Own,
    /// Another account.
    Other,
    /// Nobody: the request bears no signature.
    Nobody,
}

/// AWS's refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    /// The HTTP status; 0 if the command never left for AWS.
    pub status: u16,
    pub code: String,
    pub message: String,
}

/// A request with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answered {
    pub at: SimTime,
    pub operation: &'static str,
    pub who: Who,
    pub bucket: String,
    /// Empty if the request names none.
    pub key: String,
    /// Of a listing; empty for all keys.
    pub prefix: String,
    /// The bytes asked for, if not all.
    pub range: Option<String>,
    pub refusal: Option<Refusal>,
}

impl Answered {
    /// Whether it went well.
    pub(super) fn is_ok(&self) -> bool {
        self.refusal.is_none()
    }

    /// The HTTP status of the answer.
    pub(super) fn status(&self) -> u16 {
        let fine = match self.operation {
            "DeleteObject" | "DeleteBucket" => 204,
            "GetObject" if self.range.is_some() => 206,
            "RestoreObject" => 202,
            _ => 200,
        };
        self.refusal.as_ref().map_or(fine, |refusal| refusal.status)
    }

    /// The first and the last byte asked for, if the range names both.
    pub(super) fn bounds(&self) -> Option<(u64, u64)> {
        let (from, to) = self.range.as_deref()?.strip_prefix("bytes=")?.split_once('-')?;
        Some((from.parse().ok()?, to.parse().ok()?))
    }

    /// Whether AWS gave this code.
    pub(super) fn has_code(&self, code: &str) -> bool {
        self.refusal.as_ref().is_some_and(|refusal| refusal.code == code)
    }
}

/// The requests to S3, oldest first.
pub(super) fn answered(sandbox: &Sandbox) -> impl DoubleEndedIterator<Item = Answered> {
    sandbox.events().iter().filter_map(|event| of(sandbox, event))
}

fn of(sandbox: &Sandbox, event: &Event) -> Option<Answered> {
    let EventKind::Answered(error) = &event.kind else { return None };
    let Input::Call { origin, request } = &sandbox.inputs().get(event.input)?.input else { return None };
    if request.service() != "s3" {
        return None;
    }
    let params = request.params();
    let member = |name: &str| params.get(name).and_then(|value| value.as_str());
    Some(Answered {
        at: event.at,
        operation: request.name(),
        who: match &origin.caller {
            Caller::Anonymous => Who::Nobody,
            caller if caller.account() == Some(AccountId::OWN) => Who::Own,
            _ => Who::Other,
        },
        bucket: member("Bucket").unwrap_or_default().to_owned(),
        key: member("Key").unwrap_or_default().to_owned(),
        prefix: member("Prefix").unwrap_or_default().to_owned(),
        range: member("Range").map(str::to_owned),
        refusal: error.as_ref().map(|error| Refusal { status: error.status, code: error.code.to_string(), message: error.message.clone() }),
    })
}
