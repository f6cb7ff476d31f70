//! What AWS says of a service: operations, shapes, pages and waiters, as plain data. How it is packed is told in `pack.rs` and `parse.rs`.

use std::{collections::BTreeMap, sync::Arc};

use super::cli_option;

/// One AWS service as the CLI names it, with the shapes of its operations.
#[derive(Debug, Default)]
pub struct Service {
    /// The CLI's name: `s3`'s API is `s3api` on the command line, `s3` here.
    pub name: String,
    /// Operations in the order of their API names.
    pub operations: Vec<Operation>,
    /// Their indices by CLI name.
    pub(super) by_cli_name: BTreeMap<String, usize>,
    /// All shapes; [`ShapeId`] is an index.
    pub shapes: Vec<Shape>,
    /// Waiters, for `aws SERVICE wait NAME`.
    pub waiters: Vec<Waiter>,
}

/// Index into [`Service::shapes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ShapeId(pub u32);

/// One API operation.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// The API's name: `PutBucketLifecycleConfiguration`.
    pub name: String,
    /// The CLI's name: `put-bucket-lifecycle-configuration`.
    pub cli_name: String,
    /// The structure it takes, if it takes any member.
    pub input: Option<ShapeId>,
    /// The structure it answers, if it answers any member.
    pub output: Option<ShapeId>,
    /// How its pages are walked, if it has pages.
    pub paging: Option<Paging>,
    /// The input member that is the HTTP body as a blob (`Body` of `PutObject`); such outputs go to a file.
    pub streaming_input: Option<String>,
    /// The output member that is a stream (`Body` of `GetObject`): the CLI writes it to a positional file.
    pub streaming_output: Option<String>,
    /// AWS calls it deprecated.
    pub deprecated: bool,
    /// Error codes that AWS lists for it; many services (EC2 all, S3 most) list none.
    pub errors: Vec<String>,
}

/// Pagination as botocore describes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Paging {
    /// Input members that carry the token.
    pub input_token: Vec<String>,
    /// Output expressions (JMESPath, possibly `A || B`) that give the next token.
    pub output_token: Vec<String>,
    /// Output expression that says whether there is more.
    pub more_results: Option<String>,
    /// Input member that limits a page.
    pub limit_key: Option<String>,
    /// Output expressions whose lists are merged.
    pub result_key: Vec<String>,
    /// Output expressions kept from the first page.
    pub non_aggregate_keys: Vec<String>,
}

/// A waiter: which operation is polled, how often, and what ends it.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiter {
    /// The CLI's name: `bucket-exists`.
    pub cli_name: String,
    /// The API operation polled.
    pub operation: String,
    /// Seconds between polls.
    pub delay_secs: u32,
    /// Polls before it gives up.
    pub max_attempts: u32,
    /// Tried in order after each poll.
    pub acceptors: Vec<Acceptor>,
}

/// One way for a waiter to end or go on.
#[derive(Debug, Clone, PartialEq)]
pub struct Acceptor {
    /// `success`, `failure` or `retry`.
    pub state: String,
    /// `status`, `error`, `path`, `pathAll` or `pathAny`.
    pub matcher: String,
    /// JMESPath for the path matchers.
    pub argument: Option<String>,
    /// What it is compared to: a string, a number or a boolean.
    pub expected: serde_json::Value,
}

/// A member of a structure.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a separate fact that AWS states about a member")]
pub struct Member {
    /// AWS's casing.
    pub name: String,
    /// Its shape.
    pub shape: ShapeId,
    /// Listed under `required`.
    pub required: bool,
    /// Its place in AWS's `required` list, the order in which botocore reports what is missing.
    pub required_rank: u16,
    /// The CLI makes up a value when it is left out (`ClientToken`), so it need not be given even if required.
    pub idempotency_token: bool,
    /// It travels outside of the body (header, headers, uri, querystring, statusCode). The CLI prints such output members first.
    pub outside_body: bool,
    /// AWS calls it deprecated.
    pub deprecated: bool,
}

