/** Chip card readers of the PC/SC service: the only file that knows pcsc-mini; messages in and out, news of cards and of its own end. */
import { fail, ok, type Result } from '#contract/result.ts';
import { packNews, packReply, readQuestion, SLOT_ERROR, type SlotQuestion, type SlotReply } from '../ccid/messages.ts';
import { isReader } from './slot-address.ts';
import type { OpenSlot, OpenTrouble, Transport } from './transport.ts';

type Pcsc = typeof import('pcsc-mini');
type Client = InstanceType<Pcsc['Client']>;
type Reader = InstanceType<Pcsc['Reader']>;
type Card = Awaited<ReturnType<Reader['connect']>>;

/** The service names its readers at once; more time than that is only a busy machine's. */
const LIST_LIMIT_MS = 1_500;
/** What `wireTimeMs` reckons with: cards begin at 9600 baud. */
const RECKONED_BAUD = 9_600;

/** What the library calls the end of service or reader. */
const GONE = /^(CommError|NoReadersAvailable|NoService|ReaderUnavailable|ServiceStopped|UnknownReader|InvalidHandle)$/;
const NO_CARD = /^(NoSmartCard|RemovedCard)$/;
const MUTE = /^(UnpoweredCard|UnresponsiveCard|ProtoMismatch|CardUnsupported|InvalidAtr)$/;

export const openPcsc: OpenSlot = async ({ reader: wanted }) => {
  const loaded = await loadPcsc();
  if (!loaded.ok) return loaded;
  const pcsc = loaded.value;
  const client = new pcsc.Client();
  const found = await findReader(client, wanted);
  if (found.ok) return ok(new Slot(pcsc, client, found.value).transport());
  stop(client);
  return found;
};

/** The addon needs the system's own library. */
export async function loadPcsc(): Promise<Result<Pcsc, OpenTrouble>> {
  try {
    return ok((await import('pcsc-mini')).default);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return fail({ reason: 'refused', detail: `${said} (apt-get install libpcsclite1 pcscd)` });
  }
}

function findReader(client: Client, wanted: string): Promise<Result<Reader, OpenTrouble>> {
  return new Promise((resolve) => {
    const seen: string[] = [];
    const end = (result: Result<Reader, OpenTrouble>): void => {
      clearTimeout(limit);
      client.removeAllListeners();
      resolve(result);
    };
    const limit = setTimeout(() => {
      const others = seen.length > 0 ? `: it has ${seen.join(', ')}` : '';
      end(fail({ reason: 'missing', detail: `the PC/SC service has no reader "${wanted}"${others}` }));
    }, LIST_LIMIT_MS);
    client.on('reader', (reader) => {
      seen.push(reader.name());
      if (isReader(wanted, reader.name())) end(ok(reader));
    });
    client.on('error', (error) => end(fail(serviceTrouble(error))));
    try {
      client.start();
    } catch (error) {
      end(fail(serviceTrouble(error)));
    }
  });
}

function serviceTrouble(error: unknown): OpenTrouble {
  return { reason: 'missing', detail: `the PC/SC service (pcscd) does not answer: ${codeOf(error)}` };
}

