/** What an author sees of services before they are published: every way through one, and several merged. */
import { expect, test, vi } from 'vitest';
import { typeYeban } from '#fixtures/cabinet/type-yeban.ts';
import { CATALOG_FOLDER } from '#fixtures/hall/publish-catalog.ts';

/** Unless its proofs are kept, the whole catalogue is proven first: on a busy machine that takes longer than a test usually may. */
const WHOLE_CATALOGUE_MS = 180_000;

test(
  'two services merged: each question once, what both need for both, and what that saves',
  async () => {
    const { exitCode, out } = await typeYeban(
      ...['flows', 'plan', CATALOG_FOLDER, 'newborn-insurance', 'birth-registration', '--json'],
    );
    expect(exitCode).toBe(0);
    const { result } = JSON.parse(out) as {
      result: { steps: { kind: string; services: string[]; elements: string[] }[]; feeFen: number; saved: object };
    };
    const both = ['birth-registration', 'newborn-insurance'];
    expect(result.steps.map(({ kind }) => kind)).toEqual(
      ['info', 'identify', 'check', 'check', ...Array.from({ length: 7 }, () => 'ask')].concat(
        ...['review', 'submit', 'receipt', 'rate'],
      ),
    );
    expect(result.steps.find(({ kind }) => kind === 'identify')?.services).toEqual(both);
    expect(result.steps.filter(({ elements }) => elements.includes('birthCertificate'))).toMatchObject([
      { kind: 'ask', services: both },
    ]);
    expect(result).toMatchObject({ feeFen: 0, saved: { questions: 3, materials: 1, steps: 7 } });
  },
  WHOLE_CATALOGUE_MS,
);

test(
  'every page and every end of a service has a shortest path in words',
  async () => {
    const { exitCode, out } = await typeYeban('flows', 'paths', CATALOG_FOLDER, 'senior-card', '--json');
    expect(exitCode).toBe(0);
    const { result } = JSON.parse(out) as { result: { paths: { to: string; events: string[] }[] } };
    expect(result.paths.map(({ to }) => to)).toEqual(
      expect.arrayContaining(['about', 'contact/mobilePhone', 'pick-up/pickUpPlace', 'end: declined', 'end: done']),
    );
    expect(result.paths.find(({ to }) => to === 'contact/mobilePhone')?.events).toEqual([
      'next',
      'card (resident, female, 60)',
      'next',
    ]);
  },
  WHOLE_CATALOGUE_MS,
);

test(
  'in Chinese, steps and ends have Chinese names, no page is listed twice, and nobody reads a drawn signature',
  async () => {
    vi.stubEnv('LC_ALL', 'zh_CN.UTF-8');
    const plan = await typeYeban('flows', 'plan', CATALOG_FOLDER, 'household-proof');
    const paths = await typeYeban('flows', 'paths', CATALOG_FOLDER, 'household-proof');
    vi.unstubAllEnvs();
    expect(plan.out).toContain('拍材料 household-page');
    expect(plan.out).not.toMatch(/\. (?:info|scan|ask|review)/);
    const places = paths.out.split('\n').filter((line) => !line.startsWith(' '));
    expect(places).toContain('结束：办完了');
    expect(places.filter((place) => place.startsWith('papers'))).toEqual(['papers/household-page']);
    expect(paths.out).toContain('applicantSignature=（手写）');
  },
  WHOLE_CATALOGUE_MS,
);

test(
  'a service that is not there, or not offered, is a slip that names the others',
  async () => {
    for (const name of ['senior-cart', 'water-bill', '__proto__']) {
      const { exitCode, errors } = await typeYeban('flows', 'plan', CATALOG_FOLDER, 'senior-card', name);
      expect(exitCode).toBe(2);
      expect(errors).toContain('birth-registration');
    }
  },
  WHOLE_CATALOGUE_MS,
);
