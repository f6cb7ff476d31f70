//! What the bill shows, as plain data from the sandbox: lines by service, months, and what the last act changed. No drawing.

use std::collections::{BTreeMap, BTreeSet};

use skylab_cloud::{
    World,
    bill::{self, Decimal, Line, Unit, Usd},
    clock::{Month, SimTime},
    ident::{AccountId, Region},
};

use crate::ui::StageView;

/// What the lines are of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Period {
    /// Everything used so far.
    #[default]
    Run,
    /// One calendar month.
    Month(Month),
    /// Thirty days of what lies there now.
    Level,
}

/// One usage type of one region.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    pub region: Region,
    /// As on an AWS bill.
    pub usage_type: String,
    pub operation: String,
    pub unit: Unit,
    pub quantity: Decimal,
    /// Dollars for one unit, tier by tier, as the price list prints them.
    pub unit_prices: Vec<String>,
    /// `None` if the region's prices are not known.
    pub amount: Option<Usd>,
    pub is_estimated: bool,
    /// The quantity by bucket.
    pub resources: BTreeMap<String, Decimal>,
}

/// The lines of one service, the dearest first.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// As AWS bills name it.
    pub service: &'static str,
    pub items: Vec<Item>,
    pub sum: Usd,
}

/// What became of the costs since before the last act.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Change {
    /// The act as it was typed.
    pub line: String,
    /// A month at the level before it, and now.
    pub level: (Usd, Usd),
    /// The bill before it, and now.
    pub spent: (Usd, Usd),
    /// Time passed since.
    pub passed: bool,
    /// The usage types whose monthly cost changed most, in billionths of a dollar.
    pub lines: Vec<(String, i128)>,
}

/// Most usage types that a change names.
const MAX_CHANGED: usize = 3;

/// Everything the screen shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct BillData {
    pub start: SimTime,
    pub now: SimTime,
    /// Every month of the run with its cost, without gaps.
    pub months: Vec<(Month, Usd)>,
    /// The lines of the period that was asked for.
    pub groups: Vec<Group>,
    /// Their sum.
    pub sum: Usd,
    /// The bill of the whole run.
    pub spent: Usd,
    /// A month at the present level.
    pub level: Usd,
    pub change: Option<Change>,
    /// The regions of the lines whose prices are known, with the date of the list.
    pub prices: Vec<(Region, &'static str)>,
    pub regions_without_prices: BTreeSet<Region>,
    pub has_estimates: bool,
}

impl BillData {
    /// What the sandbox in front shows of a period.
    pub(super) fn of(stage: &StageView<'_>, period: Period) -> Self {
        let world = stage.sandbox.world();
        let all = bill::bill(world, AccountId::OWN, None);
        let at_level = bill::monthly_lines(world, AccountId::OWN);
        let (spent, level) = (all.total_usd, sum(&at_level));
        let months = by_month(&all.lines, stage.sandbox.start(), world.now());
        let change = change(stage, spent, &at_level);
        let lines = match period {
            Period::Run => all.lines,
            Period::Month(month) => all.lines.into_iter().filter(|line| line.month == month).collect(),
            Period::Level => at_level,
        };
        let groups = groups(lines);
        let items = || groups.iter().flat_map(|group| &group.items);
        let regions: BTreeSet<Region> = items().map(|item| item.region).collect();
        Self {
            start: stage.sandbox.start(),
            now: world.now(),
            months,
            sum: groups.iter().fold(Usd::default(), |all, group| all + group.sum),
            spent,
            level,
            change,
            prices: regions.iter().filter_map(|region| Some((*region, bill::as_of(*region)?))).collect(),
            regions_without_prices: items().filter(|item| item.amount.is_none()).map(|item| item.region).collect(),
            has_estimates: items().any(|item| item.is_estimated),
            groups,
        }
    }

    /// Nothing was used yet, and nothing changed it.
    pub(super) fn is_empty(&self) -> bool {
        self.months.is_empty() && self.groups.is_empty() && self.change.is_none()
    }
}

fn sum(lines: &[Line]) -> Usd {
    lines.iter().filter_map(|line| line.amount_usd).fold(Usd::default(), |sum, amount| sum + amount)
}

