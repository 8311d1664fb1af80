/** The words around what a case costs. */
import type { Language } from '#contract/language.ts';
import type { CaseSubmitted } from '#contract/record.ts';

export interface FeeWords {
  readonly title: string;
  readonly nothing: string;
  readonly total: string;
  readonly yuan: (fen: number) => string;
  readonly paid: Readonly<Record<CaseSubmitted['fees'][number]['paid'], string>>;
}

function inYuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}

export const FEE_WORDS: Readonly<Record<Language, FeeWords>> = {
  'zh-CN': {
    title: '费用',
    nothing: '没有记录要缴的费用。',
    total: '合计',
    yuan: (fen) => `${inYuan(fen)}元`,
    paid: { here: '在自助机缴', atPickUp: '领取时缴' },
  },
  en: {
    title: 'Fees',
    nothing: 'No fee is on record.',
    total: 'Together',
    yuan: (fen) => `${inYuan(fen)} yuan`,
    paid: { here: 'to be paid at the kiosk', atPickUp: 'to be paid at pick-up' },
  },
};
