/** The offices that decide: whom a citizen may complain to, and when work is done there. */
import { z } from 'zod';
import { LocalText } from '#contract/language.ts';

export const OfficeId = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
export type OfficeId = z.infer<typeof OfficeId>;

export const Office = z.strictObject({
  name: LocalText,
  complaintPhone: z.string().min(3).max(30),
});
export type Office = Readonly<z.infer<typeof Office>>;

export const Offices = z.record(OfficeId, Office);
export type Offices = Readonly<Record<OfficeId, Office>>;
