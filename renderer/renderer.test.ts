/** The built pages in a real browser: every screen measured and read by axe, and how presses, keys and reloads behave. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { LANGUAGES, type Language } from '#contract/language.ts';
import type { ScreenView } from '#contract/screen.ts';
import { TextScale } from '#contract/screen/intent.ts';
import { isSignature } from '#contract/signature.ts';
import { chromiumEngine } from '#fixtures/browser/engine.ts';
import { readByAxe } from '#fixtures/browser/read-by-axe.ts';
import type { findFlaws } from './gallery/find-flaws.ts';
import { PANEL_SAMPLES } from './gallery/panel/panel-samples.ts';
import { MACHINES, SAMPLES } from './gallery/samples/all-samples.ts';
import { makeView } from './gallery/samples/sample.ts';
import { PANEL_CAPITAL_PER_DISTANCE } from './technician/panel-measures.ts';

const ROOM = import.meta.dirname;
const BUILT = path.resolve(ROOM, '../.build/test');
const ORIGIN = 'https://kiosk.invalid';
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
/** As strict as a shell may be: whatever the page does must work under it. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'";
/** Chromium tries no address of its own. */
const QUIET =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const SLOW = 120_000;

/** What the gallery's frame puts on its window. */
interface Measuring {
  readonly findFlaws: typeof findFlaws;
}

let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  // What is shipped is measured, though vitest says that this is a test.
  vi.stubEnv('NODE_ENV', 'production');
  for (const [mode, folder] of [
    ['production', 'renderer'],
    ['gallery', 'gallery'],
  ] as const)
    await build({ root: ROOM, mode, logLevel: 'error', build: { outDir: path.join(BUILT, folder) } });
  vi.unstubAllEnvs();
  browser = await chromium.launch({ executablePath: await chromiumEngine(), args: QUIET.split(' ') });
}, SLOW);

afterAll(async () => {
  await browser.close();
});

afterEach(() => {
  expect(complaints.splice(0)).toEqual([]);
});

/** A page whose every request is answered from the built folder, under the strictest policy. */
async function openPage(folder: 'renderer' | 'gallery', width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = pathname === '/' ? '/index.html' : pathname;
    await route.fulfill({
      body: await readFile(path.join(BUILT, folder, file)),
      headers: { 'content-type': TYPES[path.extname(file)] ?? 'font/woff2', 'content-security-policy': POLICY },
    });
  });
  return page;
}

describe('every screen', () => {
  async function* screens(
    page: Page,
    machine: string,
    languages: readonly Language[],
    scales: readonly TextScale[],
    every = 1,
    samples: readonly string[] = [...SAMPLES.keys()],
  ) {
    // A new address behind the same # would not load anew.
    await page.goto('about:blank');
    await page.goto(`${ORIGIN}/gallery/frame.html#attract/zh-CN/standard/${machine}`);
    let revision = 1;
    for (const language of languages)
      for (const scale of scales)
        for (const [index, sample] of samples.entries()) {
          if (index % every !== languages.indexOf(language) % every) continue;
          const address = `#${sample}/${language}/${scale}/${machine}/${(revision += 1)}`;
          await page.evaluate((hash) => (location.hash = hash), address);
          await page.locator(`html[data-painted="${revision}"]`).waitFor();
          yield { address, scale };
        }
  }

  test.each(Object.entries(MACHINES))(
    '%s: nothing too small, too close, cut off or covered, in any language and scale',
    async (name, { widthPx, heightPx, viewingDistanceMm }) => {
      // A 4K panel is driven at twice the density.
      const density = Math.max(widthPx, heightPx) > 1920 ? 2 : 1;
      const page = await openPage('gallery', widthPx / density, heightPx / density);
      const flaws: string[] = [];
      const scales: readonly TextScale[] = name === 'portrait-27' ? TextScale.options : ['standard', 'lowVision'];
      for await (const { address, scale } of screens(
        page,
        name,
        LANGUAGES,
        scales,
        name === 'portrait-43-4k' ? 2 : 1,
      )) {
        const targetMm = scale === 'standard' ? 15 : 20;
        const rules = { targetMm, gapMm: 3, capitalMm: viewingDistanceMm * 0.01222 };
        const found = await page.evaluate((given) => (window as unknown as Measuring).findFlaws(given), rules);
        flaws.push(...found.map((flaw) => `${address} ${flaw}`));
      }
      expect(flaws).toEqual([]);
      await page.context().close();
    },
    SLOW,
  );

  test.each([
    ['portrait-27', LANGUAGES],
    ['portrait-21', ['zh-CN']],
    ['landscape-24', ['en']],
  ] as const)(
    'of the technician on %s can be hit with gloves and read at arm’s length',
    async (name, languages) => {
      const { widthPx, heightPx, viewingDistanceMm } = MACHINES[name] ?? {
        widthPx: 0,
        heightPx: 0,
        viewingDistanceMm: 0,
      };
      const page = await openPage('gallery', widthPx, heightPx);
      const rules = { targetMm: 20, gapMm: 3, capitalMm: viewingDistanceMm * PANEL_CAPITAL_PER_DISTANCE };
      const flaws: string[] = [];
      for await (const { address } of screens(page, name, languages, ['standard'], 1, [...PANEL_SAMPLES.keys()])) {
        const found = await page.evaluate((given) => (window as unknown as Measuring).findFlaws(given), rules);
        flaws.push(...found.map((flaw) => `${address} ${flaw}`));
      }
      expect(flaws).toEqual([]);
      await page.context().close();
    },
    SLOW,
  );

  test(
    'axe finds nothing, contrast is 7:1',
    async () => {
      const page = await openPage('gallery', 1080, 1920);
      const found: string[] = [];
      // The two languages share their structure: each screen is read once, in turn in either.
      const samples = [...SAMPLES.keys(), ...PANEL_SAMPLES.keys()];
      for await (const { address } of screens(page, 'portrait-27', LANGUAGES, ['standard'], 2, samples)) {
        const broken = await readByAxe(page, { rules: { 'color-contrast-enhanced': { enabled: true } } });
        found.push(...broken.map((rule) => `${address} ${rule}`));
      }
      expect(found).toEqual([]);
      await page.context().close();
    },
    SLOW,
  );
});

