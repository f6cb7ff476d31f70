//! The one integration binary: one module for each thing that must hold of the whole.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "all of it is test code: whatever fails must stop and say so")]

mod access;
mod authorised;
mod benches;
mod cases;
mod corpora;
mod coverage;
mod cpu;
mod data_folder;
mod frame;
mod hostile;
mod kill;
mod labs;
mod laws;
mod layout;
mod locales;
mod readme;
mod seven_years;
mod tidy;
mod timebar;
mod trail_and_bill;
