//! Opening the book: reading the progress, or its last good copy, and finishing an import that was cut short.

use super::{super::file, Book, FILE, MAX_FILE_BYTES, Notice, Progress, REPLACING, Saved, exchange};
use crate::progress::Unreadable;
use crate::storage::DataFolder;

impl Book {
    /// Reads the progress; where there is none, the learner is new.
    pub(super) fn load(&mut self) {
        let Some(folder) = &self.folder else { return };
        let newer = match folder.read_up_to(FILE, MAX_FILE_BYTES) {
            Ok(Some(text)) => match file::parse(&text) {
                Ok(saved) => {
                    self.found = Some(text);
                    return self.take_over(saved);
                }
                Err(unreadable) => matches!(unreadable, Unreadable::Newer(_)),
            },
            Ok(None) if folder.kept(FILE).is_empty() => return,
            Ok(None) | Err(_) => false,
        };
        let text = self.recover(FILE, newer, |text| file::parse(text).is_ok());
        self.progress = text.as_deref().and_then(|text| file::parse(text).ok()).map_or_else(Progress::default, |saved| saved.progress);
        self.found = self.folder.as_ref().and_then(|folder| folder.read_up_to(FILE, MAX_FILE_BYTES).ok()).flatten();
    }

    /// Takes what the file says. It holds no runs, unless somebody put an export in its place; then each gets a file of its own.
    fn take_over(&mut self, saved: Saved) {
        self.progress = saved.progress;
        if !saved.runs.is_empty() {
            self.unsaved.runs.extend(saved.runs.into_iter().map(|(name, text)| (name, Some(text))));
            self.unsaved.progress = true;
            self.save();
        }
    }

    /// Finishes an import or a reset that was cut short; answers whether there was one.
    pub(super) fn finish_replacement(&mut self) -> bool {
        let Some(folder) = self.folder.as_mut().filter(|folder| folder.is_writable()) else { return false };
        let read = folder.read_up_to(REPLACING, exchange::MAX_BYTES);
        match read.map(|text| text.map(|text| file::parse(&text))) {
            Ok(None) => false,
            Ok(Some(Ok(saved))) => {
                self.put_in_place(saved, true);
                true
            }
            // it was written whole; so somebody else wrote into it, and what it should have replaced is still there
            Ok(Some(Err(_))) | Err(_) => {
                match folder.set_aside(REPLACING) {
                    Ok(to) => self.notices.push(Notice::SetAside { file: REPLACING.to_owned(), to, newer: false }),
                    Err(problem) => self.failed(problem),
                }
                false
            }
        }
    }

    /// Replaces a file that cannot be used by its last good copy, and tells so. What could not be moved must be, before anything is written there.
    pub(super) fn recover(&mut self, file: &str, newer: bool, is_good: impl FnMut(&str) -> bool) -> Option<String> {
        let folder = self.folder.as_mut()?;
        let recovery = folder.recover(file, is_good);
        let file = file.to_owned();
        if let Some(to) = recovery.aside {
            self.notices.push(Notice::SetAside { file: file.clone(), to, newer });
        }
        if recovery.text.is_some() {
            self.notices.push(Notice::Recovered { file: file.clone() });
        }
        if let Some(problem) = recovery.problem {
            if self.folder.as_ref().is_some_and(DataFolder::is_writable) {
                self.unsaved.progress |= file == FILE;
                self.failed(problem);
            }
            // also where nothing can be written now: a disk may take changes later
            self.in_the_way.insert(file, newer);
        }
        recovery.text
    }
}
