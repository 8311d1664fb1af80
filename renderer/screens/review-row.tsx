/** One line of the review: what was given, masked where others could read along, with ways to see all of it and to change it. */
import { useEffect, useState, type ReactNode } from 'react';
import { Pictogram } from '../pictures/pictogram.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import { useSession } from '../press/session.tsx';
import { SignatureDrawing } from '../signature/signature-drawing.tsx';
import { RowFacts } from './row-facts.tsx';
import type { ScreenProps } from './screen-of.tsx';

type Row = ScreenProps<'review'>['body']['groups'][number]['rows'][number];

const HAN = /\p{Script=Han}/u;

/** Long enough to compare a number with a paper in the hand. */
const SHOWN_MS = 15_000;

export function ReviewRow({ row }: { readonly row: Row }): ReactNode {
  const { clock } = useSession();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!shown) return;
    return clock.after(SHOWN_MS, () => {
      setShown(false);
    });
  }, [clock, shown]);
  const { edit, reveal } = row;
  const toggle = shown ? reveal?.hide : reveal?.show;
  return (
    <div className="review-row" data-masked={reveal && (HAN.test(row.value) ? 'words' : 'number')}>
      <dt>{row.label}</dt>
      <dd className="review-value">
        {row.signature !== undefined && <SignatureDrawing path={row.signature} />}
        {row.rows?.map((each) => (
          <RowFacts key={each.title} title={each.title} facts={each.facts} />
        ))}
        {row.rows === undefined && (shown && reveal !== undefined ? reveal.value : row.value)}
      </dd>
      {(toggle !== undefined || edit !== null) && (
        <dd className="review-ways">
          {toggle !== undefined && (
            <KioskPress
              look="quiet"
              pace="key"
              label={`${toggle} ${row.label}`}
              does={() => {
                setShown(!shown);
              }}
            >
              <Pictogram name="look" />
              <span>{toggle}</span>
            </KioskPress>
          )}
          {edit !== null && (
            <KioskPress look="secondary" does={edit.intent} label={`${edit.label} ${row.label}`}>
              <Pictogram name="edit" />
              <span>{edit.label}</span>
            </KioskPress>
          )}
        </dd>
      )}
    </div>
  );
}
