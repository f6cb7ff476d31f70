//! What the CLI changes about single operations by hand: renamed options, and calls that are checked before they are made.
//! A service's further customisations (EC2's `--protocol --port --cidr`, CloudWatch's `--metric-name … --value`) belong here.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use md5::{Digest as _, Md5};
use serde_json::{Map, Value};
use skylab_cloud::names::{Operation, Service};

use crate::{
    args::Given,
    failure::Failure,
    options::{Kind, Opt},
};

/// Service, operation (`*` for all), the option's spelling by rule, and the CLI's.
const RENAMES: &[(&str, &str, &str, &str)] = &[
    ("ec2", "create-image", "no-no-reboot", "reboot"),
    ("ec2", "*", "no-egress", "ingress"),
    ("ec2", "*", "no-disable-api-termination", "enable-api-termination"),
    ("sns", "subscribe", "endpoint", "notification-endpoint"),
    ("apigateway", "create-rest-api", "version", "api-version"),
    ("apigatewayv2", "create-api", "version", "api-version"),
    ("apigatewayv2", "update-api", "version", "api-version"),
    ("stepfunctions", "send-task-success", "output", "task-output"),
    ("eks", "create-cluster", "version", "kubernetes-version"),
    ("eks", "update-cluster-version", "version", "kubernetes-version"),
    ("eks", "create-nodegroup", "version", "kubernetes-version"),
    ("eks", "update-nodegroup-version", "version", "kubernetes-version"),
    ("ecs", "*", "no-enable-execute-command", "disable-execute-command"),
    ("ecs", "execute-command", "no-interactive", "non-interactive"),
    ("route53", "delete-traffic-policy", "version", "traffic-policy-version"),
    ("route53", "get-traffic-policy", "version", "traffic-policy-version"),
];

/// Gives an option the name that the CLI gives it.
pub fn rename(service: &Service, operation: &Operation, opt: &mut Opt) {
    let fits = |it: &&(&str, &str, &str, &str)| it.0 == service.name && (it.1 == "*" || it.1 == operation.cli_name) && it.2 == opt.name;
    if let Some((.., name)) = RENAMES.iter().find(fits) {
        (*name).clone_into(&mut opt.name);
    }
}

/// Operations whose package the CLI takes as an option of its own, and the member and its member that hold it.
const PACKAGES: [(&str, &str, &str); 2] = [("create-function", "Code", "ZipFile"), ("publish-layer-version", "Content", "ZipFile")];

/// Adds the options that only the CLI has.
pub fn add(service: &Service, operation: &Operation, all: &mut Vec<Opt>) {
    let Some((_, outer, inner)) = PACKAGES.iter().find(|(name, ..)| service.name == "lambda" && *name == operation.cli_name) else {
        return;
    };
    let Some(opt) = all.iter_mut().find(|opt| opt.member == *outer) else { return };
    opt.required = false;
    let Some(member) = service.shape(opt.shape).members().iter().find(|member| member.name == *inner) else { return };
    let (name, member, shape) = ("zip-file".to_owned(), opt.member.clone(), member.shape);
    all.push(Opt { name, member, shape, kind: Kind::Inner(inner), required: false });
}

/// Checks what an option was given before it is read.
pub fn check(service: &Service, name: &str, given: &Given<'_>) -> Result<(), Failure> {
    let is_package = service.name == "lambda" && name == "zip-file";
    match given {
        Given::One(text) if is_package && !text.starts_with("fileb://") => Err(Failure::params(
            "--zip-file must be a zip file with the fileb:// prefix.\nExample usage:  --zip-file fileb://path/to/file.zip",
        )),
        _ => Ok(()),
    }
}

/// What botocore's handlers check or change just before a call, beyond the shapes.
pub fn before_call(service: &Service, operation: &str, params: &mut Map<String, Value>) -> Result<(), Failure> {
    if service.name == "s3" {
        customer_keys(operation, params);
        if let Some(Value::String(bucket)) = params.get("Bucket") {
            bucket_name(bucket)?;
        }
        copy_source(params);
    }
    Ok(())
}

/// Members with a customer's key, and what else their names begin with.
const KEY_MEMBERS: [&str; 2] = ["SSECustomer", "CopySourceSSECustomer"];
/// Operations whose keys botocore encodes.
const WITH_KEYS: [&str; 8] = [
    "CompleteMultipartUpload",
    "CopyObject",
    "CreateMultipartUpload",
    "GetObject",
    "HeadObject",
    "PutObject",
    "UploadPart",
    "UploadPartCopy",
];

/// A customer's key that comes without its digest is taken as raw bytes, and travels in base64 with its digest.
fn customer_keys(operation: &str, params: &mut Map<String, Value>) {
    let copies = operation.ends_with("Copy") || operation == "CopyObject";
    for prefix in KEY_MEMBERS.iter().take(if copies { 2 } else { 1 }).filter(|_| WITH_KEYS.contains(&operation)) {
        if params.contains_key(&format!("{prefix}KeyMD5")) {
            continue;
        }
        let bytes: Vec<u8> = match params.get(&format!("{prefix}Key")) {
            Some(Value::String(text)) => text.clone().into_bytes(),
            Some(Value::Array(bytes)) => bytes.iter().filter_map(Value::as_u64).map(|byte| byte as u8).collect(),
            _ => continue,
        };
        add_customer_key(prefix, &bytes, params);
    }
}

/// A customer's key in base64, and its digest.
pub fn add_customer_key(prefix: &str, bytes: &[u8], params: &mut Map<String, Value>) {
    params.insert(format!("{prefix}Key"), Value::from(STANDARD.encode(bytes)));
    params.insert(format!("{prefix}KeyMD5"), Value::from(STANDARD.encode(Md5::digest(bytes))));
}

