/** Giving an answer that the page has drafted, and going on with it. */
import { useEffect, useEffectEvent, useRef } from 'react';
import { useSession } from '../press/session.tsx';
import type { ScreenProps } from './screen-of.tsx';

/**
 * Going on with a draft the session doesn't know yet means two things: answer, and then go on if the answer was taken.
 * The second is sent when a view comes back that shows the answer without a problem.
 */
export function useGive({ view, body }: ScreenProps<'ask'>): (draft: string) => void {
  const { intend } = useSession();
  const goOnWith = useRef<string | null>(null);
  const { element, value, problem } = body;
  const { primary } = view;
  const goOn = useEffectEvent(() => {
    if (goOnWith.current === null) return;
    const answered = goOnWith.current === value && problem === null;
    goOnWith.current = null;
    if (answered && primary?.intent.kind === 'next') void intend(primary.intent);
  });
  useEffect(() => {
    goOn();
  }, [view.revision]);
  return (draft) => {
    if (draft === value && problem === null && primary !== null) {
      void intend(primary.intent);
      return;
    }
    goOnWith.current = draft;
    void intend({ kind: 'answer', element, value: draft });
  };
}
