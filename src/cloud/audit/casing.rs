//! Names of members as CloudTrail writes them: with a small first letter. The keys of maps are somebody's own words and stay.

use serde_json::Value;

use crate::names::{self, Service, Shape};

/// The members of a request, by the shapes of its operation; all names if its shapes are not known.
pub(super) fn small(service: &str, operation: &str, params: &Value) -> Value {
    let service = names::service(service);
    let input = service.and_then(|it| Some(it.shape(it.operation(operation)?.input?)));
    of(service, input, params)
}

fn of(service: Option<&'static Service>, shape: Option<&'static Shape>, value: &Value) -> Value {
    let shape_of = |id| service.map(|service| service.shape(id));
    match (value, shape) {
        (Value::Object(entries), Some(Shape::Map { value, .. })) => {
            entries.iter().map(|(key, it)| (key.clone(), of(service, shape_of(*value), it))).collect()
        }
        (Value::Object(members), _) => {
            let inner = |name: &str| shape.and_then(|shape| shape_of(shape.member(name)?.shape));
            members.iter().map(|(name, it)| (first_small(name), of(service, inner(name), it))).collect()
        }
        (Value::Array(items), _) => {
            let inner = if let Some(Shape::List { member, .. }) = shape { shape_of(*member) } else { None };
            items.iter().map(|it| of(service, inner, it)).collect()
        }
        (plain, _) => plain.clone(),
    }
}

fn first_small(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_lowercase().to_string() + letters.as_str())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn names_begin_small_and_the_keys_of_maps_stay() {
        let params = json!({"FunctionName": "f", "Environment": {"Variables": {"Stage": "prod"}}, "Layers": ["A"]});
        let wanted = json!({"functionName": "f", "environment": {"variables": {"Stage": "prod"}}, "layers": ["A"]});
        assert_eq!(small("lambda", "CreateFunction", &params), wanted);
        assert_eq!(small("nowhere", "Nothing", &json!({"DBName": [{"Key": 1}]})), json!({"dBName": [{"key": 1}]}));
    }
}
