/** The screens on which services are looked at and chosen. */
import { z } from 'zod';
import { Intent } from './intent.ts';
import { Badge, Button, Fact, ServiceCard } from './parts.ts';

/** The way to one shelf: large, with what stands on it in a word. */
const Tile = z.strictObject({ label: z.string(), note: z.string(), intent: Intent });
const PackageCard = z.strictObject({ title: z.string(), summary: z.string(), open: Button });

/** Up to the moment a service is begun. */
export const ChoosingView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('attract'), lead: z.string(), points: z.array(z.string()), touch: z.string() }),
  /** The first page: search, what others choose, and the shelves of one kind. */
  z.strictObject({
    kind: z.literal('catalogue'),
    lead: z.string(),
    search: Button,
    popular: z.strictObject({ title: z.string(), cards: z.array(ServiceCard) }),
    /** What the shelves are sorted by, and the other ways to sort them. */
    ways: z.strictObject({
      title: z.string(),
      buttons: z.array(z.strictObject({ button: Button, chosen: z.boolean() })),
    }),
    tiles: z.array(Tile),
  }),
  /** One shelf: packages of what belongs together, then the services one by one. */
  z.strictObject({
    kind: z.literal('shelf'),
    lead: z.string(),
    open: z.string(),
    packages: z.array(PackageCard),
    cards: z.array(ServiceCard),
  }),
  /** Services by what was typed, the likeliest first. */
  z.strictObject({
    kind: z.literal('search'),
    /** As the session knows it; the page may be some letters ahead. */
    query: z.string(),
    field: z.string(),
    open: z.string(),
    keys: z.strictObject({ space: z.string(), erase: z.string() }),
    hits: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('service'), card: ServiceCard }),
        z.strictObject({ kind: z.literal('package'), card: PackageCard }),
      ]),
    ),
    /** Said before anything is typed, when nothing is found, and above hits that are not sure. */
    advice: z.strictObject({ headline: z.string(), lines: z.array(z.string()) }).nullable(),
    /** Where else to look; null while what is found is sure. */
    around: z.strictObject({ title: z.string(), tiles: z.array(Tile) }).nullable(),
  }),
  z.strictObject({
    kind: z.literal('service'),
    card: ServiceCard,
    sections: z.array(z.strictObject({ title: z.string(), lines: z.array(z.string()) })),
  }),
  /** Other places of the district, open ones first. */
  z.strictObject({
    kind: z.literal('places'),
    lead: z.string(),
    places: z.array(z.strictObject({ name: z.string(), badge: Badge, facts: z.array(Fact) })),
  }),
  /** A package: what belongs together, chosen one by one or all at once. */
  z.strictObject({
    kind: z.literal('package'),
    lead: z.string(),
    members: z.array(z.strictObject({ card: ServiceCard, inCart: z.boolean(), toggle: Button })),
  }),
  /** What was chosen, what the merged path asks, and what merging saves. */
  z.strictObject({
    kind: z.literal('cart'),
    lead: z.string(),
    lines: z.array(z.strictObject({ card: ServiceCard, remove: Button })),
    /** Steps, minutes, fee, of the whole plan. */
    totals: z.array(Fact),
    saved: z.array(z.string()),
    /** Said instead of `lines` when nothing was chosen. */
    empty: z.string().nullable(),
  }),
]);
