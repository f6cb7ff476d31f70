//! The options of `aws s3`'s commands.

use serde_json::{Map, Value};
use skylab_cloud::names;

use super::Verb;
use crate::{args::Token, failure::Failure, shorthand};

/// What the options of a command of `aws s3` say.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "the CLI has that many flags")]
pub struct S3Options {
    /// `--recursive`
    pub recursive: bool,
    /// `--dryrun`
    pub dryrun: bool,
    /// `--quiet`, `--only-show-errors`
    pub quiet: bool,
    /// `--force`
    pub force: bool,
    /// `--human-readable`
    pub human_readable: bool,
    /// `--summarize`
    pub summarize: bool,
    /// `--no-guess-mime-type`
    pub no_guess: bool,
    /// `--delete`
    pub delete: bool,
    /// `--size-only`
    pub size_only: bool,
    /// `--request-payer`
    pub pays: bool,
    /// `--expires-in`
    pub expires_in_secs: Option<i64>,
    /// `--index-document`
    pub index_document: Option<String>,
    /// `--error-document`
    pub error_document: Option<String>,
    /// `--exclude` (false) and `--include` (true) in their order.
    pub filters: Vec<(bool, String)>,
    /// `--sse-c` with `--sse-c-key`
    pub customer: CustomerKey,
    /// `--sse-c-copy-source` with `--sse-c-copy-source-key`
    pub copied: CustomerKey,
    /// Members for the requests that write objects: `StorageClass`, `ACL`, …
    pub members: Map<String, Value>,
}

/// A key that the caller brings, as it was given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CustomerKey {
    /// `AES256`.
    pub algorithm: Option<String>,
    /// The key's bytes as text, or the file that holds them.
    pub key: Option<String>,
}

