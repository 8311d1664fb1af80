/** Who applied, as the card said it; the number stays masked until somebody needs it. */
import { useState } from 'react';
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import { maskNumber } from '../words/mask-number.ts';
import { nationName } from '../words/nations.ts';
import { useWords } from '../words/use-words.ts';
import { Facts } from './facts.tsx';

export function Applicant({ card }: { readonly card: IdentityCard }) {
  const { language, texts } = useWords();
  const [shown, setShown] = useState(false);
  const { fields, documentTypes, sexes, longTerm, show, hide, shownNote, applicant } = texts.detail;
  return (
    <section>
      <h2>{applicant}</h2>
      <Facts
        facts={[
          [fields.name, card.name],
          [fields.nameLatin, card.nameLatin],
          [
            fields.idNumber,
            <>
              <span className="number">{shown ? card.idNumber : maskNumber(card.idNumber)}</span>{' '}
              <button type="button" className="quiet" onClick={() => setShown(!shown)}>
                {shown ? hide : show}
              </button>
            </>,
          ],
          [fields.documentType, documentTypes[card.documentType]],
          [fields.sex, sexes[card.sex]],
          [fields.birthDate, card.birthDate],
          [fields.nationality, card.nationality],
          [fields.nation, card.nation && nationName(card.nation, language)],
          [fields.address, card.address],
          [fields.issuer, card.issuer],
          [fields.valid, `${card.validFrom} – ${card.validTo ?? longTerm}`],
        ]}
      />
      <p role="status" className="heard">
        {shown && shownNote}
      </p>
    </section>
  );
}
