//! The window of the app, with the second renderer as a net; without any display it says so in one sentence.

use eframe::{CreationContext, Frame, NativeOptions, Renderer, run_native};
use egui::{Ui, ViewportBuilder};

use super::App;
use crate::i18n::{Lang, tr};
use crate::progress::Book;
use crate::ui::theme::Theme;

/// Smaller windows would have to hide what is needed.
const LEAST_SIZE: [f32; 2] = [960.0, 600.0];
const FIRST_SIZE: [f32; 2] = [1280.0, 800.0];

/// Opens the window and returns when it is closed. An error is one sentence for the learner.
pub fn open() -> Result<(), String> {
    super::mishap::watch();
    let lang = Lang::of_system();
    if no_display() {
        let reason = tr(lang, "no-window-no-display", &[]);
        return Err(tr(lang, "no-window", &[("reasons", reason.into())]));
    }
    let Err(wgpu) = open_with(Renderer::Wgpu, lang) else { return Ok(()) };
    if let eframe::Error::WinitEventLoop(problem) = &wgpu {
        // Without a display server no renderer can help, and the event loop cannot be made twice.
        let reason = tr(lang, "no-window-no-server", &[("reason", last_part(&problem.to_string()).into())]);
        return Err(tr(lang, "no-window", &[("reasons", reason.into())]));
    }
    log::warn!("wgpu: {wgpu}");
    // Remote desktops and old drivers often have one of the two; eframe can start twice in one process.
    let Err(glow) = open_with(Renderer::Glow, lang) else { return Ok(()) };
    let reasons = tr(lang, "no-window-reasons", &[("wgpu", one_line(&wgpu).into()), ("glow", one_line(&glow).into())]);
    Err(tr(lang, "no-window", &[("reasons", reasons.into())]))
}

/// Linux without X11 and Wayland; asking first is quieter than letting both renderers fail.
fn no_display() -> bool {
    let unset = |name| std::env::var_os(name).is_none_or(|value| value.is_empty());
    cfg!(target_os = "linux") && unset("DISPLAY") && unset("WAYLAND_DISPLAY") && unset("WAYLAND_SOCKET")
}

fn open_with(renderer: Renderer, lang: Lang) -> Result<(), eframe::Error> {
    let mut viewport =
        ViewportBuilder::default().with_title("Skylab").with_app_id("skylab").with_inner_size(FIRST_SIZE).with_min_inner_size(LEAST_SIZE);
    if let Ok(icon) = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon.png")) {
        viewport = viewport.with_icon(icon);
    }
    let options = NativeOptions { viewport, renderer, ..NativeOptions::default() };
    run_native(
        "Skylab",
        options,
        Box::new(move |cc: &CreationContext<'_>| {
            let theme = if cc.egui_ctx.system_theme() == Some(egui::Theme::Dark) { Theme::Dark } else { Theme::Light };
            Ok(Box::new(App::open_book(&cc.egui_ctx, lang, theme, Book::open_default())))
        }),
    )
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        self.frame(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.close();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}

/// The end of a chain of reasons, without the source file that winit puts before it.
fn last_part(reason: &str) -> &str {
    reason.rsplit(": ").next().unwrap_or(reason).trim_end_matches('.')
}

fn one_line(error: &eframe::Error) -> String {
    error.to_string().split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_owned()
}
