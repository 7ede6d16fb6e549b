//! From a server's name to a session: its key is known or somebody agrees to it before anything is
//! said of who logs in; a key that changed ends it.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use russh::client::{self, AuthResult, Config, KeyboardInteractiveAuthResponse};
use russh::keys::agent::AgentIdentity;
use russh::keys::agent::client::AgentClient;
use russh::keys::{HashAlg, PrivateKey, PrivateKeyWithHashAlg, decode_secret_key};
use russh_sftp::client::RawSftpSession;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use super::access::SftpAccess;
use super::known::{KnownServer, Ssh};
use super::target::{RENAME, SftpSession, SftpTarget};
use crate::config::SftpPlace;
use crate::publish::fault::PublishFault;

/// A server that says nothing for so long is not there.
const PATIENCE: Duration = Duration::from_secs(30);

/// The same while files go, in seconds.
const PATIENCE_FOR_FILES: u64 = 60;

/// So many keys are tried: servers count tries, and the password is to have one too.
const MOST_KEYS: usize = 4;

/// Logs in. The fingerprint of the server's key comes back with it.
///
/// # Errors
/// When there is no such server, it is another one than before, nobody agrees to it, or it lets
/// nobody in.
pub fn connect(
    place: &SftpPlace,
    access: &SftpAccess<'_>,
) -> Result<(SftpTarget, String), PublishFault> {
    let runtime = Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| no_connection(place, &error))?;
    let known = match &place.host_key {
        Some(known) => known.value.clone(),
        None => first_contact(&runtime, place, access)?,
    };
    let mut ssh = open(&runtime, place, Some(&known))?;
    let (session, replaces) = runtime.block_on(async {
        log_in(&mut ssh, place, access).await?;
        let lost = |error: russh::Error| no_connection(place, &error);
        let channel = ssh.channel_open_session().await.map_err(lost)?;
        channel
            .request_subsystem(true, "sftp")
            .await
            .map_err(lost)?;
        let session = RawSftpSession::new(channel.into_stream());
        session.set_timeout(PATIENCE_FOR_FILES);
        let version = session
            .init()
            .await
            .map_err(|error| no_connection(place, &error))?;
        Ok::<_, PublishFault>((session, version.extensions.contains_key(RENAME)))
    })?;
    let folder = match place.folder.trim_end_matches('/') {
        "" => "/",
        folder => folder,
    };
    let shown = format!("sftp://{}/{}", place.host, folder.trim_start_matches('/'));
    let session = SftpSession { session, replaces };
    let target = SftpTarget::new(runtime, session, ssh, folder, shown);
    Ok((target, known))
}

fn no_connection(place: &SftpPlace, why: &dyn std::fmt::Display) -> PublishFault {
    PublishFault::NoConnection {
        host: place.host.clone(),
        why: why.to_string(),
    }
}

/// Asks a server for its key, and somebody whether it is the right one.
fn first_contact(
    runtime: &Runtime,
    place: &SftpPlace,
    access: &SftpAccess<'_>,
) -> Result<String, PublishFault> {
    match open(runtime, place, None) {
        Err(PublishFault::OtherServer { is, .. }) if (access.is_server)(&is) => Ok(is),
        Err(PublishFault::OtherServer { host, is, .. }) => {
            Err(PublishFault::UnknownServer { host, is })
        }
        Err(other) => Err(other),
        Ok(_) => Err(no_connection(place, &russh::Error::UnknownKey)),
    }
}

/// Opens a connection to a server of which this is known; one of which nothing is, is another one.
fn open(runtime: &Runtime, place: &SftpPlace, known: Option<&str>) -> Result<Ssh, PublishFault> {
    let seen = Arc::new(Mutex::new(None));
    let server = KnownServer {
        known: known.map(ToOwned::to_owned),
        seen: Arc::clone(&seen),
    };
    let config = Arc::new(Config {
        keepalive_interval: Some(PATIENCE),
        nodelay: true,
        ..Config::default()
    });
    let address = (place.host.clone(), place.port);
    let opened = runtime
        .block_on(async { timeout(PATIENCE, client::connect(config, address, server)).await });
    match opened {
        Ok(Ok(ssh)) => Ok(ssh),
        Ok(Err(russh::Error::UnknownKey)) => {
            let seen = seen.lock().ok().and_then(|mut seen| seen.take());
            Err(PublishFault::OtherServer {
                host: place.host.clone(),
                was: known.unwrap_or_default().to_owned(),
                is: seen.unwrap_or_default(),
            })
        }
        Ok(Err(error)) => Err(no_connection(place, &error)),
        Err(error) => Err(no_connection(place, &error)),
    }
}

