/** How ElectronShell and its preload reach each other; no page ever sees these names. */
import type { BridgeNames } from './make-kiosk-window.ts';

export const CALL_CHANNEL = 'kiosk:call';
export const PUSH_CHANNEL = 'kiosk:push';

const PREFIX = '--kiosk-bridge=';

/** For webPreferences.additionalArguments: the preload stays free of schemas, and so small. */
export function namesArgument(names: BridgeNames): string {
  return PREFIX + encodeURIComponent(JSON.stringify(names));
}

/** Throws when the shell did not pass the names. */
export function readNamesArgument(args: readonly string[]): BridgeNames {
  const argument = args.find((arg) => arg.startsWith(PREFIX));
  if (argument === undefined) throw new Error(`preload started without ${PREFIX}`);
  return JSON.parse(decodeURIComponent(argument.slice(PREFIX.length))) as BridgeNames;
}
