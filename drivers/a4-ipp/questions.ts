/** What the driver asks an IPP printer, and what its replies say. */
import type { Framer } from '../link/framer.ts';
import type { Question } from '../link/link.ts';
import { printerUri } from '../transport/ipp-address.ts';
import type { IppAddress } from '../transport/transport.ts';
import { allOf, packRequest, readResponse, valuesOf, type Attribute, type Request, type Response } from './codec.ts';
import { A4, conditionOf, jobOf, type JobReport, type PrinterCondition } from './status.ts';

export type Asked =
  | { readonly kind: 'printer' | 'jobs' }
  | { readonly kind: 'create'; readonly copies: number; readonly duplex: boolean }
  | { readonly kind: 'send' | 'job' | 'cancel'; readonly job: number };

export type Answer =
  | { readonly kind: 'printer'; readonly condition: PrinterCondition }
  /** Ours that aren't over. */
  | { readonly kind: 'jobs'; readonly ids: readonly number[] }
  | { readonly kind: 'created'; readonly job: number }
  | { readonly kind: 'job'; readonly report: JobReport }
  | { readonly kind: 'done' }
  /** RFC 8011, B.1, as four digits; or HTTP's own first line. */
  | { readonly kind: 'refused'; readonly detail: string };

/** One whole message, or HTTP's refusal. */
export type IppFrame =
  | { readonly kind: 'response'; readonly response: Response }
  | { readonly kind: 'http'; readonly line: string }
  | { readonly kind: 'damaged' };

/** What comes are whole messages. */
export const ippFramer: Framer<IppFrame> = {
  cut: (_rest, bytes) => ({ frames: [readFrame(bytes)], rest: new Uint8Array(0) }),
  giveUp: () => ({ frames: [], rest: new Uint8Array(0) }),
  interByteMs: () => 0,
};

function readFrame(bytes: Uint8Array): IppFrame {
  const response = readResponse(bytes);
  if (response !== null) return { kind: 'response', response };
  const line = Buffer.from(bytes.subarray(0, 60)).toString('latin1');
  return /^HTTP\/1\.1 \d{3}/.test(line) ? { kind: 'http', line } : { kind: 'damaged' };
}

/** A printer that wakes up, or renders the page before, lets one wait. */
const REPLY_MS = 5_000;
const REPLY_BYTES = 20_000;
/** What may be asked twice. A job that was made twice, and a document sent twice, would be two. */
const REPEATABLE: ReadonlySet<Asked['kind']> = new Set(['printer', 'jobs', 'job']);

/** RFC 8011, B.1: not possible, not found, gone. Anything else, HTTP's 401 and 503 among them, says nothing of the job. */
const JOB_IS_OVER: ReadonlySet<number> = new Set([0x0404, 0x0406, 0x0407]);
/** Operation not supported; or not with these attributes. */
const LISTS_NO_JOBS: ReadonlySet<number> = new Set([0x0400, 0x040b, 0x0501]);

export interface Asking {
  readonly address: IppAddress;
  /** Whose jobs these are: a printer may have other users. */
  readonly user: string;
  readonly id: number;
  readonly document: Uint8Array;
}

export function questionOf(asked: Asked, asking: Asking): Question<IppFrame, Answer> {
  return {
    bytes: packRequest(requestOf(asked, asking)),
    match(frame) {
      if (frame.kind === 'http') return { kind: 'refused', detail: frame.line };
      if (frame.kind !== 'response' || frame.response.id !== asking.id) return null;
      return answerTo(asked, frame.response);
    },
    replyMs: REPLY_MS,
    replyBytes: REPLY_BYTES,
    attempts: REPEATABLE.has(asked.kind) ? 2 : 1,
  };
}

/** RFC 8011, 4.2, 4.3; every request begins with the same three attributes in this order. */
function requestOf(asked: Asked, { address, user, id, document }: Asking): Request {
  const target: readonly Attribute[] = [
    ['charset', 'attributes-charset', 'utf-8'],
    ['language', 'attributes-natural-language', 'en'],
    ['uri', 'printer-uri', printerUri(address)],
  ];
  const by: Attribute = ['name', 'requesting-user-name', user];
  const request = (operation: Request['operation'], ...more: readonly Attribute[]): Request => ({
    operation,
    id,
    groups: [{ group: 'operation', attributes: [...target, ...more] }],
  });
  switch (asked.kind) {
    case 'printer':
      return request('printerAttributes', by, [
        'keyword',
        'requested-attributes',
        [
          ...['printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs'],
          ...['document-format-supported', 'media-ready', 'printer-supply', 'marker-levels', 'marker-types'],
        ],
      ]);
    case 'jobs':
      return request(
        'jobs',
        by,
        ['keyword', 'which-jobs', 'not-completed'],
        ['boolean', 'my-jobs', true],
        ['keyword', 'requested-attributes', ['job-id', 'job-state']],
      );
    case 'create': {
      const { operation, groups } = request('createJob', by, ['name', 'job-name', `yeban ${id}`]);
      const template: readonly Attribute[] = [
        ['integer', 'copies', asked.copies],
        ['keyword', 'media', A4],
        ['keyword', 'sides', asked.duplex ? 'two-sided-long-edge' : 'one-sided'],
      ];
      return { operation, id, groups: [...groups, { group: 'job', attributes: template }] };
    }
    case 'send': {
      const sent = request(
        'sendDocument',
        ['integer', 'job-id', asked.job],
        by,
        ['mimeType', 'document-format', 'application/pdf'],
        ['boolean', 'last-document', true],
      );
      return { ...sent, document };
    }
    case 'job':
      return request('jobAttributes', ['integer', 'job-id', asked.job], by, [
        'keyword',
        'requested-attributes',
        [
          ...['job-id', 'job-state', 'job-state-reasons', 'time-at-processing'],
          ...['job-media-sheets-completed', 'job-impressions-completed'],
        ],
      ]);
    case 'cancel':
      return request('cancelJob', ['integer', 'job-id', asked.job], by);
  }
}

/** Null: it answers, and doesn't say what was asked; as good as no answer. */
function answerTo(asked: Asked, response: Response): Answer | null {
  const { status } = response;
  // Whom nothing is left to cancel has cancelled; who can't say which jobs there are can't cancel any.
  if (asked.kind === 'cancel' && JOB_IS_OVER.has(status)) return { kind: 'done' };
  if (asked.kind === 'jobs' && LISTS_NO_JOBS.has(status)) return { kind: 'jobs', ids: [] };
  if (status >= 0x0100) return { kind: 'refused', detail: `IPP status ${status.toString(16).padStart(4, '0')}` };
  switch (asked.kind) {
    case 'printer': {
      const condition = conditionOf(valuesOf(response, 'printer'));
      return condition && { kind: 'printer', condition };
    }
    case 'jobs': {
      const ids = allOf(response, 'job').flatMap((job) => job.get('job-id') ?? []);
      return { kind: 'jobs', ids: ids.filter((id) => typeof id === 'number') };
    }
    case 'create': {
      const [job] = valuesOf(response, 'job').get('job-id') ?? [];
      return typeof job === 'number' ? { kind: 'created', job } : null;
    }
    case 'job': {
      const values = valuesOf(response, 'job');
      const report = values.get('job-id')?.[0] === asked.job ? jobOf(values) : null;
      return report && { kind: 'job', report };
    }
    case 'send':
    case 'cancel':
      return { kind: 'done' };
  }
}
