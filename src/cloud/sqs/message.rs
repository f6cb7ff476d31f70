//! Messages: what they carry, when they can be seen, and the digests that SQS gives of them.

use std::collections::BTreeMap;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use md5::{Digest as _, Md5};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::errors;
use crate::{
    api::ApiError,
    clock::SimTime,
    ident::{ALPHANUMERIC, Ids},
};

/// Most attributes of one message (SQS Developer Guide, message metadata).
const MAX_ATTRIBUTES: usize = 10;
/// Letters of a receipt handle that follow from the message, so that no made-up handle passes.
const HANDLE_LETTERS: usize = 96;

/// A message in a queue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message {
    pub(super) number: u64,
    pub(super) id: String,
    /// The text.
    pub body: String,
    /// Its attributes.
    pub attributes: BTreeMap<String, MessageAttributeValue>,
    /// `AWSTraceHeader`, where the sender gave one.
    pub(super) trace: Option<String>,
    /// The unique id of who sent it.
    pub(super) sender: String,
    /// When it was sent, first.
    pub sent: SimTime,
    /// When it can be seen, or again.
    pub visible_at: SimTime,
    /// When it was first received.
    pub(super) first_received: Option<SimTime>,
    /// How often it was received.
    pub receive_count: u32,
    pub(super) group: Option<String>,
    pub(super) deduplication: Option<String>,
    /// The ARN of the queue that it failed in.
    pub(super) failed_in: Option<String>,
}

impl Message {
    /// True if a receive would get it now.
    pub fn is_visible(&self, now: SimTime) -> bool {
        self.visible_at <= now
    }

    /// True while somebody works on it.
    pub fn is_in_flight(&self, now: SimTime) -> bool {
        self.visible_at > now && self.receive_count > 0
    }

    /// True before it can be seen at all.
    pub fn is_delayed(&self, now: SimTime) -> bool {
        self.visible_at > now && self.receive_count == 0
    }

    /// Its id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The handle of its last receive.
    pub(super) fn receipt(&self, ids: &Ids) -> String {
        receipt(ids, self.number, self.receive_count)
    }

    /// What SQS counts of it: text and attributes.
    pub(super) fn bytes(body: &str, attributes: &BTreeMap<String, MessageAttributeValue>) -> usize {
        let of =
            |(name, value): (&String, &MessageAttributeValue)| name.len() + value.data_type.len() + value.bytes().map_or(0, |it| it.len());
        body.len() + attributes.iter().map(of).sum::<usize>()
    }
}

fn receipt(ids: &Ids, number: u64, receive: u32) -> String {
    let place = u64::from(receive).wrapping_mul(0x9e37_79b9).wrapping_add(number);
    let opaque = ids.opaque("sqs-receipt", place, ALPHANUMERIC, HANDLE_LETTERS);
    format!("AQEB{}", STANDARD.encode(format!("{number}/{receive}/{opaque}")))
}

/// The message number and the receive that a handle was given for; `ReceiptHandleIsInvalid` for any other text.
pub(super) fn receipt_of(ids: &Ids, handle: &str) -> Result<(u64, u32), ApiError> {
    let read = || {
        let text = String::from_utf8(STANDARD.decode(handle.strip_prefix("AQEB")?).ok()?).ok()?;
        let mut parts = text.split('/');
        let (number, receive) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        (receipt(ids, number, receive) == handle).then_some((number, receive))
    };
    read().ok_or_else(|| errors::bad_receipt(handle))
}

/// An attribute of a message.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct MessageAttributeValue {
    /// Text, for `String` and `Number`.
    pub string_value: Option<String>,
    /// Bytes in base64, for `Binary`.
    pub binary_value: Option<String>,
    /// `String`, `Number` or `Binary`, with a label of one's own after a dot or without.
    pub data_type: String,
}

impl MessageAttributeValue {
    /// A text.
    pub fn text(value: impl Into<String>) -> Self {
        Self { string_value: Some(value.into()), binary_value: None, data_type: "String".to_owned() }
    }

    fn is_binary(&self) -> bool {
        self.data_type.split('.').next() == Some("Binary")
    }

    fn bytes(&self) -> Option<Vec<u8>> {
        if self.is_binary() {
            return STANDARD.decode(self.binary_value.as_deref()?).ok();
        }
        Some(self.string_value.as_deref()?.as_bytes().to_vec())
    }

    /// Checks an attribute against its type (SQS Developer Guide, message attributes).
    pub(super) fn check(&self, name: &str) -> Result<(), ApiError> {
        let refuse = |why: &str| Err(errors::bad_message_attribute(name, why));
        let kind = self.data_type.split('.').next().unwrap_or_default();
        match kind {
            "" => return refuse("must contain non-empty message attribute type."),
            "String" | "Number" | "Binary" => {}
            _ => {
                return refuse("has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.");
            }
        }
        let field = if kind == "Binary" { "Binary" } else { "String" };
        let value = self.bytes().filter(|bytes| !bytes.is_empty());
        let Some(value) = value else {
            let data_type = &self.data_type;
            return refuse(&format!(
                "must contain non-empty message attribute value for message attribute type '{data_type}'. Use field '{field}'."
            ));
        };
        let number = |text: &[u8]| std::str::from_utf8(text).ok().and_then(|text| text.parse::<f64>().ok()).is_some_and(f64::is_finite);
        if kind == "Number" && !number(&value) {
            return refuse("with type 'Number' must use a valid number.");
        }
        Ok(())
    }
}

