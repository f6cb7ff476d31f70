//! What an expression says about a document.

use super::QueryError;
use super::ast::Ast;
use super::functions::{self, Argument};
use super::kinds::{compare, equal};
use super::lex::Kind;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::cmp::Ordering;

/// Most JSON values a query may copy or visit: `[@,@]|[@,@]|…` doubles with each step.
const MAX_VALUES: usize = 2_000_000;

/// What the CLI says when it is to print an expression.
pub(super) const UNPRINTABLE: &str = "Encountered unrecognized type in JSON encoder.";

pub(super) type Found<'v> = Result<Cow<'v, Value>, QueryError>;

/// How much a query may still do.
pub(super) struct Budget(usize);

impl Default for Budget {
    fn default() -> Self {
        Self(MAX_VALUES)
    }
}

impl Budget {
    pub(super) fn spend(&mut self, n: usize) -> Result<(), QueryError> {
        self.0 = self.0.checked_sub(n).ok_or_else(|| QueryError::search("The result of --query is too large"))?;
        Ok(())
    }

    /// Makes a result independent of what it was found in.
    pub(super) fn own(&mut self, found: Cow<'_, Value>) -> Result<Value, QueryError> {
        if let Cow::Borrowed(value) = &found {
            self.spend(size(value))?;
        }
        Ok(found.into_owned())
    }
}

fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.values().map(size).sum(),
        _ => 0,
    }
}

/// JMESPath's idea of false: null, false and anything empty, but not zero.
pub(crate) fn is_false(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// Evaluates a node. Each arm is a call so that this frame, of which there is one per level of the tree, stays small.
pub(super) fn eval<'v>(ast: &'v Ast, data: &'v Value, budget: &mut Budget) -> Found<'v> {
    budget.spend(1)?;
    match ast {
        Ast::Current => Ok(Cow::Borrowed(data)),
        Ast::Literal(value) => Ok(Cow::Borrowed(value)),
        Ast::Field(name) => Ok(Cow::Borrowed(data.get(name.as_str()).unwrap_or(&Value::Null))),
        Ast::Index(index) => Ok(Cow::Borrowed(at(data, *index).unwrap_or(&Value::Null))),
        Ast::Slice(parts) => slice(data, *parts, budget),
        Ast::Flatten => flatten(data, budget),
        Ast::Steps(steps) => walk(steps, data, budget),
        Ast::Projection(right) => projection(None, right, data, budget),
        Ast::FilterProjection { condition, right } => projection(Some(condition), right, data, budget),
        Ast::ValueProjection(right) => value_projection(right, data, budget),
        Ast::List(elements) => multi_list(elements, data, budget),
        Ast::Hash(pairs) => multi_hash(pairs, data, budget),
        Ast::Or(all) => first(all, false, data, budget),
        Ast::And(all) => first(all, true, data, budget),
        Ast::Not(node) => Ok(Cow::Owned(Value::Bool(is_false(&*eval(node, data, budget)?)))),
        Ast::Compare(operator, left, right) => comparison(*operator, left, right, data, budget),
        Ast::Call(name, arguments) => call(name, arguments, data, budget),
        // Python answers an expression object here, which then cannot be printed.
        Ast::Expref(_) => Err(QueryError::search(UNPRINTABLE)),
    }
}

/// Asks each step of what the one before found, which may be only ours.
fn walk<'v>(steps: &'v [Ast], data: &'v Value, budget: &mut Budget) -> Found<'v> {
    let mut found = Cow::Borrowed(data);
    for step in steps {
        found = match found {
            Cow::Borrowed(value) => eval(step, value, budget)?,
            Cow::Owned(value) => {
                let inner = eval(step, &value, budget)?;
                Cow::Owned(budget.own(inner)?)
            }
        };
    }
    Ok(found)
}

/// The first one that is false (`&&`) or not (`||`), or else the last one.
fn first<'v>(all: &'v [Ast], until_false: bool, data: &'v Value, budget: &mut Budget) -> Found<'v> {
    let mut found = Cow::Borrowed(&Value::Null);
    for ast in all {
        found = eval(ast, data, budget)?;
        if is_false(&found) == until_false {
            break;
        }
    }
    Ok(found)
}

fn at(data: &Value, index: i64) -> Option<&Value> {
    let items = data.as_array()?;
    let index = if index < 0 { index.checked_add(i64::try_from(items.len()).ok()?)? } else { index };
    items.get(usize::try_from(index).ok()?)
}

/// Python's `items[start:stop:step]`.
fn slice<'v>(data: &'v Value, [from, to, by]: [Option<i64>; 3], budget: &mut Budget) -> Found<'v> {
    let Value::Array(items) = data else { return Ok(Cow::Owned(Value::Null)) };
    let n = i64::try_from(items.len()).unwrap_or(i64::MAX);
    let step = by.unwrap_or(1);
    if step == 0 {
        return Err(QueryError::search("slice step cannot be zero"));
    }
    let (least, most) = if step > 0 { (0, n) } else { (-1, n - 1) };
    let bound =
        |given: Option<i64>, default: i64| given.map_or(default, |i| if i < 0 { i.saturating_add(n).max(least) } else { i.min(most) });
    let (mut i, end) = if step > 0 { (bound(from, 0), bound(to, n)) } else { (bound(from, n - 1), bound(to, -1)) };
    let mut kept = Vec::new();
    while if step > 0 { i < end } else { i > end } {
        let item = usize::try_from(i).ok().and_then(|i| items.get(i)).unwrap_or(&Value::Null);
        kept.push(budget.own(Cow::Borrowed(item))?);
        i = i.saturating_add(step);
    }
    Ok(Cow::Owned(Value::Array(kept)))
}

