/** The words around an answer that is a list. */
import type { Language } from '#contract/language.ts';

export interface TableWords {
  /** Before the number of a row. */
  readonly row: string;
  /** Where a row was not asked. */
  readonly notAsked: string;
  /** A list inside a row that is empty. */
  readonly noneOf: (caption: string) => string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly show: string;
  readonly hide: string;
}

export const TABLE_WORDS: Readonly<Record<Language, TableWords>> = {
  'zh-CN': {
    row: '序号',
    notAsked: '—',
    noneOf: (caption) => `${caption}：没有`,
    copy: '复制表格',
    copied: '已复制，可以粘贴到表格或文档里。',
    notCopied: '浏览器不让复制。请用鼠标选中表格，再按 Ctrl+C。',
    show: '显示完整号码',
    hide: '隐藏号码',
  },
  en: {
    row: 'No.',
    notAsked: '—',
    noneOf: (caption) => `${caption}: none`,
    copy: 'Copy the table',
    copied: 'Copied: paste it into a spreadsheet or a document.',
    notCopied: 'The browser does not allow it. Select the table with the mouse and press Ctrl+C.',
    show: 'Show whole numbers',
    hide: 'Hide the numbers',
  },
};
