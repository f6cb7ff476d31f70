//! Lengths of time and sizes as people write them: `1d12h`, `7y`, `400GB`.

/// A length of time. Months are the calendar's; everything else has a fixed length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Calendar months.
    pub months: u32,
    /// Milliseconds besides the months.
    pub millis: i64,
}

/// No simulation runs longer than this.
const MAX_MONTHS: u32 = 12 * 100;

/// Units by their spelling: months or milliseconds each.
const UNITS: &[(&[&str], Span)] = &[
    (&["ms"], Span { months: 0, millis: 1 }),
    (&["s", "second", "seconds"], Span { months: 0, millis: 1_000 }),
    (&["m", "minute", "minutes"], Span { months: 0, millis: 60_000 }),
    (&["h", "hour", "hours"], Span { months: 0, millis: 3_600_000 }),
    (&["d", "day", "days"], Span { months: 0, millis: 86_400_000 }),
    (&["w", "week", "weeks"], Span { months: 0, millis: 7 * 86_400_000 }),
    (&["mo", "month", "months"], Span { months: 1, millis: 0 }),
    (&["y", "year", "years"], Span { months: 12, millis: 0 }),
];

/// Reads `30d`, `1d12h`, `84 months`, `7y` (12 calendar months each), `2 days 3 hours`.
pub fn span(text: &str) -> Result<Span, String> {
    let wrong = || format!("{text} is no length of time; write 30d, 12h, 5m, 10s, 1d12h, 84mo or 7y");
    let mut total = Span::default();
    let mut rest = text.trim();
    if rest.is_empty() {
        return Err(wrong());
    }
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).ok_or_else(wrong)?;
        let count: i64 = rest[..digits].parse().map_err(|_| wrong())?;
        let after = rest[digits..].trim_start();
        let letters = after.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(after.len());
        let (_, unit) = UNITS.iter().find(|(names, _)| names.contains(&&after[..letters])).ok_or_else(wrong)?;
        let millis = count.checked_mul(unit.millis).and_then(|millis| total.millis.checked_add(millis));
        let months =
            u32::try_from(count).ok().and_then(|count| count.checked_mul(unit.months)).and_then(|months| total.months.checked_add(months));
        let too_long = || format!("{text} is too long: a simulation covers at most 100 years");
        // A count beyond 32 bits only matters if it counts months.
        total = Span {
            months: if unit.months == 0 { total.months } else { months.ok_or_else(too_long)? },
            millis: millis.ok_or_else(too_long)?,
        };
        if total.months > MAX_MONTHS || total.millis > i64::from(MAX_MONTHS) * 31 * 86_400_000 {
            return Err(too_long());
        }
        rest = after[letters..].trim_start();
    }
    Ok(total)
}

/// Reads `400GB`, `1MB`, `512`, `1.5TB`. Units are powers of 1024, as in the AWS CLI and on S3's bill.
pub fn bytes(text: &str) -> Result<u64, String> {
    let wrong = || format!("{text} is no size; write 400GB, 1MB, 512KB or a number of bytes");
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let power = match text[end..].trim().to_ascii_uppercase().as_str() {
        "" | "B" => 0,
        "KB" | "KIB" => 1,
        "MB" | "MIB" => 2,
        "GB" | "GIB" => 3,
        "TB" | "TIB" => 4,
        "PB" | "PIB" => 5,
        _ => return Err(wrong()),
    };
    let unit = 1_u64 << (10 * power);
    let (whole, fraction) = text[..end].split_once('.').unwrap_or((&text[..end], ""));
    if fraction.len() > 6 || (whole.is_empty() && fraction.is_empty()) {
        return Err(wrong());
    }
    // Integers only: the same on every machine.
    let digits: u64 = format!("{whole}{fraction}").parse().map_err(|_| wrong())?;
    let scaled = u128::from(digits) * u128::from(unit) / 10_u128.pow(fraction.len() as u32);
    u64::try_from(scaled).map_err(|_| wrong())
}
