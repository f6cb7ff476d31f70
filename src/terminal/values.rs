//! From what an option was given to the JSON of its member: files, shorthand, JSON documents, numbers, moments and bytes.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::Value;
use skylab_cloud::names::{Service, Shape, ShapeId, parse_timestamp};

use crate::{
    args::Given,
    failure::Failure,
    files::{FileError, Files},
    json, shorthand, typed,
};

/// What reading values needs to know.
pub struct Reader<'a> {
    /// The service whose shapes are meant.
    pub service: &'a Service,
    /// Where `file://` looks.
    pub files: &'a dyn Files,
    /// Text for bytes is the bytes themselves.
    pub raw_binary: bool,
}

/// One value after `file://` was followed.
enum Loaded {
    Text(String),
    Bytes(Vec<u8>),
}

impl Reader<'_> {
    /// The value of an option's member.
    pub fn read(&self, name: &str, shape: ShapeId, given: &Given<'_>) -> Result<Value, Failure> {
        match given {
            Given::Nothing => Ok(Value::Bool(true)),
            Given::One(text) => self.one(name, shape, text),
            Given::Many(texts) => self.list(name, shape, texts),
        }
    }

    /// The contents of the file that a streaming member takes: `--body FILE`.
    pub fn body(&self, name: &str, path: &str) -> Result<Value, Failure> {
        let body = self.files.read(path).map_err(|error| match error {
            FileError::Missing | FileError::Folder => {
                let hint =
                    if path.starts_with("file") { "" } else { &format!(" There is no file {path} in the folder that commands may use.") };
                Failure::option(name, format!("Blob values must be a path to a file.{hint}"))
            }
            error => Failure::option(name, format!("{path}: {error}")),
        })?;
        serde_json::to_value(body).map_err(|error| Failure::general("Internal", error.to_string()))
    }

    /// A whole document: JSON text, or a file of it.
    pub fn document(&self, name: &str, text: &str) -> Result<Value, Failure> {
        match self.load(name, text)? {
            None => parse_json(name, text),
            Some(Loaded::Text(text)) => parse_json(name, &text),
            Some(Loaded::Bytes(bytes)) => parse_json(name, &utf8(name, bytes)?),
        }
    }

    fn one(&self, name: &str, id: ShapeId, text: &str) -> Result<Value, Failure> {
        let text = match self.load(name, text)? {
            None => text.to_owned(),
            Some(Loaded::Text(text)) => text,
            Some(Loaded::Bytes(bytes)) => return bytes_value(name, self.service.shape(id), bytes),
        };
        match self.service.shape(id) {
            Shape::Structure { .. } | Shape::Map { .. } if !looks_like_json(&text) => self.shorthand(name, id, &text),
            Shape::Structure { .. } | Shape::Map { .. } | Shape::Document => parse_json(name, &text),
            shape => scalar(name, shape, text),
        }
    }

    fn list(&self, name: &str, id: ShapeId, texts: &[&str]) -> Result<Value, Failure> {
        let Shape::List { member, .. } = self.service.shape(id) else { return self.one(name, id, &texts.join(" ")) };
        // Only a single value may name a file, as in the CLI.
        let loaded = match texts {
            [only] => match self.load(name, only)? {
                Some(Loaded::Text(text)) => Some(text),
                Some(Loaded::Bytes(bytes)) => Some(utf8(name, bytes)?),
                None => None,
            },
            _ => None,
        };
        let texts: Vec<&str> = loaded.as_deref().map_or_else(|| texts.to_vec(), |text| vec![text]);
        if let [only] = texts.as_slice()
            && only.trim_start().starts_with('[')
        {
            return parse_json(name, only);
        }
        let complex = matches!(self.service.shape(*member), Shape::Structure { .. } | Shape::Map { .. } | Shape::List { .. });
        if complex && !texts.first().is_some_and(|first| looks_like_json(first)) {
            let mut items = Vec::with_capacity(texts.len());
            for text in texts {
                items.push(self.parse_shorthand(name, text)?);
            }
            let mut value = Value::Array(items);
            typed::fit(&mut value, self.service, id).map_err(|what| Failure::option(name, what))?;
            return Ok(value);
        }
        texts.into_iter().map(|text| self.item(name, *member, text)).collect()
    }

    fn item(&self, name: &str, id: ShapeId, text: &str) -> Result<Value, Failure> {
        match self.service.shape(id) {
            Shape::Structure { .. } | Shape::Map { .. } | Shape::List { .. } | Shape::Document => parse_json(name, text),
            shape => scalar(name, shape, text.to_owned()),
        }
    }

    fn shorthand(&self, name: &str, id: ShapeId, text: &str) -> Result<Value, Failure> {
        // EC2's attributes: `--instance-initiated-shutdown-behavior terminate` means `Value=terminate`.
        if let [only] = self.service.shape(id).members()
            && only.name == "Value"
            && matches!(self.service.shape(only.shape), Shape::String { .. })
            && !text.contains('=')
        {
            return Ok(serde_json::json!({ "Value": text }));
        }
        let mut value = self.parse_shorthand(name, text)?;
        typed::fit(&mut value, self.service, id).map_err(|what| Failure::option(name, what))?;
        Ok(value)
    }

    fn parse_shorthand(&self, name: &str, text: &str) -> Result<Value, Failure> {
        let mut resolve = |value: &str| match self.load(name, value) {
            Ok(None) => Ok(None),
            Ok(Some(Loaded::Text(text))) => Ok(Some(text)),
            Ok(Some(Loaded::Bytes(bytes))) => utf8(name, bytes).map(Some).map_err(|failure| failure.message),
            Err(failure) => Err(failure.message),
        };
        shorthand::parse(text, &mut resolve).map_err(|what| Failure::option(name, what))
    }

    fn load(&self, name: &str, text: &str) -> Result<Option<Loaded>, Failure> {
        load(self.files, name, text)
    }

    /// Gives moments and bytes inside of a value the form that the simulator reads; validation names what does not fit.
    pub fn settle(&self, value: &mut Value, id: ShapeId) -> Result<(), Failure> {
        match (self.service.shape(id), value) {
            (Shape::Timestamp, value) => {
                if let Some(moment) = parse_timestamp(value) {
                    *value = Value::from(moment.to_string());
                }
            }
            (Shape::Blob, Value::String(text)) => {
                if self.raw_binary {
                    *text = STANDARD.encode(text.as_bytes());
                } else if STANDARD.decode(text.trim_end()).is_err() {
                    return Err(Failure::params(format!("Invalid base64: \"{text}\"")));
                }
            }
            (Shape::Structure { members, .. }, Value::Object(map)) => {
                for (key, value) in map.iter_mut() {
                    if let Some(member) = members.iter().find(|member| member.name == *key) {
                        self.settle(value, member.shape)?;
                    }
                }
            }
            (Shape::Map { value: shape, .. }, Value::Object(map)) => {
                for value in map.values_mut() {
                    self.settle(value, *shape)?;
                }
            }
            (Shape::List { member, .. }, Value::Array(items)) => {
                for item in items {
                    self.settle(item, *member)?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

/// Follows `file://` and `fileb://`.
fn load(files: &dyn Files, name: &str, text: &str) -> Result<Option<Loaded>, Failure> {
    let (path, binary) = match (text.strip_prefix("file://"), text.strip_prefix("fileb://")) {
        (Some(path), _) => (path, false),
        (_, Some(path)) => (path, true),
        _ => return Ok(None),
    };
    load_file(files, path, binary).map(Some).map_err(|error| {
        let what = match error {
            FileError::NotText => format!(
                "Unable to load paramfile ({path}), text contents could not be decoded.  If this is a binary file, please use the fileb:// prefix instead of the file:// prefix."
            ),
            error => format!("Unable to load paramfile {text}: {error}: '{path}'"),
        };
        Failure::option(name, what)
    })
}

fn load_file(files: &dyn Files, path: &str, binary: bool) -> Result<Loaded, FileError> {
    if !binary {
        return files.read_text(path).map(Loaded::Text);
    }
    let body = files.read(path)?;
    if body.len() > skylab_cloud::body::Body::MAX_BYTES as u64 {
        return Err(FileError::TooLarge(body.len()));
    }
    let mut bytes = Vec::with_capacity(body.len() as usize);
    body.feed(|piece| bytes.extend_from_slice(piece));
    Ok(Loaded::Bytes(bytes))
}

fn looks_like_json(text: &str) -> bool {
    text.trim_start().starts_with(['[', '{'])
}

/// Reads a JSON document, with the CLI's complaint if it is none.
pub fn parse_json(name: &str, text: &str) -> Result<Value, Failure> {
    json::parse(text).map_err(|what| Failure::option(name, format!("Invalid JSON: {what}\nJSON received: {}", shortened(text))))
}

/// A long text is not repeated in full: its beginning is enough to recognise it.
fn shortened(text: &str) -> String {
    const SHOWN: usize = 2_000;
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}… ({} bytes)", &text[..at], text.len()),
        None => text.to_owned(),
    }
}

fn scalar(name: &str, shape: &Shape, text: String) -> Result<Value, Failure> {
    match shape {
        Shape::Integer { .. } => typed::number(&text, true).map_err(|what| Failure::option(name, what)),
        Shape::Float { .. } => typed::number(&text, false).map_err(|what| Failure::option(name, what)),
        Shape::Boolean => Ok(Value::Bool(!text.eq_ignore_ascii_case("false"))),
        _ => Ok(Value::from(text)),
    }
}

fn utf8(name: &str, bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|_| Failure::option(name, "the file is not UTF-8 text"))
}

/// A value's bytes as they are: those of a file that it names, else of its own text.
pub fn raw(name: &str, text: &str, files: &dyn Files) -> Result<Vec<u8>, Failure> {
    Ok(match load(files, name, text)? {
        None => text.as_bytes().to_vec(),
        Some(Loaded::Text(text)) => text.into_bytes(),
        Some(Loaded::Bytes(bytes)) => bytes,
    })
}

/// Bytes from `fileb://` for a member of that shape.
fn bytes_value(name: &str, shape: &Shape, bytes: Vec<u8>) -> Result<Value, Failure> {
    match shape {
        Shape::Blob => Ok(Value::from(STANDARD.encode(bytes))),
        // a key's bytes are no text; what encodes them comes later
        Shape::String { .. } if name.ends_with("sse-customer-key") => Ok(Value::from(bytes)),
        Shape::Structure { .. } | Shape::Map { .. } | Shape::Document => parse_json(name, &utf8(name, bytes)?),
        shape => scalar(name, shape, utf8(name, bytes)?),
    }
}
