//! What each wish of the learner does to the app; nothing here draws.

use egui::Context;
use skylab_cloud::clock::SimTime;

use super::{App, asked};
use crate::i18n::Lang;
use crate::learn::course::{Course, Section};
use crate::progress::Place;
use crate::ui::action::{Action, ClockAct};
use crate::ui::frame::{self, Front, Stagecraft};
use crate::ui::goals::{prediction_key, seat_name};
use crate::ui::theme::Theme;
use crate::ui::toasts::Weight;

impl App {
    /// Applies one wish; also for `skylab shot` and tests, which have no hands.
    pub fn apply(&mut self, ctx: &Context, action: Action) {
        let of_stage = matches!(action, Action::Clock(_) | Action::Undo | Action::Redo | Action::Reset | Action::Branch(_));
        if of_stage && !self.shows_stage() {
            return; // keys pressed on a screen that shows no sandbox
        }
        match action {
            Action::Open(id) if id == "lab" => self.open_first_lab(ctx),
            Action::Open(id) => self.open_screen(ctx, &id),
            Action::OpenSection(id) => self.open_section(ctx, &id),
            Action::OpenBench(id) => self.open_bench(ctx, &id),
            Action::Language(lang) => self.speak(lang),
            Action::Look(Theme::Projector) | Action::Present => self.present(ctx),
            Action::Look(theme) => {
                self.dress(ctx, theme);
                self.book.change(|progress| progress.settings.theme = Some(theme.name().to_owned()));
            }
            Action::EndPresentation => self.end_presentation(ctx),
            Action::TextScale(scale) => {
                self.shell.text_scale = scale;
                self.dress(ctx, self.shell.theme);
                self.book.change(|progress| progress.settings.text_scale_percent = (scale * 100.0).round() as u16);
            }
            Action::Still(still) => {
                self.shell.still = still;
                self.dress(ctx, self.shell.theme);
                self.book.change(|progress| progress.settings.reduce_motion = still);
            }
            Action::Won(rate) => self.book.change(|progress| {
                let settings = &mut progress.settings;
                (settings.krw_per_usd_hundredths, settings.krw_date) = rate.unzip();
            }),
            Action::Clock(act) => self.apply_to_clock(act),
            Action::Reset => self.reset(),
            Action::StartWith(start) => self.bring_start(start),
            Action::Act(lines) => self.on_stage(|stage, bench| stage.act(&lines, bench)),
            Action::Type(line) => self.type_line(&line),
            Action::ClearConsole => self.seats.front_mut().stage.clear_console(),
            Action::BeginLab { id, mode, anew } => self.begin_lab(ctx, &id, mode, anew),
            Action::Lab(act) => self.apply_to_lab(ctx, act),
            Action::Beat(by) => self.step_beat(by),
            Action::Predict(option) => self.predict(option),
            Action::Hand { option, by } => self.count_hand(option, by),
            Action::Answer { question, option } => self.answer_question(question, option),
            Action::Blank => self.shell.stagecraft.blank = !self.shell.stagecraft.blank,
            Action::Copy(text) => {
                ctx.copy_text(text);
                self.tell(ctx, "toast-copied", Weight::Done);
            }
            Action::Export(_) | Action::Import(_) | Action::ResetProgress | Action::UndoReplacement => self.exchange(ctx, action),
            Action::Bring(path) => self.bring(ctx, path),
            Action::Sandbox(name) => {
                self.keep_waiting();
                self.seats.bring(&name);
            }
            Action::Find(open) => self.shell.finds = open,
            Action::Tour(page) => {
                self.shell.tour = (page < frame::TOUR_PAGES).then_some(page);
                self.book.change(|progress| progress.tour_seen = true);
            }
            Action::Spotlight => self.shell.stagecraft.spotlight = !self.shell.stagecraft.spotlight,
            Action::Notes => self.shell.stagecraft.notes = !self.shell.stagecraft.notes,
            Action::CloseToast(id) => self.notices.close(id),
            Action::Undo => self.on_stage(|stage, bench| stage.undo(bench)),
            Action::Redo => self.on_stage(|stage, bench| stage.redo(bench)),
            Action::Branch(other) => self.travel(|sandbox| sandbox.switch(other)),
        }
    }

    fn speak(&mut self, lang: Lang) {
        self.shell.lang = lang;
        self.labs_speak();
        self.book.change(|progress| progress.settings.lang = Some(lang.code().to_owned()));
    }

    /// Whether the clock and what belongs to it concern what is in front.
    fn shows_stage(&self) -> bool {
        match self.shell.front {
            Front::Screen(n) => self.screens.get(n).is_some_and(|screen| screen.panel.shows_stage()),
            Front::Section { bench, .. } => bench.is_some(),
        }
    }

