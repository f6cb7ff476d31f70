//! The handles: a new bucket, or an upload. It writes commands; whether AWS takes them is told by the model.

use egui::{Align, Align2, ComboBox, Layout, Response, TextEdit, Ui, vec2};
use skylab_cloud::{ident::Region, s3::StorageClass};

use super::{
    data::BucketsData,
    lines::{self, Upload},
    scenes::{NAMES, Scene},
    verdict,
};
use crate::{
    i18n::format,
    ui::{
        View,
        action::{Action, Actions},
        benches::samples::{SAMPLES, Sample},
        theme::{TARGET, muted, space},
        widgets::{Icon, called, card, text_button, toggle},
    },
};

/// High enough for every choice of a list that is not very long.
const LIST_HEIGHT: f32 = 320.0;
/// Names that take more of the width stand above what they name.
const NAME_SHARE: f32 = 0.42;

/// Which handle is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    Create,
    Upload,
}

/// What is being filled in.
pub(super) struct Form {
    tab: Tab,
    /// Names that the scene offers.
    offered: &'static [&'static str],
    name: String,
    region: Region,
    sample: usize,
    key: String,
    /// The prefix that the key was suggested for; none once the learner wrote a key.
    suggested: Option<String>,
    content_type: String,
    class: String,
    metadata: String,
    tags: String,
    /// Whether the fields that most uploads leave alone are shown.
    shows_more: bool,
    /// Whether the learner's own file is uploaded instead of a sample.
    own: bool,
    /// The path of such a file as typed.
    path: String,
}

impl Form {
    pub(super) fn of(scene: &Scene) -> Self {
        let sample = &SAMPLES[0];
        Self {
            tab: scene.tab,
            offered: if scene.id == "names" { &NAMES } else { &[] },
            name: scene.name.to_owned(),
            region: Region::SEOUL,
            sample: 0,
            key: sample.name.to_owned(),
            suggested: Some(String::new()),
            content_type: sample.content_type.to_owned(),
            class: StorageClass::Standard.name().to_owned(),
            metadata: String::new(),
            tags: String::new(),
            shows_more: false,
            own: false,
            path: String::new(),
        }
    }

