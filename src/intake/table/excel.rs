//! An Excel workbook (ECMA-376 part 1, `SpreadsheetML`): its sheets, with what they share.

use quick_xml::events::Event;

use super::super::package::Package;
use super::super::refused::Refused;
use super::allowance::Allowance;
use super::moments::Epoch;
use super::number_formats::{NumberFormat, built_in, of_code};
use super::sheet::{Sheet, Workbook};
use super::sheet_part::{self, SharedParts};
use super::strings::SharedStrings;
use super::unreadable::Unreadable;
use crate::intake::xml_events::{XmlEvents, attribute, text_of};

const WORKBOOK: &str = "xl/workbook.xml";

/// The most kinds of look that cells may have; Excel has 65,490.
const MOST_STYLES: usize = 100_000;

pub(super) fn read(package: &mut Package<'_>) -> Result<Workbook, Unreadable> {
    let main = part(package, WORKBOOK)?.ok_or(Refused::PartMissing)?;
    let listed = listed(&main)?;
    drop(main);
    let related = related(package, WORKBOOK)?;
    let of_type = |name: &str| related.iter().find(|related| related.is(name));
    let strings = match of_type("sharedStrings") {
        Some(related) => match part(package, &related.target)? {
            Some(text) => SharedStrings::read(&text)?,
            None => SharedStrings::default(),
        },
        None => SharedStrings::default(),
    };
    let formats = match of_type("styles") {
        Some(related) => match part(package, &related.target)? {
            Some(text) => formats(&text)?,
            None => Vec::new(),
        },
        None => Vec::new(),
    };
    let shared = SharedParts {
        strings,
        formats,
        epoch: listed.epoch,
    };
    // What people do not see, such as lists to choose from, takes nothing from what they do.
    let (mut seen, mut unseen) = (Allowance::new(), Allowance::new());
    let mut sheets = Vec::new();
    for ListedSheet { name, hidden, id } in listed.sheets {
        let found = related.iter().find(|related| related.id == id);
        // A chart or a dialogue may have a sheet to itself.
        let Some(found) = found.filter(|related| related.is("worksheet")) else {
            continue;
        };
        let allowance = if hidden { &mut unseen } else { &mut seen };
        allowance.sheet()?;
        let mut sheet = Sheet::new(Some(name), hidden);
        if let Some(text) = part(package, &found.target)? {
            sheet_part::read(&text, &shared, &mut sheet, allowance)?;
        }
        sheet.comments = comments(package, &found.target)?;
        sheets.push(sheet);
    }
    Ok(Workbook {
        sheets,
        encoded: None,
    })
}

/// The names of the sheets with cells, and of the parts that they are in.
pub(super) fn sheet_parts(package: &mut Package<'_>) -> Result<Vec<(String, String)>, Refused> {
    let main = part(package, WORKBOOK)?.ok_or(Refused::PartMissing)?;
    let listed = listed(&main)?;
    let related = related(package, WORKBOOK)?;
    let of_sheet = |sheet: ListedSheet| {
        let part = related.iter().find(|related| related.id == sheet.id)?;
        part.is("worksheet")
            .then(|| (sheet.name, part.target.clone()))
    };
    Ok(listed.sheets.into_iter().filter_map(of_sheet).collect())
}

/// The text of a part.
pub(super) fn part(package: &mut Package<'_>, name: &str) -> Result<Option<String>, Refused> {
    package.part(name)?.map(text_of).transpose()
}

/// What the workbook says of its sheets.
struct ListedSheets {
    sheets: Vec<ListedSheet>,
    epoch: Epoch,
}

struct ListedSheet {
    name: String,
    hidden: bool,
    /// What its part is called among the related ones.
    id: String,
}

