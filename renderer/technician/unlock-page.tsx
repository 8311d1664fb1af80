/** The lock: a challenge to read out over the telephone, and a keypad for the answer that comes back. */
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { ANSWER_DIGITS, type TechnicianReply, type TechnicianRequest } from '#contract/technician/desk.ts';
import { REFUSALS } from '#contract/technician/refusals.table.ts';
import type { Kiosk } from '../bridge/kiosk.ts';
import { KioskPress } from '../press/kiosk-press.tsx';
import { useKeyboard } from '../press/use-keyboard.ts';
import { Keypad } from '../screens/keypad.tsx';
import { DigitsShown } from './digits-shown.tsx';
import { heardAtLock, NOT_ASKED, refusedAtLock } from './heard-at-lock.ts';
import { LanguagePress } from './language-press.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { usePanel } from './panel-context.tsx';
import { Refused } from './refused.tsx';
import './unlock-page.css';
import { useCountdown } from './use-countdown.ts';

/** A little longer than any challenge is good for: whoever is on the telephone is not sent away. */
const STAYS_MS = 630_000;

interface UnlockPageProps {
  readonly kiosk: Pick<Kiosk, 'technician'>;
  readonly opened: (unlocked: Extract<TechnicianReply, { kind: 'unlocked' }>) => void;
  readonly leave: () => void;
  readonly speak: () => void;
}

export function UnlockPage({ kiosk, opened, leave, speak }: UnlockPageProps): ReactNode {
  const { say, clock } = usePanel();
  const [{ challenge, spent, refusal }, setLock] = useState(NOT_ASKED);
  const [draft, setDraft] = useState('');
  const [asking, setAsking] = useState(true);
  const waiting = useCountdown(refusal?.waitMs ?? null, refusal);
  const lasts = useCountdown(challenge?.expiresInMs ?? null, challenge);

  const send = useCallback(
    (request: TechnicianRequest): void => {
      const hear = (reply: TechnicianReply): void => {
        setAsking(false);
        setDraft('');
        if (reply.kind === 'unlocked') opened(reply);
        else setLock((before) => heardAtLock(before, reply));
      };
      const lost = { words: REFUSALS['control.internal'], code: 'control.internal', waitMs: null };
      kiosk.technician(request).then(hear, () => {
        setAsking(false);
        setLock((before) => refusedAtLock(before, lost));
      });
    },
    [kiosk, opened],
  );
  // Once, as `send` stays the same: each challenge makes the one before void.
  useEffect(() => send({ kind: 'open' }), [send]);
  const ask = (request: TechnicianRequest): void => {
    setAsking(true);
    send(request);
  };
  useEffect(() => clock.after(STAYS_MS, leave), [clock, leave, draft, challenge, refusal]);

  const press = (key: string): void => setDraft((typed) => (typed.length < ANSWER_DIGITS ? typed + key : typed));
  const erase = (): void => setDraft((typed) => typed.slice(0, -1));
  useKeyboard(true, '', { press, erase });
  const resting = waiting !== null && waiting > 0;
  const over = challenge === null || spent || lasts === 0;
  const ready = !asking && !resting && !over && draft.length === ANSWER_DIGITS;

  const low = (
    <div className="unlock-low">
      <p className="unlock-label">{say('应答码', 'Answer')}</p>
      <DigitsShown digits={draft} length={ANSWER_DIGITS} groups={[4, 4]} />
      <Keypad
        point={null}
        erase={say('删除一位', 'Erase one digit')}
        onKey={press}
        onErase={erase}
        full={draft.length >= ANSWER_DIGITS}
      />
      <div className="unlock-ways">
        <KioskPress look="secondary" does={leave}>
          {say('返回', 'Back')}
        </KioskPress>
        <KioskPress
          look={ready ? 'primary' : 'secondary'}
          does={() => {
            if (ready) ask({ kind: 'answer', answer: draft });
          }}
          className="unlock-go"
        >
          {say('解锁', 'Unlock')}
        </KioskPress>
      </div>
    </div>
  );
  return (
    <PanelFrame place="lock" title={say('解锁', 'Unlock')} low={low} ways={[]} corner={<LanguagePress speak={speak} />}>
      <p>
        {say(
          '打值班电话，报出本机名称和挑战码；在下面输入对方给您的应答码。',
          "Call the telephone duty, read out this kiosk's name and the challenge, and type the answer you are told.",
        )}
      </p>
      {challenge !== null && (
        <div className="card stack">
          <dl className="unlock-facts">
            <dt>{say('本机', 'Kiosk')}</dt>
            <dd>{challenge.station}</dd>
            <dt>{say('编号', 'Number')}</dt>
            <dd className="unlock-kiosk">{challenge.kiosk}</dd>
          </dl>
          <p className="unlock-label">{say('挑战码', 'Challenge')}</p>
          <DigitsShown digits={challenge.challenge} length={challenge.challenge.length} groups={[3, 3, 4]} given />
          <p className="secondary" data-over={over}>
            {over
              ? say('已失效，请换一个新的。', 'No longer good: take a new one.')
              : say(`还有效 ${minutes(lasts)}`, `Good for ${minutes(lasts)} more`)}
          </p>
        </div>
      )}
      <Refused refusal={refusal} />
      {resting && (
        <p className="unlock-wait" role="timer">
          {say(`请等 ${minutes(waiting)}`, `Wait ${minutes(waiting)}`)}
        </p>
      )}
      <div className="panel-row">
        <KioskPress
          look={over && !resting ? 'primary' : 'secondary'}
          does={() => {
            if (!resting && !asking) ask({ kind: 'open' });
          }}
        >
          {say('换一个挑战码', 'New challenge')}
        </KioskPress>
      </div>
    </PanelFrame>
  );
}

/** Seconds as `4:05`. */
function minutes(seconds: number | null): string {
  const left = seconds ?? 0;
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
}
