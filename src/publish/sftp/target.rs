//! [`SftpTarget`]: a folder on a server, by the file transfer protocol of SSH, version 3
//! (draft-ietf-secsh-filexfer-02). A file takes another's place by `posix-rename@openssh.com`
//! (OpenSSH's PROTOCOL, section 4.3): the protocol's own renaming refuses that. A server without it is
//! asked to put the old file aside first.

use std::io::{self, ErrorKind, Read};
use std::sync::Arc;

use russh_sftp::client::RawSftpSession;
use russh_sftp::client::error::Error as SftpError;
use russh_sftp::protocol::{FileAttributes, OpenFlags, Packet, StatusCode};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

use super::known::Ssh;
use crate::publish::caution::TargetCaution;
use crate::publish::kept::OLD;
use crate::publish::target::{PublishTarget, TargetEntry, TargetEntryKind};

/// A server answered "Failure" to more open files.
const AT_ONCE: usize = 16;

/// So many bytes are sent at a time: every server takes as many.
const PIECE: usize = 32_000;

/// So many pieces of a file are under way.
const PIECES_AT_ONCE: usize = 8;

/// How a file takes the place of another.
pub(super) const RENAME: &str = "posix-rename@openssh.com";

/// An open session.
pub(super) struct SftpSession {
    pub(super) session: RawSftpSession,
    /// Whether a file can take the place of another there.
    pub(super) replaces: bool,
}

/// A folder on a server that somebody logged in to.
pub struct SftpTarget {
    runtime: Runtime,
    session: Arc<RawSftpSession>,
    replaces: bool,
    /// Keeps the connection open.
    _ssh: Ssh,
    folder: String,
    shown: String,
}

impl SftpTarget {
    /// A folder by an open session, which lives in this runtime over this connection.
    pub(super) fn new(
        runtime: Runtime,
        session: SftpSession,
        ssh: Ssh,
        folder: &str,
        shown: String,
    ) -> Self {
        Self {
            runtime,
            session: Arc::new(session.session),
            replaces: session.replaces,
            _ssh: ssh,
            folder: folder.to_owned(),
            shown,
        }
    }

    /// The path of the server that a path below the folder has.
    fn path(&self, path: &str) -> String {
        if path.is_empty() {
            self.folder.clone()
        } else {
            format!("{}/{path}", self.folder.trim_end_matches('/'))
        }
    }

    fn wait<T>(&self, act: impl Future<Output = T>) -> T {
        self.runtime.block_on(act)
    }

    /// What the server says, where it only says that it failed: something is there already, or the
    /// disk is full.
    async fn reason(&self, error: SftpError, path: &str) -> io::Error {
        let is_vague = matches!(&error, SftpError::Status(status) if status.status_code == StatusCode::Failure);
        if is_vague {
            if self.session.lstat(path).await.is_ok() {
                return ErrorKind::AlreadyExists.into();
            }
            if let Ok(disk) = self.session.statvfs(&self.folder).await
                && disk.blocks_avail == 0
            {
                return ErrorKind::StorageFull.into();
            }
        }
        told(error)
    }

    /// Puts the old file aside, the new one in its place, and takes the old one away. Whoever is
    /// stopped in between leaves the old one beside its place.
    async fn rename_with_gap(&self, from: &str, to: &str) -> io::Result<()> {
        let session = &self.session;
        if session.lstat(to).await.is_err_and(|error| is_gone(&error)) {
            return session.rename(from, to).await.map(drop).map_err(told);
        }
        let aside = format!("{to}{OLD}");
        match session.remove(&aside).await {
            Err(error) if !is_gone(&error) => return Err(told(error)),
            _ => {}
        }
        session.rename(to, &aside).await.map_err(told)?;
        if let Err(error) = session.rename(from, to).await {
            // What matters is why it could not be put there.
            let _ = session.rename(&aside, to).await;
            return Err(told(error));
        }
        session.remove(&aside).await.map(drop).map_err(told)
    }

    /// Sends a file, several pieces at a time.
    async fn send(&self, handle: &str, bytes: &mut dyn Read) -> io::Result<()> {
        let mut sent: JoinSet<Result<(), SftpError>> = JoinSet::new();
        let mut offset = 0;
        let mut piece = vec![0; PIECE];
        loop {
            let read = bytes.read(&mut piece)?;
            if read == 0 {
                break;
            }
            if sent.len() == PIECES_AT_ONCE {
                arrived(sent.join_next().await)?;
            }
            let (session, handle, data) = (
                Arc::clone(&self.session),
                handle.to_owned(),
                piece[..read].to_vec(),
            );
            sent.spawn(async move { session.write(handle, offset, data).await.map(drop) });
            offset += read as u64;
        }
        while let Some(piece) = sent.join_next().await {
            arrived(Some(piece))?;
        }
        Ok(())
    }
}

/// Whether a piece was taken.
fn arrived(piece: Option<Result<Result<(), SftpError>, tokio::task::JoinError>>) -> io::Result<()> {
    match piece {
        Some(Ok(answer)) => answer.map_err(told),
        Some(Err(_)) | None => Err(ErrorKind::ConnectionAborted.into()),
    }
}

/// An answer of the server, or none, as the system would say it.
fn told(error: SftpError) -> io::Error {
    match error {
        SftpError::Status(status) => match status.status_code {
            StatusCode::NoSuchFile => ErrorKind::NotFound.into(),
            StatusCode::PermissionDenied => ErrorKind::PermissionDenied.into(),
            StatusCode::NoConnection | StatusCode::ConnectionLost => {
                ErrorKind::ConnectionAborted.into()
            }
            StatusCode::OpUnsupported => ErrorKind::Unsupported.into(),
            _ => io::Error::other(status.error_message),
        },
        SftpError::Timeout => ErrorKind::TimedOut.into(),
        // What was to be heard from is gone.
        SftpError::UnexpectedBehavior(_) | SftpError::IO(_) => ErrorKind::ConnectionAborted.into(),
        other => io::Error::other(other),
    }
}

