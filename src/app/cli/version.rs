//! What `oogst --version` says behind the program's name: its version and, where a package was made
//! of it, the commit it was made from and the features it was made with.

use std::sync::LazyLock;

/// The commit, as `scripts/package` names it to the compiler. Who compiles the program by hand has
/// the sources at hand, and none is named.
const COMMIT: Option<&str> = option_env!("OOGST_COMMIT");

/// Each optional feature, and whether this program has it.
const FEATURES: [(&str, bool); 1] = [("publish", cfg!(feature = "publish"))];

/// The version of this program.
pub(super) static VERSION: LazyLock<String> =
    LazyLock::new(|| version(env!("CARGO_PKG_VERSION"), COMMIT, &FEATURES));

fn version(number: &str, commit: Option<&str>, features: &[(&str, bool)]) -> String {
    let Some(commit) = commit else {
        return number.to_owned();
    };
    let features = features.iter().filter(|(_, is_there)| *is_there);
    let told: Vec<&str> = std::iter::once(commit)
        .chain(features.map(|(name, _)| *name))
        .collect();
    format!("{number} ({})", told.join(", "))
}

#[test]
fn a_package_says_what_it_was_made_of() {
    let features = [("publish", true), ("other", false)];
    assert_eq!(version("0.1.0", None, &features), "0.1.0");
    assert_eq!(
        version("0.1.0", Some("3c58e229"), &features),
        "0.1.0 (3c58e229, publish)"
    );
    assert_eq!(
        version("0.1.0", Some("3c58e229"), &[("publish", false)]),
        "0.1.0 (3c58e229)"
    );
}
