//! The result card of an attempt: plain data in the reader's words, as RON and as one page that opens without anything else. It grades nothing.

use std::fmt::Write as _;

use serde::Serialize;

use super::told::{say, span, written};
use crate::i18n::{self, Lang, Texts, format, tr};
use crate::learn::lab::{Attempt, Grade, Lab, Mode, TaskGrade};
use skylab_terminal::sim::Span;

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Card {
    /// The lab's id.
    pub lab: String,
    /// Its title.
    pub title: String,
    /// Who did it; may be empty.
    pub learner: String,
    /// How.
    pub mode: Mode,
    /// What the variables were drawn with.
    pub seed: u64,
    /// Rungs of hints that were shown.
    pub n_hints: u32,
    /// Of 100.
    pub points: u32,
    /// Whether everything was achieved.
    pub passed: bool,
    /// The bill at the end, in words.
    pub paid: String,
    /// Each task.
    pub tasks: Vec<CardTask>,
}

/// A task on a card.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CardTask {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it counts.
    pub points: u32,
    /// Whether it was met.
    pub met: bool,
    /// How long after the start it was met, in words; empty if it was not.
    pub after: String,
    /// What was expected.
    pub expected: String,
    /// What was seen.
    pub seen: String,
    /// Why it matters.
    pub why: String,
}

/// The texts of a lab in a language.
pub fn texts(lab: &Lab, lang: Lang) -> Texts {
    let source = if lang == Lang::Pseudo { Lang::En } else { lang };
    Texts::read(lang, lab.pack.texts.get(source.code()).map_or("", |(_, text)| text))
}

/// An attempt's variables as arguments of its texts.
pub fn args(lang: Lang, attempt: &Attempt) -> Vec<(String, i18n::Arg<'static>)> {
    attempt.args().into_iter().map(|(name, arg)| (name, written(lang, &arg))).collect()
}