fn flatten<'v>(data: &'v Value, budget: &mut Budget) -> Found<'v> {
    let Value::Array(items) = data else { return Ok(Cow::Owned(Value::Null)) };
    let mut flat = Vec::new();
    for item in items {
        match item {
            Value::Array(inner) => {
                budget.spend(size(item))?;
                flat.extend(inner.iter().cloned());
            }
            item => flat.push(budget.own(Cow::Borrowed(item))?),
        }
    }
    Ok(Cow::Owned(Value::Array(flat)))
}

/// Asks `right` of the elements that satisfy `condition` and keeps what is not null.
fn projection<'v>(condition: Option<&'v Ast>, right: &'v Ast, data: &'v Value, budget: &mut Budget) -> Found<'v> {
    let Value::Array(items) = data else { return Ok(Cow::Owned(Value::Null)) };
    let mut kept = Vec::new();
    for item in items {
        if let Some(condition) = condition
            && is_false(&*eval(condition, item, budget)?)
        {
            continue;
        }
        keep(&mut kept, right, item, budget)?;
    }
    Ok(Cow::Owned(Value::Array(kept)))
}

fn value_projection<'v>(right: &'v Ast, data: &'v Value, budget: &mut Budget) -> Found<'v> {
    let Value::Object(members) = data else { return Ok(Cow::Owned(Value::Null)) };
    let mut kept = Vec::new();
    for item in members.values() {
        keep(&mut kept, right, item, budget)?;
    }
    Ok(Cow::Owned(Value::Array(kept)))
}

fn keep(kept: &mut Vec<Value>, ast: &Ast, item: &Value, budget: &mut Budget) -> Result<(), QueryError> {
    let found = eval(ast, item, budget)?;
    if !found.is_null() {
        kept.push(budget.own(found)?);
    }
    Ok(())
}

fn multi_list<'v>(elements: &'v [Ast], data: &'v Value, budget: &mut Budget) -> Found<'v> {
    if data.is_null() {
        return Ok(Cow::Borrowed(data));
    }
    let mut list = Vec::new();
    for element in elements {
        let found = eval(element, data, budget)?;
        list.push(budget.own(found)?);
    }
    Ok(Cow::Owned(Value::Array(list)))
}

fn multi_hash<'v>(pairs: &'v [(String, Ast)], data: &'v Value, budget: &mut Budget) -> Found<'v> {
    if data.is_null() {
        return Ok(Cow::Borrowed(data));
    }
    let mut members = Map::new();
    for (key, ast) in pairs {
        let found = eval(ast, data, budget)?;
        members.insert(key.clone(), budget.own(found)?);
    }
    Ok(Cow::Owned(Value::Object(members)))
}

fn comparison<'v>(operator: Kind, left: &'v Ast, right: &'v Ast, data: &'v Value, budget: &mut Budget) -> Found<'v> {
    let (left, right) = (eval(left, data, budget)?, eval(right, data, budget)?);
    // Comparing is as long as the shorter side.
    budget.spend(size(&left).min(size(&right)))?;
    let ordered = |symbol: &str, holds: fn(Ordering) -> bool| compare(&left, symbol, &right).map(|order| order.map(holds));
    let answer = match operator {
        Kind::Eq => Some(equal(&left, &right)),
        Kind::Ne => Some(!equal(&left, &right)),
        Kind::Lt => ordered("<", Ordering::is_lt)?,
        Kind::Lte => ordered("<=", Ordering::is_le)?,
        Kind::Gt => ordered(">", Ordering::is_gt)?,
        _ => ordered(">=", Ordering::is_ge)?,
    };
    Ok(Cow::Owned(answer.map_or(Value::Null, Value::Bool)))
}

fn call<'v>(name: &str, arguments: &'v [Ast], data: &'v Value, budget: &mut Budget) -> Found<'v> {
    let mut given = Vec::new();
    for argument in arguments {
        given.push(match argument {
            Ast::Expref(inner) => Argument::Expression(inner),
            other => Argument::Value(eval(other, data, budget)?),
        });
    }
    functions::call(name, given, budget).map(Cow::Owned)
}
