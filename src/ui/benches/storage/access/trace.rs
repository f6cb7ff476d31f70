//! "Why?": everything that AWS looked at for one call, in its order, with what decided marked, and what would change the answer. The
//! trace is the model's; here it gets its words.

use egui::{Frame, Label, Margin, Sense, Stroke, Ui, Vec2};
use skylab_cloud::{
    policy::{
        Effect, Reason, Trace, Verdict,
        identity::Holder,
        trace::{At, Look, Mismatch, Rule, Step},
    },
    s3::{Level, Remedy},
};

use super::data::Call;
use crate::ui::{
    View,
    theme::{ICON, bold, heading, muted, small, space},
    widgets::{Icon, card},
};

/// True for the side of the access point, false for that of the bucket behind it.
pub(super) fn decides_at_point(trace: &Trace) -> bool {
    trace.resource.contains(":accesspoint/")
}

/// The trace that decided: the first that denies, or the last.
fn deciding(call: &Call) -> Option<&Trace> {
    let traces = &call.why.traces;
    traces.iter().find(|trace| !trace.verdict.is_allowed()).or_else(|| traces.last())
}

/// What decided, in a few words.
pub(super) fn reason(view: &View<'_>, call: &Call) -> String {
    let Some(trace) = deciding(call) else { return String::new() };
    let side = if decides_at_point(trace) { "access-policy-point" } else { "access-policy-bucket" };
    let policy = || view.tr(side);
    match trace.verdict {
        Verdict::Allowed => match trace.looks.iter().rev().find(|look| gives(look)).map(|look| &look.at) {
            Some(At::Statement { policy, .. }) => view.tr_with("access-reason-allowed", &[("policy", policy_name(view, policy).into())]),
            Some(At::Grant { name, .. }) => view.tr_with("access-reason-granted", &[("name", name.as_str().into())]),
            _ => view.tr("access-reason-passes"),
        },
        Verdict::Denied(Reason::Explicit(_)) => view.tr("access-reason-deny"),
        Verdict::Denied(Reason::Cut(name)) => view.tr_with("access-reason-cut", &[("name", name.into())]),
        Verdict::Denied(Reason::NotAllowed(skylab_cloud::policy::PolicyKind::Resource)) => {
            view.tr_with("access-reason-no-allow", &[("policy", policy().into())])
        }
        Verdict::Denied(_) => view.tr("access-reason-nowhere"),
    }
}

/// True for what gives the right: a statement or a grant that matched.
fn gives(look: &Look) -> bool {
    match &look.at {
        At::Statement { effect, mismatch, .. } => *effect == Effect::Allow && mismatch.is_none(),
        At::Grant { given, ignored_by, .. } => *given && ignored_by.is_none(),
        At::Cut { .. } | At::Rule(_) => false,
    }
}

/// Draws the whole trace and what would change the answer.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, call: &Call) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        let who = view.tr(&format!("access-who-{}", call.who.id()));
        let key = if call.is_allowed() { "access-trace-allowed" } else { "access-trace-refused" };
        ui.label(heading(view.tr_with(key, &[("who", who.into())])));
        for trace in &call.why.traces {
            trace_ui(ui, view, trace);
        }
        remedies_ui(ui, view, call);
    });
}

fn trace_ui(ui: &mut Ui, view: &View<'_>, trace: &Trace) {
    ui.add(Label::new(muted(format!("{} {}", trace.action, trace.resource))).wrap());
    let mut step = None;
    let last = trace.looks.iter().rposition(|look| look.decides);
    for (n, look) in trace.looks.iter().enumerate() {
        if step != Some(look.step) {
            step = Some(look.step);
            ui.label(bold(view.tr(step_key(look.step))));
        }
        look_ui(ui, view, look, Some(n) == last);
    }
}

const fn step_key(step: Step) -> &'static str {
    match step {
        Step::Before => "access-step-before",
        Step::Denies => "access-step-denies",
        Step::Cuts => "access-step-cuts",
        Step::Resource => "access-step-resource",
        Step::Identity => "access-step-identity",
        Step::Boundary => "access-step-boundary",
        Step::Session => "access-step-session",
    }
}

