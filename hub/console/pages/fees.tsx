/** What a case costs: each fee with its amount and where it is paid, and the sum of several. */
import type { CaseSubmitted } from '#contract/record.ts';
import { FEE_WORDS } from '../words/fee-words.ts';
import { useWords } from '../words/use-words.ts';
import { Fact } from './fact.tsx';

export function Fees({ fees }: Pick<CaseSubmitted, 'fees'>) {
  const { language } = useWords();
  const words = FEE_WORDS[language];
  const total = fees.reduce((sum, { totalFen }) => sum + totalFen, 0);
  return (
    <section>
      <h2>{words.title}</h2>
      {fees.length === 0 && <p>{words.nothing}</p>}
      <dl>
        {fees.map(({ fee, label, quantity, totalFen, paid }) => (
          <Fact key={fee} label={quantity === 1 ? label[language] : `${label[language]} × ${quantity}`}>
            {words.yuan(totalFen)} <small>{words.paid[paid]}</small>
          </Fact>
        ))}
        {fees.length > 1 && <Fact label={words.total}>{words.yuan(total)}</Fact>}
      </dl>
    </section>
  );
}
