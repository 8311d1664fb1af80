/** The validator's packets in words; nothing on this wire is personal, and of what is sealed only that it is. */
import type { LocalText } from '#contract/language.ts';
import { CONDITION_WORDS } from '../cash/note-narration.ts';
import { inHex, narrateFrames, told, type Narrator } from '../tap/narrator.ts';
import { COMMANDS, eventsOf, REPLIES, STEX, type CommandName, type SspFrame } from './codec.ts';
import { EMPTY_PATH, heard } from './events.ts';
import { sspFramer } from './framer.ts';

const COMMAND_WORDS: Readonly<Record<CommandName, LocalText>> = {
  inhibits: told('设置接收面额', 'which bills to take'),
  setup: told('面额表？', 'table of bills?'),
  protocol: told('协议版本', 'which protocol'),
  poll: told('状态？', 'how are you?'),
  reject: told('退钞', 'give the bill back'),
  disable: told('禁止收钞', 'take no bills'),
  enable: told('允许收钞', 'take bills'),
  serial: told('序列号？', 'serial number?'),
  sync: told('同步', 'in step, please'),
  lastReject: told('为何拒收？', 'why was it refused?'),
  hold: told('请继续暂存', 'hold on to the bill'),
  generator: told('协商密钥', 'agreeing on a key'),
  modulus: told('协商密钥', 'agreeing on a key'),
  keyExchange: told('协商密钥', 'agreeing on a key'),
  pollWithAck: told('状态？', 'how are you?'),
  eventAck: told('已收到', 'heard you'),
};
const SEALED = told('已加密', 'sealed');
const REPLY_WORDS: Readonly<Record<number, LocalText>> = {
  0xf2: told('不认识这个命令', 'does not know that'),
  0xf3: told('参数不对', 'wrong parameters'),
  0xf4: told('参数超出范围', 'out of range'),
  0xf5: told('现在不行', 'cannot do that now'),
  0xf6: told('内部错误', 'an error inside'),
  0xf8: told('不行', 'failed'),
  0xfa: told('没有密钥', 'has no key'),
};

export function narrateSsp(): Narrator {
  return narrateFrames({ framer: sspFramer, command: commandWords, reply: replyWords });
}

function commandWords(bytes: Uint8Array): LocalText {
  const [frame] = sspFramer.cut(new Uint8Array(0), bytes).frames;
  const code = frame?.kind === 'packet' ? frame.data[0] : undefined;
  if (code === STEX) return SEALED;
  const name = (Object.keys(COMMANDS) as CommandName[]).find((each) => COMMANDS[each] === code);
  return name ? COMMAND_WORDS[name] : told(`${bytes.length}字节`, `${bytes.length} bytes`);
}

function replyWords(frame: SspFrame): LocalText {
  if (frame.kind === 'damaged') return told('收到损坏的帧（校验和错误）', 'a damaged frame (checksum)');
  const [code = 0, ...more] = frame.data;
  if (code === STEX) return SEALED;
  if (code !== REPLIES.ok) return REPLY_WORDS[code] ?? told(`拒绝 ${inHex(code)}`, `refuses, ${inHex(code)}`);
  const events = eventsOf(frame.data);
  if (events.length === 0)
    return more.length === 0 ? told('好的', 'will do') : told(`${more.length}字节数据`, `${more.length} bytes of data`);
  const words = heard(EMPTY_PATH, events).conditions.map(({ is }) => CONDITION_WORDS[is]);
  const codes = events.map(({ code: each }) => inHex(each)).join(' ');
  return told(
    `${codes} ${words.map((each) => each['zh-CN']).join('，')}`,
    `${codes} ${words.map(({ en }) => en).join(', ')}`,
  );
}
