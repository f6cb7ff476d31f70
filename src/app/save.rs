//! When what is kept: acts at once, a running clock every few seconds, the rest when the hands are still. The book does the writing.

use egui::Context;
use skylab_cloud::World;

use super::kept::{Hashes, KeptSeat, KeptWorld, Useless};
use super::notices;
use super::seats::{FREE, Seat};
use super::{App, Book};
use crate::i18n::{Lang, tr};
use crate::learn::course::Course;
use crate::ui::Bench;
use crate::ui::action::Action;
use crate::ui::theme::Theme;
use crate::ui::toasts::Weight;

/// How long changes of a running clock or a dragged handle may wait, in egui's seconds.
const WAITS_SECS: f64 = 2.0;

/// What waits to be kept.
#[derive(Default)]
pub(super) struct Saving {
    /// The sandbox in front has changed.
    changed: bool,
    /// Since when it waits.
    since: Option<f64>,
}

impl Saving {
    /// Something was done in the sandbox in front.
    pub(super) fn changed(&mut self) {
        self.changed = true;
    }
}

/// The end of the name under which a sandbox's snapshot is kept.
const SNAPSHOT: &str = ".world";

impl App {
    /// Opens the app as the learner left it: in the system's language and look at the first start.
    pub fn open_book(ctx: &Context, system_lang: Lang, system_theme: Theme, book: Book) -> Self {
        let mut app = Self::with_book(ctx, system_lang, system_theme, book);
        app.wear_settings(ctx);
        app.shell.tour = (!app.book.progress().tour_seen).then_some(0);
        app.come_back(ctx);
        app
    }

    /// Takes language and look from the settings; what they do not name stays as it is.
    pub(super) fn wear_settings(&mut self, ctx: &Context) {
        let settings = &self.book.progress().settings;
        let lang = settings.lang.as_deref().and_then(Lang::from_code).filter(|lang| Lang::ALL.contains(lang));
        let theme = settings.theme.as_deref().and_then(Theme::from_name).filter(|theme| *theme != Theme::Projector);
        let (text_scale, still) = (f32::from(settings.text_scale_percent) / 100.0, settings.reduce_motion);
        self.shell.lang = lang.unwrap_or(self.shell.lang);
        self.labs_speak();
        (self.shell.text_scale, self.shell.still) = (text_scale, still);
        self.dress(ctx, theme.unwrap_or(self.shell.theme));
    }

    /// Back to where the learner was, with the sandboxes as they were.
    fn come_back(&mut self, ctx: &Context) {
        if let Some(seat) = self.kept_seat(FREE, None) {
            self.seats.put(FREE, seat);
        }
        let place = self.book.progress().place.clone().unwrap_or_default();
        let known = place.section.filter(|id| Course::packed().section(id).is_some());
        let shows_section = place.screen == "section" && known.is_some();
        if let Some(lab) = &place.lab {
            self.come_back_to_lab(lab);
        }
        if let Some(section) = known {
            // behind another screen, it brings its sandbox back
            self.apply(ctx, Action::OpenSection(section));
        }
        if !place.screen.is_empty() && !shows_section {
            self.apply(ctx, Action::Open(place.screen));
        }
    }

    /// A sandbox as it was kept; `None` if there is none of use. A broken one is set aside, and the copy before it is tried.
    pub(super) fn kept_seat(&mut self, name: &str, bench: Option<(usize, usize)>) -> Option<Seat> {
        let Self { book, benches, labs, shell, .. } = self;
        let labs = (labs.shelf(), shell.lang);
        let the_bench: Option<(usize, &dyn Bench)> = bench.and_then(|(n, _)| Some((n, benches.get(n)?.as_ref())));
        let start = bench.map_or(0, |(_, start)| start);
        let mut text = book.load_run(name);
        while let Some(kept) = text {
            let snapshot = |hashes: &Hashes| kept_world(book, name, hashes);
            match KeptSeat::parse(&kept).and_then(|kept| kept.resume(name, the_bench, start, labs, snapshot)) {
                Ok(seat) => return Some(seat),
                Err(Useless::NoLab) => return None,
                Err(useless) => {
                    let is_good =
                        |text: &str| KeptSeat::parse(text).and_then(|kept| kept.resume(name, the_bench, start, labs, |_| None)).is_ok();
                    text = book.run_broken(name, useless == Useless::Newer, is_good);
                }
            }
        }
        None
    }

    /// Keeps what has to be kept after a frame, and tells what the book has to say.
    pub(crate) fn keep(&mut self, ctx: &Context) {
        if self.book.folder_path().is_some() {
            let now = ctx.input(|input| input.time);
            if std::mem::take(&mut self.saving.changed) {
                let since = *self.saving.since.get_or_insert(now);
                let waits = self.playing || ctx.input(|input| input.pointer.any_down());
                if !waits || now - since >= WAITS_SECS {
                    self.keep_front();
                } else {
                    ctx.request_repaint_after(std::time::Duration::from_secs_f64(WAITS_SECS));
                }
            } else if let Some(since) = self.saving.since
                && (now - since >= WAITS_SECS || !self.playing)
            {
                self.keep_front();
            }
        }
        for notice in self.book.notices() {
            let (text, weight) = notices::told(self.shell.lang, &notice);
            self.notices.tell(ctx, text, weight);
            ctx.request_repaint();
        }
    }

    /// Keeps what waits in the sandbox in front, before another one comes there.
    pub(super) fn keep_waiting(&mut self) {
        if self.book.folder_path().is_some() && (self.saving.changed || self.saving.since.is_some()) {
            self.keep_front();
        }
    }

    fn keep_front(&mut self) {
        self.saving = Saving::default();
        let name = self.seats.front_name();
        if let Some(text) = KeptSeat::of(name, self.seats.front()).to_text() {
            self.book.save_run(name, &text);
        }
    }

    /// Opens the sandboxes anew from what is kept, when that was replaced; the start state in front stays in front.
    pub(super) fn open_anew(&mut self) {
        self.playing = false;
        let (start, front) = (self.seats.front().start, self.seats.front_name().to_owned());
        self.seats.clear();
        self.saving = Saving::default();
        if let Some(seat) = self.kept_seat(FREE, None) {
            self.seats.put(FREE, seat);
        }
        self.come_back_to_lab(&front);
        self.bring_start(start);
    }

    /// Keeps everything, with a snapshot of each open sandbox; before the window closes.
    pub fn close(&mut self) {
        if self.book.folder_path().is_none() {
            return;
        }
        self.keep_front();
        for (name, seat) in self.seats.iter() {
            if let Some(world) = KeptWorld::text_of(seat) {
                self.book.save_run(&format!("{name}{SNAPSHOT}"), &world);
            }
        }
        self.book.save();
    }

    /// Tells the text of a key.
    pub(super) fn tell(&mut self, ctx: &Context, key: &str, weight: Weight) {
        self.notices.tell(ctx, tr(self.shell.lang, key, &[]), weight);
    }
}

/// The snapshot that was kept at the point with these hashes. A broken one is set aside; one of an earlier point says less than the inputs.
fn kept_world(book: &mut Book, name: &str, hashes: &Hashes) -> Option<World> {
    let name = format!("{name}{SNAPSHOT}");
    let mut text = book.load_run(&name);
    while let Some(kept) = text {
        match KeptWorld::parse(&kept) {
            Ok(kept) => return (kept.hashes == *hashes).then_some(kept.world),
            Err(useless) => text = book.run_broken(&name, useless == Useless::Newer, |text| KeptWorld::parse(text).is_ok()),
        }
    }
    None
}

#[cfg(test)]
#[path = "save_tests.rs"]
mod tests;
