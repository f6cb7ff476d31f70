//! What changing a file takes on each kind of storage: requests, bytes and time. A small model with stated assumptions; it stores
//! nothing and is no S3.

use serde::{Deserialize, Serialize};

const KB: u64 = 1 << 10;
const MB: u64 = 1 << 20;
const GB: u64 = 1 << 30;

/// What a file system on a volume, and a client of a file share, reads and writes at least: one block, or one page.
pub(in super::super) const BLOCK_BYTES: u64 = 4 * KB;
/// The largest request to a block volume; an assumption.
pub(in super::super) const VOLUME_REQUEST_BYTES: u64 = 256 * KB;
/// The largest NFS request, as the EFS mount helper sets it.
pub(in super::super) const SHARE_REQUEST_BYTES: u64 = MB;
/// The size of a part, as the AWS CLI chooses it, and the most parts of an upload.
pub(in super::super) const PART_BYTES: u64 = 8 * MB;
const MAX_PARTS: u64 = 10_000;
/// The most that one UploadPartCopy copies.
const COPY_BYTES: u64 = 5 * GB;
/// What is replaced in the middle, or appended.
pub(in super::super) const CHANGED_BYTES: u64 = MB;
/// Bytes a second of the line to each of the three: what gp3 has without paying more.
pub(in super::super) const LINE_BYTES: u64 = 125 * MB;

/// A kind of storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(in super::super) enum Store {
    Block,
    File,
    Object,
}

impl Store {
    pub(in super::super) const ALL: [Self; 3] = [Self::Block, Self::File, Self::Object];

    /// A word for acts and texts.
    pub(in super::super) const fn id(self) -> &'static str {
        match self {
            Self::Block => "block",
            Self::File => "file",
            Self::Object => "object",
        }
    }

    /// What one request takes besides the way there and back, in microseconds; an assumption.
    pub(in super::super) const fn service_micros(self) -> u64 {
        match self {
            Self::Block => 500,
            Self::File => 1_000,
            Self::Object => 20_000,
        }
    }
}

/// What is changed in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in super::super) enum Change {
    Byte,
    Middle,
    Append,
    Whole,
}

impl Change {
    pub(in super::super) const ALL: [Self; 4] = [Self::Byte, Self::Middle, Self::Append, Self::Whole];

    pub(in super::super) const fn id(self) -> &'static str {
        match self {
            Self::Byte => "byte",
            Self::Middle => "middle",
            Self::Append => "append",
            Self::Whole => "whole",
        }
    }
}

/// A file and what is done to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Setup {
    pub file_bytes: u64,
    pub change: Change,
    /// There and back, in microseconds.
    pub rtt_micros: u64,
    /// Parts that stay the same are copied inside S3.
    pub copies_parts: bool,
}

/// Requests of one name, together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Requests {
    pub name: &'static str,
    pub n: u64,
    /// Bytes to the store and back from it, of all of them; what a protocol adds is not counted.
    pub bytes: u64,
}

/// What they add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Cost {
    pub bytes: u64,
    /// Times that something is waited for.
    pub round_trips: u64,
    pub micros: u64,
}

impl Setup {
    /// The file after the change.
    fn new_bytes(self) -> u64 {
        self.file_bytes + if self.change == Change::Append { CHANGED_BYTES } else { 0 }
    }

    /// Bytes that the learner changes.
    fn changed_bytes(self) -> u64 {
        match self.change {
            Change::Byte => 1,
            Change::Middle => CHANGED_BYTES.min(self.file_bytes),
            Change::Append => CHANGED_BYTES,
            Change::Whole => self.file_bytes,
        }
    }

    /// Nothing of the old file is needed.
    fn replaces_all(self) -> bool {
        self.change != Change::Append && self.changed_bytes() >= self.file_bytes
    }

    /// The requests, in their order.
    pub(in super::super) fn plan(self, store: Store) -> Vec<Requests> {
        match store {
            Store::Block => self.in_place(VOLUME_REQUEST_BYTES),
            Store::File => {
                let open = Requests { name: "OPEN", n: 1, bytes: 0 };
                let done = ["COMMIT", "CLOSE"].map(|name| Requests { name, n: 1, bytes: 0 });
                [open].into_iter().chain(self.in_place(SHARE_REQUEST_BYTES)).chain(done).collect()
            }
            Store::Object if self.copies_parts && !self.replaces_all() && self.new_bytes() > PART_BYTES => self.one_part_anew(),
            Store::Object => self.whole_object(),
        }
    }

    /// What it costs on that store. Requests of one name overlap and are waited for together; the next name waits for them.
    pub(in super::super) fn cost(self, store: Store) -> Cost {
        let plan = self.plan(store);
        let (bytes, round_trips) = (plan.iter().map(|one| one.bytes).sum(), plan.len() as u64);
        let line_micros = u128::from(bytes) * 1_000_000 / u128::from(LINE_BYTES);
        let waits = round_trips * (self.rtt_micros + store.service_micros());
        Cost { bytes, round_trips, micros: waits + u64::try_from(line_micros).unwrap_or(u64::MAX / 2) }
    }

    /// Whole blocks around the change: one that is changed in part is read first.
    fn in_place(self, request_bytes: u64) -> Vec<Requests> {
        let bytes = self.changed_bytes().next_multiple_of(BLOCK_BYTES);
        let write = Requests { name: "WRITE", n: bytes.div_ceil(request_bytes), bytes };
        let is_partial = !self.changed_bytes().is_multiple_of(BLOCK_BYTES);
        let read = is_partial.then_some(Requests { name: "READ", n: 1, bytes: BLOCK_BYTES });
        read.into_iter().chain([write]).collect()
    }

