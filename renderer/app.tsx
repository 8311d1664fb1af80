/** The whole page: one view at a time, one component for each kind of screen. */
import { useCallback, useEffect, useMemo, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Clock } from '#contract/clock.ts';
import type { Intent, ScreenView } from '#contract/screen.ts';
import type { Kiosk } from './bridge/kiosk.ts';
import { useView } from './bridge/use-view.ts';
import { useMeasures } from './design/use-measures.ts';
import { CrashGuard } from './frame/crash-guard.tsx';
import { SpokenWords } from './frame/spoken-words.tsx';
import { ViewDialog } from './frame/view-dialog.tsx';
import { HelpPanel } from './frame/help-panel.tsx';
import { PressGate } from './press/press-gate.ts';
import { SessionContext } from './press/session.tsx';
import { ScreenOf } from './screens/screen-of.tsx';

export interface AppProps {
  readonly kiosk: Kiosk;
  readonly clock: Clock;
}

export function App({ kiosk, clock }: AppProps): ReactNode {
  const view = useView(kiosk);
  return (
    <CrashGuard report={(message) => void kiosk.trouble(message)}>
      {view !== null && <Shown view={view} kiosk={kiosk} clock={clock} />}
    </CrashGuard>
  );
}

function Shown({ view, kiosk, clock }: AppProps & { readonly view: ScreenView }): ReactNode {
  useMeasures(view);
  const gate = useMemo(() => new PressGate(clock, showGate), [clock]);
  useEffect(() => {
    showGate(true);
  }, []);
  const { revision } = view;
  const intend = useCallback(
    (intent: Intent) =>
      kiosk.intend(revision, intent).catch((error: unknown) => {
        void kiosk.trouble(`${intent.kind} not sent: ${String(error)}`);
        return false;
      }),
    [kiosk, revision],
  );
  const session = useMemo(() => ({ revision, gate, clock, intend }), [revision, gate, clock, intend]);
  return (
    <I18nProvider locale={view.language}>
      <SessionContext value={session}>
        <ScreenOf view={view} />
        {view.help.open && <HelpPanel help={view.help} />}
        {view.dialog !== null && <ViewDialog dialog={view.dialog} />}
        <SpokenWords words={view.spoken} />
      </SessionContext>
    </I18nProvider>
  );
}

/** Lets a test wait until the next press counts: `html[data-press=open]`. */
function showGate(open: boolean): void {
  document.documentElement.dataset['press'] = open ? 'open' : 'pausing';
}
