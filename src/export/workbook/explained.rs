//! What the first sheet says to whoever opens the workbook.

use super::request::WorkbookRequest;
use crate::words::exporting;

/// Its lines, the title first.
pub(super) fn lines(request: &WorkbookRequest<'_>) -> Vec<String> {
    let language = request.site.language;
    let (folder, called) = request.event.unwrap_or(("", request.title));
    let title = if request.is_empty {
        exporting::form_for(&called)
    } else {
        exporting::list_of(&called)
    };
    let mut lines = vec![title.get(language).to_owned(), String::new()];
    let mut say = |text: &str| lines.push(text.to_owned());
    say(exporting::made_from(&request.title).get(language));
    if !request.is_empty {
        say(exporting::CHANGE_CELLS.get(language));
    }
    for text in [
        exporting::ONE_SHEET_A_KIND,
        exporting::NEW_ROWS,
        exporting::HEADS_EXPLAIN,
        exporting::SEVERAL_IN_A_CELL,
    ] {
        say(text.get(language));
    }
    if !request.is_empty {
        for text in [
            exporting::LEAVE_THE_ID,
            exporting::EMPTY_CELLS,
            exporting::MARKDOWN_STAYS,
            exporting::NOT_FOR_ALL,
        ] {
            say(text.get(language));
        }
    }
    say("");
    let into = match folder {
        "" => exporting::SOME_EVENT.get(language),
        folder => folder,
    };
    say(exporting::take_over(&into).get(language));
    lines
}
