/** 一次性告知 in words: exactly these papers and fees, when it will be decided, and who may come. */
import type { Notice, NoticedFee, NoticedPaper, NoticedPromise } from '../../notice/notice-now.ts';
import { workdaysAfter } from '../../language/work-calendar.ts';
import { dayInWords } from '../../language/day-in-words.ts';
import { isForTwo, type Service } from '../../language/service.ts';
import { yuan } from '../../language/yuan.ts';
import { dayAtStation } from '../views/days.ts';
import type { Scene } from '../views/scene.ts';
import { standingAlone } from '../views/standing-alone.ts';
import type { HandoutSection } from './handout-text.ts';
import { howToBring } from './papers-to-bring.ts';
import { conditions, deadlines, phones, places, powerOfAttorney, whoMayCome } from './shared-sections.ts';

export function noticeSections(scene: Scene, services: readonly Service[], notice: Notice): readonly HandoutSection[] {
  const { t } = scene;
  return [
    { title: t('notice.bring'), numbered: true, lines: [idCard(scene, services), ...papers(scene, notice.papers)] },
    { title: t('notice.promises'), numbered: false, lines: promises(scene, notice.promises) },
    { title: t('notice.fees'), numbered: false, lines: fees(scene, notice.fees) },
    { title: t('notice.when'), numbered: false, lines: deadlines(scene, services) },
    { title: t('notice.conditions'), numbered: false, lines: conditions(scene, services) },
    { title: t('notice.who'), numbered: false, lines: whoMayCome(scene, services) },
    { title: t('notice.power'), numbered: false, lines: powerOfAttorney(scene, services) },
    { title: t('notice.where'), numbered: false, lines: places(scene, services) },
    { title: t('notice.phones'), numbered: false, lines: phones(scene, services) },
  ];
}

function idCard({ t }: Scene, services: readonly Service[]): string {
  const two = services.some(isForTwo);
  return t(two ? 'notice.twoCards' : 'notice.idCard');
}

function papers(scene: Scene, noticed: readonly NoticedPaper[]): readonly string[] {
  const { t, say, content, station, now, language } = scene;
  const today = dayAtStation(now, station.timeZone);
  return noticed.flatMap(({ material: id, sure, only }) => {
    const material = content.materials[id];
    if (material === undefined) return [];
    const { label, deferrableWorkdays: days } = material;
    const parts = [
      howToBring(scene, material),
      ...(days === null
        ? []
        : [t('notice.later', { day: dayInWords(workdaysAfter(today, days, content.workingDays), language) })]),
    ];
    const paper = t('notice.paper', { paper: say(label), how: parts.join(language === 'zh-CN' ? '；' : '; ') });
    if (sure) return [standingAlone(paper)];
    return [only === null ? t('notice.maybe', { what: paper }) : t('notice.onlyIf', { only: say(only), what: paper })];
  });
}

/** What is promised, and what happens where it can't be: who must not promise finds the papers beside it. */
function promises({ t, say, content, language }: Scene, noticed: readonly NoticedPromise[]): readonly string[] {
  return noticed.flatMap(({ element: id, otherwise }) => {
    const element = content.elements[id];
    if (element === undefined) return [];
    const what = say(element.label);
    const papers = otherwise
      .flatMap((material) => content.materials[material] ?? [])
      .map(({ label }) => say(label))
      .join(language === 'zh-CN' ? '、' : ', ');
    return [papers === '' ? t('notice.promise', { what }) : t('notice.promiseInstead', { what, papers })];
  });
}

function fees({ t, say }: Scene, noticed: readonly NoticedFee[]): readonly string[] {
  if (noticed.length === 0) return [t('notice.free')];
  const lines = noticed.map(({ label, unit, amountFen, quantity, paid }) => {
    const one = t(`notice.fee.${paid}`, { what: say(label), yuan: yuan(amountFen * (quantity ?? 1)) });
    if (quantity === null) return t('notice.feeMaybe', { what: say(label), yuan: yuan(amountFen), unit: say(unit) });
    return quantity === 1 ? one : t('notice.feeTimes', { fee: one, quantity, unit: say(unit), each: yuan(amountFen) });
  });
  const sum = noticed.reduce((total, { amountFen, quantity }) => total + amountFen * (quantity ?? 0), 0);
  return lines.length === 1 ? lines : [...lines, t('notice.total', { yuan: yuan(sum) })];
}
