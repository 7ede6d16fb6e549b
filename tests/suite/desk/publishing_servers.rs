//! Publishing to a server from the desk: its key, and a secret that is asked for.

use super::browser::ShownForm;
use super::pages::words;
use super::publishing::{AT, AtDesk, EVENT, assert_refused};
use crate::publishing::sshd::{Sshd, is_there, whoami};
use crate::tree::Tree;

const SECRET: &str = "niet-verklappen";

/// A report with a place on a server, and the server.
fn on_server(pass_phrase: &str) -> (AtDesk, Sshd) {
    let sshd = Sshd::new();
    sshd.new_closed_key("home/.ssh/id_ed25519", pass_phrase);
    let at = AtDesk::closed();
    crate::harness::copy(&sshd.home().join(".ssh"), &at.user.path().join(".ssh"));
    let place = format!(
        "soort = \"sftp\"\nserver = \"127.0.0.1\"\npoort = {}\ngebruiker = \"{}\"\nmap = \"{}\"\n# van de beheerder\n",
        sshd.port(),
        whoami(),
        at.www().display()
    );
    (at.opened(&place), sshd)
}

#[test]
fn a_server_is_known_once_somebody_agreed_and_a_changed_key_stops_all() {
    if !is_there() {
        return;
    }
    let (mut at, mut sshd) = on_server("");
    let before = at.site.read("oogst.toml");
    let asked = at.look();
    assert_refused(&asked, "Oogst was nog niet eerder op ‘127.0.0.1’");
    assert!(asked.body.contains("value=\"SHA256:"), "{}", asked.body);
    let key = asked.body.split("value=\"SHA256:").nth(1);
    let key = key.and_then(|rest| rest.split('"').next());
    let key = format!("SHA256:{}", key.expect("it ends"));
    // Another key than the server's is no answer.
    let wrong = at.send(&asked.body, &[("server_key", "SHA256:x")]);
    assert_refused(&wrong, &key);
    let unsaid = at.send(&asked.body, &[]);
    assert_refused(&unsaid, &key);
    assert_eq!(at.site.read("oogst.toml"), before, "nobody agreed");
    let seen = at.send(&asked.body, &[("server_key", &key)]);
    assert_eq!(seen.status, 200, "{}", words(&seen.body));
    let line = format!("serversleutel = \"{key}\"\n# van de beheerder\n");
    assert_eq!(
        at.site.read("oogst.toml"),
        before.replace("# van de beheerder\n", &line)
    );
    assert!(!at.www().exists());
    let said = at.followed(&at.send(&seen.body, &[]));
    assert!(
        said.contains("De site staat op sftp://127.0.0.1/"),
        "{said}"
    );
    at.assert_published(&[]);
    at.site
        .replace(EVENT, "+++\ntitel = \"", "+++\ntitel = \"Nieuwe ");
    at.publish();
    at.assert_published(&[]);
    let before = Tree::read(&at.www());
    sshd.new_key("host");
    sshd.start("internal-sftp");
    at.site
        .replace(EVENT, "titel = \"Nieuwe ", "titel = \"Nog nieuwere ");
    let refused = at.look();
    assert_refused(&refused, "is niet meer de server van eerder");
    assert!(!refused.body.contains("server_key"), "{}", refused.body);
    before.assert_same(&Tree::read(&at.www()), "nothing changes");
}

#[test]
fn a_secret_is_asked_for_once_and_stands_nowhere() {
    if !is_there() {
        return;
    }
    let (at, _sshd) = on_server(SECRET);
    let asked = at.look();
    let key = asked.body.split("value=\"SHA256:").nth(1);
    let key = key.and_then(|rest| rest.split('"').next());
    let key = format!("SHA256:{}", key.expect("a key is shown"));
    let asked = at.send(&asked.body, &[("server_key", &key)]);
    assert_refused(&asked, "‘127.0.0.1’ vraagt het wachtwoord van");
    let with = |page: &str, secret: &str| {
        let mut form = ShownForm::read(page);
        form.fill("secret", secret);
        at.desk().send(AT, &form.body())
    };
    let wrong = with(&asked.body, "iets-anders");
    assert_refused(&wrong, "Het wachtwoord klopt niet");
    assert!(!wrong.body.contains("iets-anders"), "{}", wrong.body);
    let seen = with(&wrong.body, SECRET);
    assert_eq!(seen.status, 200, "{}", words(&seen.body));
    assert!(!seen.body.contains(SECRET), "{}", seen.body);
    // It is known until the report is closed.
    at.followed(&at.send(&seen.body, &[]));
    at.assert_published(&[]);
    assert!(!at.desk().said().contains(SECRET));
    for folder in [at.site.root(), at.user.path()] {
        for (path, bytes) in &Tree::read(folder).0 {
            let text = String::from_utf8_lossy(bytes);
            assert!(!text.contains(SECRET), "{path}");
        }
    }
}
