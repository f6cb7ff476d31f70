//! One upload on two ways: straight to the Region, and to an edge location whose answers come at once. Speeds are computed from round
//! trips, windows and losses; no byte is sent.

use serde::{Deserialize, Serialize};

use super::places::{self, EDGE_RTT_MS, Place};

/// Bytes of a MB, and of a GB as networks and as bills count it.
const MB: u64 = 1_000_000;
pub(super) const GB: u64 = 1_000 * MB;
const BILLED_GB: i128 = 1 << 30;
/// Bytes of one packet (1,500 less its headers).
const PACKET_BYTES: f64 = 1_460.0;
/// The factor of Mathis, Semke, Mahdavi and Ott, "The macroscopic behavior of the TCP congestion avoidance algorithm" (1997).
const MATHIS: f64 = 1.22;

/// What the handles offer: Mbit/s, KB of a window, lost packets of a million, connections at once, GB.
pub(super) const LINES_MBPS: [u32; 5] = [20, 100, 500, 1_000, 10_000];
pub(super) const WINDOWS_KB: [u32; 5] = [64, 250, 1_000, 4_000, 16_000];
pub(super) const LOSSES_PPM: [u32; 4] = [0, 100, 1_000, 10_000];
pub(super) const CONNECTIONS: [u32; 5] = [1, 4, 8, 16, 32];
pub(super) const SIZES_GB: [u32; 4] = [1, 10, 100, 1_000];
/// Most races that are remembered.
const MAX_RACES: usize = 8;

/// What was done last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Last {
    Nothing,
    SetUp,
    Raced,
}

/// A race that was run: the round trip, and milliseconds on either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Run {
    pub rtt_ms: u32,
    pub direct_millis: u64,
    pub edge_millis: u64,
}

/// The set-up, and the races so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Race {
    pub city: String,
    pub region: String,
    pub mbps: u32,
    pub window_kb: u32,
    pub loss_ppm: u32,
    pub connections: u32,
    pub size_gb: u32,
    pub last: Last,
    pub runs: Vec<Run>,
}

/// A way to the bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Direct,
    Edge,
}

impl Race {
    pub(super) fn opening() -> Self {
        Self {
            city: "sao-paulo".to_owned(),
            region: "ap-northeast-2".to_owned(),
            mbps: 1_000,
            window_kb: 1_000,
            loss_ppm: 0,
            connections: 1,
            size_gb: 10,
            last: Last::Nothing,
            runs: Vec::new(),
        }
    }

    /// Reads a state back.
    pub(super) fn read(text: &str) -> Option<Self> {
        let race: Self = ron::from_str(text).ok()?;
        let sound = places::city(&race.city).is_some()
            && places::place_of(&race.region).is_some()
            && LINES_MBPS.contains(&race.mbps)
            && WINDOWS_KB.contains(&race.window_kb)
            && LOSSES_PPM.contains(&race.loss_ppm)
            && CONNECTIONS.contains(&race.connections)
            && SIZES_GB.contains(&race.size_gb)
            && race.runs.len() <= MAX_RACES;
        sound.then_some(race)
    }

    /// The state as text.
    pub(super) fn text(&self) -> String {
        ron::to_string(self).unwrap_or_default()
    }

