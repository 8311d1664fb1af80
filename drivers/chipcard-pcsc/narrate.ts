/** What passes between kiosk and chip card reader in words: which command, which status, and never what a card says. */
import type { LocalText } from '#contract/language.ts';
import { SLOT_ERROR, readQuestion, type SlotMessage } from '../ccid/messages.ts';
import { inHex, narrateFrames, told, type Narrator } from '../tap/narrator.ts';
import { slotFramer } from './questions.ts';

/** The second byte of a command, ISO 7816-4. */
const INSTRUCTIONS: Readonly<Record<number, LocalText>> = {
  0xa4: told('选择应用或文件', 'select an application or a file'),
  0xb0: told('读文件', 'read a file'),
  0xb2: told('读记录', 'read a record'),
  0xc0: told('取回答', 'get the response'),
};
const QUESTIONS = {
  powerOn: told('给卡上电，独占', 'give the card power, for us alone'),
  powerOff: told('给卡断电', 'take the power from the card'),
  slotStatus: told('有卡吗？', 'is there a card?'),
} as const;
const CARDS = {
  active: told('有卡，已上电', 'a card, with power'),
  inactive: told('有卡，未上电', 'a card, without power'),
  absent: told('没有卡', 'no card'),
} as const;
const ERRORS: Readonly<Record<number, LocalText>> = {
  [SLOT_ERROR.busy]: told('卡被其他程序占用', 'another program has the card'),
  [SLOT_ERROR.mute]: told('卡没有应答', 'the card does not answer'),
  [SLOT_ERROR.hardware]: told('与卡通信出错', 'talking to the card failed'),
};

export function narrateSlot(): Narrator {
  return narrateFrames({ framer: slotFramer, command: questionWords, reply: replyWords });
}

function questionWords(bytes: Uint8Array): LocalText {
  const question = readQuestion(bytes)?.question;
  if (question === undefined) return told('看不懂的消息', 'a message that makes no sense');
  if (question.kind !== 'transmit') return QUESTIONS[question.kind];
  const instruction = question.apdu[1] ?? 0;
  return INSTRUCTIONS[instruction] ?? told(`命令 ${inHex(instruction)}`, `command ${inHex(instruction)}`);
}

function replyWords(message: SlotMessage): LocalText {
  if (message.kind === 'damaged') return told('看不懂的消息', 'a message that makes no sense');
  if (message.kind === 'news')
    return message.present ? told('卡插入了', 'a card was pushed in') : told('卡拔出了', 'the card was pulled out');
  const { card, error, data } = message;
  if (error !== null && card !== 'absent')
    return ERRORS[error] ?? told(`读卡器错误 ${inHex(error)}`, `reader error ${inHex(error)}`);
  if (data.length < 2) return CARDS[card];
  // A card's ATR begins with 3B or 3F; everything else ends with two status bytes.
  const [first] = data;
  if (first === 0x3b || first === 0x3f) return told('卡已应答', 'the card has answered');
  const status = `${inHex(data.at(-2) ?? 0)}${inHex(data.at(-1) ?? 0)}`;
  const length = data.length - 2;
  return told(
    `卡的状态 ${status}，${length}字节，内容不显示`,
    `the card's status ${status}, ${length} bytes, not shown`,
  );
}
