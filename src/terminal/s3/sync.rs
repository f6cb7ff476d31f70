//! `aws s3 sync`: what is at the source and not alike at the destination goes there; with `--delete`, what is only at the
//! destination goes away.
//!
//! Two objects are compared by size and time as the CLI compares them. A local file has no time on the simulated clock: it is alike
//! if its contents are, as the object's ETag tells, where the CLI would look at its time.

use std::collections::BTreeMap;

use skylab_cloud::s3::upload_etag;

use super::{
    Lines, Place, S3Command, customer_key, list, pattern,
    transfer::{Job, below, folder, local_error, transfer},
    upload::part_bytes_of,
};
use crate::{
    cloud::Endpoint,
    failure::Failure,
    files::{FileError, Files},
    shell::Ran,
};

/// What is found at one end, by its path below it.
type Side = BTreeMap<String, Found>;

struct Found {
    size: u64,
    /// Of an object: when it was written, and its ETag.
    object: Option<(String, String)>,
}

pub(super) fn run(command: &S3Command, endpoint: &mut Endpoint<'_>, files: &mut dyn Files) -> Ran {
    let (from, to) = (Place::read(&command.paths[0]), Place::read(&command.paths[1]));
    if let Place::Local(path) = &from
        && !files.is_folder(path)
    {
        return Ran::from(Err(Failure::general("FileNotFound", format!("The user-provided path {path} does not exist."))));
    }
    let keys = match customer_key::read(command, files) {
        Ok(keys) => keys,
        Err(failure) => return Ran::from(Err(failure)),
    };
    let mut lines = Lines::default();
    let sides = side(&from, endpoint, files).and_then(|here| Ok((here, side(&to, endpoint, files)?)));
    let (here, there) = match sides {
        Ok(sides) => sides,
        Err(failure) => {
            lines.complain(&format!("fatal error: {}", failure.sentence()), &failure);
            return lines.ran();
        }
    };
    let mut paths: Vec<&String> = here.keys().chain(there.keys()).collect();
    paths.sort_unstable();
    paths.dedup();
    for path in paths.into_iter().filter(|path| pattern::passes(&command.options.filters, path)) {
        let job = match (here.get(path), there.get(path)) {
            (Some(source), known) if known.is_none_or(|known| differs(command, (&from, source), (&to, known), path, files)) => {
                Job { from: below(&from, path), to: Some(below(&to, path)), size: source.size }
            }
            (None, Some(known)) if command.options.delete => Job { from: below(&to, path), to: None, size: known.size },
            _ => continue,
        };
        if job.to.is_none() && matches!(job.from, Place::Local(_)) {
            remove_local(command, &job, files, &mut lines);
        } else {
            transfer((command, &keys), &job, endpoint, files, &mut lines);
        }
    }
    lines.ran()
}

fn side(place: &Place, endpoint: &mut Endpoint<'_>, files: &dyn Files) -> Result<Side, Failure> {
    match place {
        Place::Object { bucket, key } => {
            let prefix = folder(key);
            let listing = list::walk(endpoint, bucket, &prefix, false)?;
            let objects = listing.objects.into_iter().filter(|found| found.size > 0 || !found.key.ends_with('/'));
            let entry = |found: list::Found| {
                (found.key[prefix.len()..].to_owned(), Found { size: found.size, object: Some((found.modified, found.etag)) })
            };
            Ok(objects.map(entry).collect())
        }
        Place::Local(path) => match files.list(path) {
            Ok(entries) => Ok(entries.into_iter().map(|entry| (entry.path, Found { size: entry.len, object: None })).collect()),
            Err(FileError::Missing) => Ok(Side::new()),
            Err(error) => Err(Failure::general("FileNotFound", format!("{path}: {error}"))),
        },
    }
}

/// True if the source is to go over what is at the destination.
fn differs(command: &S3Command, (from, source): (&Place, &Found), (to, known): (&Place, &Found), path: &str, files: &dyn Files) -> bool {
    if source.size != known.size {
        return true;
    }
    if command.options.size_only {
        return false;
    }
    let local = if source.object.is_none() { from } else { to };
    match (&source.object, &known.object) {
        (Some((written, _)), Some((known, _))) => written > known,
        (Some((_, etag)), None) | (None, Some((_, etag))) => !is_alike(&below(local, path), etag, files),
        (None, None) => false,
    }
}

/// True if a file has the contents that an ETag tells of.
fn is_alike(place: &Place, etag: &str, files: &dyn Files) -> bool {
    let Place::Local(path) = place else { return false };
    files.read(path).is_ok_and(|body| upload_etag(&body, part_bytes_of(body.len())) == etag)
}

fn remove_local(command: &S3Command, job: &Job, files: &mut dyn Files, lines: &mut Lines) {
    let Place::Local(path) = &job.from else { return };
    if command.options.dryrun {
        return lines.say(&format!("(dryrun) delete: {}", job.from));
    }
    match files.remove(path) {
        Ok(()) if command.options.quiet => {}
        Ok(()) => lines.say(&format!("delete: {}", job.from)),
        Err(error) => {
            let failure = local_error(path, &error);
            lines.complain(&format!("delete failed: {} {}", job.from, failure.sentence()), &failure);
        }
    }
}
