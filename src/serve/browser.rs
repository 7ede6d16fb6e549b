//! Opens the site in the user's browser. In goes an address of our own making, percent-encoded
//! throughout; no shell reads it. What fails is told and stops nothing.

use std::process::{Command, Stdio};

/// Opens the browser; `tell` hears why where that fails.
pub(crate) fn open(address: &str, tell: impl FnOnce(String) + Send + 'static) {
    let mut command = opener();
    command
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let name = command.get_program().to_string_lossy().into_owned();
    // An opener may live as long as the browser it started, so it is waited for on a thread that
    // nobody waits for.
    let waiting = std::thread::Builder::new()
        .name("oogst browser".to_owned())
        .spawn(move || {
            let reason = match command.status() {
                Ok(status) if status.success() => return,
                Ok(status) => format!("{name}: {status}"),
                Err(error) => format!("{name}: {error}"),
            };
            tell(reason);
        });
    // A machine that cannot start one more thread has told so elsewhere by now.
    drop(waiting);
}

fn opener() -> Command {
    if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        // `start` is a word of cmd's, which would read `&` and `%` in the address; this is what it
        // calls in the end.
        let mut command = Command::new("rundll32");
        command.arg("url.dll,FileProtocolHandler");
        command
    } else {
        Command::new("xdg-open")
    }
}
