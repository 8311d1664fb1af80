/** Why what a scanner sent is no code, in a technician's words: for faults and for the trace of the wire. */
import type { LocalText } from '#contract/language.ts';
import { told } from '../tap/narrator.ts';
import type { Damage } from './news.ts';

export const HOW_DAMAGED: Readonly<Record<Damage, LocalText>> = {
  unfinished: told('码的后半部分没有来', 'the rest of a code did not come'),
  noSuffix: told(
    '码没有以后缀结束：波特率不对，或扫码器没有设置后缀？',
    'a code ended without its suffix: wrong baud rate, or not set in the scanner?',
  ),
  tooLong: told('码超过 8192 字节', 'a code of more than 8192 bytes'),
  noPrefix: told(
    '码没有前缀：波特率不对，或扫码器没有设置前缀？',
    'a code without its prefix: wrong baud rate, or not set in the scanner?',
  ),
  noAimId: told(
    '码没有 AIM 标识：波特率不对，或扫码器没有打开 AIM？',
    'a code without AIM id: wrong baud rate, or not set in the scanner?',
  ),
  severalLines: told(
    '码有多行：请给扫码器设置专用后缀',
    'a code of several lines: give the scanner a suffix of its own',
  ),
  miscounted: told('报文长度有误', 'a report that counts more bytes than it has'),
};
