use oogst::diagnostic::print_all;
use oogst::intake::rows::{ColumnChoice, Known, TableChoices, read};
use oogst::schema::Kind;
use oogst::source::{SourcePath, Sources};
use oogst::words::Language;
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let mut choices = TableChoices::default();
    let mut known = Known::new(Language::Nl, Some(2025));
    known.add(Kind::Region, "twente", ["Twente"]);
    known.add(Kind::Region, "salland", ["Salland"]);
    known.add(Kind::Region, "fryslan", ["Fryslân"]);
    known.add(Kind::Theme, "energie", ["Energie"]);
    known.add(Kind::Theme, "techniek", ["Techniek"]);
    known.add(Kind::Organisation, "de-wilg", ["Basisschool De Wilg"]);
    for arg in &args[1..] {
        if let Some(kind) = arg.strip_prefix("kind:") {
            choices.kind = Kind::named(kind);
        } else if let Some(row) = arg.strip_prefix("row:") {
            choices.header_row = row.parse().ok();
        } else {
            choices.columns.push(ColumnChoice::parse(arg).expect("map"));
        }
    }
    let bytes = std::fs::read(&args[0]).unwrap();
    let start = std::time::Instant::now();
    let name = args[0].rsplit('/').next().unwrap();
    let read = read(&bytes, &SourcePath::new(name), &choices, &known);
    let took = start.elapsed();
    if read.rows.len() < 40 {
        for sheet in &read.sheets {
            println!("SHEET {sheet:?}");
        }
        println!("LEFT {:#?}", read.left_out);
        println!("ENC {:?} ours {}", read.encoded, read.base.is_some());
        for row in &read.rows {
            println!(
                "ROW {} {:?} id {:?} error {}",
                row.number, row.kind, row.id, row.has_error
            );
            for f in &row.fields {
                println!(
                    "    {} = {:?}",
                    f.key.written(row.kind, Language::Nl),
                    f.value
                );
            }
            println!(
                "    empty: {}",
                row.empty
                    .iter()
                    .map(|k| k.written(row.kind, Language::Nl))
                    .collect::<Vec<_>>()
                    .join(", ")
            );
        }
    }
    let n = read.diagnostics.len().min(30);
    println!(
        "{}",
        print_all(
            &read.diagnostics[..n],
            &Sources::default(),
            Language::Nl,
            false
        )
    );
    println!(
        "{} rows, {} diagnostics, {took:?}",
        read.rows.len(),
        read.diagnostics.len()
    );
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    for l in status.lines().filter(|l| l.starts_with("VmHWM")) {
        println!("{l}");
    }
}
