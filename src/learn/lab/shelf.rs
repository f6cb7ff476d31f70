//! The labs that there are: those packed into the program, and packs of folders that add labs or take the place of one. Broken ones stand
//! among them with their complaint.

use std::{collections::BTreeMap, sync::Arc};

use rust_embed::RustEmbed;

use super::{Complaint, Lab, Pack, Source, load::load, pack::LAB};

#[derive(RustEmbed)]
#[folder = "labs"]
struct Embedded;

/// A lab on the shelf, or what is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelved {
    /// The lab's id; the folder's name if the lab cannot be read.
    pub id: String,
    /// Where it comes from.
    pub source: Source,
    /// The lab.
    pub lab: Result<Arc<Lab>, Complaint>,
}

/// All labs by id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    labs: BTreeMap<String, Shelved>,
}

impl Shelf {
    /// The labs that are packed into the program. `text` gives the texts of a lab by language code and id, with their path.
    pub fn embedded(text: impl Fn(&str, &str) -> Option<(String, String)>) -> Self {
        let mut shelf = Self::default();
        for folder in embedded_folders() {
            let id = folder.rsplit('/').next().unwrap_or(&folder).to_owned();
            let mut pack = embedded(&folder);
            for lang in ["ko", "en"] {
                if let Some((path, content)) = text(lang, &id) {
                    pack = pack.with_text(lang, &path, &content);
                }
            }
            shelf.put(&id, Ok(pack));
        }
        shelf
    }

    /// Puts a pack, or why it could not be read, on the shelf, in the place of a lab with the same id. `name` is its folder's.
    pub fn put(&mut self, name: &str, pack: Result<Pack, Complaint>) {
        let source = pack.as_ref().map_or_else(|_| Source::Folder(name.to_owned()), |pack| pack.source.clone());
        let lab = pack.and_then(load).map(Arc::new);
        let id = lab.as_ref().map_or_else(|_| name.to_owned(), |lab| lab.id().to_owned());
        self.labs.insert(id.clone(), Shelved { id, source, lab });
    }

    /// All of them, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &Shelved> {
        self.labs.values()
    }

    /// The lab of that id, if it can be read.
    pub fn lab(&self, id: &str) -> Option<&Arc<Lab>> {
        self.labs.get(id).and_then(|shelved| shelved.lab.as_ref().ok())
    }
}

/// The folders of the labs that are packed in: `storage/archive-the-logs`.
pub fn embedded_folders() -> Vec<String> {
    let mut folders: Vec<String> =
        Embedded::iter().filter_map(|path| Some(path.strip_suffix(LAB)?.trim_end_matches('/').to_owned())).collect();
    folders.sort();
    folders
}

fn embedded(folder: &str) -> Pack {
    let below = format!("{folder}/");
    let files = Embedded::iter().filter_map(|path| {
        let inside = path.strip_prefix(&below)?.to_owned();
        Some((inside, Embedded::get(&path)?.data.into_owned()))
    });
    Pack::new(Source::Embedded, files.collect())
}