    /// No edit in place: the object is fetched, unless nothing of it stays, and uploaded again.
    fn whole_object(self) -> Vec<Requests> {
        let get = (!self.replaces_all()).then_some(Requests { name: "GetObject", n: 1, bytes: self.file_bytes });
        let bytes = self.new_bytes();
        let put = if bytes <= PART_BYTES {
            vec![Requests { name: "PutObject", n: 1, bytes }]
        } else {
            let n = bytes.div_ceil(part_bytes(bytes));
            multipart(vec![Requests { name: "UploadPart", n, bytes }])
        };
        get.into_iter().chain(put).collect()
    }

    /// Only the part with the change crosses the line; S3 copies what is before and behind it.
    fn one_part_anew(self) -> Vec<Requests> {
        let part = part_bytes(self.new_bytes());
        let copies = |bytes: u64| bytes.div_ceil(COPY_BYTES);
        if self.change == Change::Append {
            let kept = Requests { name: "UploadPartCopy", n: copies(self.file_bytes), bytes: 0 };
            return multipart(vec![kept, Requests { name: "UploadPart", n: 1, bytes: CHANGED_BYTES }]);
        }
        // the change begins in the middle of the file
        let before = (self.file_bytes / 2) / part * part;
        let anew = part.min(self.file_bytes - before);
        let behind = self.file_bytes - before - anew;
        let get = Requests { name: "GetObject", n: 1, bytes: anew };
        let kept = Requests { name: "UploadPartCopy", n: copies(before) + copies(behind), bytes: 0 };
        let upload = multipart(vec![kept, Requests { name: "UploadPart", n: 1, bytes: anew }]);
        [get].into_iter().chain(upload).collect()
    }
}

/// The parts of an upload between its beginning and its end.
fn multipart(parts: Vec<Requests>) -> Vec<Requests> {
    let ends = ["CreateMultipartUpload", "CompleteMultipartUpload"].map(|name| Requests { name, n: 1, bytes: 0 });
    [ends[0]].into_iter().chain(parts).chain([ends[1]]).collect()
}

/// The size of a part: larger only if there would be too many.
fn part_bytes(bytes: u64) -> u64 {
    PART_BYTES.max(bytes.div_ceil(MAX_PARTS).next_multiple_of(MB))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setup(file_bytes: u64, change: Change) -> Setup {
        Setup { file_bytes, change, rtt_micros: 1_000, copies_parts: false }
    }

    fn names(plan: &[Requests]) -> Vec<(&str, u64)> {
        plan.iter().map(|one| (one.name, one.n)).collect()
    }

    #[test]
    fn one_byte_moves_a_block_there_and_back_but_the_whole_object_twice() {
        let byte = setup(GB, Change::Byte);
        assert_eq!(byte.cost(Store::Block), Cost { bytes: 2 * BLOCK_BYTES, round_trips: 2, micros: 3_062 });
        assert_eq!(names(&byte.plan(Store::File)), [("OPEN", 1), ("READ", 1), ("WRITE", 1), ("COMMIT", 1), ("CLOSE", 1)]);
        let object = byte.plan(Store::Object);
        let ends = [("GetObject", 1), ("CreateMultipartUpload", 1), ("UploadPart", 128), ("CompleteMultipartUpload", 1)];
        assert_eq!((names(&object), byte.cost(Store::Object).bytes), (ends.to_vec(), 2 * GB));
    }

    #[test]
    fn in_place_edits_cost_the_same_however_large_the_file_is() {
        for store in [Store::Block, Store::File] {
            assert_eq!(setup(MB, Change::Byte).cost(store), setup(1024 * GB, Change::Byte).cost(store));
        }
    }

    #[test]
    fn replacing_the_whole_file_moves_it_once_everywhere() {
        for store in Store::ALL {
            assert_eq!(setup(GB, Change::Whole).cost(store).bytes, GB, "{store:?}");
        }
        assert_eq!(names(&setup(MB, Change::Middle).plan(Store::Object)), [("PutObject", 1)], "all of it is new");
    }

    #[test]
    fn copied_parts_stay_inside_s3() {
        let copied = Setup { copies_parts: true, ..setup(GB, Change::Byte) };
        assert_eq!(copied.cost(Store::Object).bytes, 2 * PART_BYTES);
        let appended = Setup { change: Change::Append, ..copied };
        let parts = [("CreateMultipartUpload", 1), ("UploadPartCopy", 1), ("UploadPart", 1), ("CompleteMultipartUpload", 1)];
        assert_eq!((names(&appended.plan(Store::Object)), appended.cost(Store::Object).bytes), (parts.to_vec(), MB));
        let small = Setup { file_bytes: MB, ..copied };
        assert_eq!(names(&small.plan(Store::Object)), [("GetObject", 1), ("PutObject", 1)], "too small for parts");
    }

    #[test]
    fn an_upload_never_has_more_parts_than_s3_takes() {
        for power in 20..=40 {
            let plan = setup(1 << power, Change::Byte).plan(Store::Object);
            assert!(plan.iter().all(|one| one.n <= MAX_PARTS), "{plan:?}");
        }
    }

    #[test]
    fn a_longer_way_costs_each_request_once_more() {
        let near = setup(GB, Change::Byte);
        let far = Setup { rtt_micros: near.rtt_micros + 10_000, ..near };
        for store in Store::ALL {
            let added = far.cost(store).micros - near.cost(store).micros;
            assert_eq!(added, 10_000 * near.cost(store).round_trips, "{store:?}");
        }
    }
}
