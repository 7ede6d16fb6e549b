//! The field reference in `docs/` is made from the schema: what stands there is what the program
//! reads.

use std::fs;
use std::path::Path;

use oogst::input::field_reference::reference;
use oogst::words::Language;

#[test]
fn the_field_reference_is_what_the_schema_says() {
    for (file, language) in [("velden.md", Language::Nl), ("fields.md", Language::En)] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("docs")
            .join(file);
        let made = reference(language);
        if std::env::var_os("OOGST_REWRITE_EXPECTED").is_some() {
            fs::write(&path, &made).expect("docs can be written");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == made,
            "docs/{file} is not what the schema says; run OOGST_REWRITE_EXPECTED=1 cargo test --test suite reference"
        );
    }
}
