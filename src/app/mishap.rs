//! What happens when a part of Skylab panics: the learner is told where, and goes on from what was kept. It repairs nothing.

use std::{
    cell::RefCell,
    panic::{self, AssertUnwindSafe, PanicHookInfo},
    sync::Once,
};

use egui::Context;

use super::App;
use crate::i18n::tr;
use crate::ui::action::Action;
use crate::ui::frame::Front;
use crate::ui::toasts::Weight;

/// After so many frames in a row that ended in a panic there is no screen left that could be shown, and the program ends.
const MAX_IN_A_ROW: u32 = 3;

thread_local! {
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Notes where a panic began, then does what was done before: its words stay on the error stream.
pub(super) fn watch() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
            let place = info.location().map(|at| format!("{}:{}", at.file(), at.line()));
            LAST.set(place);
            before(info);
        }));
    });
}

/// Does something that may panic. An error is the place in the source where it did, as `file:line`.
pub(super) fn caught<T>(act: impl FnOnce() -> T) -> Result<T, String> {
    // what the act may have left half done is thrown away by whoever gets the error
    panic::catch_unwind(AssertUnwindSafe(act)).map_err(|_| LAST.take().unwrap_or_default())
}

impl App {
    /// Draws, and goes back to the course map if the screen in front cannot be drawn.
    pub(super) fn draw_or_leave(&mut self, ui: &mut egui::Ui) {
        match caught(|| self.draw(ui)) {
            Ok(()) => self.n_mishaps = 0,
            Err(place) => {
                self.n_mishaps += 1;
                if self.n_mishaps >= MAX_IN_A_ROW {
                    self.close();
                    panic::resume_unwind(Box::new(place));
                }
                drop(self.actions.take());
                self.leave(ui.ctx(), &place);
            }
        }
    }

    /// Applies a wish; if that panics, the sandboxes are opened anew as they were kept before it.
    pub(super) fn apply_or_forget(&mut self, ctx: &Context, action: Action) {
        if let Err(place) = caught(|| self.apply(ctx, action)) {
            if self.book.folder_path().is_some() {
                self.open_anew();
            }
            self.leave(ctx, &place);
        }
    }

    fn leave(&mut self, ctx: &Context, place: &str) {
        self.playing = false;
        self.shell.front = Front::Screen(0);
        let text = tr(self.shell.lang, "toast-mishap", &[("place", place.into())]);
        self.notices.tell(ctx, text, Weight::Warning);
        ctx.request_repaint();
    }
}

#[cfg(test)]
mod tests {
    use egui::{Context, Ui};

    use super::super::{App, Book};
    use super::watch;
    use crate::i18n::Lang;
    use crate::ui::action::{Action, Actions};
    use crate::ui::frame::Front;
    use crate::ui::theme::Theme;
    use crate::ui::{Panel, View};

    struct Broken;

    impl Panel for Broken {
        fn id(&self) -> &'static str {
            "bill"
        }

        fn ui(&mut self, _: &mut Ui, _: &View<'_>, _: &mut Actions) {
            panic!("as a test wants it");
        }
    }

    #[test]
    fn a_screen_that_panics_is_left_with_a_message_that_names_the_place_and_the_work_is_there() {
        watch();
        let folder = tempfile::tempdir().unwrap();
        let ctx = Context::default();
        let mut app = App::open_book(&ctx, Lang::En, Theme::Light, Book::open(folder.path()));
        app.apply(&ctx, Action::Open("terminal".to_owned()));
        app.apply(&ctx, Action::Type("aws s3 mb s3://mine-417".to_owned()));
        app.keep(&ctx);
        let n = app.screens.iter().position(|screen| screen.panel.id() == "bill").unwrap();
        app.screens[n].panel = Box::new(Broken);
        app.apply(&ctx, Action::Open("bill".to_owned()));
        for _ in 0..2 {
            let mut drawn = ctx.run_ui(egui::RawInput::default(), |ui| app.frame(ui));
            drawn.textures_delta.clear();
        }
        assert_eq!(app.shell().front, Front::Screen(0));
        assert!(app.toasts().iter().any(|toast| toast.text.contains("mishap.rs:")), "{:?}", app.toasts());
        assert!(app.sandbox().world().s3.bucket("mine-417").is_some());
        let again = App::open_book(&ctx, Lang::En, Theme::Light, Book::open(folder.path()));
        assert!(again.sandbox().world().s3.bucket("mine-417").is_some());
    }
}
