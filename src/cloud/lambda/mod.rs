//! AWS Lambda: functions, who may invoke them, and what becomes of the events that they get.
//!
//! No code is run: what lies in a deployment package is kept and measured, never looked into. What a function does follows from
//! the name of its handler, in a closed set (see [`Behaviour`]): `skylab.echo` answers its event, `skylab.copy_object` copies
//! the object that an S3 event names, `skylab.fail` fails. Every other handler takes its event and answers `null`. A function
//! runs as its execution role, takes a tenth of a second, and leaves a record with the lines that it would have logged.
//!
//! Not simulated: versions and aliases, layers, container images, VPCs, function URLs, event source mappings, concurrency limits
//! and cold starts. A new function is active at once.

mod audit;
mod behaviour;
mod configuration;
mod create;
mod errors;
mod event_config;
mod find;
mod function;
mod invoke;
mod outcome;
mod permission;
mod recursion;
mod run;
mod state;
mod tags;
mod update;

pub use behaviour::Behaviour;
pub use create::{CreateFunction, DeleteFunction};
pub use event_config::{
    DeleteFunctionEventInvokeConfig, DestinationConfig, GetFunctionEventInvokeConfig, OnDestination, PutFunctionEventInvokeConfig,
};
pub use find::{GetFunction, GetFunctionConfiguration, ListFunctions};
pub use function::{DeadLetterConfig, Environment, Function};
pub use invoke::Invoke;
pub use outcome::{Invocation, Outcome};
pub use permission::{AddPermission, GetPolicy, RemovePermission};
pub use recursion::{GetFunctionRecursionConfig, PutFunctionRecursionConfig};
pub use state::Lambda;
pub use tags::{ListTags, TagResource, UntagResource};
pub use update::{UpdateFunctionCode, UpdateFunctionConfiguration};

crate::operations! { "lambda", Lambda;
    writes: [
        AddPermission, CreateFunction, DeleteFunction, DeleteFunctionEventInvokeConfig, Invoke, PutFunctionEventInvokeConfig,
        PutFunctionRecursionConfig, RemovePermission, TagResource, UntagResource, UpdateFunctionCode, UpdateFunctionConfiguration,
    ];
    reads: [
        GetFunction, GetFunctionConfiguration, GetFunctionEventInvokeConfig, GetFunctionRecursionConfig, GetPolicy, ListFunctions, ListTags,
    ];
}
