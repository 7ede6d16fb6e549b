// How far a long check is, said now and then.

/** Gives a function that is told of each page done, and says so at most every ten seconds. */
export function everyTenSeconds(name, tell = console.log) {
  let last = performance.now();
  return (done, total) => {
    if (performance.now() - last < 10_000) return;
    last = performance.now();
    tell(`  ${name}: ${done} of ${total} pages`);
  };
}