fn is_gone(error: &SftpError) -> bool {
    matches!(error, SftpError::Status(status) if status.status_code == StatusCode::NoSuchFile)
}

fn is_end(error: &SftpError) -> bool {
    matches!(error, SftpError::Status(status) if status.status_code == StatusCode::Eof)
}

impl PublishTarget for SftpTarget {
    fn shown(&self) -> String {
        self.shown.clone()
    }

    fn at_once(&self) -> usize {
        AT_ONCE
    }

    fn read(&self, path: &str, most: u64) -> io::Result<Option<Vec<u8>>> {
        let path = self.path(path);
        self.wait(async {
            let open = self
                .session
                .open(&path, OpenFlags::READ, FileAttributes::empty());
            let handle = match open.await {
                Err(error) if is_gone(&error) => return Ok(None),
                open => open.map_err(told)?.handle,
            };
            let mut bytes = Vec::new();
            let all = loop {
                let length = u32::try_from(PIECE).expect("a piece is small");
                match self.session.read(&handle, bytes.len() as u64, length).await {
                    Ok(piece) => bytes.extend(piece.data),
                    Err(error) if is_end(&error) => break Ok(()),
                    Err(error) => break Err(told(error)),
                }
                if bytes.len() as u64 > most {
                    break Err(ErrorKind::FileTooLarge.into());
                }
            };
            let closed = self.session.close(&handle).await;
            all?;
            closed.map_err(told)?;
            Ok(Some(bytes))
        })
    }

    fn write_new(&self, path: &str, bytes: &mut dyn Read, _size: u64) -> io::Result<()> {
        let path = self.path(path);
        self.wait(async {
            let new = OpenFlags::CREATE | OpenFlags::EXCLUDE | OpenFlags::WRITE;
            let open = self.session.open(&path, new, FileAttributes::empty()).await;
            let handle = match open {
                Ok(open) => open.handle,
                Err(error) => return Err(self.reason(error, &path).await),
            };
            let sent = self.send(&handle, bytes).await;
            let closed = self.session.close(&handle).await.map(drop).map_err(told);
            let Err(error) = sent.and(closed) else {
                return Ok(());
            };
            // What matters is why it could not be written.
            let _ = self.session.remove(&path).await;
            let disk = self.session.statvfs(&self.folder).await;
            if disk.is_ok_and(|disk| disk.blocks_avail == 0) {
                return Err(ErrorKind::StorageFull.into());
            }
            Err(error)
        })
    }

    fn caution(&self) -> Option<TargetCaution> {
        (!self.replaces).then_some(TargetCaution::Gap)
    }

    fn rename_over(&self, from: &str, to: &str) -> io::Result<()> {
        if !self.replaces {
            return self.wait(self.rename_with_gap(&self.path(from), &self.path(to)));
        }
        let mut names = Vec::new();
        for path in [self.path(from), self.path(to)] {
            let length = u32::try_from(path.len()).map_err(|_| ErrorKind::InvalidFilename)?;
            names.extend(length.to_be_bytes());
            names.extend(path.as_bytes());
        }
        let answer = self.wait(self.session.extended(RENAME, names));
        match answer.map_err(told)? {
            Packet::Status(status) if status.status_code == StatusCode::Ok => Ok(()),
            Packet::Status(status) => Err(told(status.into())),
            _ => Err(ErrorKind::InvalidData.into()),
        }
    }

    fn remove(&self, path: &str) -> io::Result<()> {
        let removed = self.wait(self.session.remove(self.path(path)));
        removed.map(drop).map_err(told)
    }

    fn make_folder(&self, path: &str) -> io::Result<()> {
        let path = self.path(path);
        self.wait(async {
            match self.session.mkdir(&path, FileAttributes::empty()).await {
                Ok(_) => Ok(()),
                Err(error) => Err(self.reason(error, &path).await),
            }
        })
    }

    fn remove_folder(&self, path: &str) -> io::Result<()> {
        let removed = self.wait(self.session.rmdir(self.path(path)));
        removed.map(drop).map_err(told)
    }

    fn list(&self, folder: &str) -> io::Result<Option<Vec<TargetEntry>>> {
        let path = self.path(folder);
        self.wait(async {
            let handle = match self.session.opendir(&path).await {
                Err(error) if is_gone(&error) => return Ok(None),
                open => open.map_err(told)?.handle,
            };
            let mut entries = Vec::new();
            let all = loop {
                match self.session.readdir(&handle).await {
                    Ok(names) => entries.extend(names.files.into_iter().filter_map(|file| {
                        let kind = match file.attrs.size {
                            _ if file.attrs.is_dir() => TargetEntryKind::Folder,
                            Some(size) if file.attrs.is_regular() => TargetEntryKind::File(size),
                            _ => TargetEntryKind::Other,
                        };
                        let is_itself = [".", ".."].contains(&file.filename.as_str());
                        (!is_itself).then_some(TargetEntry {
                            name: file.filename,
                            kind,
                        })
                    })),
                    Err(error) if is_end(&error) => break Ok(()),
                    Err(error) => break Err(told(error)),
                }
            };
            let closed = self.session.close(&handle).await;
            all?;
            closed.map_err(told)?;
            Ok(Some(entries))
        })
    }
}
