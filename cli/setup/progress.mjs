/** Says what is being done and for how long, so that nobody watches a silent terminal. */
/** What is done sooner is only told when it is done. */
const FIRST_BEAT_MS = 500;
const BEAT_MS = 10_000;

/** @param {number} since milliseconds since 1970 */
export function elapsed(since) {
  const seconds = (Date.now() - since) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Runs one piece of work under a line of its own. The work returns a few words about how it ended; `without` when it
 * did not come about and the project does without it.
 * @template T
 * @param {string} label
 * @param {() => Promise<{ words: string, value: T, without?: boolean }>} work
 * @param {string} [hint] said while it goes on
 * @returns {Promise<T>}
 */
export async function step(label, work, hint) {
  const started = Date.now();
  let announced = false;
  const beat = () => {
    say(announced ? `  … ${label}: ${elapsed(started)}` : `  → ${label}${hint ? `: ${hint}` : ''}`);
    announced = true;
  };
  let timer = setTimeout(function again() {
    beat();
    timer = setTimeout(again, BEAT_MS);
  }, FIRST_BEAT_MS);
  try {
    const { words, value, without = false } = await work();
    say(`  ${without ? '–' : '✓'} ${label}: ${words} (${elapsed(started)})`);
    return value;
  } catch (error) {
    say(`  ✗ ${label} (${elapsed(started)})`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
