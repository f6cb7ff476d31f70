//! The events of a run as rows: who, what, on what, and the answer, in words. It draws nothing.

use std::collections::BTreeMap;

use serde_json::Value;
use skylab_cloud::{
    Sandbox, audit,
    ident::{AccountId, Caller},
    journal::{Event, EventKind, Input},
    s3::StorageClass,
    world::Happening,
};

use crate::i18n::{Arg, format};
use crate::ui::View;

/// Which events are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Show {
    /// Everything.
    #[default]
    All,
    /// Calls that changed something.
    Changes,
    /// What was refused.
    Refused,
    /// What services did by themselves, and faults.
    Own,
}

impl Show {
    /// All of them, with the keys of their names and of what they mean.
    pub(super) const ALL: [(Self, &str, &str); 4] = [
        (Self::All, "trail-all", "trail-all-hint"),
        (Self::Changes, "trail-changes", "trail-changes-hint"),
        (Self::Refused, "trail-refused", "trail-refused-hint"),
        (Self::Own, "trail-own", "trail-own-hint"),
    ];
}

/// One event with what it follows from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    /// Its number in the run.
    pub index: usize,
    pub event: &'a Event,
    pub cause: &'a Input,
    /// It lies after the present position.
    pub is_later: bool,
}

/// How it was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer<'a> {
    Ok,
    /// AWS's code.
    Refused(&'a str),
    /// It happened by itself.
    Happened,
    /// Something failed or healed.
    Fault,
}

/// What a happening is, for its name and its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Did {
    Moved(StorageClass),
    Expired,
    Marked,
    MarkerGone,
    Aborted,
    Refused,
    Lost,
    ZoneFailed,
    ZoneDestroyed,
    ZoneHealed,
    Other,
}

/// The rows of a run, newest first.
pub(super) fn of(sandbox: &Sandbox) -> impl Iterator<Item = Row<'_>> {
    let n_now = sandbox.events().len();
    (0..sandbox.all_events().len()).rev().filter_map(move |index| one(sandbox, index, n_now))
}

/// The row of one event.
pub(super) fn row(sandbox: &Sandbox, index: usize) -> Option<Row<'_>> {
    one(sandbox, index, sandbox.events().len())
}

fn one(sandbox: &Sandbox, index: usize, n_now: usize) -> Option<Row<'_>> {
    let event = sandbox.all_events().get(index)?;
    let cause = &sandbox.all_inputs().get(event.input)?.input;
    Some(Row { index, event, cause, is_later: index >= n_now })
}

impl<'a> Row<'a> {
    pub(super) fn answer(&self) -> Answer<'a> {
        match &self.event.kind {
            EventKind::Answered(None) => Answer::Ok,
            EventKind::Answered(Some(refusal)) => Answer::Refused(&refusal.code),
            EventKind::Happened(it) => match it.facts.get("error").and_then(Value::as_str) {
                Some(code) => Answer::Refused(code),
                None if did(it).is_fault() => Answer::Fault,
                None => Answer::Happened,
            },
        }
    }

    pub(super) fn is_shown(&self, show: Show) -> bool {
        match show {
            Show::All => true,
            Show::Changes => self.answer() == Answer::Ok && self.operation().is_some_and(|name| !audit::is_read_only(name)),
            Show::Refused => matches!(self.answer(), Answer::Refused(_)),
            Show::Own => matches!(self.event.kind, EventKind::Happened(_)),
        }
    }

    /// Whether each of the words, in small letters, is somewhere in the row.
    pub(super) fn matches(&self, words: &[String], names: &mut Names<'_, '_>) -> bool {
        if words.is_empty() {
            return true;
        }
        let mut text = [self.who(names.view), self.on()].join(" ");
        if let Answer::Refused(code) = self.answer() {
            text += code;
        }
        match &self.event.kind {
            EventKind::Answered(_) => text += self.operation().unwrap_or_default(),
            EventKind::Happened(it) => {
                text += &it.name;
                text += names.of(did(it));
                it.facts.iter().filter_map(|(_, value)| value.as_str()).for_each(|fact| text += fact);
            }
        }
        let text = text.to_lowercase();
        words.iter().all(|word| text.contains(word.as_str()))
    }

    /// The operation that was answered.
    fn operation(&self) -> Option<&'static str> {
        match (&self.event.kind, self.cause) {
            (EventKind::Answered(_), Input::Call { request, .. }) => Some(request.name()),
            _ => None,
        }
    }

    pub(super) fn happening(&self) -> Option<&'a Happening> {
        if let EventKind::Happened(it) = &self.event.kind { Some(it) } else { None }
    }

    /// Who did it: a caller, a service, a load, a fault.
    pub(super) fn who(&self, view: &View<'_>) -> String {
        let of = |account, name: &str| if account == AccountId::OWN { name.to_owned() } else { format!("{account}/{name}") };
        match (&self.event.kind, self.cause) {
            (EventKind::Happened(it), _) if did(it).is_fault() => view.tr("trail-who-fault"),
            (EventKind::Happened(it), _) if did(it) == Did::Refused => view.tr("trail-who-load"),
            (EventKind::Happened(it), _) => it.resource.split(':').nth(2).unwrap_or("AWS").to_uppercase(),
            (EventKind::Answered(_), Input::Call { origin, .. }) => match &origin.caller {
                Caller::Anonymous => view.tr("trail-who-anonymous"),
                Caller::User { name, account } => of(*account, name),
                Caller::Root { account } => of(*account, "root"),
                Caller::Role { account, role, session, .. } => of(*account, &format!("{role}/{session}")),
                Caller::Service { name, .. } => name.clone(),
            },
            (EventKind::Answered(_), _) => String::new(),
        }
    }

    /// What was asked, or what happened with its facts.
    pub(super) fn what(&self, view: &View<'_>) -> String {
        match &self.event.kind {
            EventKind::Answered(_) => self.operation().unwrap_or_default().to_owned(),
            EventKind::Happened(it) => sentence(view, it),
        }
    }

    /// The bucket, the object, the zone.
    pub(super) fn on(&self) -> String {
        let shown = |arn: &str| arn.splitn(6, ':').nth(5).map_or_else(|| arn.to_owned(), str::to_owned);
        match (&self.event.kind, self.cause) {
            (EventKind::Happened(it), _) => shown(&it.resource),
            (EventKind::Answered(_), Input::Call { request, .. }) => match request.needs().resource {
                all if all == "*" => String::new(),
                arn => shown(&arn),
            },
            (EventKind::Answered(_), _) => String::new(),
        }
    }
}

