//! The laws of layout on every screen and beat, in each language, theme and size, read from the drawn shapes; no golden pictures.

use egui::epaint::{ClippedShape, Shape, TextShape};
use egui::{Context, Rect};
use skylab::app::App;
use skylab::i18n::Lang;
use skylab::learn::course::Course;
use skylab::ui::action::Action;
use skylab::ui::frame::TOUR_PAGES;
use skylab::ui::theme::Theme;
use skylab::ui::{benches, lesson};
use skylab_raster::{Raster, settle};

const SIZES_PX: [[u32; 2]; 3] = [[1280, 720], [1920, 1080], [960, 600]];

/// What is left of a colour where something cannot be worked now.
const DISABLED: f32 = 0.5;

/// Screens that scroll downwards, where a text may reach below its frame. A bench may, but not while it is presented.
const SCROLLING: &[&str] = &["about", "course", "lab", "labs", "settings", "section", "terminal"];

/// A screen as it was drawn.
pub struct Drawn {
    pub name: String,
    pub scrolls: bool,
    pub theme: Theme,
    pub height_px: f32,
    pub pixels_per_point: f32,
    pub shapes: Vec<ClippedShape>,
}

/// One text as drawn: where, in which clip rectangle, and how large its letters are.
struct Text<'a> {
    shape: &'a TextShape,
    rect: Rect,
    clip: Rect,
}

/// Each look has a test of its own, so that they run side by side.
#[test]
fn texts_are_whole_and_apart_in_light() {
    both_laws(Theme::Light);
}

#[test]
fn texts_are_whole_and_apart_in_dark() {
    both_laws(Theme::Dark);
}

#[test]
fn texts_are_whole_and_apart_in_high_contrast() {
    both_laws(Theme::Contrast);
}

#[test]
fn texts_are_whole_apart_and_large_enough_on_the_projector() {
    both_laws(Theme::Projector);
}

fn both_laws(theme: Theme) {
    let laws = |drawn: &Drawn| {
        whole(drawn);
        apart(drawn);
        legible(drawn);
    };
    for_every_screen(theme, laws);
    for_every_overlay(theme, whole);
    beside_each_lesson(theme, laws);
}

#[test]
#[should_panic(expected = "leaves")]
fn a_text_that_is_too_long_breaks_the_law() {
    whole(&drawn_by(|ui| {
        ui.set_clip_rect(Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(120.0, 40.0)));
        ui.add(egui::Label::new("a text that is much too long for the little room it has").extend());
    }));
}

#[test]
#[should_panic(expected = "is elided")]
fn a_text_that_is_cut_short_breaks_the_law() {
    whole(&drawn_by(|ui| {
        ui.set_max_width(60.0);
        ui.add(egui::Label::new("a text that is much too long for the little room it has").truncate());
    }));
}

#[test]
#[should_panic(expected = "covers")]
fn a_text_over_another_breaks_the_law() {
    apart(&drawn_by(|ui| {
        for _ in 0..2 {
            ui.painter().text(egui::pos2(40.0, 40.0), egui::Align2::LEFT_TOP, "over", egui::FontId::default(), ui.visuals().text_color());
        }
    }));
}

#[test]
#[should_panic(expected = "is faded")]
fn a_text_too_pale_to_read_breaks_the_law() {
    legible(&drawn_by(|ui| {
        let pale = Theme::Light.palette().text.gamma_multiply(0.3);
        ui.painter().text(egui::pos2(40.0, 40.0), egui::Align2::LEFT_TOP, "pale", egui::FontId::default(), pale);
    }));
}

/// Something drawn on purpose, to see that the laws can be broken.
fn drawn_by(draw: impl FnMut(&mut egui::Ui)) -> Drawn {
    let shapes = settle(&Context::default(), &mut Raster::default(), [300, 200], 1.0, draw);
    Drawn { name: "on purpose".to_owned(), scrolls: false, theme: Theme::Light, height_px: 200.0, pixels_per_point: 1.0, shapes }
}

/// Each text lies in its frame, is not cut, and is large enough on a projector.
pub fn whole(drawn: &Drawn) {
    for text in texts(&drawn.shapes) {
        let at = format!("{}: `{}`", drawn.name, text.shape.galley.text());
        assert!(!text.shape.galley.elided, "{at} is elided");
        let frame = text.clip.expand(1.0);
        assert!(text.rect.min.x >= frame.min.x && text.rect.max.x <= frame.max.x, "{at} {:?} leaves {:?}", text.rect, text.clip);
        if !drawn.scrolls {
            assert!(text.rect.min.y >= frame.min.y && text.rect.max.y <= frame.max.y, "{at} {:?} leaves {:?}", text.rect, text.clip);
        }
        if drawn.theme == Theme::Projector {
            for section in &text.shape.galley.job.sections {
                let letters_px = section.format.font_id.size * drawn.pixels_per_point;
                assert!(letters_px >= drawn.height_px / 30.0, "{at} is {letters_px} px");
            }
        }
    }
}

