//! The dated price lists in `assets/prices`, one for each service, and what their units mean.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::{Deserialize, Serialize};

use super::money::{Usd, price_nanos};
use crate::{clock::Month, ident::Region};

/// The lists, those of the storage first: their date is the one that a bill names.
const LISTS: [&str; 2] = [include_str!("../../../assets/prices/s3.ron"), include_str!("../../../assets/prices/kms.ron")];

/// Bytes of a GB on a bill.
const GB: u128 = 1 << 30;

/// What a price is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// A GB (2^30 bytes) stored for a month of the month's own length.
    GbMonth,
    /// 1,000 requests.
    ThousandRequests,
    /// A GB (2^30 bytes) moved.
    Gb,
    /// 1,000 objects watched for a month.
    ThousandObjectMonths,
    /// A key, or a rotation of one, kept for a month of the month's own length.
    KeyMonth,
}

impl Unit {
    /// How much raw usage (requests, bytes, or bytes × milliseconds) makes one unit in that month.
    pub(super) fn raw_per_unit(self, month: Month) -> u128 {
        let millis = u128::from(month.millis().unsigned_abs());
        match self {
            Self::GbMonth => GB * millis,
            Self::ThousandRequests => 1_000,
            Self::Gb => GB,
            Self::ThousandObjectMonths => 1_000 * millis,
            Self::KeyMonth => millis,
        }
    }

    /// The unit of a usage type without a price, from its name.
    pub(super) fn guess(usage_type: &str) -> Self {
        match usage_type {
            it if it.starts_with("Requests") => Self::ThousandRequests,
            it if it.starts_with("TimedStorage") || it.starts_with("EarlyDelete") => Self::GbMonth,
            it if it.starts_with("Monitoring") => Self::ThousandObjectMonths,
            it if it.ends_with("-Requests") => Self::ThousandRequests,
            it if it.ends_with("-Keys") => Self::KeyMonth,
            _ => Self::Gb,
        }
    }
}

/// A price with its tiers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Price {
    pub unit: Unit,
    tiers: Vec<(Option<u64>, String)>,
    #[serde(default)]
    pub estimated: bool,
}

impl Price {
    /// Cuts usage at the tiers' bounds: (raw usage, price as printed, amount).
    pub(super) fn split(&self, raw: u128, per_unit: u128) -> Vec<(u128, &str, Usd)> {
        let mut from = 0;
        let mut parts = Vec::new();
        for (bound, price) in &self.tiers {
            let to = bound.map_or(raw, |bound| raw.min(u128::from(bound) * per_unit));
            if to > from {
                parts.push((to - from, price.as_str(), Usd::of(to - from, price_nanos(price).unwrap_or(0), per_unit)));
                from = to;
            }
        }
        parts
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RegionPrices {
    as_of: String,
    prices: BTreeMap<String, Price>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PriceList {
    #[allow(dead_code, reason = "a reader of another format would refuse it")]
    format: u32,
    service: String,
    /// Its usage types begin with the region's name, not with its code.
    #[serde(default)]
    by_region_name: bool,
    regions: BTreeMap<String, RegionPrices>,
    same_as: BTreeMap<String, String>,
}

impl PriceList {
    fn knows(&self, usage_type: &str) -> bool {
        let priced = |prices: &RegionPrices| prices.prices.keys().any(|key| key.split('/').next() == Some(usage_type));
        self.same_as.contains_key(usage_type) || self.regions.values().any(priced)
    }
}

static READ: LazyLock<Vec<PriceList>> = LazyLock::new(|| LISTS.iter().filter_map(|text| ron::from_str(text).ok()).collect());

fn list(usage_type: &str) -> Option<&'static PriceList> {
    READ.iter().find(|list| list.knows(usage_type))
}

fn region_prices(region: Region) -> Option<&'static RegionPrices> {
    READ.first()?.regions.get(region.name())
}

/// True if the region's prices are known.
pub fn has_prices(region: Region) -> bool {
    region_prices(region).is_some()
}

/// The date of a region's price list.
pub fn as_of(region: Region) -> Option<&'static str> {
    region_prices(region).map(|prices| prices.as_of.as_str())
}

