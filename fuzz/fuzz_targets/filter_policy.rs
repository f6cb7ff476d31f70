//! A filter policy of SNS.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| skylab_fuzz::filter_policy(data));
