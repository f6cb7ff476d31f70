//! Why S3 refused a lifecycle configuration, read out of its own words so that it can be told in the learner's language.

/// A rule of S3 that was broken, where it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// Infrequent access classes take objects of so many days.
    TooEarly { days: String, class: String },
    /// An object stays so many days in the class before.
    TooSoon { class: String, before: String },
    /// The expiration is not after every transition.
    ExpiresFirst,
    /// A number must be 1 or more.
    NotPositive { member: String },
    /// A rule does nothing.
    NoAction,
    /// Two rules have one name.
    SameName,
    /// A class is named twice in one rule.
    SameClass,
}

/// Reads AWS's message; `None` if it is not one of those that are known here.
pub(super) fn read(message: &str) -> Option<Why> {
    let quoted: Vec<&str> = message.split('\'').skip(1).step_by(2).collect();
    let word = |index: usize| quoted.get(index).map(|word| (*word).to_owned());
    if message.contains("must be greater than or equal to") {
        let days = message.split("equal to ").nth(1)?.split(' ').next()?.to_owned();
        return Some(Why::TooEarly { days, class: word(1)? });
    }
    if message.contains("action for StorageClass") {
        return Some(Why::TooSoon { class: word(2)?, before: quoted.last().map(|word| (*word).to_owned())? });
    }
    if message.contains("in the Expiration action") || message.contains("in the NoncurrentVersionExpiration action") {
        return Some(Why::ExpiresFirst);
    }
    if message.contains("must be a positive integer") {
        return Some(Why::NotPositive { member: word(0)? });
    }
    if message.contains("At least one action") {
        return Some(Why::NoAction);
    }
    if message.contains("Rule ID must be unique") {
        return Some(Why::SameName);
    }
    message.contains("must be different for").then_some(Why::SameClass)
}

#[cfg(test)]
mod tests {
    use skylab_cloud::{Request, Sandbox, api::Origin, clock::SimTime, ident::Region, s3};

    use super::*;

    fn refusal(actions: &str) -> Option<Why> {
        let origin = Origin::admin(Region::US_EAST_1);
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        sandbox.call(&origin, s3::CreateBucket { bucket: "logs".to_owned(), ..Default::default() }).unwrap();
        let rule = format!(r#"{{"ID":"a","Status":"Enabled","Filter":{{"Prefix":"x/"}}{actions}}}"#);
        let body = format!(r#"{{"Bucket":"logs","LifecycleConfiguration":{{"Rules":[{rule}]}}}}"#);
        let request = Request::parse("s3", "PutBucketLifecycleConfiguration", serde_json::from_str(&body).unwrap()).unwrap();
        read(&sandbox.call(&origin, request).unwrap_err().message)
    }

    #[test]
    fn the_refusals_of_the_form_are_understood() {
        let early = refusal(r#","Transitions":[{"Days":20,"StorageClass":"STANDARD_IA"}]"#);
        assert_eq!(early, Some(Why::TooEarly { days: "30".into(), class: "STANDARD_IA".into() }));
        let soon = refusal(r#","Transitions":[{"Days":30,"StorageClass":"GLACIER_IR"},{"Days":40,"StorageClass":"DEEP_ARCHIVE"}]"#);
        assert_eq!(soon, Some(Why::TooSoon { class: "DEEP_ARCHIVE".into(), before: "GLACIER_IR".into() }));
        let first = refusal(r#","Transitions":[{"Days":30,"StorageClass":"GLACIER"}],"Expiration":{"Days":30}"#);
        assert_eq!(first, Some(Why::ExpiresFirst));
        assert_eq!(refusal(r#","Expiration":{"Days":0}"#), Some(Why::NotPositive { member: "Days".into() }));
        assert_eq!(refusal(""), Some(Why::NoAction));
    }

    #[test]
    fn other_words_are_left_as_they_are() {
        assert_eq!(read("Access Denied"), None);
    }
}
