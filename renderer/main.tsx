/** The entry of the kiosk page: connects the bridge, then draws whatever view the session has. */
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app.tsx';
import { connectKiosk } from './bridge/kiosk.ts';
import './design/design.css';
import { pageClock } from './press/page-clock.ts';

// zod would otherwise probe for `new Function`, which the page's policy reports as a violation.
z.config({ jitless: true });

const root = document.getElementById('kiosk');
if (root === null) throw new Error('index.html has no #kiosk');
createRoot(root).render(<App kiosk={connectKiosk(window)} clock={pageClock} />);
