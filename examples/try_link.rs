//! try
use oogst::content::{media::*, record::parse};
use oogst::report::link::*;
use oogst::source::*;
fn main() {
    let root = std::env::args().nth(1).unwrap();
    let drafts = std::env::args().any(|a| a == "--drafts");
    let mut sources = Sources::default();
    let config_text = std::fs::read(format!("{root}/oogst.toml")).unwrap();
    let config_file = SourceFile { path: SourcePath::new("oogst.toml"), text: normalise(&config_text).unwrap().into(), hash: [0; 32] };
    let cid = sources.add(config_file.clone());
    let (config, mut diagnostics) = oogst::config::read(cid, &config_file);
    let mut media = MediaFiles::default();
    let mut files = vec![];
    for entry in walkdir::WalkDir::new(format!("{root}/content")) {
        let entry = entry.unwrap();
        if !entry.file_type().is_file() { continue; }
        let rel = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        let path = SourcePath::new(&rel);
        let ext = path.stem_and_extension().1;
        if ext == "md" || ext == "toml" {
            files.push(SourceFile { path, text: normalise(&std::fs::read(entry.path()).unwrap()).unwrap().into(), hash: [0; 32] });
        } else {
            media.files.insert(path, MediaFile { disk: entry.path().into(), size: entry.metadata().unwrap().len(), stamp: [0; 32], picture: None });
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut records = vec![];
    for file in files {
        let id = sources.add(file.clone());
        let parsed = parse(id, &file, config.language());
        diagnostics.extend(parsed.diagnostics);
        records.extend(parsed.records);
    }
    let count = records.len();
    let start = std::time::Instant::now();
    let (report, found) = link(Material { records, media: &media }, &config, LinkOptions { drafts });
    let took = start.elapsed();
    diagnostics.extend(found);
    oogst::diagnostic::sort(&mut diagnostics, &sources);
    if !std::env::args().any(|a| a == "--quiet") {
        println!("{}", oogst::diagnostic::print_all(&diagnostics, &sources, oogst::words::Language::Nl, false));
    }
    println!("{count} records, {took:?}, {} diagnostics, {:?}", diagnostics.len(), report.totals);
    for need in report.needs.iter().filter(|n| n.lead).take(20) {
        println!("{:?} {} -> {:?}", need.side, need.id, need.matches.iter().map(|m| report[*m].id.as_str()).collect::<Vec<_>>());
    }
    for series in &report.series { println!("{} {:?}", series.id, series.returned.iter().map(Vec::len).collect::<Vec<_>>()); }
}
