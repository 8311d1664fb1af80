/** A list to bring where a promise may replace papers: the citizen is asked which, nothing is signed, and who may not promise reads what to bring. */
import { beforeAll, expect, test } from 'vitest';
import { ElementId, ServiceId } from '#contract/ids.ts';
import { wholeContent } from '#fixtures/release/kept-content.ts';
import { isGoodAnswer } from '../compile/answers.ts';
import { freshContext } from '../compile/plan-context.ts';
import { planRules } from '../compile/plan-rules.ts';
import { ExpressionText } from '../language/expression-text.ts';
import { PROMISE_SIGNED } from '../language/promise-answers.ts';
import type { Content } from '../release/content.ts';
import { testKiosk, type TestKiosk, TODAY } from '../testing/test-kiosk.ts';
import { answer } from '../testing/visits.ts';
import { decidingQuestions } from './deciding-questions.ts';
import { noticeNow } from './notice-now.ts';

const [TENURE, PROMISE] = [ElementId.parse('homeTenure'), ElementId.parse('leasePromise')];
const id = (name: string) => ServiceId.parse(name);

let content: Content;
beforeAll(async () => {
  content = await wholeContent();
});

async function opensTheList(service: ServiceId): Promise<TestKiosk> {
  const kiosk = await testKiosk(content);
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service });
  await kiosk.intend({ kind: 'openHandout', handout: 'notice', service });
  return kiosk;
}

/** The lines of a section by its heading; none when there is no such section. */
function lines(kiosk: TestKiosk, title: string): readonly string[] {
  const { body } = kiosk.view();
  if (body.kind !== 'handout') throw new Error(`the list is not shown but ${body.kind}`);
  return body.sections.find((section) => section.title === title)?.lines ?? [];
}

async function asksAboutTheLease(): Promise<TestKiosk> {
  const kiosk = await opensTheList(id('residence-permit'));
  while (kiosk.view().body.kind === 'ask') {
    const { body } = kiosk.view();
    if (body.kind !== 'ask' || body.element === PROMISE) break;
    const options = body.input.kind === 'choice' ? body.input.options : [];
    await answer(kiosk, body.element, body.element === TENURE ? 'rented' : (options[0]?.value ?? true));
  }
  return kiosk;
}

test('what only some need stands apart from what everybody brings, each with its case, joined by neither “and” nor “or”', async () => {
  const kiosk = await testKiosk(content);
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: id('residence-permit') });
  await kiosk.intend({ kind: 'startService', service: id('residence-permit') });
  const { body } = kiosk.view();
  expect(body.kind === 'info' && body.points.slice(0, 2)).toEqual([
    '请准备好您的身份证。',
    '视情况还要：房产证或不动产权证书（住自己房子的）、租房合同（租房住、又不想作承诺的）、家里人的户口簿（住在家人家里的）。',
  ]);
});

test('the choice is put in words, and nobody signs', async () => {
  const kiosk = await asksAboutTheLease();
  expect(kiosk.view().body).toMatchObject({
    kind: 'ask',
    question: '租房承诺：您愿意作承诺，还是带材料？',
    help: expect.stringContaining('失信名单'),
    input: { kind: 'choice', options: [{ value: 'signed' }, { value: 'declined' }] },
  });
});

test('whoever stands beside is asked here for no more than on any other page: there is nothing to sign', async () => {
  const kiosk = await asksAboutTheLease();
  await kiosk.intend({ kind: 'beside', on: true });
  expect(kiosk.view().marks).toEqual([{ kind: 'beside', text: content.texts['zh-CN']['mark.beside'] }]);
});

test('who would promise needs no lease, and reads what to bring if no promise is taken', async () => {
  const kiosk = await asksAboutTheLease();
  await answer(kiosk, PROMISE, 'signed');
  expect(lines(kiosk, '要带的材料').join()).not.toContain('合同');
  expect(lines(kiosk, '要作的承诺')).toEqual([expect.stringMatching(/^租房承诺：.*手写签名.*失信名单.*要带：.*合同/)]);
});

test('who would rather not is told to bring it, and of no promise', async () => {
  const kiosk = await asksAboutTheLease();
  await answer(kiosk, PROMISE, 'declined');
  expect(lines(kiosk, '要带的材料').join()).toContain('合同');
  expect(lines(kiosk, '要作的承诺')).toEqual([]);
});

test('a promise that everybody gives is no question, but stands in the list', async () => {
  const kiosk = await opensTheList(id('company-cancel'));
  expect(lines(kiosk, '要作的承诺')).toEqual(['全体投资人承诺：到时候在这里读一遍，手写签名。']);
});

test('the word that stands for a signature beforehand is no signature where something is submitted', () => {
  const promise = content.elements[PROMISE];
  if (promise === undefined) throw new Error('no such promise');
  const given = isGoodAnswer(promise, PROMISE_SIGNED, planRules(content), freshContext(TODAY));
  expect(given).toEqual({ ok: true, value: false });
});

test('a list of people is not asked beforehand: what depends on it stands there with its case in words', () => {
  const service = content.services.get(id('minimum-living'));
  if (service === undefined) throw new Error('no such service');
  const [material] = service.materials;
  const only = { 'zh-CN': '家里超过两口人的', en: 'for more than two people' };
  const when = ExpressionText.parse('size(familyMembers) > 2');
  const depending = { ...service, materials: material ? [{ ...material, when, only }] : [], steps: [] };
  expect(decidingQuestions([depending], content)).toEqual(new Set());
  const { papers } = noticeNow([depending], content, planRules(content), freshContext(TODAY));
  expect(papers).toMatchObject([{ sure: false, only }]);
});
