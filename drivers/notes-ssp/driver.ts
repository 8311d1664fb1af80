/** The SSP note acceptor: the words of its protocol for the machine that all polled validators share. */
import { openNoteAcceptor } from '../cash/note-acceptor.ts';
import type { NoteDialect } from '../cash/note-dialect.ts';
import { defineDriver } from '../define-driver.ts';
import type { SspFrame } from './codec.ts';
import { readFixedKey } from './fixed-key.ts';
import { sspFramer } from './framer.ts';
import { narrateSsp } from './narrate.ts';
import type { Secrecy } from './opening.ts';
import { sspSpeech } from './speech.ts';

export const notesSsp = defineDriver({
  deviceClass: 'CashAcceptor',
  model: 'notes-ssp',
  narrate: narrateSsp,
  open: ({ settings: { baudRate, encrypted, fixedKey }, ...surroundings }) =>
    openNoteAcceptor(ssp({ encrypted, fixedKey: () => readFixedKey(fixedKey) }), surroundings, {
      baudRate,
      stopBits: 2,
    }),
});

function ssp(secrecy: Secrecy): NoteDialect<SspFrame> {
  return {
    framer: sspFramer,
    isDamaged: (frame) => frame.kind === 'damaged',
    setUpWhileStarting: false,
    // What nobody waited for is said again: see exchange.ts.
    overheard: () => null,
    speak: sspSpeech(secrecy),
  };
}
