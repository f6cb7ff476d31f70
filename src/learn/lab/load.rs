//! From a pack to a lab: the format's version first, then every value, with file, line and column of what is wrong.

use ron::{Options, error::SpannedError, extensions::Extensions};
use serde::Deserialize;

use super::{
    Complaint, LabFile, Pack, Place, Told,
    format::{FORMAT, LATER},
    limits::{MAX_LAB_BYTES, MAX_NESTING},
    pack::LAB,
    place::Places,
};

/// A lab that was read. Whether it holds together, `lint` says; whether it works, its proof.
#[derive(Clone, Debug, PartialEq)]
pub struct Lab {
    /// What its file says.
    pub file: LabFile,
    /// Its files.
    pub pack: Pack,
    places: Places,
}

impl Lab {
    /// Its stable id.
    pub fn id(&self) -> &str {
        &self.file.id
    }

    /// The text of `lab.ron`.
    pub fn source(&self) -> &str {
        self.pack.text(LAB).unwrap_or_default()
    }

    /// Where in `lab.ron` the value at a path stands.
    pub fn place(&self, path: &str) -> Option<Place> {
        self.places.find(self.source(), path)
    }

    /// A complaint about the value at a path of `lab.ron`.
    pub fn complaint(&self, path: &str, told: Told) -> Complaint {
        Complaint::at(LAB, self.place(path), told)
    }
}

/// The version alone, read first.
#[derive(Deserialize)]
struct Head {
    format: u32,
}

/// Reads the lab of a pack.
pub fn load(pack: Pack) -> Result<Lab, Complaint> {
    let whole = |told| Complaint::of_file(LAB, told);
    let bytes = pack.files.get(LAB).ok_or_else(|| whole(Told::new("lab-no-file")))?;
    if bytes.len() > MAX_LAB_BYTES {
        return Err(whole(Told::new("lab-too-large").count("max", MAX_LAB_BYTES >> 10)));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
        Complaint::at(LAB, Some(Place::of(valid, valid.len())), Told::new("lab-not-text"))
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let head: Head = read(text)?;
    if head.format != FORMAT {
        let place = Places::of(text).find(text, "format");
        let told = Told::new("lab-other-format").count("found", head.format).count("known", FORMAT);
        return Err(Complaint::at(LAB, place, told));
    }
    let file: LabFile = read(text)?;
    let (places, text) = (Places::of(text), text.as_bytes().to_vec());
    let mut pack = pack;
    pack.files.insert(LAB.to_owned(), text);
    Ok(Lab { file, pack, places })
}

fn read<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Complaint> {
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME).with_recursion_limit(MAX_NESTING);
    options.from_str(text).map_err(|error| broken(&error))
}

fn broken(error: &SpannedError) -> Complaint {
    let place = Place { line: error.span.start.line, column: error.span.start.col };
    let told = match &error.code {
        ron::Error::NoSuchEnumVariant { found, .. } if LATER.contains(&found.as_str()) => {
            Told::new("lab-check-later").with("check", found.as_str())
        }
        ron::Error::ExceededRecursionLimit => Told::new("lab-too-deep").count("max", MAX_NESTING),
        code => Told::new("lab-unreadable").with("what", code.to_string()),
    };
    Complaint::at(LAB, Some(place), told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learn::lab::Source;

    fn told(text: &str) -> String {
        let pack = Pack::new(Source::default(), [(LAB.to_owned(), text.as_bytes().to_vec())].into());
        load(pack).map_or_else(|complaint| complaint.to_string(), |lab| lab.file.id)
    }

    const HEAD: &str = "(format: 1, id: \"x\", time_limit: \"1d\",";

    #[test]
    fn the_smallest_lab_is_read() {
        assert_eq!(told(&format!("{HEAD} tasks: [])")), "x");
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line_and_column() {
        for (text, place, what) in [
            (format!("{HEAD}\n tasks: [(id: \"a\", points: 1, chek: all([]))])"), "lab.ron:2:", "chek"),
            (format!("{HEAD}\n tasks: [(id: \"a\", points: 1,\n check: reachable(from: \"x\"))])"), "lab.ron:3:", "lab-check-later"),
            (format!("{HEAD}\n tasks: [(id: \"a\", points: 1, check: smells())])"), "lab.ron:2:", "smells"),
            (format!("{HEAD}\n tasks: [(id: \"a\", points: -1, check: all([]))])"), "lab.ron:2:", "lab-unreadable"),
            ("(format: 2, whatever: [1])".to_owned(), "lab.ron:1:", "lab-other-format"),
            ("format".to_owned(), "lab.ron:1:", "lab-unreadable"),
            (String::new(), "lab.ron:1:", "lab-unreadable"),
            (format!("{HEAD}\n tasks: [(id: \"a\", points: 1, check: {}", "not(".repeat(5_000)), "lab.ron:2:", "lab-too-deep"),
        ] {
            let told = told(&text);
            assert!(told.starts_with(place) && told.contains(what), "{told}");
        }
    }
}
