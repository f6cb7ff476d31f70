//! The way from a topic to its subscribers: a moment later, as the service itself, which each subscriber must let in. What cannot be
//! delivered goes to the subscription's dead-letter queue, or is lost.

use serde::{Deserialize, Serialize};

use super::{
    envelope,
    publish::Message,
    subscription::{self, Protocol, Subscription},
};
use crate::{
    Request, World,
    agenda::Cause,
    body::Body,
    clock::SimTime,
    lambda::Invoke,
    sqs::{SendMessage, url_of},
};

/// From publishing to a subscriber: SNS speaks of a few tens of milliseconds.
const DELAY_MS: i64 = 30;

/// A message on its way to one subscriber.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Delivery {
    pub at: SimTime,
    number: u64,
    subscription: String,
    message: Message,
    sent: SimTime,
    cause: Cause,
}

/// Puts a message on its way to every subscriber whose filter lets it pass.
pub(super) fn send(world: &mut World, topic: &str, message: &Message) {
    let (sent, cause) = (world.now(), world.cause().clone());
    let passes = |it: &&Subscription| {
        let settings = &it.settings;
        it.is_confirmed()
            && settings
                .filter
                .as_ref()
                .is_none_or(|filter| filter.lets_pass(settings.scope, message.text(it.protocol.name()), &message.attributes))
    };
    let subscriptions: Vec<String> = world.sns.subscriptions_to(topic).filter(passes).map(|it| it.arn.clone()).collect();
    for subscription in subscriptions {
        world.sns.n_deliveries += 1;
        let number = world.sns.n_deliveries;
        let delivery = Delivery { at: sent.plus(DELAY_MS), number, subscription, message: message.clone(), sent, cause: cause.clone() };
        world.sns.deliveries.push(delivery); // every one takes the same time, so the order stays
    }
}

/// Delivers what is due.
pub(super) fn work(world: &mut World) {
    let now = world.now();
    let n_due = world.sns.deliveries.partition_point(|delivery| delivery.at <= now);
    let due: Vec<Delivery> = world.sns.deliveries.drain(..n_due).collect();
    for delivery in due {
        let cause = delivery.cause.clone();
        world.because_of(cause, |world| deliver(world, &delivery));
    }
}

fn deliver(world: &mut World, delivery: &Delivery) {
    let Some(subscription) = world.sns.subscriptions.get(&delivery.subscription).cloned() else { return };
    let (Some(origin), Some(request)) = (subscription::sender(world, &subscription.topic), request(world, &subscription, delivery)) else {
        return;
    };
    let refused = world.ask(&origin, request).is_err();
    if let Some(dead) = subscription.settings.dead_letter.as_ref().filter(|_| refused)
        && let Some(body) = body(world, &subscription, delivery)
    {
        let request = SendMessage { queue_url: url_of(dead), message_body: body, ..SendMessage::default() };
        let _ = world.ask(&origin, request);
    }
}

/// The text of a message to a queue.
fn body(world: &World, subscription: &Subscription, delivery: &Delivery) -> Option<String> {
    let topic = world.sns.topic(&subscription.topic)?;
    let message = &delivery.message;
    if subscription.settings.raw {
        return Some(message.text("sqs").to_owned());
    }
    Some(envelope::for_queue(&world.core.ids, topic, subscription, message, delivery.sent))
}

fn request(world: &World, subscription: &Subscription, delivery: &Delivery) -> Option<Request> {
    match subscription.protocol {
        Protocol::Sqs => {
            let attributes = subscription.settings.raw.then(|| delivery.message.attributes.clone()).filter(|it| !it.is_empty());
            let message_body = body(world, subscription, delivery)?;
            let queue_url = url_of(&subscription.endpoint);
            Some(SendMessage { queue_url, message_body, message_attributes: attributes, ..SendMessage::default() }.into())
        }
        Protocol::Lambda => {
            let topic = world.sns.topic(&subscription.topic)?;
            let event = envelope::for_function(&world.core.ids, topic, subscription, &delivery.message, delivery.sent);
            let payload = Body::new(event.to_string().into_bytes());
            let function_name = subscription.endpoint.clone();
            Some(Invoke { function_name, invocation_type: Some("Event".to_owned()), payload, ..Invoke::default() }.into())
        }
        Protocol::Email => None,
    }
}
