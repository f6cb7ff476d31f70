//! The rooms of Skylab, so that tests can enter them.
