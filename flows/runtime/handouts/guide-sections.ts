/** 办事指南 of one service, in the order of the national form; its procedure is read from the steps themselves. */
import { makesCase, type Service } from '../../language/service.ts';
import type { Step } from '../../language/step.ts';
import type { TextKey } from '../../language/texts.ts';
import { yuan } from '../../language/yuan.ts';
import type { Scene } from '../views/scene.ts';
import type { HandoutSection } from './handout-text.ts';
import { papersToBring } from './papers-to-bring.ts';
import { conditions, phones, places, powerOfAttorney, whoMayCome } from './shared-sections.ts';

export function guideSections(scene: Scene, service: Service): readonly HandoutSection[] {
  const { t, say, content } = scene;
  const office = content.offices[service.office];
  const { promised, statutory } = service.timeLimits;
  const decided = !service.offered || makesCase(service);
  const plain = (title: TextKey, lines: readonly string[]): HandoutSection => ({
    title: t(title),
    numbered: false,
    lines,
  });
  const counted = (title: TextKey, lines: readonly string[]): HandoutSection => ({
    ...plain(title, lines),
    numbered: true,
  });
  return [
    plain('guide.what', [say(service.summary), t('guide.codes', { code: service.codes.implementing })]),
    plain('service.conditions', conditions(scene, [service])),
    counted('notice.bring', [t('notice.idCard'), ...papersToBring(scene, service)]),
    counted('guide.procedure', procedure(scene, service)),
    plain('notice.fees', fees(scene, service)),
    plain('service.limits', [decided ? t('service.limitsValue', { promised, statutory }) : t('fact.atOnce')]),
    plain('service.result', [say(service.result.name), ...service.result.delivery.map((line) => say(line))]),
    plain('notice.who', whoMayCome(scene, [service])),
    plain('notice.power', powerOfAttorney(scene, [service])),
    plain('service.office', office === undefined ? [] : [say(office.name)]),
    plain('notice.where', places(scene, [service])),
    plain('notice.phones', phones(scene, [service])),
    plain(
      'service.legalBasis',
      service.legalBasis.map(({ title, invented }) =>
        invented ? t('service.invented', { title: say(title) }) : say(title),
      ),
    ),
  ];
}

function fees({ t, say, content }: Scene, service: Service): readonly string[] {
  if (service.fees.length === 0) return [t('notice.free')];
  return service.fees.flatMap(({ fee: id, when }) => {
    const fee = content.fees[id];
    if (fee === undefined) return [];
    const values = { what: say(fee.label), yuan: yuan(fee.amountFen), unit: say(fee.unit), basis: say(fee.basis) };
    return [t(when === undefined ? 'guide.fee' : 'guide.feeSome', values)];
  });
}

/** What a citizen does at each kind of step; kinds that follow each other are said once. */
const SAID = {
  info: null,
  identify: 'guide.step.identify',
  check: 'guide.step.check',
  choose: 'guide.step.ask',
  ask: 'guide.step.ask',
  promise: 'guide.step.promise',
  lookup: 'guide.step.lookup',
  scan: 'guide.step.scan',
  review: 'guide.step.review',
  fee: 'guide.step.fee',
  pay: 'guide.step.pay',
  sign: 'guide.step.sign',
  submit: 'guide.step.submit',
  print: 'guide.step.print',
  receipt: 'guide.step.receipt',
  ticket: null,
  book: 'guide.step.book',
  call: null,
  rate: null,
} as const satisfies Record<Step['kind'], TextKey | null>;

function procedure({ t, say }: Scene, { steps, nextSteps }: Service): readonly string[] {
  const said = steps.flatMap(({ kind }) => SAID[kind] ?? []);
  const inOrder = said.filter((key, index) => said.indexOf(key) === index).map((key) => t(key));
  return steps.length === 0 ? [] : [...inOrder, ...nextSteps.map((line) => say(line))];
}
