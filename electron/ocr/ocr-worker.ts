/** The thread that reads pages: one engine, one page at a time; it ends with what it has seen. */
import { parentPort } from 'node:worker_threads';
import { readEngineData } from './engine-files.ts';
import { startEngine } from './engine.ts';
import type { FromOcrWorker, ToOcrWorker } from './ocr-calls.ts';

const port = parentPort;
if (port === null) throw new Error('the page reader runs as a thread of the kiosk only');
const engine = await startEngine(await readEngineData());
const say = (message: FromOcrWorker): void => port.postMessage(message);
port.on('message', ({ picture }: ToOcrWorker) => say({ kind: 'read', result: engine.read(picture) }));
say({ kind: 'ready' });
