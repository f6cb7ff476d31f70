//! Queues: making, finding, listing and deleting them. Their attributes and messages have files of their own.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    attributes::{self, Attributes},
    errors,
    message::Message,
    state::{self, arn_of},
    tags,
};
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write},
    clock::{SECOND_MS, SimTime},
    ident::{AccountId, Region},
    policy::Document,
};

/// A deleted queue's name is taken for so long (SQS API Reference, DeleteQueue).
const NAME_REST_MS: i64 = 60 * SECOND_MS;
/// Most queues on a page of a listing.
const MAX_PAGE: usize = 1_000;

/// A queue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Queue {
    pub(super) name: String,
    pub(super) account: AccountId,
    pub(super) region: Region,
    pub(super) created: SimTime,
    pub(super) modified: SimTime,
    pub(super) attributes: Attributes,
    /// The attribute `Policy`, which is not among the others.
    #[serde(default)]
    pub(super) policy: Option<Document>,
    pub(super) tags: BTreeMap<String, String>,
    /// By number, which is the order of sending.
    pub(super) messages: BTreeMap<u64, Message>,
    /// Deduplication ids of a FIFO queue, with the moment each came and its message.
    pub(super) seen: BTreeMap<String, (SimTime, u64)>,
    pub(super) purged: Option<SimTime>,
}

impl Queue {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The account that owns it.
    pub fn account(&self) -> AccountId {
        self.account
    }

    /// Where it lies.
    pub fn region(&self) -> Region {
        self.region
    }

    /// Its ARN.
    pub fn arn(&self) -> String {
        arn_of(self.region, self.account, &self.name)
    }

    /// Its URL.
    pub fn url(&self) -> String {
        format!("https://sqs.{}.amazonaws.com/{}/{}", self.region, self.account, self.name)
    }

    /// True for a FIFO queue.
    pub fn is_fifo(&self) -> bool {
        attributes::is_fifo(&self.attributes)
    }

    /// Its policy, as it was given.
    pub fn policy(&self) -> Option<&str> {
        self.policy.as_ref().map(Document::text)
    }

    /// The value of an attribute that can be set, its default if it was not.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        if name == "Policy" { self.policy().map(str::to_owned) } else { attributes::value(&self.attributes, name) }
    }

    /// The messages that are still kept, oldest first.
    pub fn messages(&self, now: SimTime) -> impl Iterator<Item = &Message> {
        self.messages.values().filter(move |message| !self.is_over(message, now))
    }

    /// A number among its attributes.
    pub(super) fn secs(&self, attribute: &str) -> i64 {
        attributes::number(&self.attributes, attribute)
    }

    /// True once the retention period of a message has passed.
    pub(super) fn is_over(&self, message: &Message, now: SimTime) -> bool {
        now.since(message.sent) >= self.secs("MessageRetentionPeriod") * SECOND_MS
    }

    /// Forgets what is over: messages by retention, deduplication ids by age.
    pub(super) fn tidy(&mut self, now: SimTime) {
        let kept = self.secs("MessageRetentionPeriod") * SECOND_MS;
        self.messages.retain(|_, message| now.since(message.sent) < kept);
        self.seen.retain(|_, (at, _)| now.since(*at) < super::send::DEDUPLICATION_MS);
    }
}

/// Makes a queue, or gives the URL of the one that is there with the same attributes.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CreateQueue {
    /// 1 to 80 letters, digits, hyphens and underscores; a FIFO queue's ends with `.fifo`.
    pub queue_name: String,
    /// Attributes other than the defaults.
    pub attributes: Option<BTreeMap<String, String>>,
    /// Its tags.
    #[serde(rename = "tags")]
    pub tags: Option<BTreeMap<String, String>>,
}

/// What CreateQueue and GetQueueUrl answer.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct QueueUrlOutput {
    queue_url: String,
}

impl Operation for CreateQueue {
    type Output = QueueUrlOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("keys of KMS are refused by name");

    fn needs(&self) -> Need {
        Need::action("sqs:CreateQueue").here(self.queue_name.clone()).to_be_made().with_tags(tags::pairs(self.tags.as_ref()))
    }
}

/// Checks a name for the kind of queue.
fn check_name(name: &str, fifo: bool) -> Result<(), ApiError> {
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if !fifo {
        return if (1..=80).contains(&name.len()) && plain(name) { Ok(()) } else { Err(errors::bad_name()) };
    }
    let stem = name.strip_suffix(".fifo").filter(|stem| !stem.is_empty() && name.len() <= 80 && plain(stem));
    stem.map(|_| ()).ok_or_else(errors::bad_fifo_name)
}

