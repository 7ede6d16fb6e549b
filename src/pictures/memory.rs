//! How much memory photos take that are made at the same time. Each says before what it will take,
//! and waits until there is that much: on a machine with many cores a few large ones would take
//! more than it has, while small ones still use every core.

use std::sync::{Condvar, Mutex, MutexGuard};

use super::renditions::sizes;
use crate::pictures::media_file::{Picture, Size};

/// What photos may take together, in bytes: less than two of a hundred megapixels, and as much as
/// ten of a good telephone.
const BUDGET: u64 = 900_000_000;

/// What it takes at most to make the files of a picture, the bytes of its own file included:
/// measured, and held by a test for every kind.
pub fn need(picture: Picture, file: u64) -> u64 {
    let pixels = |Size { width, height }| u64::from(width) * u64::from(height);
    let all = pixels(picture.size);
    let largest = sizes(picture.size)
        .into_iter()
        .next_back()
        .unwrap_or(picture.size);
    // A picture is made narrower before it is made lower, and may lie on its side meanwhile.
    let narrow = (u64::from(largest.width) * u64::from(picture.size.height))
        .max(u64::from(largest.height) * u64::from(picture.size.width));
    let decoding = all * u64::from(picture.bytes_a_pixel);
    let resizing = all * 4 + (narrow + pixels(largest)) * 3;
    // Pixels, those pixels turned or made smaller, and what the encoders take.
    let writing = pixels(largest) * 12;
    // What decodes has the bytes of the file as well.
    file * 2 + decoding.max(resizing).max(writing) + 1_000_000
}

/// The memory that photos are made in.
#[derive(Debug)]
pub struct Memory {
    budget: u64,
    state: Mutex<MemoryState>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct MemoryState {
    taken: u64,
    /// Who comes next is served next, so that a large one is not passed over for ever.
    next: u64,
    served: u64,
}

/// Some memory, given back when this is dropped.
#[derive(Debug)]
pub struct Share<'a> {
    memory: &'a Memory,
    bytes: u64,
}

impl Default for Memory {
    fn default() -> Self {
        Self::new(BUDGET)
    }
}

impl Memory {
    /// So many bytes.
    fn new(budget: u64) -> Self {
        Self {
            budget,
            state: Mutex::default(),
            changed: Condvar::new(),
        }
    }

    /// Waits until there is that much. What needs more than there is at all gets it when nothing
    /// else is taken.
    ///
    /// A thread waits here without doing other work of its pool, and whoever has a share must need
    /// nothing that another thread of the pool is to do before it is given back: then everybody who
    /// waits is served at last.
    pub fn take(&self, bytes: u64) -> Share<'_> {
        let mut state = self.state();
        let turn = state.next;
        state.next += 1;
        while state.served != turn
            || state.taken > 0 && state.taken.saturating_add(bytes) > self.budget
        {
            state = self
                .changed
                .wait(state)
                .expect("nothing panics with this lock");
        }
        state.served += 1;
        state.taken += bytes;
        self.changed.notify_all();
        Share {
            memory: self,
            bytes,
        }
    }

    fn state(&self) -> MutexGuard<'_, MemoryState> {
        self.state.lock().expect("nothing panics with this lock")
    }
}

impl Drop for Share<'_> {
    fn drop(&mut self) {
        self.memory.state().taken -= self.bytes;
        self.memory.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::time::Duration;

    use rayon::prelude::*;

    use super::*;
    use crate::pictures::media_file::PictureKind;

    #[test]
    fn no_more_is_taken_than_there_is_and_everybody_is_served() {
        // Few threads and many; small shares, large ones, and some larger than all there is.
        for threads in [1, 2, 3, 16] {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .expect("threads can be made");
            let memory = Memory::new(100);
            let (taken, most, alone, served) = (
                AtomicU64::new(0),
                AtomicU64::new(0),
                AtomicU64::new(0),
                AtomicU64::new(0),
            );
            pool.install(|| {
                (0..400_u64).into_par_iter().for_each(|number| {
                    let bytes = [10, 25, 60, 100, 250][usize::try_from(number % 5).expect("small")];
                    let share = memory.take(bytes);
                    let now = taken.fetch_add(bytes, Ordering::SeqCst) + bytes;
                    if bytes > 100 {
                        assert_eq!(now, bytes, "what is larger than all there is has it alone");
                        alone.fetch_add(1, Ordering::SeqCst);
                    } else {
                        most.fetch_max(now, Ordering::SeqCst);
                    }
                    std::thread::sleep(Duration::from_micros(number % 7 * 20));
                    taken.fetch_sub(bytes, Ordering::SeqCst);
                    drop(share);
                    served.fetch_add(1, Ordering::SeqCst);
                });
            });
            assert_eq!((served.into_inner(), alone.into_inner()), (400, 80));
            assert!(most.into_inner() <= 100);
        }
    }

    #[test]
    fn a_share_is_given_back_when_its_holder_panics() {
        let memory = Memory::new(100);
        let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let _share = memory.take(100);
            panic!("as a decoder might");
        }));
        assert!(ended.is_err());
        drop(memory.take(100));
    }

    #[test]
    fn two_of_a_hundred_megapixels_are_never_made_at_once_and_ten_of_a_telephone_are() {
        let picture = |width, height, bytes_a_pixel| Picture {
            kind: PictureKind::Jpeg,
            size: Size { width, height },
            bytes_a_pixel,
        };
        for bytes_a_pixel in [3, 4, 9, 12] {
            assert!(
                2 * need(picture(10_000, 10_000, bytes_a_pixel), 0) > BUDGET,
                "{bytes_a_pixel}"
            );
        }
        assert!(10 * need(picture(4_032, 3_024, 4), 4_000_000) <= BUDGET);
        assert!(32 * need(picture(1_920, 1_080, 4), 500_000) <= BUDGET);
    }
}
