//! From the linked report to planned files: which pages there are, at which address, showing what.

pub mod view;
