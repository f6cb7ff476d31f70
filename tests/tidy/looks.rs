//! Colours and text sizes are named in one place, and no font comes without its licence.

use super::{
    code::line_of,
    complains, holds,
    tree::{Complaint, File, Tree},
};

/// The one place that names colours and sizes. The rasteriser mixes colours and names none.
const THEME: &[&str] = &["src/ui/theme", "src/raster/"];

/// Ways to name a colour or a text size.
const NAMES: &[&str] = &[
    "Color32::from_",
    "Rgba::from_",
    "Hsva::",
    "HsvaGamma::",
    "hex_color!",
    "FontId::new(",
    "FontId::proportional(",
    "FontId::monospace(",
    "FontFamily::Name(",
];

/// Colours of egui that mean nothing by themselves: none, "the one around me", and the black of a blanked screen.
const NEUTRAL: &[&str] = &["TRANSPARENT", "PLACEHOLDER", "BLACK"];

fn colours_and_sizes_come_from_the_theme(tree: &Tree) -> Vec<Complaint> {
    let one = |file: &File| {
        let code = &file.shipped;
        let mut places: Vec<(usize, String)> = Vec::new();
        for name in NAMES {
            places.extend(code.match_indices(name).map(|(at, _)| (at, (*name).to_owned())));
        }
        for (at, path) in code.match_indices("Color32::") {
            let name = super::code::first_word(&code[at + path.len()..]);
            if name.chars().all(|c| c.is_ascii_uppercase() || c == '_') && !name.is_empty() && !NEUTRAL.contains(&name) {
                places.push((at, format!("{path}{name}")));
            }
        }
        for (at, call) in code.match_indices(".size(") {
            if code[at + call.len()..].starts_with(|c: char| c.is_ascii_digit()) {
                places.push((at, call.to_owned()));
            }
        }
        places.sort();
        let what =
            |name: &str| format!("`{name}`: colours and sizes are named in `ui/theme` alone; take one from there, or add it for all looks");
        places.iter().map(|(at, name)| file.complaint(line_of(code, *at), what(name))).collect::<Vec<_>>()
    };
    tree.rust_below("src/").filter(|file| !THEME.iter().any(|theme| file.path.starts_with(theme))).flat_map(one).collect()
}

fn fonts_carry_their_licence(tree: &Tree) -> Vec<Complaint> {
    let one = |file: &File| {
        let is_font = [".ttf", ".otf", ".ttc", ".woff", ".woff2"].iter().any(|end| file.path.ends_with(end));
        let (folder, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
        let family = name.split(['-', '.']).next().unwrap_or(name);
        let licences = [format!("{folder}/{family}-OFL.txt"), format!("{folder}/{family}-LICENSE.txt")];
        let has_one = licences.iter().any(|path| tree.file(path).is_some_and(|file| !file.text.trim().is_empty()));
        let what = format!("a font without its licence: put {} beside it, and name it in NOTICE", licences[0]);
        (is_font && !has_one).then(|| file.complaint(1, what))
    };
    tree.files.iter().filter_map(one).collect()
}

#[test]
fn every_colour_and_size_comes_from_the_theme() {
    holds(colours_and_sizes_come_from_the_theme);
}

#[test]
fn every_font_carries_its_licence() {
    holds(fonts_carry_their_licence);
}

#[test]
fn a_colour_outside_of_the_theme_is_told() {
    let text = "//! A.\nlet a = Color32::from_rgb(1, 2, 3);\nlet b = Color32::RED;\nlet c = Color32::TRANSPARENT; // Color32::RED\nlet d = text.size(13.0).size(small);\nlet e: Color32 = x;";
    let files = [("src/ui/panels/a.rs", text), ("src/ui/theme/palette.rs", text), ("src/ui/tests.rs", text)];
    complains(colours_and_sizes_come_from_the_theme, &files, &["src/ui/panels/a.rs:2", "src/ui/panels/a.rs:3", "src/ui/panels/a.rs:5"]);
}

#[test]
fn a_font_without_its_licence_is_told() {
    let files = [
        ("assets/fonts/Good-Bold.otf", ""),
        ("assets/fonts/Good-OFL.txt", "text"),
        ("assets/fonts/Bare.ttf", ""),
        ("assets/fonts/Bare-OFL.txt", " "),
    ];
    complains(fonts_carry_their_licence, &files, &["assets/fonts/Bare.ttf:1"]);
}
