//! How a request is written to a file and read again: service, operation, and the members as JSON, whatever the format of the file. So each
//! operation needs to know JSON alone, and the program does not grow by every operation times every format.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use serde_json::Value;

use crate::Request;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire<'a> {
    service: Cow<'a, str>,
    operation: Cow<'a, str>,
    params: Value,
}

impl Serialize for Request {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Wire { service: self.service().into(), operation: self.name().into(), params: self.params() }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Request {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Wire { service, operation, params } = Wire::deserialize(deserializer)?;
        Self::parse(&service, &operation, params).map_err(|why| D::Error::custom(format!("{service} {operation}: {why:?}")))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_request_is_written_as_service_operation_and_members() {
        let request = Request::parse("s3", "CreateBucket", json!({"Bucket": "b"})).unwrap();
        let text = serde_json::to_string(&request).unwrap();
        assert_eq!(text, r#"{"service":"s3","operation":"CreateBucket","params":{"Bucket":"b"}}"#);
        assert_eq!(serde_json::from_str::<Request>(&text).unwrap(), request);
        assert_eq!(ron::from_str::<Request>(&ron::to_string(&request).unwrap()).unwrap(), request);
    }

    #[test]
    fn what_is_not_modelled_is_refused_by_name() {
        let unknown = r#"{"service":"s3","operation":"CreateBucket","params":{"Bucket":"b","Colour":"red"}}"#;
        let error = serde_json::from_str::<Request>(unknown).unwrap_err().to_string();
        assert!(error.starts_with("s3 CreateBucket: ") && error.contains("Colour"), "{error}");
        assert!(serde_json::from_str::<Request>(r#"{"service":"s4","operation":"CreateBucket","params":{}}"#).is_err());
    }
}
