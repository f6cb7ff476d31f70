//! Checksums of runs of zeros of any length, without going through them: a zero bit changes a CRC's register by a linear map, and the
//! map of many bits is a power of it.

/// A linear map of a CRC's register: what becomes of each of its bits.
#[derive(Clone, Copy)]
struct Map([u64; 64]);

impl Map {
    /// What one zero bit does, for a polynomial in reflected form.
    fn of_bit(polynomial: u64) -> Self {
        let mut columns = [0; 64];
        for (bit, column) in columns.iter_mut().enumerate().skip(1) {
            *column = 1 << (bit - 1);
        }
        columns[0] = polynomial;
        Self(columns)
    }

    fn apply(&self, register: u64) -> u64 {
        let bits = (0..64).filter(|bit| register >> bit & 1 == 1);
        bits.fold(0, |sum, bit| sum ^ self.0[bit])
    }

    /// The map done twice.
    fn twice(&self) -> Self {
        Self(self.0.map(|column| self.apply(column)))
    }
}

/// A CRC of `len` zero bytes, of so many bits, which begins and ends inverted, as all of S3's do.
fn crc(polynomial: u64, bits: u32, len: u64) -> u64 {
    let ones = u64::MAX >> (64 - bits);
    let mut register = ones;
    let mut map = Map::of_bit(polynomial);
    // a byte is eight bits: three doublings first
    for _ in 0..3 {
        map = map.twice();
    }
    let mut rest = len;
    while rest > 0 {
        if rest & 1 == 1 {
            register = map.apply(register);
        }
        map = map.twice();
        rest >>= 1;
    }
    register ^ ones
}

/// CRC-64/NVME.
pub(super) fn crc64(len: u64) -> u64 {
    crc(0x9a6c_9329_ac4b_c9b5, 64, len)
}

/// CRC-32.
pub(super) fn crc32(len: u64) -> u32 {
    crc(0xedb8_8320, 32, len) as u32
}

/// CRC-32C.
pub(super) fn crc32c(len: u64) -> u32 {
    crc(0x82f6_3b78, 32, len) as u32
}

#[cfg(test)]
mod tests {
    use super::{
        super::{CRC_32, CRC_32C, CRC_64},
        *,
    };

    #[test]
    fn zeros_have_the_checksum_of_their_bytes() {
        for len in [0, 1, 2, 7, 255, 256, 4_097, 100_000] {
            let bytes = vec![0; len as usize];
            assert_eq!(crc64(len), CRC_64.checksum(&bytes), "{len}");
            assert_eq!(crc32(len), CRC_32.checksum(&bytes), "{len}");
            assert_eq!(crc32c(len), CRC_32C.checksum(&bytes), "{len}");
        }
    }
}
