//! The course as data: modules, groups and sections, each section with its bench and questions. Their texts are in `locales`.

use std::sync::LazyLock;

use serde::Deserialize;

/// The packed files, in the order of the course.
const FILES: [&str; 6] = [
    include_str!("../../assets/course/1-introduction.ron"),
    include_str!("../../assets/course/2-storage.ron"),
    include_str!("../../assets/course/3-databases.ron"),
    include_str!("../../assets/course/4-monitoring.ron"),
    include_str!("../../assets/course/5-automation.ron"),
    include_str!("../../assets/course/6-containers.ron"),
];

static COURSE: LazyLock<Course> = LazyLock::new(|| {
    let read = |text: &&str| ron::from_str::<Module>(text).map_err(|problem| log::error!("the course is broken: {problem}")).ok();
    Course { modules: FILES.iter().filter_map(read).collect() }
});

/// The whole course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// In their order.
    pub modules: Vec<Module>,
}

/// A module, such as storage. Its name is the text `module-<id>`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Module {
    /// Such as `2`.
    pub number: String,
    /// Such as `storage`.
    pub id: String,
    /// In their order.
    pub groups: Vec<Group>,
}

/// Sections that belong together. Its name is the text `group-<number>` with dashes for dots.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Such as `2.4`.
    pub number: String,
    /// In their order.
    pub sections: Vec<Section>,
}

/// One section. Its name is the text `section-<id>` with dashes for dots.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its stable id, such as `2.4.5`.
    pub id: String,
    /// The bench beside its lesson.
    pub bench: String,
    /// The start state of the bench that fits the section, by its id; the first one if empty.
    #[serde(default)]
    pub start: String,
    /// The right option of each question and how many options there are.
    #[serde(default)]
    pub questions: Vec<Question>,
}

/// A check question of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "(char, u8)")]
pub struct Question {
    /// The letter of the right option.
    pub right: char,
    /// How many options there are, from `a` on.
    pub n_options: u8,
}

impl From<(char, u8)> for Question {
    fn from((right, n_options): (char, u8)) -> Self {
        Self { right, n_options }
    }
}

impl Question {
    /// The letters of its options.
    pub fn options(self) -> impl Iterator<Item = char> {
        ('a'..='z').take(usize::from(self.n_options))
    }
}

impl Section {
    /// The id with dashes, as text keys want it.
    pub fn key(&self) -> String {
        dashed(&self.id)
    }
}

/// `2.4.5` as `2-4-5`.
pub fn dashed(id: &str) -> String {
    id.replace('.', "-")
}

impl Course {
    /// The course that is packed into the program.
    pub fn packed() -> &'static Self {
        &COURSE
    }

    /// Every section in the order of the course.
    pub fn sections(&self) -> impl Iterator<Item = &Section> {
        self.modules.iter().flat_map(|module| &module.groups).flat_map(|group| &group.sections)
    }

    /// The section with that id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections().find(|section| section.id == id)
    }

    /// The module that holds the section with that id.
    pub fn module_of(&self, id: &str) -> Option<&Module> {
        self.modules.iter().find(|module| module.groups.iter().flat_map(|group| &group.sections).any(|section| section.id == id))
    }

    /// The first section that stands beside the bench with that id.
    pub fn section_of_bench(&self, bench: &str) -> Option<&Section> {
        self.sections().find(|section| section.bench == bench)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_section_of_the_course_is_there_once() {
        let ids: Vec<_> = Course::packed().sections().map(|section| section.id.as_str()).collect();
        assert_eq!((ids.len(), ids.iter().collect::<BTreeSet<_>>().len()), (120, 120));
    }

    #[test]
    fn a_section_stands_in_the_module_and_group_of_its_number() {
        for module in &Course::packed().modules {
            for group in &module.groups {
                for section in &group.sections {
                    let within = |outer: &str| section.id == outer || section.id.starts_with(&format!("{outer}."));
                    assert!(within(&module.number) && within(&group.number), "{}", section.id);
                }
            }
        }
    }

    #[test]
    fn every_right_option_is_one_of_its_question() {
        for section in Course::packed().sections() {
            for question in &section.questions {
                assert!(question.options().any(|option| option == question.right) && question.n_options >= 2, "{}", section.id);
            }
        }
    }

    #[test]
    fn sections_are_found_by_id_and_by_bench() {
        let course = Course::packed();
        assert_eq!(course.section("2.4.5").map(|section| section.bench.as_str()), Some("lifecycle"));
        assert_eq!(course.section_of_bench("lifecycle").map(|section| section.id.as_str()), Some("2.4.5"));
        assert_eq!(course.module_of("4.1.6.1").map(|module| module.id.as_str()), Some("monitoring"));
        assert_eq!(course.section("9.9"), None);
    }
}
