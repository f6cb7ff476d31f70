//! Arguments, then a headless command or the window.

use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let Some(exit) = skylab::headless::command(&args) {
        return exit;
    }
    match skylab::app::open() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("skylab: {message}");
            ExitCode::FAILURE
        }
    }
}
