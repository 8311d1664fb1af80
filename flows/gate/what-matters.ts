/** A name for everything about a state of a plan that can still decide where it goes: states of one name go on alike. */
import type { SnapshotFrom } from 'xstate';
import type { PlanMachine } from '../compile/compile-plan.ts';
import { askedNow } from '../compile/asked.ts';
import { isAnyOpen } from '../compile/open-stops.ts';
import type { PlanContext } from '../compile/plan-context.ts';
import type { PlanRules } from '../compile/plan-rules.ts';
import type { Plan } from '../compile/plan.ts';
import { type Stop, stopsOf } from '../compile/stops.ts';
import { rulesFor } from '../release/rules-for.ts';
import type { Content } from '../release/content.ts';
import { type Ahead, aheadOf } from './ahead.ts';
import { keyOf } from './walk-plan.ts';

type Snapshot = SnapshotFrom<PlanMachine>;

export function whatMatters(plan: Plan, content: Content, rules: PlanRules): (snapshot: Snapshot) => string {
  const stops = stopsOf(plan);
  const placeOf = placesOf(stops);
  const ahead = aheadOf(plan, stops, content, rulesFor(content));
  /** Whether the review would let this citizen pass, as far as it was asked yet. */
  const isSettled = (here: number, context: PlanContext): boolean => {
    const open = isAnyOpen({ plan, ...content, rules }, stops.slice(0, here), context);
    return open.ok && !open.value;
  };
  /** The questions behind that are this citizen's: each can be changed at the review. */
  const standingAt = (here: number, context: PlanContext): readonly string[] => {
    const asked = askedNow(stops.slice(0, here), content.elements, rules, context);
    return asked.ok ? asked.value.map(({ element }) => element) : [];
  };
  return (snapshot) => {
    const here = placeOf(snapshot.value) ?? stops.length;
    const from = ahead[here];
    const { context } = snapshot;
    // Whoever changes one answer comes through here a second time, and whoever lacks one is sent back for it.
    if (from === undefined || context.editing || (from.looksBack && !isSettled(here, context))) return keyOf(snapshot);
    const standing = from.looksBack ? standingAt(here, context) : [];
    return JSON.stringify([snapshot.status, snapshot.value, matters(context, from), standing]);
  };
}

/** At which stop a state of the machine is; null for those behind the last. */
export function placesOf(stops: readonly Stop[]): (value: Snapshot['value']) => number | null {
  const places = new Map<string, number>(stops.map(({ target }, index) => [target, index]));
  return (value) => {
    if (typeof value === 'string') return places.get(`#plan.${value}`) ?? null;
    const [step = '', inner] = Object.entries(value)[0] ?? [];
    const page = typeof inner === 'string' ? inner : (Object.keys(inner ?? {})[0] ?? '');
    return places.get(`#plan.${step}`) ?? places.get(`#plan.${step}.${page}`) ?? null;
  };
}

/** Every part of the context that a guard or an assignment from here on reads. Records are written from all of it; no way depends on them. */
function matters(context: PlanContext, { elements, materials, fields, identifies }: Ahead): unknown {
  const { card, partner, agent, data, decisions, barred: _told, standings: _recorded, ...rest } = context;
  const fieldsOf = (name: string, facts: object | null): unknown =>
    facts === null ? null : only({ ...facts }, (field) => fields.has(`${name}.${field}`));
  return {
    ...rest,
    persons: [fieldsOf('card', card), fieldsOf('partner', partner), fieldsOf('agent', agent)],
    holders: identifies ? [card, partner, agent].map((each) => each?.idNumber) : [],
    answers: only(context.answers, (id) => elements.has(id)),
    prefilled: only(context.prefilled, (id) => elements.has(id)),
    read: only(context.read, (id) => elements.has(id)),
    pages: only(context.pages, (id) => materials.has(id)),
    deferred: context.deferred.filter((id) => materials.has(id)),
    data: Object.entries(data).flatMap(([id, { found }]) => {
      if (![...fields].some((field) => field.startsWith(`${id}.`))) return [];
      return [[id, fieldsOf(id, found && found.fields), fields.has(`${id}.rows`) ? found?.rows : null]];
    }),
    decisions: decisions.map(({ step, service, findings }) => [step, service, findings.map(({ met }) => met)]),
  };
}

function only<V>(all: Readonly<Record<string, V>>, matters: (key: never) => boolean): Readonly<Record<string, V>> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => matters(key as never)));
}