/// Logs in: by keys of the agent, by keys in files, by the password.
async fn log_in(
    ssh: &mut Ssh,
    place: &SftpPlace,
    access: &SftpAccess<'_>,
) -> Result<(), PublishFault> {
    let lost = |error: russh::Error| no_connection(place, &error);
    let hash = ssh.best_supported_rsa_hash().await.map_err(lost)?.flatten();
    let mut tried = 0;
    if access.has_agent && by_agent(ssh, &place.user, hash, &mut tried).await {
        return Ok(());
    }
    let is_open = |text: &&String| decode_secret_key(text, None).is_ok();
    let (open, closed): (Vec<&String>, Vec<&String>) = access.keys.iter().partition(is_open);
    for key in open
        .into_iter()
        .filter_map(|text| decode_secret_key(text, None).ok())
    {
        if by_key(ssh, place, key, hash, &mut tried)
            .await
            .map_err(lost)?
        {
            return Ok(());
        }
    }
    let Some(secret) = (access.secret)() else {
        return Err(refused(place));
    };
    let with_secret = |text: &String| decode_secret_key(text, Some(&secret)).ok();
    for key in closed.into_iter().filter_map(with_secret) {
        if by_key(ssh, place, key, hash, &mut tried)
            .await
            .map_err(lost)?
        {
            return Ok(());
        }
    }
    let answer = ssh.authenticate_password(&place.user, &secret).await;
    if answer.map_err(lost)?.success() || by_questions(ssh, place, &secret).await.map_err(lost)? {
        return Ok(());
    }
    Err(refused(place))
}

fn refused(place: &SftpPlace) -> PublishFault {
    PublishFault::NoAccess {
        user: place.user.clone(),
        host: place.host.clone(),
    }
}

async fn by_key(
    ssh: &mut Ssh,
    place: &SftpPlace,
    key: PrivateKey,
    hash: Option<HashAlg>,
    tried: &mut usize,
) -> Result<bool, russh::Error> {
    if *tried == MOST_KEYS {
        return Ok(false);
    }
    *tried += 1;
    let key = PrivateKeyWithHashAlg::new(Arc::new(key), hash);
    let answer = ssh.authenticate_publickey(&place.user, key).await?;
    Ok(answer.success())
}

/// What the agent cannot do leaves the other ways.
async fn by_agent(ssh: &mut Ssh, user: &str, hash: Option<HashAlg>, tried: &mut usize) -> bool {
    #[cfg(unix)]
    let agent = AgentClient::connect_env().await;
    #[cfg(windows)]
    let agent = AgentClient::connect_named_pipe(r"\\.\pipe\openssh-ssh-agent").await;
    let Ok(mut agent) = agent else { return false };
    let Ok(identities) = agent.request_identities().await else {
        return false;
    };
    for identity in identities {
        let AgentIdentity::PublicKey { key, .. } = identity else {
            continue;
        };
        if *tried == MOST_KEYS {
            return false;
        }
        *tried += 1;
        let hash = hash.filter(|_| key.algorithm().is_rsa());
        let answer = ssh
            .authenticate_publickey_with(user, key, hash, &mut agent)
            .await;
        if answer.is_ok_and(|answer: AuthResult| answer.success()) {
            return true;
        }
    }
    false
}

/// Many servers ask for the password in this way alone (RFC 4256).
async fn by_questions(
    ssh: &mut Ssh,
    place: &SftpPlace,
    secret: &str,
) -> Result<bool, russh::Error> {
    let mut answer = ssh
        .authenticate_keyboard_interactive_start(&place.user, None)
        .await?;
    // Whoever asks more than the password has something else in mind.
    for _ in 0..4 {
        answer = match answer {
            KeyboardInteractiveAuthResponse::Success => return Ok(true),
            KeyboardInteractiveAuthResponse::Failure { .. } => return Ok(false),
            KeyboardInteractiveAuthResponse::InfoRequest { prompts, .. } => {
                if prompts.len() > 1 || prompts.iter().any(|prompt| prompt.echo) {
                    return Ok(false);
                }
                let answers = prompts.iter().map(|_| secret.to_owned()).collect();
                ssh.authenticate_keyboard_interactive_respond(answers)
                    .await?
            }
        };
    }
    Ok(false)
}
