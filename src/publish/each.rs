//! [`each`]: the same done for many things, several at a time, as a place allows.

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use super::fault::PublishFault;

/// Does something for each, so many at the same time, and stops at the first that fails. The answers
/// are in the order of what they are of.
pub(super) fn each<T: Sync, R: Send>(
    at_once: usize,
    items: &[T],
    act: impl Fn(&T) -> Result<R, PublishFault> + Sync + Send,
) -> Result<Vec<R>, PublishFault> {
    let pool = if at_once > 1 && items.len() > 1 {
        ThreadPoolBuilder::new().num_threads(at_once).build().ok()
    } else {
        None
    };
    match pool {
        Some(pool) => pool.install(|| items.par_iter().map(&act).collect()),
        None => items.iter().map(act).collect(),
    }
}
