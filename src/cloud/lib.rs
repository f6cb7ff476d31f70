//! cloud
pub mod body; pub mod names;
