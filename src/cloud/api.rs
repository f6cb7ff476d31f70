//! What a request is: typed operations with what they need, the call they run in, and AWS's errors. It names no service.

mod need;

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Serialize};

pub use need::{Need, Place};

use crate::{
    World,
    clock::SimTime,
    ident::{AccountId, Caller, Region},
    usage::UsageKey,
};

/// A service's refusal: AWS's code and wording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiError {
    /// AWS's error code: `NoSuchBucket`. For HEAD requests the HTTP number, as the CLI prints it.
    pub code: Cow<'static, str>,
    /// AWS's wording.
    pub message: String,
    /// The HTTP status.
    pub status: u16,
}

impl ApiError {
    /// An error with AWS's code, wording and HTTP status.
    pub fn new(status: u16, code: &'static str, message: impl Into<String>) -> Self {
        Self { code: Cow::Borrowed(code), message: message.into(), status }
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for ApiError {}

/// How true to AWS an operation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fidelity {
    /// Rules, answers and errors as AWS's, for every member it accepts.
    Exact,
    /// As AWS's but for what the text says.
    Simplified(&'static str),
}

/// What every modelled operation is: one struct named as AWS names it, its fields AWS's members.
pub trait Operation {
    /// What it answers: AWS's output members.
    type Output: Serialize;
    /// How true to AWS it is; printed in the coverage table.
    const FIDELITY: Fidelity = Fidelity::Exact;
    /// Whether it asks for what was called before: that is looked up only for those that do.
    const LOOKS_BACK: bool = false;
    /// What the caller must be allowed to do.
    fn needs(&self) -> Need;
    /// Puts in the place of a name that stands for another what it stands for, after the call was let pass: an access point's bucket.
    fn resolve(&mut self, _world: &World) {}
}

/// An operation that changes no resource.
pub trait Read: Operation {
    /// Answers from the world as it is; may only record usage.
    fn read(self, cx: &mut View<'_>) -> Result<Self::Output, ApiError>;
}

/// An operation that changes resources, or whose answer changes later answers.
pub trait Write: Operation {
    /// Checks everything first, then changes. A refusal leaves every resource as it was.
    fn apply(self, cx: &mut Call<'_>) -> Result<Self::Output, ApiError>;
}

/// Who calls, from where, when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Who calls.
    pub caller: Caller,
    /// The region whose endpoint is called.
    pub region: Region,
}

impl Origin {
    /// The learner's administrator, calling in `region`.
    pub fn admin(region: Region) -> Self {
        Self { caller: Caller::admin(AccountId::OWN), region }
    }
}

/// A write in progress.
pub struct Call<'a> {
    /// Everything there is.
    pub world: &'a mut World,
    /// Who calls, and where.
    pub origin: &'a Origin,
}

impl Call<'_> {
    /// The present moment.
    pub fn now(&self) -> SimTime {
        self.world.now()
    }

    /// The caller's account; an anonymous caller has none.
    pub fn account(&self) -> Option<AccountId> {
        self.origin.caller.account()
    }

    /// Records usage at the present moment.
    pub fn count(&mut self, key: UsageKey, quantity: u128) {
        let now = self.world.now();
        self.world.core.usage.count(key, quantity, now);
    }
}

/// A read in progress.
pub struct View<'a> {
    /// Everything there is.
    pub world: &'a World,
    /// Who calls, and where.
    pub origin: &'a Origin,
    /// Usage to be recorded after the answer.
    pub used: Vec<(UsageKey, u128)>,
}

impl View<'_> {
    /// The caller's account; an anonymous caller has none.
    pub fn account(&self) -> Option<AccountId> {
        self.origin.caller.account()
    }

    /// Records usage at the present moment.
    pub fn count(&mut self, key: UsageKey, quantity: u128) {
        self.used.push((key, quantity));
    }
}

/// Why text and JSON did not become a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotModelled {
    /// Skylab has no such service.
    Service,
    /// Skylab has the service but not this operation.
    Operation,
    /// Skylab has the operation but not one of the members or values given; the text names it.
    Member(String),
}