/// What stands before a usage type on a region's bill: the region's code, or its name.
pub fn prefix(region: Region, usage_type: &str) -> &'static str {
    if list(usage_type).is_some_and(|list| list.by_region_name) { region.name() } else { region.billing_prefix() }
}

/// The service that a usage type belongs to, as AWS bills name it: `AmazonS3`. The region may still stand before it.
pub fn service(usage_type: &str) -> &'static str {
    let ends = usage_type.match_indices('-').filter_map(|(at, _)| usage_type.get(at + 1..));
    let known = [usage_type].into_iter().chain(ends).find_map(list);
    known.or_else(|| READ.first()).map_or("", |list| list.service.as_str())
}

/// What one unit of a usage type costs in the first tier of its price, for an operation if it depends on that.
pub fn unit_price(region: Region, usage_type: &str, operation: &str) -> Option<Usd> {
    let (_, first) = find(region, usage_type, operation)?.tiers.first()?;
    price_nanos(first).and_then(|nanos| i128::try_from(nanos).ok()).map(Usd::from_nanos)
}

/// The price of a usage type, for an operation if it depends on that.
pub(super) fn find(region: Region, usage_type: &str, operation: &str) -> Option<&'static Price> {
    let list = list(usage_type)?;
    let prices = &list.regions.get(region.name())?.prices;
    let usage_type = list.same_as.get(usage_type).map_or(usage_type, String::as_str);
    prices.get(&format!("{usage_type}/{operation}")).or_else(|| prices.get(usage_type))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_price_lists_read_and_every_price_is_a_number() {
        for list in LISTS.iter().map(|text| ron::from_str::<PriceList>(text).unwrap()) {
            for (region, prices) in &list.regions {
                assert!(Region::named(region).is_some(), "{region}");
                for (usage_type, price) in &prices.prices {
                    assert!(price.tiers.iter().all(|(_, price)| price_nanos(price).is_some()), "{usage_type}");
                    assert!(price.tiers.last().is_some_and(|(bound, _)| bound.is_none()), "{usage_type} has an open last tier");
                }
                for target in list.same_as.values() {
                    assert!(prices.prices.contains_key(target), "{target} in {region}");
                }
            }
        }
    }

    #[test]
    fn both_regions_price_the_same_usage_types() {
        for list in READ.iter() {
            let keys = |region: &str| list.regions[region].prices.keys().cloned().collect::<Vec<_>>();
            assert_eq!(keys("us-east-1"), keys("ap-northeast-2"), "{}", list.service);
        }
    }

    #[test]
    fn no_two_services_have_a_usage_type_in_common() {
        for usage_type in READ.iter().flat_map(|list| list.regions.values()).flat_map(|prices| prices.prices.keys()) {
            let usage_type = usage_type.split('/').next().unwrap();
            assert_eq!(READ.iter().filter(|list| list.knows(usage_type)).count(), 1, "{usage_type}");
        }
    }

    #[test]
    fn a_usage_type_tells_its_service_with_and_without_its_region() {
        for usage_type in ["APN2-Requests-Tier1", "TimedStorage-SIA-SmObjects", "EU-Retrieval-SIA", "never-heard-of"] {
            assert_eq!(service(usage_type), "AmazonS3", "{usage_type}");
        }
        for usage_type in ["us-east-1-KMS-Keys", "KMS-Requests"] {
            assert_eq!(service(usage_type), "awskms", "{usage_type}");
        }
        assert_eq!((prefix(Region::SEOUL, "KMS-Keys"), prefix(Region::SEOUL, "Requests-Tier1")), ("ap-northeast-2", "APN2"));
    }

    #[test]
    fn tiers_cut_at_their_bounds() {
        let price = find(Region::US_EAST_1, "TimedStorage-ByteHrs", "").unwrap();
        let parts = price.split(600_000, 1);
        assert_eq!(
            parts.iter().map(|(raw, price, _)| (*raw, *price)).collect::<Vec<_>>(),
            [(51_200, "0.023"), (460_800, "0.022"), (88_000, "0.021")]
        );
    }
}
