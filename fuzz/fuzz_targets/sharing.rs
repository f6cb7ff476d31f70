//! What decides who gets into a bucket, as text: policies, CORS rules, websites, grants, URLs.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| skylab_fuzz::sharing(data));
