/** Asks again and again while the page is looked at, and at once when it is looked at again. */
import type { Answer } from './ask-hub.ts';

const PATIENCE_MS = 10_000;

export interface Polling<T> {
  readonly ask: (stop: AbortSignal) => Promise<Answer<T>>;
  /** From one answer to the next question. */
  readonly everyMs: number;
  /** `at`: wall time of the answer, ms. */
  readonly answered: (answer: Answer<T>, at: number) => void;
}

/** Starts at once; the returned function ends it. */
export function poll<T>({ ask, everyMs, answered }: Polling<T>): () => void {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  const askNow = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    clearTimeout(timer);
    const answer = await ask(AbortSignal.any([stop.signal, AbortSignal.timeout(PATIENCE_MS)]));
    asking = false;
    if (stop.signal.aborted) return;
    answered(answer, Date.now());
    timer = setTimeout(askIfSeen, everyMs);
  };
  const askIfSeen = (): void => {
    if (!document.hidden) void askNow();
  };
  void askNow();
  document.addEventListener('visibilitychange', askIfSeen);
  return () => {
    stop.abort();
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', askIfSeen);
  };
}
