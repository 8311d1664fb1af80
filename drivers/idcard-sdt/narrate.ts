/** The reader's frames in words; of a card only that it was read, never what it says. */
import type { LocalText } from '#contract/language.ts';
import { inHex, narrateFrames, told, type Narrator } from '../tap/narrator.ts';
import { COMMAND_NAMES, encodeCommand, TEXT_BYTES, type CommandName, type SdtFrame } from './codec.ts';
import { sdtFramer } from './framer.ts';

const COMMAND_WORDS: Readonly<Record<CommandName, LocalText>> = {
  samStatus: told('自检：模块状态？', 'self-test: how is the module?'),
  samId: told('模块编号？', 'module number?'),
  find: told('寻卡', 'find a card'),
  select: told('选卡', 'select the card'),
  read: told('读卡', 'read the card'),
  readWithFingerprint: told('读卡（含指纹）', 'read the card with fingerprints'),
};

/** SW3 as the vendors' pages name it (README). */
const STATUS_WORDS: ReadonlyMap<number, LocalText> = new Map([
  [0x10, told('模块收到的命令校验和错误', 'the module heard a damaged command')],
  [0x11, told('模块收到的命令长度错误', 'the module heard a command of the wrong length')],
  [0x21, told('不认识的命令', 'unknown command')],
  [0x31, told('卡认证读卡器失败', 'the card refused the reader')],
  [0x32, told('读卡器认证卡失败', 'the reader refused the card')],
  [0x33, told('信息验证错误', 'what the card says could not be verified')],
  [0x34, told('尚未找到卡', 'no card found yet')],
  [0x40, told('卡类型不符', 'another kind of card')],
  [0x41, told('读卡失败', 'reading failed')],
  [0x60, told('自检失败，不接受命令', 'self-test failed, takes no command')],
  [0x66, told('模块未授权', 'the module has no authority')],
  [0x80, told('没有卡', 'no card')],
  [0x81, told('选卡失败', 'selecting failed')],
  [0x90, told('完成', 'done')],
  [0x9f, told('有卡', 'a card is there')],
]);

export function narrateReader(): Narrator {
  return narrateFrames({ framer: sdtFramer, command: commandWords, reply: replyWords });
}

function commandWords(bytes: Uint8Array): LocalText {
  const name = COMMAND_NAMES.find((each) => isSame(encodeCommand(each), bytes));
  return name === undefined ? told(`${bytes.length}字节`, `${bytes.length} bytes`) : COMMAND_WORDS[name];
}

function replyWords(frame: SdtFrame): LocalText {
  if (frame.kind === 'damaged') return told('收到损坏的帧（校验和错误）', 'a damaged frame (checksum)');
  const { status, data } = frame;
  const code = inHex(status);
  const known = STATUS_WORDS.get(status) ?? told('未知状态', 'unknown status');
  if (data.length >= TEXT_BYTES) {
    return told(
      `${code} 读到一张卡：${data.length}字节，内容不显示`,
      `${code} a card was read: ${data.length} bytes, not shown`,
    );
  }
  const [more, moreEnglish] = data.length === 0 ? ['', ''] : [`，${data.length}字节`, `, ${data.length} bytes`];
  return told(`${code} ${known['zh-CN']}${more}`, `${code} ${known.en}${moreEnglish}`);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
