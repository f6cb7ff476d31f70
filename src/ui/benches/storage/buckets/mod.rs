//! 2.2.1 to 2.2.3 Amazon S3, its use cases, buckets and objects: make buckets, upload, browse, and take a URL to pieces. What happens
//! is the simulator's; files from the learner's own disk are not read here.

mod address;
mod answers;
mod browser;
mod data;
mod details;
mod form;
mod happened;
mod lines;
mod log;
mod place;
mod scenes;
mod story;
mod url;
mod verdict;

use std::borrow::Cow;

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use crate::ui::{
    Beat, Bench, Panel, StageView, View,
    action::Actions,
    theme::space,
    widgets::{scrolling, toggle},
};
use address::Handles;
use data::BucketsData;
use form::Form;
use log::{Answered, Refusal, Who};
use place::Place;
use scenes::{IDS, Scene, scene};

/// The handles' width beside the views.
const FORM_WIDTH: f32 = 300.0;
const ROOMY_FORM_WIDTH: f32 = 340.0;
/// From this width on, the views stand side by side.
const ROOMY_WIDTH: f32 = 1_060.0;
/// Requests listed beside the handles, and on a projector.
const N_HAPPENED: usize = 4;
const N_PRESENTED: usize = 2;

/// Which of the linked views is shown where there is no room for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Url,
    Object,
    Json,
}

/// See the module.
pub(in crate::ui::benches) struct Buckets {
    scene: &'static Scene,
    form: Form,
    side: Side,
    url_form: url::Form,
    place: Place,
    /// How many requests the place has followed.
    n_followed: usize,
    /// View-data and the revision it was made from.
    data: Option<(u64, BucketsData)>,
}

impl Default for Buckets {
    fn default() -> Self {
        Self::of(scene(0))
    }
}

impl Panel for Buckets {
    fn id(&self) -> &'static str {
        "buckets"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        scrolling(ui, ScrollArea::vertical().id_salt("buckets").auto_shrink([false, false]), |ui| {
            ui.spacing_mut().item_spacing.y = space::BETWEEN;
            let width = ui.available_width();
            let is_roomy = width >= ROOMY_WIDTH;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::BETWEEN;
                let column = Layout::top_down(Align::Min);
                let form_width = if is_roomy { ROOMY_FORM_WIDTH } else { FORM_WIDTH };
                let rest = width - form_width - space::BETWEEN;
                ui.allocate_ui_with_layout(vec2(form_width, 0.0), column, |ui| self.left_ui(ui, view, actions));
                if is_roomy {
                    let half = (rest - space::BETWEEN) / 2.0;
                    ui.allocate_ui_with_layout(vec2(half, 0.0), column, |ui| self.roomy_ui(ui, view, actions));
                    ui.allocate_ui_with_layout(vec2(half, 0.0), column, |ui| self.roomy_right_ui(ui, view, actions));
                } else {
                    ui.allocate_ui_with_layout(vec2(rest, 0.0), column, |ui| self.right_ui(ui, view, actions));
                }
            });
        });
    }
}

impl Buckets {
    fn of(scene: &'static Scene) -> Self {
        Self {
            scene,
            form: Form::of(scene),
            side: scene.side,
            url_form: url::Form::default(),
            place: scene.place(),
            n_followed: 0,
            data: None,
        }
    }

    fn is_fresh(&self, view: &View<'_>) -> bool {
        let stage = &view.stage;
        let is_now = |data: &BucketsData| data.now == stage.sandbox.now() && data.place == self.place;
        self.data.as_ref().is_some_and(|(revision, data)| *revision == stage.revision && is_now(data))
    }

    /// The place after the requests that came since; after a step back it is found again from the start.
    fn followed(&self, view: &View<'_>) -> (Place, usize) {
        let requests: Vec<Answered> = log::answered(view.stage.sandbox).collect();
        let goes_on = requests.len() >= self.n_followed && self.data.is_some();
        let (mut place, known) = if goes_on { (self.place.clone(), self.n_followed) } else { (self.scene.place(), 0) };
        requests[known..].iter().for_each(|request| place.follow(request));
        let world = view.stage.sandbox.world();
        if world.s3.bucket(&place.bucket).is_none() {
            place = Place::default();
        }
        (place, requests.len())
    }

