/** A session that was recorded gives the same views, the same records and the same journal again, bit for bit, in a program that never saw it. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { DocumentPort } from '#contract/document-port.ts';
import { ElementId, ServiceId } from '#contract/ids.ts';
import type { LookupPort } from '#contract/lookup.ts';
import { ok } from '#contract/result.ts';
import { makeVerifyCode } from '#contract/verify-code.ts';
import { wholeContent } from '#fixtures/release/kept-content.ts';
import { Step } from '../language/step.ts';
import type { Content } from '../release/content.ts';
import { memoryJournal } from '../testing/memory-journal.ts';
import { CHEN_QINGBO, LIN_XIAOYING } from '../testing/people.ts';
import { scriptedAvailability } from '../testing/scripted-availability.ts';
import { STATION, testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import { answer, MOBILE_PHONE, PHONE, putDown } from '../testing/visits.ts';
import { advance } from './advance.ts';
import { makeProgram } from './program.ts';
import { restoreVisit, saveVisit } from './saved-visit.ts';
import type { SessionEvent } from './session-events.ts';
import { sceneOf } from './views/scene.ts';
import { viewOf } from './views/view-of.ts';
import { emptyVisit, type Visit } from './visit.ts';

/** What a session is: what happened, and when. Everything else follows from it. */
type Recording = readonly { readonly event: SessionEvent; readonly at: number }[];

const recorded = vi.hoisted(() => [] as { event: unknown; at: number }[]);
vi.mock('./advance.ts', async (original) => {
  const real = await original<typeof import('./advance.ts')>();
  return {
    ...real,
    advance: (...[program, visit, event, at]: Parameters<typeof real.advance>) => {
      const advanced = real.advance(program, visit, event, at);
      if (advanced !== null) recorded.push({ event, at });
      return advanced;
    },
  };
});
beforeEach(() => {
  recorded.length = 0;
});

const SERVICE = ServiceId.parse('minimum-living');
const NAME = 'M100 100L400 100L250 300';
const element = (id: string) => ElementId.parse(id);

/** 低保 with what it lacks of all that can be recorded: data from an office, and a proof on A4. Read anew each time. */
async function aRelease(): Promise<Content> {
  const whole = await wholeContent();
  const model = whole.services.get(SERVICE);
  const pattern = whole.services.get(ServiceId.parse('social-insurance-proof'));
  const lookup = pattern?.steps.find(({ kind }) => kind === 'lookup');
  const print = pattern?.steps.find(({ kind }) => kind === 'print');
  if (model === undefined || lookup === undefined || print === undefined) throw new Error('no service to begin with');
  const proof = Step.parse(print);
  const steps = model.steps.flatMap((step) => {
    if (step.id === 'contact') return [lookup, step];
    return step.kind === 'receipt' ? [proof, step] : [step];
  });
  return { ...whole, services: new Map([...whole.services, [SERVICE, { ...model, steps }]]) };
}

const office: LookupPort = {
  find: async (lookup) => {
    if (lookup.lookup === 'promiseList') return ok({ lookup: 'promiseList', barred: null });
    if (lookup.lookup !== 'source') return ok({ lookup: 'progress', cases: [] });
    const usual = { text: '某', day: '2020-01-01', money: 500, number: 12, yesNo: true };
    const fields = Object.entries(lookup.wanted.fields).map(([name, type]) => [name, usual[type]]);
    return ok({ lookup: 'source', source: lookup.source, found: { fields: Object.fromEntries(fields), rows: [] } });
  },
};
const documents: DocumentPort = {
  newCode: () => makeVerifyCode(() => 3),
  mark: () => 'a'.repeat(64),
  printDocument: async () => ({ outcome: 'printed', fault: null }),
};

