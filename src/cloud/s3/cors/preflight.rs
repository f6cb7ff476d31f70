//! A browser's question before it lets a page of another origin send a request, and what S3 adds to the answer of the request
//! itself. It is pure: it knows a configuration and a question (S3 User Guide, how S3 evaluates a CORS configuration).

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::{CorsConfiguration, CorsRule};

/// What a browser asks: from this origin, may I use this method with these headers?
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preflight {
    /// `Origin`.
    pub origin: String,
    /// `Access-Control-Request-Method`.
    pub method: String,
    /// `Access-Control-Request-Headers`.
    pub headers: Vec<String>,
}

/// The rule that answers, with the headers that it answers in.
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct PreflightAnswer {
    /// Which rule, counted from 0.
    pub rule: usize,
    /// The rule's id, if it has one.
    #[serde(rename = "RuleID")]
    pub rule_id: Option<String>,
    /// `Access-Control-Allow-Origin`: `*` only where the rule says just that.
    pub allow_origin: String,
    /// `Access-Control-Allow-Methods`.
    pub allow_methods: String,
    /// `Access-Control-Allow-Headers`: those asked for.
    pub allow_headers: Option<String>,
    /// `Access-Control-Expose-Headers`.
    pub expose_headers: Option<String>,
    /// `Access-Control-Max-Age`.
    pub max_age_secs: Option<i64>,
    /// `Access-Control-Allow-Credentials`; not where any origin may.
    pub allow_credentials: bool,
}

impl CorsConfiguration {
    /// The first rule that fits all three: origin, method, every header.
    pub fn answer(&self, asked: &Preflight) -> Option<PreflightAnswer> {
        self.cors_rules.iter().enumerate().find_map(|(index, rule)| rule.answer(index, asked))
    }
}

impl CorsRule {
    fn answer(&self, index: usize, asked: &Preflight) -> Option<PreflightAnswer> {
        let origin = self.allowed_origins.iter().find(|pattern| fits(pattern, &asked.origin))?;
        let allowed = |header: &String| {
            let header = header.to_ascii_lowercase();
            self.allowed_headers.iter().flatten().any(|pattern| fits(&pattern.to_ascii_lowercase(), &header))
        };
        if !self.allowed_methods.contains(&asked.method) || !asked.headers.iter().all(allowed) {
            return None;
        }
        let joined = |list: &[String]| Some(list.join(", ")).filter(|text| !text.is_empty());
        let any_origin = origin == "*";
        Some(PreflightAnswer {
            rule: index,
            rule_id: self.id.clone(),
            allow_origin: if any_origin { "*".to_owned() } else { asked.origin.clone() },
            allow_methods: self.allowed_methods.join(", "),
            allow_headers: joined(&asked.headers.iter().map(|header| header.to_ascii_lowercase()).collect::<Vec<_>>()),
            expose_headers: joined(self.expose_headers.as_deref().unwrap_or_default()),
            max_age_secs: self.max_age_seconds,
            allow_credentials: !any_origin,
        })
    }
}

/// True if a text with at most one `*` in it stands for the other.
fn fits(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((before, after)) => text.len() >= before.len() + after.len() && text.starts_with(before) && text.ends_with(after),
    }
}
