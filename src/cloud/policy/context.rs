//! The request context: condition keys with their values. Keys are found in whatever case.

use std::{borrow::Cow, cell::LazyCell};

/// Where condition keys are looked up.
pub trait Keys {
    /// The values of a key; `None` if the request does not have it. A key may be there without any value.
    fn values(&self, key: &str) -> Option<&[String]>;

    /// The value of a key that has exactly one.
    fn single(&self, key: &str) -> Option<&str> {
        match self.values(key)? {
            [one] => Some(one),
            _ => None,
        }
    }
}

/// Condition keys with their values, each key once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context<'a> {
    entries: Vec<(Cow<'a, str>, Vec<String>)>,
}

impl<'a> Context<'a> {
    /// A context of keys with one value each.
    pub fn of<const N: usize>(pairs: [(&'a str, &str); N]) -> Self {
        Self { entries: pairs.into_iter().map(|(key, value)| (Cow::Borrowed(key), vec![value.to_owned()])).collect() }
    }

    /// Adds a key with its values, unless it is there already.
    pub fn add(&mut self, key: impl Into<Cow<'a, str>>, values: Vec<String>) {
        let key = key.into();
        if self.values(&key).is_none() {
            self.entries.push((key, values));
        }
    }

    /// Adds everything that another context has and this has not.
    pub fn add_all(&mut self, other: &Context<'a>) {
        for (key, values) in &other.entries {
            self.add(key.clone(), values.clone());
        }
    }

    /// Adds a key with one value, if it has one and is not there already.
    pub fn add_one(&mut self, key: impl Into<Cow<'a, str>>, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.add(key, vec![value.to_string()]);
        }
    }
}

impl Keys for Context<'_> {
    fn values(&self, key: &str) -> Option<&[String]> {
        self.entries.iter().find(|(known, _)| known.eq_ignore_ascii_case(key)).map(|(_, values)| values.as_slice())
    }
}

/// A context that is put together when first asked for: most policies ask for none.
impl<'a, F: FnOnce() -> Context<'a>> Keys for LazyCell<Context<'a>, F> {
    fn values(&self, key: &str) -> Option<&[String]> {
        LazyCell::force(self).values(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_in_any_case_and_the_first_one_counts() {
        let mut context = Context::of([("s3:prefix", "logs/")]);
        context.add_one("S3:Prefix", Some("other"));
        context.add("aws:TagKeys", vec!["a".into(), "b".into()]);
        assert_eq!(context.single("S3:PREFIX"), Some("logs/"));
        assert_eq!(context.single("aws:TagKeys"), None);
        assert_eq!(context.values("aws:tagkeys").map(<[String]>::len), Some(2));
        assert_eq!(context.values("aws:username"), None);
    }
}
