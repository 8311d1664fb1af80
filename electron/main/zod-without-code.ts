/** Import this first: tells zod to read its schemas instead of compiling them with `new Function`, which costs a start more than it saves. */
import { z } from 'zod';

z.config({ jitless: true });
