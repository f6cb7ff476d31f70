//! One line at the prompt, and the completion of it.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| skylab_fuzz::line(data));