/// The check that botocore makes of a bucket's name; the service's own rules are stricter.
fn bucket_name(bucket: &str) -> Result<(), Failure> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if ((1..=255).contains(&bucket.len()) && bucket.chars().all(plain)) || is_access_point(bucket) {
        return Ok(());
    }
    Err(Failure::params(format!(
        "Parameter validation failed:\nInvalid bucket name \"{bucket}\": Bucket name must match the regex \"{BUCKET}\" or be an ARN matching the regex \"{ARN}\""
    )))
}

const BUCKET: &str = r"^[a-zA-Z0-9.\-_]{1,255}$";
const ARN: &str = r"^arn:(aws).*:(s3|s3-object-lambda):[a-z\-0-9]*:[0-9]{12}:accesspoint[/:][a-zA-Z0-9\-.]{1,63}$|^arn:(aws).*:s3-outposts:[a-z\-0-9]+:[0-9]{12}:outpost[/:][a-zA-Z0-9\-]{1,63}[/:]accesspoint[/:][a-zA-Z0-9\-]{1,63}$";

/// An access point's ARN stands in a bucket's place.
fn is_access_point(name: &str) -> bool {
    let mut parts = name.splitn(6, ':');
    let head = [parts.next(), parts.next(), parts.next()];
    let account = parts.nth(1).is_some_and(|account| account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit()));
    let point = parts.next().is_some_and(|rest| rest.starts_with("accesspoint") || rest.starts_with("outpost"));
    matches!(head, [Some("arn"), Some(partition), Some("s3" | "s3-object-lambda" | "s3-outposts")] if partition.starts_with("aws"))
        && account
        && point
}

/// `CopySource` travels URL-encoded. What the user types is taken as it is, so `%` becomes `%25`; a structure in JSON works too.
fn copy_source(params: &mut Map<String, Value>) {
    let Some(source) = params.get_mut("CopySource") else { return };
    let part = |name: &str| source.get(name).and_then(Value::as_str).map(str::to_owned);
    let typed = match (part("Bucket"), part("Key"), source.as_str()) {
        (Some(bucket), Some(key), _) => {
            let version = part("VersionId").map(|version| format!("?versionId={version}")).unwrap_or_default();
            format!("{bucket}/{key}{version}")
        }
        (_, _, Some(text)) => text.to_owned(),
        _ => return,
    };
    let (path, version) = match typed.rfind("?versionId=") {
        Some(at) if !typed[at..].contains(char::is_whitespace) => typed.split_at(at),
        _ => (typed.as_str(), ""),
    };
    *source = Value::from(format!("{}{version}", percent_encoded(path)));
}

fn percent_encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use skylab_cloud::names;

    use super::*;
    use crate::options;

    #[test]
    fn the_source_of_a_copy_is_encoded_as_botocore_encodes_it() {
        for (typed, sent) in
            [("b/a b+c%20.txt", "b/a%20b%2Bc%2520.txt"), ("b/k?versionId=a.b_c", "b/k?versionId=a.b_c"), ("b/한", "b/%ED%95%9C")]
        {
            let mut params = Map::from_iter([("CopySource".to_owned(), Value::from(typed))]);
            copy_source(&mut params);
            assert_eq!(params["CopySource"], sent);
        }
    }

    #[test]
    fn a_customers_key_travels_in_base64_with_its_digest_as_botocore_sends_it() {
        let raw = ("SSECustomerKey".to_owned(), Value::from("0123456789abcdef0123456789abcdef"));
        let sent = ("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", "hRasmdxgYDKV3nvbahU1MA==");
        let mut params = Map::from_iter([raw.clone()]);
        customer_keys("PutObject", &mut params);
        assert_eq!((params["SSECustomerKey"].as_str(), params["SSECustomerKeyMD5"].as_str()), (Some(sent.0), Some(sent.1)));
        let md5 = ("SSECustomerKeyMD5".to_owned(), Value::from(sent.1));
        for (operation, given) in [("PutObject", vec![raw.clone(), md5]), ("GetObjectAttributes", vec![raw])] {
            let mut params = Map::from_iter(given.clone());
            customer_keys(operation, &mut params);
            assert_eq!(params, Map::from_iter(given), "{operation}");
        }
    }

    #[test]
    fn a_functions_package_is_an_option_of_its_own_and_a_file_of_bytes() {
        let service = names::service("lambda").unwrap();
        let options = options::of(service, service.operation("create-function").unwrap(), false);
        assert_eq!(options.named("zip-file").map(|opt| (opt.kind, opt.member.as_str())), Some((Kind::Inner("ZipFile"), "Code")));
        assert!(options.named("code").is_some_and(|opt| !opt.required));
        assert!(check(service, "zip-file", &Given::One("fileb://f.zip")).is_ok());
        assert_eq!(check(service, "zip-file", &Given::One("f.zip")).unwrap_err().code, "ParamValidation");
    }

    #[test]
    fn a_buckets_name_is_checked_as_botocore_checks_it() {
        for name in ["my-bucket", "My_Bucket", "a", "-x-", "a..b", "arn:aws:s3:ap-northeast-2:123456789012:accesspoint/mine"] {
            assert_eq!(bucket_name(name), Ok(()), "{name}");
        }
        for name in ["", "a b", "a/b", "버킷", "arn:aws:s3:::bucket", &"a".repeat(256)] {
            let failure = bucket_name(name).unwrap_err();
            assert_eq!((failure.exit, failure.code.as_str()), (252, "ParamValidation"), "{name}");
            assert!(failure.message.contains(&format!("Invalid bucket name \"{name}\": Bucket name must match the regex")), "{name}");
        }
    }
}
