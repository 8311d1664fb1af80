/** Calls back once what React has just committed is on the glass. */

/** A message posted in a frame's callback is delivered after that frame was painted. Returns a function that cancels. */
export function afterPaint(then: () => void): () => void {
  const { port1, port2 } = new MessageChannel();
  let cancelled = false;
  port1.onmessage = () => {
    port1.close();
    if (!cancelled) then();
  };
  requestAnimationFrame(() => {
    port2.postMessage(null);
  });
  return () => {
    cancelled = true;
  };
}
