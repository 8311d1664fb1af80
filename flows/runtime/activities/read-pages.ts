/** Reads what stands on the pages that were just taken. Whatever goes wrong with it, the citizen types instead. */
import type { Crop } from '#contract/screen/parts.ts';
import type { FieldReading, OcrFault, PageRead, PixelBox } from '#contract/ocr.ts';
import type { Result } from '#contract/result.ts';
import type { ElementId, PageId } from '#contract/ids.ts';
import type { PlanActivity } from '../../compile/page.ts';
import { pagesOf, type ReadValue } from '../../compile/plan-context.ts';
import { agreedOn, type FoundReading } from '../../reading/agree.ts';
import { readFields } from '../../reading/read-fields.ts';
import { contextOf } from '../visit.ts';
import { type ActivityTools, nothingToStop, type Stop } from './activity.ts';

/** Around a field, in shares of its own height: a value without its line is hard to recognise on the paper. */
const AROUND = 0.8;

export function readPages(
  { material: id, timeoutMs }: Extract<PlanActivity, { kind: 'readPages' }>,
  { ports, visit, report, crash }: ActivityTools,
): Stop {
  const recipe = ports.content.materials[id]?.recipe;
  const { session } = visit.hall.context;
  const { pageReader, journal, clock } = ports;
  if (recipe === undefined || session === null || visit.plan === null || pageReader === null) {
    report({ type: 'pages.read', values: {} });
    return nothingToStop;
  }
  const pages = pagesOf(contextOf(visit.plan), id);
  const cancel = new AbortController();
  const work = async (): Promise<Record<ElementId, ReadValue>> => {
    const end = clock.monotonic() + timeoutMs;
    const found: { page: PageId; element: ElementId; reading: FieldReading; of: PageRead }[] = [];
    for (const page of pages) {
      const left = end - clock.monotonic();
      if (left <= 0) break;
      const jpeg = await journal.readPage(session, page.id);
      if (jpeg === null) continue;
      const picture = Uint8Array.from(atob(jpeg), (letter) => letter.charCodeAt(0));
      const read: Result<PageRead, OcrFault> = await pageReader.read(
        { picture, language: 'zh-CN' },
        { timeoutMs: left, cancelled: cancel.signal },
      );
      if (!read.ok) continue;
      for (const [name, reading] of Object.entries(readFields(recipe, read.value))) {
        const element = recipe.fields[name]?.answers;
        if (element !== undefined) found.push({ page: page.id, element, reading, of: read.value });
      }
    }
    return Object.fromEntries(
      [...Map.groupBy(found, ({ element }) => element)].flatMap(([element, pagesOfIt]) => {
        const agreed = agreedOn(pagesOfIt);
        return agreed === null ? [] : [[element, valueOf(agreed)]];
      }),
    );
  };
  work()
    .then((values) => report({ type: 'pages.read', values }))
    .catch(crash);
  return () => {
    cancel.abort();
  };
}

function valueOf({ page, reading, of }: { page: PageId; reading: FoundReading; of: PageRead }): ReadValue {
  const { value, confidence, check, box } = reading;
  return { value, confidence, proven: check === 'checkDigit', page, crop: cropOf(box, of) };
}

function cropOf({ left, top, width, height }: PixelBox, of: { readonly width: number; readonly height: number }): Crop {
  const around = height * AROUND;
  const x = Math.max(0, left - around) / of.width;
  const y = Math.max(0, top - around) / of.height;
  return {
    x,
    y,
    width: Math.min(1 - x, (width + 2 * around) / of.width),
    height: Math.min(1 - y, (height + 2 * around) / of.height),
  };
}