/// The cost of each month from the first with usage on. A month without usage costs nothing and is shown.
fn by_month(lines: &[Line], start: SimTime, now: SimTime) -> Vec<(Month, Usd)> {
    if lines.is_empty() {
        return Vec::new();
    }
    let mut months: BTreeMap<Month, Usd> = std::iter::successors(Some(start.month()), |month| Some(month.next()))
        .take_while(|month| month.start() <= now)
        .map(|month| (month, Usd::default()))
        .collect();
    for line in lines {
        let month = months.entry(line.month).or_default();
        *month = *month + line.amount_usd.unwrap_or_default();
    }
    months.into_iter().collect()
}

/// Lines of the same usage type in one, whatever the month, by service.
fn groups(lines: Vec<Line>) -> Vec<Group> {
    let mut items: BTreeMap<(Region, String, String), Item> = BTreeMap::new();
    for line in lines {
        let key = (line.region, line.usage_type.clone(), line.operation.clone());
        if let Some(item) = items.get_mut(&key) {
            item.add(line);
        } else {
            items.insert(key, Item::of(line));
        }
    }
    let mut groups: BTreeMap<&'static str, Vec<Item>> = BTreeMap::new();
    for item in items.into_values() {
        groups.entry(bill::service(&item.usage_type)).or_default().push(item);
    }
    let group = |(service, mut items): (&'static str, Vec<Item>)| {
        items.sort_by_key(|item| std::cmp::Reverse(item.amount));
        let sum = items.iter().filter_map(|item| item.amount).fold(Usd::default(), |sum, amount| sum + amount);
        Group { service, items, sum }
    };
    groups.into_iter().map(group).collect()
}

impl Item {
    fn of(line: Line) -> Self {
        Self {
            region: line.region,
            usage_type: line.usage_type,
            operation: line.operation,
            unit: line.unit,
            quantity: line.quantity,
            unit_prices: line.tiers.into_iter().map(|tier| tier.unit_price_usd).collect(),
            amount: line.amount_usd,
            is_estimated: line.price_estimated,
            resources: line.resources,
        }
    }

    fn add(&mut self, line: Line) {
        self.quantity = self.quantity + line.quantity;
        self.amount = self.amount.zip(line.amount_usd).map(|(one, other)| one + other);
        for tier in line.tiers {
            if !self.unit_prices.contains(&tier.unit_price_usd) {
                self.unit_prices.push(tier.unit_price_usd);
            }
        }
        for (name, quantity) in line.resources {
            let sum = self.resources.entry(name).or_default();
            *sum = *sum + quantity;
        }
    }
}

fn change(stage: &StageView<'_>, spent: Usd, at_level: &[Line]) -> Option<Change> {
    let (act, before) = (stage.last_act?, stage.before?);
    let lines_before = bill::monthly_lines(before, AccountId::OWN);
    Some(Change {
        line: act.line.clone(),
        level: (sum(&lines_before), sum(at_level)),
        spent: (spent_in(before), spent),
        passed: before.now() < stage.sandbox.now(),
        lines: changed(&lines_before, at_level),
    })
}

fn spent_in(world: &World) -> Usd {
    bill::bill(world, AccountId::OWN, None).total_usd
}

/// The usage types that cost more or less a month than before, the greatest change first.
fn changed(before: &[Line], after: &[Line]) -> Vec<(String, i128)> {
    let mut changes: BTreeMap<&str, i128> = BTreeMap::new();
    for (lines, sign) in [(before, -1), (after, 1)] {
        for line in lines {
            *changes.entry(&line.usage_type).or_default() += sign * line.amount_usd.unwrap_or_default().nanos();
        }
    }
    let mut changes: Vec<(String, i128)> = changes.into_iter().filter(|(_, by)| *by != 0).map(|(name, by)| (name.to_owned(), by)).collect();
    changes.sort_by_key(|(_, by)| std::cmp::Reverse(by.abs()));
    changes.truncate(MAX_CHANGED);
    changes
}

#[cfg(test)]
mod tests;
