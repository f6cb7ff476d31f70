//! What goes with the picture of the line: time against parts at once, S3's limits for this set-up, and what happened.

use egui::Ui;
use skylab_cloud::s3::{MAX_PART_NUMBER, MAX_SINGLE_BYTES, MIN_PART_BYTES};

use super::{
    Shown,
    line::{Line, PARALLELS},
    story,
};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{bold, code, heading, muted, small, space},
        widgets::{
            Icon, card,
            chart::{Chart, Series, Shape},
        },
    },
};

/// The height within which the chart follows the room.
pub(super) const CHART: [f32; 2] = [170.0, 420.0];

/// Minutes of one PUT and of parts, by how many go at once; empty until it was sent whole.
pub(super) fn chart_ui(ui: &mut Ui, view: &View<'_>, line: &Line, height: f32) {
    let minutes = |millis: u64| millis as f64 / 60_000.0;
    let x = |n: usize| n as f64;
    let all = || PARALLELS.iter().enumerate();
    let series = if line.times.is_some() {
        let put = all().map(|(n, _)| [x(n), minutes(line.put_millis())]).collect();
        let parts = all().map(|(n, parallel)| [x(n), minutes(Line { parallel: *parallel, ..line.clone() }.parts_millis(0))]).collect();
        vec![
            Series { name: view.tr("multipart-one"), color: 1, shape: Shape::Dashed, points: put },
            Series { name: view.tr("multipart-in-parts"), color: 2, shape: Shape::Line, points: parts },
        ]
    } else {
        Vec::new()
    };
    let now = PARALLELS.iter().position(|parallel| *parallel == line.parallel).unwrap_or(0);
    let chart = Chart {
        id: "multipart-time",
        head: view.tr("multipart-chart-head"),
        x_name: view.tr("multipart-set-parallel"),
        now: (!series.is_empty()).then_some(x(now)),
        series,
        marks: Vec::new(),
        x_format: &|step| {
            let n = step.round();
            if (step - n).abs() < 1e-6 { PARALLELS.get(n as usize).map(u32::to_string).unwrap_or_default() } else { String::new() }
        },
        y_format: &|minutes| format::decimal(minutes, usize::from(minutes > 0.0 && minutes < 10.0)),
        x_range: [0.0, x(PARALLELS.len() - 1)],
        y_least: minutes(line.put_millis().max(line.parts_millis(0))) * 1.05,
        empty: view.tr("multipart-chart-empty"),
    };
    chart.ui(ui, view, height);
}

/// The four limits, each beside what this set-up has.
pub(super) fn limits_ui(ui: &mut Ui, view: &View<'_>, shown: &Shown) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::INSIDE;
        ui.label(heading(view.tr("multipart-limits-head")));
        let line = &shown.line;
        if line.asked.is_empty() && !shown.is_answered() {
            // the limits would give the first prediction away
            ui.label(muted(view.tr("multipart-limits-unasked")));
            return;
        }
        let (single, least) = (format::bytes_binary(MAX_SINGLE_BYTES), format::bytes_binary(MIN_PART_BYTES));
        let n_parts = i64::try_from(line.n_parts()).unwrap_or(i64::MAX);
        let rows = [
            ("multipart-limit-put", single.clone(), format::bytes(line.file_bytes()), line.file_bytes() <= MAX_SINGLE_BYTES),
            ("multipart-limit-least", least, format::bytes(line.part_bytes()), line.part_bytes() >= MIN_PART_BYTES || n_parts == 1),
            ("multipart-limit-most", single, format::bytes(line.part_bytes()), line.part_bytes() <= MAX_SINGLE_BYTES),
            ("multipart-limit-parts", format::count(MAX_PART_NUMBER), format::count(n_parts), n_parts <= MAX_PART_NUMBER),
        ];
        for (key, limit, own, is_kept) in rows {
            ui.horizontal_wrapped(|ui| {
                if shown.is_answered() {
                    let (icon, color) = if is_kept { (Icon::Ok, view.palette().ok) } else { (Icon::Failed, view.palette().failed) };
                    let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(crate::ui::theme::ICON), egui::Sense::hover());
                    icon.paint(ui.painter(), rect, color);
                }
                ui.label(view.tr_with(key, &[("limit", limit.into()), ("own", own.into())]));
            });
        }
    });
}

/// One sentence on what was done last, and how it is typed.
pub(super) fn happened_ui(ui: &mut Ui, view: &View<'_>, shown: &Shown) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(bold(view.tr("multipart-happened")));
        ui.label(story::happened(view, shown));
        let line = &shown.line;
        ui.label(small(view.tr("multipart-cli")));
        for typed in [
            "aws s3api put-object --bucket backups-417 --key backup.tar --body backup.tar".to_owned(),
            format!("aws configure set default.s3.multipart_chunksize {}", line.part_bytes()),
            format!("aws configure set default.s3.max_concurrent_requests {}", line.parallel),
            "aws s3 cp backup.tar s3://backups-417/".to_owned(),
        ] {
            ui.add(egui::Label::new(code(typed)).wrap().selectable(true));
        }
    });
}
