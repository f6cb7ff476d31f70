//! A script of several lines, as a file and as a dialogue.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| skylab_fuzz::script(data));
