//! What publishing by WebDAV and by S3 share: questions to one web server, with an answer that has
//! bounds, and their lists, which are XML.

mod client;
mod fault;
mod xml;

pub(super) use client::{WebAnswer, WebClient, WebQuestion};
pub(super) use fault::{WebFault, refused};
pub(super) use xml::each_text;
