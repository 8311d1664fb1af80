/** The single wire's frames in words; nothing on it is personal. */
import type { SettingsOf } from '#contract/devices/models.ts';
import type { LocalText } from '#contract/language.ts';
import { inHex, narrateFrames, told, type Narrator } from '../tap/narrator.ts';
import { DATA_BYTES, HEADERS, HOST, REPLY_HEADER, type CoinFrame, type HeaderName } from './codec.ts';
import { coinFramer } from './framer.ts';

const QUESTION_WORDS: Readonly<Record<HeaderName, LocalText>> = {
  serial: told('序列号？', 'serial number?'),
  selfCheck: told('自检', 'check yourself'),
  inhibitMask: told('设置接收币种', 'which coins to take'),
  inhibitMaskNow: told('接收哪些币种？', 'which coins do you take?'),
  credits: told('收到硬币了吗？', 'any coins?'),
  masterInhibit: told('总开关', 'gate'),
  masterInhibitNow: told('总开关状态？', 'is the gate open?'),
  coinId: told('硬币名称？', 'name of the coin?'),
};

export function narrateCoins({ address, checksum }: SettingsOf<'CashAcceptor', 'coins-cctalk'>): Narrator {
  return narrateFrames({ framer: coinFramer({ address, checksum }), command: questionWords, reply: replyWords });
}

function questionWords(bytes: Uint8Array): LocalText {
  const [, count = 0, , header = 0, first = 0] = bytes;
  const name = (Object.keys(HEADERS) as HeaderName[]).find((each) => HEADERS[each] === header);
  if (name === undefined) return told(`${bytes.length}字节`, `${bytes.length} bytes`);
  const { 'zh-CN': chinese, en } = QUESTION_WORDS[name];
  return count === 0 ? told(chinese, en) : told(`${chinese} ${inHex(first)}`, `${en} ${inHex(first)}`);
}

function replyWords(frame: CoinFrame): LocalText {
  if (frame.kind === 'damaged') return told('收到损坏的帧（校验和错误）', 'a damaged frame (checksum)');
  if (frame.to !== HOST) return told('自己的回声', 'our own echo');
  const { data, header } = frame;
  if (header !== REPLY_HEADER) return told(`${inHex(header)} 现在不行`, `${inHex(header)} not now`);
  if (data.length === 0) return told('好的', 'will do');
  if (data.length !== DATA_BYTES.credits) return told(`${data.length}字节数据`, `${data.length} bytes of data`);
  const [counter = 0, a = 0, b = 0] = data;
  if (counter === 0) return told('计数 0：刚通电', 'counter 0: was just switched on');
  return a === 0
    ? told(`计数 ${counter}，最近：事件 ${inHex(b)}`, `counter ${counter}, last: event ${inHex(b)}`)
    : told(`计数 ${counter}，最近：第 ${a} 种硬币`, `counter ${counter}, last: coin ${a}`);
}
