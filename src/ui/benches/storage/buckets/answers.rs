//! The right predictions of the buckets bench, read off the requests of the run and their answers; none is written down.

use serde_json::json;
use skylab_cloud::{Sandbox, World};

use super::{
    data::ask,
    log::{self, Answered, Who},
    scenes::{CONTRACT, NAMES, NIGHTLY, PAGE, SALES, VIDEO},
};
use crate::ui::{Beat, StageView};

/// The option that the run shows to be right, once it tells.
pub(super) fn of(beat: &Beat, run: &StageView<'_>) -> Option<usize> {
    let sandbox = run.sandbox;
    let chosen = match beat.id {
        "first-open" => opened(sandbox)?,
        "names" => return made(sandbox),
        "names-delete" => deleted(sandbox)?,
        "lake" => fate_of_sales(sandbox)?,
        "site" => type_of_page(sandbox.world())?,
        "media" => share_of_video(sandbox)?,
        "backup" => copies(sandbox)?,
        "archive" => reading(sandbox)?,
        _ => return None,
    };
    beat.choices.iter().position(|choice| *choice == chosen)
}

fn last(sandbox: &Sandbox, is_it: impl Fn(&Answered) -> bool) -> Option<Answered> {
    log::answered(sandbox).rev().find(is_it)
}

/// What the last reader without a signature was answered.
fn opened(sandbox: &Sandbox) -> Option<&'static str> {
    let read = last(sandbox, |it| it.operation == "GetObject" && it.who == Who::Nobody)?;
    Some(match read.status() {
        200 | 206 => "open",
        404 => "missing",
        _ => "denied",
    })
}

/// Which of the names could be had: the choices stand in the same order.
fn made(sandbox: &Sandbox) -> Option<usize> {
    let made = log::answered(sandbox)
        .find(|it| it.operation == "CreateBucket" && it.who == Who::Own && it.is_ok() && NAMES.contains(&it.bucket.as_str()))?;
    NAMES.iter().position(|name| *name == made.bucket)
}

/// How the last try to delete one's own bucket ended.
fn deleted(sandbox: &Sandbox) -> Option<&'static str> {
    let deletes = last(sandbox, |it| it.operation == "DeleteBucket" && it.who == Who::Own)?;
    Some(if deletes.is_ok() { "gone" } else { "refused" })
}

/// What is left under a prefix after something of that name was deleted.
fn fate_of_sales(sandbox: &Sandbox) -> Option<&'static str> {
    let (bucket, prefix) = SALES;
    let is_delete = |it: &Answered| it.bucket == bucket && it.operation.starts_with("DeleteObject") && it.key.starts_with(prefix);
    let delete = last(sandbox, is_delete)?;
    if !delete.is_ok() {
        return Some("refused");
    }
    Some(if n_below(sandbox.world(), bucket, prefix) == 0 { "gone" } else { "same" })
}

/// Objects under a prefix.
pub(super) fn n_below(world: &World, bucket: &str, prefix: &str) -> u64 {
    let listing = ask(world, "ListObjectsV2", json!({"Bucket": bucket, "Prefix": prefix}));
    listing.map_or(0, |listing| listing["KeyCount"].as_u64().unwrap_or(0))
}

/// The type that the page has in the bucket, once it is there.
pub(super) fn page_type(world: &World) -> Option<String> {
    let (bucket, key) = PAGE;
    let head = ask(world, "HeadObject", json!({"Bucket": bucket, "Key": key})).ok()?;
    head["ContentType"].as_str().map(str::to_owned)
}

fn type_of_page(world: &World) -> Option<&'static str> {
    Some(if page_type(world)? == "text/html" { "html" } else { "binary" })
}

/// Whether the last read of the film brought all of it.
fn share_of_video(sandbox: &Sandbox) -> Option<&'static str> {
    let (bucket, key) = VIDEO;
    let read = last(sandbox, |it| it.operation == "GetObject" && it.bucket == bucket && it.key == key)?;
    Some(match read.status() {
        206 => "part",
        200 => "whole",
        _ => "refused",
    })
}

/// How many copies of the nightly backup can still be had.
pub(super) fn n_copies(world: &World) -> u64 {
    let (bucket, key) = NIGHTLY;
    let versions = ask(world, "ListObjectVersions", json!({"Bucket": bucket, "Prefix": key}));
    versions.ok().and_then(|versions| versions["Versions"].as_array().map(|list| list.len() as u64)).unwrap_or(0)
}

fn copies(sandbox: &Sandbox) -> Option<&'static str> {
    let (bucket, key) = NIGHTLY;
    let puts: Vec<_> = log::answered(sandbox).filter(|it| it.operation == "PutObject" && it.bucket == bucket && it.key == key).collect();
    if puts.len() < 2 {
        return None;
    }
    if puts.iter().any(|put| !put.is_ok()) {
        return Some("refused");
    }
    Some(if n_copies(sandbox.world()) == puts.len() as u64 { "all" } else { "last" })
}

/// What the first signed read of an old record was answered.
fn reading(sandbox: &Sandbox) -> Option<&'static str> {
    let read = log::answered(sandbox).find(|it| it.operation == "GetObject" && it.bucket == CONTRACT.0 && it.who == Who::Own)?;
    Some(match read.status() {
        200 | 206 => "now",
        404 => "missing",
        _ => "refused",
    })
}
