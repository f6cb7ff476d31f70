//! The small parts that screens are built of; each knows the theme and nothing of the cloud.

pub mod button;
pub mod card;
pub mod chart;
pub mod fact;
pub mod fit;
pub mod focus;
pub mod icon;
pub mod mark;
pub mod slider;

pub use button::{icon_button, icon_toggle, text_button, toggle};
pub use card::card;
pub use fact::{captioned, fact};
pub use fit::fit;
pub use icon::Icon;
pub use slider::{slider, slider_row, widest};
