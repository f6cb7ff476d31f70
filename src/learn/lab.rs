//! Labs: data in `lab.ron`, live in a sandbox, graded by what the cloud does. It draws nothing and writes no sentence: what it has to say is a
//! key with arguments.

mod amount;
mod attempt;
mod check;
mod format;
mod grade;
pub mod limits;
mod lint;
mod load;
mod pack;
mod place;
mod play;
mod proof;
mod save;
mod seal;
mod sheet;
mod shelf;
mod start;
#[cfg(test)]
mod testing;
mod texts_of;
mod told;
mod vars;
mod watch;

pub use amount::Amount;
pub use attempt::{Attempt, CheckpointView, N_RUNGS, Restart, StepView, TaskView, values};
pub use check::Finding;
pub use format::{Challenge, Check, Checkpoint, LabFile, Mode, Pool, Proof, Step, Task, When};
pub use grade::{Grade, TaskGrade};
pub use lint::lint;
pub use load::{Lab, load};
pub use pack::{Pack, Source};
pub use place::Place;
pub use play::{Played, Script, play};
pub use proof::{Judgement, Player, Round, Run, judge, plays, rounds};
pub use save::{BadSave, NotResumed, Save, SavedOutcome, lab_hash};
pub use seal::{SEAL, broken_seal, seal};
pub use sheet::{Row, flag_copies, row};
pub use shelf::{Shelf, Shelved};
pub use start::{REGION, Start, start};
pub use texts_of::{keys, languages};
pub use told::{Arg, Complaint, Told};
pub use vars::{Value, Values};
pub use watch::{State, Verdict};
