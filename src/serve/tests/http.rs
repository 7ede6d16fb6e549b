//! What a browser, a script, or somebody with worse intentions gets.

use std::fs;

use super::harness::Served;
use crate::serve::{Changed, Rebuilt};

const HOME: &str = "<!doctype html><body>thuis</body>";

fn site(base: &str) -> Served {
    Served::start(
        base,
        &[
            ("output/index.html", HOME),
            ("output/regios/twente/index.html", "<p>Twente"),
            ("output/over dit/index.html", "<p>over"),
            ("output/look.css", "0123456789"),
            ("output/feed.xml", "<feed/>"),
            ("output/404.html", "<body>zoek</body>"),
            ("output/leeg/x.txt", "x"),
            ("output/nul.bin", ""),
            ("output/.verborgen", "geheim"),
            ("geheim.txt", "geheim"),
        ],
    )
}

#[test]
fn pages_come_at_clean_addresses_with_the_module_in_them() {
    let served = site("/");
    let home = served.get("/");
    assert_eq!(home.status, 200);
    let expected = format!(
        "<!doctype html><body>thuis<script type=\"module\" src=\"/__oogst/reload.js\" data-oogst-seen=\"{}\"></script></body>",
        served.mark()
    );
    assert_eq!(home.body, expected);
    assert_eq!(
        home.header("content-length"),
        Some(expected.len().to_string().as_str())
    );
    for (name, value) in [
        ("content-type", "text/html; charset=utf-8"),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(home.header(name), Some(value), "{name}");
    }
    assert_eq!(
        fs::read_to_string(served.path("output/index.html")).expect("the page is there"),
        HOME
    );
    assert!(
        served
            .get("/regios/twente/")
            .body
            .starts_with("<p>Twente<script")
    );
    assert!(
        served
            .get("/regios/twente/index.html")
            .body
            .starts_with("<p>Twente<script")
    );
    assert!(
        served
            .get("/over%20dit/?q=1")
            .body
            .starts_with("<p>over<script")
    );
    assert_eq!(
        served.get("/feed.xml").header("content-type"),
        Some("application/atom+xml; charset=utf-8")
    );
    assert_eq!(served.get("/look.css").body, "0123456789");
    assert_eq!(served.get("/nul.bin").header("content-length"), Some("0"));
}

#[test]
fn a_folder_without_its_slash_is_redirected() {
    let served = site("/");
    let answer = served.get("/regios/twente?q=%C3%A9");
    assert_eq!(
        (answer.status, answer.header("location")),
        (308, Some("/regios/twente/?q=%C3%A9"))
    );
    assert_eq!(
        served.get("/over%20dit").header("location"),
        Some("/over%20dit/")
    );
    assert_eq!(served.get("/leeg").status, 404);
    assert_eq!(served.get("/leeg/").status, 404);
    assert_eq!(served.get("/look.css/").status, 404);
    assert_eq!(served.get("//regios/twente").status, 404);
}

#[test]
fn what_is_not_there_is_the_sites_own_404_page() {
    let served = site("/");
    let answer = served.get("/weg/");
    assert_eq!(answer.status, 404);
    assert!(
        answer.body.starts_with("<body>zoek<script"),
        "{}",
        answer.body
    );
    fs::remove_file(served.path("output/404.html")).expect("the page is there");
    let answer = served.get("/weg/");
    assert_eq!(answer.status, 404);
    assert!(
        answer.body.contains("Deze pagina bestaat niet"),
        "{}",
        answer.body
    );
}

#[test]
fn before_the_first_build_has_ended_every_page_says_that_it_is_being_made() {
    let served = Served::start_before_build("/", &[]);
    assert_eq!(served.next_build(), Changed::All);
    for path in ["/", "/bijeenkomsten/2025-x/"] {
        let answer = served.get(path);
        assert_eq!(answer.status, 503, "{path}");
        let said = "De site wordt nu voor het eerst gemaakt.";
        assert!(answer.body.contains(said), "{path}: {}", answer.body);
    }
    served.end_build(Rebuilt::Fresh { changed: true });
    served.announced();
    assert_eq!(served.get("/bijeenkomsten/2025-x/").status, 404);
}