    pub(super) fn open_screen(&mut self, ctx: &Context, id: &str) {
        // nothing runs out of sight
        self.playing = false;
        if let Some(n) = self.screens.iter().position(|screen| screen.panel.id() == id) {
            self.shell.front = Front::Screen(n);
            let section = self.section_of_front();
            self.remember_place(id, section);
        } else if id == "section" {
            self.continue_course(ctx);
        } else {
            self.open_bench(ctx, id);
        }
    }

    /// The section to go on with: the first that is not done yet.
    fn continue_course(&mut self, ctx: &Context) {
        let fresh = |section: &&Section| !self.book.progress().section(&section.id).is_some_and(|it| it.opened);
        if let Some(section) = Course::packed().sections().find(fresh) {
            self.open_section(ctx, &section.id);
        }
    }

    fn open_bench(&mut self, ctx: &Context, id: &str) {
        if let Some(section) = Course::packed().section_of_bench(id) {
            self.open_section(ctx, &section.id);
            self.page.fold_lesson();
        }
    }

    fn open_section(&mut self, ctx: &Context, id: &str) {
        let Some(section) = Course::packed().section(id) else { return };
        self.playing = false;
        let bench = self.benches.iter().position(|bench| bench.id() == section.bench);
        self.shell.front = Front::Section { section, bench };
        let by_key = !ctx.input(|input| input.pointer.any_released());
        self.page.open(section, by_key);
        self.book.change(|progress| progress.section_mut(&section.id).opened = true);
        self.remember_place("section", Some(&section.id));
        if let Some(n) = bench {
            let starts = self.benches[n].starts();
            let start = starts.iter().position(|start| *start == section.start).unwrap_or(self.seats.start_of(n));
            self.bring_start(start);
        }
    }

    pub(super) fn bring_start(&mut self, start: usize) {
        let Front::Section { bench: Some(n), .. } = self.shell.front else { return };
        self.playing = false;
        self.keep_waiting();
        let Some(bench) = self.benches.get_mut(n).filter(|bench| start < bench.starts().len()) else { return };
        bench.start_with(start);
        let name = seat_name(bench.as_ref(), start);
        if !self.seats.is_open(&name) {
            match self.kept_seat(&name, Some((n, start))) {
                Some(seat) => self.seats.put(&name, seat),
                None => self.seats.open(n, self.benches[n].as_ref(), start),
            }
        }
        self.seats.bring(&name);
    }

    fn reset(&mut self) {
        self.playing = false;
        let seat = self.seats.front_mut();
        if let Some(doing) = &mut seat.lab {
            doing.restart(0, &mut seat.stage);
            self.saving.changed();
            return;
        }
        let (bench, start) = (self.seats.front().bench, self.seats.front().start);
        match bench.and_then(|n| Some((n, self.benches.get_mut(n)?))) {
            Some((n, bench)) => {
                bench.start_with(start);
                self.seats.open(n, bench.as_ref(), start);
            }
            None => self.seats.reset_free(),
        }
        self.saving.changed();
    }