fn listed(text: &str) -> Result<ListedSheets, Refused> {
    let mut listed = ListedSheets {
        sheets: Vec::new(),
        epoch: Epoch::From1900,
    };
    let mut events = XmlEvents::of(text);
    while let Some(event) = events.next()? {
        let Event::Start(element) = event else {
            continue;
        };
        match element.local_name().as_ref() {
            "workbookPr" => {
                let from_1904 = attribute(&element, "date1904");
                if from_1904.is_some_and(|value| value == "1" || value == "true") {
                    listed.epoch = Epoch::From1904;
                }
            }
            "sheet" => listed.sheets.push(ListedSheet {
                name: attribute(&element, "name").unwrap_or_default(),
                hidden: attribute(&element, "state").is_some_and(|state| state != "visible"),
                id: attribute(&element, "id").unwrap_or_default(),
            }),
            _ => {}
        }
    }
    Ok(listed)
}

/// A part that another one names.
pub(super) struct Related {
    id: String,
    /// What it is to that part: an address that ends in a word.
    kind: String,
    /// Its name in the file.
    pub(super) target: String,
}

impl Related {
    pub(super) fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// The parts that a part names (ECMA-376 part 2, section 6.5).
pub(super) fn related(package: &mut Package<'_>, of: &str) -> Result<Vec<Related>, Refused> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let Some(text) = part(package, &format!("{folder}/_rels/{name}.rels"))? else {
        return Ok(Vec::new());
    };
    let mut related = Vec::new();
    let mut events = XmlEvents::of(&text);
    while let Some(event) = events.next()? {
        let Event::Start(element) = event else {
            continue;
        };
        let is_outside = attribute(&element, "TargetMode").is_some_and(|mode| mode == "External");
        if element.local_name().as_ref() == "Relationship" && !is_outside {
            related.push(Related {
                id: attribute(&element, "Id").unwrap_or_default(),
                kind: attribute(&element, "Type").unwrap_or_default(),
                target: target(folder, &attribute(&element, "Target").unwrap_or_default()),
            });
        }
    }
    Ok(related)
}

/// The name of a part that is named from a folder of the file.
fn target(folder: &str, written: &str) -> String {
    let mut parts: Vec<&str> = if written.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').collect()
    };
    for part in written.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// What the numbers of each style of cells are.
fn formats(text: &str) -> Result<Vec<NumberFormat>, Refused> {
    let mut own = std::collections::HashMap::new();
    let mut formats = Vec::new();
    let mut is_of_cells = false;
    let mut events = XmlEvents::of(text);
    while let Some(event) = events.next()? {
        let element = match event {
            Event::Start(element) => element,
            Event::End(element) => {
                is_of_cells &= element.local_name().as_ref() != "cellXfs";
                continue;
            }
            _ => continue,
        };
        let id = || attribute(&element, "numFmtId")?.parse::<u32>().ok();
        match element.local_name().as_ref() {
            "cellXfs" => is_of_cells = true,
            "numFmt" if own.len() < MOST_STYLES => {
                let code = attribute(&element, "formatCode").unwrap_or_default();
                own.extend(id().map(|id| (id, of_code(&code))));
            }
            "xf" if is_of_cells && formats.len() < MOST_STYLES => {
                let id = id().unwrap_or_default();
                formats.push(own.get(&id).copied().unwrap_or_else(|| built_in(id)));
            }
            _ => {}
        }
    }
    Ok(formats)
}

/// How many cells of a sheet have a comment: of the old kind, which the new kind brings along.
fn comments(package: &mut Package<'_>, sheet: &str) -> Result<usize, Refused> {
    let related = related(package, sheet)?;
    let Some(found) = related.iter().find(|related| related.is("comments")) else {
        return Ok(0);
    };
    let Some(text) = part(package, &found.target)? else {
        return Ok(0);
    };
    let mut count = 0;
    let mut events = XmlEvents::of(&text);
    while let Some(event) = events.next()? {
        if let Event::Start(element) = event {
            count += usize::from(element.local_name().as_ref() == "comment");
        }
    }
    Ok(count)
}
