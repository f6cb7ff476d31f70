//! What there is to learn: the course with its sections, and labs. It holds no text for people and knows no screen.

pub mod course;
pub mod lab;