    /// The section whose bench has the sandbox in front, so that the next start brings that one back.
    fn section_of_front(&self) -> Option<&'static str> {
        let bench = self.benches.get(self.seats.front().bench?)?;
        let known = self.book.progress().place.as_ref().and_then(|place| Course::packed().section(place.section.as_deref()?));
        let section = known.filter(|section| section.bench == bench.id()).or_else(|| Course::packed().section_of_bench(bench.id()));
        section.map(|section| section.id.as_str())
    }

    fn remember_place(&mut self, screen: &str, section: Option<&str>) {
        let lab = self.seats.front().lab.as_ref().map(|_| self.seats.front_name().to_owned());
        let place = Place { screen: screen.to_owned(), section: section.map(str::to_owned), lab };
        self.book.change(|progress| progress.place = Some(place));
    }

    fn present(&mut self, ctx: &Context) {
        if self.shell.theme != Theme::Projector {
            self.desk = (self.shell.theme, ctx.zoom_factor());
            self.dress(ctx, Theme::Projector);
        }
    }

    fn end_presentation(&mut self, ctx: &Context) {
        self.shell.stagecraft = Stagecraft::default();
        ctx.set_zoom_factor(self.desk.1);
        self.dress(ctx, self.desk.0);
    }

    /// Gives the context a look; the next frame shows it.
    pub(super) fn dress(&mut self, ctx: &Context, theme: Theme) {
        self.shell.theme = theme;
        theme.apply(ctx, self.shell.text_scale, self.shell.still);
    }

    /// Goes through beats one by one.
    fn step_beat(&mut self, by: i32) {
        let seat = self.seats.front_mut();
        if let Some(doing) = seat.lab.as_mut().filter(|_| matches!(self.shell.front, Front::Screen(_))) {
            self.playing = false;
            for _ in 0..by.unsigned_abs() {
                doing.click(by, &mut seat.stage);
            }
            self.saving.changed();
            return;
        }
        if !matches!(self.shell.front, Front::Section { bench: Some(_), .. }) {
            return;
        }
        self.playing = false;
        let seat = self.seats.front_mut();
        let Some(bench) = seat.bench.and_then(|n| self.benches.get(n)) else { return };
        let bench = bench.as_ref();
        for _ in 0..by.unsigned_abs() {
            let moved = if by > 0 {
                seat.chain.on(bench.beats(seat.start), &mut seat.stage, bench)
            } else {
                seat.chain.back(&mut seat.stage, bench)
            };
            if !moved {
                break;
            }
        }
        self.saving.changed();
        self.note_outcome();
    }

    fn type_line(&mut self, line: &str) {
        let mut shown = None;
        self.on_stage(|stage, bench| shown = stage.type_line(line, bench));
        // as it is shown: without secrets
        if let Some(shown) = shown {
            self.book.change(|progress| progress.remember_line(&shown));
        }
    }

    fn predict(&mut self, option: usize) {
        let Front::Section { section, bench: Some(_) } = self.shell.front else { return };
        let seat = self.seats.front();
        let Some(asked) = asked(&self.benches, seat, self.book.progress(), Some(section)) else { return };
        let Some(bench) = seat.bench.and_then(|n| self.benches.get(n)) else { return };
        if bench.beats(seat.start).get(seat.chain.at()) != Some(asked.beat) {
            return; // a key pressed where nothing is asked for
        }
        let key = prediction_key(bench.as_ref(), seat.start, asked.beat.id);
        if let Some(choice) = asked.beat.choices.get(option) {
            self.book.change(|progress| progress.section_mut(&section.id).predict(&key, choice));
        }
    }

    fn count_hand(&mut self, option: usize, by: i32) {
        let Some(beat) = asked(&self.benches, self.seats.front(), self.book.progress(), None).map(|asked| asked.beat) else { return };
        let hands = self.seats.front_mut().hands.entry(beat.id).or_default();
        if hands.len() <= option && option < 16 {
            hands.resize(option + 1, 0);
        }
        if let Some(hand) = hands.get_mut(option) {
            *hand = hand.saturating_add_signed(by);
        }
    }

    fn answer_question(&mut self, question: u8, option: char) {
        let Front::Section { section, .. } = self.shell.front else { return };
        let asked = usize::from(question).checked_sub(1).and_then(|n| section.questions.get(n));
        if let Some(asked) = asked {
            let right = option == asked.right;
            self.book.change(|progress| progress.section_mut(&section.id).answer(question, &option.to_string(), right));
        }
    }

    /// Holds the kept prediction against what happened, as soon as the run tells.
    pub(super) fn note_outcome(&mut self) {
        let Front::Section { section, bench: Some(_) } = self.shell.front else { return };
        let seat = self.seats.front();
        let Some(asked) = asked(&self.benches, seat, self.book.progress(), Some(section)) else { return };
        let (Some(right), Some(kept)) = (asked.answer.and_then(|n| asked.beat.choices.get(n)), asked.kept) else { return };
        if kept.seen.is_none()
            && let Some(bench) = seat.bench.and_then(|n| self.benches.get(n))
        {
            let key = prediction_key(bench.as_ref(), seat.start, asked.beat.id);
            self.book.change(|progress| progress.section_mut(&section.id).see(&key, right));
        }
    }

    fn apply_to_clock(&mut self, act: ClockAct) {
        let step_millis = self.speed.secs_per_sec() * 1_000;
        match act {
            ClockAct::PlayPause => self.playing = !self.playing && !self.seats.front().stage.is_idea(),
            ClockAct::SetSpeed(speed) => self.speed = speed,
            ClockAct::Step => self.on_stage(|stage, bench| stage.advance(step_millis, false, bench)),
            ClockAct::StepBack => self.travel(|sandbox| sandbox.seek(sandbox.now().plus(-step_millis).max(sandbox.start()))),
            ClockAct::ToStart => {
                self.playing = false;
                self.travel(|sandbox| sandbox.seek_input(0));
            }
            ClockAct::SeekInput(n_inputs) => {
                self.playing = false;
                self.travel(|sandbox| sandbox.seek_input(n_inputs));
            }
            ClockAct::Seek(unix_secs) => {
                self.playing = false;
                self.travel(|sandbox| sandbox.seek(SimTime::from_millis(unix_secs * 1_000).max(sandbox.start())));
            }
        }
    }
}
