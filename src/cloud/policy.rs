//! May this caller do this to that, and which statement says so? The policy language, its evaluation, and the trace of it. Pure:
//! it reads the world and changes nothing; it names no service.

pub mod arn;
pub mod authorise;
pub mod condition;
pub mod context;
pub mod denial;
pub mod document;
pub mod evaluate;
pub mod identity;
pub mod json;
pub mod pattern;
pub mod principal;
pub mod resource;
pub mod trace;

pub use context::{Context, Keys};
pub use denial::Denial;
pub use document::{Document, Effect, Flaw, Malformed, Policy};
pub use identity::{Attached, Holder, Identity, Label, PolicyKind};
pub use principal::{Naming, Principal};
pub use resource::{Cut, Grant, Question, Resource};
pub use trace::{Reason, Trace, Verdict};
