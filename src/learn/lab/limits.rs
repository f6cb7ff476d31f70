//! The limits of a lab: whoever wrote it, it is read, set up and graded within bounds. Each limit is a number with a reason.

/// Most bytes of `lab.ron`: a large one has ten thousand.
pub const MAX_LAB_BYTES: usize = 256 << 10;
/// Most bytes of any other file of a pack.
pub const MAX_FILE_BYTES: usize = 1 << 20;
/// Most bytes of a pack.
pub const MAX_PACK_BYTES: usize = 8 << 20;
/// Most files of a pack.
pub const MAX_FILES: usize = 200;
/// Most folders within folders of a pack.
pub const MAX_DEPTH: usize = 3;
/// Most nested values of `lab.ron`.
pub const MAX_NESTING: usize = 48;
/// Most tasks of a lab.
pub const MAX_TASKS: usize = 32;
/// Most checks of a lab, those within others counted.
pub const MAX_CHECKS: usize = 256;
/// Most steps, checkpoints, set-up lines and scripts, each.
pub const MAX_ENTRIES: usize = 200;
/// Most variables of a lab.
pub const MAX_VARS: usize = 64;
/// Most texts that a pool may stand for.
pub const MAX_POOL: u64 = 1_000_000;
/// Most bytes of an id.
pub const MAX_ID_BYTES: usize = 48;
/// Most seeds of a proof in each mode.
pub const MAX_SEEDS: u32 = 20;
/// Most steps of a script of the proof.
pub const MAX_STEPS: u64 = 2_000;
/// Most work of one world, in the kernel's steps: seven years of a load with daily reads take a hundred thousand.
pub const MAX_WORK: u64 = 1_000_000;
/// Most calls that one line may make: a list of two hundred thousand keys.
pub const MAX_CALLS_OF_A_LINE: u32 = 200;
/// Most calls that a script may make.
pub const MAX_CALLS_OF_A_SCRIPT: u32 = 10_000;
/// Looks at the cloud over a lab's time, besides those after each input.
pub const N_LOOKS: i64 = 240;
/// Most bytes of a saved attempt.
pub const MAX_SAVE_BYTES: u64 = 16 << 20;
/// Largest object that a load of a lab may write.
pub const MAX_OBJECT_BYTES: u64 = 64 << 20;
