//! Prices × usage: a bill by month, region and usage type, every line with its quantity, unit price and sum. It measures
//! nothing itself; see `usage`.

mod money;
mod prices;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::{
    World,
    clock::{Month, SimTime},
    ident::{AccountId, Region},
    usage::UsageKey,
};
pub use money::{Decimal, Usd};
pub use prices::{Unit, as_of, has_prices, prefix, service, unit_price};

/// What an account owes for the months asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Bill {
    /// Lines by month, region and usage type.
    pub lines: Vec<Line>,
    /// Their sum.
    pub total_usd: Usd,
    /// Regions with usage whose prices are not known; their lines have no amount.
    pub regions_without_prices: BTreeSet<Region>,
}

/// One usage type of one region in one month.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Line {
    /// The month.
    pub month: Month,
    /// The region.
    pub region: Region,
    /// As on an AWS bill: `APN2-TimedStorage-SIA-ByteHrs`.
    pub usage_type: String,
    /// AWS's operation code, where the price depends on it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub operation: String,
    /// What is counted.
    pub unit: Unit,
    /// How many units, to nine decimals.
    pub quantity: Decimal,
    /// Price by tier: units billed at it, price of one.
    pub tiers: Vec<TierLine>,
    /// What the line costs; `None` if the region's prices are not known.
    pub amount_usd: Option<Usd>,
    /// The price was not found in that region's price list.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub price_estimated: bool,
    /// How the quantity comes about, by bucket or other resource, in units.
    pub resources: BTreeMap<String, Decimal>,
}

/// Units billed at one price.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct TierLine {
    /// How many.
    pub quantity: Decimal,
    /// Dollars for one unit, as the price list prints it.
    pub unit_price_usd: String,
}

/// The bill of an account until now, for one month or all.
pub fn bill(world: &World, account: AccountId, only: Option<Month>) -> Bill {
    let mut sums: BTreeMap<(Month, Region, &str, &str), BTreeMap<&str, u128>> = BTreeMap::new();
    let used = world.usage().until(world.now());
    for (key, months) in used.iter().filter(|(key, _)| key.account == account) {
        for (month, quantity) in months.iter().filter(|(month, _)| only.is_none_or(|only| only == **month)) {
            let UsageKey { region, usage_type, operation, resource, .. } = key;
            *sums.entry((*month, *region, usage_type, operation)).or_default().entry(resource).or_default() += quantity;
        }
    }
    let mut bill = Bill::default();
    for ((month, region, usage_type, operation), resources) in sums {
        let line = line(month, region, usage_type, operation, (&resources, |unit: Unit| unit.raw_per_unit(month)));
        match line.amount_usd {
            Some(amount) => bill.total_usd = bill.total_usd + amount,
            None => _ = bill.regions_without_prices.insert(region),
        }
        bill.lines.push(line);
    }
    bill
}

/// The cost of each month until now: the curve of a plot.
pub fn by_month(world: &World, account: AccountId) -> BTreeMap<Month, Usd> {
    let mut months = BTreeMap::new();
    for line in bill(world, account, None).lines {
        let sum: &mut Usd = months.entry(line.month).or_default();
        *sum = *sum + line.amount_usd.unwrap_or_default();
    }
    months
}

/// A line of what was used: by resource, and how much of it makes one unit.
fn line(
    month: Month,
    region: Region,
    usage_type: &str,
    operation: &str,
    (resources, per_unit): (&BTreeMap<&str, u128>, impl FnOnce(Unit) -> u128),
) -> Line {
    let price = prices::find(region, usage_type, operation);
    let unit = price.map_or_else(|| Unit::guess(usage_type), |price| price.unit);
    let per_unit = per_unit(unit);
    let raw: u128 = resources.values().sum();
    let tiers: Vec<(u128, &str, Usd)> = price.map(|price| price.split(raw, per_unit)).unwrap_or_default();
    Line {
        month,
        region,
        usage_type: format!("{}-{usage_type}", prices::prefix(region, usage_type)),
        operation: operation.to_owned(),
        unit,
        quantity: Decimal::ratio(raw, per_unit),
        amount_usd: price.map(|_| tiers.iter().fold(Usd::default(), |sum, (_, _, amount)| sum + *amount)),
        tiers: tiers
            .into_iter()
            .map(|(raw, price, _)| TierLine { quantity: Decimal::ratio(raw, per_unit), unit_price_usd: price.to_owned() })
            .collect(),
        price_estimated: price.is_some_and(|price| price.estimated),
        resources: resources.iter().map(|(name, raw)| ((*name).to_owned(), Decimal::ratio(*raw, per_unit))).collect(),
    }
}

/// What the present levels would cost in 30 days if nothing changed, by region and usage type. The lines bear the present month.
pub fn monthly_lines(world: &World, account: AccountId) -> Vec<Line> {
    const DAYS: u32 = 30;
    let start = SimTime::START.month();
    let millis = u128::from(DAYS) * u128::from(crate::clock::DAY_MS.unsigned_abs());
    let mut sums: BTreeMap<(Region, &str, &str), BTreeMap<&str, u128>> = BTreeMap::new();
    for (key, level) in world.usage().levels().filter(|(key, _)| key.account == account) {
        let resources = sums.entry((key.region, &*key.usage_type, &*key.operation)).or_default();
        *resources.entry(&key.resource).or_default() += level * millis;
    }
    let per_unit = |unit: Unit| unit.raw_per_unit(start) / u128::from(start.millis().unsigned_abs()) * millis;
    let month = world.now().month();
    sums.iter().map(|((region, usage_type, operation), used)| line(month, *region, usage_type, operation, (used, per_unit))).collect()
}

/// Their sum: "what does this cost a month".
pub fn monthly_run_rate(world: &World, account: AccountId) -> Usd {
    monthly_lines(world, account).into_iter().filter_map(|line| line.amount_usd).fold(Usd::default(), |sum, amount| sum + amount)
}

#[cfg(test)]
mod tests;
