//! What was used: counters of requests and bytes, and gauges of what lies stored, by account, region, usage type and month.
//! It knows no prices and no service; usage types carry the names that AWS prints on its bills.

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};

use crate::{
    clock::{Month, SimTime},
    ident::{AccountId, Region},
};

/// Who used what of which resource.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct UsageKey {
    /// Who pays.
    pub account: AccountId,
    /// Where.
    pub region: Region,
    /// AWS's usage type without its region prefix: `TimedStorage-SIA-ByteHrs`.
    pub usage_type: Cow<'static, str>,
    /// AWS's operation code where the price depends on it, else empty: `S3-GDATransition`.
    pub operation: Cow<'static, str>,
    /// The bucket, table, instance… that it was used on.
    pub resource: Arc<str>,
}

/// A level and since when it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Gauge {
    level: u128,
    since: SimTime,
}

/// All usage of a world. Counters are in units (requests, bytes); gauges add up unit × milliseconds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Wire", into = "Wire")]
pub struct Usage {
    posted: BTreeMap<UsageKey, BTreeMap<Month, u128>>,
    gauges: BTreeMap<UsageKey, Gauge>,
}

impl Usage {
    /// Adds `quantity` to the month of `now`.
    pub fn count(&mut self, key: UsageKey, quantity: u128, now: SimTime) {
        if quantity > 0 {
            *self.posted.entry(key).or_default().entry(now.month()).or_default() += quantity;
        }
    }

    /// Raises or lowers a gauge from `now` on. A gauge never falls below zero.
    pub fn shift(&mut self, key: &UsageKey, change: i128, now: SimTime) {
        if change == 0 {
            return;
        }
        if let Some(gauge) = self.gauges.get_mut(key) {
            let held = *gauge;
            gauge.level = held.level.saturating_add_signed(change);
            gauge.since = now;
            if gauge.level == 0 {
                self.gauges.remove(key);
            }
            if held.since < now {
                let months = self.posted.entry(key.clone()).or_default();
                integrate(held, now, |month, amount| *months.entry(month).or_default() += amount);
            }
        } else {
            self.gauges.insert(key.clone(), Gauge { level: change.max(0).unsigned_abs(), since: now });
        }
    }

    /// The present level of a gauge.
    pub fn level(&self, key: &UsageKey) -> u128 {
        self.gauges.get(key).map_or(0, |gauge| gauge.level)
    }

    /// The present level of each gauge that is not zero.
    pub fn levels(&self) -> impl Iterator<Item = (&UsageKey, u128)> {
        self.gauges.iter().map(|(key, gauge)| (key, gauge.level))
    }

    /// Everything used until `now`, what the gauges have gathered since their last change included.
    pub fn until(&self, now: SimTime) -> BTreeMap<UsageKey, BTreeMap<Month, u128>> {
        let mut all = self.posted.clone();
        for (key, gauge) in &self.gauges {
            if gauge.since < now {
                let months = all.entry(key.clone()).or_default();
                integrate(*gauge, now, |month, amount| *months.entry(month).or_default() += amount);
            }
        }
        all
    }
}

/// Splits level × time from `gauge.since` until `until` by calendar months.
fn integrate(gauge: Gauge, until: SimTime, mut post: impl FnMut(Month, u128)) {
    let mut from = gauge.since;
    while from < until {
        let month = from.month();
        let to = month.next().start().min(until);
        post(month, gauge.level * u128::from(to.since(from).unsigned_abs()));
        from = to;
    }
}

/// Maps with structured keys, as lists: JSON and RON allow only simple keys.
#[derive(Serialize, Deserialize)]
struct Wire {
    posted: Vec<(UsageKey, BTreeMap<Month, u128>)>,
    gauges: Vec<(UsageKey, Gauge)>,
}

impl From<Wire> for Usage {
    fn from(wire: Wire) -> Self {
        Self { posted: wire.posted.into_iter().collect(), gauges: wire.gauges.into_iter().collect() }
    }
}

impl From<Usage> for Wire {
    fn from(usage: Usage) -> Self {
        Self { posted: usage.posted.into_iter().collect(), gauges: usage.gauges.into_iter().collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::DAY_MS;

    fn key() -> UsageKey {
        UsageKey {
            account: AccountId::OWN,
            region: Region::SEOUL,
            usage_type: "TimedStorage-ByteHrs".into(),
            operation: "".into(),
            resource: "logs".into(),
        }
    }

    #[test]
    fn a_gauge_adds_up_level_times_time_split_by_month() {
        let mut usage = Usage::default();
        let january = SimTime::START.month();
        usage.shift(&key(), 10, SimTime::START);
        let all = usage.until(SimTime::START.plus_days(40));
        assert_eq!(all[&key()][&january], 10 * 31 * DAY_MS as u128);
        assert_eq!(all[&key()][&january.next()], 10 * 9 * DAY_MS as u128);
    }

    #[test]
    fn many_small_settlements_equal_one_large_one() {
        let (mut often, mut once) = (Usage::default(), Usage::default());
        once.shift(&key(), 7, SimTime::START);
        often.shift(&key(), 7, SimTime::START);
        for day in 1..100 {
            let now = SimTime::START.plus_days(day);
            often.shift(&key(), 5, now);
            often.shift(&key(), -5, now);
        }
        let end = SimTime::START.plus_days(100);
        assert_eq!(often.until(end), once.until(end));
    }

    #[test]
    fn counters_fall_into_the_month_they_happened_in() {
        let mut usage = Usage::default();
        usage.count(key(), 3, SimTime::START);
        usage.count(key(), 4, SimTime::START.plus_days(31));
        let months = &usage.until(SimTime::START)[&key()];
        assert_eq!(months.values().copied().collect::<Vec<_>>(), [3, 4]);
    }
}
