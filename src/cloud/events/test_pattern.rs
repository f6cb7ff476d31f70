//! Trying a pattern on an event.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{errors, pattern::Pattern};
use crate::api::{ApiError, Need, Operation, Read, View};

/// What an event must have to be tried.
const NEEDED: [&str; 7] = ["id", "account", "source", "time", "region", "resources", "detail-type"];

/// Says whether an event matches a pattern.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct TestEventPattern {
    /// The pattern.
    pub event_pattern: String,
    /// The event.
    pub event: String,
}

/// What TestEventPattern answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct TestEventPatternOutput {
    result: bool,
}

impl Operation for TestEventPattern {
    type Output = TestEventPatternOutput;

    fn needs(&self) -> Need {
        Need::action("events:TestEventPattern")
    }
}

impl Read for TestEventPattern {
    fn read(self, _cx: &mut View<'_>) -> Result<TestEventPatternOutput, ApiError> {
        let invalid = |why: &str| errors::validation(format!("Parameter Event is not valid.{why}"));
        let event: Value = serde_json::from_str(&self.event).map_err(|_| invalid(""))?;
        let Value::Object(map) = &event else { return Err(invalid("")) };
        if let Some(missing) = NEEDED.iter().find(|name| !map.contains_key(**name)) {
            return Err(invalid(&format!(" Reason: {missing} is a required field.")));
        }
        let pattern = Pattern::parse(&self.event_pattern).map_err(|why| errors::bad_pattern(&why))?;
        Ok(TestEventPatternOutput { result: pattern.matches(&event) })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::put::bench::Bench;

    #[test]
    fn a_pattern_is_tried_on_a_whole_event() {
        let mut bench = Bench::new();
        let event = json!({"id": "1", "account": "123456789012", "source": "shop", "time": "2026-01-01T00:00:00Z", "region": "us-east-1",
                           "resources": [], "detail-type": "Order", "detail": {"price": 7}});
        let mut test = |pattern: &str, event: &str| bench.call("TestEventPattern", json!({"EventPattern": pattern, "Event": event}));
        assert_eq!(test(r#"{"detail":{"price":[7]}}"#, &event.to_string()), Ok(json!({"Result": true})));
        assert_eq!(test(r#"{"detail":{"price":[8]}}"#, &event.to_string()), Ok(json!({"Result": false})));
        for (pattern, event, code) in [
            ("{", event.to_string(), "InvalidEventPatternException"),
            (r#"{"a":[1]}"#, "[]".to_owned(), "ValidationException"),
            (r#"{"a":[1]}"#, r#"{"id":"1"}"#.to_owned(), "ValidationException"),
        ] {
            assert_eq!(test(pattern, &event).unwrap_err().code, code);
        }
    }
}
