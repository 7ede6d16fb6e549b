//! A server that speaks S3, by the crate `s3s`, which has nothing in common with ours. It works
//! within the tests, and keeps objects as files.

use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use s3s::{Body, HttpError};
use s3s_fs::FileSystem;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use super::elsewhere::{SECRET, WebServer};
use super::sshd::free_port;

/// How it differs from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Serves {
    /// In nothing.
    All,
    /// It stores no pages: there is no more room.
    NoPages,
    /// It puts an object over another though it was asked not to.
    Loosely,
    /// It says that it does not know that question.
    Plainly,
}

/// What was said of an object when it was put there: its type, and how long it may be kept.
pub(super) type Told = BTreeMap<String, (String, String)>;

/// A server with one bucket.
pub(super) struct S3Server {
    folder: TempDir,
    port: u16,
    serves: Serves,
    told: Arc<Mutex<Told>>,
    runtime: Option<Runtime>,
}

impl S3Server {
    pub(super) fn new(serves: Serves) -> Self {
        let folder = tempfile::tempdir().expect("there is room");
        std::fs::create_dir(folder.path().join("emmer")).expect("there is room");
        let mut own = Self {
            folder,
            port: free_port(),
            serves,
            told: Arc::default(),
            runtime: None,
        };
        own.start();
        own
    }

    /// From now on it differs like this.
    pub(super) fn becomes(&mut self, serves: Serves) {
        self.kill();
        self.serves = serves;
        self.start();
    }

    pub(super) fn told(&self) -> Told {
        self.told.lock().expect("the lock holds").clone()
    }
}

impl WebServer for S3Server {
    fn port(&self) -> u16 {
        self.port
    }

    fn group(&self, port: u16) -> String {
        format!(
            "soort = \"s3\"\neindpunt = \"http://127.0.0.1:{port}\"\nbucket = \"emmer\"\nmap = \"www\"\ngebruiker = \"oogst\"\n"
        )
    }

    fn folder(&self) -> PathBuf {
        self.folder.path().join("emmer/www")
    }

    fn kill(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }

    fn start(&mut self) {
        let files = FileSystem::new(self.folder.path()).expect("the folder is there");
        let mut service = S3ServiceBuilder::new(files);
        service.set_auth(SimpleAuth::from_single("oogst", SECRET));
        let serving = Arc::new(Serving {
            service: service.build(),
            root: self.folder.path().to_owned(),
            serves: self.serves,
            told: Arc::clone(&self.told),
        });
        let runtime = Runtime::new().expect("there are threads");
        let address = SocketAddr::from(([127, 0, 0, 1], self.port));
        // The one before it may have its connections for a moment longer.
        let listener = (0..500).find_map(|_| {
            let listener = TcpListener::bind(address).ok();
            if listener.is_none() {
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
            listener
        });
        let listener = listener.expect("the port is free");
        listener.set_nonblocking(true).expect("it can be asked");
        runtime.spawn(async move {
            let listener = tokio::net::TcpListener::from_std(listener).expect("it listens");
            while let Ok((stream, _)) = listener.accept().await {
                let serving = Arc::clone(&serving);
                tokio::spawn(async move {
                    let answer = service_fn(move |asked| {
                        let serving = Arc::clone(&serving);
                        async move { serving.answer(asked).await }
                    });
                    let _ = http1::Builder::new()
                        .serve_connection(TokioIo::new(stream), answer)
                        .await;
                });
            }
        });
        self.runtime = Some(runtime);
    }
}

impl Drop for S3Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// What stands before the service, and makes it differ.
struct Serving {
    service: S3Service,
    root: PathBuf,
    serves: Serves,
    told: Arc<Mutex<Told>>,
}

impl Serving {
    async fn answer(&self, asked: Request<Incoming>) -> Result<Response<Body>, HttpError> {
        let path = asked.uri().path().trim_start_matches('/').to_owned();
        let header = |name: &str| {
            let value = asked.headers().get(name);
            let value = value.and_then(|value| value.to_str().ok());
            value.unwrap_or_default().to_owned()
        };
        let is_put = asked.method() == "PUT";
        let is_new = is_put && header("if-none-match") == "*";
        if is_put {
            let told = (header("content-type"), header("cache-control"));
            let mut all = self.told.lock().expect("the lock holds");
            all.insert(path.clone(), told);
        }
        match self.serves {
            Serves::NoPages if is_put && is_page(&path) => Ok(no(StatusCode::INSUFFICIENT_STORAGE)),
            Serves::Plainly if is_new => Ok(no(StatusCode::NOT_IMPLEMENTED)),
            Serves::Loosely if is_new => {
                let _ = std::fs::remove_file(self.root.join(&path));
                self.service.call(asked.map(Body::from)).await
            }
            _ => self.service.call(asked.map(Body::from)).await,
        }
    }
}

fn is_page(path: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|ending| ending == "html")
}

fn no(status: StatusCode) -> Response<Body> {
    let mut answer = Response::new(Body::empty());
    *answer.status_mut() = status;
    answer
}
