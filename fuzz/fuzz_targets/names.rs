//! Parameters of any operation of any service, against AWS's names and the model.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| skylab_fuzz::names(data));
