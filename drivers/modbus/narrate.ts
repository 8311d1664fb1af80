/** Modbus frames in words; nothing on this line is personal. */
import type { LocalText } from '#contract/language.ts';
import { inHex, narrateFrames, told, type Narrator } from '../tap/narrator.ts';
import { EXCEPTION, type ModbusFrame } from './codec.ts';
import { modbusFramer } from './framer.ts';

const CODE_WORDS: Readonly<Record<number, LocalText>> = {
  0x01: told('读线圈', 'read coils'),
  0x02: told('读开关量输入', 'read inputs'),
  0x03: told('读寄存器', 'read registers'),
  0x05: told('写一个线圈', 'write a coil'),
  0x06: told('写一个寄存器', 'write a register'),
  0x0f: told('写多个线圈', 'write coils'),
  0x10: told('写多个寄存器', 'write registers'),
};
const EXCEPTION_WORDS: Readonly<Record<number, LocalText>> = {
  1: told('不支持这个功能', 'it does not know this function'),
  2: told('没有这个地址', 'it has no such address'),
  3: told('数值不对', 'it does not take this value'),
  4: told('设备故障', 'it failed'),
  6: told('正忙', 'it is busy'),
};

export function narrateModbus(): Narrator {
  return narrateFrames({ framer: modbusFramer, command: requestWords, reply: replyWords });
}

function requestWords(bytes: Uint8Array): LocalText {
  const [unit = 0, code = 0, high = 0, low = 0] = bytes;
  const what = CODE_WORDS[code] ?? told(inHex(code), inHex(code));
  const address = (high << 8) | low;
  return told(`${unit} 号站：${what['zh-CN']} ${address}`, `unit ${unit}: ${what.en} at ${address}`);
}

function replyWords(frame: ModbusFrame): LocalText {
  if (frame.kind === 'damaged') return told('收到损坏的帧（校验和错误）', 'a damaged frame (checksum)');
  const { unit, code, data } = frame;
  if (code & EXCEPTION) {
    const why = EXCEPTION_WORDS[data[0] ?? 0] ?? told(inHex(data[0] ?? 0), inHex(data[0] ?? 0));
    return told(`${unit} 号站拒绝：${why['zh-CN']}`, `unit ${unit} refuses: ${why.en}`);
  }
  const body = [...data].map(inHex).join(' ');
  return told(`${unit} 号站：${body}`, `unit ${unit}: ${body}`);
}
