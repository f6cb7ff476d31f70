//! `--output table`: what the CLI draws, without colour. How an answer becomes sections; `grid.rs` draws them.

mod ambiguous;
mod grid;

use super::python;
use grid::{Grid, Section};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// `--output table`; the error is Python's, where the CLI trips over rows of different lengths or mixed lists.
pub(super) fn render(value: &Value, title: &str, columns: usize) -> Result<String, String> {
    let mut table = Table { grid: Grid::default() };
    if table.build(Some(title), value, 0)? { Ok(table.grid.draw(columns)) } else { Ok(String::new()) }
}

struct Table {
    grid: Grid,
}

fn is_scalar(value: &Value) -> bool {
    !value.is_array() && !value.is_object()
}

/// What Python takes for false, which draws nothing: zero too, unlike in JMESPath.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Number(n) => n.as_f64() == Some(0.0),
        other => crate::query::is_false(other),
    }
}

/// An empty list or text where an object is wanted.
fn is_bare(value: &Value) -> bool {
    matches!(value, Value::Array(items) if items.is_empty()) || value.as_str() == Some("")
}

/// The scalar members and the others, each sorted.
fn split(members: &Map<String, Value>) -> (BTreeSet<&str>, BTreeSet<&str>) {
    members.keys().map(String::as_str).partition(|key| is_scalar(&members[*key]))
}

impl Table {
    /// Adds a value under a title; false if there is nothing to draw.
    fn build(&mut self, title: Option<&str>, value: &Value, indent: usize) -> Result<bool, String> {
        if is_empty(value) {
            return Ok(false);
        }
        if let Some(title) = title {
            self.grid.sections.push(Section::new(Some(title), indent));
        }
        match value {
            Value::Array(items) if items.first().is_some_and(Value::is_object) => self.objects(items, indent, title)?,
            Value::Array(items) => items.iter().try_for_each(|item| self.row(item))?,
            Value::Object(members) => self.object(members, indent)?,
            _ => {}
        }
        Ok(true)
    }

    /// An element of a list that does not start with an object.
    fn row(&mut self, item: &Value) -> Result<(), String> {
        let section = self.grid.current();
        match item {
            Value::Array(cells) if cells.iter().all(is_scalar) => section.add_row(cells.iter().map(python::str).collect()),
            // Python looks at the keys of such an object, and shows them.
            Value::Object(members) => section.add_row(members.keys().cloned().collect()),
            Value::Array(_) => self.build(None, item, 0).map(|_| ()),
            scalar => section.add_row(vec![python::str(scalar)]),
        }
    }

    fn object(&mut self, members: &Map<String, Value>, indent: usize) -> Result<(), String> {
        let (scalars, nested) = split(members);
        let cells: Vec<String> = scalars.iter().map(|key| python::str(&members[*key])).collect();
        let headers: Vec<String> = scalars.into_iter().map(str::to_owned).collect();
        let section = self.grid.current();
        match headers.len() {
            0 => {}
            1 => section.add_row([headers, cells].concat())?,
            _ => {
                section.add_headers(headers)?;
                section.add_row(cells)?;
            }
        }
        nested.into_iter().try_for_each(|key| self.build(Some(key), &members[key], indent + 1).map(|_| ()))
    }

    fn objects(&mut self, items: &[Value], indent: usize, title: Option<&str>) -> Result<(), String> {
        let empty = Map::new();
        let mut headers = BTreeSet::new();
        let mut nested = BTreeSet::new();
        let mut rows = Vec::new();
        for item in items {
            let members = match item {
                Value::Object(members) => members,
                // Python takes anything without keys for an object until it has to look something up in it.
                other if is_bare(other) => &empty,
                Value::String(_) => return Err("string indices must be integers, not 'str'".to_owned()),
                Value::Array(_) => return Err("list indices must be integers or slices, not str".to_owned()),
                other => return Err(format!("'{}' object is not iterable", python::type_name(other))),
            };
            let (own_scalars, own_nested) = split(members);
            headers.extend(own_scalars);
            nested.extend(own_nested);
            rows.push(members);
        }
        if let (Some(bare), false) = (items.iter().find(|item| is_bare(item)), headers.is_empty()) {
            return Err(format!("'{}' object has no attribute 'get'", python::type_name(bare)));
        }
        let titles: Vec<String> = headers.iter().map(|&key| key.to_owned()).collect();
        self.grid.current().add_headers(titles.clone())?;
        for (i, members) in rows.into_iter().enumerate() {
            if i > 0 && !nested.is_empty() {
                let mut section = Section::new(title, indent);
                section.add_headers(titles.clone())?;
                self.grid.sections.push(section);
            }
            self.grid.current().add_row(headers.iter().map(|key| members.get(*key).map_or_else(String::new, python::str)).collect())?;
            for key in &nested {
                if let Some(value) = members.get(*key) {
                    self.build(Some(key), value, indent + 1)?;
                }
            }
        }
        Ok(())
    }
}
