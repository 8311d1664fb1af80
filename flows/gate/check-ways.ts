/** Whether some citizen can come to every page of a service, every way ends, and no rule fails on the way. */
import type { Service } from '../language/service.ts';
import { questionsOf, type Step } from '../language/step.ts';
import type { Content } from '../release/content.ts';
import type { Problem } from '../release/finding.ts';
import { deadEnds, type Visited, type Walk } from './walk-plan.ts';
import { walkService } from './walk-service.ts';

/** Every service of `content` that is offered, alone: what can be walked alone can be walked in a cart (`any-cart.test.ts`). */
export function checkWays(content: Content, services = content.services): readonly Problem[] {
  return [...services.values()].filter(({ offered }) => offered).flatMap((service) => waysOf(content, service));
}

function waysOf(content: Content, service: Service): readonly Problem[] {
  const walks = walkService(content, service);
  const file = `services/${service.id}`;
  if (walks.some(({ whole }) => !whole))
    return [
      {
        rule: 'ways.tooMany',
        file,
        path: ['steps'],
        message: 'there are too many different ways through this service to try all of them',
        suggestion: 'let fewer questions and conditions depend on each other, or make two services of it',
      },
    ];
  const problems: Problem[] = [];
  const pages = new Set(walks.flatMap(pagesOf));
  for (const [index, step] of service.steps.entries()) {
    const where = placesOf(step);
    if (where.some((page) => pages.has(page))) continue;
    problems.push({
      rule: 'ways.unreachable',
      file,
      path: step.when === undefined ? ['steps', index] : ['steps', index, 'when'],
      message: `no citizen ever comes to the step "${step.id}"`,
      suggestion:
        step.when === undefined
          ? 'look at what comes before it: a check that nobody meets ends the service there'
          : `its condition (${step.when}) never holds: correct it, or remove the step`,
    });
  }
  if (pages.has('fault'))
    problems.push({
      rule: 'ways.fault',
      file,
      path: ['steps'],
      message: 'with some cards or answers a rule of this service can’t be worked out, and the citizen is sent away',
      suggestion: 'see `yeban flows paths`: the path that ends with "fault" shows which card and answers',
    });
  if (walks.some((each) => deadEnds(each).length > 0))
    problems.push({
      rule: 'ways.noEnd',
      file,
      path: ['steps'],
      message: 'somewhere in this service a citizen can get stuck',
      suggestion: 'see `yeban flows paths` for the pages that are reached',
    });
  return problems;
}

function placesOf(step: Step): readonly string[] {
  if (step.kind === 'scan') return step.materials.map((material) => `${step.id}/${material}`);
  const questions = questionsOf(step);
  return questions.length === 0 ? [step.id] : questions.map((element) => `${step.id}/${element}`);
}

/** `step`, `step/element` for a question, `step/material` for a paper, and `fault`. */
function pagesOf({ visited }: Walk): readonly string[] {
  return [...visited.values()].flatMap(({ snapshot }) => pagesAt(snapshot));
}

export function pagesAt(snapshot: Visited['snapshot']): readonly string[] {
  return Object.values(snapshot.getMeta()).flatMap((meta) => {
    if (meta === undefined) return [];
    const { page } = meta;
    if (page.kind === 'fault') return ['fault'];
    if (page.kind === 'scan') return [`${page.step}/${page.material}`];
    return 'element' in page ? [`${page.step}/${page.element}`] : [page.step];
  });
}
