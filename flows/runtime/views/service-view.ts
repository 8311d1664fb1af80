/** One service before it is begun: conditions, time limits, result, office, where to complain, legal basis. */
import type { Button } from '#contract/screen/parts.ts';
import { canBePractised, makesCase, type Service } from '../../language/service.ts';
import { obstacleTo } from '../doable.ts';
import { missingNotice, reasonOf } from './not-now.ts';
import { papersToBring } from '../handouts/papers-to-bring.ts';
import { handoutButton } from '../handouts/handout-button.ts';
import type { Scene } from './scene.ts';
import { cartButton } from './cart-button.ts';
import { practiseButton } from './practise-button.ts';
import { serviceCard } from './service-card.ts';
import { type Sheet, spokenFacts } from './sheet.ts';

/** 代办: where somebody else may do it for the applicant. */
function agentButton({ t }: Scene, { id, agent }: Service): Button[] {
  return agent ? [{ label: t('button.startAsAgent'), intent: { kind: 'startService', service: id, as: 'agent' } }] : [];
}

/** Whoever misses the button for 练习 is told; where nothing is submitted, looking is no risk anyway. */
function whyNotPractised({ t }: Scene, service: Service) {
  const asksElsewhere = service.steps.some(({ kind }) => kind === 'lookup');
  return service.offered && makesCase(service) && !canBePractised(service) && asksElsewhere
    ? [{ title: t('practise.not'), lines: [t('practise.notLookup')] }]
    : [];
}

export function serviceView(scene: Scene, service: Service): Sheet {
  const { t, say, language, availability } = scene;
  const card = serviceCard(scene, service);
  const office = scene.content.offices[service.office];
  const { promised, statutory } = service.timeLimits;
  const reason = service.reason === undefined ? null : say(service.reason);
  const obstacle = service.offered ? obstacleTo(service, availability) : null;
  const notNow = obstacle === null ? null : t('notNow.why', { reason: reasonOf(scene, obstacle) });
  const why = reason ?? notNow;
  const mayBegin = service.offered && obstacle === null;
  const papers = papersToBring(scene, service);
  // Told in full below, it isn't told in short above.
  const facts = papers.length === 0 ? card.facts : card.facts.filter(({ label }) => label !== t('fact.materials'));
  const sections = [
    ...(reason === null ? [] : [{ title: t('service.notOffered'), lines: [reason] }]),
    ...(papers.length === 0 ? [] : [{ title: t('fact.materials'), lines: [t('notice.idCard'), ...papers] }]),
    { title: t('service.conditions'), lines: service.conditions.map((line) => say(line)) },
    ...(!service.offered || makesCase(service)
      ? [{ title: t('service.limits'), lines: [t('service.limitsValue', { promised, statutory })] }]
      : []),
    {
      title: t('service.result'),
      lines: [say(service.result.name), ...service.result.delivery.map((line) => say(line))],
    },
    ...whyNotPractised(scene, service),
    {
      title: t('service.office'),
      lines: office === undefined ? [] : [say(office.name), t('service.complaint', { phone: office.complaintPhone })],
    },
    {
      title: t('service.legalBasis'),
      lines: service.legalBasis.map(({ title, invented }) =>
        invented ? t('service.invented', { title: say(title) }) : say(title),
      ),
    },
  ];
  return {
    title: card.title,
    body: { kind: 'service', card: { ...card, facts }, sections },
    spoken: [
      ...(notNow === null ? [] : [notNow]),
      card.summary,
      ...spokenFacts(facts, language),
      ...(sections[0]?.lines ?? []),
    ],
    help: 'help.service',
    primary: mayBegin ? { label: t('button.start'), intent: { kind: 'startService', service: service.id } } : null,
    others: [
      ...(mayBegin && makesCase(service) ? [...agentButton(scene, service), cartButton(scene, service.id)] : []),
      ...practiseButton(scene),
      ...(service.offered ? [handoutButton(scene, 'notice', service.id)] : []),
      handoutButton(scene, 'guide', service.id),
      // Where it can be done is no question while it can be done here.
      ...(mayBegin ? [] : [{ label: t('button.places'), intent: { kind: 'openPlaces' as const } }]),
    ],
    back: { label: t('button.back'), intent: { kind: 'back' } },
    notice: why === null ? missingNotice(scene, [service]) : { tone: 'attention', text: why },
  };
}
