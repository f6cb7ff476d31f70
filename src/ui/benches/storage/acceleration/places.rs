//! Cities where clients are and Regions where buckets are, and how long an answer takes between them. Distances are the globe's.

/// A place on the globe.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// Its name is the text `acceleration-city-<id>`.
    pub id: &'static str,
    /// Degrees north and east.
    north: f64,
    east: f64,
    /// Micro-dollars for a GB through an edge location there (S3 pricing page, Transfer Acceleration into S3): 0.04 USD in the
    /// United States, Europe and Japan, 0.08 elsewhere.
    pub fee_micros: i128,
}

const LESS: i128 = 40_000;
const MORE: i128 = 80_000;

/// Where clients are.
pub(super) const CITIES: [Place; 10] = [
    Place { id: "seoul", north: 37.57, east: 126.98, fee_micros: MORE },
    Place { id: "tokyo", north: 35.68, east: 139.69, fee_micros: LESS },
    Place { id: "singapore", north: 1.35, east: 103.82, fee_micros: MORE },
    Place { id: "mumbai", north: 19.08, east: 72.88, fee_micros: MORE },
    Place { id: "sydney", north: -33.87, east: 151.21, fee_micros: MORE },
    Place { id: "frankfurt", north: 50.11, east: 8.68, fee_micros: LESS },
    Place { id: "cape-town", north: -33.92, east: 18.42, fee_micros: MORE },
    Place { id: "virginia", north: 39.04, east: -77.49, fee_micros: LESS },
    Place { id: "los-angeles", north: 34.05, east: -118.24, fee_micros: LESS },
    Place { id: "sao-paulo", north: -23.55, east: -46.63, fee_micros: MORE },
];

/// Where buckets are: the Region, and the city it is near.
pub(super) const REGIONS: [(&str, &str); 6] = [
    ("ap-northeast-2", "seoul"),
    ("ap-northeast-1", "tokyo"),
    ("ap-southeast-1", "singapore"),
    ("eu-central-1", "frankfurt"),
    ("us-east-1", "virginia"),
    ("sa-east-1", "sao-paulo"),
];

/// Milliseconds to the nearest edge location and back; an assumption.
pub(super) const EDGE_RTT_MS: u32 = 10;
const EARTH_KM: f64 = 6_371.0;
/// Light in glass goes 200 km in a millisecond; cables are no straight lines, an assumption.
const KM_PER_MS: f64 = 200.0;
const DETOUR: f64 = 1.6;
/// What the ends of any way add.
const LEAST_MS: f64 = 4.0;

/// The city with that id.
pub(super) fn city(id: &str) -> Option<&'static Place> {
    CITIES.iter().find(|city| city.id == id)
}

/// The place of a Region.
pub(super) fn place_of(region: &str) -> Option<&'static Place> {
    REGIONS.iter().find(|(name, _)| *name == region).and_then(|(_, id)| city(id))
}

/// Kilometres along the globe.
fn distance_km(a: &Place, b: &Place) -> f64 {
    let [north_a, north_b] = [a.north, b.north].map(f64::to_radians);
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin();
    let chord = half(b.north - a.north).powi(2) + north_a.cos() * north_b.cos() * half(b.east - a.east).powi(2);
    2.0 * EARTH_KM * chord.sqrt().min(1.0).asin()
}

/// Milliseconds there and back on the open internet.
pub(super) fn rtt_ms(a: &Place, b: &Place) -> u32 {
    (LEAST_MS + 2.0 * distance_km(a, b) / KM_PER_MS * DETOUR).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_from_seoul_takes_a_third_of_a_second_to_sao_paulo_and_little_at_home() {
        let rtt = |a: &str, b: &str| rtt_ms(city(a).unwrap(), city(b).unwrap());
        assert!((280..=310).contains(&rtt("sao-paulo", "seoul")), "{}", rtt("sao-paulo", "seoul"));
        assert_eq!(rtt("seoul", "seoul"), 4);
        assert_eq!(rtt("tokyo", "virginia"), rtt("virginia", "tokyo"));
    }

    #[test]
    fn every_region_is_near_a_city() {
        assert!(REGIONS.iter().all(|(name, _)| place_of(name).is_some()));
    }
}
