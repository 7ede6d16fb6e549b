// What the trials of one thing in a real browser share: steps that are counted, and how a run ends. A step that fails says
// why and lets the next one go on.

let passed = 0;
let failed = 0;

/** Does one step; what `work` returns, if anything, is said beside its name. */
export async function step(name, work) {
  const start = performance.now();
  try {
    const said = await work();
    passed += 1;
    console.log(`ok    ${name}${said ? `: ${said}` : ""} (${Math.round(performance.now() - start)} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${name}: ${error.message}`);
  }
}

/** Fails the step unless both are the same as JSON. */
export function same(actual, expected, what) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`${what}: ${JSON.stringify(actual)?.slice(0, 300)}, not ${JSON.stringify(expected).slice(0, 300)}`);
  }
}

/** Runs `main`, then counts. What it returns, if anything, is printed when a step failed. */
export async function run(name, main) {
  try {
    const trace = await main();
    if (failed > 0 && trace) console.log(trace);
    console.log(`${name}: ${passed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
  } catch (error) {
    // Our own errors say what to do; anything else is a defect, and its trace tells where.
    console.error(error.constructor === Error ? error.message : error.stack);
    process.exitCode = 2;
  }
}
