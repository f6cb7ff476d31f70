//! Who and where: accounts, callers, regions, zones, ARNs, and ids counted per kind from the seed.

mod caller;
mod zone;

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

pub use caller::Caller;
pub use zone::Zone;

/// The address that people call from: one that documentation may use and nobody has (RFC 5737).
pub const SOURCE_ADDRESS: &str = "203.0.113.17";
/// The program that people call with: every act is the same request as an `aws` command.
pub const USER_AGENT: &str = "aws-cli/2";
/// Letters of unique ids, access keys and request ids.
pub const CAPITALS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// A twelve-digit AWS account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AccountId(pub u64);

impl AccountId {
    /// The learner's own account.
    pub const OWN: Self = Self(123_456_789_012);
    /// `--profile partner`.
    pub const PARTNER: Self = Self(111_122_223_333);
    /// `--profile other`.
    pub const OTHER: Self = Self(444_455_556_666);

    /// The accounts that there are.
    pub const ALL: [Self; 3] = [Self::OWN, Self::PARTNER, Self::OTHER];

    /// The account of that number: twelve digits.
    pub fn read(text: &str) -> Option<Self> {
        (text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok().map(Self)).flatten()
    }

    /// The canonical user id that S3 shows as the owner: 64 hex digits, fixed per account.
    pub fn canonical_user_id(self) -> String {
        let [a, b, c, d] = [0, 1, 2, 3].map(|part: u64| mix(self.0 ^ (part << 56)));
        format!("{a:016x}{b:016x}{c:016x}{d:016x}")
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012}", self.0)
    }
}

struct RegionFacts {
    name: &'static str,
    /// Zone ids' stem: `apne2` of `apne2-az1`.
    zone_stem: &'static str,
    /// Prefix of usage types on a bill.
    billing: &'static str,
    n_zones: u8,
}

const fn facts(name: &'static str, zone_stem: &'static str, billing: &'static str, n_zones: u8) -> RegionFacts {
    RegionFacts { name, zone_stem, billing, n_zones }
}

/// AWS's commercial regions (AWS Regions and Availability Zones; usage-type prefixes as on AWS bills).
const REGIONS: &[RegionFacts] = &[
    facts("us-east-1", "use1", "USE1", 6),
    facts("us-east-2", "use2", "USE2", 3),
    facts("us-west-1", "usw1", "USW1", 3),
    facts("us-west-2", "usw2", "USW2", 4),
    facts("af-south-1", "afs1", "AFS1", 3),
    facts("ap-east-1", "ape1", "APE1", 3),
    facts("ap-northeast-1", "apne1", "APN1", 4),
    facts("ap-northeast-2", "apne2", "APN2", 4),
    facts("ap-northeast-3", "apne3", "APN3", 3),
    facts("ap-south-1", "aps1", "APS3", 3),
    facts("ap-south-2", "aps2", "APS5", 3),
    facts("ap-southeast-1", "apse1", "APS1", 3),
    facts("ap-southeast-2", "apse2", "APS2", 3),
    facts("ap-southeast-3", "apse3", "APS4", 3),
    facts("ap-southeast-4", "apse4", "APS6", 3),
    facts("ca-central-1", "cac1", "CAN1", 3),
    facts("ca-west-1", "caw1", "CAN2", 3),
    facts("eu-central-1", "euc1", "EUC1", 3),
    facts("eu-central-2", "euc2", "EUC2", 3),
    facts("eu-north-1", "eun1", "EUN1", 3),
    facts("eu-south-1", "eus1", "EUS1", 3),
    facts("eu-south-2", "eus2", "EUS2", 3),
    facts("eu-west-1", "euw1", "EU", 3),
    facts("eu-west-2", "euw2", "EUW2", 3),
    facts("eu-west-3", "euw3", "EUW3", 3),
    facts("il-central-1", "ilc1", "ILC1", 3),
    facts("me-central-1", "mec1", "MEC1", 3),
    facts("me-south-1", "mes1", "MES1", 3),
    facts("sa-east-1", "sae1", "SAE1", 3),
];

/// An AWS region.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Region(u8);

impl Region {
    /// `us-east-1`, whose S3 rules differ from everywhere else's.
    pub const US_EAST_1: Self = Self(0);
    /// `ap-northeast-2`, Seoul: the learner's region unless another is named.
    pub const SEOUL: Self = Self(7);

    /// The region of that name.
    pub fn named(name: &str) -> Option<Self> {
        REGIONS.iter().position(|region| region.name == name).map(|index| Self(index as u8))
    }

    /// Every region, in a fixed order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..REGIONS.len()).map(|index| Self(index as u8))
    }

    fn facts(self) -> &'static RegionFacts {
        &REGIONS[usize::from(self.0)]
    }

    /// `ap-northeast-2`.
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    /// `APN2`, the prefix of the region's usage types on a bill.
    pub fn billing_prefix(self) -> &'static str {
        self.facts().billing
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Region {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Region {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::named(&name).ok_or_else(|| D::Error::custom(format!("no such region: {name}")))
    }
}

/// Ids handed out so far, counted per kind, so that one more draw of a kind renames nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ids {
    seed: u64,
    taken: BTreeMap<String, u64>,
}

impl Ids {
    /// No ids taken yet.
    pub fn new(seed: u64) -> Self {
        Self { seed, taken: BTreeMap::new() }
    }

