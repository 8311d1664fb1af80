/** Every view of the panel by name: what is pressed to get there, and what the kiosk answers otherwise than usual. */
import type { ControlName } from '#contract/control.ts';
import type { TechnicianReply } from '#contract/technician/desk.ts';
import type { Say } from '../samples/sample.ts';
import type { Answers } from './answers.ts';
import { CABINET_MENDED } from './cabinet-at-night.ts';

export interface PanelSample {
  /** Buttons by the beginning of their words, pressed one after the other once the lock is open; digits are typed. */
  readonly presses: (say: Say) => readonly string[];
  readonly answers?: Answers;
  /** Calls that are refused, by their code. */
  readonly refuses?: Readonly<Partial<Record<ControlName, string>>>;
  /** Calls that are under way for ever. */
  readonly silent?: readonly ControlName[];
  /** How far one gets: to the door, to the lock, or, as usual, into the panel. */
  readonly upTo?: 'door' | 'lock';
  /** What the lock says after a first answer. */
  readonly refused?: Extract<TechnicianReply, { kind: 'refused' }>;
}

const none = () => [];
const printer = (say: Say): string => say('4凭条打印机', '4Receipt printer');
const tests = (say: Say): readonly string[] => [printer(say), say('测试', 'Tests')];

export const PANEL_SAMPLES: ReadonlyMap<string, PanelSample> = new Map<string, PanelSample>(
  Object.entries({
    'panel-door': { presses: none, upTo: 'door' },
    'panel-lock': { presses: () => ['30519'], upTo: 'lock' },
    'panel-lock-wrong': {
      presses: (say) => ['30519482', say('解锁', 'Unlock')],
      upTo: 'lock',
      refused: { kind: 'refused', code: 'technician.wait', message: 'wait', waitMs: 60_000 },
    },
    'panel-cabinet': { presses: none },
    'panel-cabinet-well': { presses: none, answers: { 'cabinet.view': CABINET_MENDED } },
    'panel-device': { presses: (say) => [printer(say)] },
    'panel-device-tests': { presses: tests },
    'panel-device-testing': {
      presses: (say) => [...tests(say), say('打印测试页', 'Print a test page')],
      silent: ['device.tryOut'],
    },
    'panel-device-tested': {
      presses: (say) => [...tests(say), say('打印测试页', 'Print a test page')],
      answers: { 'cabinet.view': CABINET_MENDED },
    },
    'panel-device-failed': {
      presses: (say) => [...tests(say), say('开始自检', 'Start the self-test')],
      answers: {
        'device.selfTest': {
          passed: false,
          tookMs: 380,
          fault: {
            code: 'printer.coverOpen',
            advice: { 'zh-CN': '合上上盖，听到咔嗒一声为止。', en: 'Close the cover until it clicks.' },
            detail: 'cover open',
          },
          status: { state: 'offline', values: {} },
        },
      },
    },
    'panel-device-busy': {
      presses: (say) => [...tests(say), say('开始自检', 'Start the self-test')],
      refuses: { 'device.selfTest': 'device.busy' },
    },
    'panel-trace': { presses: (say) => [printer(say), say('线路', 'Trace'), say('停住', 'Hold still')] },
    'panel-numbers': { presses: (say) => [printer(say), say('统计', 'Numbers')] },
    'panel-supplies': { presses: (say) => [say('耗材', 'Supplies')] },
    'panel-supplies-renew': { presses: (say) => [say('耗材', 'Supplies'), say('已换新', 'New one')] },
    'panel-history': { presses: (say) => [say('历史', 'History')] },
    'panel-kiosk': { presses: (say) => [say('整机', 'Kiosk'), say('核对操作记录', 'Verify the audit')] },
    'panel-bundle': { presses: (say) => [say('导出日志', 'Take logs')] },
    'panel-bundle-no-drive': {
      presses: (say) => [say('导出日志', 'Take logs')],
      answers: { 'drives.list': [] },
    },
    'panel-bundle-writing': {
      presses: (say) => [say('导出日志', 'Take logs'), 'REPAIR'],
      silent: ['bundle.write'],
    },
    'panel-bundle-full': {
      presses: (say) => [say('导出日志', 'Take logs'), 'REPAIR'],
      refuses: { 'bundle.write': 'bundle.full' },
    },
    'panel-bundle-done': { presses: (say) => [say('导出日志', 'Take logs'), 'REPAIR'] },
  }),
);
