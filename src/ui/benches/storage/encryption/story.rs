//! What a beat says, with what the run shows: a learner who went another way reads of that way.

use super::{
    calls,
    data::{EncryptionData, Seen},
    scenes::Way,
    ways,
};
use crate::{
    i18n::format,
    ui::{Beat, View},
};

/// The text of a beat; `None` where it names nothing of the run.
pub(super) fn text(view: &View<'_>, data: &EncryptionData, beat: &Beat) -> Option<String> {
    Some(match beat.id {
        "layers" => {
            let n = data.objects.iter().filter(|object| object.stored.is_some()).count();
            view.tr_with("encryption-beat-layers", &[("n", n.into())])
        }
        "readers" => readers(view, data),
        "records" => {
            let n_data = data.records.iter().filter(|record| record.is_data).count();
            let n_management = data.records.iter().filter(|record| record.through_s3).count();
            view.tr_with("encryption-beat-records", &[("data", n_data.into()), ("kms", n_management.into())])
        }
        "schedule" | "cancel" | "deleted" => kms_read(view, data, beat.id),
        "bill" => bill(view, data)?,
        "switch" => switch(view, data)?,
        _ => return None,
    })
}

fn readers(view: &View<'_>, data: &EncryptionData) -> String {
    let opens = data.objects.iter().filter(|object| object.by_auditor == Seen::Plain);
    let names: Vec<String> = opens.map(|object| ways::name(view, object.way)).collect();
    if names.is_empty() {
        return view.tr("encryption-beat-readers-none");
    }
    view.tr_with("encryption-beat-readers", &[("ways", names.join(", ").into())])
}

fn kms_read(view: &View<'_>, data: &EncryptionData, beat: &str) -> String {
    let state = data.key.as_ref().map(|key| key.state.name());
    let seen = data.object(Way::Kms).map(|object| &object.by_admin);
    match (seen, state) {
        (Some(Seen::Plain), _) if beat == "cancel" => view.tr("encryption-beat-cancel"),
        (Some(Seen::Plain), _) => view.tr("encryption-beat-key-reads"),
        (Some(Seen::Refused { code, .. }), Some(state)) => {
            view.tr_with("encryption-beat-schedule", &[("code", code.as_str().into()), ("state", state.into())])
        }
        (Some(Seen::Refused { code, .. }), None) => view.tr_with("encryption-beat-deleted", &[("code", code.as_str().into())]),
        _ => view.tr("encryption-beat-key-nothing"),
    }
}

fn count(n: u128) -> String {
    format::count(i64::try_from(n).unwrap_or(i64::MAX))
}

fn bill(view: &View<'_>, data: &EncryptionData) -> Option<String> {
    let [each, shared] = data.counted.as_slice() else { return None };
    let args = [
        ("each", count(each.n_calls()).into()),
        ("shared", count(shared.n_calls()).into()),
        ("each-cost", format::usd(calls::micros(each.n_calls())).into()),
        ("shared-cost", format::usd(calls::micros(shared.n_calls())).into()),
    ];
    Some(view.tr_with("encryption-beat-bill", &args))
}

fn switch(view: &View<'_>, data: &EncryptionData) -> Option<String> {
    let each = data.counted.first()?;
    let mut last = each.calls.values().rev();
    let (now, before) = (last.next().copied().unwrap_or(0), last.next().copied().unwrap_or(0));
    let key = if each.has_bucket_key { "encryption-beat-switch" } else { "encryption-beat-switch-off" };
    Some(view.tr_with(key, &[("before", count(before).into()), ("now", count(now).into())]))
}
