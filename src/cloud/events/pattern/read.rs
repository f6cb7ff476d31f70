//! Reading patterns: from JSON to rules, refusing what the published matcher refuses.

use serde_json::{Map, Value};

use super::{
    Alternative, Bounds, But, Fields, Node, Scalar, TextRule,
    text::{Cidr, Wildcard},
};

/// The name under which alternatives stand that are objects.
const OR: &str = "$or";
/// Names that no field may have inside of alternatives: they would be taken for operators.
const RESERVED: [&str; 14] = [
    "exactly",
    "equals-ignore-case",
    "prefix",
    "suffix",
    "anything-but",
    "exists",
    "cidr",
    "numeric",
    "wildcard",
    "=",
    "<",
    "<=",
    ">",
    ">=",
];

type Read<T> = Result<T, String>;

/// Reads the fields of an object; `inside_or` forbids names that are operators.
pub(super) fn fields(map: &Map<String, Value>, inside_or: bool) -> Read<Fields> {
    if map.is_empty() {
        return Err("Empty objects are not allowed".to_owned());
    }
    let mut fields = Fields::default();
    for (name, value) in map {
        if name == OR {
            fields.any_of.push(alternatives(value)?);
            continue;
        }
        if inside_or && RESERVED.contains(&name.as_str()) {
            return Err(format!("{name} is Ruler reserved fieldName which cannot be used inside {OR}."));
        }
        let node = match value {
            Value::Object(inner) => Node::Object(self::fields(inner, inside_or)?),
            Value::Array(list) => Node::Leaf(leaf(list)?),
            _ => return Err(format!("\"{name}\" must be an object or an array")),
        };
        fields.put(name, node);
    }
    Ok(fields)
}

impl Fields {
    /// Puts a node under a name; a dotted name is the same as nesting.
    fn put(&mut self, name: &str, node: Node) {
        let Some((first, rest)) = name.split_once('.').filter(|(first, rest)| !first.is_empty() && !rest.is_empty()) else {
            match (self.fields.get_mut(name), node) {
                (Some(Node::Object(old)), Node::Object(new)) => old.merge(new),
                (_, node) => _ = self.fields.insert(name.to_owned(), node),
            }
            return;
        };
        let inner = self.fields.entry(first.to_owned()).or_insert_with(|| Node::Object(Self::default()));
        if let Node::Leaf(_) = inner {
            *inner = Node::Object(Self::default());
        }
        if let Node::Object(inner) = inner {
            inner.put(rest, node);
        }
    }

    fn merge(&mut self, other: Self) {
        for (name, node) in other.fields {
            self.put(&name, node);
        }
        self.any_of.extend(other.any_of);
    }
}

fn alternatives(value: &Value) -> Read<Vec<Fields>> {
    let Value::Array(list) = value else { return Err(format!("It must be an Array followed with {OR}.")) };
    let mut all = Vec::with_capacity(list.len());
    for entry in list {
        let Value::Object(map) = entry else { return Err(format!("Only JSON object is allowed in array of {OR} relationship.")) };
        all.push(fields(map, true)?);
    }
    if all.len() < 2 { Err(format!("There must have at least 2 Objects in {OR} relationship.")) } else { Ok(all) }
}

fn leaf(list: &[Value]) -> Read<Vec<Alternative>> {
    if list.is_empty() {
        return Err("Empty arrays are not allowed".to_owned());
    }
    list.iter().map(alternative).collect()
}

fn alternative(value: &Value) -> Read<Alternative> {
    Ok(match value {
        Value::Object(map) => return operator(map),
        Value::Array(_) => return Err("Match value must be String, number, true, false, or null".to_owned()),
        Value::Null => Alternative::Is(Scalar::Null),
        Value::Bool(it) => Alternative::Is(Scalar::Bool(*it)),
        Value::Number(it) => Alternative::Is(Scalar::Number(it.as_f64().unwrap_or_default())),
        Value::String(it) => Alternative::Is(Scalar::Text(it.clone())),
    })
}

fn operator(map: &Map<String, Value>) -> Read<Alternative> {
    let Some((name, value)) = map.iter().next() else { return Err("Match expression name not found".to_owned()) };
    let found = match name.as_str() {
        "exactly" => Alternative::Is(Scalar::Text(text(value, "exact match pattern must be a string")?)),
        "prefix" | "suffix" => Alternative::Text(affix(name, value, false)?),
        "equals-ignore-case" => {
            Alternative::Text(TextRule::EqualsIgnoreCase(text(value, "equals-ignore-case match pattern must be a string")?))
        }
        "wildcard" => Alternative::Text(TextRule::Wildcard(Wildcard::parse(&text(value, "wildcard match pattern must be a string")?)?)),
        "anything-but" => Alternative::AnythingBut(anything_but(value)?),
        "numeric" => Alternative::Numeric(numeric(value)?),
        "exists" => Alternative::Exists(value.as_bool().ok_or("exists match pattern must be either true or false.")?),
        "cidr" => Alternative::Cidr(Cidr::parse(&text(value, "prefix match pattern must be a string")?)?),
        other => return Err(format!("Unrecognized match type {other}")),
    };
    if map.len() > 1 { Err("Only one key allowed in match expression".to_owned()) } else { Ok(found) }
}