/// Checks a message's attributes: how many, their names and values.
pub(super) fn check_attributes(attributes: &BTreeMap<String, MessageAttributeValue>) -> Result<(), ApiError> {
    if attributes.len() > MAX_ATTRIBUTES {
        let n = attributes.len();
        return Err(errors::invalid_value(format!("Number of message attributes [{n}] exceeds the allowed maximum [{MAX_ATTRIBUTES}].")));
    }
    for (name, value) in attributes {
        let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
        if name.is_empty() || name.len() > 256 || !plain || name.starts_with('.') || name.ends_with('.') || name.contains("..") {
            return Err(errors::invalid_value(
                "Message (user) attribute name can only contain A-Z, a-z, 0-9, underscore, hyphen, and period, and cannot start or end with a period or have consecutive periods.",
            ));
        }
        let lower = name.to_ascii_lowercase();
        if lower.starts_with("aws.") || lower.starts_with("amazon.") {
            return Err(errors::bad_message_attribute(name, "uses a reserved prefix."));
        }
        value.check(name)?;
    }
    Ok(())
}

/// Refuses characters that XML has not.
pub(super) fn check_characters(text: &str) -> Result<(), ApiError> {
    let fits = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}');
    if text.chars().all(fits) { Ok(()) } else { Err(errors::invalid_characters()) }
}

/// Bytes in hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let nibbles = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    nibbles.map(|nibble| char::from(DIGITS[usize::from(nibble)])).collect()
}

/// The MD5 of a text, in hexadecimal digits.
pub(super) fn md5_of(text: &str) -> String {
    hex(&Md5::digest(text.as_bytes()))
}

/// The MD5 of attributes (SQS Developer Guide, calculating the MD5 message digest for message attributes); `None` of none.
pub(super) fn md5_of_attributes(attributes: &BTreeMap<String, MessageAttributeValue>) -> Option<String> {
    if attributes.is_empty() {
        return None;
    }
    let mut digest = Md5::new();
    for (name, value) in attributes {
        feed(&mut digest, name.as_bytes());
        feed(&mut digest, value.data_type.as_bytes());
        digest.update([if value.is_binary() { 2 } else { 1 }]);
        feed(&mut digest, &value.bytes().unwrap_or_default());
    }
    Some(hex(&digest.finalize()))
}

fn feed(digest: &mut Md5, part: &[u8]) {
    digest.update((part.len() as u32).to_be_bytes());
    digest.update(part);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_digested_as_aws_digests_them() {
        assert_eq!(md5_of("hello"), "5d41402abc4b2a76b9719d911017c592");
        assert_eq!(md5_of_attributes(&BTreeMap::new()), None);
        // the digest that boto3 checks for {"timestamp": Number 1493147359900}
        let number =
            MessageAttributeValue { string_value: Some("1493147359900".to_owned()), binary_value: None, data_type: "Number".to_owned() };
        let digest = md5_of_attributes(&BTreeMap::from([("timestamp".to_owned(), number)]));
        assert_eq!(digest.as_deref(), Some("235c5c510d26fb653d073faed50ae77c"));
    }

    #[test]
    fn a_made_up_receipt_handle_is_known() {
        let ids = Ids::new(7);
        let handle = receipt(&ids, 12, 3);
        assert_eq!(receipt_of(&ids, &handle), Ok((12, 3)));
        for made_up in ["", "AQEB", "AQEBnonsense", &handle[..handle.len() - 8], &receipt(&Ids::new(8), 12, 3)] {
            assert_eq!(receipt_of(&ids, made_up).unwrap_err().code, "ReceiptHandleIsInvalid", "{made_up}");
        }
    }

    #[test]
    fn a_message_attribute_must_fit_its_type() {
        let value = |kind: &str, text: &str| MessageAttributeValue {
            string_value: Some(text.to_owned()),
            binary_value: None,
            data_type: kind.to_owned(),
        };
        for (kind, text) in [("String", "a"), ("String.colour", "a"), ("Number", "1.5"), ("Number.int", "-3")] {
            value(kind, text).check("x").unwrap();
        }
        for (kind, text, part) in [
            ("", "a", "non-empty message attribute type"),
            ("Text", "a", "invalid message attribute type"),
            ("String", "", "non-empty message attribute value"),
            ("Binary", "a", "Use field 'Binary'"),
            ("Number", "one", "valid number"),
        ] {
            let error = value(kind, text).check("x").unwrap_err();
            assert!(error.code == "InvalidParameterValue" && error.message.contains(part), "{error}");
        }
    }
}
