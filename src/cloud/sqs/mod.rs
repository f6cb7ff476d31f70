//! Amazon SQS: standard and FIFO queues, messages that hide while somebody works on them, dead-letter queues.
//!
//! Not simulated: keys of KMS (a queue is encrypted with SQS's own), throughput limits, duplicates and the loose order of
//! standard queues (a message is delivered once, oldest first, unless its visibility timeout ends), and short polls that miss
//! messages. A queue's attributes take effect at once. Waiting for messages is the terminal's: a call that waits is asked again
//! while simulated time passes.

mod attributes;
mod audit;
mod batch;
mod delete;
mod errors;
mod message;
mod move_task;
mod permission;
mod queue;
mod receive;
mod redrive;
mod send;
mod state;
mod tags;
mod visibility;

pub use attributes::{GetQueueAttributes, SetQueueAttributes};
pub use batch::{BatchEntryError, BatchOutput};
pub use delete::{DeleteMessage, DeleteMessageBatch, PurgeQueue};
pub use message::{Message, MessageAttributeValue};
pub use move_task::{CancelMessageMoveTask, ListMessageMoveTasks, StartMessageMoveTask};
pub use permission::{AddPermission, RemovePermission};
pub use queue::{CreateQueue, DeleteQueue, GetQueueUrl, ListQueues, Queue};
pub use receive::ReceiveMessage;
pub use redrive::ListDeadLetterSourceQueues;
pub use send::{SendMessage, SendMessageBatch};
pub use state::{Sqs, is_fifo, url_of};
pub use tags::{ListQueueTags, TagQueue, UntagQueue};
pub use visibility::{ChangeMessageVisibility, ChangeMessageVisibilityBatch};

crate::operations! { "sqs", Sqs;
    writes: [
        AddPermission, CancelMessageMoveTask, ChangeMessageVisibility, ChangeMessageVisibilityBatch, CreateQueue, DeleteMessage,
        DeleteMessageBatch, DeleteQueue, PurgeQueue, ReceiveMessage, RemovePermission, SendMessage, SendMessageBatch, SetQueueAttributes,
        StartMessageMoveTask, TagQueue, UntagQueue,
    ];
    reads: [GetQueueAttributes, GetQueueUrl, ListDeadLetterSourceQueues, ListMessageMoveTasks, ListQueueTags, ListQueues];
}
