//! `aws s3 cp`, `mv` and `rm`: which files and objects go where, one after the other, each with the CLI's line.

use serde_json::{Value, json};
use skylab_cloud::body::Body;

use super::{
    Lines, Place, S3Command, Verb,
    customer_key::{self, Keys},
    list, pattern,
    upload::{self, Target, content_type},
};
use crate::{
    cloud::Endpoint,
    failure::Failure,
    files::{FileError, Files},
    shell::Ran,
};

/// One file or object with where it goes.
pub(super) struct Job {
    pub(super) from: Place,
    /// Nowhere: it is deleted.
    pub(super) to: Option<Place>,
    pub(super) size: u64,
}

pub(super) fn run(command: &S3Command, endpoint: &mut Endpoint<'_>, files: &mut dyn Files) -> Ran {
    let from = Place::read(&command.paths[0]);
    let to = command.paths.get(1).map(|path| Place::read(path));
    let mut lines = Lines::default();
    if let Some(failure) = impossible(command, &from, to.as_ref(), files) {
        return Ran::from(Err(failure));
    }
    let keys = match customer_key::read(command, files) {
        Ok(keys) => keys,
        Err(failure) => return Ran::from(Err(failure)),
    };
    match jobs((command, &keys), &from, to.as_ref(), endpoint, files) {
        Ok(jobs) => jobs.iter().for_each(|job| transfer((command, &keys), job, endpoint, files, &mut lines)),
        Err(failure) => lines.complain(&format!("fatal error: {}", failure.sentence()), &failure),
    }
    lines.ran()
}

/// What the CLI refuses before it begins.
fn impossible(command: &S3Command, from: &Place, to: Option<&Place>, files: &dyn Files) -> Option<Failure> {
    if command.paths.iter().any(|path| path == "-") {
        return Some(Failure::not_modelled("AWS streams through -; Skylab has no standard input to stream: name a file."));
    }
    if let Place::Local(path) = from {
        if path.contains(['*', '?']) && files.read(path).is_err() {
            let what = format!("{path}: file name patterns are a shell's; use --recursive with --exclude \"*\" --include \"PATTERN\"");
            return Some(Failure::params(what));
        }
        let missing = match files.read(path) {
            Err(FileError::Missing) => Some(Failure::general("FileNotFound", format!("The user-provided path {path} does not exist."))),
            Err(error @ (FileError::Outside | FileError::TooLarge(_) | FileError::Other(_))) => {
                Some(Failure::general("FileNotFound", format!("{path}: {error}")))
            }
            _ => None,
        };
        return missing;
    }
    if let Some(Place::Local(path)) = to
        && let Err(error) = crate::files::inside(path)
    {
        return Some(Failure::general("OutFile", format!("{path}: {error}")));
    }
    let onto_itself = command.verb == Verb::Move && to.is_some_and(|to| destination(from, to, command, files) == *from);
    onto_itself.then(|| Failure::params(format!("Cannot mv a file onto itself: {} - {}", command.paths[0], command.paths[1])))
}

/// Everything that is to go somewhere, in the order of keys and paths.
fn jobs(
    (command, keys): (&S3Command, &Keys),
    from: &Place,
    to: Option<&Place>,
    endpoint: &mut Endpoint<'_>,
    files: &dyn Files,
) -> Result<Vec<Job>, Failure> {
    let found = match (from, command.options.recursive) {
        (Place::Object { bucket, key }, true) => {
            let prefix = folder(key);
            let listing = list::walk(endpoint, bucket, &prefix, false)?;
            let keep = |found: &list::Found| command.verb == Verb::Remove || found.size > 0 || !found.key.ends_with('/');
            let objects = listing.objects.into_iter().filter(keep);
            objects.map(|found| (found.key[prefix.len()..].to_owned(), found.size)).collect()
        }
        (Place::Local(path), true) => {
            let listed = files.list(path).map_err(|error| Failure::general("FileNotFound", format!("{path}: {error}")))?;
            listed.into_iter().map(|entry| (entry.path, entry.len)).collect()
        }
        (single, false) => return Ok(single_job((command, keys), single, to, endpoint, files)?.into_iter().collect()),
    };
    let found: Vec<(String, u64)> = found;
    let wanted = found.into_iter().filter(|(path, _)| pattern::passes(&command.options.filters, path));
    Ok(wanted.map(|(path, size)| Job { from: below(from, &path), to: to.map(|to| below(to, &path)), size }).collect())
}

