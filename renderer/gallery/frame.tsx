/** One screen of the gallery, drawn by the same App as on the machine; follows its address. */
import { createRoot } from 'react-dom/client';
import { App } from '../app.tsx';
import '../design/design.css';
import { pageClock } from '../press/page-clock.ts';
import { panelAt, viewAt } from './gallery-address.ts';
import { findFlaws } from './find-flaws.ts';
import { NIGHT } from './panel/cabinet-at-night.ts';
import { ShowPanel } from './panel/show-panel.tsx';
import { sampleKiosk, type SampleKiosk } from './sample-kiosk.ts';

declare global {
  interface Window {
    /** For the tests, and for a reviewer's console. */
    findFlaws?: typeof findFlaws;
  }
}

const root = document.getElementById('kiosk');
if (root === null) throw new Error('frame.html has no #kiosk');

window.findFlaws = findFlaws;

const clock = { ...pageClock, now: () => NIGHT };
const page = createRoot(root);
const painted = (revision: number): void => {
  document.documentElement.dataset['painted'] = String(revision);
};

let revision = 1;
let kiosk: SampleKiosk | null = null;
function show(): void {
  const panel = panelAt(location.hash);
  if (panel !== null) {
    kiosk = null;
    const turn = revision;
    page.render(<ShowPanel key={turn} {...panel} clock={clock} painted={() => painted(turn)} />);
  } else if (kiosk === null) {
    kiosk = sampleKiosk(viewAt(location.hash, revision), painted);
    page.render(<App kiosk={kiosk} clock={clock} />);
  } else kiosk.show(viewAt(location.hash, revision));
}
addEventListener('hashchange', () => {
  revision += 1;
  show();
});
show();
