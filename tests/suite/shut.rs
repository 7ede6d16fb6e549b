//! `oogst build` keeps its doors shut: under strace it opens no connection, starts no program,
//! follows no link out of the content and writes nothing but the site and its own folder.
//!
//! Where strace is missing or the kernel forbids it, the tests say so and look at nothing;
//! `scripts/test` installs it and sets `OOGST_TEST_STRACE=required`, so that there they cannot.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::every_field;
use crate::harness::{DAY, Site, link, tell};

/// What is watched: all that reaches another program or machine, and all that names a file.
const WATCHED: &str = "trace=%network,%process,%file";

#[test]
fn a_build_opens_no_connection_starts_nothing_and_writes_its_own_folders_only() {
    for name in ["veenland", "every field"] {
        let mut asked = 0;
        let mut say = || {
            asked += 1;
            format!("Gewone [woorden](https://kwaad.example/), nummer {asked}")
        };
        let site = if name == "every field" {
            every_field::site(&mut say, "")
        } else {
            Site::from(name)
        };
        // The first build, one that has nothing to do, and one that takes something away.
        for round in 0..3 {
            if round == 2 {
                fs::write(
                    site.at("content/los.toml"),
                    "[[regio]]\nnaam = \"Streek\"\n",
                )
                .expect("a file can be written");
            }
            let Some(calls) = traced(&site, &["build", "--date", DAY], 0) else {
                return;
            };
            assert!(calls.len() > 100, "strace saw {} calls", calls.len());
            assert_eq!(
                wrong(&calls, site.root()),
                Vec::<String>::new(),
                "{name}, build {}",
                round + 1
            );
        }
    }
}

#[test]
fn a_link_out_of_the_content_is_not_opened() {
    let outside = Site::with(&[
        ("map/geheim.toml", "x"),
        ("geheim.md", "+++\n+++\n"),
        ("geheim.png", "x"),
        ("oogst.toml", "x"),
    ]);
    let site = Site::from("klein");
    for (target, place) in [
        ("map", "content/map"),
        ("geheim.md", "content/pages/geheim.md"),
        (
            "geheim.png",
            "content/events/2025-techniekavond/media/geheim.png",
        ),
        ("map", "templates"),
        ("map", "themes/eigen"),
        ("geheim.png", "assets/geheim.png"),
        // One whose name stays inside, by way of a link that does not.
        (
            "map/../oogst.toml",
            "content/events/2025-techniekavond/om.toml",
        ),
    ] {
        fs::create_dir_all(site.at(place).parent().expect("a place has a folder"))
            .expect("a folder can be made");
        link(&outside.at(target), &site.at(place));
    }
    let Some(calls) = traced(&site, &["build", "--date", DAY], 1) else {
        return;
    };
    let secret = outside.root().to_string_lossy().into_owned();
    let opened: Vec<&String> = calls
        .iter()
        .filter(|call| call.starts_with("open") && call.contains(&format!("<{secret}")))
        .collect();
    assert!(
        opened.is_empty(),
        "what lies outside was opened: {opened:#?}"
    );
    assert_eq!(wrong(&calls, site.root()), Vec::<String>::new());
}

