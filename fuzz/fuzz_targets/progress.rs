//! The file of the progress, or an export.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| skylab_fuzz::progress(data));
