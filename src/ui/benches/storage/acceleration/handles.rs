//! The handles: where the client and the bucket are, line, window, losses and connections, and the race itself. Each is one act.

use egui::{ComboBox, Ui, vec2};

use super::{
    places::{CITIES, REGIONS},
    race::{CONNECTIONS, GB, LINES_MBPS, LOSSES_PPM, Race, SIZES_GB, WINDOWS_KB},
    story,
};
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
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, race: &Race, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::INSIDE, space::GRID);
            let cities = CITIES.iter().map(|city| (city.id, story::city(view, city.id))).collect::<Vec<_>>();
            choice_ui(ui, "city", &view.tr("acceleration-set-city"), &race.city, &cities, actions);
            let regions = REGIONS.iter().map(|(name, city)| (*name, story::region(view, name, city))).collect::<Vec<_>>();
            choice_ui(ui, "region", &view.tr("acceleration-set-region"), &race.region, &regions, actions);
            let go = text_button(ui, Icon::Play, &view.tr("acceleration-race"), true).on_hover_text(view.tr("acceleration-race-hint"));
            actions.when(go.clicked(), do_idea("race"));
        });
        let sliders = ["mbps", "size", "connections", "window", "loss"];
        if ui.available_width() < ROOMY_WIDTH {
            sliders_ui(ui, view, race, &sliders, actions);
        } else {
            ui.columns(2, |sides| {
                sliders_ui(&mut sides[0], view, race, &sliders[..3], actions);
                sliders_ui(&mut sides[1], view, race, &sliders[3..], actions);
            });
        }
    });
}

fn choice_ui(ui: &mut Ui, act: &str, name: &str, now: &str, choices: &[(&'static str, String)], actions: &mut Actions) {
    let label = ui.label(name);
    let shown = choices.iter().find(|(id, _)| *id == now).map_or("", |(_, text)| text.as_str());
    let mut chosen = None;
    let combo = ComboBox::from_id_salt(act).selected_text(shown).show_ui(ui, |ui| {
        for (id, text) in choices {
            if ui.selectable_label(*id == now, text.as_str()).clicked() {
                chosen = Some(*id);
            }
        }
    });
    combo.response.labelled_by(label.id);
    actions.when(chosen.is_some_and(|chosen| chosen != now), do_idea(&format!("{act} {}", chosen.unwrap_or_default())));
}

fn sliders_ui(ui: &mut Ui, view: &View<'_>, race: &Race, which: &[&str], actions: &mut Actions) {
    let names: Vec<String> = which.iter().map(|act| view.tr(&format!("acceleration-set-{act}"))).collect();
    let written = |act: &str, number: u32| match act {
        "mbps" if number >= 1_000 => format!("{}\u{a0}Gbps", number / 1_000),
        "mbps" => format!("{number}\u{a0}Mbps"),
        "size" => format::bytes(u64::from(number) * GB),
        "window" => format::bytes(u64::from(number) * 1_000),
        "loss" if number == 0 => "0%".to_owned(),
        "loss" => format::percent(f64::from(number) / 1e6, if number < 1_000 { 2 } else { usize::from(number < 10_000) }),
        _ => number.to_string(),
    };
    let columns = [widest(ui, &names), widest(ui, &["500\u{a0}Mbps", "10\u{a0}Gbps"])];
    for (act, name) in which.iter().zip(&names) {
        let (now, offered): (u32, &[u32]) = match *act {
            "mbps" => (race.mbps, &LINES_MBPS),
            "size" => (race.size_gb, &SIZES_GB),
            "connections" => (race.connections, &CONNECTIONS),
            "window" => (race.window_kb, &WINDOWS_KB),
            _ => (race.loss_ppm, &LOSSES_PPM),
        };
        let at = offered.iter().position(|it| *it == now).unwrap_or(0);
        let taken = slider_row(ui, columns, name, (at, offered.len()), |step| written(act, offered[step]));
        actions.when(taken.is_some(), do_idea(&format!("{act} {}", offered[taken.unwrap_or(0)])));
    }
}

fn do_idea(act: &str) -> Action {
    Action::Act(vec![format!("idea {act}")])
}
