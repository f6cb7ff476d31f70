//! The check `cost`: what did the account pay?

use skylab_cloud::{
    World,
    bill::{self, Usd},
    clock::SimTime,
    ident::AccountId,
};

use super::{
    super::{Amount, Arg, Told},
    Finding, Scene, length, moment,
};

/// The bill of the months that begin before `end`, in billionths of a dollar; `None` if a price is not known.
pub(in super::super) fn paid(world: &World, end: SimTime) -> Option<i128> {
    let bill = bill::bill(world, AccountId::OWN, None);
    let months = bill.lines.iter().filter(|line| line.month.start() < end);
    months.map(|line| line.amount_usd.map(Usd::nanos)).sum()
}

/// See [`super::Check::Cost`].
pub(super) fn cost(below_usd: &Amount, over: &str, scene: Scene<'_>) -> Finding {
    let over = length(over, scene.values);
    let below = scene.values.number(below_usd).unwrap_or_default();
    let paid = paid(scene.sandbox.world(), moment(scene.start, over));
    let expected = Told::new("check-cost").with("below", Arg::Usd(below)).with("over", Arg::Span(over));
    let seen = match paid {
        Some(paid) => Told::new("check-cost-paid").with("paid", Arg::Usd(paid)),
        None => Told::new("check-cost-unknown"),
    };
    Finding { holds: paid.is_some_and(|paid| paid < below), expected, seen }
}