/// One thing that was looked at; what decided stands in a frame and says so.
fn look_ui(ui: &mut Ui, view: &View<'_>, look: &Look, decides: bool) {
    let palette = view.palette();
    let (icon, color) = match sign(look) {
        Sign::Passes => (Icon::Ok, palette.ok),
        Sign::Refuses => (Icon::Failed, palette.failed),
        Sign::Nothing => (Icon::Unknown, palette.muted),
    };
    let stroke = if decides { Stroke::new(view.theme.curve_width(), palette.accent) } else { Stroke::NONE };
    let margin = Margin::symmetric(space::GRID as i8, 2);
    Frame::new().stroke(stroke).inner_margin(margin).corner_radius(crate::ui::theme::CORNER).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
            icon.paint(ui.painter(), rect, color);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.add(Label::new(told(view, look)).wrap());
                if let At::Statement { mismatch: Some(mismatch), .. } = &look.at {
                    ui.add(Label::new(muted(mismatch_told(view, mismatch))).wrap());
                }
                if decides {
                    ui.add(Label::new(small(view.tr("access-decides")).color(palette.accent)).wrap());
                }
            });
        });
    });
}

enum Sign {
    Passes,
    Refuses,
    Nothing,
}

fn sign(look: &Look) -> Sign {
    match &look.at {
        At::Statement { mismatch: Some(_), .. } | At::Grant { given: false, .. } | At::Cut { bites: false, .. } => Sign::Nothing,
        At::Statement { effect: Effect::Deny, .. } | At::Cut { bites: true, .. } => Sign::Refuses,
        At::Grant { ignored_by, .. } if ignored_by.is_some() => Sign::Nothing,
        At::Statement { .. } | At::Grant { .. } => Sign::Passes,
        At::Rule(rule) => match rule {
            Rule::Open | Rule::NothingThere | Rule::RootAlways | Rule::Root | Rule::AllAllow => Sign::Passes,
            Rule::Anonymous | Rule::UnknownCaller | Rule::Expired | Rule::NotAllowed(_) => Sign::Refuses,
        },
    }
}

/// What was looked at, and what came of it.
fn told(view: &View<'_>, look: &Look) -> String {
    match &look.at {
        At::Statement { policy, number, sid, effect, mismatch, .. } => {
            let key = match (effect, mismatch.is_some()) {
                (Effect::Allow, false) => "access-look-allows",
                (Effect::Deny, false) => "access-look-denies",
                (_, true) => "access-look-passed-over",
            };
            let effect = if *effect == Effect::Allow { "Allow" } else { "Deny" };
            let sid = sid.as_deref().filter(|sid| !sid.is_empty()).map(|sid| format!(" \"{sid}\"")).unwrap_or_default();
            let args =
                [("policy", policy_name(view, policy).into()), ("n", (number + 1).into()), ("sid", sid.into()), ("effect", effect.into())];
            view.tr_with(key, &args)
        }
        At::Grant { name, given, ignored_by } => {
            let key = match (given, ignored_by) {
                (true, Some(_)) => "access-look-grant-ignored",
                (true, None) => "access-look-grant",
                (false, _) => "access-look-grant-other",
            };
            view.tr_with(key, &[("name", name.as_str().into()), ("setting", ignored_by.unwrap_or_default().into())])
        }
        At::Cut { name, on, bites } => {
            let key = match (on, bites) {
                (_, true) => "access-look-cut",
                (true, false) => "access-look-cut-on",
                (false, false) => "access-look-cut-off",
            };
            view.tr_with(key, &[("name", (*name).into())])
        }
        At::Rule(rule) => rule_told(view, *rule),
    }
}

fn rule_told(view: &View<'_>, rule: Rule) -> String {
    use skylab_cloud::policy::PolicyKind;
    view.tr(match rule {
        Rule::Open => "access-rule-open",
        Rule::NothingThere => "access-rule-nothing-there",
        Rule::RootAlways | Rule::Root => "access-rule-root",
        Rule::Anonymous => "access-rule-anonymous",
        Rule::UnknownCaller => "access-rule-unknown",
        Rule::Expired => "access-rule-expired",
        Rule::NotAllowed(PolicyKind::Resource) => "access-rule-not-resource",
        Rule::NotAllowed(PolicyKind::Identity) => "access-rule-not-identity",
        Rule::NotAllowed(PolicyKind::Boundary) => "access-rule-not-boundary",
        Rule::NotAllowed(PolicyKind::Session) => "access-rule-not-session",
        Rule::AllAllow => "access-rule-all-allow",
    })
}