impl Write for CreateQueue {
    fn apply(self, cx: &mut Call<'_>) -> Result<QueueUrlOutput, ApiError> {
        let account = cx.account().ok_or_else(errors::no_such_queue)?;
        let (region, now) = (cx.origin.region, cx.now());
        let given = self.attributes.unwrap_or_default();
        let fifo = given.get("FifoQueue").is_some_and(|value| value == "true");
        check_name(&self.queue_name, fifo)?;
        let mut checked = attributes::checked(cx.world, (region, account), &given, fifo, true)?;
        tags::check(self.tags.iter().flatten())?;
        let arn = arn_of(region, account, &self.queue_name);
        if let Some(queue) = cx.world.sqs.queues.get(&arn) {
            let differs = checked.iter().find(|(name, value)| queue.value(name).as_ref() != Some(value));
            return match differs {
                Some((name, _)) => Err(errors::exists_otherwise(name)),
                None => Ok(QueueUrlOutput { queue_url: queue.url() }),
            };
        }
        if cx.world.sqs.deleted.get(&arn).is_some_and(|deleted| now.since(*deleted) < NAME_REST_MS) {
            return Err(errors::deleted_recently());
        }
        let queue = Queue {
            name: self.queue_name,
            account,
            region,
            created: now,
            modified: now,
            policy: checked.remove("Policy").and_then(|text| Document::read(&text).ok()),
            attributes: checked,
            tags: self.tags.unwrap_or_default(),
            messages: BTreeMap::new(),
            seen: BTreeMap::new(),
            purged: None,
        };
        let queue_url = queue.url();
        cx.world.sqs.deleted.remove(&arn);
        cx.world.sqs.queues.insert(arn, queue);
        Ok(QueueUrlOutput { queue_url })
    }
}

/// Gives the URL of a queue by its name.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetQueueUrl {
    /// Its name.
    pub queue_name: String,
    /// The account that owns it; the caller's without.
    #[serde(rename = "QueueOwnerAWSAccountId")]
    pub owner: Option<String>,
}

impl Operation for GetQueueUrl {
    type Output = QueueUrlOutput;

    fn needs(&self) -> Need {
        match self.owner.as_deref().and_then(AccountId::read) {
            Some(_) => Need::action("sqs:GetQueueUrl").open_to_all(), // which ARN that is, the call knows; see below
            None => Need::action("sqs:GetQueueUrl").here(self.queue_name.clone()),
        }
    }
}

impl Read for GetQueueUrl {
    fn read(self, cx: &mut View<'_>) -> Result<QueueUrlOutput, ApiError> {
        let given = self.owner.as_deref().map(|id| id.parse().map(AccountId));
        let account = given.transpose().map_err(|_| errors::no_such_queue())?.or(cx.account()).ok_or_else(errors::no_such_queue)?;
        let arn = arn_of(cx.origin.region, account, &self.queue_name);
        if self.owner.is_some() {
            let need = Need::action("sqs:GetQueueUrl").on(arn.clone());
            cx.world.check(cx.origin, &need).map_err(|denial| denial.error("AccessDenied"))?;
        }
        let queue = cx.world.sqs.queue(&arn).ok_or_else(errors::no_such_queue)?;
        Ok(QueueUrlOutput { queue_url: queue.url() })
    }
}

/// Lists the caller's queues of a region by name.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListQueues {
    /// Only names that begin so.
    pub queue_name_prefix: Option<String>,
    /// Where the last page ended.
    pub next_token: Option<String>,
    /// At most so many; 1,000 without.
    pub max_results: Option<i64>,
}

/// What ListQueues answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListQueuesOutput {
    queue_urls: Option<Vec<String>>,
    next_token: Option<String>,
}

impl Operation for ListQueues {
    type Output = ListQueuesOutput;

    fn needs(&self) -> Need {
        Need::action("sqs:ListQueues")
    }
}

/// A page of names or URLs: those after `token`, at most `limit`, and where the next page begins.
pub(super) fn page(all: Vec<(String, String)>, token: Option<&str>, limit: Option<i64>) -> Result<(Vec<String>, Option<String>), ApiError> {
    if let Some(limit) = limit.filter(|limit| !(1..=MAX_PAGE as i64).contains(limit)) {
        return Err(errors::invalid("MaxResults", limit, "Value must be greater than or equal to 1 and less than or equal to 1000"));
    }
    let start = match token {
        Some(token) => all.iter().position(|(name, _)| name == token).map(|at| at + 1).ok_or_else(errors::bad_next_token)?,
        None => 0,
    };
    let n = limit.map_or(MAX_PAGE, |limit| limit as usize);
    let mut rest = all.into_iter().skip(start);
    let page: Vec<(String, String)> = rest.by_ref().take(n).collect();
    let next = page.last().map(|(name, _)| name.clone()).filter(|_| limit.is_some() && rest.next().is_some());
    Ok((page.into_iter().map(|(_, url)| url).collect(), next))
}

