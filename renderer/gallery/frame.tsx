/** One screen of the gallery, drawn by the same App as on the machine; follows its address. */
import { createRoot } from 'react-dom/client';
import { App } from '../app.tsx';
import '../design/design.css';
import { pageClock } from '../press/page-clock.ts';
import { viewAt } from './gallery-address.ts';
import { findFlaws } from './find-flaws.ts';
import { sampleKiosk } from './sample-kiosk.ts';

/** A quiet hour, so that pictures of the attract screen are the same every day. */
const NIGHT = Date.parse('2026-11-21T22:41:00+08:00');
declare global {
  interface Window {
    /** For the tests, and for a reviewer's console. */
    findFlaws?: typeof findFlaws;
  }
}

const root = document.getElementById('kiosk');
if (root === null) throw new Error('frame.html has no #kiosk');

window.findFlaws = findFlaws;

let revision = 1;
const kiosk = sampleKiosk(viewAt(location.hash, revision), (painted) => {
  document.documentElement.dataset['painted'] = String(painted);
});
addEventListener('hashchange', () => {
  revision += 1;
  kiosk.show(viewAt(location.hash, revision));
});
createRoot(root).render(<App kiosk={kiosk} clock={{ ...pageClock, now: () => NIGHT }} />);
