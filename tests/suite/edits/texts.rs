//! What stands beside the records that are edited, and names them.

pub(super) const SHARED: &str = r#"[[organisation]]
id = "bakkerij"
name = "Bakkerij Bos"
kind = "company"
regions = ["oord"]

[[organisation]]
id = "school"
name = "De School"
kind = "school"

[[person]]
id = "anna"
name = "Anna Berg"
organisation = "school"

[[series]]
id = "dorpsdagen"
name = "Dorpsdagen"
kind = "yearly"
"#;

pub(super) const FACTS: &str = r#"regions = ["oord"]
themes = ["techniek"]
series = "dorpsdagen"
organisers = ["school"]
participants = 40
"#;

pub(super) const PROGRAMME: &str = r#"[[session]]
id = "opening"
title = "Opening"
start = "13:30"
speakers = ["anna"]
text = "Welkom."

[[speaker]]
person = "anna"
role = "Docent"

[[quote]]
text = "Doen is leren."
by = "anna"

[[figure]]
label = "Bezoekers"
value = 40

[[photo]]
file = "media/foto.png"
alt = "Een punt"
consent = "yes"

[[resource]]
title = "De tabel"
file = "media/tabel.csv"
kind = "data"

[[correction]]
date = 2025-04-02
text = "Een naam was verkeerd gespeld."
"#;

/// [`PIXEL`] in another shade.
pub(super) const OTHER_PIXEL: &[u8] =
    include_bytes!("../../sites/veenland/content/events/2019-techniekdag/media/kaarten.png");
