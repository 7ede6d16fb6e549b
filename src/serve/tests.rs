//! Serving tried through its front door: a site in a temporary folder, a build that does as it is
//! told, a client that writes its requests byte by byte.

mod connections;
mod harness;
mod http;
mod living;
