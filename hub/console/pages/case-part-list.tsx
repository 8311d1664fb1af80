/** What each of several offices does of a case (并联), and what the desk can do with each part now. */
import { useState } from 'react';
import type { CaseDetail } from '#contract/hub-api.ts';
import { PART_ACTIONS, type PartAction } from '#contract/hub-desk.ts';
import type { CasePart, PartState } from '#contract/hub-parts.ts';
import { type Acting, useAct } from '../hub/use-act.ts';
import { PART_WORDS } from '../words/part-words.ts';
import { useWords } from '../words/use-words.ts';
import { ActHeard, useFocusWhenDone } from './act-heard.tsx';
import { ActTrouble } from './act-trouble.tsx';
import { DueDay } from './due-day.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

const IN_ORDER = ['acceptPart', 'completePart', 'refusePart'] as const;

interface Props {
  readonly detail: CaseDetail;
  /** `YYYY-MM-DD` in the hall. */
  readonly today: string;
  readonly renew: (detail: CaseDetail) => void;
}

/** The part that somebody is about to refuse, or was. */
interface Refusing {
  readonly part: CasePart;
  readonly open: boolean;
}

export function CasePartList({ detail, today, renew }: Props) {
  const { language } = useWords();
  const words = PART_WORDS[language];
  const acting = useAct(detail.row.caseNumber, renew);
  const [refusing, setRefusing] = useState<Refusing | null>(null);
  const heading = useFocusWhenDone<HTMLHeadingElement>(acting.done);
  const close = (): void => setRefusing((was) => was && { ...was, open: false });
  const decide = async (action: PartAction): Promise<boolean> => {
    if (acting.busy) return false;
    const trouble = await acting.start(action);
    if (trouble === null || trouble === 'case.wrongState') close();
    return trouble === null;
  };
  return (
    <section className="decide">
      <h2 ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <p className="hint">{words.hint}</p>
      <ul className="shares">
        {detail.parts.map((part) => (
          <Share
            key={part.part}
            {...{ part, today, acting }}
            onPress={(kind) =>
              kind === 'refusePart' ? setRefusing({ part, open: true }) : void decide({ kind, part: part.part })
            }
          />
        ))}
      </ul>
      <ActHeard acting={acting} words={words.done} />
      {refusing?.open !== true && <ActTrouble trouble={acting.trouble} />}
      <ReasonDialog
        // A reason that was begun for one part is none for another.
        key={refusing?.part.part}
        open={refusing?.open === true}
        words={words.refusing(refusing?.part.title[language] ?? '')}
        busy={acting.busy}
        trouble={<ActTrouble trouble={acting.trouble} />}
        onReason={async (reason) =>
          refusing !== null && (await decide({ kind: 'refusePart', part: refusing.part.part, reason }))
        }
        onClose={close}
      />
    </section>
  );
}

interface ShareProps {
  readonly part: CasePart;
  readonly today: string;
  readonly acting: Acting;
  readonly onPress: (kind: PartAction['kind']) => void;
}

function Share({ part, today, acting, onPress }: ShareProps) {
  const { language } = useWords();
  const words = PART_WORDS[language];
  const title = part.title[language];
  return (
    <li>
      <h3>
        {title} <span className={`state ${part.state}`}>{words.states[part.state]}</span>
      </h3>
      <p className="hint">
        {part.office[language]}　{words.due} <DueDay day={part.dueDay} today={today} state={part.state} />
      </p>
      {part.reason !== null && (
        <p className="notice stop reason">
          <strong>{words.refusedWhy}</strong>
          {part.reason}
        </p>
      )}
      <p className="buttons">
        {IN_ORDER.filter((kind) => (PART_ACTIONS[kind].from as readonly PartState[]).includes(part.state)).map(
          (kind) => (
            <button
              key={kind}
              type="button"
              className={kind === 'refusePart' ? 'stop' : 'primary'}
              aria-label={words.buttonOf(words.buttons[kind], title)}
              aria-disabled={acting.busy}
              onClick={() => onPress(kind)}
            >
              {words.buttons[kind]}
            </button>
          ),
        )}
      </p>
    </li>
  );
}
