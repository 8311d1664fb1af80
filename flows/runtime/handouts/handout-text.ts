/** What a handout says, once: the screen, the A4 page, the receipt and the codes for a phone are all made of it. */
import type { Service } from '../../language/service.ts';
import type { Notice } from '../../notice/notice-now.ts';
import { noticeNow } from '../../notice/notice-now.ts';
import { planTitle } from '../views/plan-title.ts';
import { contextOf, pageOf } from '../visit.ts';
import { runningIn, type Scene } from '../views/scene.ts';
import { guideSections } from './guide-sections.ts';
import { noticeSections } from './notice-sections.ts';

export interface HandoutSection {
  readonly title: string;
  readonly numbered: boolean;
  readonly lines: readonly string[];
}

/** 常见问题: what is only told here has each question with its answer in one line. */
export interface HandoutAsked extends HandoutSection {
  readonly pairs: readonly { readonly question: string; readonly answer: string }[];
}

export interface HandoutText {
  /** 一次性告知单 or 办事指南. */
  readonly title: string;
  /** The services it is about. */
  readonly about: string;
  readonly sections: readonly HandoutSection[];
  /** Of a guide only. */
  readonly asked: HandoutAsked | null;
}

export function handoutText(scene: Scene): HandoutText {
  const { t } = scene;
  const { plan } = runningIn(scene);
  const guide = pageOf(runningIn(scene)).page.kind === 'guide';
  const sections = guide
    ? plan.services.flatMap((service) => guideSections(scene, service))
    : noticeSections(scene, plan.services, noticeIn(scene));
  return {
    title: t(guide ? 'guide.title' : 'notice.title'),
    about: planTitle(
      scene,
      plan.services.map(({ id }) => id),
    ),
    sections: sections.filter(({ lines }) => lines.length > 0),
    asked: guide ? askedAbout(scene, plan.services) : null,
  };
}

/** Everything, where no question stands out from its answer: on paper, in a code, and aloud. */
export function allSections({ sections, asked }: HandoutText): readonly HandoutSection[] {
  return asked === null ? sections : [...sections, asked];
}

function askedAbout({ t, say }: Scene, services: readonly Service[]): HandoutAsked | null {
  const pairs = services.flatMap(({ faq }) =>
    faq.map(({ question, answer }) => ({ question: say(question), answer: say(answer) })),
  );
  if (pairs.length === 0) return null;
  return { title: t('guide.faq'), numbered: true, lines: pairs.map((pair) => t('guide.asked', pair)), pairs };
}

function noticeIn(scene: Scene): Notice {
  const running = runningIn(scene);
  return noticeNow(running.plan.services, scene.content, running.rules, contextOf(running));
}