#[test]
fn the_judge_of_calls_sees_what_is_wrong() {
    let root = Path::new("/tmp/site");
    for call in [
        "socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 3<socket:[1]>",
        "connect(3<socket:[1]>, {sa_family=AF_UNIX, sun_path=\"/x\"}, 110) = 0",
        "clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|SIGCHLD, child_tidptr=0x7f) = 5",
        "vfork() = 5",
        "openat(AT_FDCWD</tmp/site>, \"/tmp/elders\", O_WRONLY|O_CREAT|O_CLOEXEC, 0666) = 4</tmp/elders>",
        "openat(AT_FDCWD</tmp/site>, \"content/x\", O_RDWR|O_CLOEXEC) = 4</tmp/site/content/x>",
        "rename(\"/tmp/site/.oogst/x\", \"/tmp/site/content/x\") = 0",
        "unlink(\"/tmp/site/content/x\") = 0",
        "mkdir(\"/tmp/site/outputs\", 0777) = 0",
        "unlinkat(5</tmp/site/content>, \"x\", 0) = 0",
        "symlink(\"/x\", \"/tmp/elders\") = 0",
    ] {
        assert_eq!(wrong(&[call.to_owned()], root).len(), 1, "{call}");
    }
    let (first, second) = (
        "execve(\"/bin/oogst\", [\"oogst\"], 0x7f /* 9 vars */) = 0",
        "execve(\"/bin/sh\", [\"sh\"], 0x7f /* 9 vars */) = 0",
    );
    assert_eq!(wrong(&[first.to_owned()], root), Vec::<String>::new());
    assert_eq!(wrong(&[first.to_owned(), second.to_owned()], root).len(), 1);
    for call in [
        "openat(AT_FDCWD</tmp/site>, \"/tmp/site/output/x\", O_WRONLY|O_CREAT|O_EXCL|O_CLOEXEC, 0666) = 4</tmp/site/output/x>",
        "openat(AT_FDCWD</tmp/site>, \"content/x\", O_RDONLY|O_CLOEXEC) = 4</tmp/site/content/x>",
        "rename(\"/tmp/site/.oogst/staging/x\", \"/tmp/site/output/x\") = 0",
        "clone3({flags=CLONE_VM|CLONE_FS|CLONE_THREAD, exit_signal=0, stack_size=0x1ff500}, 88) = 5",
        "unlinkat(5</tmp/site/output/a>, \"x\", 0) = 0",
    ] {
        assert_eq!(
            wrong(&[call.to_owned()], root),
            Vec::<String>::new(),
            "{call}"
        );
    }
}

