/** The whole page: one view at a time, one component for each kind of screen. */
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Clock } from '#contract/clock.ts';
import { nameOfError } from '#contract/name-of-error.ts';
import { servesNobody, type ScreenView } from '#contract/screen.ts';
import type { Intent } from '#contract/screen/intent.ts';
import type { Kiosk } from './bridge/kiosk.ts';
import { watchPresence } from './camera/watch-presence.ts';
import { useView } from './bridge/use-view.ts';
import { useMeasures } from './design/use-measures.ts';
import { CrashGuard } from './frame/crash-guard.tsx';
import { SpokenWords } from './frame/spoken-words.tsx';
import { ViewDialog } from './frame/view-dialog.tsx';
import { HelpPanel } from './frame/help-panel.tsx';
import { PressGate } from './press/press-gate.ts';
import { SessionContext } from './press/session.tsx';
import { ScreenOf } from './screens/screen-of.tsx';
import { Technician } from './technician/technician.tsx';
import { useCorner } from './technician/use-corner.ts';

export interface AppProps {
  readonly kiosk: Kiosk;
  readonly clock: Clock;
}

export function App({ kiosk, clock }: AppProps): ReactNode {
  const { view, settled } = useView(kiosk);
  useEffect(() => watchPresence(kiosk), [kiosk]);
  return (
    <CrashGuard report={(message) => void kiosk.trouble(message)}>
      {view !== null && <Shown view={view} settled={settled} kiosk={kiosk} clock={clock} />}
    </CrashGuard>
  );
}

interface ShownProps extends AppProps {
  readonly view: ScreenView;
  /** False while a newer view is on its way to the screen. */
  readonly settled: boolean;
}

function Shown({ view, settled, kiosk, clock }: ShownProps): ReactNode {
  const [gateOpen, setGateOpen] = useState(true);
  const gate = useMemo(() => new PressGate(clock, setGateOpen), [clock]);
  const { revision } = view;
  const { camera } = kiosk;
  const [underWay, setUnderWay] = useState(0);
  usePressSign(gateOpen && settled && underWay === 0);
  const intend = useCallback(
    async (intent: Intent) => {
      setUnderWay((count) => count + 1);
      try {
        return await kiosk.intend(revision, intent);
      } catch (error) {
        void kiosk.trouble(`${intent.kind} not sent: ${nameOfError(error)}`);
        return false;
      } finally {
        setUnderWay((count) => count - 1);
      }
    },
    [kiosk, revision],
  );
  const session = useMemo(() => ({ revision, gate, clock, intend, camera }), [revision, gate, clock, intend, camera]);
  const [technician, setTechnician] = useState(false);
  const leave = useCallback(() => setTechnician(false), []);
  useCorner(!technician && servesNobody(view.body.kind), clock, gate, () => setTechnician(true));
  if (technician) {
    const { machine, language } = view;
    return <Technician {...{ kiosk, clock, gate, machine, leave }} firstLanguage={language} />;
  }
  return (
    <SessionContext value={session}>
      <CitizensScreen view={view} />
    </SessionContext>
  );
}

function CitizensScreen({ view }: { readonly view: ScreenView }): ReactNode {
  useMeasures(view);
  return (
    <I18nProvider locale={view.language}>
      <ScreenOf view={view} />
      {view.help.open && <HelpPanel help={view.help} />}
      {view.dialog !== null && <ViewDialog dialog={view.dialog} />}
      <SpokenWords words={view.spoken} />
    </I18nProvider>
  );
}

/** Says on the page whether the next press counts, for those who press faster than people: `html[data-press=open]`. */
function usePressSign(open: boolean): void {
  useEffect(() => {
    document.documentElement.dataset['press'] = open ? 'open' : 'pausing';
  }, [open]);
}
