//! What texts are held against: runs of anything (`*`), and ranges of addresses.

use core::net::IpAddr; // addresses as numbers; nothing is connected

/// A text with `*` for any run of characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wildcard {
    /// What stands between the stars, in order; the text begins with the first and ends with the last.
    pieces: Vec<String>,
}

impl Wildcard {
    /// Reads `*` as a star, `\*` and `\\` as themselves.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let mut pieces = vec![String::new()];
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            match c {
                '*' if chars.peek().is_some_and(|(_, next)| *next == '*') => {
                    return Err(format!("Consecutive wildcard characters at pos {}", at + 1));
                }
                '*' => pieces.push(String::new()),
                '\\' => match chars.next() {
                    Some((_, escaped @ ('*' | '\\'))) => pieces.last_mut().into_iter().for_each(|piece| piece.push(escaped)),
                    _ => return Err(format!("Invalid escape character at pos {}", at + 1)),
                },
                other => pieces.last_mut().into_iter().for_each(|piece| piece.push(other)),
            }
        }
        Ok(Self { pieces })
    }

    /// True if a whole text fits.
    pub(super) fn matches(&self, text: &str) -> bool {
        let [first, middle @ .., last] = self.pieces.as_slice() else {
            return self.pieces.first().is_some_and(|only| only == text);
        };
        let Some(mut rest) = text.strip_prefix(first.as_str()).and_then(|rest| rest.strip_suffix(last.as_str())) else { return false };
        for piece in middle {
            match rest.find(piece.as_str()) {
                Some(at) => rest = &rest[at + piece.len()..],
                None => return false,
            }
        }
        true
    }
}

/// A range of addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cidr {
    network: IpAddr,
    bits: u32,
}

impl Cidr {
    /// Reads `10.0.0.0/8` or `2001:db8::/32`.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let Some((address, bits)) = text.split_once('/') else { return Err("Malformed CIDR, one '/' required".to_owned()) };
        if bits.contains('/') {
            return Err("Malformed CIDR, one '/' required".to_owned());
        }
        let bits: u32 = bits.parse().map_err(|_| "Malformed CIDR, mask bits must be an integer".to_owned())?;
        let network: IpAddr = address.parse().map_err(|_| format!("Nonstandard IP address: {address}"))?;
        let most = if network.is_ipv4() { 32 } else { 128 };
        if bits > most {
            let kind = if network.is_ipv4() { "IPv4" } else { "IPv6" };
            return Err(format!("{kind} mask bits must be < {}", most + 1));
        }
        Ok(Self { network, bits })
    }

    /// True if a text is an address of the range.
    pub(super) fn contains(&self, text: &str) -> bool {
        match (self.network, text.parse()) {
            (IpAddr::V4(network), Ok(IpAddr::V4(address))) => {
                let kept = u32::MAX.checked_shl(32 - self.bits).unwrap_or(0);
                (u32::from(network) ^ u32::from(address)) & kept == 0
            }
            (IpAddr::V6(network), Ok(IpAddr::V6(address))) => {
                let kept = u128::MAX.checked_shl(128 - self.bits).unwrap_or(0);
                (u128::from(network) ^ u128::from(address)) & kept == 0
            }
            _ => false,
        }
    }
}
