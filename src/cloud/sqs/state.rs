//! SQS's state: queues by ARN, and how requests find them.

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};

use super::{audit, errors, move_task::MoveTask, queue::Queue};
use crate::{
    World,
    api::{ApiError, Call, Need, Origin},
    audit::{Asked, Told},
    clock::SimTime,
    ident::{AccountId, Caller, Region},
    policy::{Attached, Label, Question, Resource},
    usage::UsageKey,
    world::Service,
};

/// Everything SQS holds, in all regions and accounts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sqs {
    /// By ARN.
    pub(super) queues: BTreeMap<String, Queue>,
    /// When queues of these ARNs were deleted: their names are taken for a minute.
    pub(super) deleted: BTreeMap<String, SimTime>,
    pub(super) moves: Vec<MoveTask>,
}

impl Sqs {
    /// All queues, by ARN.
    pub fn queues(&self) -> impl Iterator<Item = &Queue> {
        self.queues.values()
    }

    /// The queue of that ARN.
    pub fn queue(&self, arn: &str) -> Option<&Queue> {
        self.queues.get(arn)
    }
}

impl Service for Sqs {
    fn owner(&self, arn: &str) -> Option<AccountId> {
        self.queues.get(arn).map(Queue::account)
    }

    fn resources<'a>(world: &'a World, question: &Question<'_>) -> Option<Vec<Resource<'a>>> {
        if !question.arn.starts_with("arn:aws:sqs:") {
            return None;
        }
        let Some((arn, queue)) = world.sqs.queues.get_key_value(question.arn) else {
            // what is not there is told to services, and to whom policies let ask
            return matches!(question.origin.caller, Caller::Service { .. }).then(Vec::new);
        };
        let mut resource = Resource::of(queue.account);
        let label = || Label::of_resource(arn, "Policy");
        resource.policies = queue.policy.iter().map(|document| Attached { label: label(), document }).collect();
        for (key, value) in &queue.tags {
            resource.keys.add_one(format!("aws:ResourceTag/{key}"), Some(value));
        }
        Some(vec![resource])
    }

    fn told(asked: &Asked<'_>) -> Told {
        audit::told(asked)
    }

    fn weight(&self) -> usize {
        self.queues.values().map(|queue| queue.messages.len() + 1).sum()
    }
}

/// The ARN of a queue.
pub(super) fn arn_of(region: Region, account: AccountId, name: &str) -> String {
    format!("arn:aws:sqs:{region}:{account}:{name}")
}

/// True for the name or ARN of a FIFO queue, or topic.
pub fn is_fifo(name: &str) -> bool {
    name.strip_suffix(".fifo").is_some()
}

/// The URL of the queue of that ARN.
pub fn url_of(arn: &str) -> String {
    let mut parts = arn.split(':').skip(3);
    let mut part = || parts.next().unwrap_or_default();
    let (region, account, name) = (part(), part(), part());
    format!("https://sqs.{region}.amazonaws.com/{account}/{name}")
}

/// Account and name at the end of a queue's URL.
fn parts(url: &str) -> Option<(AccountId, &str)> {
    let mut path = url.rsplit('/');
    let (name, account) = (path.next()?, path.next()?);
    let digits = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
    let account = account.parse().ok().filter(|_| digits && !name.is_empty())?;
    Some((AccountId(account), name))
}

/// The region that a queue's URL names.
fn region(url: &str) -> Option<Region> {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    host.split('.').find_map(Region::named)
}

/// Needs an action on the queue of a URL.
pub(super) fn need(action: &'static str, url: &str) -> Need {
    let found = parts(url).zip(region(url));
    let arn = found.map_or_else(|| "*".to_owned(), |((account, name), region)| arn_of(region, account, name));
    Need::action(action).on(arn)
}

/// The ARN that a URL means at an endpoint: the endpoint's region counts, not the URL's host.
pub(super) fn arn_at(origin: &Origin, url: &str) -> Result<String, ApiError> {
    let (account, name) = parts(url).ok_or_else(|| errors::bad_address(url))?;
    Ok(arn_of(origin.region, account, name))
}

/// The queue that a URL means.
pub(super) fn queue<'a>(world: &'a World, origin: &Origin, url: &str) -> Result<&'a Queue, ApiError> {
    world.sqs.queues.get(&arn_at(origin, url)?).ok_or_else(errors::no_such_queue)
}

/// The queue that a URL means, to be changed.
pub(super) fn queue_mut<'a>(world: &'a mut World, origin: &Origin, url: &str) -> Result<&'a mut Queue, ApiError> {
    let arn = arn_at(origin, url)?;
    if !world.sqs.queues.contains_key(&arn) {
        return Err(errors::no_such_queue());
    }
    world.sqs.queues.get_mut(&arn).ok_or_else(errors::no_such_queue)
}

/// Bills requests on a queue to its owner: each 64 KB of a request's contents counts as one.
pub(super) fn bill(cx: &mut Call<'_>, url: &str, bytes: usize) {
    const CHUNK: usize = 64 << 10;
    let Ok(queue) = queue(cx.world, cx.origin, url) else { return };
    let key = UsageKey {
        account: queue.account(),
        region: queue.region(),
        usage_type: Cow::Borrowed(if queue.is_fifo() { "Requests-FIFO-RBP" } else { "Requests-RBP" }),
        operation: Cow::Borrowed(""),
        resource: queue.name().into(),
    };
    cx.count(key, bytes.div_ceil(CHUNK).max(1) as u128);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_queues_url_ends_with_account_and_name() {
        let url = "https://sqs.us-east-1.amazonaws.com/123456789012/jobs";
        assert_eq!(parts(url), Some((AccountId::OWN, "jobs")));
        assert_eq!(url_of("arn:aws:sqs:us-east-1:123456789012:jobs"), url);
        assert_eq!(need("sqs:SendMessage", url).resource, "arn:aws:sqs:us-east-1:123456789012:jobs");
        for url in ["jobs", "", "https://sqs.us-east-1.amazonaws.com/jobs", "https://x/12345/jobs", "https://x/123456789012/"] {
            assert_eq!(parts(url), None, "{url}");
            assert_eq!(need("sqs:SendMessage", url).resource, "*");
        }
    }
}
