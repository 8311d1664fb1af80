/** Samples of the catalogue: its first page by topic and by life event, and one shelf. */
import { inCart } from './choosing.ts';
import { leave, provenCard, seniorCard } from './hall.ts';
import type { Sample, SampleScreen, Say } from './sample.ts';

type Body = Extract<SampleScreen['body'], { kind: 'catalogue' }>;
type By = 'topic' | 'lifeEvent' | 'office' | 'package';

function firstPage(say: Say, by: By, shelves: readonly (readonly [id: string, zh: string, en: string])[]): Body {
  const way = (each: By, zh: string, en: string): Body['ways']['buttons'][number] => ({
    button: { label: say(zh, en), intent: { kind: 'openShelf', by: each, id: null } },
    chosen: each === by,
  });
  return {
    kind: 'catalogue',
    lead: say('这里有44项服务。先选一类，再选要办的事。', 'Services here: 44. Choose a group first, then the service.'),
    search: { label: say('查找要办的事', 'Find what you need'), intent: { kind: 'openSearch' } },
    popular: { title: say('别人常办的', 'Often chosen'), cards: [seniorCard(say), provenCard(say)] },
    ways: {
      title: say('全部服务', 'All services'),
      buttons: [
        way('topic', '按事情分', 'By topic'),
        way('lifeEvent', '按人生大事分', 'By life event'),
        way('office', '按部门分', 'By office'),
        way('package', '几件事一起办', 'Several at once'),
      ],
    },
    tiles: shelves.map(([id, zh, en], index) => ({
      label: say(zh, en),
      note: say(`${index + 2}项`, `Services: ${index + 2}`),
      intent: { kind: 'openShelf', by, id },
    })),
  };
}

const TOPICS = [
  ['older-people', '老年人服务', 'Older people'],
  ['newborns', '孩子出生', 'A child is born'],
  ['household', '户口', 'Household'],
  ['work-and-insurance', '就业和社保', 'Work and insurance'],
  ['housing', '住房和公积金', 'Housing'],
  ['business', '企业和个体户', 'Businesses'],
] as const;

const LIFE_EVENTS = [
  ['having-a-child', '孩子出生', 'Having a child'],
  ['retiring', '退休', 'Retiring'],
  ['growing-old', '上了年纪', 'Growing old'],
] as const;

export const browsingSamples: Readonly<Record<string, Sample>> = {
  catalogue: (say) => ({
    title: say('您想办什么事？', 'What would you like to do?'),
    leave: leave(say),
    cart: inCart(say, 0),
    body: firstPage(say, 'topic', TOPICS),
  }),
  'catalogue-more': (say) => ({
    title: say('您想办什么事？', 'What would you like to do?'),
    leave: leave(say),
    cart: inCart(say, 2),
    notice: {
      tone: 'attention',
      text: say(
        '打印机缺纸，今晚只能在屏幕上出示编号。',
        'The printer is out of paper: tonight, case numbers are shown on the screen only.',
      ),
    },
    body: firstPage(say, 'lifeEvent', LIFE_EVENTS),
  }),
  shelf: (say) => ({
    title: say('老年人服务', 'Older people'),
    back: { label: say('上一步', 'Back'), intent: { kind: 'back' } },
    leave: leave(say),
    cart: inCart(say, 1),
    body: {
      kind: 'shelf',
      lead: say('这一类有2项，请选一项。', 'Services in this group: 2. Please choose one.'),
      open: say('查看', 'Open'),
      packages: [
        {
          title: say('退休一件事', 'Retiring'),
          summary: say('领养老金、接上医保、取公积金一起办。', 'Pension, health insurance and housing fund together.'),
          open: { label: say('查看', 'Open'), intent: { kind: 'openPackage', package: 'retirement-package' } },
        },
      ],
      cards: [seniorCard(say), provenCard(say)],
    },
  }),
};
