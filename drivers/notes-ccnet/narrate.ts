/** The validator's frames in words; nothing on this wire is personal. */
import type { LocalText } from '#contract/language.ts';
import { inHex, narrateFrames, told, type Narrator } from '../tap/narrator.ts';
import { CONDITION_WORDS } from '../cash/note-narration.ts';
import { COMMAND_CODES, conditionOf, type CcnetFrame, type CommandName } from './codec.ts';
import { ccnetFramer } from './framer.ts';

const COMMAND_WORDS: Readonly<Record<CommandName, LocalText>> = {
  reset: told('复位', 'reset'),
  poll: told('状态？', 'how are you?'),
  enable: told('设置接收面额', 'which bills to take'),
  stack: told('收钞入箱', 'stack the bill'),
  giveBack: told('退钞', 'give the bill back'),
  identify: told('型号和序列号？', 'model and serial number?'),
  hold: told('请继续暂存', 'hold on to the bill'),
  billTable: told('面额表？', 'table of bills?'),
};

export function narrateNotes(): Narrator {
  return narrateFrames({ framer: ccnetFramer, command: commandWords, reply: replyWords });
}

function commandWords(bytes: Uint8Array): LocalText {
  const code = bytes[3] ?? 0;
  if (bytes.length === 6 && code === 0) return told('已收到', 'heard you');
  const name = (Object.keys(COMMAND_CODES) as CommandName[]).find((each) => COMMAND_CODES[each] === code);
  return name === undefined ? told(`${bytes.length}字节`, `${bytes.length} bytes`) : COMMAND_WORDS[name];
}

function replyWords(frame: CcnetFrame): LocalText {
  if (frame.kind === 'damaged') return told('收到损坏的帧（校验和错误）', 'a damaged frame (checksum)');
  const [code = 0, detail] = frame.data;
  if (frame.data.length === 1 && code === 0x00) return told('好的', 'will do');
  if (frame.data.length === 1 && (code === 0xff || code === 0x30)) return told('不行', 'cannot do that');
  const condition = conditionOf(frame.data);
  if (condition === null) return told(`${frame.data.length}字节数据`, `${frame.data.length} bytes of data`);
  const words = CONDITION_WORDS[condition.is];
  const more = detail === undefined ? '' : ` ${inHex(detail)}`;
  return told(`${inHex(code)}${more} ${words['zh-CN']}`, `${inHex(code)}${more} ${words.en}`);
}
