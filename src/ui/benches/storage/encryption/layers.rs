//! How an object is stored: its bytes before, the key that encrypts them, where that key is kept, and the bytes after, layer by layer.
//! All bytes are the model's own AES-256-GCM.

use egui::{CornerRadius, Frame, Label, Margin, RichText, Sense, Ui, Vec2};

use super::{
    data::{EncryptionData, Holder, ObjectNow, Shell},
    ways,
};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{CORNER, ICON, bold, code, heading, mix, muted, space},
        widgets::{Icon, card},
    },
};

/// The colour of storage among the families.
const STORAGE: usize = 1;
/// Bytes of each text that are shown.
const N_BYTES: usize = 20;
/// The same on a projector, where they stand on the line of their name.
const N_BYTES_PRESENTED: usize = 8;
/// Bytes of a key that are shown.
const N_KEY_BYTES: usize = 6;

/// Draws the layers of an object.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &EncryptionData, object: &ObjectNow) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        let name = ways::name(view, object.way);
        ui.label(heading(view.tr_with("encryption-layers-head", &[("way", name.into())])));
        if !view.presents() {
            ui.label(muted(view.tr(&format!("encryption-holder-{}", object.way.id()))));
        }
        let Some(stored) = &object.stored else {
            ui.label(muted(view.tr("encryption-layers-none")));
            return;
        };
        bytes_ui(ui, view, "encryption-bytes-plain", &stored.plaintext, false);
        for (n, layer) in stored.layers.iter().enumerate() {
            layer_ui(ui, view, data, layer);
            let last = n + 1 == stored.layers.len();
            let key = match (&layer.holder, last) {
                (Holder::Client, _) => "encryption-bytes-sent",
                (_, true) => "encryption-bytes-stored",
                (_, false) => "encryption-bytes-between",
            };
            bytes_ui(ui, view, key, &layer.ciphertext, true);
        }
    });
}

/// A box of bytes: readable text as text, all as hexadecimal.
fn bytes_ui(ui: &mut Ui, view: &View<'_>, key: &str, bytes: &[u8], sealed: bool) {
    let palette = view.palette();
    let fill = if sealed { mix(palette.surface, palette.families[STORAGE], 0.14) } else { palette.ground };
    let margin = Margin::symmetric(space::INSIDE as i8, space::GRID as i8);
    Frame::new().fill(fill).stroke(view.theme.strong_line()).corner_radius(CornerRadius::same(CORNER)).inner_margin(margin).show(
        ui,
        |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_wrapped(|ui| {
                ui.label(bold(view.tr(key)));
                ui.label(muted(format::bytes(bytes.len() as u64)));
                if view.presents() {
                    let shown = if sealed { hex(bytes, N_BYTES_PRESENTED) } else { first_line(bytes) };
                    ui.add(Label::new(code(shown)).extend());
                }
            });
            if !view.presents() {
                let shown = if sealed { hex(bytes, N_BYTES) } else { first_line(bytes) };
                ui.add(Label::new(code(shown)).wrap());
            }
        },
    );
}

/// What happens between two boxes: the key that encrypts, and who keeps it.
fn layer_ui(ui: &mut Ui, view: &View<'_>, data: &EncryptionData, layer: &Shell) {
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
        Icon::ChevronDown.paint(ui.painter(), rect, view.palette().text);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let key = || ("key", short(&layer.key).into());
            let told = match &layer.holder {
                Holder::Client => view.tr_with("encryption-layer-client", &[key()]),
                Holder::Customer => view.tr_with("encryption-layer-customer", &[key()]),
                Holder::S3 | Holder::Kms(_) => view.tr_with("encryption-layer-data-key", &[key()]),
            };
            ui.add(Label::new(told).wrap());
            let Some(kept) = kept(view, data, layer) else { return };
            ui.add(Label::new(RichText::new(kept).color(view.palette().muted)).wrap());
        });
    });
}

/// Where a data key is kept, and how; nothing for keys that AWS does not keep.
fn kept(view: &View<'_>, data: &EncryptionData, layer: &Shell) -> Option<String> {
    let wrapped = || ("wrapped", hex(&layer.stored_key, N_KEY_BYTES).into());
    match &layer.holder {
        Holder::Client | Holder::Customer => None,
        Holder::S3 => Some(view.tr_with("encryption-kept-s3", &[wrapped()])),
        Holder::Kms(_) if layer.stored_key.is_empty() => Some(view.tr("encryption-kept-gone")),
        Holder::Kms(name) => {
            let state = data.key.as_ref().map_or("", |key| key.state.name());
            Some(view.tr_with("encryption-kept-kms", &[("name", name.as_str().into()), ("state", state.into()), wrapped()]))
        }
    }
}

/// The beginning of a key in hexadecimal.
fn short(hex: &str) -> String {
    let shown = hex.get(..2 * N_KEY_BYTES).unwrap_or(hex);
    format!("{shown}…")
}

/// The first bytes, in pairs of digits.
fn hex(bytes: &[u8], most: usize) -> String {
    let pairs: Vec<String> = bytes.iter().take(most).map(|byte| format!("{byte:02x}")).collect();
    let more = if bytes.len() > most { " …" } else { "" };
    format!("{}{more}", pairs.join(" "))
}

/// Text on one line, as far as it is shown.
fn first_line(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.trim_end().replace('\n', " · ")
}
