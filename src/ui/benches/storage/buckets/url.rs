//! The address of an object in pieces, in the form of today and in two older ones. An address is no permission: who may read is not known here.

/// How an address names the bucket.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
    /// The bucket is the first word of the host, and the region stands in it: the form of today.
    #[default]
    VirtualHosted,
    /// The bucket is the first word of the path: an older form that still answers.
    Path,
    /// The host names no region: a relic of us-east-1.
    Global,
}

/// What a piece of an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Scheme,
    Bucket,
    Host,
    Key,
}

impl Form {
    pub(super) const ALL: [Self; 3] = [Self::VirtualHosted, Self::Path, Self::Global];

    /// The pieces in their order (S3 User Guide, virtual hosting of buckets).
    pub(super) fn pieces(self, bucket: &str, region: &str, key: &str) -> Vec<(Part, String)> {
        let scheme = (Part::Scheme, "https://".to_owned());
        let key = (Part::Key, format!("/{}", encoded(key, true)));
        match self {
            Self::VirtualHosted => {
                vec![scheme, (Part::Bucket, bucket.to_owned()), (Part::Host, format!(".s3.{region}.amazonaws.com")), key]
            }
            Self::Path => vec![scheme, (Part::Host, format!("s3.{region}.amazonaws.com")), (Part::Bucket, format!("/{bucket}")), key],
            Self::Global => vec![scheme, (Part::Bucket, bucket.to_owned()), (Part::Host, ".s3.amazonaws.com".to_owned()), key],
        }
    }

    /// The whole address.
    pub(super) fn url(self, bucket: &str, region: &str, key: &str) -> String {
        self.pieces(bucket, region, key).into_iter().map(|(_, text)| text).collect()
    }
}

/// Percent-encoded as a URL wants it; slashes may stay.
pub(super) fn encoded(text: &str, slashes: bool) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || (slashes && byte == b'/');
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_of_each_form_make_up_the_address() {
        for (form, url) in [
            (Form::VirtualHosted, "https://photos-417.s3.ap-northeast-2.amazonaws.com/2026/cat.jpg"),
            (Form::Path, "https://s3.ap-northeast-2.amazonaws.com/photos-417/2026/cat.jpg"),
            (Form::Global, "https://photos-417.s3.amazonaws.com/2026/cat.jpg"),
        ] {
            assert_eq!(form.url("photos-417", "ap-northeast-2", "2026/cat.jpg"), url);
        }
    }

    #[test]
    fn a_key_is_encoded_but_keeps_its_slashes() {
        assert_eq!(encoded("a b/고.txt", true), "a%20b/%EA%B3%A0.txt");
        assert_eq!(encoded("a/b=c", false), "a%2Fb%3Dc");
    }
}
