/** Who applied, with whom, and who did it for them, as their cards said it; the number stays masked until somebody needs it. */
import { useState } from 'react';
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import { maskNumber } from '../words/mask-number.ts';
import { nationName } from '../words/nations.ts';
import { useWords } from '../words/use-words.ts';
import { Fact } from './fact.tsx';

interface ApplicantProps {
  readonly card: IdentityCard;
  readonly who?: 'applicant' | 'agent' | 'partner';
}

export function Applicant({ card, who = 'applicant' }: ApplicantProps) {
  const { language, texts } = useWords();
  const { fields, documentTypes, sexes, longTerm, ...titles } = texts.detail;
  return (
    <section>
      <h2>{titles[who]}</h2>
      <dl>
        <Fact label={fields.name}>{card.name}</Fact>
        <Fact label={fields.nameLatin}>{card.nameLatin}</Fact>
        <Fact label={fields.idNumber}>
          <DocumentNumber number={card.idNumber} />
        </Fact>
        <Fact label={fields.documentType}>{documentTypes[card.documentType]}</Fact>
        <Fact label={fields.sex}>{sexes[card.sex]}</Fact>
        <Fact label={fields.birthDate}>{card.birthDate}</Fact>
        <Fact label={fields.nationality}>{card.nationality}</Fact>
        <Fact label={fields.nation}>{card.nation && nationName(card.nation, language)}</Fact>
        <Fact label={fields.address}>{card.address}</Fact>
        <Fact label={fields.issuer}>{card.issuer}</Fact>
        <Fact label={fields.valid}>{`${card.validFrom} – ${card.validTo ?? longTerm}`}</Fact>
      </dl>
    </section>
  );
}

function DocumentNumber({ number }: { readonly number: string }) {
  const { texts } = useWords();
  const [shown, setShown] = useState(false);
  const { show, hide, shownNote } = texts.detail;
  return (
    <>
      <span className="number">{shown ? number : maskNumber(number)}</span>{' '}
      <button type="button" className="quiet" onClick={() => setShown(!shown)}>
        {shown ? hide : show}
      </button>
      <span role="status" className="heard">
        {shown && shownNote}
      </span>
    </>
  );
}
