//! Where the learner looks: a bucket, a prefix in it, an object. It follows what was done; what is there is not known here.

use super::log::{Answered, Who};

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// Empty for the list of buckets.
    pub bucket: String,
    /// What the shown keys begin with; empty for all.
    pub prefix: String,
    /// The chosen object's key; empty for none.
    pub key: String,
}

impl Place {
    /// A bucket's keys under a prefix, one of them perhaps chosen.
    pub(super) fn new(bucket: &str, prefix: &str, key: &str) -> Self {
        Self { bucket: bucket.to_owned(), prefix: prefix.to_owned(), key: key.to_owned() }
    }

    /// The place of an object.
    pub(super) fn of(bucket: &str, key: &str) -> Self {
        Self::new(bucket, folder(key), key)
    }

    /// Goes where one of the learner's own requests went.
    pub(super) fn follow(&mut self, it: &Answered) {
        if it.who == Who::Other {
            return;
        }
        match it.operation {
            // also a read that was refused: its address is what one looks at
            "GetObject" => *self = Self::of(&it.bucket, &it.key),
            _ if !it.is_ok() => {}
            "CreateBucket" => *self = Self::new(&it.bucket, "", ""),
            "PutObject" | "RestoreObject" | "HeadObject" => *self = Self::of(&it.bucket, &it.key),
            "ListObjectsV2" => *self = Self::new(&it.bucket, &it.prefix, ""),
            "DeleteObject" if self.key == it.key => self.key.clear(),
            "DeleteBucket" => *self = Self::default(),
            _ => {}
        }
    }

    /// The way to here: each prefix with its last piece as its name.
    pub(super) fn crumbs(&self) -> Vec<(&str, &str)> {
        let mut start = 0;
        let mut crumbs = Vec::new();
        for (at, _) in self.prefix.match_indices('/') {
            crumbs.push((&self.prefix[start..=at], &self.prefix[..=at]));
            start = at + 1;
        }
        crumbs
    }
}

/// The key up to its last slash.
pub(super) fn folder(key: &str) -> &str {
    key.rfind('/').map_or("", |at| &key[..=at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_a_prefix_has_a_name_for_each_piece() {
        let place = Place::of("photos-417", "2026/03/cat.jpg");
        assert_eq!(place.crumbs(), [("2026/", "2026/"), ("03/", "2026/03/")]);
        assert_eq!(Place::of("photos-417", "cat.jpg").crumbs(), []);
        assert_eq!((folder("cat.jpg"), folder("a//b")), ("", "a//"));
    }
}