fn single_job(
    (command, keys): (&S3Command, &Keys),
    from: &Place,
    to: Option<&Place>,
    endpoint: &mut Endpoint<'_>,
    files: &dyn Files,
) -> Result<Option<Job>, Failure> {
    let (name, size) = match from {
        Place::Object { bucket, key } if command.verb != Verb::Remove => {
            let seen_with = if to.is_some_and(Place::is_object) { &keys.head } else { &keys.own };
            let params = upload::object(bucket, key, [seen_with]);
            let head = endpoint.s3("HeadObject", params).map_err(|failure| match failure.code.as_str() {
                "404" => Failure::service("404", "HeadObject", &format!("Key \"{key}\" does not exist")),
                _ => failure,
            })?;
            (key.as_str(), head["ContentLength"].as_u64().unwrap_or(0))
        }
        Place::Object { key, .. } => (key.as_str(), 0),
        Place::Local(path) => (path.as_str(), 0),
    };
    let name = name.rsplit('/').next().unwrap_or(name);
    let wanted = pattern::passes(&command.options.filters, name);
    Ok(wanted.then(|| Job { from: from.clone(), to: to.map(|to| destination(from, to, command, files)), size }))
}

/// A folder or a prefix takes the source's own name.
fn destination(from: &Place, to: &Place, command: &S3Command, files: &dyn Files) -> Place {
    let (Place::Local(source) | Place::Object { key: source, .. }) = from;
    let name = source.rsplit('/').next().unwrap_or(source);
    match to {
        _ if command.options.recursive => to.clone(),
        Place::Object { bucket, key } if key.is_empty() || key.ends_with('/') => {
            Place::Object { bucket: bucket.clone(), key: format!("{key}{name}") }
        }
        Place::Local(path) if path.ends_with('/') || files.is_folder(path) => below(to, name),
        other => other.clone(),
    }
}

/// `prefix` → `prefix/`
pub(super) fn folder(key: &str) -> String {
    if key.is_empty() || key.ends_with('/') { key.to_owned() } else { format!("{key}/") }
}

pub(super) fn below(place: &Place, path: &str) -> Place {
    match place {
        Place::Object { bucket, key } => Place::Object { bucket: bucket.clone(), key: format!("{}{path}", folder(key)) },
        Place::Local(at) if at.trim_end_matches('/') == "." || at.is_empty() => Place::Local(path.to_owned()),
        Place::Local(at) => Place::Local(format!("{}/{path}", at.trim_end_matches('/'))),
    }
}

pub(super) fn transfer(
    (command, keys): (&S3Command, &Keys),
    job: &Job,
    endpoint: &mut Endpoint<'_>,
    files: &mut dyn Files,
    lines: &mut Lines,
) {
    let what = match (&job.from, &job.to) {
        (_, None) => "delete",
        _ if command.verb == Verb::Move => "move",
        (Place::Local(_), _) => "upload",
        (_, Some(Place::Local(_))) => "download",
        _ => "copy",
    };
    let place = job.to.as_ref().map_or_else(|| job.from.to_string(), |to| format!("{} to {to}", job.from));
    if command.options.dryrun {
        return lines.say(&format!("(dryrun) {what}: {place}"));
    }
    match act((command, keys), job, endpoint, files) {
        Ok(()) if command.options.quiet => {}
        Ok(()) => lines.say(&format!("{what}: {place}")),
        Err(failure) => lines.complain(&format!("{what} failed: {place} {}", failure.sentence()), &failure),
    }
}

fn act((command, keys): (&S3Command, &Keys), job: &Job, endpoint: &mut Endpoint<'_>, files: &mut dyn Files) -> Result<(), Failure> {
    match (&job.from, &job.to) {
        (Place::Object { .. }, None) => {}
        (Place::Local(path), Some(Place::Object { bucket, key })) => {
            let body = files.read(path).map_err(|error| local_error(path, &error))?;
            let mut members = command.options.members.clone();
            if let Some(guess) = content_type(path).filter(|_| !command.options.no_guess) {
                members.entry("ContentType").or_insert_with(|| Value::from(guess));
            }
            Target { bucket, key, members: &members, keys }.put(endpoint, &body)?;
        }
        (Place::Object { bucket, key }, Some(Place::Local(path))) => {
            let mut answer = endpoint.s3("GetObject", upload::object(bucket, key, [&keys.own]))?;
            let body: Body = serde_json::from_value(answer["Body"].take()).unwrap_or_default();
            files.write(path, &body).map_err(|error| local_error(path, &error))?;
        }
        (Place::Object { bucket, key }, Some(Place::Object { bucket: to_bucket, key: to_key })) => {
            let target = Target { bucket: to_bucket, key: to_key, members: &command.options.members, keys };
            target.copy(endpoint, bucket, key, job.size)?;
        }
        (Place::Local(_), _) => return Err(Failure::params("a local file goes to S3")),
    }
    if job.to.is_some() && command.verb != Verb::Move {
        return Ok(());
    }
    match &job.from {
        Place::Object { bucket, key } => endpoint.s3("DeleteObject", json!({ "Bucket": bucket, "Key": key })).map(|_| ()),
        Place::Local(path) => files.remove(path).map_err(|error| local_error(path, &error)),
    }
}

pub(super) fn local_error(path: &str, error: &FileError) -> Failure {
    let errno = match error {
        FileError::Folder => "[Errno 21] ",
        FileError::Missing => "[Errno 2] ",
        _ => "",
    };
    Failure::general("File", format!("{errno}{error}: '{path}'"))
}
