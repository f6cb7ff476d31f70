//! What a caller must be allowed to do for a request to pass: IAM actions on resources, with the condition keys of the request.

use std::{borrow::Cow, fmt};

use super::Origin;
use crate::ident::Region;

/// What a caller must be allowed to do for a request to pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The IAM action: `s3:PutLifecycleConfiguration`.
    pub action: &'static str,
    /// The resource's ARN, or `*`; only the last part of it where [`Need::place`] says so.
    pub resource: String,
    /// What is to be put before the resource.
    pub place: Place,
    /// Condition keys of the request with their values: `s3:x-amz-storage-class`.
    pub conditions: Vec<(Cow<'static, str>, Vec<String>)>,
    /// The resource does not exist yet: it will be the caller's account's.
    pub new_resource: bool,
    /// Every caller may, whatever any policy says: `sts:GetCallerIdentity`.
    pub open_to_all: bool,
    /// The answer has no body, so that a refusal shows only the HTTP status.
    pub head: bool,
    /// Whether the caller says that he pays for it; `None` where that is never asked.
    pub pays: Option<bool>,
    /// What is needed besides: `s3:GetObject` of what is copied, `iam:PassRole` of a role that is handed over.
    pub also: Vec<Self>,
}

/// How a resource is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// By its whole ARN, or as `*`.
    Whole,
    /// By the last part of its ARN, in the caller's account and the region that is called.
    Here,
    /// By the last part of its ARN, in the caller's account; the service is global.
    Global,
}

impl Need {
    /// Needs an action on everything.
    pub fn action(action: &'static str) -> Self {
        Self {
            action,
            resource: "*".to_owned(),
            place: Place::Whole,
            conditions: Vec::new(),
            new_resource: false,
            open_to_all: false,
            head: false,
            pays: None,
            also: Vec::new(),
        }
    }

    /// … on this resource, by its whole ARN.
    #[must_use]
    pub fn on(mut self, arn: String) -> Self {
        self.resource = arn;
        self
    }

    /// … on this resource of the caller's account in the region that is called: `key/…` is `arn:aws:kms:REGION:ACCOUNT:key/…`.
    #[must_use]
    pub fn here(mut self, resource: impl Into<String>) -> Self {
        (self.resource, self.place) = (resource.into(), Place::Here);
        self
    }

    /// … on this resource of the caller's account, of a global service: `user/kim` is `arn:aws:iam::ACCOUNT:user/kim`.
    #[must_use]
    pub fn global(mut self, resource: impl Into<String>) -> Self {
        (self.resource, self.place) = (resource.into(), Place::Global);
        self
    }

    /// … which does not exist yet.
    #[must_use]
    pub fn to_be_made(mut self) -> Self {
        self.new_resource = true;
        self
    }

    /// … which everybody may.
    #[must_use]
    pub fn open_to_all(mut self) -> Self {
        self.open_to_all = true;
        self
    }

    /// … by a HEAD request.
    #[must_use]
    pub fn head(mut self) -> Self {
        self.head = true;
        self
    }

    /// … for which the caller may pay, and does if he says `requester`.
    #[must_use]
    pub fn paid_by(mut self, payer: Option<&str>) -> Self {
        self.pays = Some(payer == Some("requester"));
        self
    }

    /// … with this condition key in the request, if it has a value.
    #[must_use]
    pub fn with(mut self, key: impl Into<Cow<'static, str>>, value: Option<impl fmt::Display>) -> Self {
        self.conditions.extend(value.map(|value| (key.into(), vec![value.to_string()])));
        self
    }

    /// … with this condition key of many values in the request: `aws:TagKeys`.
    #[must_use]
    pub fn with_all(mut self, key: impl Into<Cow<'static, str>>, values: Vec<String>) -> Self {
        self.conditions.push((key.into(), values));
        self
    }

    /// … with these tags in the request, as `aws:RequestTag/…` and `aws:TagKeys`.
    #[must_use]
    pub fn with_tags<'a>(mut self, tags: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut keys = Vec::new();
        for (key, value) in tags {
            self.conditions.push((format!("aws:RequestTag/{key}").into(), vec![value.to_owned()]));
            keys.push(key.to_owned());
        }
        if keys.is_empty() { self } else { self.with_all("aws:TagKeys", keys) }
    }

    /// … and that besides.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.also.push(other);
        self
    }

    /// Everything needed, one by one, this first.
    pub fn each(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.also)
    }

    /// The resource's ARN as this caller means it.
    pub fn arn<'a>(&'a self, origin: &Origin) -> Cow<'a, str> {
        let service = self.action.split(':').next().unwrap_or_default();
        let account = origin.caller.account().map(|account| account.to_string()).unwrap_or_default();
        let resource = &self.resource;
        match self.place {
            Place::Whole => Cow::Borrowed(resource),
            Place::Here => format!("arn:aws:{service}:{}:{account}:{resource}", origin.region).into(),
            Place::Global => format!("arn:aws:{service}::{account}:{resource}").into(),
        }
    }

    /// The region that the request counts as made to: a global service has its one in us-east-1.
    pub fn region(&self, origin: &Origin) -> Region {
        if self.place == Place::Global { Region::US_EAST_1 } else { origin.region }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resource_is_named_whole_or_by_its_last_part() {
        let origin = Origin::admin(Region::SEOUL);
        let arn = |need: Need| need.arn(&origin).into_owned();
        assert_eq!(arn(Need::action("s3:ListBucket").on("arn:aws:s3:::b".to_owned())), "arn:aws:s3:::b");
        assert_eq!(arn(Need::action("kms:Decrypt").here("key/1")), "arn:aws:kms:ap-northeast-2:123456789012:key/1");
        assert_eq!(arn(Need::action("iam:GetUser").global("user/kim")), "arn:aws:iam::123456789012:user/kim");
        assert_eq!(arn(Need::action("iam:ListUsers")), "*");
    }

    #[test]
    fn tags_of_a_request_are_condition_keys() {
        let need = Need::action("sqs:CreateQueue").with_tags([("team", "a"), ("stage", "b")]);
        assert_eq!(need.conditions[0], ("aws:RequestTag/team".into(), vec!["a".to_owned()]));
        assert_eq!(need.conditions[2], ("aws:TagKeys".into(), vec!["team".to_owned(), "stage".to_owned()]));
    }
}
