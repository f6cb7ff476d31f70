//! The list of all screens; being on it means being in the rail, in `skylab shot` and in the tests that draw each one.

mod about;
mod course;
mod settings;

use super::{Panel, benches};

/// Every screen, freshly opened, in the order of the rail; benches come last.
pub fn all() -> Vec<Box<dyn Panel>> {
    let benches = benches::all();
    let mut panels: Vec<Box<dyn Panel>> =
        vec![Box::new(course::Course::of(&benches)), Box::new(settings::Settings), Box::new(about::About)];
    panels.extend(benches);
    panels
}
