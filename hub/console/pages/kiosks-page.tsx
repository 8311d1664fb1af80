/** The kiosks this hub knows: make one known, see how they are, know one no more. */
import { useState } from 'react';
import type { KioskRow } from '#contract/hub-enrolment.ts';
import { askKiosks, revoke } from '../hub/ask-kiosks.ts';
import { usePolled } from '../hub/use-polled.ts';
import { LineTrouble } from '../line-trouble.tsx';
import { KIOSK_WORDS } from '../words/kiosk-words.ts';
import { dayAndTime, fullTime } from '../words/times.ts';
import { useWords } from '../words/use-words.ts';
import { ReleaseOf, TroublesOf } from './kiosk-troubles.tsx';
import { ListTable } from './list-table.tsx';
import { NewCode } from './new-code.tsx';
import { usePageTitle } from './use-page-title.ts';

const EVERY_MS = 3_000;

export function KiosksPage() {
  const { language, texts } = useWords();
  const words = KIOSK_WORDS[language];
  const { value, trouble, at } = usePolled(askKiosks, EVERY_MS);
  usePageTitle(words.title);
  return (
    <>
      <h1>{words.title}</h1>
      <NewCode />
      <LineTrouble trouble={trouble} at={at} />
      {value === null && trouble === null && <p className="loading">{texts.list.loading}</p>}
      {value?.kiosks.length === 0 && <p className="empty">{words.none}</p>}
      {value !== null && value.kiosks.length > 0 && <KioskTable rows={value.kiosks} />}
    </>
  );
}

function KioskTable({ rows }: { readonly rows: readonly KioskRow[] }) {
  const { columns } = KIOSK_WORDS[useWords().language];
  return (
    <ListTable columns={columns}>
      {rows.map((row) => (
        <KioskLine key={row.kiosk} row={row} />
      ))}
    </ListTable>
  );
}

function KioskLine({ row }: { readonly row: KioskRow }) {
  const words = KIOSK_WORDS[useWords().language];
  return (
    <tr className="kiosk-line">
      <td title={row.kiosk}>
        <code>{row.kiosk.slice(0, 8)}</code>
      </td>
      <td className="time">{row.station}</td>
      <td className="time">{row.revokedAt === null ? words.enrolled : words.revoked(dayAndTime(row.revokedAt))}</td>
      <td className="time">{dayAndTime(row.enrolledAt)}</td>
      <td className="time" title={row.lastSeenAt === null ? undefined : fullTime(row.lastSeenAt)}>
        {row.lastSeenAt === null ? '—' : dayAndTime(row.lastSeenAt)}
      </td>
      <td>
        <ReleaseOf row={row} />
      </td>
      <td>
        <TroublesOf row={row} />
      </td>
      <td>{row.revokedAt === null && <Revoke kiosk={row.kiosk} />}</td>
    </tr>
  );
}

/** Asks once more before it is done: the kiosk needs a technician afterwards. The list shows by itself that it is done. */
function Revoke({ kiosk }: { readonly kiosk: string }) {
  const words = KIOSK_WORDS[useWords().language];
  const [step, setStep] = useState<'idle' | 'asked' | 'busy' | 'failed'>('idle');
  const go = async (): Promise<void> => {
    setStep('busy');
    setStep((await revoke(kiosk)).ok ? 'busy' : 'failed');
  };
  if (step === 'idle' || step === 'failed')
    return (
      <>
        <button type="button" onClick={() => setStep('asked')}>
          {words.revoke}
        </button>
        <span role="alert">{step === 'failed' && words.failed}</span>
      </>
    );
  return (
    <>
      <button
        type="button"
        className="stop"
        aria-disabled={step === 'busy'}
        onClick={() => step === 'asked' && void go()}
      >
        {words.really}
      </button>
      <button type="button" onClick={() => setStep('idle')}>
        {words.keep}
      </button>
    </>
  );
}
