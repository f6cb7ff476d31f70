//! The small parts that screens are built of; each knows the theme and nothing of the cloud.

pub mod button;
pub mod card;
pub mod chart;
pub mod fact;
pub mod fit;
pub mod focus;
pub mod icon;
pub mod mark;
pub mod scroll;
pub mod slider;

pub use button::{called, icon_button, icon_toggle, primary_button, text_button, text_button_width, text_width, toggle};
pub use card::card;
pub use fact::{captioned, fact};
pub use fit::fit;
pub use icon::Icon;
pub use scroll::{follow_keyboard, reading, scrolling};
pub use slider::{slider, slider_row, widest};
