/** Begins with a validator: in step, a protocol version, a key where one is wanted, and no note in escrow for nobody. */
import { ok, type Result } from '#contract/result.ts';
import type { LinkTrouble } from '../link/link.ts';
import { offerKey, openCipher } from './cipher.ts';
import { number64, read64, REPLIES, type CommandName } from './codec.ts';
import type { Exchange } from './exchange.ts';

export interface Secrecy {
  readonly encrypted: boolean;
  /** Read anew each time; null: it is set and can't be read. */
  fixedKey(): bigint | null;
}

type Begun = Promise<Result<'ready' | 'refused', LinkTrouble>>;

/** The newest that we know first; what an old validator says at its own is read as well. */
const PROTOCOLS = [6, 5, 4] as const;

export async function begin(exchange: Exchange, secrecy: Secrecy, signal: AbortSignal): Begun {
  const synced = await exchange.sync(signal);
  if (!synced.ok) return synced;
  for (const version of PROTOCOLS) {
    const agreed = await exchange.ask('protocol', [version], signal);
    if (!agreed.ok) return agreed;
    if (agreed.value[0] === REPLIES.ok) break;
  }
  if (secrecy.encrypted) {
    const keyed = await agreeOnKey(exchange, secrecy, signal);
    if (!keyed.ok || keyed.value === 'refused') return keyed;
  }
  // The first thing that is sealed: whoever can't read it says so.
  const given = await exchange.ask('reject', [], signal);
  if (!given.ok) return given;
  return ok(given.value[0] === REPLIES.keyNotSet ? 'refused' : 'ready');
}

async function agreeOnKey(exchange: Exchange, { fixedKey }: Secrecy, signal: AbortSignal): Begun {
  const fixed = fixedKey();
  if (fixed === null) return ok('refused');
  const offer = offerKey();
  const numbers: readonly (readonly [CommandName, bigint])[] = [
    ['generator', offer.generator],
    ['modulus', offer.modulus],
  ];
  for (const [name, value] of numbers) {
    const taken = await exchange.ask(name, number64(value), signal);
    if (!taken.ok) return taken;
    if (taken.value[0] !== REPLIES.ok) return ok('refused');
  }
  const exchanged = await exchange.ask('keyExchange', number64(offer.interKey), signal);
  if (!exchanged.ok) return exchanged;
  const agreed = exchanged.value[0] === REPLIES.ok ? offer.agree(read64(exchanged.value.subarray(1))) : null;
  if (agreed === null) return ok('refused');
  exchange.seal(openCipher(fixed, agreed));
  return ok('ready');
}
