//! Policy documents, read and evaluated.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| skylab_fuzz::policy(data));
