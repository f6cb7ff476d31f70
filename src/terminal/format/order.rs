//! The order in which the CLI prints an answer's members: that of AWS's model, what came in headers first.

use serde_json::{Map, Value};
use skylab_cloud::names::{Service, Shape, ShapeId};

/// Puts the members of an answer of shape `output`, and of what is in it, in the CLI's order; unknown ones go last.
pub fn order_members(value: &mut Value, service: &Service, output: ShapeId) {
    let Some(shape) = service.shapes.get(output.0 as usize) else { return };
    match (shape, value) {
        (Shape::Structure { members, .. }, Value::Object(found)) => {
            let mut ordered = Map::new();
            let (outside, body): (Vec<_>, Vec<_>) = members.iter().partition(|member| member.outside_body);
            for member in outside.into_iter().chain(body) {
                if let Some(mut value) = found.shift_remove(&member.name) {
                    order_members(&mut value, service, member.shape);
                    ordered.insert(member.name.clone(), value);
                }
            }
            ordered.append(found);
            *found = ordered;
        }
        (Shape::List { member, .. }, Value::Array(items)) => items.iter_mut().for_each(|item| order_members(item, service, *member)),
        (Shape::Map { value: shape, .. }, Value::Object(found)) => {
            found.values_mut().for_each(|value| order_members(value, service, *shape));
        }
        _ => {}
    }
}
