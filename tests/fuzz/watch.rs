//! What holds for each input: it ends, and takes memory in measure with its length. A panic is what
//! bolero looks for itself.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::MEMORY;

/// How long each target runs with `cargo test`.
pub(crate) const TIME: Duration = Duration::from_secs(6);

/// The longest input, in bytes.
pub(crate) const LONGEST: usize = 2_048;

/// An input that takes longer than this hangs. Inputs are short: the slowest takes a hundredth of
/// it on a machine that is busy.
const PATIENCE: u64 = 10;

/// What an input may take, in bytes: tables that are made once, and so much for each byte.
const MEMORY_AT_FIRST: usize = 64_000_000;
const MEMORY_FOR_A_BYTE: usize = 4_000;

/// One target at a time, so that the memory counted is its own.
static TURN: Mutex<()> = Mutex::new(());

/// Counts the inputs of a target, and ends the run where one hangs.
pub(crate) struct Watch {
    name: &'static str,
    inputs: Arc<AtomicU64>,
    /// The input at work, for a message.
    now: Arc<Mutex<Vec<u8>>>,
    _turn: std::sync::MutexGuard<'static, ()>,
}

impl Watch {
    pub(crate) fn over(name: &'static str) -> Self {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let watch = Self {
            name,
            inputs: Arc::default(),
            now: Arc::default(),
            _turn: turn,
        };
        let (inputs, now) = (Arc::downgrade(&watch.inputs), Arc::clone(&watch.now));
        thread::spawn(move || {
            let (mut seen, mut seconds) = (0, 0);
            // Ends with the target.
            while let Some(inputs) = inputs.upgrade() {
                let number = inputs.load(Ordering::Relaxed);
                drop(inputs);
                (seen, seconds) = if number == seen {
                    (seen, seconds + 1)
                } else {
                    (number, 0)
                };
                let working = now
                    .try_lock()
                    .map(|input| input.clone())
                    .unwrap_or_default();
                if seconds >= PATIENCE && !working.is_empty() {
                    eprintln!(
                        "{name}: an input hangs: {:?}",
                        String::from_utf8_lossy(&working)
                    );
                    std::process::abort();
                }
                thread::sleep(Duration::from_secs(1));
            }
        });
        watch
    }

    /// Does one input.
    pub(crate) fn input(&self, bytes: &[u8], work: impl FnOnce(&[u8])) {
        self.inputs.fetch_add(1, Ordering::Relaxed);
        bytes.clone_into(&mut self.now.lock().unwrap_or_else(PoisonError::into_inner));
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        work(bytes);
        let taken = MEMORY.peak_usage().saturating_sub(before);
        self.now
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
        let most = MEMORY_AT_FIRST + MEMORY_FOR_A_BYTE * bytes.len();
        assert!(
            taken <= most,
            "{}: {taken} bytes of memory for an input of {} bytes",
            self.name,
            bytes.len()
        );
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        eprintln!(
            "{}: {} inputs",
            self.name,
            self.inputs.load(Ordering::Relaxed)
        );
    }
}