/// A service's table of contents: builds its `Request` enum. Holds no behaviour of its own.
#[macro_export]
macro_rules! operations {
    ($service:literal, $State:ident; writes: [$($write:ident),* $(,)?]; reads: [$($read:ident),* $(,)?];) => {
        /// Every request that this service understands.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs, reason = "variants are AWS's operation names")]
        pub enum Request {
            $($write(Box<$write>),)*
            $($read(Box<$read>),)*
        }

        impl Request {
            /// Operation names with how true to AWS each is.
            pub const OPERATIONS: &'static [(&'static str, $crate::api::Fidelity)] = &[
                $((stringify!($write), <$write as $crate::api::Operation>::FIDELITY),)*
                $((stringify!($read), <$read as $crate::api::Operation>::FIDELITY),)*
            ];

            /// AWS's name of the operation.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$write(_) => stringify!($write),)*
                    $(Self::$read(_) => stringify!($read),)*
                }
            }

            /// Reads the operation's members from JSON.
            pub fn parse(operation: &str, params: serde_json::Value) -> Result<Self, $crate::api::NotModelled> {
                let member = |error: serde_json::Error| $crate::api::NotModelled::Member(error.to_string());
                match operation {
                    $(stringify!($write) => serde_json::from_value(params).map(|it| Self::$write(Box::new(it))).map_err(member),)*
                    $(stringify!($read) => serde_json::from_value(params).map(|it| Self::$read(Box::new(it))).map_err(member),)*
                    _ => Err($crate::api::NotModelled::Operation),
                }
            }

            /// The operation's members as JSON.
            pub fn params(&self) -> serde_json::Value {
                match self {
                    $(Self::$write(it) => serde_json::to_value(it),)*
                    $(Self::$read(it) => serde_json::to_value(it),)*
                }
                .unwrap_or_default()
            }

            /// What the caller must be allowed to do.
            pub fn needs(&self) -> $crate::api::Need {
                use $crate::api::Operation as _;
                match self {
                    $(Self::$write(it) => it.needs(),)*
                    $(Self::$read(it) => it.needs(),)*
                }
            }

            /// True if the operation changes resources or later answers.
            pub const fn is_write(&self) -> bool {
                match self {
                    $(Self::$write(_) => true,)*
                    $(Self::$read(_) => false,)*
                }
            }

            /// True if it asks for what was called before.
            pub const fn looks_back(&self) -> bool {
                match self {
                    $(Self::$write(_) => <$write as $crate::api::Operation>::LOOKS_BACK,)*
                    $(Self::$read(_) => <$read as $crate::api::Operation>::LOOKS_BACK,)*
                }
            }

            /// Runs the operation and gives its answer as JSON.
            pub(crate) fn run(self, world: &mut $crate::World, origin: &$crate::api::Origin) -> Result<serde_json::Value, $crate::api::ApiError> {
                #[allow(unused_imports, reason = "a service may have reads or writes only")]
                use $crate::api::{Call, Operation as _, Read as _, View, Write as _};
                match self {
                    $(Self::$write(mut it) => {
                        it.resolve(world);
                        it.apply(&mut Call { world, origin }).map($crate::api::answer)
                    })*
                    $(Self::$read(mut it) => {
                        it.resolve(world);
                        let mut view = View { world, origin, used: Vec::new() };
                        let answer = it.read(&mut view).map($crate::api::answer);
                        let used = view.used;
                        world.record(used);
                        answer
                    })*
                }
            }
        }

        $(impl From<$write> for $crate::Request {
            fn from(it: $write) -> Self {
                Self::$State(Request::$write(Box::new(it)))
            }
        })*
        $(impl From<$read> for $crate::Request {
            fn from(it: $read) -> Self {
                Self::$State(Request::$read(Box::new(it)))
            }
        })*
    };
}

/// An answer as JSON; members that are null are left out, as AWS leaves them out.
pub(crate) fn answer<T: Serialize>(output: T) -> serde_json::Value {
    serde_json::to_value(output).unwrap_or_default()
}
