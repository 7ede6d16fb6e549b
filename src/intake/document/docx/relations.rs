//! What a part refers to by its ids (ECMA-376 part 2, section 6.5): other parts of the file, and
//! places outside of it.

use std::collections::HashMap;

use crate::intake::package::Package;
use crate::intake::refused::Refused;
use crate::intake::xml::{XmlReader, text_of};

/// The most relations of a part.
const MOST: usize = 20_000;

/// Where an id leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Relation {
    /// A part of this file: its name, which is looked for and never used as a path.
    Part(String),
    /// Somewhere else.
    Outside(String),
}

/// The relations of a part.
#[derive(Debug, Default)]
pub(super) struct Relations {
    by_id: HashMap<String, Relation>,
    /// The parts of each sort: `styles`, `footnotes`.
    by_sort: HashMap<String, Vec<String>>,
}

impl Relations {
    /// Reads the relations of a part; none where it has none.
    pub(super) fn of(package: &mut Package<'_>, part: &str) -> Result<Self, Refused> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let slash = if folder.is_empty() { "" } else { "/" };
        let mut relations = Self::default();
        let Some(bytes) = package.part(&format!("{folder}{slash}_rels/{name}.rels"))? else {
            return Ok(relations);
        };
        let text = text_of(bytes)?;
        let mut xml = XmlReader::new(&text);
        let Some(_) = xml.child()? else {
            return Ok(relations);
        };
        while let Some(element) = xml.child()? {
            let (id, target) = (element.value("Id"), element.value("Target"));
            let sort = element.value("Type").unwrap_or_default();
            let is_outside = element.value("TargetMode").as_deref() == Some("External");
            xml.skip()?;
            let (Some(id), Some(target)) = (id, target) else {
                continue;
            };
            if relations.by_id.len() >= MOST {
                return Err(Refused::CountsTooMuch);
            }
            let relation = if is_outside {
                Relation::Outside(target)
            } else {
                let part = resolved(folder, &target);
                let sort = sort.rsplit('/').next().unwrap_or_default().to_owned();
                relations
                    .by_sort
                    .entry(sort)
                    .or_default()
                    .push(part.clone());
                Relation::Part(part)
            };
            relations.by_id.insert(id, relation);
        }
        Ok(relations)
    }

    /// Where an id leads to.
    pub(super) fn get(&self, id: &str) -> Option<&Relation> {
        self.by_id.get(id)
    }

    /// The parts of a sort.
    pub(super) fn parts(&self, sort: &str) -> &[String] {
        self.by_sort.get(sort).map_or(&[], Vec::as_slice)
    }
}

/// The name of the part that a target means, as seen from a folder of the file.
fn resolved(folder: &str, target: &str) -> String {
    let mut names: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').collect(),
    };
    for name in target.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop();
            }
            name => names.push(name),
        }
    }
    names.retain(|name| !name.is_empty());
    names.join("/")
}