fn policy_name(view: &View<'_>, label: &skylab_cloud::policy::Label<'_>) -> String {
    match (&label.holder, label.name.as_ref()) {
        (Holder::Resource(_), "BucketPolicy") => view.tr("access-policy-bucket"),
        (Holder::Resource(_), "AccessPointPolicy") => view.tr("access-policy-point"),
        (Holder::Resource(_), name) => name.to_owned(),
        (Holder::User(user) | Holder::Group(user) | Holder::Role(user) | Holder::Session(user), name) => {
            view.tr_with("access-policy-iam", &[("name", name.into()), ("user", user.as_ref().into())])
        }
    }
}

fn mismatch_told(view: &View<'_>, mismatch: &Mismatch) -> String {
    match mismatch {
        Mismatch::Principal => view.tr("access-mismatch-principal"),
        Mismatch::Action => view.tr("access-mismatch-action"),
        Mismatch::Resource => view.tr("access-mismatch-resource"),
        Mismatch::Condition { operator, key, wanted, had } => {
            let had = had.as_ref().map_or_else(|| view.tr("access-had-nothing"), |had| had.join(", "));
            let wanted = wanted.join(", ");
            let args =
                [("operator", operator.as_str().into()), ("key", key.as_str().into()), ("wanted", wanted.into()), ("had", had.into())];
            view.tr_with("access-mismatch-condition", &args)
        }
    }
}

fn remedies_ui(ui: &mut Ui, view: &View<'_>, call: &Call) {
    if call.why.remedies.is_empty() {
        return;
    }
    ui.add_space(space::GRID);
    ui.label(bold(view.tr("access-remedies-head")));
    for remedy in &call.why.remedies {
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
            Icon::ChevronRight.paint(ui.painter(), rect, view.palette().accent);
            ui.add(Label::new(remedy_told(view, remedy)).wrap());
        });
    }
}

fn remedy_told(view: &View<'_>, remedy: &Remedy) -> String {
    let say = |key: &str, args: &[(&str, &str)]| {
        let args: Vec<(&str, crate::i18n::Arg<'_>)> = args.iter().map(|(name, value)| (*name, (*value).into())).collect();
        view.tr_with(key, &args)
    };
    match remedy {
        Remedy::AllowInIdentityPolicy { action, resource } => say("access-remedy-identity", &[("action", action), ("resource", resource)]),
        Remedy::AllowInBucketPolicy { principal, action, resource } => {
            say("access-remedy-bucket", &[("principal", principal), ("action", action), ("resource", resource)])
        }
        Remedy::AllowInAccessPointPolicy { principal, action, resource } => {
            say("access-remedy-point", &[("principal", principal), ("action", action), ("resource", resource)])
        }
        Remedy::GrantInAcl { permission } => say("access-remedy-acl", &[("permission", &permission_name(*permission))]),
        Remedy::ChangeDeny { policy, statement, sid } => {
            let number = (statement + 1).to_string();
            say("access-remedy-deny", &[("policy", policy), ("n", &number), ("sid", sid.as_deref().unwrap_or_default())])
        }
        Remedy::WidenPolicy { kind, action } => say("access-remedy-widen", &[("kind", kind.wording()), ("action", action)]),
        Remedy::TurnOff { setting, levels } => {
            let levels: Vec<String> = levels.iter().map(|level| view.tr(level_key(*level))).collect();
            say("access-remedy-turn-off", &[("setting", setting), ("levels", &levels.join(", "))])
        }
        Remedy::MakePolicyPrivate { statements } => {
            let numbers: Vec<String> = statements.iter().map(|n| (n + 1).to_string()).collect();
            say("access-remedy-private", &[("numbers", &numbers.join(", "))])
        }
        Remedy::TurnAclsOn => view.tr("access-remedy-acls-on"),
        Remedy::Pay => view.tr("access-remedy-pay"),
        Remedy::Sign => view.tr("access-remedy-sign"),
    }
}

fn permission_name(permission: impl serde::Serialize) -> String {
    serde_json::to_value(permission).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

const fn level_key(level: Level) -> &'static str {
    match level {
        Level::Account => "access-level-account",
        Level::Bucket => "access-level-bucket",
        Level::AccessPoint => "access-level-point",
    }
}
