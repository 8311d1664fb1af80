/** The validator's frames in words; nothing on this wire is personal. */
import type { LocalText } from '#contract/language.ts';
import { CONDITION_WORDS } from '../cash/note-narration.ts';
import { inHex, narrateFrames, told, type Narrator } from '../tap/narrator.ts';
import { conditionOf, type Id003Frame } from './codec.ts';
import { id003Framer } from './framer.ts';

const COMMAND_WORDS: Readonly<Record<number, LocalText>> = {
  0x11: told('状态？', 'how are you?'),
  0x40: told('复位', 'reset'),
  0x41: told('收钞入箱', 'stack the bill'),
  0x43: told('退钞', 'give the bill back'),
  0x44: told('请继续暂存', 'hold on to the bill'),
  0x50: told('已收到', 'heard you'),
  0x8a: told('面额表？', 'table of bills?'),
  0xc0: told('设置接收面额', 'which bills to take'),
  0xc1: told('设置安全级别', 'how strictly to look'),
  0xc2: told('设置通讯方式', 'how to talk'),
  0xc3: told('允许或禁止收钞', 'take bills or not'),
  0xc4: told('设置入钞方向', 'which way up'),
};

export function narrateId003(): Narrator {
  return narrateFrames({ framer: id003Framer, command: commandWords, reply: replyWords });
}

function commandWords(bytes: Uint8Array): LocalText {
  return COMMAND_WORDS[bytes[2] ?? 0] ?? told(`${bytes.length}字节`, `${bytes.length} bytes`);
}

function replyWords(frame: Id003Frame): LocalText {
  if (frame.kind === 'damaged') return told('收到损坏的帧（校验和错误）', 'a damaged frame (checksum)');
  const [code = 0, detail] = frame.data;
  if (code === 0x50) return told('好的', 'will do');
  if (code === 0x4b) return told('不行', 'cannot do that');
  if (code >= 0xc0) return told('已设置', 'is set');
  const condition = conditionOf(frame.data);
  if (condition === null) return told(`${frame.data.length}字节数据`, `${frame.data.length} bytes of data`);
  const words = CONDITION_WORDS[condition.is];
  const more = detail === undefined ? '' : ` ${inHex(detail)}`;
  return told(`${inHex(code)}${more} ${words['zh-CN']}`, `${inHex(code)}${more} ${words.en}`);
}
