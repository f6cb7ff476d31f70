//! The handles of the line: how wide and far it is, what is sent and how, and the sending itself. Each is one act.

use egui::{Ui, vec2};

use super::line::{DROPS_PERCENT, FILES_GB, GB, LINES_MBPS, Line, PARALLELS, PARTS_MB, Progress, RTTS_MS};
use crate::{
    i18n::format,
    ui::{
        View,
        action::{Action, Actions},
        theme::space,
        widgets::{Icon, card, slider_row, text_button, widest},
    },
};

/// Below this width the sliders stand in one column.
const ROOMY_WIDTH: f32 = 520.0;

/// Draws them.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, line: &Line, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        let sliders = ["file", "part", "parallel", "mbps", "rtt", "drop"];
        if ui.available_width() < ROOMY_WIDTH {
            sliders_ui(ui, view, line, &sliders, actions);
        } else {
            ui.columns(2, |sides| {
                sliders_ui(&mut sides[0], view, line, &sliders[..3], actions);
                sliders_ui(&mut sides[1], view, line, &sliders[3..], actions);
            });
        }
        buttons_ui(ui, view, line, actions);
    });
}

fn sliders_ui(ui: &mut Ui, view: &View<'_>, line: &Line, which: &[&str], actions: &mut Actions) {
    let name = |act: &str| view.tr(&format!("multipart-set-{act}"));
    let names: Vec<String> = which.iter().map(|act| name(act)).collect();
    let written = |act: &str, number: u32| match act {
        "file" => format::bytes(u64::from(number) * GB),
        "part" => format::bytes(u64::from(number) * GB / 1_000),
        "mbps" if number >= 1_000 => format!("{}\u{a0}Gbps", number / 1_000),
        "mbps" => format!("{number}\u{a0}Mbps"),
        "rtt" => format!("{number}\u{a0}ms"),
        "drop" => format!("{number}%"),
        _ => number.to_string(),
    };
    let columns = [widest(ui, &names), widest(ui, &["500\u{a0}Mbps", "500\u{a0}GB"])];
    for (act, name) in which.iter().zip(&names) {
        let (now, offered): (u32, &[u32]) = match *act {
            "file" => (line.file_gb, &FILES_GB),
            "part" => (line.part_mb, &PARTS_MB),
            "parallel" => (line.parallel, &PARALLELS),
            "mbps" => (line.mbps, &LINES_MBPS),
            "rtt" => (line.rtt_ms, &RTTS_MS),
            _ => (line.drop_percent, &DROPS_PERCENT),
        };
        let at = offered.iter().position(|it| *it == now).unwrap_or(0);
        let taken = slider_row(ui, columns, name, (at, offered.len()), |step| written(act, offered[step]));
        actions.when(taken.is_some(), do_idea(&format!("{act} {}", offered[taken.unwrap_or(0)])));
    }
}

fn buttons_ui(ui: &mut Ui, view: &View<'_>, line: &Line, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::GRID, space::GRID);
        let drop = [("drop", format!("{}%", line.drop_percent).into())];
        let can_resume = line.progress == Progress::Broken;
        let buttons = [
            (Icon::Play, view.tr_with("multipart-send", &drop), "multipart-send-hint", true, "send"),
            (Icon::Redo, view.tr("multipart-resume"), "multipart-resume-hint", can_resume, "resume"),
            (Icon::StepForward, view.tr("multipart-whole"), "multipart-whole-hint", true, "whole"),
            (Icon::Search, view.tr("multipart-ask"), "multipart-ask-hint", true, "ask"),
        ];
        for (icon, name, hint, can, act) in buttons {
            let button = text_button(ui, icon, &name, can).on_hover_text(view.tr(hint)).on_disabled_hover_text(view.tr(hint));
            actions.when(button.clicked(), do_idea(act));
        }
    });
}

fn do_idea(act: &str) -> Action {
    Action::Act(vec![format!("idea {act}")])
}
