//! The files in memory that a learner uploads on a bench: names people know, with sizes that differ. No file of a disk is among them.

use skylab_cloud::body::Body;

/// A file that a bench offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Its name, and its path for commands.
    pub name: &'static str,
    /// What a browser would call its contents.
    pub content_type: &'static str,
    contents: Contents,
}

/// What is in it: bulk is zeros, of which only the length matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Contents {
    Text(&'static str),
    Zeros(u64),
}

/// A page that is small enough to be read.
const PAGE: &str =
    "<!doctype html>\n<html lang=\"ko\">\n<title>site-417</title>\n<h1>site-417</h1>\n<img src=\"img/cat.jpg\" alt=\"\">\n</html>\n";
/// A table that is small enough to be read.
const TABLE: &str = "date,store,units,amount_usd\n2026-03-01,seoul-1,42,1260.00\n2026-03-01,busan-1,17,510.00\n2026-03-02,seoul-1,38,1140.00\n2026-03-02,busan-1,21,630.00\n";

/// All of them.
pub const SAMPLES: [Sample; 6] = [
    Sample { name: "report.pdf", content_type: "application/pdf", contents: Contents::Zeros(1_200_000) },
    Sample { name: "index.html", content_type: "text/html", contents: Contents::Text(PAGE) },
    Sample { name: "cat.jpg", content_type: "image/jpeg", contents: Contents::Zeros(2_400_000) },
    Sample { name: "sales-2026-03.csv", content_type: "text/csv", contents: Contents::Text(TABLE) },
    Sample { name: "backup.tar", content_type: "application/x-tar", contents: Contents::Zeros(64_000_000) },
    Sample { name: "lesson.mp4", content_type: "video/mp4", contents: Contents::Zeros(48_000_000) },
];

impl Sample {
    /// Its contents.
    pub fn body(&self) -> Body {
        match self.contents {
            Contents::Text(text) => Body::new(text.as_bytes()),
            Contents::Zeros(len) => Body::Zeros(len),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_samples_have_one_name_or_one_size() {
        for (n, sample) in SAMPLES.iter().enumerate() {
            assert!(!sample.body().is_empty());
            for other in &SAMPLES[..n] {
                assert!(other.name != sample.name && other.body().len() != sample.body().len());
            }
        }
    }
}
