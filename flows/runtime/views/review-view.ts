/** Everything on one page before it is submitted, each answer with a way to change it, each service with a way out. */
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import type { StepId } from '#contract/ids.ts';
import type { ScreenBody } from '#contract/screen.ts';
import type { Fact } from '#contract/screen/parts.ts';
import { isHandwriting } from '#contract/signature.ts';
import { answerShown } from '../../compile/answer-shown.ts';
import { type Asked, askedNow } from '../../compile/asked.ts';
import { papersNow } from '../../compile/papers.ts';
import { stepOf } from '../../compile/plan.ts';
import { stopsOf } from '../../compile/stops.ts';
import { servicesNow } from '../../compile/takers.ts';
import { contextOf } from '../visit.ts';
import { leftOut } from './left-out.ts';
import { maskAddress, maskCode, maskPhone } from '../../language/masks.ts';
import { onwardWord } from './onward.ts';
import { personFacts } from './person.ts';
import { removeNow } from './remove-now.ts';
import { cellsOf } from './row-cells.ts';
import { runningIn, type Scene } from './scene.ts';
import { standingAlone } from './standing-alone.ts';
import { type Sheet, spokenFacts } from './sheet.ts';

type Group = Extract<ScreenBody, { kind: 'review' }>['groups'][number];
type Row = Group['rows'][number];

function revealOf({ t, visit }: Scene, value: string): NonNullable<Row['reveal']> {
  const show = t(visit.hall.context.beside === 'now' ? 'button.showAgreed' : 'button.show');
  return { value, show, hide: t('button.hide') };
}

function rowOf(scene: Scene, { element: id }: Asked): Row[] {
  const { t, say, content, visit } = scene;
  const element = content.elements[id];
  if (element === undefined || visit.plan === null) return [];
  const context = contextOf(visit.plan);
  const answer = context.answers[id];
  const edit = { label: t('button.change'), intent: { kind: 'edit' as const, element: id } };
  const label = say(element.label);
  if (answer === undefined) return [{ label, value: '', edit }];
  const shown = say(answerShown(element, answer, context, content.sources));
  if (typeof answer === 'string' && (element.type === 'mobile' || element.type === 'code')) {
    const value = element.type === 'mobile' ? maskPhone(answer) : maskCode(answer);
    return [{ label, value, edit, reveal: revealOf(scene, shown) }];
  }
  if (element.type === 'rows' && Array.isArray(answer) && answer.length > 0) {
    const rows = answer.map((row, index) => ({
      title: t('rows.title', { row: say(element.row), n: index + 1 }),
      facts: cellsOf(scene, element.columns, row),
    }));
    return [{ label, value: t('rows.count', { count: rows.length, row: say(element.row) }), edit, rows }];
  }
  if (typeof answer === 'string' && isHandwriting(answer)) return [{ label, value: shown, edit, signature: answer }];
  return [{ label, value: shown, edit }];
}

/** Rows with nothing to be changed here. */
function asRows(facts: readonly Fact[]): Row[] {
  return facts.map((fact) => ({ ...fact, edit: null }));
}

/** Whoever has it sent home sees where that is. */
function addressRow(scene: Scene, card: IdentityCard | null): Row[] {
  const address = card?.address ?? '';
  if (address === '') return [];
  const label = scene.t('person.address');
  return [{ label, value: maskAddress(address), edit: null, reveal: revealOf(scene, address) }];
}

/** What several services use comes first, once; then each service with what only it asks. */
function answerGroups(scene: Scene, asked: readonly Asked[]): Group[] {
  const { t, say } = scene;
  const running = runningIn(scene);
  const rows = (wanted: (row: Asked) => boolean): Row[] => asked.filter(wanted).flatMap((row) => rowOf(scene, row));
  if (running.plan.services.length === 1) return [{ title: t('review.answers'), rows: rows(() => true) }];
  const own = servicesNow(running.plan, contextOf(running)).map((service) => ({
    title: say(service.title),
    rows: rows(({ services }) => services.length === 1 && services[0] === service.id),
  }));
  return [{ title: t('review.shared'), rows: rows(({ services }) => services.length > 1) }, ...own];
}

function paperFacts({ t, say, content, visit }: Scene): Fact[] {
  if (visit.plan === null) return [];
  const papers = papersNow(stopsOf(visit.plan.plan), visit.plan.rules, contextOf(visit.plan));
  return (papers.ok ? papers.value : []).flatMap(({ material: id, pages, deferred }) => {
    const material = content.materials[id];
    if (material === undefined) return [];
    const days = material.deferrableWorkdays ?? 0;
    const value = deferred ? t('review.deferred', { days }) : t('review.pages', { pages: pages.length });
    return [{ label: standingAlone(say(material.label)), value }];
  });
}

export function reviewView(scene: Scene, step: StepId): Sheet {
  const { t, say, content, language } = scene;
  const running = runningIn(scene);
  const context = contextOf(running);
  const declaration = say(stepOf(running.plan, step, 'review').declaration);
  const asked = askedNow(stopsOf(running.plan), content.elements, running.rules, context);
  const factsOf = (card: IdentityCard | null): Fact[] => (card === null ? [] : personFacts(scene, card));
  const groups = [
    { title: t('review.agent'), rows: asRows(factsOf(context.agent)) },
    {
      title: t(context.agent === null ? 'review.person' : 'review.applicant'),
      rows: [...asRows(factsOf(context.card)), ...addressRow(scene, context.card)],
    },
    { title: t('review.partner'), rows: asRows(factsOf(context.partner)) },
    ...answerGroups(scene, asked.ok ? asked.value : []),
    { title: t('review.papers'), rows: asRows(paperFacts(scene)) },
    { title: t('review.left'), rows: asRows(leftOut(scene)) },
  ].filter(({ rows }) => rows.length > 0);
  const going = servicesNow(running.plan, context);
  const onward = onwardWord(running, { step });
  const facts = groups.flatMap(({ rows }) => rows).map(({ label, value }) => ({ label, value }));
  return {
    title: t('review.title'),
    body: { kind: 'review', declaration, groups },
    spoken: [...spokenFacts(facts, language), declaration],
    help: onward === 'button.submit' ? 'help.review' : 'help.reviewGoesOn',
    primary: { label: t(onward), intent: { kind: 'submit' } },
    others: going.flatMap(({ id }) => removeNow(scene, id)),
  };
}
