/** Chip card readers of the PC/SC service as wires: messages in and out, news of cards, and an end when reader or service go. */
import { fail, ok } from '#contract/result.ts';
import { packNews, packReply, readQuestion, SLOT_ERROR, type SlotQuestion, type SlotReply } from '../ccid/messages.ts';
import { codeOf, isGone, openService, type Pcsc, type PcscService, type Reader } from './pcsc-service.ts';
import { isReader } from './slot-address.ts';
import type { OpenSlot, Transport } from './transport.ts';

type Card = Awaited<ReturnType<Reader['connect']>>;

/** What `wireTimeMs` reckons with: cards begin at 9600 baud. */
const RECKONED_BAUD = 9_600;

const NO_CARD = /^(NoSmartCard|RemovedCard)$/;
const MUTE = /^(UnpoweredCard|UnresponsiveCard|ProtoMismatch|CardUnsupported|InvalidAtr)$/;

export const openPcsc: OpenSlot = async ({ reader: wanted }) => {
  const opened = await openService();
  if (!opened.ok) return opened;
  const service = opened.value;
  const reader = [...service.readers.values()].find((each) => isReader(wanted, each.name()));
  if (reader !== undefined) return ok(new Slot(service, reader).transport());
  const others = [...service.readers.keys()].join(', ');
  service.release();
  const detail = `the PC/SC service has no reader "${wanted}"${others === '' ? '' : `: it has ${others}`}`;
  return fail({ reason: 'missing', detail });
};

class Slot {
  readonly #pcsc: Pcsc;
  readonly #reader: Reader;
  readonly #messageListeners = new Set<(message: Uint8Array) => void>();
  readonly #closedListeners = new Set<() => void>();
  /** Questions one after the other: the library answers each in a thread of its own. */
  #last: Promise<void> = Promise.resolve();
  #card: Card | null = null;
  #present: boolean | null = null;
  #open = true;
  readonly #leave: () => void;

  constructor(service: PcscService, reader: Reader) {
    this.#pcsc = service.pcsc;
    this.#reader = reader;
    const { PRESENT } = service.pcsc.ReaderStatus;
    const changed = (status: { has(flag: number): boolean }): void => this.#changed(status.has(PRESENT));
    reader.on('change', changed);
    reader.once('disconnect', this.#closed);
    const stopListening = service.onGone(this.#closed);
    this.#leave = () => {
      reader.off('change', changed);
      reader.off('disconnect', this.#closed);
      stopListening();
      service.release();
    };
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
        // Whatever became of the card: nobody else shall go on with what we began.
        await this.#letGo().catch(() => undefined);
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
      if (isGone(code)) return this.#closed();
      reply = this.#troubled(code);
    }
    this.#say(packReply({ kind: 'reply', number, ...reply }));
  }

  async #carryOut(question: SlotQuestion): Promise<Pick<SlotReply, 'card' | 'data'>> {
    const { CardMode } = this.#pcsc;
    const nothing = new Uint8Array(0);
    switch (question.kind) {
      case 'slotStatus':
        return { card: await this.#look(), data: nothing };
      case 'powerOff':
        await this.#letGo();
        return { card: 'inactive', data: nothing };
      case 'powerOn': {
        await this.#letGo();
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

  async #letGo(): Promise<void> {
    const card = this.#card;
    this.#card = null;
    await card?.disconnect(this.#pcsc.CardDisposition.UNPOWER);
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

  readonly #closed = (): void => {
    if (!this.#open) return;
    this.#open = false;
    this.#card = null;
    this.#leave();
    for (const listen of [...this.#closedListeners]) listen();
    this.#messageListeners.clear();
  };
}