impl Read for ListQueues {
    fn read(self, cx: &mut View<'_>) -> Result<ListQueuesOutput, ApiError> {
        let prefix = self.queue_name_prefix.unwrap_or_default();
        let mine = cx.world.sqs.queues().filter(|queue| Some(queue.account) == cx.account() && queue.region == cx.origin.region);
        let all = mine.filter(|queue| queue.name.starts_with(&prefix)).map(|queue| (queue.name.clone(), queue.url())).collect();
        let (urls, next_token) = page(all, self.next_token.as_deref(), self.max_results)?;
        Ok(ListQueuesOutput { queue_urls: (!urls.is_empty()).then_some(urls), next_token })
    }
}

/// Deletes a queue with its messages.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteQueue {
    /// Which.
    pub queue_url: String,
}

impl Operation for DeleteQueue {
    type Output = ();
    const FIDELITY: Fidelity = Fidelity::Simplified("the queue is gone at once, not within 60 seconds");

    fn needs(&self) -> Need {
        state::need("sqs:DeleteQueue", &self.queue_url)
    }
}

impl Write for DeleteQueue {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let arn = state::queue(cx.world, cx.origin, &self.queue_url)?.arn();
        let now = cx.now();
        cx.world.sqs.queues.remove(&arn);
        cx.world.sqs.deleted.retain(|_, deleted| now.since(*deleted) < NAME_REST_MS);
        cx.world.sqs.deleted.insert(arn, now);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::receive::bench::Bench;

    #[test]
    fn a_queue_made_again_alike_is_the_same_queue_and_otherwise_a_conflict() {
        let mut bench = Bench::new();
        let url = bench.ok("CreateQueue", json!({"QueueName": "q"}))["QueueUrl"].clone();
        assert_eq!(url, "https://sqs.us-east-1.amazonaws.com/123456789012/q");
        assert_eq!(bench.ok("CreateQueue", json!({"QueueName": "q", "Attributes": {"VisibilityTimeout": "30"}}))["QueueUrl"], url);
        let error = bench.call("CreateQueue", json!({"QueueName": "q", "Attributes": {"VisibilityTimeout": "31"}})).unwrap_err();
        assert_eq!(error.code, "QueueAlreadyExists");
        assert!(error.message.ends_with("a different value for attribute VisibilityTimeout"), "{}", error.message);
    }

    #[test]
    fn a_queues_name_is_letters_digits_hyphens_and_underscores_and_a_fifo_queues_ends_with_fifo() {
        let mut bench = Bench::new();
        for name in ["", "a b", "q.fifo", "q!", &"x".repeat(81)] {
            assert_eq!(bench.refused("CreateQueue", json!({"QueueName": name})), "InvalidParameterValue", "{name}");
        }
        let fifo = json!({"FifoQueue": "true"});
        assert_eq!(bench.refused("CreateQueue", json!({"QueueName": "q", "Attributes": fifo})), "InvalidParameterValue");
        bench.ok("CreateQueue", json!({"QueueName": "q.fifo", "Attributes": fifo}));
        let never = json!({"QueueName": "p", "Attributes": {"FifoQueue": "false"}});
        assert_eq!(bench.call("CreateQueue", never).unwrap_err().to_string(), "InvalidAttributeName: Unknown Attribute FifoQueue.");
    }

    #[test]
    fn a_deleted_queues_name_is_taken_for_a_minute() {
        let mut bench = Bench::with_queue();
        bench.ok("DeleteQueue", json!({}));
        assert_eq!(bench.refused("GetQueueUrl", json!({"QueueName": "jobs"})), "AWS.SimpleQueueService.NonExistentQueue");
        assert_eq!(bench.refused("CreateQueue", json!({"QueueName": "jobs"})), "AWS.SimpleQueueService.QueueDeletedRecently");
        bench.advance_secs(60);
        bench.ok("CreateQueue", json!({"QueueName": "jobs"}));
    }

    #[test]
    fn queues_are_listed_by_prefix_and_page() {
        let mut bench = Bench::new();
        assert_eq!(bench.ok("ListQueues", json!({})), json!({}));
        for name in ["a1", "a2", "a3", "b1"] {
            bench.ok("CreateQueue", json!({"QueueName": name}));
        }
        let page = bench.ok("ListQueues", json!({"QueueNamePrefix": "a", "MaxResults": 2}));
        assert_eq!(page["QueueUrls"].as_array().unwrap().len(), 2);
        let rest = bench.ok("ListQueues", json!({"QueueNamePrefix": "a", "MaxResults": 2, "NextToken": page["NextToken"]}));
        assert_eq!(rest, json!({"QueueUrls": ["https://sqs.us-east-1.amazonaws.com/123456789012/a3"]}));
        assert_eq!(bench.refused("ListQueues", json!({"MaxResults": 0})), "InvalidParameterValue");
    }
}
