/** One thing that is wrong in kiosk.yaml or hub.yaml, with its place. */
import type { LocalText } from '#contract/language.ts';

export interface ConfigMistake {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  /** For example `devices[0].settings.baudRate`; empty for the file as a whole. */
  readonly path: string;
  /** For the technician who wrote the file. */
  readonly message: LocalText;
}

export function both(chinese: string, en: string): LocalText {
  return { 'zh-CN': chinese, en };
}
