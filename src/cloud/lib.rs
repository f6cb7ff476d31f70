//! The simulator: a small, deterministic model of AWS. No IO, no window, no translated text.

pub mod agenda;
pub mod api;
pub mod audit;
pub mod bill;
pub mod body;
pub mod bounds;
pub mod cipher;
pub mod clock;
pub mod docs;
pub mod facts;
pub mod fault;
pub mod ident;
pub mod journal;
pub mod names;
pub mod part;
pub mod policy;
pub mod usage;
mod wire;
pub mod world;

pub mod cloudtrail;
pub mod events;
pub mod iam;
pub mod kms;
pub mod lambda;
pub mod s3;
pub mod s3control;
pub mod sns;
pub mod sqs;
pub mod sts;

pub use journal::Sandbox;

/// The list of services: builds [`World`] and [`Request`]. Holds no behaviour of its own.
macro_rules! services {
    ($($name:literal $module:ident: $State:ident),* $(,)?) => {
        /// Everything there is at one moment. Each service's state is shared until somebody changes it.
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct World {
            /// The kernel's own part: time, ids, usage, agenda.
            pub core: world::Core,
            $(#[doc = concat!("The state of `", $name, "`, private to its folder.")]
            #[serde(default)] // a world kept before the service was there
            pub $module: part::Part<$module::$State>,)*
        }

        /// A request to any service. How it is written is `wire`'s.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs, reason = "variants are the services")]
        pub enum Request {
            $($State($module::Request),)*
        }

        /// Every modelled service: its CLI name, and its operations with how true to AWS each is.
        pub const SERVICES: &[(&str, &[(&str, api::Fidelity)])] = &[$(($name, $module::Request::OPERATIONS),)*];

        impl Request {
            /// Reads a request from a service's CLI name, AWS's operation name and the members as JSON.
            pub fn parse(service: &str, operation: &str, params: serde_json::Value) -> Result<Self, api::NotModelled> {
                match service {
                    $($name => $module::Request::parse(operation, params).map(Self::$State),)*
                    _ => Err(api::NotModelled::Service),
                }
            }

            /// The service's CLI name.
            pub const fn service(&self) -> &'static str {
                match self { $(Self::$State(_) => $name,)* }
            }

            /// AWS's name of the operation.
            pub fn name(&self) -> &'static str {
                match self { $(Self::$State(it) => it.name(),)* }
            }

            /// The members as JSON.
            pub fn params(&self) -> serde_json::Value {
                match self { $(Self::$State(it) => it.params(),)* }
            }

            /// What the caller must be allowed to do.
            pub fn needs(&self) -> api::Need {
                match self { $(Self::$State(it) => it.needs(),)* }
            }

            /// How its service words a refusal.
            pub(crate) fn denied(&self, denial: &policy::Denial) -> api::ApiError {
                use world::Service as _;
                match self { $(Self::$State(_) => $module::$State::denied(denial),)* }
            }

            /// True if it changes resources or later answers.
            pub const fn is_write(&self) -> bool {
                match self { $(Self::$State(it) => it.is_write(),)* }
            }

            /// True if it asks for what was called before.
            pub(crate) const fn looks_back(&self) -> bool {
                match self { $(Self::$State(it) => it.looks_back(),)* }
            }

            /// What its service tells for the record of it.
            pub(crate) fn audit(&self, origin: &api::Origin, refusal: Option<&api::ApiError>) -> audit::Told {
                use world::Service as _;
                let asked = audit::Asked { service: self.service(), operation: self.name(), params: self.params(), origin, refusal };
                match self { $(Self::$State(_) => $module::$State::told(&asked),)* }
            }

            fn run(self, world: &mut World, origin: &api::Origin) -> Result<serde_json::Value, api::ApiError> {
                match self { $(Self::$State(it) => it.run(world, origin),)* }
            }
        }

        impl World {
            /// The account that owns the resource of that ARN, as its service knows it.
            pub fn owner(&self, arn: &str) -> Option<ident::AccountId> {
                use world::Service as _;
                None$(.or_else(|| self.$module.owner(arn)))*
            }

            /// What hangs on a resource, as its service tells it; `None` if it is no service's.
            fn resources<'a>(&'a self, question: &policy::Question<'_>) -> Option<Vec<policy::Resource<'a>>> {
                use world::Service as _;
                None$(.or_else(|| $module::$State::resources(self, question)))*
            }

            /// What a service knows of a user or role; `None` if none knows it.
            fn identity<'a>(&'a self, caller: &'a ident::Caller) -> Option<policy::Identity<'a>> {
                use world::Service as _;
                None$(.or_else(|| $module::$State::identity(self, caller)))*
            }

            /// What the caller is shown in the end, as the service has it.
            fn shown(
                &self,
                service: &str,
                origin: &api::Origin,
                need: &api::Need,
                answer: Result<serde_json::Value, api::ApiError>,
            ) -> Result<serde_json::Value, api::ApiError> {
                use world::Service as _;
                match service {
                    $($name => $module::$State::shown(self, origin, need, answer),)*
                    _ => answer,
                }
            }

            /// One hash per service, so that a divergence names its place.
            pub fn hashes(&self) -> Vec<(&'static str, u64)> {
                vec![("core", world::hash(&self.core)), $(($name, world::hash(&self.$module)),)*]
            }

            /// When the next service has something to do by itself.
            fn next_due(&self) -> Option<clock::SimTime> {
                use world::Service as _;
                [$(self.$module.next_due(),)*].into_iter().flatten().min()
            }

            /// Lets every service do what is due at the present moment.
            fn wake(&mut self) {
                use world::Service as _;
                $(if self.$module.next_due().is_some_and(|due| due <= self.core.now) {
                    $module::$State::wake(self);
                })*
            }

            /// Tells every service that a zone is gone, with what lay only in it.
            fn lose_zone(&mut self, zone: ident::Zone) {
                use world::Service as _;
                $($module::$State::lose_zone(self, zone);)*
            }

            /// How much is stored, in records: what a copy of this world costs.
            fn weight(&self) -> usize {
                use world::Service as _;
                0 $(+ self.$module.weight())*
            }

            /// Rebuilds what is derived and not saved.
            fn rebuild(&mut self) {
                use world::Service as _;
                $($module::$State::rebuild(self);)*
            }
        }
    };
}

services! {
    "cloudtrail" cloudtrail: CloudTrail,
    "events" events: Events,
    "iam" iam: Iam,
    "kms" kms: Kms,
    "lambda" lambda: Lambda,
    "s3" s3: S3,
    "s3control" s3control: S3Control,
    "sns" sns: Sns,
    "sqs" sqs: Sqs,
    "sts" sts: Sts,
}
