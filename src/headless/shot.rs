//! `skylab shot`: a picture of any screen without a display; it draws with the same code as the window, on the CPU.

use std::path::PathBuf;

use egui::Context;

use crate::app::App;
use crate::i18n::{Lang, tr};
use crate::learn::course::Course;
use crate::ui::action::Action;
use crate::ui::theme::Theme;

/// The scales of text that can be asked for, in percent.
const TEXT_PERCENT: std::ops::RangeInclusive<u16> = 100..=200;

/// What to draw, as the options say.
#[derive(Clone, Debug, PartialEq)]
pub struct Shot {
    /// The id of a screen.
    pub screen: String,
    /// The section, for the screen `section`.
    pub section: Option<String>,
    /// The beat, counted from 1 as people count.
    pub beat: Option<usize>,
    /// The start state of a bench, counted from 1.
    pub start: usize,
    /// The language of the picture.
    pub lang: Lang,
    /// Its look.
    pub theme: Theme,
    /// Its size in pixels.
    pub size_px: [u32; 2],
    /// The scale of all text, in percent.
    pub text_percent: u16,
}

/// Runs `skylab shot` with the words after `shot`. An error is a sentence for the learner.
pub fn shot(args: &[String]) -> Result<(), String> {
    let own = Lang::of_system();
    if args == ["--list"] {
        let app = App::new(&Context::default(), own, Theme::Light);
        let names: Vec<_> = app.screens().collect();
        println!("{}", names.join("\n"));
        return Ok(());
    }
    let (shot, path) = parse(own, args)?;
    let image = draw(own, &shot)?;
    image.save(&path).map_err(|problem| {
        let path = path.display().to_string();
        tr(own, "shot-not-written", &[("path", path.into()), ("reason", problem.to_string().into())])
    })
}

/// Draws the picture. `own` is the language of the errors, which need not be the picture's.
pub fn draw(own: Lang, shot: &Shot) -> Result<image::RgbaImage, String> {
    let ctx = Context::default();
    let mut app = App::new(&ctx, shot.lang, shot.theme);
    let name = || ("name", shot.screen.as_str().into());
    let Some(n_beats) = app.n_beats(&shot.screen) else { return Err(tr(own, "shot-unknown-screen", &[name()])) };
    app.apply(&ctx, Action::TextScale(f32::from(shot.text_percent) / 100.0));
    app.apply(&ctx, Action::Open(shot.screen.clone()));
    if let Some(section) = &shot.section {
        if Course::packed().section(section).is_none() {
            return Err(tr(own, "shot-unknown-section", &[("name", section.as_str().into())]));
        }
        app.apply(&ctx, Action::OpenSection(section.clone()));
    }
    if shot.start > 1 {
        app.apply(&ctx, Action::StartWith(shot.start - 1));
    }
    let n_beats = app.n_beats(&shot.screen).unwrap_or(n_beats).max(if shot.section.is_some() { app.n_beats_in_front() } else { 0 });
    if shot.beat.is_some_and(|beat| beat == 0 || beat > n_beats) {
        return Err(tr(own, "shot-no-beats", &[name(), ("beat", shot.beat.unwrap_or(0).into()), ("n", n_beats.into())]));
    }
    // without a beat, the last one: a picture shows most when the run is over
    let beat = shot.beat.unwrap_or(n_beats).saturating_sub(1);
    app.apply(&ctx, Action::Beat(i32::try_from(beat).unwrap_or(i32::MAX)));
    skylab_raster::render(&ctx, shot.size_px, 1.0, |ui| app.frame(ui)).map_err(|missing| missing.to_string())
}

fn parse(own: Lang, args: &[String]) -> Result<(Shot, PathBuf), String> {
    let usage = || tr(own, "shot-usage", &[]);
    let mut shot = Shot {
        screen: String::new(),
        section: None,
        beat: None,
        start: 1,
        lang: Lang::En,
        theme: Theme::Light,
        size_px: [1280, 720],
        text_percent: 100,
    };
    let mut plain = Vec::new();
    let mut words = args.iter();
    while let Some(word) = words.next() {
        if !word.starts_with("--") {
            plain.push(word);
            continue;
        }
        let value = words.next().ok_or_else(usage)?;
        let bad = |allowed: &str| {
            let args = [("option", word.as_str().into()), ("value", value.as_str().into()), ("allowed", allowed.into())];
            tr(own, "shot-bad-value", &args)
        };
        match word.as_str() {
            "--lang" => shot.lang = Lang::from_code(value).ok_or_else(|| bad("ko, en"))?,
            "--theme" => shot.theme = Theme::from_name(value).ok_or_else(|| bad("light, dark, contrast, projector"))?,
            "--section" => shot.section = Some(value.clone()),
            "--start" => shot.start = value.parse().ok().filter(|start| *start > 0).ok_or_else(|| bad("1, 2, 3, …"))?,
            "--beat" => shot.beat = Some(value.parse().map_err(|_| bad("1, 2, 3, …"))?),
            "--text" => {
                shot.text_percent = value.parse().ok().filter(|percent| TEXT_PERCENT.contains(percent)).ok_or_else(|| bad("100…200"))?;
            }
            "--size" => shot.size_px = size(value).ok_or_else(|| tr(own, "shot-bad-size", &[("value", value.as_str().into())]))?,
            _ => return Err(tr(own, "shot-unknown-option", &[("name", word.as_str().into())])),
        }
    }
    let [screen, path] = plain.as_slice() else { return Err(usage()) };
    shot.screen.clone_from(screen);
    Ok((shot, PathBuf::from(path)))
}

fn size(text: &str) -> Option<[u32; 2]> {
    let (width, height) = text.split_once('x')?;
    let side = |text: &str| text.parse().ok().filter(|side| (64..=8192).contains(side));
    Some([side(width)?, side(height)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn every_option_is_understood() {
        let (shot, path) =
            parse(Lang::En, &words("lifecycle --start 3 --beat 2 --lang ko --theme projector --size 1920x1080 --text 150 out.png"))
                .expect("a full line");
        let wanted = Shot {
            screen: "lifecycle".into(),
            section: None,
            beat: Some(2),
            start: 3,
            lang: Lang::Ko,
            theme: Theme::Projector,
            size_px: [1920, 1080],
            text_percent: 150,
        };
        assert_eq!((shot, path), (wanted, PathBuf::from("out.png")));
    }

    #[test]
    fn a_mistake_is_answered_with_a_sentence_that_names_it() {
        for (line, named) in [
            ("lifecycle", "Usage"),
            ("lifecycle --size", "Usage"),
            ("lifecycle --size 9x9 out.png", "9x9"),
            ("lifecycle --lang fr out.png", "fr"),
            ("lifecycle --speed 3 out.png", "--speed"),
        ] {
            let message = parse(Lang::En, &words(line)).expect_err(line);
            assert!(message.contains(named) && !message.contains("[["), "{message}");
        }
    }

    #[test]
    fn an_unknown_screen_or_beat_is_refused() {
        let shot = Shot {
            screen: "nowhere".into(),
            section: None,
            beat: None,
            start: 1,
            lang: Lang::En,
            theme: Theme::Light,
            size_px: [64, 64],
            text_percent: 100,
        };
        assert!(draw(Lang::En, &shot).expect_err("no such screen").contains("nowhere"));
        let late = Shot { screen: "lifecycle".into(), beat: Some(99), ..shot };
        assert!(draw(Lang::En, &late).expect_err("no such beat").contains("99"));
    }
}