/// No text lies over another one.
pub fn apart(drawn: &Drawn) {
    let texts = texts(&drawn.shapes);
    for (n, a) in texts.iter().enumerate() {
        for b in &texts[..n] {
            let shared = a.rect.intersect(a.clip).intersect(b.rect.intersect(b.clip));
            let covers = shared.is_positive() && shared.width() > 1.0 && shared.height() > 1.0;
            assert!(!covers, "{}: `{}` covers `{}`", drawn.name, a.shape.galley.text(), b.shape.galley.text());
        }
    }
}

/// Every text is in a colour of the look, whose contrast is checked beside it, or in one that marks what cannot be worked now.
pub fn legible(drawn: &Drawn) {
    let palette = drawn.theme.palette();
    let named = [
        palette.text,
        palette.muted,
        palette.accent,
        palette.on_accent,
        palette.ok,
        palette.warning,
        palette.failed,
        palette.unknown,
        palette.surface,
        palette.line_strong,
    ];
    let known: Vec<_> = named.into_iter().chain(palette.series).chain(palette.families).collect();
    let near = |a: egui::Color32, b: egui::Color32| a.to_array().iter().zip(b.to_array()).all(|(a, b)| a.abs_diff(b) <= 3);
    let faded = |color: egui::Color32| color.gamma_multiply(DISABLED);
    for text in texts(&drawn.shapes) {
        for section in &text.shape.galley.job.sections {
            let own = section.format.color;
            let own = if own == egui::Color32::PLACEHOLDER { text.shape.fallback_color } else { own };
            let color = text.shape.override_text_color.unwrap_or(own).gamma_multiply(text.shape.opacity_factor);
            let is_known = known.iter().any(|known| near(*known, color) || near(faded(*known), color));
            assert!(is_known, "{}: `{}` is faded or of no colour of the look: {color:?}", drawn.name, text.shape.galley.text());
        }
    }
}

#[test]
fn a_screen_on_which_nothing_moves_asks_for_no_frame() {
    for theme in Theme::ALL {
        let ctx = Context::default();
        let mut app = App::new(&ctx, Lang::Ko, theme);
        settle(&ctx, &mut Raster::default(), [1280, 720], 1.0, |ui| app.frame(ui));
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| app.frame(ui));
        output.textures_delta.clear();
        let pause = output.viewport_output[&egui::ViewportId::ROOT].repaint_delay;
        assert_eq!(pause, std::time::Duration::MAX, "{theme:?}");
    }
}

fn for_every_screen(theme: Theme, check: impl Fn(&Drawn)) {
    let ctx = Context::default();
    let screens: Vec<_> = App::new(&ctx, Lang::En, Theme::Light).screens().collect();
    for lang in [Lang::Ko, Lang::En, Lang::Pseudo] {
        for size_px in SIZES_PX {
            if lang == Lang::Pseudo && theme == Theme::Projector && size_px[1] < 720 {
                continue; // no projector is that small; only texts that people read must fit
            }
            for screen in &screens {
                each_beat(lang, theme, size_px, screen, &check);
            }
            each_section(lang, theme, size_px, &check);
        }
    }
}

/// What floats above the screens: the palette, each page of the tour, a message.
fn for_every_overlay(theme: Theme, check: impl Fn(&Drawn)) {
    for lang in [Lang::Ko, Lang::En, Lang::Pseudo] {
        for size_px in SIZES_PX {
            let wishes = [Action::Find(true), Action::Copy("x".to_owned())].into_iter().chain((0..TOUR_PAGES).map(Action::Tour));
            for wish in wishes {
                let ctx = Context::default();
                let mut app = App::new(&ctx, lang, theme);
                let name = format!("{wish:?} {} {} {}x{}", lang.code(), theme.name(), size_px[0], size_px[1]);
                app.apply(&ctx, wish);
                let shapes = settle(&ctx, &mut Raster::default(), size_px, 1.0, |ui| app.frame(ui));
                let pixels_per_point = ctx.pixels_per_point();
                check(&Drawn { name, scrolls: true, theme, height_px: size_px[1] as f32, pixels_per_point, shapes });
            }
        }
    }
}

