//! The commands that need no display: `run`, `lab`, `shot` and `rehearse`, and what the window says when there is none.

mod lab;
mod rehearse;
mod run;
mod shot;

use std::process::ExitCode;

pub use lab::{shelf as lab_shelf, stamp as labs_stamp};
pub use shot::{Shot, draw};

const HELP: &str = "\
Skylab: a cloud you can break, on your own desk.

skylab                       open the window
skylab run SCRIPT|-          execute `aws` and `sim` commands against a fresh cloud
    [--format text|jsonl] [--root DIR] [--region NAME] [--start TIMESTAMP] [--keep-going] [--seed N]
skylab lab new DIR           begin a lab of your own: a small one that works, with comments
skylab lab check DIR|FILE    whether a lab holds together, and its proof
    [--seal] [--lang ko|en]
skylab lab run LAB SCRIPT    do a lab by script
    [--mode walkthrough|challenge] [--seed N] [--save FILE] [--lang ko|en]
skylab lab grade LAB SAVE…   grade saved work; a SAVE may be a folder of them
    [--csv] [--out FILE] [--lang ko|en]
skylab shot SCREEN OUT.png   draw a screen without a display; `skylab shot --list` names them
    [--start N] [--beat N] [--lang ko|en] [--theme light|dark|projector] [--size WxH]
skylab --help, --version

Not affiliated with Amazon Web Services.
";

/// Runs a headless command. `None` without a command: the window is meant.
pub fn command(args: &[String]) -> Option<ExitCode> {
    let (name, rest) = args.split_first()?;
    let outcome = match name.as_str() {
        "run" => run::run(rest),
        "lab" => lab::lab(rest),
        "rehearse" => rehearse::rehearse(rest),
        "shot" => shot::shot(rest).map(|()| ExitCode::SUCCESS),
        "--help" | "-h" | "help" => Ok(print(HELP)),
        "--version" | "-V" => Ok(print(concat!("skylab ", env!("CARGO_PKG_VERSION"), "\n"))),
        "export" => Err(format!("`skylab {name}` is not built yet; `skylab --help` lists what is")),
        _ => Err(format!("Skylab has no command {name}; `skylab --help` lists them")),
    };
    Some(outcome.unwrap_or_else(|message| {
        eprintln!("skylab: {message}");
        ExitCode::from(2)
    }))
}

fn print(text: &str) -> ExitCode {
    use std::io::Write as _;
    // a reader that went away needs no help text
    let _ = std::io::stdout().write_all(text.as_bytes());
    ExitCode::SUCCESS
}
