/** What a note validator says, in a technician's words; nothing of it is personal. */
import type { LocalText } from '#contract/language.ts';
import { told } from '../tap/narrator.ts';
import type { NoteCondition } from './note-words.ts';

export const CONDITION_WORDS: Readonly<Record<NoteCondition['is'], LocalText>> = {
  powerUp: told('刚通电', 'was just switched on'),
  starting: told('正在启动', 'is starting'),
  idle: told('等待放钞', 'waits for a bill'),
  accepting: told('正在吸入', 'is taking a bill in'),
  stacking: told('正在入箱', 'is stacking'),
  returning: told('正在退钞', 'is giving back'),
  disabled: told('已停用', 'is disabled'),
  holding: told('正在暂存', 'is holding'),
  paused: told('暂停：入口有异物？', 'paused: something in the slot?'),
  busy: told('正忙', 'is busy'),
  refusing: told('拒收', 'refuses a bill'),
  escrow: told('钞票在暂存位', 'has a bill in escrow'),
  stacked: told('已入箱', 'has stacked it'),
  returned: told('已退出', 'has given it back'),
  boxFull: told('钱箱满', 'cash box full'),
  boxRemoved: told('钱箱不在位', 'cash box removed'),
  jammed: told('卡钞', 'jammed'),
  cheated: told('疑似作弊', 'somebody tries to cheat'),
  failed: told('故障', 'failed'),
};