/// How an option is read: which commands have it, and what it does.
struct Known {
    name: &'static str,
    verbs: &'static [Verb],
    takes: Takes,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    Flag,
    /// A flag that changes nothing here.
    IdleFlag,
    /// A value that changes nothing here.
    Idle,
    Filter,
    /// A value for this member.
    Member(&'static str),
    /// `--sse [AES256|aws:kms]`
    Encryption,
    /// `--sse-c [AES256]`
    CustomerAlgorithm,
    CustomerKey,
    /// `--request-payer [requester]`
    Payer,
    /// `--grants read=uri=… full=id=…`
    Grants,
    /// A value that a command keeps for itself.
    Own,
    Metadata,
}

const TRANSFER: &[Verb] = &[Verb::Copy, Verb::Move, Verb::Sync];
const OBJECTS: &[Verb] = &[Verb::Copy, Verb::Move, Verb::Remove, Verb::Sync];
const LISTED: &[Verb] = &[Verb::Copy, Verb::Move, Verb::Remove, Verb::List];
const PAID: &[Verb] = &[Verb::Copy, Verb::Move, Verb::Remove, Verb::Sync, Verb::List];

const fn known(name: &'static str, verbs: &'static [Verb], takes: Takes) -> Known {
    Known { name, verbs, takes }
}

const OPTIONS: &[Known] = &[
    known("recursive", LISTED, Takes::Flag),
    known("page-size", PAID, Takes::Idle),
    known("request-payer", PAID, Takes::Payer),
    known("grants", TRANSFER, Takes::Grants),
    known("delete", &[Verb::Sync], Takes::Flag),
    known("size-only", &[Verb::Sync], Takes::Flag),
    known("exact-timestamps", &[Verb::Sync], Takes::IdleFlag),
    known("expires-in", &[Verb::Presign], Takes::Own),
    known("index-document", &[Verb::Website], Takes::Own),
    known("error-document", &[Verb::Website], Takes::Own),
    known("human-readable", &[Verb::List], Takes::Flag),
    known("summarize", &[Verb::List], Takes::Flag),
    known("force", &[Verb::RemoveBucket], Takes::Flag),
    known("dryrun", OBJECTS, Takes::Flag),
    known("quiet", OBJECTS, Takes::Flag),
    known("only-show-errors", OBJECTS, Takes::Flag),
    known("exclude", OBJECTS, Takes::Filter),
    known("include", OBJECTS, Takes::Filter),
    known("no-progress", TRANSFER, Takes::IdleFlag),
    known("no-guess-mime-type", TRANSFER, Takes::Flag),
    known("expected-size", TRANSFER, Takes::Idle),
    known("storage-class", TRANSFER, Takes::Member("StorageClass")),
    known("acl", TRANSFER, Takes::Member("ACL")),
    known("sse", TRANSFER, Takes::Encryption),
    known("sse-kms-key-id", TRANSFER, Takes::Member("SSEKMSKeyId")),
    known("sse-c", TRANSFER, Takes::CustomerAlgorithm),
    known("sse-c-key", TRANSFER, Takes::CustomerKey),
    known("sse-c-copy-source", TRANSFER, Takes::CustomerAlgorithm),
    known("sse-c-copy-source-key", TRANSFER, Takes::CustomerKey),
    known("content-type", TRANSFER, Takes::Member("ContentType")),
    known("cache-control", TRANSFER, Takes::Member("CacheControl")),
    known("content-disposition", TRANSFER, Takes::Member("ContentDisposition")),
    known("content-encoding", TRANSFER, Takes::Member("ContentEncoding")),
    known("content-language", TRANSFER, Takes::Member("ContentLanguage")),
    known("expires", TRANSFER, Takes::Member("Expires")),
    known("website-redirect", TRANSFER, Takes::Member("WebsiteRedirectLocation")),
    known("metadata-directive", TRANSFER, Takes::Member("MetadataDirective")),
    known("metadata", TRANSFER, Takes::Metadata),
];

/// Options that AWS's CLI has besides.
const ABSENT: &[&str] = &[
    "follow-symlinks",
    "no-follow-symlinks",
    "source-region",
    "progress-frequency",
    "progress-multiline",
    "ignore-glacier-warnings",
    "force-glacier-transfer",
    "checksum-mode",
    "checksum-algorithm",
    "copy-props",
    "validate-same-s3-paths",
    "case-conflict",
    "no-overwrite",
    "bucket-name-prefix",
    "bucket-region",
    "tags",
];

impl S3Options {
    /// Sorts the words after the command into options and paths.
    pub(super) fn read(verb: Verb, tokens: &[Token<'_>]) -> Result<(Self, Vec<String>), Failure> {
        let mut options = Self::default();
        let mut paths = Vec::new();
        let mut tokens = tokens.iter().copied().peekable();
        while let Some(token) = tokens.next() {
            let Token::Option { word, name, inline } = token else {
                paths.push(token.word().to_owned());
                continue;
            };
            let known = find(verb, name, word)?;
            let mut value = || -> Result<String, Failure> {
                let next = inline.or_else(|| tokens.next_if(|token| matches!(token, Token::Plain(_))).map(Token::word));
                next.map(str::to_owned).ok_or_else(|| Failure::usage(format!("argument --{}: expected one argument", known.name)))
            };
            match known.takes {
                Takes::Flag => options.flag(known.name),
                Takes::IdleFlag => {}
                Takes::Idle => drop(value()?),
                Takes::Filter => {
                    let pattern = value()?;
                    options.filters.push((known.name == "include", pattern));
                }
                Takes::Member(member) => {
                    let value = value()?;
                    options.members.insert(member.to_owned(), Value::from(value));
                }
                Takes::Encryption => {
                    let named = tokens.next_if(|token| matches!(token.word(), "AES256" | "aws:kms" | "aws:kms:dsse")).map(Token::word);
                    let method = inline.or(named).unwrap_or("AES256");
                    options.members.insert("ServerSideEncryption".to_owned(), Value::from(method));
                }
                Takes::CustomerAlgorithm => {
                    let named = inline.or_else(|| tokens.next_if(|token| token.word() == "AES256").map(Token::word));
                    options.customer_key(known.name).algorithm = Some(named.unwrap_or("AES256").to_owned());
                }
                Takes::CustomerKey => options.customer_key(known.name).key = Some(value()?),
                Takes::Payer => {
                    let _ = tokens.next_if(|token| token.word() == "requester");
                    options.pays = true;
                }
                Takes::Grants => {
                    let mut grants: Vec<&str> = inline.into_iter().collect();
                    while let Some(next) = tokens.next_if(|token| matches!(token, Token::Plain(word) if is_grant(word))) {
                        grants.push(next.word());
                    }
                    options.grant(&grants)?;
                }
                Takes::Own => {
                    let value = value()?;
                    options.keep(known.name, value)?;
                }
                Takes::Metadata => {
                    let text = value()?;
                    let metadata = if text.trim_start().starts_with('{') {
                        crate::values::parse_json("metadata", &text)?
                    } else {
                        shorthand::parse(&text, &mut |_| Ok(None)).map_err(|what| Failure::option("metadata", what))?
                    };
                    options.members.insert("Metadata".to_owned(), metadata);
                }
            }
        }
        Ok((options, paths))
    }

    fn customer_key(&mut self, name: &str) -> &mut CustomerKey {
        if name.contains("copy-source") { &mut self.copied } else { &mut self.customer }
    }

    fn flag(&mut self, name: &str) {
        match name {
            "recursive" => self.recursive = true,
            "dryrun" => self.dryrun = true,
            "quiet" | "only-show-errors" => self.quiet = true,
            "force" => self.force = true,
            "human-readable" => self.human_readable = true,
            "summarize" => self.summarize = true,
            "no-guess-mime-type" => self.no_guess = true,
            "delete" => self.delete = true,
            "size-only" => self.size_only = true,
            _ => {}
        }
    }

    fn keep(&mut self, name: &str, value: String) -> Result<(), Failure> {
        match name {
            "expires-in" => {
                let secs = value.parse().map_err(|_| Failure::usage(format!("argument --expires-in: invalid int value: '{value}'")))?;
                self.expires_in_secs = Some(secs);
            }
            "index-document" => self.index_document = Some(value),
            _ => self.error_document = Some(value),
        }
        Ok(())
    }

    /// `read=uri=…` becomes the member `GrantRead`.
    fn grant(&mut self, grants: &[&str]) -> Result<(), Failure> {
        for grant in grants {
            let (permission, grantee) = grant.split_once('=').unwrap_or((grant, ""));
            let member = match permission {
                "read" => "GrantRead",
                "full" => "GrantFullControl",
                "readacl" => "GrantReadACP",
                "writeacl" => "GrantWriteACP",
                _ => return Err(Failure::params("permission must be one of: read|readacl|writeacl|full")),
            };
            self.members.insert(member.to_owned(), Value::from(grantee));
        }
        if grants.is_empty() { Err(Failure::usage("argument --grants: expected at least one argument")) } else { Ok(()) }
    }
}

/// `PERMISSION=GRANTEE_TYPE=GRANTEE`, unlike any path.
fn is_grant(word: &str) -> bool {
    word.matches('=').count() >= 2 && !word.starts_with("s3://")
}

fn find(verb: Verb, name: &str, word: &str) -> Result<&'static Known, Failure> {
    let here = || OPTIONS.iter().filter(|known| known.verbs.contains(&verb));
    if let Some(known) = here().find(|known| known.name == name) {
        return Ok(known);
    }
    let mut starting = here().filter(|known| !name.is_empty() && known.name.starts_with(name));
    if let (Some(only), None) = (starting.next(), starting.next()) {
        return Ok(only);
    }
    if ABSENT.contains(&name) {
        return Err(Failure::not_modelled(format!("AWS has --{name} for aws s3; Skylab does not model it.")));
    }
    let mut message = format!("Unknown options: {word}");
    if let Some(near) = names::nearest(name, here().map(|known| known.name)) {
        message = format!("{message}\n--{name}: AWS has no such option here; did you mean --{near}?");
    }
    Err(Failure::usage(message))
}
