/** The printer's bytes in words; of a receipt only that it was sent, never what it says. */
import type { LocalText } from '#contract/language.ts';
import { inHex, narrateFrames, told, type Narrator } from '../tap/narrator.ts';
import { askStatus, REPORT_CHANGES, type StatusKind } from './codec.ts';
import { inTurnFramer, printerFramer, type PrinterFrame } from './framer.ts';
import { conditionOfChanges, valuesOf } from './status.ts';

/** DLE EOT 1 to 4. */
const QUESTIONS: readonly (readonly [StatusKind, LocalText])[] = [
  [1, told('状态1：是否联机？', 'status 1: on line?')],
  [2, told('状态2：上盖、缺纸？', 'status 2: cover, paper end?')],
  [3, told('状态3：切刀、机芯？', 'status 3: cutter, mechanism?')],
  [4, told('状态4：纸张？', 'status 4: paper?')],
];

/** `inTurn`: this printer proves by answering in its turn. */
export function narratePrinter({ inTurn }: { readonly inTurn: boolean }): Narrator {
  return narrateFrames({ framer: inTurn ? inTurnFramer : printerFramer, command: commandWords, reply: replyWords });
}

function commandWords(bytes: Uint8Array): LocalText {
  const asked = QUESTIONS.find(([kind]) => isSame(askStatus(kind), bytes));
  if (asked !== undefined) return asked[1];
  if (isSame(REPORT_CHANGES, bytes)) return told('有变化请主动上报', 'tell changes by yourself');
  return told(`打印凭条：${bytes.length}字节，内容不显示`, `print a receipt: ${bytes.length} bytes, not shown`);
}

function replyWords(frame: PrinterFrame): LocalText {
  switch (frame.kind) {
    case 'status':
      return told(`状态 ${inHex(frame.byte)}`, `status ${inHex(frame.byte)}`);
    case 'changes': {
      const values = Object.entries(valuesOf(conditionOfChanges(frame.bytes)));
      const list = values.map(([name, value]) => `${name} ${value}`).join(', ');
      return told(`主动上报：${list}`, `tells by itself: ${list}`);
    }
    case 'proof':
      return told(`打印完成的证明 ${frame.id}`, `proof that it is printed: ${frame.id}`);
    case 'inTurn':
      return told('轮到的回答：之前的都已执行', 'answer in its turn: everything before is done');
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
