//! A `lab.ron`, and texts of a lab.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| skylab_fuzz::lab(data));
