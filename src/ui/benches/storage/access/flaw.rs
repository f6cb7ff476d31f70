//! What is wrong with a bucket policy that is being written, and on which line: the model's own checks, made statement by statement so
//! that the place is known. S3 itself names no line.

use skylab_cloud::{
    World,
    policy::{
        Policy,
        json::{self, Json, Node},
    },
    s3::{PolicyTarget, checked_policy},
};

use super::scenes::BUCKET;

/// A flaw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Flaw {
    /// Counted from 1.
    pub line: usize,
    /// AWS's words.
    pub message: String,
}

/// The first flaw of a text; `None` if S3 would take it.
pub(super) fn of(world: &World, text: &str) -> Option<Flaw> {
    let target = PolicyTarget::bucket(BUCKET);
    let message = checked_policy(world, text, &target).err()?.message;
    let at = Policy::read(text).err().map(|malformed| malformed.at).or_else(|| place(world, text, &target, &message)).unwrap_or(0);
    Some(Flaw { line: json::line_and_column(text, at).0, message })
}

/// The byte of the first statement that by itself is refused, or of the element that the refusal is about.
fn place(world: &World, text: &str, target: &PolicyTarget, message: &str) -> Option<usize> {
    let root = json::parse(text).ok()?;
    let list = member(&root, "Statement")?;
    let statements: Vec<&Node> = match &list.value {
        Json::List(nodes) => nodes.iter().collect(),
        _ => vec![list],
    };
    let alone = |node: &Node| format!(r#"{{"Version":"2012-10-17","Statement":[{}]}}"#, &text[node.span.clone()]);
    let wrong = statements.iter().find(|node| checked_policy(world, &alone(node), target).is_err())?;
    let elements: [(&str, &[&str]); 4] = [
        ("principal", &["Principal", "NotPrincipal"]),
        ("resource", &["Resource", "NotResource"]),
        ("ondition", &["Condition"]),
        ("ction", &["Action", "NotAction"]),
    ];
    let element = elements.iter().filter(|(word, _)| message.contains(word)).flat_map(|(_, names)| names.iter());
    element.filter_map(|name| member(wrong, name)).map(|node| node.span.start).next().or(Some(wrong.span.start))
}

fn member<'a>(node: &'a Node, name: &str) -> Option<&'a Node> {
    let Json::Object(members) = &node.value else { return None };
    members.iter().find(|(it, _)| it == name).map(|(_, node)| node)
}

#[cfg(test)]
mod tests {
    use skylab_cloud::clock::SimTime;

    use super::*;

    fn flaw(text: &str) -> Option<(usize, String)> {
        of(&World::new(SimTime::START, 1), text).map(|flaw| (flaw.line, flaw.message))
    }

    fn policy(principal: &str, action: &str, resource: &str) -> String {
        format!(
            "{{\n \"Version\": \"2012-10-17\",\n \"Statement\": [{{\n  \"Effect\": \"Allow\",\n  \"Principal\": {principal},\n  \"Action\": \"{action}\",\n  \"Resource\": \"{resource}\"\n }}]\n}}"
        )
    }

    #[test]
    fn a_flaw_is_found_on_its_line() {
        let whole = "arn:aws:s3:::docs-417/*";
        assert_eq!(flaw(&policy("\"*\"", "s3:GetObject", whole)), None);
        let cases = [
            (policy("{\"AWS\": \"999999999999\"}", "s3:GetObject", whole), 5, "Invalid principal in policy"),
            (policy("\"*\"", "s3:Fetch", whole), 6, "Policy has invalid action"),
            (policy("\"*\"", "s3:GetObject", "arn:aws:s3:::logs-417/*"), 7, "Policy has invalid resource"),
            (policy("\"*\"", "s3:ListBucket", whole), 7, "Action does not apply to any resource(s) in statement"),
            (policy("\"*\"", "s3:GetObject", whole).replace("Allow", "Perhaps"), 4, "Invalid effect: Perhaps"),
            (policy("\"*\"", "s3:GetObject", whole).replace("\"Action\"", "Action"), 6, "This policy contains invalid Json"),
        ];
        for (text, line, message) in cases {
            assert_eq!(flaw(&text), Some((line, message.to_owned())), "{text}");
        }
    }
}