/** It throws when the service is gone, and then there is nothing to stop. */
function stop(client: Client): void {
  try {
    client.stop();
  } catch (error) {
    if (!GONE.test(codeOf(error))) throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

class Slot {
  readonly #pcsc: Pcsc;
  readonly #client: Client;
  readonly #reader: Reader;
  readonly #messageListeners = new Set<(message: Uint8Array) => void>();
  readonly #closedListeners = new Set<() => void>();
  /** Questions one after the other: the library answers each in a thread of its own. */
  #last: Promise<void> = Promise.resolve();
  #card: Card | null = null;
  #present: boolean | null = null;
  #open = true;

  constructor(pcsc: Pcsc, client: Client, reader: Reader) {
    this.#pcsc = pcsc;
    this.#client = client;
    this.#reader = reader;
    reader.on('change', (status) => this.#changed(status.has(pcsc.ReaderStatus.PRESENT)));
    reader.on('disconnect', () => this.#closed());
    client.on('error', () => this.#closed());
  }

  transport(): Transport {
    return {
      baudRate: RECKONED_BAUD,
      write: (bytes) => {
        if (!this.#open) return Promise.resolve('closed');
        const asked = readQuestion(bytes);
        if (asked === null) throw new Error('a message that no reader would understand');
        this.#last = this.#last.then(() => this.#answer(asked.question, asked.number));
        return Promise.resolve('taken');
      },
      onBytes: (listen) => {
        this.#messageListeners.add(listen);
        return () => this.#messageListeners.delete(listen);
      },
      onClosed: (listen) => {
        this.#closedListeners.add(listen);
        return () => this.#closedListeners.delete(listen);
      },
      close: async () => {
        if (!this.#open) return;
        const card = this.#card;
        this.#card = null;
        // Whatever became of the card: nobody else shall go on with what we began.
        await card?.disconnect(this.#pcsc.CardDisposition.UNPOWER).catch(() => undefined);
        this.#closed();
      },
    };
  }

  async #answer(question: SlotQuestion, number: number): Promise<void> {
    if (!this.#open) return;
    let reply: Omit<SlotReply, 'kind' | 'number'>;
    try {
      reply = { error: null, ...(await this.#carryOut(question)) };
    } catch (error) {
      const code = codeOf(error);
      if (GONE.test(code)) return this.#closed();
      reply = this.#troubled(code);
    }
    this.#say(packReply({ kind: 'reply', number, ...reply }));
  }

  async #carryOut(question: SlotQuestion): Promise<Pick<SlotReply, 'card' | 'data'>> {
    const { CardDisposition, CardMode } = this.#pcsc;
    const nothing = new Uint8Array(0);
    switch (question.kind) {
      case 'slotStatus':
        return { card: await this.#look(), data: nothing };
      case 'powerOff':
        await this.#letGo(CardDisposition.UNPOWER);
        return { card: 'inactive', data: nothing };
      case 'powerOn': {
        await this.#letGo(CardDisposition.UNPOWER);
        this.#card = await this.#reader.connect(CardMode.EXCLUSIVE);
        const { atr } = await this.#card.state();
        return { card: 'active', data: new Uint8Array(atr) };
      }
      case 'transmit': {
        if (this.#card === null) throw Object.assign(new Error('no card has power'), { code: 'UnpoweredCard' });
        const answer = await this.#card.transmit(question.apdu);
        return { card: 'active', data: answer };
      }
    }
  }

  /** Asks the reader itself, by way of the service: what was heard last may be old. */
  async #look(): Promise<SlotReply['card']> {
    const { CardDisposition, CardMode, CardStatus, Protocol } = this.#pcsc;
    if (this.#card !== null) {
      const { status } = await this.#card.state();
      return status.has(CardStatus.ABSENT) ? 'absent' : 'active';
    }
    const direct = await this.#reader.connect(CardMode.DIRECT, Protocol.UNSET);
    try {
      const { status } = await direct.state();
      return status.has(CardStatus.ABSENT) ? 'absent' : 'inactive';
    } finally {
      await direct.disconnect(CardDisposition.LEAVE);
    }
  }

  async #letGo(then: number): Promise<void> {
    const card = this.#card;
    this.#card = null;
    await card?.disconnect(then);
  }

  #troubled(code: string): Omit<SlotReply, 'kind' | 'number'> {
    const data = new Uint8Array(0);
    if (NO_CARD.test(code)) return { card: 'absent', error: SLOT_ERROR.mute, data };
    if (MUTE.test(code)) return { card: 'inactive', error: SLOT_ERROR.mute, data };
    if (code === 'SharingViolation') return { card: 'inactive', error: SLOT_ERROR.busy, data };
    return { card: this.#card === null ? 'inactive' : 'active', error: SLOT_ERROR.hardware, data };
  }

  #changed(present: boolean): void {
    // The service also tells that a card got power or a user: no news.
    if (this.#present === present) return;
    this.#present = present;
    this.#say(packNews(present));
  }

  #say(message: Uint8Array): void {
    for (const listen of [...this.#messageListeners]) listen(message);
  }

  #closed(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#card = null;
    this.#reader.removeAllListeners();
    this.#client.removeAllListeners();
    // Late errors of a thread that is ending would otherwise end this process.
    this.#client.on('error', () => undefined);
    stop(this.#client);
    for (const listen of [...this.#closedListeners]) listen();
    this.#messageListeners.clear();
  }
}
