/** The thread that makes one paper and ends with everything it knew of it. */
import { parentPort, workerData } from 'node:worker_threads';
import { makePdf } from './make-pdf.ts';
import type { FromPaperWorker, ToPaperWorker } from './paper-calls.ts';

if (parentPort === null) throw new Error('papers are made in a thread of the kiosk only');
const { document, ...options } = workerData as ToPaperWorker;
const made: FromPaperWorker = await makePdf(document, options);
parentPort.postMessage(made);
