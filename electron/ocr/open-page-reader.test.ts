/** Pages are read one after another in a thread; what takes too long, crashes or isn't wanted any more ends in words. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { PageRead } from '#contract/ocr.ts';
import { type PaperPicture, openPaperPress } from '#fixtures/papers/print-paper.ts';
import { manualClock } from '#flows/testing/manual-clock.ts';
import { systemClock } from '../main/system-clock.ts';
import { openPageReader, type OpenPageReader } from './open-page-reader.ts';
import { type OcrThread, type OcrThreadListener, startOcrThread } from './ocr-thread.ts';

const HOUR = 3_600_000;
const page = (picture: Uint8Array) => ({ picture, language: 'zh-CN' as const });
const SOMETHING = page(new Uint8Array([1, 2, 3]));
const READ: PageRead = { width: 1, height: 1, lines: [], confidence: 0, elapsedMs: 1 };

describe('with a thread in hand', () => {
  interface HandThread extends OcrThread {
    readonly listener: OcrThreadListener;
    readonly got: number[];
    gone: boolean;
  }

  function inHand() {
    const clock = manualClock();
    const threads: HandThread[] = [];
    const notes: unknown[] = [];
    const reader = openPageReader({
      clock,
      log: (...note) => notes.push(note),
      startThread: (listener) => {
        const thread: HandThread = {
          listener,
          got: [],
          gone: false,
          send: ({ picture }) => thread.got.push(picture[0] ?? -1),
          end: async () => {
            thread.gone = true;
            await Promise.resolve();
          },
        };
        threads.push(thread);
        return thread;
      },
    });
    const thread = (index: number): HandThread => {
      const there = threads[index];
      if (there === undefined) throw new Error(`thread ${index} was never started`);
      return there;
    };
    const answer = (index: number): void =>
      thread(index).listener.heard({ kind: 'read', result: { ok: true, value: READ } });
    return {
      reader,
      clock,
      threads,
      thread,
      answer,
      notes,
      ready: (i: number) => thread(i).listener.heard({ kind: 'ready' }),
    };
  }
  const numbered = (number: number) => page(new Uint8Array([number]));

  test('no thread is there before a page is', () => {
    expect(inHand().threads).toHaveLength(0);
  });

  test('the second page waits for the first', async () => {
    const { reader, thread, ready, answer } = inHand();
    const both = Promise.all([1, 2].map((number) => reader.read(numbered(number), { timeoutMs: HOUR })));
    ready(0);
    expect(thread(0).got).toEqual([1]);
    answer(0);
    expect(thread(0).got).toEqual([1, 2]);
    answer(0);
    expect(await both).toEqual([
      { ok: true, value: READ },
      { ok: true, value: READ },
    ]);
  });

  test('a page that takes too long costs its thread, and the next one is read by a fresh one', async () => {
    const { reader, clock, thread, ready, answer } = inHand();
    const slow = reader.read(numbered(1), { timeoutMs: 1_000 });
    const next = reader.read(numbered(2), { timeoutMs: HOUR });
    ready(0);
    clock.pass(1_000);
    expect(await slow).toEqual({ ok: false, fault: 'ocr.timeOut' });
    expect(thread(0).gone).toBe(true);
    // What it says too late is nobody's answer.
    answer(0);
    ready(1);
    expect(thread(1).got).toEqual([2]);
    answer(1);
    expect(await next).toEqual({ ok: true, value: READ });
  });

  test('a page given up while it waits costs nothing', async () => {
    const { reader, thread, ready } = inHand();
    void reader.read(numbered(1), { timeoutMs: HOUR });
    const leave = new AbortController();
    const second = reader.read(numbered(2), { timeoutMs: HOUR, cancelled: leave.signal });
    ready(0);
    leave.abort();
    expect(await second).toEqual({ ok: false, fault: 'ocr.canceled' });
    expect(thread(0).gone).toBe(false);
  });

  test('a thread that ends in the middle of a page is a fault, and the next page has a fresh one', async () => {
    const { reader, thread, ready, answer, notes } = inHand();
    const first = reader.read(numbered(1), { timeoutMs: HOUR });
    const second = reader.read(numbered(2), { timeoutMs: HOUR });
    ready(0);
    thread(0).listener.ended('exit 134');
    expect(await first).toEqual({ ok: false, fault: 'ocr.unavailable' });
    ready(1);
    answer(1);
    expect(await second).toEqual({ ok: true, value: READ });
    expect(notes).toEqual([['ocr.ended', { why: 'exit 134', started: true }]]);
  });

  test('one that cannot start is not started again and again: all who wait are told', async () => {
    const { reader, thread, threads } = inHand();
    const both = [1, 2].map((number) => reader.read(numbered(number), { timeoutMs: HOUR }));
    thread(0).listener.ended('exit 1');
    for (const each of await Promise.all(both)) expect(each).toEqual({ ok: false, fault: 'ocr.unavailable' });
    expect(threads).toHaveLength(1);
  });

  test('one that never gets ready costs a page its time, and the next page has a fresh one', async () => {
    const { reader, clock, thread, ready, answer } = inHand();
    const first = reader.read(numbered(1), { timeoutMs: 1_000 });
    clock.pass(1_000);
    expect(await first).toEqual({ ok: false, fault: 'ocr.timeOut' });
    expect(thread(0).gone).toBe(true);
    const second = reader.read(numbered(2), { timeoutMs: HOUR });
    ready(1);
    answer(1);
    expect(await second).toEqual({ ok: true, value: READ });
  });

  test('one that never got ready goes with the citizen', async () => {
    const { reader, thread } = inHand();
    reader.prepare();
    await reader.forget();
    expect(thread(0).gone).toBe(true);
  });

  test('an idle thread is given back', async () => {
    const { reader, clock, thread, ready, answer } = inHand();
    const read = reader.read(numbered(1), { timeoutMs: HOUR });
    ready(0);
    answer(0);
    await read;
    clock.pass(119_999);
    expect(thread(0).gone).toBe(false);
    clock.pass(1);
    expect(thread(0).gone).toBe(true);
  });

  test('at goodbye the thread goes with what it read; one that saw no page stays', async () => {
    const { reader, thread, ready, answer } = inHand();
    reader.prepare();
    ready(0);
    await reader.forget();
    expect(thread(0).gone).toBe(false);
    const read = reader.read(numbered(1), { timeoutMs: HOUR });
    const late = reader.read(numbered(2), { timeoutMs: HOUR });
    answer(0);
    expect(await read).toEqual({ ok: true, value: READ });
    await reader.forget();
    expect(await late).toEqual({ ok: false, fault: 'ocr.canceled' });
    expect(thread(0).gone).toBe(true);
  });
});

describe('with the real engine', () => {
  let paper: PaperPicture;
  let reader: OpenPageReader;
  beforeAll(async () => {
    const press = await openPaperPress();
    paper = await press.print('hospital-invoice', { seed: 3 });
    await press.close();
    reader = openPageReader({ clock: systemClock, log: () => undefined });
  });
  afterAll(() => reader.close());

  test('a page is read while this thread goes on beating', async () => {
    let beats = 0;
    const heart = setInterval(() => (beats += 1), 5);
    onTestFinished(() => clearInterval(heart));
    const result = await reader.read(page(paper.png), { timeoutMs: HOUR });
    if (!result.ok) throw new Error(result.fault);
    expect(beats).toBeGreaterThan(5);
    const { width, height, lines, confidence } = result.value;
    expect([width, height]).toEqual([paper.truth.width, paper.truth.height]);
    const text = lines.map((line) => line.text.replaceAll(' ', '')).join('\n');
    for (const words of ['票据号码', '开票日期', '交款人', paper.truth.fields['number'] ?? ''])
      expect(text).toContain(words);
    expect(confidence).toBeGreaterThan(60);
    for (const { box } of lines) {
      expect(box.left + box.width).toBeLessThanOrEqual(width);
      expect(box.top + box.height).toBeLessThanOrEqual(height);
    }
  });

  test.each([
    ['nothing', new Uint8Array(0)],
    ['three bytes', SOMETHING.picture],
    ['text', new TextEncoder().encode('MZ not a picture at all, but long enough to have had a header')],
  ])('%s is no picture', async (_, picture) => {
    expect(await reader.read(page(picture), { timeoutMs: HOUR })).toEqual({ ok: false, fault: 'ocr.notAPicture' });
  });

  test('half a picture, a damaged one and one of absurd size are refused, and the engine goes on', async () => {
    const [half, damaged, absurd] = [paper.png.slice(0, 400), Uint8Array.from(paper.png), Uint8Array.from(paper.png)];
    damaged.fill(0x55, 40, 4_000);
    new DataView(absurd.buffer).setUint32(16, 60_000);
    for (const picture of [half, damaged, absurd])
      expect(await reader.read(page(picture), { timeoutMs: HOUR })).toEqual({ ok: false, fault: 'ocr.notAPicture' });
    expect(await reader.read(page(paper.png), { timeoutMs: HOUR })).toMatchObject({ ok: true });
  });

  test('cancelled in the middle of a page, it is gone, and the next page is read', async () => {
    const leave = new AbortController();
    const given = reader.read(page(paper.png), { timeoutMs: HOUR, cancelled: leave.signal });
    leave.abort();
    expect(await given).toEqual({ ok: false, fault: 'ocr.canceled' });
    expect(await reader.read(page(paper.png), { timeoutMs: HOUR })).toMatchObject({ ok: true });
  });

  test('a program that dies is told, not waited for', async () => {
    const dying = new URL('data:text/javascript,process.exit(7)');
    const broken = openPageReader({
      clock: systemClock,
      log: () => undefined,
      startThread: (listener) => startOcrThread(listener, dying),
    });
    expect(await broken.read(SOMETHING, { timeoutMs: HOUR })).toEqual({ ok: false, fault: 'ocr.unavailable' });
    await broken.close();
  });
});
