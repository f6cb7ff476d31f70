//! Going back to the last good copy of a file that cannot be used, which is set aside and never overwritten.

use std::path::PathBuf;

use super::{super::Problem, DataFolder};

/// What became of a file that could not be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recovery {
    /// The newest good copy, which is at the file's place again; `None` if there is none, and then nothing is at that place.
    pub text: Option<String>,
    /// Where the unusable file is now, if it could be moved.
    pub aside: Option<PathBuf>,
    /// Why the folder is not as it should be. The unusable file may still be at its place: set it aside before writing.
    pub problem: Option<Problem>,
}

impl DataFolder {
    /// Replaces a file that cannot be used, or is not there, by its newest kept copy that is good. Copies that are not good, and the
    /// unusable file, are set aside. Where nothing can be written, the good copy is only read.
    pub fn recover(&mut self, name: &str, mut is_good: impl FnMut(&str) -> bool) -> Recovery {
        let mut bad = Vec::new();
        let mut good = None;
        for place in self.kept(name) {
            match self.read_kept(&place) {
                Ok(text) if is_good(&text) => {
                    good = Some((place, text));
                    break;
                }
                _ => bad.push(place),
            }
        }
        let mut recovery = Recovery { text: good.as_ref().map(|(_, text)| text.clone()), ..Recovery::default() };
        if let Err(problem) = self.exchange(name, good.as_ref(), &bad, &mut recovery.aside) {
            recovery.problem = Some(problem);
        }
        recovery
    }

    /// First the unusable file gets its second name, then the good copy takes its place; so something good is there at each moment.
    fn exchange(
        &mut self,
        name: &str,
        good: Option<&(PathBuf, String)>,
        bad: &[PathBuf],
        aside: &mut Option<PathBuf>,
    ) -> Result<(), Problem> {
        let place = self.check(name)?;
        if place.symlink_metadata().is_ok() {
            let free = self.free_aside(name)?;
            match self.disk.link(&place, &free) {
                Ok(()) => {}
                // a folder in place of the file, for instance
                Err(_) => self.disk.rename(&place, &free)?,
            }
            *aside = Some(free);
        }
        match good {
            Some((_, text)) => self.put(name, text, false)?,
            None => self.discard(name)?,
        }
        for copy in bad {
            let free = self.free_aside(name)?;
            self.disk.rename(copy, &free)?;
        }
        match good {
            Some((_, text)) => self.forget_copies_of(name, text),
            None => Ok(()),
        }
    }

    /// What is the file again is no copy any more; otherwise a file found to be bad twice would be recovered as itself.
    fn forget_copies_of(&mut self, name: &str, text: &str) -> Result<(), Problem> {
        for copy in self.kept(name) {
            if self.read_kept(&copy).is_ok_and(|kept| kept == text) {
                self.disk.remove_if_there(&copy)?;
            }
        }
        Ok(())
    }
}