    /// The view-data as of now, also before the bench itself is drawn in this frame.
    fn current(&self, view: &View<'_>) -> Cow<'_, BucketsData> {
        match &self.data {
            Some((_, data)) if self.is_fresh(view) => Cow::Borrowed(data),
            _ => Cow::Owned(of_place(view, &self.followed(view).0)),
        }
    }

    fn go(&mut self, place: Option<Place>) {
        if let Some(place) = place {
            self.place = place;
        }
    }

    /// The handles, and what came of them.
    fn left_ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let Some((_, data)) = &self.data else { return };
        self.form.ui(ui, view, data, actions);
        happened::ui(ui, view, data, N_HAPPENED);
    }

    /// The browser, and one of the linked views.
    fn right_ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let Some((_, data)) = &self.data else { return };
        let place = browser::ui(ui, view, data, actions);
        ui.horizontal_wrapped(|ui| {
            for (side, key) in [(Side::Url, "buckets-url"), (Side::Object, "buckets-object"), (Side::Json, "buckets-answer")] {
                if toggle(ui, &view.tr(key), self.side == side).clicked() {
                    self.side = side;
                }
            }
        });
        let mut handles = Handles { form: &mut self.url_form, draft: self.form.draft(), head: false };
        match self.side {
            Side::Url => address::ui(ui, view, data, &mut handles, actions),
            Side::Object => details::ui(ui, view, data, false, actions),
            Side::Json => details::json_ui(ui, view, data, false),
        }
        self.go(place);
    }

    fn roomy_ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let Some((_, data)) = &self.data else { return };
        let place = browser::ui(ui, view, data, actions);
        details::ui(ui, view, data, true, actions);
        self.go(place);
    }

    fn roomy_right_ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let Some((_, data)) = &self.data else { return };
        let mut handles = Handles { form: &mut self.url_form, draft: self.form.draft(), head: true };
        address::ui(ui, view, data, &mut handles, actions);
        details::json_ui(ui, view, data, true);
    }
}

/// The view-data of a place, with a command on top that AWS never saw.
fn of_place(view: &View<'_>, place: &Place) -> BucketsData {
    let mut data = BucketsData::of(view.stage.sandbox, place);
    if let Some((code, message)) = view.stage.last_act.and_then(|act| act.refusal.as_ref())
        && !data.happened.first().is_some_and(|it| it.has_code(code))
    {
        let refusal = Some(Refusal { status: 0, code: code.clone(), message: message.clone() });
        let (bucket, key, prefix) = (String::new(), String::new(), String::new());
        data.happened.insert(0, Answered { at: data.now, operation: "", who: Who::Own, bucket, key, prefix, range: None, refusal });
    }
    data
}

impl Bench for Buckets {
    fn starts(&self) -> &'static [&'static str] {
        IDS
    }

    fn start(&self, start: usize) -> Vec<String> {
        scene(start).start.iter().map(|line| (*line).to_owned()).collect()
    }

    fn start_with(&mut self, start: usize) {
        *self = Self::of(scene(start));
    }

    fn beats(&self, start: usize) -> &'static [Beat] {
        scene(start).beats
    }

    fn answer(&self, beat: &Beat, run: &StageView<'_>) -> Option<usize> {
        answers::of(beat, run)
    }

    /// Makes the view-data anew when the sandbox or the place has changed.
    fn refresh(&mut self, view: &View<'_>) {
        if self.is_fresh(view) {
            return;
        }
        if self.data.as_ref().is_none_or(|(revision, _)| *revision != view.stage.revision) {
            (self.place, self.n_followed) = self.followed(view);
        }
        self.data = Some((view.stage.revision, of_place(view, &self.place)));
    }

    fn beat_text(&self, view: &View<'_>, beat: &Beat) -> Option<String> {
        Some(story::text(view, &self.current(view), beat))
    }

    /// One part at a time, as the beat asks for it.
    fn present_ui(&mut self, ui: &mut Ui, view: &View<'_>, beat: &Beat, actions: &mut Actions) {
        let Some((_, data)) = &self.data else { return };
        let mut place = None;
        let mut handles = Handles { form: &mut self.url_form, draft: self.form.draft(), head: false };
        match beat.id {
            "first-make" | "first-get" | "first-why" => address::ui(ui, view, data, &mut handles, actions),
            "site-head" | "site-put" | "site-why" | "media-get" | "media-seen" | "media-why" => details::ui(ui, view, data, false, actions),
            "names-free" | "names-why" => verdict::names_ui(ui, view, data),
            "lake-list" | "lake-why" | "backup-left" | "backup-why" => place = browser::ui(ui, view, data, actions),
            "lake-delete" | "backup-nights" => {
                place = browser::ui(ui, view, data, actions);
                happened::ui(ui, view, data, 1);
            }
            _ => happened::ui(ui, view, data, N_PRESENTED),
        }
        self.go(place);
    }
}
