//! Reads the text of one service, as `assets/names/pack.py` writes it: a line for each operation, waiter and shape,
//! with fields between tabs. The script is the description of the format.

use super::pack::PackError;
use super::{Acceptor, Member, Operation, Paging, Service, Shape, ShapeId, Waiter, cli_option};

/// Reads a service. Every [`ShapeId`] in it is one of its shapes.
pub(super) fn service(name: &str, text: &str) -> Result<Service, PackError> {
    let mut service = Service { name: name.to_owned(), ..Service::default() };
    let n_shapes = text.lines().filter(|line| !line.starts_with(['O', 'E', 'P', 'W', 'A'])).count();
    for (at, line) in text.lines().enumerate() {
        read_line(&mut service, &Line { fields: line.split('\t').collect(), n_shapes })
            .ok_or_else(|| PackError(format!("line {} of `{name}` is `{line}`", at + 1)))?;
    }
    let by_cli_name = |(at, operation): (usize, &Operation)| (operation.cli_name.clone(), at);
    service.by_cli_name = service.operations.iter().enumerate().map(by_cli_name).collect();
    Ok(service)
}

/// One line, in fields; what is left off at the end is empty.
struct Line<'a> {
    fields: Vec<&'a str>,
    n_shapes: usize,
}

impl<'a> Line<'a> {
    fn text(&self, at: usize) -> &'a str {
        self.fields.get(at).copied().unwrap_or_default()
    }

    fn optional_text(&self, at: usize) -> Option<String> {
        Some(self.text(at)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// Fields from `at` on.
    fn texts(&self, at: usize) -> &[&'a str] {
        self.fields.get(at..).unwrap_or_default()
    }

    /// Expressions with `;` between.
    fn list(&self, at: usize) -> Vec<String> {
        self.text(at).split(';').filter(|text| !text.is_empty()).map(str::to_owned).collect()
    }

    fn number<T: std::str::FromStr>(&self, at: usize) -> Option<T> {
        self.text(at).parse().ok()
    }

    /// `Some(None)` if there is none, `None` if what is there is no number.
    #[expect(clippy::option_option, reason = "absent and wrong are two things, and `?` tells them apart")]
    fn limit<T: std::str::FromStr>(&self, at: usize) -> Option<Option<T>> {
        if self.text(at).is_empty() { Some(None) } else { self.number(at).map(Some) }
    }

    fn shape(&self, at: usize) -> Option<ShapeId> {
        self.shape_of(self.text(at))
    }

    fn shape_of(&self, digits: &str) -> Option<ShapeId> {
        digits.parse().ok().filter(|number| (*number as usize) < self.n_shapes).map(ShapeId)
    }

    #[expect(clippy::option_option, reason = "as in `limit`")]
    fn optional_shape(&self, at: usize) -> Option<Option<ShapeId>> {
        if self.text(at).is_empty() { Some(None) } else { self.shape(at).map(Some) }
    }
}

/// Adds one line to the service; `None` if it cannot be read.
fn read_line(service: &mut Service, line: &Line<'_>) -> Option<()> {
    match line.text(0) {
        "O" => service.operations.push(operation(line)?),
        "E" => service.operations.last_mut()?.errors = line.texts(1).iter().map(|&code| code.to_owned()).collect(),
        "P" => service.operations.last_mut()?.paging = Some(paging(line)),
        "W" => service.waiters.push(waiter(line)?),
        "A" => service.waiters.last_mut()?.acceptors.push(acceptor(line)?),
        _ => service.shapes.push(shape(line)?),
    }
    Some(())
}

fn operation(line: &Line<'_>) -> Option<Operation> {
    Some(Operation {
        name: line.optional_text(1)?,
        cli_name: cli_option(line.text(1)),
        input: line.optional_shape(2)?,
        output: line.optional_shape(3)?,
        paging: None,
        streaming_input: line.optional_text(4),
        streaming_output: line.optional_text(5),
        deprecated: line.text(6) == "~",
        errors: Vec::new(),
    })
}

fn paging(line: &Line<'_>) -> Paging {
    Paging {
        input_token: line.list(1),
        output_token: line.list(2),
        more_results: line.optional_text(3),
        limit_key: line.optional_text(4),
        result_key: line.list(5),
        non_aggregate_keys: line.list(6),
    }
}

fn waiter(line: &Line<'_>) -> Option<Waiter> {
    Some(Waiter {
        cli_name: line.optional_text(1)?,
        operation: line.optional_text(2)?,
        delay_secs: line.number(3)?,
        max_attempts: line.number(4)?,
        acceptors: Vec::new(),
    })
}

fn acceptor(line: &Line<'_>) -> Option<Acceptor> {
    Some(Acceptor {
        state: line.optional_text(1)?,
        matcher: line.optional_text(2)?,
        expected: serde_json::from_str(line.text(3)).ok()?,
        argument: line.optional_text(4),
    })
}

fn shape(line: &Line<'_>) -> Option<Shape> {
    Some(match line.text(0) {
        kind @ ("S" | "U") => Shape::Structure {
            name: line.optional_text(1)?,
            members: line.texts(2).iter().enumerate().map(|(at, text)| member(line, at, text)).collect::<Option<_>>()?,
            union: kind == "U",
        },
        "L" => Shape::List { member: line.shape(1)?, min: line.limit(2)?, max: line.limit(3)? },
        "M" => Shape::Map { key: line.shape(1)?, value: line.shape(2)? },
        "T" => Shape::String {
            values: line.texts(3).iter().map(|&value| value.to_owned()).collect(),
            min: line.limit(1)?,
            max: line.limit(2)?,
        },
        kind @ ("I" | "N") => Shape::Integer { min: line.limit(1)?, max: line.limit(2)?, long: kind == "N" },
        kind @ ("F" | "D") => Shape::Float { double: kind == "D", min: line.limit(1)?, max: line.limit(2)? },
        "B" => Shape::Boolean,
        "Z" => Shape::Timestamp,
        "X" => Shape::Blob,
        "J" => Shape::Document,
        _ => return None,
    })
}

/// Reads `Name*2@=~:17`; a `*` without a number is required in the order of the members.
fn member(line: &Line<'_>, at: usize, text: &str) -> Option<Member> {
    let (left, shape) = text.rsplit_once(':')?;
    let flags_at = left.find(['*', '@', '=', '~']).unwrap_or(left.len());
    let (name, flags) = left.split_at(flags_at);
    let digits: String = flags.chars().filter(char::is_ascii_digit).collect();
    Some(Member {
        name: name.to_owned(),
        shape: line.shape_of(shape)?,
        required: flags.contains('*'),
        required_rank: if digits.is_empty() { at as u16 } else { digits.parse().ok()? },
        idempotency_token: flags.contains('='),
        outside_body: flags.contains('@'),
        deprecated: flags.contains('~'),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_carry_their_flags() {
        let text = "S\tThing\tPlain:1\tToken*1=:1\tId*0@:1\tOld~:1\nT\t1\t9\n";
        let service = service("things", text).unwrap();
        let members = service.shapes[0].members();
        assert_eq!(members.iter().map(|m| m.name.as_str()).collect::<Vec<_>>(), ["Plain", "Token", "Id", "Old"]);
        assert_eq!(members.iter().map(|m| m.required).collect::<Vec<_>>(), [false, true, true, false]);
        assert!(members[1].idempotency_token && members[1].required_rank == 1);
        assert!(members[2].outside_body && members[2].required_rank == 0);
        assert!(members[3].deprecated);
        assert_eq!(service.shapes[1], Shape::String { values: [].into(), min: Some(1), max: Some(9) });
    }

    #[test]
    fn a_line_that_makes_no_sense_is_an_error_that_names_it() {
        for text in ["L\t7\n", "Q\n", "O\n", "E\tCode\n", "A\tsuccess\tstatus\t{\n", "T\tmany\n", "S\tThing\tName\n", "\n"] {
            let error = service("things", text).unwrap_err();
            assert!(error.to_string().contains("line 1 of `things`"), "{error}");
        }
    }
}
