//! What there is to learn: the course and its sections. It holds no text for people and knows no screen.

pub mod course;