fn text(value: &Value, otherwise: &str) -> Read<String> {
    value.as_str().map(str::to_owned).ok_or_else(|| otherwise.to_owned())
}

/// `prefix` or `suffix`: a text, or one whose case does not matter.
fn affix(name: &str, value: &Value, negated: bool) -> Read<TextRule> {
    let refused =
        if negated { "prefix/suffix match pattern must be a string".to_owned() } else { format!("{name} match pattern must be a string") };
    if let Value::Object(inner) = value
        && !negated
    {
        let Some((op, inner_value)) = inner.iter().next().filter(|(op, _)| *op == "equals-ignore-case") else { return Err(refused) };
        let text = text(inner_value, &format!("{op} match pattern must be a string"))?;
        return Ok(if name == "prefix" { TextRule::PrefixIgnoreCase(text) } else { TextRule::SuffixIgnoreCase(text) });
    }
    let text = text(value, &refused)?;
    if negated && text.is_empty() {
        return Err("Null prefix/suffix not allowed".to_owned());
    }
    Ok(if name == "prefix" { TextRule::Prefix(text) } else { TextRule::Suffix(text) })
}

fn anything_but(value: &Value) -> Read<But> {
    match value {
        Value::String(text) => Ok(But::Texts(vec![text.clone()])),
        Value::Number(number) => Ok(But::Numbers(vec![number.as_f64().unwrap_or_default()])),
        Value::Array(list) => anything_but_list(list),
        Value::Object(map) => {
            let Some((op, inner)) = map.iter().next() else { return Err("Anything-But expression name not found".to_owned()) };
            if !matches!(op.as_str(), "prefix" | "suffix" | "equals-ignore-case" | "wildcard") {
                return Err(format!("Unsupported anything-but pattern: {op}"));
            }
            if map.len() > 1 {
                return Err("Only one key allowed in match expression".to_owned());
            }
            let one = std::slice::from_ref(inner);
            let list = inner.as_array().map_or(one, Vec::as_slice);
            list.iter().map(|entry| but_rule(op, entry)).collect::<Read<_>>().map(But::Rules)
        }
        _ => Err("Value of anything-but must be an array or single string/number value.".to_owned()),
    }
}

fn but_rule(op: &str, value: &Value) -> Read<TextRule> {
    match op {
        "equals-ignore-case" => {
            let refused = "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.";
            text(value, refused).map(TextRule::EqualsIgnoreCase)
        }
        "wildcard" => {
            let refused = "Inside anything-but/wildcard list, number|start|null|boolean is not supported.";
            Wildcard::parse(&text(value, refused)?).map(TextRule::Wildcard)
        }
        _ => affix(op, value, true),
    }
}

fn anything_but_list(list: &[Value]) -> Read<But> {
    let (mut numbers, mut texts) = (Vec::new(), Vec::new());
    for entry in list {
        match entry {
            Value::String(text) => texts.push(text.clone()),
            Value::Number(number) => numbers.push(number.as_f64().unwrap_or_default()),
            _ => return Err("Inside anything but list, start|null|boolean is not supported.".to_owned()),
        }
    }
    match (numbers.is_empty(), texts.is_empty()) {
        (false, true) => Ok(But::Numbers(numbers)),
        (true, false) => Ok(But::Texts(texts)),
        _ => Err("Inside anything but list, either all values are number or string, mixed type is not supported".to_owned()),
    }
}

fn numeric(value: &Value) -> Read<Bounds> {
    let Value::Array(terms) = value else { return Err("Value of numeric must be an array.".to_owned()) };
    let first = terms.first().unwrap_or(&Value::Null);
    let Value::String(op) = first else { return Err(format!("Invalid member in numeric match: {first}")) };
    let name = match op.as_str() {
        "=" => "equals",
        ">" | ">=" | "<" | "<=" => op,
        _ => return Err(format!("Unrecognized numeric range operator: {op}")),
    };
    let number = |at: usize| terms.get(at).and_then(Value::as_f64);
    let bound = number(1).ok_or_else(|| format!("Value of {name} must be numeric"))?;
    let closed = op.ends_with('=');
    let goes_on = terms.len() > 2;
    match op.as_str() {
        "=" | "<" | "<=" if goes_on => Err("Too many elements in numeric expression".to_owned()),
        "=" => Ok(Bounds { least: Some((bound, true)), most: Some((bound, true)) }),
        "<" | "<=" => Ok(Bounds { least: None, most: Some((bound, closed)) }),
        _ if !goes_on => Ok(Bounds { least: Some((bound, closed)), most: None }),
        _ => {
            let Value::String(second) = &terms[2] else { return Err(format!("Bad value in numeric range: {}", terms[2])) };
            if !matches!(second.as_str(), "<" | "<=") {
                return Err(format!("Bad numeric range operator: {second}"));
            }
            let top = number(3).ok_or_else(|| format!("Value of {second} must be numeric"))?;
            if terms.len() > 4 {
                return Err("Too many terms in numeric range expression".to_owned());
            }
            if bound >= top {
                return Err("Bottom must be less than top".to_owned());
            }
            Ok(Bounds { least: Some((bound, closed)), most: Some((top, second == "<=")) })
        }
    }
}
