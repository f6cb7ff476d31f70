//! A sandbox between two starts of the app: its inputs and place, and a snapshot in case the model has changed since. The disk is the book's.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use skylab_cloud::{World, journal::Run};
use skylab_terminal::lex::Vars;
use std::collections::BTreeMap;

use super::{
    beats::Chain,
    doing::{Doing, KeptLab},
    seats::Seat,
    stage::{Mark, Stage},
};
use crate::i18n::Lang;
use crate::learn::lab::Shelf;
use crate::ui::Bench;

/// What a file of another layout than this is refused by. Version 1 had no variables of the terminal and no labs.
const VERSION: u32 = 2;
/// Worlds that write more than this are not kept as a snapshot: the inputs alone bring them back.
const MAX_SNAPSHOT_BYTES: usize = 8 << 20;

/// A seat as text.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeptSeat {
    version: u32,
    /// The name of the sandbox: the inputs of one mean nothing in another.
    name: String,
    run: Run,
    /// The hash of each service when it was kept: a model that has changed since folds the inputs into another world.
    hashes: Hashes,
    ideas: Vec<String>,
    idea_at: usize,
    beat: usize,
    left: Vec<Mark>,
    #[serde(default)]
    vars: Vars,
    #[serde(default)]
    lab: Option<KeptLab>,
}

/// A world as text, with the hashes of the seat that was kept with it: they tell whether the seat is still at that point.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeptWorld {
    version: u32,
    pub hashes: Hashes,
    pub world: World,
}

/// The hash of each service.
pub(super) type Hashes = Vec<(String, u64)>;

/// The version alone, read first.
#[derive(Deserialize)]
struct Head {
    version: u32,
}

/// Why a kept seat is of no use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Useless {
    /// Damaged, or something else.
    Broken,
    /// A newer Skylab wrote it.
    Newer,
    /// It belongs to a lab that is not there now; nothing is wrong with it.
    NoLab,
}

impl KeptSeat {
    /// What is kept of the seat with that name.
    pub(super) fn of(name: &str, seat: &Seat) -> Self {
        let (ideas, idea_at) = seat.stage.ideas();
        Self {
            version: VERSION,
            name: name.to_owned(),
            run: seat.stage.sandbox().run(),
            hashes: hashes(seat.stage.sandbox().world()),
            ideas: ideas.to_vec(),
            idea_at,
            beat: seat.chain.at(),
            left: seat.chain.left().to_vec(),
            vars: seat.stage.vars().clone(),
            lab: seat.lab.as_ref().map(Doing::kept),
        }
    }

    /// As text.
    pub(super) fn to_text(&self) -> Option<String> {
        ron::to_string(self).map_err(|problem| log::error!("a sandbox cannot be written: {problem}")).ok()
    }

    /// Reads it.
    pub(super) fn parse(text: &str) -> Result<Self, Useless> {
        versioned(text)
    }

    /// The seat with that name again. Where the model has changed since, the snapshot with its hashes is where the sandbox begins;
    /// without one, the inputs are folded by the model as it is now.
    pub(super) fn resume(
        self,
        name: &str,
        bench: Option<(usize, &dyn Bench)>,
        start: usize,
        labs: (&Shelf, Lang),
        snapshot: impl FnOnce(&Hashes) -> Option<World>,
    ) -> Result<Seat, Useless> {
        if self.name != name {
            return Err(Useless::Broken);
        }
        let (fresh, lab) = match (self.lab, bench) {
            (Some(kept), _) => begun(kept, labs)?,
            (None, Some((_, bench))) => (Stage::open(bench, start), None),
            (None, None) => (Stage::free(), None),
        };
        let the_bench = bench.map(|(_, bench)| bench);
        if let Some(idea) = the_bench.and_then(Bench::idea).filter(|_| fresh.is_idea())
            && (self.idea_at >= self.ideas.len() || !self.ideas.iter().all(|state| idea.is_state(state)))
        {
            return Err(Useless::Broken);
        }
        let stage = fresh.resumed(self.run, (self.ideas, self.idea_at), the_bench).map_err(|problem| {
            log::warn!("a sandbox does not resume: {problem}");
            Useless::Broken
        })?;
        let stage = stage.with_vars(self.vars);
        let mut chain = Chain::default();
        if hashes(stage.sandbox().world()) == self.hashes {
            let n_beats = the_bench.map_or(1, |bench| bench.beats(start).len());
            chain = Chain::resumed(self.beat.min(n_beats.saturating_sub(1)), self.left);
            return Ok(Seat { stage, chain, bench: bench.map(|(n, _)| n), start, hands: BTreeMap::new(), lab });
        }
        let stage = match snapshot(&self.hashes) {
            Some(world) => stage.begun_with(world),
            None => stage,
        };
        Ok(Seat { stage, chain, bench: bench.map(|(n, _)| n), start, hands: BTreeMap::new(), lab })
    }
}

/// The lab as it begins, with what was kept beside its run.
fn begun(kept: KeptLab, (shelf, lang): (&Shelf, Lang)) -> Result<(Stage, Option<Doing>), Useless> {
    let lab = shelf.lab(&kept.id).ok_or(Useless::NoLab)?;
    let (mut doing, stage) = Doing::begin(lab, kept.mode, kept.seed, lang).map_err(|_| Useless::NoLab)?;
    doing.take(kept);
    Ok((stage, Some(doing)))
}

impl KeptWorld {
    /// The world of a seat as text, if that is not too much.
    pub(super) fn text_of(seat: &Seat) -> Option<String> {
        let world = seat.stage.sandbox().world().clone();
        let text = ron::to_string(&Self { version: VERSION, hashes: hashes(&world), world }).ok()?;
        (text.len() <= MAX_SNAPSHOT_BYTES).then_some(text)
    }

    /// Reads it.
    pub(super) fn parse(text: &str) -> Result<Self, Useless> {
        versioned(text)
    }
}

fn versioned<T: DeserializeOwned>(text: &str) -> Result<T, Useless> {
    let head: Head = ron::from_str(text).map_err(|_| Useless::Broken)?;
    if head.version > VERSION {
        return Err(Useless::Newer);
    }
    ron::from_str(text).map_err(|_| Useless::Broken)
}

fn hashes(world: &World) -> Hashes {
    world.hashes().into_iter().map(|(service, hash)| (service.to_string(), hash)).collect()
}
