//! The `aws` and `sim` commands: reading, checking, running, printing. No window, no disk, no machine's clock.

pub mod args;
pub mod cloud;
pub mod command;
pub mod complete;
pub mod customise;
pub mod failure;
pub mod files;
pub mod format;
pub mod globals;
pub mod help;
pub mod json;
pub mod lex;
pub mod options;
pub mod paging;
pub mod profile;
pub mod query;
pub mod s3;
pub mod script;
pub mod secrets;
pub mod shell;
pub mod shorthand;
pub mod sim;
pub mod simulator;
pub mod step;
pub mod typed;
pub mod values;
pub mod wait;

#[cfg(test)]
mod testing;
