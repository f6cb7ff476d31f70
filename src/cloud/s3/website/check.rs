//! What S3 takes as a website configuration, in its order and words.

use super::{Redirect, RoutingRule, WebsiteConfiguration};
use crate::{api::ApiError, s3::errors};

/// Most routing rules of a website (S3 User Guide, configuring redirects).
const MAX_RULES: usize = 50;

impl WebsiteConfiguration {
    /// Checks everything that S3 checks.
    pub fn check(&self) -> Result<(), ApiError> {
        if let Some(all) = &self.redirect_all_requests_to {
            if self.index_document.is_some() || self.error_document.is_some() || self.routing_rules.is_some() {
                return Err(errors::redirect_all_and_more());
            }
            return if all.host_name.is_empty() { Err(errors::malformed_xml()) } else { check_protocol(all.protocol.as_deref()) };
        }
        let index = self.index_document.as_ref().ok_or_else(errors::missing_index_document)?;
        if index.suffix.is_empty() || index.suffix.contains('/') {
            return Err(errors::bad_index_suffix());
        }
        if self.error_document.as_ref().is_some_and(|error| error.key.is_empty()) {
            return Err(errors::malformed_xml());
        }
        match self.routing_rules.as_deref() {
            None => Ok(()),
            Some([]) => Err(errors::malformed_xml()),
            Some(rules) if rules.len() > MAX_RULES => Err(errors::too_many_routing_rules(rules.len())),
            Some(rules) => rules.iter().try_for_each(RoutingRule::check),
        }
    }
}

impl RoutingRule {
    fn check(&self) -> Result<(), ApiError> {
        self.redirect.check()?;
        let Some(condition) = &self.condition else { return Ok(()) };
        let code = condition.http_error_code_returned_equals.as_deref();
        if code.is_none() && condition.key_prefix_equals.is_none() {
            return Err(errors::empty_condition());
        }
        match code {
            Some(code) if !three_digits(code).is_some_and(|code| (400..600).contains(&code)) => Err(errors::bad_error_code(code)),
            _ => Ok(()),
        }
    }
}

impl Redirect {
    fn check(&self) -> Result<(), ApiError> {
        if self.replace_key_with.is_some() && self.replace_key_prefix_with.is_some() {
            return Err(errors::two_replacements());
        }
        check_protocol(self.protocol.as_deref())?;
        match self.http_redirect_code.as_deref() {
            Some(code) if !three_digits(code).is_some_and(|code| (301..400).contains(&code)) => Err(errors::bad_redirect_code(code)),
            _ => Ok(()),
        }
    }
}

fn check_protocol(protocol: Option<&str>) -> Result<(), ApiError> {
    if protocol.is_none_or(|it| matches!(it, "http" | "https")) { Ok(()) } else { Err(errors::bad_redirect_protocol()) }
}

/// An HTTP status as a number.
pub(super) fn three_digits(code: &str) -> Option<u16> {
    if code.len() == 3 { code.parse().ok() } else { None }
}