describe('a press', () => {
  /** The kiosk page in a hall where the bridge only takes notes; `push` shows another view. */
  async function openKiosk(first: ScreenView) {
    const page = await openPage('renderer', 1080, 1920);
    const calls: { name: string; request: unknown }[] = [];
    let current: unknown = first;
    await page.exposeFunction('call', (name: string, request: unknown) => {
      calls.push({ name, request });
      if (name === 'session.view') return current;
      return name === 'session.intend' ? { accepted: true } : null;
    });
    await page.addInitScript(() => {
      const listeners: ((view: unknown) => void)[] = [];
      const { call } = window as unknown as { call(name: string, request: unknown): Promise<unknown> };
      const on = (_name: string, listen: (view: unknown) => void) => {
        listeners.push(listen);
        return () => listeners.splice(listeners.indexOf(listen), 1);
      };
      Object.assign(window, { kiosk: { call, on }, push: (view: unknown) => listeners.forEach((hear) => hear(view)) });
    });
    const painted = async (revision: number): Promise<void> => {
      const told = () =>
        calls.some(({ name, request }) => name === 'screen.painted' && Object(request).revision === revision);
      await expect.poll(told).toBe(true);
    };
    const push = async (view: unknown): Promise<void> => {
      current = view;
      await page.evaluate((next) => (window as unknown as { push(view: unknown): void }).push(next), view);
    };
    const intents = () => calls.filter(({ name }) => name === 'session.intend').map(({ request }) => request);
    const troubles = () => calls.filter(({ name }) => name === 'screen.trouble').length;
    await page.goto(`${ORIGIN}/`);
    await painted(first.revision);
    return { page, push, painted, intents, troubles };
  }

  function view(sample: string, revision: number): ScreenView {
    const [made, machine] = [SAMPLES.get(sample), MACHINES['portrait-27']];
    if (made === undefined || machine === undefined) throw new Error(`no sample ${sample}`);
    return makeView(made, 'zh-CN', 'standard', machine, revision);
  }

  test('is shown in the very next frame, without a transition', async () => {
    const { page } = await openKiosk(view('info', 1));
    const button = page.getByRole('button', { name: '继续' });
    await button.evaluate((element) => {
      element.addEventListener('pointerdown', () => {
        requestAnimationFrame(() => (element.dataset['nextFrame'] = String(element.hasAttribute('data-pressed'))));
      });
    });
    await button.hover();
    await page.mouse.down();
    await expect.poll(() => button.getAttribute('data-next-frame')).toBe('true');
    expect(await button.evaluate((element) => getComputedStyle(element).transitionDuration)).toBe('0s');
    await page.context().close();
  });

  test('twice by a trembling finger counts once', async () => {
    const { page, intents } = await openKiosk(view('info', 1));
    // However slowly a busy machine brings the second touch: for the page it comes in the same moment.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.getByRole('button', { name: '继续' }).dblclick();
    await expect.poll(intents).toHaveLength(1);
    await page.clock.runFor(300);
    await page.locator('html[data-press=open]').waitFor();
    expect(intents()).toEqual([{ revision: 1, intent: { kind: 'next' } }]);
    await page.context().close();
  });

  test('whose screen moves away under the finger does nothing; the next one counts', async () => {
    const { page, push, painted, intents } = await openKiosk(view('info', 1));
    const button = page.getByRole('button', { name: '继续' });
    await button.hover();
    await page.mouse.down();
    await push(view('info', 2));
    await painted(2);
    await page.mouse.up();
    expect(intents()).toEqual([]);
    await button.click();
    await expect.poll(intents).toEqual([{ revision: 2, intent: { kind: 'next' } }]);
    await page.context().close();
  });

  test('anywhere on the attract screen begins', async () => {
    const { page, intents } = await openKiosk(view('attract', 1));
    await page.mouse.click(540, 700);
    await expect.poll(intents).toEqual([{ revision: 1, intent: { kind: 'begin' } }]);
    await page.context().close();
  });

  test('works by keyboard, with a ring to see where one is', async () => {
    const { page, intents } = await openKiosk(view('info', 1));
    const button = page.getByRole('button', { name: '继续' });
    for (let steps = 0; steps < 20 && !(await button.evaluate((it) => it === document.activeElement)); steps += 1)
      await page.keyboard.press('Tab');
    expect(await button.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    await page.keyboard.press('Enter');
    await expect.poll(intents).toEqual([{ revision: 1, intent: { kind: 'next' } }]);
    await page.context().close();
  });

  /** As a person would: a key's own pause, too short for a finger, is over. */
  async function goOn(page: Page): Promise<void> {
    await page.locator('html[data-press=open]').waitFor();
    await page.getByRole('button', { name: '继续' }).click();
  }

  test('on digits, by finger and by keyboard, is an answer; going on follows once it is taken', async () => {
    const { page, push, intents } = await openKiosk(view('ask-digits', 1));
    await page.getByRole('button', { name: '9', exact: true }).click();
    await page.keyboard.type('123');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('4');
    await goOn(page);
    const answer = { kind: 'answer', element: 'mobilePhone', value: '13800009124' };
    await expect.poll(intents).toEqual([{ revision: 1, intent: answer }]);
    const asked = view('ask-digits', 2);
    await push({ ...asked, body: { ...asked.body, value: '13800009124' } });
    await expect.poll(intents).toEqual([
      { revision: 1, intent: answer },
      { revision: 2, intent: { kind: 'next' } },
    ]);
    await page.context().close();
  });

  test('on letters is part of a number, small ones typed on a keyboard too; a letter no number has is not', async () => {
    const { page, intents } = await openKiosk(view('ask-code', 1));
    await page.getByRole('button', { name: 'B', exact: true }).click();
    await page.keyboard.type('é-c7');
    await goOn(page);
    const answer = { kind: 'answer', element: 'birthCertificate', value: 'Z990BC7' };
    await expect.poll(intents).toEqual([{ revision: 1, intent: answer }]);
    await page.context().close();
  });

  test('on letters is told as a search; what another page searched for is shown, and typed on', async () => {
    const { page, push, painted, intents } = await openKiosk(view('search', 1));
    const field = page.getByRole('textbox');
    const search = async (revision: number, query: string): Promise<void> => {
      const searched = view('search-found', revision);
      await push({ ...searched, body: { ...searched.body, query } });
      await painted(revision);
      expect(await field.inputValue()).toBe(query);
    };
    const told = (revision: number, text: string) => ({ revision, intent: { kind: 'search', text } });
    await search(2, 'csdj');
    await page.keyboard.type('k');
    await expect.poll(intents).toEqual([told(2, 'csdjk')]);
    await search(3, 'csdjk');
    await search(4, 'yl');
    await page.keyboard.type('b');
    await expect.poll(intents).toEqual([told(2, 'csdjk'), told(4, 'ylb')]);
    await page.context().close();
  });

  test('and a stroke write a name: it is given as a path when one goes on, wiped on request, and no second finger spoils it', async () => {
    const { page, intents } = await openKiosk(view('ask-signature', 1));
    await page.getByRole('button', { name: '擦掉重写' }).click();
    const box = await page.locator('.signature-pad').boundingBox();
    if (box === null) throw new Error('no pad');
    const stroke = async (...points: readonly (readonly [number, number])[]): Promise<void> => {
      for (const [index, [x, y]] of points.entries()) {
        await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
        if (index === 0) await page.mouse.down();
      }
      await page.mouse.up();
    };
    await stroke([0.25, 0.2], [0.25, 0.8]);
    await page.locator('.signature-pad').dispatchEvent('pointermove', { pointerId: 99, clientX: 5, clientY: 5 });
    await stroke([0.5, 0.4], [0.75, 0.4], [0.75, 0.8]);
    await goOn(page);
    await expect.poll(intents).toHaveLength(1);
    const { value } = Object(intents()[0]).intent;
    expect(isSignature(value)).toBe(true);
    expect(String(value).match(/[ML]/g)).toEqual(['M', 'L', 'M', 'L', 'L']);
    expect(value).toMatch(/^M300 9\dL300 3[56]\dM/);
    await page.context().close();
  });

  test('on the basket in the corner opens the list, which the ear hears by its name', async () => {
    const { page, intents } = await openKiosk(view('package', 1));
    await page.getByRole('button', { name: '办事清单（1）' }).click();
    await expect.poll(intents).toEqual([{ revision: 1, intent: { kind: 'openCart' } }]);
    await page.context().close();
  });

  test('a reload draws the view of the session, and a view nobody understands is reported, not drawn', async () => {
    const { page, push, painted, troubles } = await openKiosk(view('info', 1));
    await push(view('goodbye', 7));
    await painted(7);
    await page.reload();
    await page.getByRole('heading', { name: '办好了，谢谢您' }).waitFor();
    await push({ revision: 8 });
    await expect.poll(troubles).toBe(1);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('办好了，谢谢您');
    await page.context().close();
  });
});
