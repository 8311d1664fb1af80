/** Amounts in figures, and whether the capitals beside them (大写) say the same. */
import type { Understood } from './understand.ts';

/**
 * One character before the figures may be a currency sign, or what the reader took it for. Without the two digits
 * after the point an amount is not taken: a point that was overlooked makes it a hundred times as large.
 */
const IN_FIGURES = /^(?:RMB|CNY|人民币)?[^\d,.]?((?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2})(?![\d,.])/u;
/** Points and commas in the wrong places, but two digits at the end. */
const IN_POOR_FIGURES = /^[^\d,.]?(\d[\d,.:]{0,20}[,.:]\d{2})(?![\d,.])/u;
const MOST_FEN = 10_000_000_000_00;

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const CAPITALS = /^[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]$/u;
/** Other ways to write a capital, and what readers make of rare ones: harmless, since the figures must agree. */
const SAME_CAPITAL: Readonly<Record<string, string>> = {
  ...{
    圆: '元',
    正: '整',
    什: '仟',
    千: '仟',
    伯: '佰',
    百: '佰',
    十: '拾',
    两: '贰',
    貮: '贰',
    贰: '贰',
    萬: '万',
    〇: '零',
  },
};
const MOST_ILLEGIBLE = 2;

export function understandMoney(read: string): Understood {
  const proper = IN_FIGURES.exec(read);
  const match = proper ?? IN_POOR_FIGURES.exec(read);
  if (match === null) return { why: 'notItsKind' };
  const [{ length }, figures = ''] = match;
  const fen = Number(figures.replace(/[,.:]/g, ''));
  if (fen > MOST_FEN) return { why: 'notItsKind' };
  const amount = { value: String(fen), check: 'format', length } as const;
  return proper === null ? { ...amount, needsCapitals: true } : amount;
}

/** `illegible`: too much of it can't be read to say either. */
export function compareCapitals(read: string, fen: number): 'agree' | 'contradict' | 'illegible' {
  const letters = [...read].map((each) => SAME_CAPITAL[each] ?? each);
  const end = letters.findLastIndex((each) => CAPITALS.test(each));
  const said = essence(letters.slice(0, end + 1));
  const expected = essence([...amountInCapitals(fen)]);
  if (said.length === 0) return 'illegible';
  const illegible = said.filter((each) => !CAPITALS.test(each)).length;
  if (said.length === expected.length && said.every((each, index) => each === expected[index] || !CAPITALS.test(each)))
    return illegible <= MOST_ILLEGIBLE ? 'agree' : 'illegible';
  return illegible === 0 ? 'contradict' : 'illegible';
}

/** Zeros between the places, and 整 at the end, are written or left out as one likes. */
function essence(letters: readonly string[]): readonly string[] {
  const kept = letters.filter((each) => each !== '零');
  return kept.at(-1) === '整' ? kept.slice(0, -1) : kept;
}

/** Every place with its value, zeros left out: 壹仟玖拾肆元玖角 for 109490. */
function amountInCapitals(fen: number): string {
  const yuan = Math.floor(fen / 100);
  const groups = ['亿', '万', ''].map((name, index) => {
    const group = Math.floor(yuan / 10_000 ** (2 - index)) % 10_000;
    return group === 0 ? '' : placesOf(group, ['仟', '佰', '拾', '']) + name;
  });
  const whole = groups.join('');
  return (whole === '' ? '' : `${whole}元`) + placesOf(fen % 100, ['角', '分']);
}

function placesOf(number: number, places: readonly string[]): string {
  const digits = [...String(number).padStart(places.length, '0')];
  return digits
    .map((digit, index) => (digit === '0' ? '' : DIGITS.charAt(Number(digit)) + (places[index] ?? '')))
    .join('');
}
