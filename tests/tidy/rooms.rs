//! Who may name whom: the table of ARCHITECTURE.md, for the rooms of the app and for the packages beside them.

use super::{
    code::{named_in, words_in},
    complains, holds,
    tree::{Complaint, File, Tree},
};

/// A room: a file or folder directly under `src`.
struct Room {
    name: &'static str,
    /// The rooms that it may name, besides itself.
    may: &'static [&'static str],
    /// The outside crates, of those in [`GUARDED`], that it may name.
    crates: &'static [&'static str],
}

const fn room(name: &'static str, may: &'static [&'static str], crates: &'static [&'static str]) -> Room {
    Room { name, may, crates }
}

const ALL: &[&str] = &["cloud", "raster", "terminal", "i18n", "storage", "studio", "learn", "progress", "ui", "app", "headless"];

const ROOMS: &[Room] = &[
    room("cloud", &[], &[]),
    room("raster", &[], &["egui"]),
    room("i18n", &[], &[]),
    room("terminal", &["cloud"], &[]),
    // for the trait `Files`, and for `Body`, which its methods take
    room("storage", &["cloud", "terminal"], &[]),
    room("studio", &["cloud"], &[]),
    room("learn", &["cloud", "terminal"], &[]),
    room("progress", &["learn", "storage"], &[]),
    room("ui", &["cloud", "terminal", "studio", "learn", "progress", "i18n"], &["egui"]),
    room("app", ALL, &["egui", "eframe"]),
    room("headless", ALL, &["egui"]),
    room("main", ALL, &["egui", "eframe"]),
    room("lib", ALL, &[]),
];

/// Rooms that are packages of their own, with the name of the crate.
const PACKAGES: &[(&str, &str)] = &[("skylab_cloud", "cloud"), ("skylab_raster", "raster"), ("skylab_terminal", "terminal")];

/// Outside crates that not every room may name: those that know of windows.
const GUARDED: &[&str] = &["egui", "eframe"];

/// The room of a file under `src`.
fn room_of(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?;
    Some(inside.split_once('/').map_or_else(|| inside.trim_end_matches(".rs"), |(folder, _)| folder))
}

fn rooms_keep_to_the_table(tree: &Tree) -> Vec<Complaint> {
    tree.rust_below("src/").flat_map(one_room).collect()
}

fn one_room(file: &File) -> Vec<Complaint> {
    let name = room_of(&file.path).unwrap_or_default();
    let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
        let what = format!("`{name}` is a new room: give it a row in ARCHITECTURE.md and in tests/tidy/rooms.rs");
        return vec![file.complaint(1, what)];
    };
    let package = PACKAGES.iter().any(|(_, it)| *it == name);
    let mut named: Vec<(usize, String)> = if package { Vec::new() } else { named_in(&file.shipped, "crate") };
    named.retain(|(_, it)| ALL.contains(&it.as_str()));
    for (krate, it) in PACKAGES {
        named.extend(words_in(&file.shipped, krate).map(|(line, _)| (line, (*it).to_owned())));
    }
    let mut complaints: Vec<_> = named
        .into_iter()
        .filter(|(_, it)| *it != name && !room.may.contains(&it.as_str()))
        .map(|(line, it)| file.complaint(line, format!("`{name}` may not name `{it}`: {}", may(room))))
        .collect();
    for krate in GUARDED.iter().filter(|krate| !room.crates.contains(krate)) {
        let what = format!("`{name}` knows no window and may not name `{krate}`: give it plain data, and draw in `ui`");
        complaints.extend(words_in(&file.shipped, krate).map(|(line, _)| file.complaint(line, what.clone())));
    }
    complaints
}

fn may(room: &Room) -> String {
    match room.may {
        [] => "it names none of our rooms; move the code to the room that needs it".to_owned(),
        may => format!("it may name {}; move the code, or hand over what it needs", may.join(", ")),
    }
}

#[test]
fn every_room_names_only_what_the_table_allows() {
    holds(rooms_keep_to_the_table);
}

#[test]
fn a_room_that_names_too_much_is_told() {
    let files = [
        ("src/terminal/shell.rs", "//! A.\nuse skylab_cloud::World;\nuse egui::Ui;\nuse crate::app;"),
        ("src/ui/frame.rs", "//! A.\nuse crate::{i18n::tr,\n    app::App};\nuse crate::ui::theme;\nfn f() { crate::storage::save() }"),
        ("src/ui/tests.rs", "//! A.\nuse crate::app;"),
        ("src/attic.rs", "//! A."),
        ("src/cloud/api.rs", "//! A.\n#[cfg(test)]\nuse skylab_terminal::x;\nfn f() { skylab_terminal::y() } // skylab_raster"),
        ("src/app/window.rs", "//! A.\nuse eframe::App;\nuse crate::{ui, headless, storage};"),
    ];
    complains(
        rooms_keep_to_the_table,
        &files,
        &["src/terminal/shell.rs:3", "src/ui/frame.rs:3", "src/ui/frame.rs:5", "src/attic.rs:1", "src/cloud/api.rs:4"],
    );
}
