/** Papers become PDF files: the same bytes each time, their own signs only, and never with a gap where a sign should be. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { PaperDocument, type PaperDraft } from '#contract/paper.ts';
import { LONG_GUIDE, PAYMENT_PROOF } from '#fixtures/printed/sample-papers.ts';
import { makePdf } from './make-pdf.ts';

const NO_RARE_SIGNS = { rareSigns: '/nowhere/unifont.hex' };
const paper = (text: string): PaperDocument =>
  PaperDocument.parse({
    language: 'zh-CN',
    name: '证明',
    madeAt: 0,
    pageWords: '{page}/{pages}',
    blocks: [{ kind: 'paragraph', text }],
  } satisfies PaperDraft);

test('the same paper is the same bytes', async () => {
  const [one, two] = await Promise.all([
    makePdf(PAYMENT_PROOF, NO_RARE_SIGNS),
    makePdf(structuredClone(PAYMENT_PROOF), NO_RARE_SIGNS),
  ]);
  if (!one.ok || !two.ok) throw new Error('not made');
  expect(Buffer.from(one.value).equals(Buffer.from(two.value))).toBe(true);
  expect(Buffer.from(one.value).subarray(0, 8).toString()).toBe('%PDF-1.7');
  // Some signs of a font of 5 MB.
  expect(one.value.length).toBeLessThan(100_000);
});

test('a sign that no font has is told, and nothing is made', async () => {
  expect(await makePdf(paper('姓名：林\u{2CB5A}'), NO_RARE_SIGNS)).toEqual({ ok: false, fault: 'page.signMissing' });
});

test('a sign that only the bitmap font has is drawn from there', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yeban-signs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const rareSigns = path.join(folder, 'unifont.hex');
  const drawnAs = async (rows: string) => {
    writeFileSync(rareSigns, `0041:${'18'.repeat(16)}\n4DAE:${rows.repeat(8)}\n`);
    const made = await makePdf(paper('姓名：林\u4DAE'), { rareSigns });
    return made.ok ? Buffer.from(made.value).toString('base64') : made.fault;
  };
  const [one, other] = [await drawnAs('7FFE4002'), await drawnAs('7FFE0000')];
  expect(one).toMatch(/^JVBERi/);
  expect(one).not.toBe(other);
});

const poppler = spawnSync('pdftotext', ['-v']).status === 0;
test.skipIf(!poppler)('what came out is to poppler what was meant, page by page (poppler-utils)', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yeban-pages-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'guide.pdf');
  const made = await makePdf(LONG_GUIDE, NO_RARE_SIGNS);
  writeFileSync(file, made.ok ? made.value : '');
  const told = (program: string, ...rest: readonly string[]): string =>
    spawnSync(program, [file, ...rest], { encoding: 'utf8' }).stdout;
  expect(told('pdfinfo')).toMatch(/Title: +办事指南\n[^]*Pages: +4\n[^]*\(A4\)/);
  const pages = told('pdftotext', '-layout', '-').split('\f').slice(0, 4);
  expect(pages.map((text) => /第 \d 页，共 4 页/.exec(text)?.[0])).toEqual(
    [1, 2, 3, 4].map((page) => `第 ${page} 页，共 4 页`),
  );
  expect(pages.join('')).toContain('把身份证平放在读卡区，等屏幕上出现您的姓名再拿起。');
  // The table went on to the last page, and its header with it.
  expect(pages[3]).toMatch(/地点 +地址 +开放时间/);
  // Every font is in the file, cut down to what is used.
  expect(
    told('pdffonts')
      .split('\n')
      .slice(2, -1)
      .every((line) => / yes +yes +yes /.test(line)),
  ).toBe(true);
});

test('text that would be read in another direction, or not at all, is no paper', () => {
  for (const text of ['a\u202eb', 'a\u0000b', 'a\u200bb', 'a\nb', '\ue000'])
    expect(() => paper(text)).toThrow('cannot be printed');
});
