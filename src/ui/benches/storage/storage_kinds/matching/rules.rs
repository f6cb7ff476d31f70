//! What a workload needs, what a building block offers, and what breaks if the two do not meet. The verdict is computed from
//! properties alone; Multi-Attach, S3 Files and prices are left out.

use serde::{Deserialize, Serialize};

use super::super::one_byte::plan::Store as Kind;

/// One property. Each has its values, the least demanding last where they are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Need {
    Hosts,
    Edits,
    Protocol,
    Latency,
    Life,
}

impl Need {
    pub(in super::super) const ALL: [Self; 5] = [Self::Hosts, Self::Edits, Self::Protocol, Self::Latency, Self::Life];

    pub(in super::super) const fn id(self) -> &'static str {
        match self {
            Self::Hosts => "hosts",
            Self::Edits => "edits",
            Self::Protocol => "protocol",
            Self::Latency => "latency",
            Self::Life => "life",
        }
    }

    /// Its values by id.
    pub(in super::super) const fn values(self) -> &'static [&'static str] {
        match self {
            Self::Hosts => &["one", "many"],
            Self::Edits => &["in-place", "whole"],
            Self::Protocol => &["device", "nfs", "smb", "lustre", "https"],
            Self::Latency => &["local", "low", "web"],
            Self::Life => &["instance", "lasting"],
        }
    }

    /// Whether what is offered is enough for what is wanted; both are places in [`Self::values`].
    const fn is_met(self, wanted: usize, offered: usize) -> bool {
        match self {
            // many hosts can also be one, what lasts need not
            Self::Hosts | Self::Life => offered >= wanted,
            // what can be edited in place can also be replaced, what is fast may be slow
            Self::Edits | Self::Latency => offered <= wanted,
            Self::Protocol => offered == wanted,
        }
    }
}

/// The values of the five properties, each a place in [`Need::values`], in the order of [`Need::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in super::super) struct Properties(pub [u8; 5]);

impl Properties {
    pub(in super::super) fn of(self, need: Need) -> usize {
        usize::from(self.0[need as usize])
    }

    /// The id of a property's value.
    pub(in super::super) fn word(self, need: Need) -> &'static str {
        need.values().get(self.of(need)).copied().unwrap_or_default()
    }

    pub(in super::super) fn is_sound(self) -> bool {
        Need::ALL.into_iter().all(|need| self.of(need) < need.values().len())
    }
}

/// A building block of AWS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in super::super) enum Building {
    Ebs,
    InstanceStore,
    Efs,
    FsxWindows,
    FsxLustre,
    S3,
}

impl Building {
    pub(in super::super) const ALL: [Self; 6] = [Self::Ebs, Self::InstanceStore, Self::Efs, Self::FsxWindows, Self::FsxLustre, Self::S3];

    pub(in super::super) const fn id(self) -> &'static str {
        match self {
            Self::Ebs => "ebs",
            Self::InstanceStore => "instance-store",
            Self::Efs => "efs",
            Self::FsxWindows => "fsx-windows",
            Self::FsxLustre => "fsx-lustre",
            Self::S3 => "s3",
        }
    }

    pub(in super::super) const fn kind(self) -> Kind {
        match self {
            Self::Ebs | Self::InstanceStore => Kind::Block,
            Self::Efs | Self::FsxWindows | Self::FsxLustre => Kind::File,
            Self::S3 => Kind::Object,
        }
    }

    /// What it offers: hosts, edits, protocol, latency, life.
    pub(in super::super) const fn offers(self) -> Properties {
        Properties(match self {
            Self::Ebs => [0, 0, 0, 1, 1],
            Self::InstanceStore => [0, 0, 0, 0, 0],
            Self::Efs => [1, 0, 1, 1, 1],
            Self::FsxWindows => [1, 0, 2, 1, 1],
            Self::FsxLustre => [1, 0, 3, 1, 1],
            Self::S3 => [1, 1, 4, 2, 1],
        })
    }

    /// The needs that it does not meet.
    pub(in super::super) fn breaks(self, wanted: Properties) -> impl Iterator<Item = Need> {
        let offered = self.offers();
        Need::ALL.into_iter().filter(move |need| !need.is_met(wanted.of(*need), offered.of(*need)))
    }

    pub(in super::super) fn fits(self, wanted: Properties) -> bool {
        self.breaks(wanted).next().is_none()
    }
}

/// A workload to be matched: a word for acts and texts, and what it needs at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Workload {
    pub id: &'static str,
    pub needs: Properties,
}

/// The six of them.
pub(in super::super) const WORKLOADS: [Workload; 6] = [
    Workload { id: "database", needs: Properties([0, 0, 0, 1, 1]) },
    Workload { id: "homes", needs: Properties([1, 0, 1, 1, 1]) },
    Workload { id: "photos", needs: Properties([1, 1, 4, 2, 1]) },
    Workload { id: "scratch", needs: Properties([0, 0, 0, 0, 0]) },
    Workload { id: "office", needs: Properties([1, 0, 2, 1, 1]) },
    Workload { id: "logs", needs: Properties([1, 1, 4, 2, 1]) },
];

#[cfg(test)]
mod tests {
    use super::*;

    fn needs(id: &str) -> Properties {
        WORKLOADS.iter().find(|workload| workload.id == id).unwrap().needs
    }

    fn fitting(wanted: Properties) -> Vec<Building> {
        Building::ALL.into_iter().filter(|building| building.fits(wanted)).collect()
    }

    #[test]
    fn every_workload_fits_one_building_block() {
        for (id, building) in [
            ("database", Building::Ebs),
            ("homes", Building::Efs),
            ("photos", Building::S3),
            ("scratch", Building::InstanceStore),
            ("office", Building::FsxWindows),
            ("logs", Building::S3),
        ] {
            assert_eq!(fitting(needs(id)), [building], "{id}");
        }
    }

    #[test]
    fn a_wrong_choice_breaks_the_needs_that_it_does_not_meet() {
        for (id, building, broken) in [
            ("database", Building::InstanceStore, &[Need::Life][..]),
            ("database", Building::S3, &[Need::Edits, Need::Protocol, Need::Latency]),
            ("homes", Building::Ebs, &[Need::Hosts, Need::Protocol]),
            ("office", Building::Efs, &[Need::Protocol]),
            ("scratch", Building::Ebs, &[Need::Latency]),
            ("photos", Building::Efs, &[Need::Protocol]),
        ] {
            assert_eq!(building.breaks(needs(id)).collect::<Vec<_>>(), broken, "{id} on {building:?}");
        }
    }

    #[test]
    fn a_changed_property_changes_the_fit() {
        let mut wanted = needs("photos");
        wanted.0[Need::Protocol as usize] = 1;
        assert_eq!(fitting(wanted), [Building::Efs]);
        wanted.0[Need::Protocol as usize] = 3;
        assert_eq!(fitting(wanted), [Building::FsxLustre]);
        let mut shared_database = needs("database");
        shared_database.0[Need::Hosts as usize] = 1;
        assert_eq!(fitting(shared_database), []);
    }

    #[test]
    fn every_property_has_a_value_and_every_value_its_own_word() {
        let all: Vec<&str> = Need::ALL.into_iter().flat_map(|need| need.values().iter().copied()).collect();
        let unique: std::collections::BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(all.len(), unique.len());
        assert!(WORKLOADS.iter().all(|workload| workload.needs.is_sound()));
        assert!(Building::ALL.into_iter().all(|building| building.offers().is_sound()));
    }
}