    fn city(&self) -> &'static Place {
        places::city(&self.city).unwrap_or(&places::CITIES[0])
    }

    fn home(&self) -> &'static Place {
        places::place_of(&self.region).unwrap_or(&places::CITIES[0])
    }

    pub(super) fn bytes(&self) -> u64 {
        u64::from(self.size_gb) * GB
    }

    /// Milliseconds until an answer to what the client sends.
    pub(super) fn rtt_ms(&self, way: Way) -> u32 {
        match way {
            Way::Direct => places::rtt_ms(self.city(), self.home()),
            Way::Edge => EDGE_RTT_MS,
        }
    }

    /// Bytes a second at such a round trip: the line, or what windows and losses let the connections move.
    pub(super) fn rate_at(&self, rtt_ms: f64) -> f64 {
        let trips = 1_000.0 / rtt_ms.max(1.0);
        let window = f64::from(self.window_kb) * 1_000.0 * trips;
        let lossy =
            if self.loss_ppm == 0 { f64::INFINITY } else { PACKET_BYTES * MATHIS / (f64::from(self.loss_ppm) / 1e6).sqrt() * trips };
        let line = f64::from(self.mbps) * 1e6 / 8.0;
        line.min(f64::from(self.connections) * window.min(lossy))
    }

    pub(super) fn rate(&self, way: Way) -> f64 {
        self.rate_at(f64::from(self.rtt_ms(way)))
    }

    /// How long the upload takes: its bytes at that speed, and the last answer, which comes from the Region either way.
    pub(super) fn millis(&self, way: Way) -> u64 {
        let sending = self.bytes() as f64 / self.rate(way) * 1_000.0;
        let answer = match way {
            Way::Direct => self.rtt_ms(Way::Direct),
            Way::Edge => self.rtt_ms(Way::Direct) + EDGE_RTT_MS,
        };
        sending.round() as u64 + u64::from(answer)
    }

    /// Whether the edge is faster; only then it costs anything.
    pub(super) fn is_faster_by_edge(&self) -> bool {
        self.millis(Way::Edge) < self.millis(Way::Direct)
    }

    /// Micro-dollars for a GB by the edge location of the city.
    pub(super) fn fee_micros_per_gb(&self) -> i128 {
        self.city().fee_micros
    }

    /// Micro-dollars for this upload.
    pub(super) fn fee_micros(&self) -> i128 {
        if self.is_faster_by_edge() { i128::from(self.bytes()) * self.fee_micros_per_gb() / BILLED_GB } else { 0 }
    }

    /// The state after the acts of one line, which `;` separates. `None` if one of them means nothing.
    pub(super) fn after(&self, line: &str) -> Option<Self> {
        let mut after = self.clone();
        for act in line.split(';') {
            let words: Vec<&str> = act.split_whitespace().collect();
            after.act(&words)?;
        }
        Some(after)
    }

    fn act(&mut self, words: &[&str]) -> Option<()> {
        match *words {
            ["race"] => {
                self.last = Last::Raced;
                let run =
                    Run { rtt_ms: self.rtt_ms(Way::Direct), direct_millis: self.millis(Way::Direct), edge_millis: self.millis(Way::Edge) };
                if self.runs.len() < MAX_RACES {
                    self.runs.push(run);
                }
                return Some(());
            }
            ["city", id] => places::city(id)?.id.clone_into(&mut self.city),
            ["region", name] => self.region = places::place_of(name).map(|_| name.to_owned())?,
            [name, number] => self.set(name, number.parse().ok()?)?,
            _ => return None,
        }
        self.last = Last::SetUp;
        Some(())
    }

    fn set(&mut self, name: &str, number: u32) -> Option<()> {
        let (place, offered): (&mut u32, &[u32]) = match name {
            "mbps" => (&mut self.mbps, &LINES_MBPS),
            "window" => (&mut self.window_kb, &WINDOWS_KB),
            "loss" => (&mut self.loss_ppm, &LOSSES_PPM),
            "connections" => (&mut self.connections, &CONNECTIONS),
            "size" => (&mut self.size_gb, &SIZES_GB),
            _ => return None,
        };
        *place = *offered.iter().find(|choice| **choice == number)?;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn race(acts: &str) -> Race {
        Race::opening().after(acts).unwrap()
    }

    #[test]
    fn a_window_for_each_round_trip_is_what_one_connection_moves() {
        let far = race("race");
        assert!((3.0e6..3.6e6).contains(&far.rate(Way::Direct)), "{}", far.rate(Way::Direct));
        assert!((far.rate(Way::Edge) - 100e6).abs() < 1.0);
        assert!(far.is_faster_by_edge() && far.fee_micros() > 0);
    }

    #[test]
    fn near_the_region_the_edge_is_not_faster_and_costs_nothing() {
        let near = race("city seoul");
        assert!(!near.is_faster_by_edge());
        assert_eq!(near.fee_micros(), 0);
    }

    #[test]
    fn many_connections_or_a_narrow_line_leave_the_edge_little_to_gain() {
        let many = race("connections 32; mbps 500");
        assert!((many.rate(Way::Direct) - many.rate(Way::Edge)).abs() < 1.0, "both fill the line");
        assert!(!race("connections 32; mbps 20").is_faster_by_edge());
    }

    #[test]
    fn losses_slow_the_far_connection_far_more() {
        let share = |acts: &str| race(acts).rate(Way::Edge) / race(acts).rate(Way::Direct);
        assert!(share("loss 1000") > 25.0);
        assert!(race("loss 10000").rate(Way::Direct) < race("loss 100").rate(Way::Direct));
    }

    #[test]
    fn a_state_survives_its_text_and_a_broken_one_is_refused() {
        let state = race("city tokyo; region us-east-1; window 64; race");
        assert_eq!(Race::read(&state.text()), Some(state.clone()));
        assert_eq!(Race::read(&state.text().replace("tokyo", "atlantis")), None);
        assert_eq!((state.after("city atlantis"), state.after("mbps 3"), state.after("fly")), (None, None, None));
    }
}