/// The card of a graded attempt.
pub fn card(lang: Lang, attempt: &Attempt, grade: &Grade, learner: &str) -> Card {
    let texts = texts(attempt.lab(), lang);
    let owned = args(lang, attempt);
    let args: Vec<(&str, i18n::Arg<'_>)> = owned.iter().map(|(name, arg)| (name.as_str(), arg.clone())).collect();
    let task = |task: &TaskGrade| CardTask {
        id: task.id.clone(),
        title: texts.text(&format!("task-{}-title", task.id), &args),
        points: task.points,
        met: task.is_met,
        after: task.since.map_or_else(String::new, |at| span(lang, Span { months: 0, millis: at.since(attempt.start()) })),
        expected: say(lang, &task.finding.expected),
        seen: say(lang, &task.finding.seen),
        why: texts.text(&format!("task-{}-why", task.id), &args),
    };
    Card {
        lab: attempt.lab().id().to_owned(),
        title: texts.text("title", &args),
        learner: learner.to_owned(),
        mode: attempt.mode(),
        seed: attempt.seed(),
        n_hints: attempt.hints().values().map(|n| u32::from(*n)).sum(),
        points: grade.points(),
        passed: grade.is_passed(),
        paid: grade.paid.map_or_else(|| "?".to_owned(), |nanos| format::usd(nanos.div_euclid(1_000))),
        tasks: grade.tasks.iter().map(task).collect(),
    }
}

impl Card {
    /// As RON.
    pub fn to_ron(&self) -> String {
        let pretty = ron::ser::PrettyConfig::new().new_line("\n").indentor("  ");
        ron::ser::to_string_pretty(self, pretty).map(|text| text + "\n").unwrap_or_default()
    }

    /// As a page that opens in any browser without a network.
    pub fn to_html(&self, lang: Lang) -> String {
        page(lang, &self.title, &self.section(lang))
    }

    /// The card as a part of a page.
    pub fn section(&self, lang: Lang) -> String {
        let mode = tr(lang, if self.mode == Mode::Challenge { "proof-mode-challenge" } else { "proof-mode-walkthrough" }, &[]);
        let facts = [
            ("card-learner", if self.learner.is_empty() { "—".to_owned() } else { self.learner.clone() }),
            ("card-mode", mode),
            ("card-seed", self.seed.to_string()),
            ("card-hints", self.n_hints.to_string()),
            ("card-paid", self.paid.clone()),
        ];
        let facts = facts.iter().fold(String::new(), |mut out, (key, value)| {
            let _ = write!(out, "<dt>{}</dt><dd>{}</dd>", escaped(&tr(lang, key, &[])), escaped(value));
            out
        });
        let points = tr(lang, "lab-points", &[("points", self.points.into())]);
        let tasks: String = self.tasks.iter().map(|task| task.row(lang)).collect();
        format!(
            "<section><h1>{}</h1><p class=\"points\">{}</p><dl>{facts}</dl><ul>{tasks}</ul></section>",
            escaped(&self.title),
            escaped(&points)
        )
    }
}

impl CardTask {
    fn row(&self, lang: Lang) -> String {
        // a sign and a word, so that nothing is told by colour alone
        let (class, sign, key) = if self.met { ("met", "✓", "card-met") } else { ("open", "✕", "card-open") };
        let after = if self.after.is_empty() {
            String::new()
        } else {
            format!(" · {}", tr(lang, "card-after", &[("span", self.after.clone().into())]))
        };
        let why = if self.met { String::new() } else { format!("<p class=\"why\">{}</p>", escaped(&self.why)) };
        format!(
            "<li class=\"{class}\"><h2><span>{sign}</span> {} <small>{} · {}{}</small></h2><p>{}</p><p>{}</p>{why}</li>",
            escaped(&self.title),
            escaped(&tr(lang, "card-points", &[("points", self.points.into())])),
            escaped(&tr(lang, key, &[])),
            escaped(&after),
            escaped(&self.expected),
            escaped(&self.seen),
        )
    }
}

/// The look of the page: no script, no font and no picture from elsewhere.
const STYLE: &str = "body{font:16px/1.55 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1d20;background:#fff}\
h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.05rem;margin:0}small{font-weight:400;color:#5b6270}\
.points{font-size:1.2rem;margin:.25rem 0 1rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:0 0 1rem}\
dt{color:#5b6270}dd{margin:0}ul{list-style:none;padding:0}li{border-left:4px solid #b9bbb5;padding:.25rem 0 .25rem .9rem;margin:.9rem 0}\
li.met{border-color:#1f7a3d}li.open{border-color:#b3261e}li p{margin:.25rem 0}.why{color:#5b6270}\
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #e2e2dc;padding:.35rem .6rem;text-align:left;vertical-align:top}\
td.n{text-align:right;font-variant-numeric:tabular-nums}section{margin:2.5rem 0}@media print{section{break-inside:avoid}}";

/// A whole page around a body that is HTML already.
pub fn page(lang: Lang, title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{}</title><style>{STYLE}</style></head>\n<body>\n{body}\n</body>\n</html>\n",
        lang.code(),
        escaped(title)
    )
}

/// Text as HTML shows it: a name on a card may be anything.
pub fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_become_part_of_the_page() {
        let mut card = Card {
            lab: "x".to_owned(),
            title: "T".to_owned(),
            learner: "<script>alert('x')</script>".to_owned(),
            mode: Mode::Challenge,
            seed: 7,
            n_hints: 0,
            points: 100,
            passed: true,
            paid: "1.00 USD".to_owned(),
            tasks: Vec::new(),
        };
        card.tasks.push(CardTask {
            id: "a".to_owned(),
            title: "a".to_owned(),
            points: 100,
            met: true,
            after: String::new(),
            expected: "a < b".to_owned(),
            seen: "\"c\"".to_owned(),
            why: String::new(),
        });
        let html = card.to_html(Lang::En);
        assert!(!html.contains("<script") && html.contains("&lt;script&gt;") && html.contains("a &lt; b"), "{html}");
        assert!(!html.contains("http"), "the page needs nothing from elsewhere");
        assert!(card.to_ron().contains("mode: challenge"));
    }
}
