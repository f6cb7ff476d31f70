//! The list of the rail's screens; being on it means being in the rail, in `skylab shot` and in the tests that draw each one.

mod about;
mod bill;
mod coming;
mod course;
mod labs;
mod settings;
mod terminal;
mod trail;

use super::Panel;
use super::widgets::Icon;
use coming::Coming;

/// A screen and its place in the rail.
pub struct Screen {
    /// The screen.
    pub panel: Box<dyn Panel>,
    /// Its icon.
    pub icon: Icon,
    /// Whether it stands at the foot, with what is not about learning.
    pub at_foot: bool,
}

/// Every screen, freshly opened, in the order of the rail.
pub fn all() -> Vec<Screen> {
    let upper = |panel: Box<dyn Panel>, icon| Screen { panel, icon, at_foot: false };
    let lower = |panel: Box<dyn Panel>, icon| Screen { panel, icon, at_foot: true };
    vec![
        upper(Box::new(course::Course), Icon::Course),
        upper(Box::new(Coming("studio")), Icon::Studio),
        upper(Box::<labs::Labs>::default(), Icon::Labs),
        upper(Box::<terminal::Terminal>::default(), Icon::Terminal),
        upper(Box::<trail::Trail>::default(), Icon::Trail),
        upper(Box::<bill::Bill>::default(), Icon::Bill),
        lower(Box::<settings::Settings>::default(), Icon::Settings),
        lower(Box::new(about::About), Icon::About),
    ]
}
