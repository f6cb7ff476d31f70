//! What the bench can start from: a group of machines and the beats that belong to it. It draws nothing.

use super::model::Tier;
use crate::ui::Beat;

/// One start state.
pub(super) struct Scene {
    pub id: &'static str,
    n: u32,
    size: usize,
    load: u32,
    pub beats: &'static [Beat],
}

impl Scene {
    pub(super) fn opening(&self) -> Tier {
        Tier::new(self.n, self.size, self.load)
    }
}

/// The ids of the scenes, in their order.
pub(super) const STARTS: &[&str] = &["web", "ceiling"];

/// Every scene; the first one opens.
pub(super) const SCENES: &[Scene] = &[
    Scene {
        id: "web",
        n: 4,
        size: 0,
        load: 300,
        beats: &[
            Beat::question("web-question"),
            Beat::predict("failure", &["nothing", "half", "most"]),
            Beat::act("break", &["idea break"]),
            Beat::observe("left", &[]),
            Beat::observe("single", &["idea gather; break"]),
            Beat::why("web-why"),
        ],
    },
    Scene {
        id: "ceiling",
        n: 1,
        size: 4,
        load: 1_500,
        beats: &[
            Beat::question("ceiling-question"),
            Beat::predict("growth", &["nothing", "slower", "outage"]),
            Beat::act("grow", &["idea grow"]),
            Beat::predict("reach", &["one", "many"]),
            Beat::act("largest", &["idea load 12000; grow; grow"]),
            Beat::observe("out", &["idea machines 2"]),
            Beat::why("ceiling-why"),
        ],
    },
];

/// The scene of a start state.
pub(super) fn scene(start: usize) -> &'static Scene {
    SCENES.get(start).unwrap_or(&SCENES[0])
}

/// The option of a prediction that the run shows to be right.
pub(super) fn answer(tier: &Tier, beat: &Beat) -> Option<usize> {
    let chosen = match beat.id {
        "failure" => match tier.failure? {
            (_, 0) => "nothing",
            (before, left) if left * 2 <= before => "half",
            _ => "most",
        },
        "growth" => match tier.growth? {
            (0, _) => "outage",
            (lowest, load) if lowest < load => "slower",
            _ => "nothing",
        },
        "reach" => {
            if tier.one_is_enough? {
                "one"
            } else {
                "many"
            }
        }
        _ => return None,
    };
    beat.choices.iter().position(|choice| *choice == chosen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scene_has_its_id() {
        assert!(SCENES.iter().map(|scene| scene.id).eq(STARTS.iter().copied()));
    }
}
