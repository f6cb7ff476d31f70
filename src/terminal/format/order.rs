//! The order in which the CLI prints an answer's members: that of AWS's model, what came in headers first.

use serde_json::Value;
use skylab_cloud::names::{Service, Shape, ShapeId};

/// Puts the members of an answer of shape `output`, and of what is in it, in the CLI's order; unknown ones go last.
pub fn order_members(value: &mut Value, service: &Service, output: ShapeId) {
    let Some(shape) = service.shapes.get(output.0 as usize) else { return };
    match (shape, value) {
        (Shape::Structure { members, .. }, Value::Object(found)) => {
            let mut ranks = Vec::with_capacity(found.len());
            for (name, value) in found.iter_mut() {
                ranks.push(members.iter().position(|member| member.name == *name).map_or((true, true, 0), |place| {
                    order_members(value, service, members[place].shape);
                    (false, !members[place].outside_body, place)
                }));
            }
            if !ranks.is_sorted() {
                let mut ranked: Vec<_> = ranks.into_iter().zip(std::mem::take(found)).collect();
                // stable, so that unknown members keep their order at the end
                ranked.sort_by_key(|(rank, _)| *rank);
                *found = ranked.into_iter().map(|(_, member)| member).collect();
            }
        }
        (Shape::List { member, .. }, Value::Array(items)) => items.iter_mut().for_each(|item| order_members(item, service, *member)),
        (Shape::Map { value: shape, .. }, Value::Object(found)) => {
            found.values_mut().for_each(|value| order_members(value, service, *shape));
        }
        _ => {}
    }
}
