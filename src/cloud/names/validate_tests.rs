//! Tests of `validate.rs` against what botocore itself says, recorded in `assets/names/validation.txt`.

use serde_json::json;

use super::super::service;
use super::*;

fn check(service_name: &str, operation: &str, params: &Value) -> Vec<String> {
    let service = service(service_name).unwrap();
    let operation = service.operation(operation).unwrap_or_else(|| panic!("no {operation}"));
    validate(service, operation, params).map_or_else(|error| error.reports, |()| Vec::new())
}

#[test]
fn reports_are_botocores_to_the_letter() {
    let mut n_calls = 0;
    for block in include_str!("../../../assets/names/validation.txt").split("$ ").skip(1) {
        let (call, said) = block.split_once('\n').unwrap();
        let [service, operation, params] = call.splitn(3, ' ').collect::<Vec<_>>()[..] else { panic!("{call}") };
        let params = serde_json::from_str(params).unwrap();
        assert_eq!(check(service, operation, &params), said.lines().collect::<Vec<_>>(), "{call}");
        n_calls += 1;
    }
    assert!(n_calls > 45, "{n_calls}");
}

#[test]
fn all_reports_print_under_one_heading() {
    let service = service("ec2").unwrap();
    let error = validate(service, service.operation("run-instances").unwrap(), &json!({})).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Parameter validation failed:\n\
         Missing required parameter in input: \"MaxCount\"\n\
         Missing required parameter in input: \"MinCount\""
    );
}

#[test]
fn an_operation_without_members_takes_nothing_else() {
    assert_eq!(check("sts", "GetCallerIdentity", &json!({})), [""; 0]);
    assert_eq!(check("sts", "GetCallerIdentity", &json!({"Foo": 1})), ["Unknown parameter in input: \"Foo\", must be one of: "]);
    assert_eq!(check("sts", "GetCallerIdentity", &json!([])).len(), 1);
}

#[test]
fn endless_nesting_ends_in_a_report() {
    let deep = (0..20_000).fold(json!({"S": "x"}), |inner, _| {
        let mut outer = Map::new();
        outer.insert("L".to_owned(), Value::Array(vec![inner]));
        Value::Object(outer)
    });
    let mut params = json!({"TableName": "t"});
    params["Key"] = Value::Object(Map::from_iter([("id".to_owned(), deep)]));
    let reports = check("dynamodb", "GetItem", &params);
    assert_eq!(reports.len(), 1);
    assert!(reports[0].starts_with("Invalid depth for parameter Key.id.L[0].L[0]"), "{reports:?}");
    std::mem::forget(params); // dropping it would use the stack that checking spares
}
