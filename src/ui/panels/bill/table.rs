//! The lines of a bill by service: usage type with its plain meaning, quantity, unit price, amount.

use egui::{Align, Label, Layout, RichText, Ui, vec2};

use super::data::{BillData, Group, Item};
use super::meaning;
use super::money::{Digits, Won, quantity, unit_price};
use crate::ui::View;
use crate::ui::theme::{bold, code, muted, small, space};
use crate::ui::widgets::card;

/// Shares of the width of quantity, unit price, amount, and won if there is a rate; the rest is the usage type's.
const SHARES: [f32; 4] = [0.17, 0.20, 0.15, 0.15];

/// The columns of a table.
struct Columns {
    usage: f32,
    others: Vec<f32>,
    digits: Digits,
    won: Option<Won>,
}

/// Draws them in a card.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &BillData) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        if data.groups.is_empty() {
            ui.label(view.tr("bill-no-lines"));
            return;
        }
        let columns = Columns::new(ui, view, data);
        columns.head_ui(ui, view);
        for group in &data.groups {
            columns.group_ui(ui, view, group);
        }
        ui.separator();
        let won = columns.won.as_ref().map(|won| won.about(view.lang, data.sum));
        columns.sum_ui(ui, view.tr("bill-total"), columns.digits.written(data.sum), won);
    });
}

/// A service as people know it, from its name on a bill.
fn service_name(service: &str) -> &str {
    match service {
        "AmazonS3" => "Amazon S3",
        other => other,
    }
}

impl Columns {
    fn new(ui: &Ui, view: &View<'_>, data: &BillData) -> Self {
        let won = Won::of(view);
        let shares = if won.is_some() { &SHARES[..] } else { &SHARES[..3] };
        let width = ui.available_width() - shares.len() as f32 * space::INSIDE;
        let others: Vec<f32> = shares.iter().map(|share| width * share).collect();
        Self { usage: width - others.iter().sum::<f32>(), others, digits: Digits::for_sum(data.sum), won }
    }

    fn head_ui(&self, ui: &mut Ui, view: &View<'_>) {
        let names = ["bill-quantity", "bill-unit-price", "bill-amount", "bill-won"].map(|key| muted(view.tr(key)));
        self.row_ui(ui, |ui| _ = ui.add(Label::new(muted(view.tr("bill-usage-type"))).wrap()), names.into_iter().collect());
        ui.separator();
    }

    fn group_ui(&self, ui: &mut Ui, view: &View<'_>, group: &Group) {
        let won = self.won.as_ref().map(|won| won.about(view.lang, group.sum));
        self.sum_ui(ui, service_name(group.service).to_owned(), self.digits.written(group.sum), won);
        group.items.iter().for_each(|item| self.item_ui(ui, view, item));
    }

    /// A name and an amount in bold, under the amounts.
    fn sum_ui(&self, ui: &mut Ui, name: String, amount: String, won: Option<String>) {
        let mut cells = vec![RichText::new(""), RichText::new(""), bold(amount)];
        cells.extend(won.map(bold));
        self.row_ui(ui, |ui| _ = ui.add(Label::new(bold(name)).wrap()), cells);
    }

    fn item_ui(&self, ui: &mut Ui, view: &View<'_>, item: &Item) {
        let price = match (item.unit_prices.as_slice(), item.is_estimated) {
            ([], _) => String::new(),
            (prices, false) => unit_price(view, item.unit, prices),
            (prices, true) => view.tr_with("bill-estimated", &[("price", unit_price(view, item.unit, prices).into())]),
        };
        let amount = item.amount.map_or_else(|| view.tr("bill-no-price"), |amount| self.digits.written(amount));
        let mut cells = vec![small(quantity(view, item.unit, item.quantity)), small(price), RichText::new(amount)];
        if let (Some(won), Some(amount)) = (&self.won, item.amount) {
            cells.push(small(won.about(view.lang, amount)));
        }
        let row = self.row_ui(ui, |ui| usage_ui(ui, view, item), cells);
        row.on_hover_text(by_resource(view, item));
    }

    /// The usage type on the left, the other cells on the right of their columns.
    fn row_ui(&self, ui: &mut Ui, usage: impl FnOnce(&mut Ui), cells: Vec<RichText>) -> egui::Response {
        let row = ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::INSIDE;
            ui.allocate_ui_with_layout(vec2(self.usage, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(self.usage);
                ui.spacing_mut().item_spacing.y = 0.0;
                usage(ui);
            });
            for (width, cell) in self.others.iter().zip(cells) {
                ui.allocate_ui_with_layout(vec2(*width, 0.0), Layout::top_down(Align::Max), |ui| {
                    ui.set_width(*width);
                    ui.add(Label::new(cell).wrap().halign(Align::Max));
                });
            }
        });
        row.response
    }
}

/// AWS's name and, below it, the plain meaning.
fn usage_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    ui.add(Label::new(code(&item.usage_type)).wrap());
    let meaning = meaning::told(view, item.region, &item.usage_type, &item.operation);
    let operation = (!item.operation.is_empty()).then(|| item.operation.clone());
    let below: Vec<String> = meaning.into_iter().chain(operation).collect();
    if !below.is_empty() {
        ui.add(Label::new(muted(below.join(" · "))).wrap());
    }
}

/// Which buckets the quantity comes from.
fn by_resource(view: &View<'_>, item: &Item) -> String {
    let of = item.resources.iter().map(|(name, part)| format!("{name}: {}", quantity(view, item.unit, *part)));
    of.collect::<Vec<_>>().join("\n")
}