/// Every section that has a lesson, as it opens.
fn each_section(lang: Lang, theme: Theme, size_px: [u32; 2], check: &impl Fn(&Drawn)) {
    let ctx = Context::default();
    let mut app = App::new(&ctx, lang, theme);
    for section in Course::packed().sections().filter(|section| lesson::exists(&section.id)) {
        app.apply(&ctx, Action::OpenSection(section.id.clone()));
        for (n, question) in (1..).zip(&section.questions) {
            // the explanations are the longest texts
            app.apply(&ctx, Action::Answer { question: n, option: question.right });
        }
        let shapes = settle(&ctx, &mut Raster::default(), size_px, 1.0, |ui| app.frame(ui));
        check(&Drawn {
            name: format!("section {} {} {} {}x{}", section.id, lang.code(), theme.name(), size_px[0], size_px[1]),
            scrolls: true,
            theme,
            height_px: size_px[1] as f32,
            pixels_per_point: ctx.pixels_per_point(),
            shapes,
        });
    }
}

/// Every beat of every section with its lesson beside the bench, in the smallest window that shows both.
fn beside_each_lesson(theme: Theme, check: impl Fn(&Drawn)) {
    let size_px = SIZES_PX[0];
    for lang in [Lang::Ko, Lang::En] {
        let ctx = Context::default();
        let mut app = App::new(&ctx, lang, theme);
        for section in Course::packed().sections().filter(|section| lesson::exists(&section.id)) {
            app.apply(&ctx, Action::OpenSection(section.id.clone()));
            for beat in 0..app.n_beats_in_front().max(1) {
                app.apply(&ctx, Action::Beat(i32::from(beat > 0)));
                let shapes = settle(&ctx, &mut Raster::default(), size_px, 1.0, |ui| app.frame(ui));
                check(&Drawn {
                    name: format!("section {} beat {} {} {}", section.id, beat + 1, lang.code(), theme.name()),
                    scrolls: true,
                    theme,
                    height_px: size_px[1] as f32,
                    pixels_per_point: ctx.pixels_per_point(),
                    shapes,
                });
            }
        }
    }
}

fn each_beat(lang: Lang, theme: Theme, size_px: [u32; 2], screen: &str, check: &impl Fn(&Drawn)) {
    let ctx = Context::default();
    let mut app = App::new(&ctx, lang, theme);
    for start in 0..app.n_starts(screen) {
        each_beat_from(start, &ctx, &mut app, (lang, theme, size_px), screen, check);
    }
}

fn each_beat_from(
    start: usize,
    ctx: &Context,
    app: &mut App,
    (lang, theme, size_px): (Lang, Theme, [u32; 2]),
    screen: &str,
    check: &impl Fn(&Drawn),
) {
    app.apply(ctx, Action::Open(screen.to_owned()));
    app.apply(ctx, Action::StartWith(start));
    let n_beats = app.n_beats(screen).unwrap_or(0).max(1);
    let is_bench = benches::all().iter().any(|bench| bench.id() == screen);
    for beat in 0..n_beats {
        app.apply(ctx, Action::Beat(i32::from(beat > 0)));
        let shapes = settle(ctx, &mut Raster::default(), size_px, 1.0, |ui| app.frame(ui));
        check(&Drawn {
            name: format!("{screen} start {start} beat {} {} {} {}x{}", beat + 1, lang.code(), theme.name(), size_px[0], size_px[1]),
            scrolls: if is_bench { theme != Theme::Projector } else { SCROLLING.contains(&screen) },
            theme,
            height_px: size_px[1] as f32,
            pixels_per_point: ctx.pixels_per_point(),
            shapes,
        });
    }
}

/// Where the first text that says this was drawn.
pub fn place_of(drawn: &Drawn, said: &str) -> Option<Rect> {
    texts(&drawn.shapes).iter().find(|text| text.shape.galley.text() == said).map(|text| text.rect)
}

fn texts(shapes: &[ClippedShape]) -> Vec<Text<'_>> {
    let mut found = Vec::new();
    for clipped in shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut found);
    }
    found
}

fn collect<'a>(shape: &'a Shape, clip: Rect, found: &mut Vec<Text<'a>>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, found)),
        Shape::Text(text) if !text.galley.text().trim().is_empty() => {
            let rect = text.galley.mesh_bounds.translate(text.pos.to_vec2());
            found.push(Text { shape: text, rect, clip });
        }
        _ => {}
    }
}
