/** One batch to the hub and back: every way in which it can fail to answer has a name, and none is believed. */
import { Batch, BatchReply } from '#contract/hub-api.ts';
import type { Clock } from '#contract/clock.ts';
import type { KioskId, StationId } from '#contract/ids.ts';
import { reading } from '#contract/message.ts';
import type { RecordEnvelope } from '#contract/record.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { faultIn, NotEnrolled, type SignedFetch } from '../identity/signed-fetch.ts';
import { findLie } from './find-lie.ts';
import { readLimited } from './read-limited.ts';

export interface HubLine {
  readonly hubUrl: string;
  readonly kiosk: KioskId;
  readonly station: StationId;
  readonly clock: Clock;
  /** Signs what it sends; see identity. Without it nothing is signed. */
  readonly fetch?: SignedFetch;
}

/**
 * Why a batch counts as unanswered. `unreachable`: no connection, or it broke. `slow`: no whole answer in time.
 * `refused`: a status other than 200, with the hub's code if it gave one. `notEnrolled`: the hub was not even asked.
 * `garbage`: not a reply. The others: a reply that can't be true.
 */
export type SyncFault =
  | { readonly name: 'unreachable' | 'slow' | 'garbage' | 'wrongEpoch' | 'ackBeyondSent' | 'foreignVerdict' }
  | { readonly name: 'notEnrolled' }
  | { readonly name: 'refused'; readonly status: number; readonly code?: string };

const TIMEOUT_MS = 15_000;
/** A full batch without pictures. What is beyond has the time it takes on the weakest line that a kiosk is hung on. */
const ORDINARY_BYTES = 256 * 1024;
const SLOWEST_BYTES_A_MS = 4;
const REPLY_LIMIT_BYTES = 256 * 1024;

/** `rows`: at least one, of one epoch, consecutive. `takenThrough`: see findLie. `cancelled` ends the request as `unreachable`. */
export async function sendBatch(
  line: HubLine,
  rows: readonly RecordEnvelope[],
  takenThrough: number,
  cancelled: AbortSignal,
): Promise<Result<BatchReply, SyncFault>> {
  const deadline = new AbortController();
  const batch: Batch = { kiosk: line.kiosk, station: line.station, rows: [...rows] };
  const body = JSON.stringify(batch);
  const cancelDeadline = line.clock.after(timeFor(body.length), () => {
    deadline.abort();
  });
  try {
    const response = await (line.fetch ?? fetch)(batchUrl(line), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body,
      redirect: 'error',
      signal: AbortSignal.any([deadline.signal, cancelled]),
    });
    if (response.status !== 200) {
      const { code } = faultIn((await readLimited(response, REPLY_LIMIT_BYTES).catch(() => null)) ?? '');
      return fail({ name: 'refused', status: response.status, ...(code !== undefined && { code }) });
    }
    const text = await readLimited(response, REPLY_LIMIT_BYTES);
    const reply = text === null ? null : parseReply(text);
    if (reply === null) return fail({ name: 'garbage' });
    const lie = findLie(reply, rows, takenThrough);
    return lie === null ? ok(reply) : fail({ name: lie });
  } catch (error) {
    if (error instanceof NotEnrolled) return fail({ name: 'notEnrolled' });
    return fail({ name: deadline.signal.aborted ? 'slow' : 'unreachable' });
  } finally {
    cancelDeadline();
  }
}

function timeFor(bytes: number): number {
  return TIMEOUT_MS + Math.max(0, bytes - ORDINARY_BYTES) / SLOWEST_BYTES_A_MS;
}

function batchUrl({ hubUrl, kiosk }: HubLine): string {
  return `${hubUrl.replace(/\/+$/, '')}/v1/kiosks/${kiosk}/batches`;
}

function parseReply(text: string): BatchReply | null {
  try {
    return reading(BatchReply).parse(JSON.parse(text));
  } catch {
    return null;
  }
}