    /// Draws the card.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &BucketsData, actions: &mut Actions) {
        card(ui, view.theme, None, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::INSIDE;
            ui.horizontal_wrapped(|ui| {
                for (tab, key) in [(Tab::Create, "buckets-create"), (Tab::Upload, "buckets-upload")] {
                    if toggle(ui, &view.tr(key), self.tab == tab).clicked() {
                        self.tab = tab;
                    }
                }
            });
            match self.tab {
                Tab::Create => self.create_ui(ui, view, actions),
                Tab::Upload => self.upload_ui(ui, view, data, actions),
            }
        });
    }

    fn create_ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let names = ["buckets-name", "buckets-region"].map(|key| view.tr(key));
        let column = widest(ui, &names);
        field(ui, column, &names[0], &mut self.name, "");
        if !self.offered.is_empty() {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::GRID, space::GRID);
                for name in self.offered {
                    // a bucket of that name may be in the list
                    let said = view.tr_with("buckets-offered", &[("name", (*name).into())]);
                    if called(toggle(ui, name, self.name == *name), &said).clicked() {
                        (*name).clone_into(&mut self.name);
                    }
                }
            });
        }
        choice(ui, column, &names[1], self.region.name(), |ui| {
            for region in Region::all() {
                ui.selectable_value(&mut self.region, region, region.name());
            }
        });
        verdict::ui(ui, view, &self.name);
        ui.horizontal(|ui| {
            let create = text_button(ui, Icon::Add, &view.tr("buckets-create-do"), true);
            actions.when(create.clicked(), Action::Act(vec![lines::create(&self.name, self.region.name())]));
        });
    }

    fn upload_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &BucketsData, actions: &mut Actions) {
        self.suggest(&data.place.prefix);
        let names =
            ["buckets-file", "buckets-key", "buckets-type", "buckets-class", "buckets-metadata", "buckets-tags"].map(|key| view.tr(key));
        let column = widest(ui, &names);
        let before = self.sample;
        choice(ui, column, &names[0], SAMPLES[before].name, |ui| {
            for (n, sample) in SAMPLES.iter().enumerate() {
                ui.selectable_value(&mut self.sample, n, sample_name(sample));
            }
        });
        if self.sample != before {
            SAMPLES[self.sample].content_type.clone_into(&mut self.content_type);
            self.suggested = None;
            self.suggest(&data.place.prefix);
        }
        if field(ui, column, &names[1], &mut self.key, "") {
            self.suggested = None;
        }
        field(ui, column, &names[2], &mut self.content_type, &view.tr("buckets-none"));
        if self.shows_more {
            choice(ui, column, &names[3], &self.class.clone(), |ui| {
                for class in StorageClass::ALL {
                    ui.selectable_value(&mut self.class, class.name().to_owned(), class.name());
                }
            });
            field(ui, column, &names[4], &mut self.metadata, &view.tr("buckets-metadata-hint"));
            field(ui, column, &names[5], &mut self.tags, &view.tr("buckets-tags-hint"));
            self.own_ui(ui, view, column, actions);
        }
        let file = view.stage.brought.filter(|_| self.own).map_or(SAMPLES[self.sample].name, |(name, _)| name);
        let bucket = data.place.bucket.as_str();
        ui.horizontal_wrapped(|ui| {
            let upload = text_button(ui, Icon::ChevronUp, &view.tr("buckets-upload-do"), !bucket.is_empty());
            actions.when(upload.clicked(), Action::Act(vec![lines::upload(bucket, &self.upload(file))]));
            if toggle(ui, &view.tr("buckets-more"), self.shows_more).clicked() {
                self.shows_more = !self.shows_more;
            }
            if bucket.is_empty() {
                ui.label(muted(view.tr("buckets-upload-where")));
            }
        });
    }

    /// A file of the learner's disk: chosen in the system's dialog, or by its path where none can open.
    fn own_ui(&mut self, ui: &mut Ui, view: &View<'_>, column: f32, actions: &mut Actions) {
        field(ui, column, &view.tr("buckets-own-path"), &mut self.path, "");
        ui.horizontal_wrapped(|ui| {
            actions.when(text_button(ui, Icon::Search, &view.tr("buckets-own-pick"), true).clicked(), Action::Bring(None));
            let path = self.path.trim();
            let take = text_button(ui, Icon::Add, &view.tr("buckets-own-take"), !path.is_empty());
            actions.when(take.clicked(), Action::Bring(Some(path.into())));
        });
        if let Some((name, len)) = view.stage.brought {
            let shown = view.tr_with("buckets-own-file", &[("name", name.into()), ("size", format::bytes(len).into())]);
            if toggle(ui, &shown, self.own).clicked() {
                self.own = !self.own;
                if self.own {
                    name.clone_into(&mut self.key);
                    self.content_type.clear();
                    self.suggested = None;
                }
            }
        }
    }

    /// What would be made: bucket, region and key.
    pub(super) fn draft(&self) -> (&str, &'static str, &str) {
        (&self.name, self.region.name(), &self.key)
    }

    /// The usual class is what a request means that names none.
    fn upload<'a>(&'a self, file: &'a str) -> Upload<'a> {
        Upload {
            file,
            key: &self.key,
            content_type: &self.content_type,
            class: if self.class == StorageClass::Standard.name() { "" } else { &self.class },
            metadata: &self.metadata,
            tags: &self.tags,
        }
    }

    /// The key goes along with the prefix that is shown, until the learner writes one.
    fn suggest(&mut self, prefix: &str) {
        let is_own = SAMPLES.iter().all(|sample| !self.key.ends_with(sample.name));
        if self.suggested.as_deref() == Some(prefix) || (self.suggested.is_none() && is_own) {
            return;
        }
        self.key = format!("{prefix}{}", SAMPLES[self.sample].name);
        self.suggested = Some(prefix.to_owned());
    }
}

fn sample_name(sample: &Sample) -> String {
    format!("{}  {}", sample.name, format::bytes(sample.body().len()))
}

/// The width of the widest of these names.
pub(super) fn widest(ui: &Ui, names: &[String]) -> f32 {
    let font = egui::TextStyle::Body.resolve(ui.style());
    let width = |name: &String| ui.painter().layout_no_wrap(name.clone(), font.clone(), egui::Color32::PLACEHOLDER).size().x;
    names.iter().map(width).fold(0.0, f32::max).ceil()
}

/// Something with its name before it, or above where the name takes too much of the width.
fn with_name<R>(ui: &mut Ui, column: f32, name: &str, add: impl FnOnce(&mut Ui, &Response) -> R) -> R {
    if column > NAME_SHARE * ui.available_width() {
        let label = ui.label(name);
        return add(ui, &label);
    }
    let shown = ui.horizontal(|ui| {
        let label = named(ui, column, name);
        add(ui, &label)
    });
    shown.inner
}

fn named(ui: &mut Ui, column: f32, name: &str) -> Response {
    let row = Layout::left_to_right(Align::Center);
    let shown = ui.allocate_ui_with_layout(vec2(column, TARGET), row, |ui| {
        ui.set_min_width(column);
        ui.label(name)
    });
    shown.inner
}

/// A text with its name before it. True if it was changed.
fn field(ui: &mut Ui, column: f32, name: &str, text: &mut String, hint: &str) -> bool {
    with_name(ui, column, name, |ui, label| {
        let edit = TextEdit::singleline(text).desired_width(ui.available_width()).align(Align2::LEFT_CENTER).hint_text(hint);
        ui.add(edit).labelled_by(label.id).changed()
    })
}

/// A list to choose from with its name before it.
fn choice(ui: &mut Ui, column: f32, name: &str, chosen: &str, options: impl FnOnce(&mut Ui)) {
    with_name(ui, column, name, |ui, label| {
        let list = ComboBox::from_id_salt(name).width(ui.available_width()).height(LIST_HEIGHT).selected_text(chosen);
        list.show_ui(ui, options).response.labelled_by(label.id);
    });
}
