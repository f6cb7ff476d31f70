//! Two bars, as long as the bytes that go over the line: one PUT, and the same file in parts. What is sent in vain is hatched.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{
    Shown,
    line::{Line, Progress},
    parts::{Piece, key_ui, refusal_ui},
    story,
};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{bold, heading, space},
        widgets::{card, fact},
    },
};

/// The heights of both bars together, within which they follow the room.
pub(super) const BOTH_BARS: [f32; 2] = [44.0, 120.0];
/// Most parts that are told apart by their edges.
const MAX_EDGES: u64 = 120;

/// Bytes over the line in their order, what of them was in vain, and how long it took.
struct Lane {
    pieces: Vec<(Piece, u64)>,
    millis: u64,
}

impl Lane {
    fn of(line: &Line, in_parts: bool) -> Self {
        let at = line.at_break();
        let (kept, lost) = if in_parts { (at.sent_bytes - at.lost_bytes, at.lost_bytes) } else { (0, at.sent_bytes) };
        let rest = line.file_bytes() - kept;
        let n_connections = if in_parts { u64::from(line.parallel) } else { 1 };
        let until_break = (u128::from(at.sent_bytes) * 1_000 / u128::from(line.rate(n_connections).max(1))) as u64;
        let whole = if in_parts { line.parts_millis(0) } else { line.put_millis() };
        let (pieces, millis) = match (line.progress, line.broke) {
            (Progress::Waiting, _) => (vec![(Piece::ToCome, line.file_bytes())], 0),
            (Progress::Broken, _) => (vec![(Piece::Kept, kept), (Piece::Lost, lost), (Piece::ToCome, rest)], until_break),
            (Progress::Done, true) => {
                let left = if in_parts { line.parts_millis(at.n_safe) } else { whole };
                (vec![(Piece::Kept, kept), (Piece::Lost, lost), (Piece::Kept, rest)], until_break + left)
            }
            (Progress::Done, false) => (vec![(Piece::Kept, line.file_bytes())], whole),
        };
        Self { pieces, millis }
    }

    fn bytes(&self, of: Piece) -> u64 {
        self.pieces.iter().filter(|(piece, _)| *piece == of).map(|(_, bytes)| bytes).sum()
    }
}

/// Draws both lanes with bars of that height.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, shown: &Shown, height: f32) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        lanes_ui(ui, view, shown, height);
    });
}

/// The same without a frame.
pub(super) fn lanes_ui(ui: &mut Ui, view: &View<'_>, shown: &Shown, height: f32) {
    let line = &shown.line;
    let verdicts = [&shown.put, &shown.parts];
    for (n, name) in [view.tr("multipart-one"), story::parts(view, line)].into_iter().enumerate() {
        ui.label(heading(name.as_str()));
        let refusal = verdicts[n].as_ref().err().filter(|_| shown.is_answered());
        if let Some(refusal) = refusal {
            refusal_ui(ui, view, &refusal.code, &refusal.message, story::why(refusal));
            continue;
        }
        let course = Lane::of(line, n == 1);
        bar_ui(ui, view, line, &course, (n == 1, &name), height);
        facts_ui(ui, view, line, &course, n == 1);
    }
    key_ui(ui, view);
}

fn bar_ui(ui: &mut Ui, view: &View<'_>, line: &Line, course: &Lane, (in_parts, name): (bool, &str), height: f32) {
    let (area, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    // a bar as long as the card is the file once, and what a PUT may have to send again
    let most = line.file_bytes() + if line.broke { line.at_break().sent_bytes } else { 0 };
    let wide = |bytes: u64| area.width() * (bytes as f64 / most as f64) as f32;
    let mut left = area.left();
    for (piece, bytes) in &course.pieces {
        let rect = Rect::from_min_size(pos2(left, area.top()), vec2(wide(*bytes), height));
        piece.paint(ui.painter(), view, rect);
        if in_parts && *piece != Piece::Lost && line.n_parts() <= MAX_EDGES {
            let step = wide(line.part_bytes());
            let mut edge = rect.left() + step;
            while edge < rect.right() - 1.0 {
                let stroke = egui::Stroke::new(view.theme.line_width(), view.palette().surface);
                let stroke = if *piece == Piece::Kept { stroke } else { view.theme.line() };
                ui.painter().vline(edge, rect.y_range(), stroke);
                edge += step;
            }
        }
        left = rect.right();
    }
    let args = [
        ("name", name.into()),
        ("kept", format::bytes(course.bytes(Piece::Kept)).into()),
        ("lost", format::bytes(course.bytes(Piece::Lost)).into()),
        ("left", format::bytes(course.bytes(Piece::ToCome)).into()),
    ];
    let told = view.tr_with("multipart-bar", &args);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
    response.on_hover_text(told);
}

/// Speed, and once it was sent: time, and what went twice.
fn facts_ui(ui: &mut Ui, view: &View<'_>, line: &Line, course: &Lane, in_parts: bool) {
    let n_connections = if in_parts { u64::from(line.parallel) } else { 1 };
    let rate = view.tr_with("multipart-per-second", &[("bytes", format::bytes(line.rate(n_connections)).into())]);
    let mut facts = vec![("multipart-rate", rate, "multipart-rate-how")];
    if line.progress != Progress::Waiting {
        facts.push(("multipart-lost", format::bytes(course.bytes(Piece::Lost)), "multipart-lost-how"));
        facts.push(("multipart-time", story::time(view, course.millis), "multipart-time-how"));
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::BETWEEN, space::GRID / 2.0);
        for (name, number, how) in facts {
            let mut job = fact(ui, &view.tr(name), bold(number));
            job.wrap.max_width = f32::INFINITY;
            let galley = ui.painter().layout_job(job);
            if ui.available_size_before_wrap().x < galley.size().x {
                ui.end_row();
            }
            ui.label(galley).on_hover_text(view.tr(how));
        }
    });
}
