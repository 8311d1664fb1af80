/** Pages under the camera: taken, replaced, removed, read, or to be brought later. */
import type { ElementId, MaterialId } from '#contract/ids.ts';
import { isGoodAnswer } from '../answers.ts';
import { withoutReadsOf } from '../pages-read.ts';
import { pagesOf } from '../plan-context.ts';
import type { PlanParts } from '../plan-setup.ts';
import { keepAskingAnew, type Seen } from './act.ts';

export interface Paper {
  readonly material: MaterialId;
}

export function paperGuards({ materials }: PlanParts) {
  return {
    hasPages: ({ context }: Seen, { material }: Paper) =>
      pagesOf(context, material).length >= (materials[material]?.capture?.pages.min ?? 1),
    /** In place of one that is there, or as a further one while there is room. */
    takesPage: ({ context, event }: Seen, { material }: Paper) => {
      if (event.type !== 'page.taken') return false;
      const pages = pagesOf(context, material);
      return event.replaces === null
        ? pages.length < (materials[material]?.capture?.pages.max ?? 1)
        : pages.some(({ id }) => id === event.replaces);
    },
    hasPage: ({ context, event }: Seen, { material }: Paper) =>
      event.type === 'removePage' && pagesOf(context, material).some(({ id }) => id === event.page),
  };
}

export function paperActions(parts: PlanParts) {
  const { elements, rules } = parts;
  const keep = keepAskingAnew(parts);
  return {
    keepPage: keep<Paper>(({ context, event }, { material }) => {
      if (event.type !== 'page.taken') return {};
      const before = pagesOf(context, material);
      const old = before.find(({ id }) => id === event.replaces);
      const taken = { id: event.page, codes: [...(event.codes ?? old?.codes ?? [])] };
      const after =
        event.replaces === null
          ? [...before, taken]
          : before.map((page) => (page.id === event.replaces ? taken : page));
      return {
        ...withoutReadsOf(event.replaces === null ? [] : [event.replaces], context),
        pages: { ...context.pages, [material]: after },
        deferred: context.deferred.filter((each) => each !== material),
      };
    }),
    /** Put where the citizen finds it filled in; what was typed before stays. */
    keepRead: keep<Paper>(({ context, event }, { material }) => {
      if (event.type !== 'pages.read') return {};
      const pages = pagesOf(context, material).map(({ id }) => id);
      const others = withoutReadsOf(pages, context);
      const answers = { ...others.answers };
      for (const [name, { value }] of Object.entries(event.values)) {
        const id = name as ElementId;
        const element = elements[id];
        const good = element === undefined ? null : isGoodAnswer(element, value, rules, context);
        const untouched = answers[id] === undefined || answers[id] === others.read[id]?.value;
        if (untouched && good !== null && good.ok && good.value) answers[id] = value;
      }
      return { answers, read: { ...others.read, ...event.values } };
    }),
    dropPage: keep<Paper>(({ context, event }, { material }) =>
      event.type === 'removePage'
        ? {
            ...withoutReadsOf([event.page], context),
            pages: { ...context.pages, [material]: pagesOf(context, material).filter(({ id }) => id !== event.page) },
          }
        : {},
    ),
    /** What was taken of it goes: half a document is none. */
    deferMaterial: keep<Paper>(({ context }, { material }) => ({
      ...withoutReadsOf(
        pagesOf(context, material).map(({ id }) => id),
        context,
      ),
      pages: { ...context.pages, [material]: [] },
      deferred: [...context.deferred.filter((each) => each !== material), material],
    })),
  };
}
