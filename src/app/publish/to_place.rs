//! The site at a place where single files can be put.

use super::putting::{PutAsked, agreed, counted, failed, show};
use crate::app::build::stop_on_ctrl_c;
use crate::app::ending::Ending;
use crate::app::placing::Putting;
use crate::app::terminal::Terminal;
use crate::diagnostic::harmless;
use crate::output::Cancel;
use crate::pipeline::Progress;
use crate::publish::{PublishFault, PublishPlan, PublishTarget, look};
use crate::words::publishing as words;

/// Puts the site there, once somebody agreed to what that changes.
pub(super) fn put(
    name: &str,
    target: &dyn PublishTarget,
    asked: &PutAsked<'_>,
) -> Result<(), Ending> {
    let (task, terminal) = (asked.task, asked.terminal);
    let language = terminal.language;
    let refuse = |fault: PublishFault| failed(&fault, terminal);
    let (folder, site) = asked.site()?;
    let busy = terminal.busy(words::LOOKING.get(language));
    let plan = look(&site, target, task.allowed);
    drop(busy);
    let plan = plan.map_err(refuse)?;
    tell_plan(&plan, target, terminal);
    let caution = target.caution();
    if let Some(caution) = caution {
        terminal.tell(caution.message(language));
    }
    // One that a run left is taken away by the next.
    if plan.is_done && !plan.is_locked {
        terminal.tell(words::ALREADY_THERE.get(language));
        return Ok(());
    }
    if task.dry_run {
        terminal.tell(words::DRY_RUN.get(language));
        return Ok(());
    }
    agreed(task.yes, terminal)?;
    let cancel = Cancel::default();
    stop_on_ctrl_c(&cancel);
    let bar = terminal.progress();
    let putting = Putting {
        site: &site,
        allowed: task.allowed,
        cancel: &cancel,
        on: &|progress| show(&bar, progress),
    };
    let done = putting.at(&folder, name, target);
    bar.on(Progress::Committing);
    done.map_err(refuse)?;
    // Of some places it is only known now.
    if let Some(found) = target.caution().filter(|found| caution != Some(*found)) {
        terminal.tell(found.message(language));
    }
    let shown = target.shown();
    terminal.tell(words::published(&harmless(&shown)).get(language));
    Ok(())
}

/// "14 nieuw · 6 gewijzigd · 1 weg · 2.310 gelijk → //server/www".
fn tell_plan(plan: &PublishPlan, target: &dyn PublishTarget, terminal: &Terminal) {
    let counts = [
        (plan.new, words::NEW),
        (plan.changed, words::CHANGED),
        (plan.gone.len(), words::GONE),
        (plan.same, words::SAME),
    ];
    let counts = counted(&counts, terminal.language);
    let shown = target.shown();
    terminal.tell(words::counted(&counts, &harmless(&shown)).get(terminal.language));
}
