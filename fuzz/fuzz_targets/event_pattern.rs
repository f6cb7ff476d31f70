//! An event pattern of EventBridge, with an event.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| skylab_fuzz::event_pattern(data));
