//! Why a step failed: exit code, AWS's code, and the words, as the AWS CLI gives them. All wording of the terminal itself lives here.

use skylab_cloud::names::ParamError;

/// A usage error, or parameters that do not fit.
pub const EXIT_PARAMS: u8 = 252;
/// The configuration does not work: an unknown profile or region.
pub const EXIT_CONFIG: u8 = 253;
/// A service refused the call.
pub const EXIT_SERVICE: u8 = 254;
/// Anything else.
pub const EXIT_GENERAL: u8 = 255;

/// A step that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The process's exit code in the AWS CLI.
    pub exit: u8,
    /// The service's error code, or `ParamValidation`.
    pub code: String,
    /// The API operation that was called or meant, if any.
    pub operation: String,
    /// What happened, without any frame around it.
    pub message: String,
    /// What the AWS CLI writes to its error stream.
    pub shown: String,
}

impl Failure {
    fn new(exit: u8, code: &str, message: String) -> Self {
        let shown = format!("\nAn error occurred ({code}): {message}\n");
        Self { exit, code: code.to_owned(), operation: String::new(), message, shown }
    }

    /// A usage error: the command line itself does not hold together.
    pub fn usage(message: impl Into<String>) -> Self {
        let message = message.into();
        let shown = format!("\n{USAGE}\n\naws: error: {message}\n");
        Self { shown, ..Self::new(EXIT_PARAMS, "ParamValidation", message) }
    }

    /// Values that do not fit their parameters.
    pub fn params(message: impl Into<String>) -> Self {
        Self::new(EXIT_PARAMS, "ParamValidation", message.into())
    }

    /// A value that does not fit the option `--name`.
    pub fn option(name: &str, what: impl std::fmt::Display) -> Self {
        Self::params(format!("Error parsing parameter '--{name}': {what}"))
    }

    /// The configuration does not work.
    pub fn config(message: impl Into<String>) -> Self {
        Self::new(EXIT_CONFIG, "Configuration", message.into())
    }

    /// Anything else, with the CLI's exit code 255.
    pub fn general(code: &str, message: impl Into<String>) -> Self {
        let message = message.into();
        let shown = format!("\n{message}\n");
        Self { shown, ..Self::new(EXIT_GENERAL, code, message) }
    }

    /// A service's refusal of an operation.
    pub fn service(code: &str, operation: &str, message: &str) -> Self {
        let shown = format!("\nAn error occurred ({code}) when calling the {operation} operation: {message}\n");
        Self { exit: EXIT_SERVICE, code: code.to_owned(), operation: operation.to_owned(), message: message.to_owned(), shown }
    }

    /// AWS has it; Skylab does not model it.
    pub fn not_modelled(what: impl Into<String>) -> Self {
        let message = what.into();
        let shown = format!("\n{message}\n");
        Self { shown, ..Self::new(EXIT_PARAMS, "NotModelled", message) }
    }

    /// A command of `aws s3` that failed in its own words.
    pub fn transfer(cause: &Self, shown: String) -> Self {
        Self { exit: 1, message: shown.trim().to_owned(), shown, ..cause.clone() }
    }

    /// … while meaning this operation.
    #[must_use]
    pub fn of(mut self, operation: &str) -> Self {
        if self.operation.is_empty() {
            operation.clone_into(&mut self.operation);
        }
        self
    }

    /// The refusal as the CLI words it inside a longer line.
    pub fn sentence(&self) -> &str {
        self.shown.trim()
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.sentence())
    }
}

impl std::error::Error for Failure {}

impl From<ParamError> for Failure {
    fn from(error: ParamError) -> Self {
        Self::params(error.to_string())
    }
}

/// How the CLI opens a usage error.
pub const USAGE: &str = "usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
To see help text, you can run:

  aws help
  aws <command> help
  aws <command> <subcommand> help";
