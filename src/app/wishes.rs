//! What each wish of the learner does to the app; nothing here draws.

use egui::Context;
use skylab_cloud::clock::SimTime;

use super::{App, asked};
use crate::learn::course::{Course, Section};
use crate::progress::{Answer, Prediction, SectionProgress};
use crate::ui::action::{Action, ClockAct};
use crate::ui::frame::Front;
use crate::ui::goals::prediction_key;
use crate::ui::theme::Theme;

impl App {
    /// Applies one wish; also for `skylab shot` and tests, which have no hands.
    pub fn apply(&mut self, ctx: &Context, action: Action) {
        let of_stage = matches!(action, Action::Clock(_) | Action::Undo | Action::Redo | Action::Reset | Action::Branch(_));
        if of_stage && !self.shows_stage() {
            return; // keys pressed on a screen that shows no sandbox
        }
        match action {
            Action::Open(id) => self.open_screen(&id),
            Action::OpenSection(id) => self.open_section(&id),
            Action::OpenBench(id) => self.open_bench(&id),
            Action::Language(lang) => self.shell.lang = lang,
            Action::Look(Theme::Projector) | Action::Present => self.present(ctx),
            Action::Look(theme) => self.dress(ctx, theme),
            Action::EndPresentation => self.end_presentation(ctx),
            Action::TextScale(scale) => {
                self.shell.text_scale = scale;
                self.dress(ctx, self.shell.theme);
            }
            Action::Clock(act) => self.apply_to_clock(act),
            Action::Reset => self.reset(),
            Action::StartWith(start) => self.bring_start(start),
            Action::Act(lines) => self.on_stage(|stage, bench| stage.act(&lines, bench)),
            Action::Type(line) => self.on_stage(|stage, bench| stage.type_line(&line, bench)),
            Action::ClearConsole => self.seats.front_mut().stage.clear_console(),
            Action::Beat(by) => self.step_beat(by),
            Action::Predict(option) => self.predict(option),
            Action::Hand { option, by } => self.count_hand(option, by),
            Action::Answer { question, option } => self.answer_question(question, option),
            Action::Blank => self.shell.blank = !self.shell.blank,
            Action::Copy(text) => ctx.copy_text(text),
            Action::Undo => self.on_stage(|stage, bench| stage.undo(bench)),
            Action::Redo => self.on_stage(|stage, bench| stage.redo(bench)),
            Action::Branch(other) => self.travel(|sandbox| sandbox.switch(other)),
        }
    }

    /// Whether the clock and what belongs to it concern what is in front.
    fn shows_stage(&self) -> bool {
        match self.shell.front {
            Front::Screen(n) => self.screens.get(n).is_some_and(|screen| screen.panel.shows_stage()),
            Front::Section { bench, .. } => bench.is_some(),
        }
    }

    fn open_screen(&mut self, id: &str) {
        // nothing runs out of sight
        self.playing = false;
        if let Some(n) = self.screens.iter().position(|screen| screen.panel.id() == id) {
            self.shell.front = Front::Screen(n);
        } else if id == "section" {
            self.continue_course();
        } else {
            self.open_bench(id);
        }
    }

    /// The section to go on with: the first that is not done yet.
    fn continue_course(&mut self) {
        let fresh = |section: &&Section| !self.progress.sections.get(&section.id).is_some_and(|it| it.opened);
        if let Some(section) = Course::packed().sections().find(fresh) {
            self.open_section(&section.id);
        }
    }

    fn open_bench(&mut self, id: &str) {
        if let Some(section) = Course::packed().section_of_bench(id) {
            self.open_section(&section.id);
            self.page.fold_lesson();
        }
    }

    fn open_section(&mut self, id: &str) {
        let Some(section) = Course::packed().section(id) else { return };
        self.playing = false;
        let bench = self.benches.iter().position(|bench| bench.id() == section.bench);
        self.shell.front = Front::Section { section, bench };
        self.page.open(section);
        self.of_section(section).opened = true;
        if let Some(n) = bench {
            let starts = self.benches[n].starts();
            let start = starts.iter().position(|start| *start == section.start).unwrap_or(self.seats.start_of(n));
            self.bring_start(start);
        }
    }

    fn bring_start(&mut self, start: usize) {
        if let Front::Section { bench: Some(n), .. } = self.shell.front {
            self.playing = false;
            if let Some(bench) = self.benches.get_mut(n).filter(|bench| start < bench.starts().len()) {
                bench.start_with(start);
                self.seats.bring(n, bench.as_ref(), start, false);
            }
        }
    }

    fn reset(&mut self) {
        self.playing = false;
        let (bench, start) = (self.seats.front().bench, self.seats.front().start);
        match bench.and_then(|n| Some((n, self.benches.get_mut(n)?))) {
            Some((n, bench)) => {
                bench.start_with(start);
                self.seats.bring(n, bench.as_ref(), start, true);
            }
            None => self.seats.reset_free(),
        }
    }

    fn present(&mut self, ctx: &Context) {
        if self.shell.theme != Theme::Projector {
            self.desk = (self.shell.theme, ctx.zoom_factor());
            self.dress(ctx, Theme::Projector);
        }
    }

    fn end_presentation(&mut self, ctx: &Context) {
        self.shell.blank = false;
        ctx.set_zoom_factor(self.desk.1);
        self.dress(ctx, self.desk.0);
    }

    /// Gives the context a look; the next frame shows it.
    fn dress(&mut self, ctx: &Context, theme: Theme) {
        self.shell.theme = theme;
        theme.apply(ctx, self.shell.text_scale, self.shell.still);
    }

    /// Goes through beats one by one.
    fn step_beat(&mut self, by: i32) {
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
            seat.hands.clear();
        }
        self.note_outcome();
    }

    fn predict(&mut self, option: usize) {
        let Front::Section { section, bench: Some(_) } = self.shell.front else { return };
        let seat = self.seats.front();
        let Some(asked) = asked(&self.benches, seat, &self.progress, Some(section)) else { return };
        let Some(bench) = seat.bench.and_then(|n| self.benches.get(n)) else { return };
        let key = prediction_key(bench.as_ref(), seat.start, asked.beat.id);
        if let Some(choice) = asked.beat.choices.get(option) {
            let prediction = Prediction { choice: (*choice).to_owned(), seen: None };
            self.of_section(section).predictions.insert(key, prediction);
        }
    }

    fn count_hand(&mut self, option: usize, by: i32) {
        let hands = &mut self.seats.front_mut().hands;
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
            let answer = Answer { option: option.to_string(), right: option == asked.right };
            self.of_section(section).answers.insert(question, answer);
        }
    }

    /// Holds the kept prediction against what happened, as soon as the run tells.
    pub(super) fn note_outcome(&mut self) {
        let Front::Section { section, bench: Some(_) } = self.shell.front else { return };
        let seat = self.seats.front();
        let Some(asked) = asked(&self.benches, seat, &self.progress, Some(section)) else { return };
        let (Some(right), Some(kept)) = (asked.answer.and_then(|n| asked.beat.choices.get(n)), asked.kept) else { return };
        if kept.seen.as_deref() != Some(right)
            && let Some(bench) = seat.bench.and_then(|n| self.benches.get(n))
        {
            let key = prediction_key(bench.as_ref(), seat.start, asked.beat.id);
            if let Some(prediction) = self.of_section(section).predictions.get_mut(&key) {
                prediction.seen = Some((*right).to_owned());
            }
        }
    }

    fn of_section(&mut self, section: &Section) -> &mut SectionProgress {
        self.progress.sections.entry(section.id.clone()).or_default()
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
