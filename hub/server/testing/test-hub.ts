/** A hub on a real PostgreSQL in a folder of its own, for one test file. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchReply, CaseDetail, CaseList, HubFault, HubHealth } from '#contract/hub-api.ts';
import { connect, type Database } from '../database/connect.ts';
import { startHub, type Hub } from '../start-hub.ts';
import type { SealedOutbox } from './sealed-outbox.ts';
import { testClock, type TestClock } from './test-clock.ts';

export interface TestHub {
  readonly hub: Hub;
  readonly folder: string;
  readonly clock: TestClock;
  /** Straight into the tables. */
  readonly database: Database;
  send(outbox: SealedOutbox, ...rows: readonly unknown[]): Promise<BatchReply>;
  cases(query?: Readonly<Record<string, string>>): Promise<CaseList>;
  case(caseNumber: string): Promise<CaseDetail>;
  health(): Promise<HubHealth>;
  close(): Promise<void>;
}

export async function openTestHub(consoleFolder: string | null = null): Promise<TestHub> {
  const folder = await mkdtemp(join(tmpdir(), 'yeban-hub-'));
  const clock = testClock();
  const log = (): void => {};
  const hub = await startHub({ database: { folder }, host: '127.0.0.1', port: 0, consoleFolder, clock, log });
  const database = await connect(hub.databaseUrl, log);
  return {
    hub,
    folder,
    clock,
    database,
    send: (outbox, ...rows) => sendBatch(hub.url, outbox, rows),
    cases: async (query = {}) =>
      CaseList.parse(await fetchJson(`${hub.url}/v1/cases?${new URLSearchParams(query).toString()}`)),
    case: async (caseNumber) => CaseDetail.parse(await fetchJson(`${hub.url}/v1/cases/${caseNumber}`)),
    health: async () => HubHealth.parse(await fetchJson(`${hub.url}/v1/health`)),
    async close() {
      await database.destroy();
      await hub.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Posts JSON text as it is; a test may send anything. */
export async function post(url: string, kiosk: string, body: string, type = 'application/json'): Promise<Response> {
  return await fetch(`${url}/v1/kiosks/${kiosk}/batches`, { method: 'POST', headers: { 'content-type': type }, body });
}

export async function sendBatch(url: string, outbox: SealedOutbox, rows: readonly unknown[]): Promise<BatchReply> {
  const response = await post(url, outbox.kiosk, JSON.stringify(outbox.batch(...rows)));
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`the hub said ${response.status}: ${JSON.stringify(answer)}`);
  return BatchReply.parse(answer);
}

export async function faultOf(response: Response): Promise<{ status: number; code: string }> {
  const { fault } = HubFault.parse(await response.json());
  return { status: response.status, code: fault.code };
}

async function fetchJson(address: string): Promise<unknown> {
  return await (await fetch(address)).json();
}
