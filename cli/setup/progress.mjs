/** Says what is being done and for how long, so that nobody watches a silent terminal. */
import { inWords } from '../reads-chinese.mjs';

/** What is done sooner is only told when it is done. */
const FIRST_BEAT_MS = 500;
const BEAT_MS = 10_000;

/** @param {number} since milliseconds since 1970 */
export function elapsed(since) {
  const seconds = (Date.now() - since) / 1000;
  const short = seconds < 10 ? seconds.toFixed(1) : String(Math.round(seconds));
  if (seconds < 60) return inWords(`${short} 秒`, `${short} s`);
  const [whole, rest] = [Math.floor(seconds / 60), Math.round(seconds % 60)];
  return inWords(`${whole} 分 ${rest} 秒`, `${whole} min ${rest} s`);
}

/** @param {string} text */
function inBrackets(text) {
  return inWords(`（${text}）`, ` (${text})`);
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
  const colon = inWords('：', ': ');
  let announced = false;
  const beat = () => {
    say(announced ? `  … ${label}${colon}${elapsed(started)}` : `  → ${label}${hint ? `${colon}${hint}` : ''}`);
    announced = true;
  };
  let timer = setTimeout(function again() {
    beat();
    timer = setTimeout(again, BEAT_MS);
  }, FIRST_BEAT_MS);
  try {
    const { words, value, without = false } = await work();
    say(`  ${without ? '–' : '✓'} ${label}${colon}${words}${inBrackets(elapsed(started))}`);
    return value;
  } catch (error) {
    say(`  ✗ ${label}${inBrackets(elapsed(started))}`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
