//! The keys of the shell in one table, which also feeds the tooltips; keys inside a field or canvas are that widget's own.

use egui::{Context, Id, Key, KeyboardShortcut, Modifiers};

use super::action::{Action, Actions, ClockAct};

/// Every key and what it asks for, the more particular first. No bare letters: a Korean input method would swallow them.
fn table() -> Vec<(KeyboardShortcut, Action)> {
    let key = |modifiers, key, action| (KeyboardShortcut::new(modifiers, key), action);
    vec![
        key(Modifiers::SHIFT, Key::F8, Action::Clock(ClockAct::ToStart)),
        key(Modifiers::SHIFT, Key::F9, Action::Clock(ClockAct::StepBack)),
        key(Modifiers::NONE, Key::F8, Action::Clock(ClockAct::PlayPause)),
        key(Modifiers::NONE, Key::F9, Action::Clock(ClockAct::Step)),
        key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z, Action::Redo),
        key(Modifiers::COMMAND, Key::Z, Action::Undo),
        key(Modifiers::COMMAND, Key::Y, Action::Redo),
        key(Modifiers::NONE, Key::PageDown, Action::Beat(1)),
        key(Modifiers::NONE, Key::PageUp, Action::Beat(-1)),
        key(Modifiers::NONE, Key::F5, Action::Present),
        key(Modifiers::COMMAND, Key::K, Action::Find(true)),
    ]
}

/// Keys that only mean something while presenting: a clicker sends them.
fn presenting() -> Vec<(KeyboardShortcut, Action)> {
    let key = |key, action| (KeyboardShortcut::new(Modifiers::NONE, key), action);
    vec![
        key(Key::Period, Action::Blank),
        key(Key::B, Action::Blank),
        key(Key::S, Action::Spotlight),
        key(Key::N, Action::Notes),
        key(Key::Escape, Action::EndPresentation),
    ]
}

/// A digit keeps that option of a prediction.
fn predicting() -> impl Iterator<Item = (KeyboardShortcut, Action)> {
    let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    digits.into_iter().enumerate().map(|(n, key)| (KeyboardShortcut::new(Modifiers::NONE, key), Action::Predict(n)))
}

/// Turns the keys pressed in this frame into wishes, unless somebody is typing.
pub(super) fn collect(ctx: &Context, is_presenting: bool, actions: &mut Actions) {
    if ctx.text_edit_focused() {
        return;
    }
    let mut rows = table();
    if is_presenting {
        rows.extend(presenting());
    } else {
        rows.extend(predicting());
    }
    for (shortcut, action) in rows {
        if ctx.input_mut(|input| input.consume_shortcut(&shortcut)) {
            if matches!(action, Action::Beat(_)) {
                ctx.data_mut(|data| data.insert_temp(beat_by_key(), true));
            }
            actions.push(action);
        }
    }
}

fn beat_by_key() -> Id {
    Id::unique("beat-by-key")
}

/// Whether a key led to another beat, told once: what had the keyboard may be gone with the beat before.
pub(super) fn took_beat(ctx: &Context) -> bool {
    ctx.data_mut(|data| data.remove_temp::<bool>(beat_by_key())).is_some()
}

/// The name with the keys that do the same, as in `Undo (Ctrl+Z)`.
pub(super) fn with_keys(ctx: &Context, name: &str, action: &Action) -> String {
    match table().into_iter().chain(presenting()).chain(predicting()).find(|row| row.1 == *action) {
        Some((shortcut, _)) => format!("{name} ({})", ctx.format_shortcut(&shortcut)),
        None => name.to_owned(),
    }
}
