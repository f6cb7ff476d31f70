//! The rooms of Skylab, so that tests can enter them.

pub mod app;
pub mod headless;
pub mod i18n;
pub mod learn;
pub mod progress;
pub mod storage;
pub mod ui;
