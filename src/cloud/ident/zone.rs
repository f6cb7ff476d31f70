//! Availability zones by their ids. What lies in a zone, and whether it is out, is told elsewhere.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::Region;

/// An availability zone. Its id (`apne2-az1`) means the same place in every account; its name (`ap-northeast-2a`) does not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Zone {
    region: Region,
    /// Counted from 1, as ids count them.
    number: u8,
}

impl Zone {
    /// The zone of that id.
    pub fn named(id: &str) -> Option<Self> {
        let (stem, _) = id.split_once("-az")?;
        let region = Region::all().find(|region| region.facts().zone_stem == stem)?;
        region.zones().find(|zone| zone.to_string() == id)
    }

    /// A region's first zone: `apne2-az1`.
    pub const fn first(region: Region) -> Self {
        Self { region, number: 1 }
    }

    /// The region it belongs to.
    pub const fn region(self) -> Region {
        self.region
    }

    /// `ap-northeast-2a`. Letters and numbers go in step here; in a real account AWS shuffles them.
    pub fn name(self) -> String {
        format!("{}{}", self.region, char::from(b'a' + self.number - 1))
    }
}

impl Region {
    /// Its availability zones, in the order of their ids.
    pub fn zones(self) -> impl Iterator<Item = Zone> {
        (1..=self.facts().n_zones).map(move |number| Zone { region: self, number })
    }
}

/// Its id: `apne2-az1`.
impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-az{}", self.region.facts().zone_stem, self.number)
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = String::deserialize(deserializer)?;
        Self::named(&id).ok_or_else(|| D::Error::custom(format!("no such zone: {id}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seoul_has_four_zones_with_names_and_ids() {
        let zones: Vec<_> = Region::SEOUL.zones().map(|zone| (zone.name(), zone.to_string())).collect();
        assert_eq!(zones.len(), 4);
        assert_eq!(zones[0], ("ap-northeast-2a".to_owned(), "apne2-az1".to_owned()));
        assert_eq!(zones[3], ("ap-northeast-2d".to_owned(), "apne2-az4".to_owned()));
        assert_eq!(Zone::first(Region::SEOUL).to_string(), zones[0].1);
    }

    #[test]
    fn every_zone_is_found_by_its_id_and_nothing_else_is_one() {
        for zone in Region::all().flat_map(Region::zones) {
            assert_eq!(Zone::named(&zone.to_string()), Some(zone));
            assert_eq!(serde_json::from_value::<Zone>(serde_json::json!(zone)).unwrap(), zone);
        }
        for id in ["apne2-az5", "apne2-az0", "apne2-az01", "apne2-az", "apne2", "ap-northeast-2a", "mars1-az1", "", "-az1", "APNE2-AZ1"] {
            assert_eq!(Zone::named(id), None, "{id}");
        }
    }
}