/// Every watched call of a run that ends with this code; none where nothing can be traced here.
fn traced(site: &Site, words: &[&str], code: i32) -> Option<Vec<String>> {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    if !may_trace(site) {
        return None;
    }
    let calls = folder.path().join("calls");
    // A file of its own for each thread: lines of several would be cut by each other. Names of
    // files are shown whole.
    let mut arguments = vec![
        "-f",
        "-ff",
        "-y",
        "-qq",
        "-s",
        "4096",
        "-e",
        WATCHED,
        "-e",
        "signal=none",
        "-o",
        calls.to_str().expect("a path is text"),
    ];
    arguments.push(env!("CARGO_BIN_EXE_oogst"));
    arguments.extend(words);
    // The one thing outside: the user's key, in the user's own folder.
    let keys = folder.path().join("state");
    let ran = Command::new("strace")
        .args(&arguments)
        .current_dir(site.root())
        .stdin(Stdio::null())
        .env("XDG_STATE_HOME", &keys)
        .output();
    let ran = ran.expect("strace can be started");
    assert_eq!(
        ran.status.code(),
        Some(code),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let kept = keys.join("oogst");
    // A build that is refused needs none.
    let names = if code == 0 { vec!["key"] } else { Vec::new() };
    assert_eq!(
        fs::read_dir(&kept)
            .map(|entries| entries
                .flatten()
                .map(|entry| entry.file_name())
                .collect::<Vec<_>>())
            .unwrap_or_default(),
        names
    );
    Some(calls_outside(folder.path(), &keys))
}

/// Whether calls can be watched here; where they must be, they can.
fn may_trace(site: &Site) -> bool {
    let tried = Command::new("strace")
        .args(["-qq", "-e", "trace=none", "true"])
        .current_dir(site.root())
        .stdin(Stdio::null())
        .output();
    let is_allowed = tried.is_ok_and(|tried| tried.status.success());
    if !is_allowed {
        assert_ne!(
            std::env::var("OOGST_TEST_STRACE").as_deref(),
            Ok("required"),
            "strace is asked for, and cannot trace here"
        );
        tell(
            "NOT LOOKED AT: there is no strace here that may trace; what a build opens and starts is not shown by this run",
        );
    }
    is_allowed
}

/// The calls in the files of a folder, in their order, without those on the user's own keys.
fn calls_outside(folder: &Path, keys: &Path) -> Vec<String> {
    let is_of_key = |call: &str| call.contains(keys.to_str().expect("a path is text"));
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder can be listed")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
        .iter()
        .flat_map(|file| {
            fs::read_to_string(file)
                .expect("calls are text")
                .lines()
                .filter(|call| !is_of_key(call))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The calls that a build may not make.
fn wrong(calls: &[String], root: &Path) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut started = 0;
    for call in calls {
        let Some((name, rest)) = call.split_once('(') else {
            continue;
        };
        let failed = rest
            .rsplit_once(" = ")
            .is_some_and(|(_, result)| result.starts_with('-'));
        let is_fine = match name {
            "execve" | "execveat" => {
                started += 1;
                started == 1
            }
            // Threads, and nothing else.
            "clone" | "clone3" => rest.contains("CLONE_THREAD"),
            "open" | "openat" | "openat2" | "creat" => {
                let writes = name == "creat"
                    || ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND"]
                        .iter()
                        .any(|flag| rest.contains(flag));
                !writes || failed || opened(rest).is_some_and(|path| is_own(&path, root))
            }
            "rename" | "renameat" | "renameat2" | "link" | "linkat" | "unlink" | "unlinkat"
            | "rmdir" | "mkdir" | "mkdirat" | "symlink" | "symlinkat" | "truncate" | "chmod"
            | "fchmodat" | "chown" | "lchown" | "fchownat" | "utimensat" | "utime" | "utimes"
            | "mknod" | "mknodat" | "mount" | "umount2" | "chroot" | "pivot_root" | "setxattr"
            | "lsetxattr" => failed || named(rest, root).iter().all(|path| is_own(path, root)),
            // A pair of ends within the program, by which a signal wakes it.
            "socketpair" => rest.starts_with("AF_UNIX,"),
            // Other processes, and the network.
            "fork" | "vfork" | "socket" | "connect" | "bind" | "listen" | "accept" | "accept4"
            | "sendto" | "sendmsg" | "sendmmsg" | "recvfrom" | "recvmsg" | "recvmmsg"
            | "shutdown" | "getsockopt" | "setsockopt" | "getsockname" | "getpeername" => false,
            // The end of the program or of a thread, and questions about files.
            _ => true,
        };
        if !is_fine {
            wrong.push(call.clone());
        }
    }
    wrong
}

/// The file that a call opened, as the kernel names it: `= 4</tmp/x>`.
fn opened(rest: &str) -> Option<PathBuf> {
    let (_, result) = rest.rsplit_once(" = ")?;
    Some(PathBuf::from(result.split_once('<')?.1.strip_suffix('>')?))
}

/// Every path that a call names; one that is relative lies below the folder named before it.
fn named(rest: &str, root: &Path) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    let mut folder = root.to_owned();
    let mut rest = rest;
    while let Some(at) = rest.find(['<', '"']) {
        let (sign, after) = (rest.as_bytes()[at], &rest[at + 1..]);
        let Some((text, after)) = after.split_once(if sign == b'<' { '>' } else { '"' }) else {
            break;
        };
        if sign == b'<' {
            folder = PathBuf::from(text);
        } else {
            paths.push(folder.join(text));
        }
        rest = after;
    }
    paths
}

/// Whether a path is the site's output, the program's own folder, or the staging beside the output;
/// or a device that keeps nothing.
fn is_own(path: &Path, root: &Path) -> bool {
    let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let path = path
        .strip_prefix("/private")
        .map_or_else(|_| path.to_owned(), |rest| Path::new("/").join(rest));
    if ["/dev/null", "/dev/tty"]
        .iter()
        .any(|device| path == Path::new(device))
    {
        return true;
    }
    let Ok(below) = path.strip_prefix(&root) else {
        return false;
    };
    let first = below
        .components()
        .next()
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .unwrap_or_default();
    let climbs = below.components().any(|part| part.as_os_str() == "..");
    !climbs && (first == "output" || first == ".oogst" || first.starts_with(".output.oogst-"))
}
