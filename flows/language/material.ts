/** Documents a service asks for, and how each gets into the kiosk. */
import { z } from 'zod';
import { MaterialId } from '#contract/ids.ts';
import { LocalText } from '#contract/language.ts';
import { finds } from '../findings/own-issue.ts';
import { Recipe } from './recipe.ts';

/** More pages than this nobody lays under a camera in one go. */
const MOST_PAGES = 20;

export const Capture = z
  .strictObject({
    way: z.enum(['camera']),
    pages: z.strictObject({
      min: z.number().int().min(1).max(MOST_PAGES),
      max: z.number().int().min(1).max(MOST_PAGES),
    }),
  })
  .refine(({ pages }) => pages.min <= pages.max, finds('sense.fewToMany', { path: ['pages', 'min'] }));
export type Capture = Readonly<z.infer<typeof Capture>>;

/** 原件 or 复印件, and how many of it. */
export const Bring = z.strictObject({
  as: z.enum(['original', 'copy', 'either']).default('original'),
  count: z.number().int().min(1).max(9).default(1),
});

export const Material = z.strictObject({
  label: LocalText,
  bring: Bring.default({ as: 'original', count: 1 }),
  /** Without it the paper is only looked at by the citizen: no step `scan` may name it. */
  capture: Capture.optional(),
  /** How its fields are read from a page; without one nothing is read. */
  recipe: Recipe.optional(),
  /** 容缺: may be brought later, within this many workdays; null = must be there now. */
  deferrableWorkdays: z.number().int().positive().max(900).nullable(),
});
export type Material = Readonly<z.infer<typeof Material>>;

export const Materials = z.record(MaterialId, Material);
export type Materials = Readonly<Record<MaterialId, Material>>;