/** Somebody else applies: both cards, data from an office, two people in the household, a promise, a proof, a receipt, a rating. */
async function wholeSession(kiosk: TestKiosk): Promise<void> {
  const next = async () => {
    await kiosk.pass(1_300);
    await kiosk.intend({ kind: 'next' });
  };
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: SERVICE });
  await kiosk.intend({ kind: 'startService', service: SERVICE, as: 'agent' });
  await next();
  await putDown(kiosk, CHEN_QINGBO);
  await answer(kiosk, element('agentRelation'), 'family');
  await putDown(kiosk, LIN_XIAOYING);
  await next();
  await answer(kiosk, element('agentConsent'), NAME);
  await kiosk.intend({ kind: 'defer' });
  await next();
  await kiosk.intend({ kind: 'language', language: 'en' });
  await next();
  await answer(kiosk, MOBILE_PHONE, PHONE);
  await answer(kiosk, element('ownIncome'), 50_000);
  for (const relation of ['spouse', 'child']) {
    await kiosk.intend({ kind: 'addRow', element: element('familyMembers') });
    await answer(kiosk, element('memberName'), NAME);
    await answer(kiosk, element('memberRelation'), relation);
    await answer(kiosk, element('memberBirth'), '1952-02-29');
    await answer(kiosk, element('memberIncome'), 30_000);
  }
  await next();
  await kiosk.intend({ kind: 'language', language: 'zh-CN' });
  await next();
  await answer(kiosk, element('hardshipCause'), 'illness');
  await next();
  await answer(kiosk, element('incomePromise'), NAME);
  await kiosk.intend({ kind: 'submit' });
  await answer(kiosk, element('applicantSignature'), NAME);
  await kiosk.settle();
  await next();
  await next();
  kiosk.printer.running('print').succeed({ outcome: 'printed', paper: 'ok' });
  await kiosk.settle();
  await next();
  await kiosk.intend({ kind: 'rate', service: SERVICE, level: 5 });
}

test('a whole session: every view, every record and every snapshot are the same again, to the last byte', async () => {
  const kept: string[] = [];
  const memory = memoryJournal(STATION);
  const journal = {
    ...memory,
    commit: (step: Parameters<typeof memory.commit>[0]) => {
      kept.push(JSON.stringify([step.snapshot, step.records.map(({ body }) => body)]));
      return memory.commit(step);
    },
  };
  const kiosk = await testKiosk(await aRelease(), { lookup: office, documents, journal });
  await wholeSession(kiosk);
  expect(kiosk.view().body.kind).toBe('goodbye');
  const happened = recorded.map(({ event }) => (event as SessionEvent).type);
  expect(happened).toEqual(
    expect.arrayContaining([
      'card.read',
      'source.found',
      'addRow',
      'promises.told',
      'proof.ended',
      'print.ended',
      'rate',
    ]),
  );
  const views = kiosk.views.map((view) => JSON.stringify(view));
  const text = JSON.stringify(recorded);

  const content = await aRelease();
  const program = makeProgram(content, 1, STATION);
  const drawn = (visit: Visit, revision: number, at: number): string => {
    const hall = { content, station: STATION, availability: scriptedAvailability(), clock: { now: () => at } };
    return JSON.stringify(viewOf(sceneOf(hall, visit), { revision, leftMs: () => null }));
  };
  let visit = emptyVisit(program);
  const again = { views: [drawn(visit, 0, recorded[0]?.at ?? 0)], kept: [] as string[] };
  for (const [index, { event, at }] of (JSON.parse(text) as Recording).entries()) {
    const advanced = advance(program, visit, event, at);
    if (advanced === null) throw new Error(`${event.type} meant nothing the second time`);
    visit = advanced.visit;
    again.views.push(drawn(visit, index + 1, at));
    again.kept.push(JSON.stringify([saveVisit(visit, 1), advanced.bodies]));
  }
  expect(again.views).toEqual(views);
  expect(again.kept).toEqual(kept);

  // And from the journal alone, as after a power cut: what lies there leads to the very view that was shown.
  for (const [index, line] of kept.entries()) {
    const [snapshot] = JSON.parse(line) as [never];
    const session = (snapshot as { hall: { context: { session: never } } }).hall.context.session;
    const restored = restoreVisit(program, 1, { session, snapshot });
    if (!restored.ok) throw new Error(`the journal is refused: ${restored.fault}`);
    expect(drawn(restored.value, index + 1, (JSON.parse(text) as Recording)[index]?.at ?? 0)).toBe(views[index + 1]);
  }
});