impl Did {
    fn is_fault(self) -> bool {
        matches!(self, Self::Lost | Self::ZoneFailed | Self::ZoneDestroyed | Self::ZoneHealed)
    }

    fn id(self) -> &'static str {
        match self {
            Self::Moved(_) => "moved",
            Self::Expired => "expired",
            Self::Marked => "marked",
            Self::MarkerGone => "marker-gone",
            Self::Aborted => "aborted",
            Self::Refused => "refused",
            Self::Lost => "lost",
            Self::ZoneFailed => "zone-failed",
            Self::ZoneDestroyed => "zone-destroyed",
            Self::ZoneHealed => "zone-healed",
            Self::Other => "other",
        }
    }
}

/// What a happening is, by AWS's name of it.
pub(super) fn did(it: &Happening) -> Did {
    let moved = || StorageClass::ALL.into_iter().find(|class| class.is_transition_target() && class.transition_event() == it.name);
    match it.name.as_str() {
        _ if it.facts.contains_key("error") => Did::Refused,
        "S3.EXPIRE.OBJECT" => Did::Expired,
        "S3.EXPIRE.DELETEMARKER" => Did::MarkerGone,
        "S3.CREATE.DELETEMARKER" => Did::Marked,
        "S3.DELETE.UPLOAD" => Did::Aborted,
        "ObjectsLost" => Did::Lost,
        "ZoneFailed" if it.facts.get("destroyed") == Some(&Value::Bool(true)) => Did::ZoneDestroyed,
        "ZoneFailed" => Did::ZoneFailed,
        "ZoneHealed" => Did::ZoneHealed,
        _ => moved().map_or(Did::Other, Did::Moved),
    }
}

fn sentence(view: &View<'_>, it: &Happening) -> String {
    let did = did(it);
    let number = |name: &str| it.facts.get(name).and_then(Value::as_u64);
    let text = |name: &str| it.facts.get(name).and_then(Value::as_str).unwrap_or_default();
    let n = number("objects").or(number("reads")).or(number("writes")).unwrap_or(0);
    let mut args: Vec<(&str, Arg<'_>)> = vec![
        ("n", n.into()),
        ("bytes", format::bytes_billed(number("bytes").unwrap_or(0)).into()),
        ("from", text("from").to_owned().into()),
        ("rule", text("rule").to_owned().into()),
        ("name", it.name.clone().into()),
    ];
    if let Did::Moved(to) = did {
        args.push(("to", to.name().into()));
    }
    view.tr_with(&format!("trail-did-{}", did.id()), &args)
}

/// The names of what happens by itself, each written once.
pub(super) struct Names<'v, 'a> {
    view: &'v View<'a>,
    known: BTreeMap<&'static str, String>,
}

impl<'v, 'a> Names<'v, 'a> {
    pub(super) fn new(view: &'v View<'a>) -> Self {
        Self { view, known: BTreeMap::new() }
    }

    fn of(&mut self, did: Did) -> &str {
        self.known.entry(did.id()).or_insert_with(|| self.view.tr(&format!("trail-name-{}", did.id())))
    }
}

#[cfg(test)]
mod tests;