/// What a value must look like.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Named members, in the model's order.
    Structure {
        /// The API's name of the shape.
        name: String,
        /// Its members in the model's order.
        members: Vec<Member>,
        /// Exactly one member may be set.
        union: bool,
    },
    /// A list.
    List {
        /// Shape of each element.
        member: ShapeId,
        /// Fewest elements.
        min: Option<u64>,
        /// Most elements.
        max: Option<u64>,
    },
    /// A map.
    Map {
        /// Shape of the keys.
        key: ShapeId,
        /// Shape of the values.
        value: ShapeId,
    },
    /// Text.
    String {
        /// Legal values, if it is an enumeration.
        values: Arc<[String]>,
        /// Fewest characters.
        min: Option<u64>,
        /// Most characters.
        max: Option<u64>,
    },
    /// `integer` or `long`.
    Integer {
        /// Least value.
        min: Option<i64>,
        /// Greatest value.
        max: Option<i64>,
        /// 64 bits wide (`long`): the CLI's word for its type differs.
        long: bool,
    },
    /// `float` or `double`.
    Float {
        /// `double`.
        double: bool,
        /// Least value, written as AWS writes it (`0` or `0.0`).
        min: Option<serde_json::Number>,
        /// Greatest value.
        max: Option<serde_json::Number>,
    },
    /// True or false.
    Boolean,
    /// A moment; ISO 8601 text in our JSON.
    Timestamp,
    /// Bytes; base64 text in our JSON unless it streams.
    Blob,
    /// Any JSON document.
    Document,
}

impl Service {
    /// An operation by its API name or its CLI name.
    pub fn operation(&self, name: &str) -> Option<&Operation> {
        match self.operations.binary_search_by(|operation| operation.name.as_str().cmp(name)) {
            Ok(at) => self.operations.get(at),
            Err(_) => self.command(name),
        }
    }

    /// An operation by its CLI name.
    pub fn command(&self, cli_name: &str) -> Option<&Operation> {
        self.operations.get(*self.by_cli_name.get(cli_name)?)
    }

    /// A shape of this service. An identifier of another service gives some shape, or any document.
    pub fn shape(&self, id: ShapeId) -> &Shape {
        static ANYTHING: Shape = Shape::Document;
        self.shapes.get(id.0 as usize).unwrap_or(&ANYTHING)
    }

    /// A waiter by its CLI name.
    pub fn waiter(&self, cli_name: &str) -> Option<&Waiter> {
        self.waiters.iter().find(|waiter| waiter.cli_name == cli_name)
    }

    /// What an operation takes: no members if it takes none.
    pub fn input_members(&self, operation: &Operation) -> &[Member] {
        operation.input.map_or(&[], |id| self.shape(id).members())
    }

    /// What an operation answers: no members if it answers nothing.
    pub fn output_members(&self, operation: &Operation) -> &[Member] {
        operation.output.map_or(&[], |id| self.shape(id).members())
    }
}

impl Shape {
    /// Members of a structure; none for anything else.
    pub fn members(&self) -> &[Member] {
        match self {
            Self::Structure { members, .. } => members,
            _ => &[],
        }
    }

    /// A member of a structure by AWS's casing.
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.members().iter().find(|member| member.name == name)
    }
}

impl Member {
    /// The CLI's spelling of its option, without the dashes: `ssekms-key-id` for `SSEKMSKeyId`.
    pub fn cli_name(&self) -> String {
        cli_option(&self.name)
    }
}

/// Why parameters do not fit an operation: the text that botocore prints under `Parameter validation failed:`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParamError {
    /// One line per report, in botocore's words.
    pub reports: Vec<String>,
}

impl std::fmt::Display for ParamError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Parameter validation failed:\n{}", self.reports.join("\n"))
    }
}

impl std::error::Error for ParamError {}
