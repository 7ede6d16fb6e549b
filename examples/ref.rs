fn main(){ let l = if std::env::args().nth(1).as_deref()==Some("nl") {oogst::words::Language::Nl} else {oogst::words::Language::En}; print!("{}", oogst::content::reference::reference(l)); }
