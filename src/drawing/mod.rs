//! What is drawn at build time, as plain values that a template puts into its SVG. Nothing here knows a disk, a page or an engine.

pub mod qr;
