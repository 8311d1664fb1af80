/** What a piece of read text says as a value of its kind: one form for each, or why it says nothing. */
import type { Check, FieldKind, WhyEmpty } from '#contract/ocr.ts';
import { understandDate } from './understand-date.ts';
import { understandMoney } from './understand-money.ts';
import { understandCreditCode, understandIdNumber } from './understand-numbers.ts';

export type Understood =
  | {
      readonly value: string;
      readonly check: Check;
      /** So many of the read characters carry the value; what stands after them says nothing. */
      readonly length: number;
      /** Put together from what is no proper amount: taken only where the capitals say the same. */
      readonly needsCapitals?: true;
    }
  | { readonly why: WhyEmpty };

const HAN = /\p{Script=Han}/u;

/** `read` has no spaces. */
export const UNDERSTAND: Readonly<Record<FieldKind, (read: string) => Understood>> = {
  idNumber: understandIdNumber,
  uscc: understandCreditCode,
  date: understandDate,
  money: understandMoney,
  /** Chinese, with a dot between the parts of a transcribed name, or Latin letters. */
  name: (read) =>
    asItStands(read, /^(\p{Script=Han}{2,6}|\p{Script=Han}+(·\p{Script=Han}+)+|[A-Za-z][A-Za-z,.'-]{2,40})$/u),
  address: (read) => asItStands(read, /^[\p{Script=Han}\d\w()#,.、·\-—号]{6,120}$/u, HAN),
  text: (read) => asItStands(read, /^.{1,200}$/u),
};

function asItStands(read: string, shape: RegExp, needed: RegExp = shape): Understood {
  return shape.test(read) && needed.test(read)
    ? { value: read, check: 'anchorOnly', length: read.length }
    : { why: 'notItsKind' };
}
