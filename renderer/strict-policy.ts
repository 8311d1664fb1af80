/** Import this first: tells zod not to try `new Function`, which the page's content security policy reports and refuses. */
import { z } from 'zod';

z.config({ jitless: true });
