/** The line to the parent process, the same under Node's fork and Electron's utilityProcess. */

export interface Channel {
  send(message: unknown): void;
  onMessage(listen: (message: unknown) => void): void;
  /** The parent is gone or let go of us: nobody will ever command us again. */
  onGone(listen: () => void): void;
}

/** What Electron puts on `process` in a utility process. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listen: (event: { readonly data: unknown }) => void): void;
}

export function openChannel(): Channel {
  const { parentPort } = process as { readonly parentPort?: ParentPort };
  if (parentPort) {
    return {
      send: (message) => parentPort.postMessage(message),
      onMessage: (listen) => parentPort.on('message', (event) => listen(event.data)),
      // Electron ends its utility processes with the browser process; there is no event for it.
      onGone: () => undefined,
    };
  }
  const send = process.send?.bind(process);
  if (!send) throw new Error('the device host is started by the kiosk, not by hand');
  return {
    // A parent that went away in this very moment is reported by `disconnect`.
    send: (message) => void send(message, undefined, undefined, () => undefined),
    onMessage: (listen) => void process.on('message', listen),
    onGone: (listen) => void process.on('disconnect', listen),
  };
}