#[test]
fn only_our_own_names_are_answered() {
    let served = site("/");
    let port = served.port;
    let ask = |hosts: &str| served.ask(&format!("GET / HTTP/1.1\r\n{hosts}"));
    for host in ["localhost", "LOCALHOST", "127.0.0.1", "[::1]"] {
        assert_eq!(
            ask(&format!("Host: {host}:{port}\r\n")).status,
            200,
            "{host}"
        );
    }
    for host in [
        format!("evil.example:{port}"),
        format!("localhost.evil.example:{port}"),
        format!("localhost.:{port}"),
        format!("user@localhost:{port}"),
        format!("127.0.0.2:{port}"),
        "localhost".to_owned(),
        "[::1]".to_owned(),
        "localhost:1".to_owned(),
        format!("localhost:0{port}"),
        format!(":{port}"),
        String::new(),
    ] {
        let answer = ask(&format!("Host: {host}\r\n"));
        assert_eq!(answer.status, 403, "{host}");
        assert!(!answer.body.contains("thuis"), "{host}");
    }
    assert_eq!(
        ask(&format!("Host: localhost:{port}\r\nHost: evil.example\r\n")).status,
        403
    );
    assert_eq!(served.ask("GET / HTTP/1.0\r\n").status, 403);
    let absolute = served.ask(&format!(
        "GET http://evil.example/ HTTP/1.1\r\nHost: localhost:{port}\r\n"
    ));
    assert_eq!(absolute.status, 403);
    assert_eq!(
        served
            .ask(&format!(
                "GET /__oogst/events HTTP/1.1\r\nHost: evil.example:{port}\r\n"
            ))
            .status,
        403
    );
}

#[test]
fn only_reading_is_possible() {
    let served = site("/");
    for method in [
        "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "OOGST",
    ] {
        let target = if method == "CONNECT" {
            format!("localhost:{}", served.port)
        } else {
            "/".to_owned()
        };
        let answer = served.ask(&format!(
            "{method} {target} HTTP/1.1\r\nHost: localhost:{}\r\n",
            served.port
        ));
        assert_eq!(
            (answer.status, answer.header("allow")),
            (405, Some("GET, HEAD")),
            "{method}"
        );
    }
}

#[test]
fn head_says_what_get_would_and_sends_nothing() {
    let served = site("/");
    for path in [
        "/",
        "/look.css",
        "/feed.xml",
        "/nul.bin",
        "/weg/",
        "/regios/twente",
        "/__oogst/overlay.css",
    ] {
        let get = served.get(path);
        let head = served.ask(&format!(
            "HEAD {path} HTTP/1.1\r\nHost: localhost:{}\r\n",
            served.port
        ));
        assert_eq!(head.status, get.status, "{path}");
        assert_eq!(
            head.header("content-length"),
            get.header("content-length"),
            "{path}"
        );
        assert_eq!(
            head.header("content-type"),
            get.header("content-type"),
            "{path}"
        );
        assert_eq!(head.body, "", "{path}");
    }
}

#[test]
fn a_part_of_a_file_can_be_asked_for() {
    let served = site("/");
    let part = |range: &str| {
        let answer = served.get_with("/look.css", &format!("Range: {range}"));
        (
            answer.status,
            answer.body.clone(),
            answer.header("content-range").map(str::to_owned),
        )
    };
    assert_eq!(
        part("bytes=2-4"),
        (206, "234".to_owned(), Some("bytes 2-4/10".to_owned()))
    );
    assert_eq!(
        part("bytes=-2"),
        (206, "89".to_owned(), Some("bytes 8-9/10".to_owned()))
    );
    assert_eq!(
        part("bytes=7-"),
        (206, "789".to_owned(), Some("bytes 7-9/10".to_owned()))
    );
    assert_eq!(
        part("bytes=10-"),
        (416, String::new(), Some("bytes */10".to_owned()))
    );
    assert_eq!(part("bytes=0-1,4-5"), (200, "0123456789".to_owned(), None));
    assert_eq!(part("bytes=0-1\r\nIf-Range: \"x\"").0, 200);
    assert_eq!(
        served.get("/look.css").header("accept-ranges"),
        Some("bytes")
    );
    let page = served.get_with("/", "Range: bytes=0-8");
    assert_eq!((page.status, page.body.as_str()), (206, "<!doctype"));
}

