/** Makes a one-time code for a kiosk and shows it large enough to be read across a hall. */
import { useState, type FormEvent } from 'react';
import type { IssuedCode } from '#contract/hub-enrolment.ts';
import { StationId } from '#contract/ids.ts';
import { makeCode } from '../hub/ask-kiosks.ts';
import { KIOSK_WORDS } from '../words/kiosk-words.ts';
import { clockTime } from '../words/times.ts';
import { useWords } from '../words/use-words.ts';

export function NewCode() {
  const words = KIOSK_WORDS[useWords().language];
  const [station, setStation] = useState('');
  const [issued, setIssued] = useState<IssuedCode | null>(null);
  const [trouble, setTrouble] = useState<'noStation' | 'failed' | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const named = StationId.safeParse(station.trim());
    if (!named.success) {
      setTrouble('noStation');
      return;
    }
    const answer = await makeCode(named.data);
    setTrouble(answer.ok ? null : 'failed');
    setIssued(answer.ok ? answer.value : null);
  };
  return (
    <section className="new-code">
      <form onSubmit={(event) => void submit(event)}>
        <label htmlFor="station">{words.station}</label>
        <input
          id="station"
          value={station}
          autoComplete="off"
          spellCheck={false}
          aria-describedby="station-hint"
          aria-invalid={trouble === 'noStation'}
          onChange={(event) => setStation(event.target.value)}
        />
        <button type="submit" className="primary">
          {words.newCode}
        </button>
        <p id="station-hint" className="hint">
          {words.stationHint}
        </p>
      </form>
      <div role="alert">{trouble !== null && <p className="notice stop">{words[trouble]}</p>}</div>
      <div role="status">
        {issued !== null && (
          <div className="issued">
            <h2>{words.codeFor(issued.station)}</h2>
            <p className="code">{issued.code}</p>
            <p>{words.codeUntil(clockTime(issued.expiresAt))}</p>
            <p>{words.codeUse}</p>
          </div>
        )}
      </div>
    </section>
  );
}
