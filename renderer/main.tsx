/** The entry of the kiosk page: connects the bridge, then draws whatever view the session has. */
import './strict-policy.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { connectKiosk } from './bridge/kiosk.ts';
import './design/design.css';
import { pageClock } from './press/page-clock.ts';

const root = document.getElementById('kiosk');
if (root === null) throw new Error('index.html has no #kiosk');
createRoot(root).render(<App kiosk={connectKiosk(window)} clock={pageClock} />);