#[test]
fn a_large_file_comes_whole() {
    let served = site("/");
    let text = "0123456789abcdef".repeat(40_000);
    served.write("output/groot.txt", &text);
    assert!(served.get("/groot.txt").body == text, "all of it, in order");
    let end = served.get_with("/groot.txt", "Range: bytes=639990-");
    assert_eq!((end.status, end.body.as_str()), (206, "6789abcdef"));
}

#[test]
fn no_path_leads_out_of_the_site() {
    let served = site("/");
    for path in [
        "/../geheim.txt",
        "/regios/../../geheim.txt",
        "/%2e%2e/geheim.txt",
        "/%2e%2e%2fgeheim.txt",
        "/..%5cgeheim.txt",
        "/..\\geheim.txt",
        "/.verborgen",
        "/%2everborgen",
        "/./look.css",
        "/look.css%00",
        "/look.css%00.html",
        "//geheim.txt",
        "/%2fetc%2fpasswd",
        "//etc/passwd",
        "/regios//twente/",
        "/%c0%ae%c0%ae/geheim.txt",
        "/%",
        "/%zz",
        "/%ff",
    ] {
        let answer = served.get(path);
        assert!(
            [400, 404].contains(&answer.status),
            "{path}: {}",
            answer.status
        );
        assert!(!answer.body.contains("geheim"), "{path}");
    }
    let long = format!("/{}", "a".repeat(5_000));
    assert_eq!(served.get(&long).status, 404);
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere() {
    use std::os::unix::fs::symlink;
    let served = site("/");
    let link = |target: &str, name: &str| {
        symlink(served.path(target), served.path(name)).expect("links can be made");
    };
    link("geheim.txt", "output/uit.txt");
    link(".", "output/omhoog");
    link("output/.verborgen", "output/open.txt");
    link("output/rond", "output/rond");
    link("output/look.css", "output/in.css");
    // No build makes a link, so one that stays in the site is nobody's either.
    for path in [
        "/uit.txt",
        "/omhoog/geheim.txt",
        "/open.txt",
        "/rond",
        "/omhoog",
        "/in.css",
    ] {
        assert_eq!(served.get(path).status, 404, "{path}");
    }
    assert_eq!(served.get("/look.css").body, "0123456789");
}

#[test]
fn a_site_under_a_path_is_served_there() {
    let served = site("/oogst/");
    let root = served.get("/");
    assert_eq!(
        (root.status, root.header("location")),
        (307, Some("/oogst/"))
    );
    assert_eq!(served.get("/oogst").header("location"), Some("/oogst/"));
    assert!(served.get("/oogst/").body.contains("thuis"));
    assert!(served.get("/oogst/regios/twente/").body.contains("Twente"));
    assert_eq!(
        served.get("/oogst/regios/twente").header("location"),
        Some("/oogst/regios/twente/")
    );
    let outside = served.get("/regios/twente/");
    assert_eq!(outside.status, 404);
    assert!(outside.body.contains("zoek"));
    assert_eq!(served.get("/__oogst/reload.js").status, 200);
}

#[test]
fn the_modules_own_files_are_there() {
    let served = site("/");
    let module = served.get("/__oogst/reload.js");
    assert_eq!(
        (module.status, module.header("content-type")),
        (200, Some("text/javascript; charset=utf-8"))
    );
    let stylesheet = served.get("/__oogst/overlay.css");
    assert_eq!(
        (stylesheet.status, stylesheet.header("content-type")),
        (200, Some("text/css; charset=utf-8"))
    );
    assert_eq!(served.get("/__oogst/").status, 404);
}
