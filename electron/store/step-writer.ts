/** Brings steps to the worker in the order they were asked for: numbered, sealed, chained. */
import type { Clock } from '#contract/clock.ts';
import type { KioskId, SessionId } from '#contract/ids.ts';
import { RecordBody, sealContext, type RecordDraft, type RecordEnvelope } from '#contract/record.ts';
import { chainRow, hashRow } from './hash-row.ts';
import type { SealRecord } from './seal-record.ts';
import { StoreFailed, type StoreClient } from './store-client.ts';
import type { OpenedStore, SealedPage, SealedSnapshot } from './store-calls.ts';

export interface Step {
  readonly keep: SealedSnapshot | null;
  readonly forget: SessionId | null;
  readonly pages?: readonly SealedPage[];
  readonly dropped?: readonly Pick<SealedPage, 'session' | 'page'>[];
  readonly records: readonly RecordDraft[];
}

type UnchainedRow = Omit<RecordEnvelope, 'hash' | 'chain'>;

export class StepWriter {
  readonly #client: StoreClient;
  readonly #clock: Clock;
  readonly #kiosk: KioskId;
  readonly #epoch: string;
  readonly #appended: (rows: number) => void;
  #seq: number;
  #chain: string;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(client: StoreClient, opened: OpenedStore, clock: Clock, appended: (rows: number) => void) {
    this.#client = client;
    this.#clock = clock;
    this.#kiosk = opened.kiosk;
    this.#epoch = opened.epoch;
    this.#seq = opened.lastSeq;
    this.#chain = opened.lastChain;
    this.#appended = appended;
  }

  /** Resolves after COMMIT. Rows are sealed at once and side by side, but leave in order. */
  async write(step: Step, seal: SealRecord): Promise<void> {
    const at = this.#clock.now();
    const { keep, forget, pages = [], dropped = [] } = step;
    // Parsed before they take a number: what is not a record must not leave a hole in the sequence.
    const bodies = step.records.map((draft) => RecordBody.parse(draft.body));
    const sealing = Promise.all(
      step.records.map((draft, index) => this.#seal(draft, bodies[index] ?? draft.body, at, seal)),
    );
    sealing.catch(() => {}); // heard below, when it is this step's turn
    const sent = this.#turn.then(async () => {
      const rows = (await sealing).map((row) => this.#link(row));
      return { committed: this.#client.call('step', { keep, forget, pages, dropped, rows, at }) };
    });
    this.#turn = sent.catch((error: unknown) => {
      this.#client.fail(new StoreFailed('sealing', error instanceof Error ? error.message : String(error)));
    });
    await (
      await sent
    ).committed;
    if (step.records.length > 0) this.#appended(step.records.length);
  }

  async #seal(draft: RecordDraft, body: RecordBody, createdAt: number, seal: SealRecord): Promise<UnchainedRow> {
    this.#seq += 1;
    const seq = this.#seq;
    const plaintext = Buffer.from(JSON.stringify(body));
    const sealed = await seal(plaintext, sealContext(this.#kiosk, this.#epoch, seq, body.kind));
    plaintext.fill(0);
    return { epoch: this.#epoch, seq, id: draft.id, kind: body.kind, createdAt, sealed };
  }

  #link(row: UnchainedRow): RecordEnvelope {
    const hash = hashRow(row);
    this.#chain = chainRow(this.#chain, hash);
    return { ...row, hash, chain: this.#chain };
  }
}
