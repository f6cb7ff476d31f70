//! The texts of a lab by convention: which keys it must have, and which its files do have. Whether they are good is for a reader.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser::{self, ParserError},
};

use super::{Lab, N_RUNGS, Place};

/// The languages that every lab speaks.
pub fn languages() -> [&'static str; 2] {
    ["ko", "en"]
}

/// Every key that a lab must have: no more, no less.
pub fn keys(lab: &Lab) -> BTreeSet<String> {
    let file = &lab.file;
    let mut keys: BTreeSet<String> = ["title", "summary", "story", "question", "debrief"].map(str::to_owned).into();
    for task in &file.tasks {
        keys.insert(format!("task-{}-title", task.id));
        keys.insert(format!("task-{}-why", task.id));
        keys.extend((1..=N_RUNGS).map(|rung| format!("hint-{}-{rung}", task.id)));
    }
    for step in &file.walkthrough {
        keys.insert(format!("step-{}-title", step.id));
        keys.insert(format!("step-{}-text", step.id));
        keys.extend(step.predict.iter().map(|(option, _)| format!("step-{}-{option}", step.id)));
    }
    keys.extend(file.checkpoints.iter().map(|checkpoint| format!("checkpoint-{}", checkpoint.id)));
    keys
}

/// A text of a language: where its key stands, which variables it names, and what it says, its arguments left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabText {
    /// Where its key stands.
    pub place: Option<Place>,
    /// The variables that it names.
    pub variables: BTreeSet<String>,
    /// Its words.
    pub words: String,
}

/// The texts of a file by key, the keys that stand twice, and what could not be read.
pub struct Read {
    /// By key.
    pub texts: BTreeMap<String, LabText>,
    /// Keys that stand twice.
    pub twice: Vec<(String, Option<Place>)>,
    /// What could not be read.
    pub broken: Vec<ParserError>,
}

/// Reads a file of texts.
pub fn read(text: &str) -> Read {
    let (resource, broken) = match parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, broken)) => (resource, broken),
    };
    let (mut texts, mut twice) = (BTreeMap::new(), Vec::new());
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let Some(pattern) = &message.value else { continue };
        let mut found = LabText { place: place_of(text, message.id.name), ..LabText::default() };
        walk(pattern, &mut found);
        let place = found.place;
        if texts.insert(message.id.name.to_owned(), found).is_some() {
            twice.push((message.id.name.to_owned(), place));
        }
    }
    Read { texts, twice, broken }
}

/// The variables that the texts of a lab name, in any language.
pub fn text_variables(lab: &Lab) -> BTreeSet<String> {
    lab.pack.texts.values().flat_map(|(_, text)| read(text).texts.into_values()).flat_map(|text| text.variables).collect()
}

/// Where a key stands: at the beginning of its line.
fn place_of(text: &str, key: &str) -> Option<Place> {
    let is_key = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
    let line = text.lines().position(is_key)?;
    Some(Place { line: line + 1, column: 1 })
}

fn walk(pattern: &Pattern<&str>, found: &mut LabText) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => found.words.push_str(value),
            PatternElement::Placeable { expression } => expressions(expression, found),
        }
    }
}

fn expressions(expression: &Expression<&str>, found: &mut LabText) {
    match expression {
        Expression::Inline(inline) => inlines(inline, found),
        Expression::Select { selector, variants } => {
            inlines(selector, found);
            for variant in variants {
                walk(&variant.value, found);
            }
        }
    }
}

fn inlines(inline: &InlineExpression<&str>, found: &mut LabText) {
    match inline {
        InlineExpression::VariableReference { id } => _ = found.variables.insert(id.name.to_owned()),
        InlineExpression::StringLiteral { value } => found.words.push_str(value),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                if let InlineExpression::VariableReference { id } = argument {
                    found.variables.insert(id.name.to_owned());
                }
            }
        }
        InlineExpression::Placeable { expression } => expressions(expression, found),
        _ => {}
    }
}
