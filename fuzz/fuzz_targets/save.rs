//! A saved attempt of a lab.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| skylab_fuzz::save(data));