    /// Takes `n` consecutive numbers of a kind and gives the first.
    pub fn take(&mut self, kind: &str, n: u64) -> u64 {
        if let Some(taken) = self.taken.get_mut(kind) {
            *taken += n;
            return *taken - n;
        }
        self.taken.insert(kind.to_owned(), n);
        0
    }

    /// The opaque text of the `number`th id of a kind: `len` letters of `alphabet`, the same for the same seed.
    pub fn opaque(&self, kind: &str, number: u64, alphabet: &[u8], len: usize) -> String {
        let kind = kind.bytes().fold(self.seed ^ 0x9e37_79b9, |hash, byte| mix(hash ^ u64::from(byte)));
        let mut word = mix(kind ^ mix(number));
        (0..len)
            .map(|n| {
                if n % 8 == 7 {
                    word = mix(word ^ n as u64);
                }
                let letter = alphabet[(word % alphabet.len() as u64) as usize];
                word /= alphabet.len() as u64;
                char::from(letter)
            })
            .collect()
    }

    /// The `number`th id of a kind as a UUID of version 4.
    pub fn uuid(&self, kind: &str, number: u64) -> String {
        let digits = self.opaque(kind, number, b"0123456789abcdef", 30);
        let variant = self.opaque(kind, number ^ 0x5555, b"89ab", 1);
        let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
        format!("{}-{}-4{}-{variant}{}-{}", part(0, 8), part(8, 12), part(12, 15), part(15, 18), part(18, 30))
    }

    /// An opaque id that [`Ids::is_sealed`] tells from text made up elsewhere: its last letters follow from the others.
    pub fn sealed(&self, kind: &str, number: u64, alphabet: &[u8], len: usize) -> String {
        let mut text = self.opaque(kind, number, alphabet, len.saturating_sub(SEAL_LEN));
        text.push_str(&self.seal(kind, &text, alphabet));
        text
    }

    /// True if the text could be a sealed id of this kind, whether or not it was ever given out.
    pub fn is_sealed(&self, kind: &str, text: &str, alphabet: &[u8]) -> bool {
        text.len()
            .checked_sub(SEAL_LEN)
            .and_then(|end| text.split_at_checked(end))
            .is_some_and(|(body, seal)| self.seal(kind, body, alphabet) == seal)
    }

    /// Bytes that nobody knows who does not know the seed: key material, nonces. The same for the same seed.
    pub(crate) fn secret(&self, kind: &str, parts: &[&[u8]]) -> [u8; 32] {
        let parts: Vec<&[u8]> = [kind.as_bytes()].into_iter().chain(parts.iter().copied()).collect();
        crate::cipher::mac(&self.seed.to_be_bytes(), &parts)
    }

    fn seal(&self, kind: &str, body: &str, alphabet: &[u8]) -> String {
        self.opaque(kind, body.bytes().fold(0, |hash, byte| mix(hash ^ u64::from(byte))), alphabet, SEAL_LEN)
    }
}

/// Letters at the end of a sealed id that follow from the others: one made-up text in 16 million passes.
const SEAL_LEN: usize = 4;

/// Letters and digits of opaque ids.
pub const ALPHANUMERIC: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// SplitMix64's finaliser: spreads one number over 64 bits.
const fn mix(word: u64) -> u64 {
    let mut z = word.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_found_by_name() {
        assert_eq!(Region::named("ap-northeast-2"), Some(Region::SEOUL));
        assert_eq!(Region::named("us-east-1"), Some(Region::US_EAST_1));
        assert_eq!(Region::named("mars-1"), None);
    }

    #[test]
    fn one_more_draw_of_a_kind_renames_nothing_else() {
        let (mut a, mut b) = (Ids::new(7), Ids::new(7));
        a.take("upload", 1);
        assert_eq!(a.take("version", 1), b.take("version", 1));
        assert_eq!(a.opaque("version", 3, ALPHANUMERIC, 32), b.opaque("version", 3, ALPHANUMERIC, 32));
        assert_ne!(a.opaque("version", 3, ALPHANUMERIC, 32), a.opaque("version", 4, ALPHANUMERIC, 32));
        assert_ne!(a.opaque("version", 3, ALPHANUMERIC, 32), Ids::new(8).opaque("version", 3, ALPHANUMERIC, 32));
    }

    #[test]
    fn a_sealed_id_is_known_by_its_last_letters() {
        let ids = Ids::new(7);
        let sealed = ids.sealed("version", 3, ALPHANUMERIC, 32);
        assert_eq!(sealed.len(), 32);
        assert!(ids.is_sealed("version", &sealed, ALPHANUMERIC));
        assert!(!ids.is_sealed("upload", &sealed, ALPHANUMERIC));
        let mut changed = sealed.clone();
        changed.replace_range(0..1, if sealed.starts_with('A') { "B" } else { "A" });
        for made_up in [changed.as_str(), "HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD", "abc", "", "버전"] {
            assert!(!ids.is_sealed("version", made_up, ALPHANUMERIC), "{made_up}");
        }
    }

    #[test]
    fn accounts_print_twelve_digits_and_own_distinct_canonical_ids() {
        assert_eq!(AccountId(42).to_string(), "000000000042");
        assert_eq!(AccountId::OWN.canonical_user_id().len(), 64);
        assert_ne!(AccountId::OWN.canonical_user_id(), AccountId::PARTNER.canonical_user_id());
        assert_eq!(Caller::admin(AccountId::OWN).arn(), "arn:aws:iam::123456789012:user/admin");
    }
}
