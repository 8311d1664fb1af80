/** One line per device: commands run one after the other, in the order they came; who gives up waiting leaves the line. */

/** `givenUp` is the result of work whose signal was aborted before its turn came; such work never begins. */
export type Queue = <T>(work: () => Promise<T>, signal: AbortSignal, givenUp: () => T) => Promise<T>;

export function openQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>, signal: AbortSignal, givenUp: () => T): Promise<T> => {
    const left = Promise.withResolvers<T>();
    const leave = (): void => left.resolve(givenUp());
    signal.addEventListener('abort', leave, { once: true });
    if (signal.aborted) leave();
    const mine = last.then(() => {
      signal.removeEventListener('abort', leave);
      return signal.aborted ? givenUp() : work();
    });
    last = mine.catch(() => undefined);
    return Promise.race([left.promise, mine]);
  };
}
