/** Whether some citizen can come to every page of a service, every way ends, and no rule fails on the way. */
import { tell } from '../findings/findings.table.ts';
import type { Service } from '../language/service.ts';
import { questionsOf, type Step } from '../language/step.ts';
import type { Content } from '../release/content.ts';
import type { Problem } from '../release/finding.ts';
import { checkDecides } from './check-decides.ts';
import { pathInWords } from './event-words.ts';
import { deadEnds, type Visited } from './walk-plan.ts';
import { type ServiceWalk, walkService } from './walk-service.ts';

/** Every service of `content` that is offered, alone: what can be walked alone can be walked in a cart (`any-cart.test.ts`). */
export function checkWays(content: Content, services = content.services): readonly Problem[] {
  return [...services.values()].filter(({ offered }) => offered).flatMap((service) => waysOf(content, service));
}

function waysOf(content: Content, service: Service): readonly Problem[] {
  const walks = walkService(content, service);
  const file = `services/${service.id}`;
  if (walks.some(({ whole }) => !whole)) return [{ ...tell('ways.tooMany'), file, path: ['steps'] }];
  const problems: Problem[] = [];
  const pages = new Set(walks.flatMap(pagesOf));
  for (const [index, step] of service.steps.entries()) {
    const where = pagesOfStep(step);
    if (where.some((page) => pages.has(page))) continue;
    const { id, when } = step;
    problems.push(
      when === undefined
        ? { ...tell('ways.unreachable', { step: id }), file, path: ['steps', index] }
        : { ...tell('ways.neverHolds', { step: id, condition: when }), file, path: ['steps', index, 'when'] },
    );
  }
  problems.push(
    ...checkDecides(
      content,
      service,
      walks.filter(({ mode }) => mode.kind === 'apply'),
    ),
  );
  const fault = walks.flatMap(({ visited, mode }) =>
    [...visited.values()].filter(({ snapshot }) => pagesAt(snapshot).includes('fault')).map(pathInWords(mode)),
  )[0];
  if (fault !== undefined) problems.push({ ...tell('ways.fault', { path: fault }), file, path: ['steps'] });
  const stuck = walks.flatMap((each) =>
    deadEnds(each)
      .flatMap((key) => each.visited.get(key) ?? [])
      .map(pathInWords(each.mode)),
  )[0];
  if (stuck !== undefined) problems.push({ ...tell('ways.noEnd', { path: stuck }), file, path: ['steps'] });
  return problems;
}

function pagesOfStep(step: Step): readonly string[] {
  if (step.kind === 'scan') return step.materials.map((material) => `${step.id}/${material}`);
  const questions = questionsOf(step);
  return questions.length === 0 ? [step.id] : questions.map((element) => `${step.id}/${element}`);
}

/** `step`, `step/element` for a question, `step/material` for a paper, and `fault`. The two who practise need not see every page. */
function pagesOf({ visited, mode }: ServiceWalk): readonly string[] {
  const pages = [...visited.values()].flatMap(({ snapshot }) => pagesAt(snapshot));
  return mode.kind === 'practise' ? pages.filter((page) => page === 'fault') : pages;
}

export function pagesAt(snapshot: Visited['snapshot']): readonly string[] {
  return Object.values(snapshot.getMeta()).flatMap((meta) => {
    if (meta === undefined) return [];
    const { page } = meta;
    if (page.kind === 'fault') return ['fault'];
    if ('material' in page) return [`${page.step}/${page.material}`];
    return 'element' in page ? [`${page.step}/${page.element}`] : [page.step];
  });
}
