//! Amazon EventBridge: the default event bus of every account and region, rules with event patterns, and what their targets get.
//!
//! Targets are queues, topics and functions. Events come from AWS's services (S3 buckets that were told to) and from `put-events`.
//! Not simulated: other buses, schedules, archives and replays, input transformers, roles of targets, delivery retries (a target that
//! is not there or does not let EventBridge in is not retried on AWS either), and events of CloudTrail.

mod audit;
mod bus;
mod deliver;
mod errors;
mod pattern;
mod put;
mod rule;
mod rules;
mod state;
mod switch;
mod targets;
mod test_pattern;

pub use bus::{DescribeEventBus, ListEventBuses};
pub use pattern::Pattern;
pub use put::{PutEvents, PutEventsRequestEntry};
pub use rule::{DescribeRule, PutRule, Rule};
pub use rules::{DeleteRule, ListRules};
pub use state::Events;
pub use switch::{DisableRule, EnableRule};
pub use targets::{DeadLetterConfig, ListRuleNamesByTarget, ListTargetsByRule, PutTargets, RemoveTargets, Target};
pub use test_pattern::TestEventPattern;

crate::operations! { "events", Events;
    writes: [DeleteRule, DisableRule, EnableRule, PutEvents, PutRule, PutTargets, RemoveTargets];
    reads: [
        DescribeEventBus, DescribeRule, ListEventBuses, ListRuleNamesByTarget, ListRules, ListTargetsByRule, TestEventPattern,
    ];
}
