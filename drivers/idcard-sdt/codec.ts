/** The words of a SAM_A reader as bytes: commands out, replies in. Sources: vendor pages and GA/T 467 via public sources (README). */

export const PREAMBLE = Uint8Array.of(0xaa, 0xaa, 0xaa, 0x96, 0x69);

/** CMD and PARA. */
const COMMANDS = {
  samStatus: [0x11, 0xff],
  samId: [0x12, 0xff],
  find: [0x20, 0x01],
  select: [0x20, 0x02],
  read: [0x30, 0x01],
  readWithFingerprint: [0x30, 0x10],
} as const;
export type CommandName = keyof typeof COMMANDS;
export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

/** One frame of the reader, its checksum verified; or the news that one came in damaged. */
export type SdtFrame =
  { readonly kind: 'reply'; readonly status: number; readonly data: Uint8Array } | { readonly kind: 'damaged' };

/** What a reply means for the command it answers. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'found' }
  | { readonly kind: 'selected' }
  | { readonly kind: 'text'; readonly text: Uint8Array }
  /** Nothing on the reader, or nothing it can talk to; `status` is SW3. */
  | { readonly kind: 'refused'; readonly status: number }
  /** The reader itself can't: self-test failed, no authority, command not understood. */
  | { readonly kind: 'broken'; readonly status: number };

export const STATUS = { ok: 0x90, found: 0x9f } as const;

/** SW3 that say "the module can't work", whatever was asked. */
const BROKEN = new Set([0x21, 0x23, 0x24, 0x60, 0x66]);
/** SW3 of the line: the module saw a damaged command. Worth repeating, so they count as no answer. */
const ASK_AGAIN = new Set([0x10, 0x11]);

const REFUSALS: Readonly<Record<CommandName, ReadonlySet<number>>> = {
  samStatus: new Set(),
  samId: new Set(),
  find: new Set([0x80, 0x34, 0x40]),
  select: new Set([0x81, 0x34, 0x40]),
  read: new Set([0x31, 0x32, 0x33, 0x34, 0x40, 0x41, 0x47, 0x91]),
  readWithFingerprint: new Set([0x31, 0x32, 0x33, 0x34, 0x40, 0x41, 0x47, 0x91]),
};

export const TEXT_BYTES = 256;
const PHOTO_BYTES = 1024;

/** XOR of every byte between preamble and checksum. */
export function checksum(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum ^ byte, 0);
}

export function encodeCommand(name: CommandName): Uint8Array {
  const body = Uint8Array.of(0x00, 0x03, ...COMMANDS[name]);
  return Uint8Array.of(...PREAMBLE, ...body, checksum(body));
}

/** null: no answer to this command: a late or doubled reply of another one, or "say that again". */
export function decodeReply(command: CommandName, frame: SdtFrame): Answer | null {
  if (frame.kind === 'damaged') return null;
  const { status, data } = frame;
  if (status === STATUS.ok || status === STATUS.found) return decodeGood(command, status, data);
  // A "not ok" of the SAM status is an answer to it, whatever the reason.
  if (command === 'samStatus' && !ASK_AGAIN.has(status)) return { kind: 'broken', status };
  if (BROKEN.has(status)) return { kind: 'broken', status };
  return REFUSALS[command].has(status) ? { kind: 'refused', status } : null;
}

/** SW1..3 carry no command, so the shape of the data has to prove which question was answered. */
function decodeGood(command: CommandName, status: number, data: Uint8Array): Answer | null {
  switch (command) {
    case 'samStatus':
      return status === STATUS.ok && data.length === 0 ? { kind: 'ready' } : null;
    case 'samId':
      return status === STATUS.ok && data.length === 16 ? { kind: 'ready' } : null;
    case 'find':
      return status === STATUS.found && data.length <= 8 ? { kind: 'found' } : null;
    case 'select':
      return status === STATUS.ok && data.length === 8 ? { kind: 'selected' } : null;
    case 'read':
    case 'readWithFingerprint': {
      const text = status === STATUS.ok ? textOf(data) : null;
      return text && { kind: 'text', text };
    }
  }
}

/**
 * Lengths first (text, photo, and with fingerprints a third), then the parts. All four whole-frame lengths seen
 * in the field are taken, whichever read was asked: 1295, and 1297, 1809, 2321 with 0, 512, 1024 bytes of fingerprint.
 */
function textOf(data: Uint8Array): Uint8Array | null {
  if (data.length < 4) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (view.getUint16(0) !== TEXT_BYTES || view.getUint16(2) !== PHOTO_BYTES) return null;
  const plain = 4 + TEXT_BYTES + PHOTO_BYTES;
  if (data.length === plain) return data.slice(4, 4 + TEXT_BYTES);
  if (data.length < plain + 2) return null;
  const fingerprint = view.getUint16(4);
  if (![0, 512, 1024].includes(fingerprint) || data.length !== plain + 2 + fingerprint) return null;
  return data.slice(6, 6 + TEXT_BYTES);
}
