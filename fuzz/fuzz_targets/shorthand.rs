//! The AWS CLI's shorthand for structured values.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| skylab_fuzz::shorthand(data));
