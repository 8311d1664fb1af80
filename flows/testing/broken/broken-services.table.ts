/** For each finding about steps, offers, papers, rules and ways a catalogue that has it. */
import type { OFFER_FINDINGS } from '../../findings/offers.table.ts';
import type { PAPER_FINDINGS } from '../../findings/papers.table.ts';
import type { RULE_FINDINGS } from '../../findings/rules.table.ts';
import type { STEP_FINDINGS } from '../../findings/steps.table.ts';
import type { WAY_FINDINGS } from '../../findings/ways.table.ts';
import { yesNoQuestions } from '../yes-no-questions.ts';
import { type Broken, put, putInAll, several } from './change-sources.ts';

const SERVICE = 'services/senior-card.yaml';
const STATION = 'stations/micro-centre-1.yaml';
const INSURANCE = 'services/newborn-insurance.yaml';
const WHEN = 'when: deliveryWay == "pickUp"';
const REQUIRE = 'require: ageOn(card.birthDate, today) >= 60';

/** In the place of a condition of the service. */
const when = (rule: string, told: string): Broken => [put(SERVICE, WHEN, `when: '${rule}'`), told];

export const BROKEN_STEPS: Readonly<Record<keyof typeof STEP_FINDINGS, Broken>> = {
  'step.twice': [put(SERVICE, 'id: delivery\n', 'id: contact\n'), '有两个步骤都叫“contact”。'],
  'step.reserved': [put(SERVICE, 'id: about', 'id: done'), '“done”这个名称留给自助机自己用。'],
  'step.order': [
    put(
      SERVICE,
      '  - id: submission',
      '  - { id: late, kind: info, paragraphs: [{ zh-CN: 好, en: Good }], points: [] }\n  - id: submission',
    ),
    '步骤“info（说明）”不能放在这里。',
  ],
  'step.conditional': [
    put(SERVICE, 'kind: submit', 'kind: submit\n    when: deliveryWay == "pickUp"'),
    '步骤“submission”每次都要做，不能附带条件。',
  ],
  'step.needless': [
    put('services/progress.yaml', 'source: progress\n', 'source: progress\n  - { id: overview, kind: review }\n'),
    '用不着步骤“review（核对填写）”。',
  ],
  'step.count': [
    put(SERVICE, '  - id: submission\n    kind: submit\n', ''),
    '步骤“submit（提交）”要正好有一个，现在有 0 个。',
  ],
  'rule.twice': [
    (sources) => {
      const text = sources.get(SERVICE) ?? '';
      const rule = text.slice(text.indexOf('      - id: age\n'), text.indexOf('  - id: contact\n')).trimEnd();
      return put(SERVICE, rule, `${rule}\n${rule}`)(sources);
    },
    '同一步里有两个条件都叫“age”。',
  ],
  'element.twice': [
    put(SERVICE, 'elements: [deliveryWay]', 'elements: [deliveryWay, mobilePhone]'),
    '问题“mobilePhone”问了两次。',
  ],
  'lookup.early': [
    several(
      put('sources.yaml', 'sends: [ownCompany]', 'sends: [mobilePhone]'),
      put(
        SERVICE,
        '  - id: contact\n',
        '  - { id: register, kind: lookup, source: companyRegister }\n  - id: contact\n',
      ),
    ),
    '查询“companyRegister”要用到“mobilePhone”的回答，查询时可能还没有问到。',
  ],
  'agent.questions': [
    put('elements.yaml', /^agentRelation:/m, 'agentRelationship:'),
    '没有向代办人询问“agentRelation”',
  ],
};

export const BROKEN_OFFERS: Readonly<Record<keyof typeof OFFER_FINDINGS, Broken>> = {
  'reference.missing': [
    put(SERVICE, 'elements: [mobilePhone]', 'elements: [mobilPhone]'),
    '没有叫“mobilPhone”的问题。',
  ],
  'service.nowhere': [putInAll(/^stations\//, /\bsenior-card, ?/, ''), '没有一个站点能办这项服务。'],
  'code.twice': [put(SERVICE, /basic: '\d+'/, "basic: '992011002000'"), '已经用了这个编码。'],
  'step.notBuilt': [
    put(SERVICE, '  - id: satisfaction', '  - { id: number, kind: ticket }\n  - id: satisfaction'),
    '现在还没有自助机能做步骤“ticket（取号）”。',
  ],
  'region.missing': [
    put(SERVICE, 'offered: true', 'decidedIn: deliveryWay\noffered: true'),
    '选项“pickUp”不是已知的地区。',
  ],
  'popular.notOffered': [
    put(SERVICE, 'offered: true', 'offered: false\nreason: { zh-CN: 以后再办。, en: Later. }'),
    '常办服务里的“senior-card”现在不办。',
  ],
  'package.twice': [
    put('packages/birth-package.yaml', 'services: [', 'services: [birth-registration, '),
    '这个套餐里“birth-registration”出现了两次。',
  ],
  'package.nowhere': [
    put('packages/birth-package.yaml', /services: \[.*\]/, 'services: [birth-registration, birth-registration]'),
    '没有一个站点能办这个套餐里的两项服务。',
  ],
  'station.lacks': [put(STATION, 'devices: [CardReader, ', 'devices: ['), '这个站点办不了“senior-card”：没有读卡器。'],
  'cart.circle': [
    put(
      INSURANCE,
      '    elements: [insuranceStart]\n',
      '    elements: [insuranceStart, otherParentPhone]\n' +
        '  - id: late\n    kind: ask\n    when: otherParentPhone != ""\n    elements: [householdParent]\n',
    ),
    '互相等着的有：',
  ],
};

export const BROKEN_PAPERS: Readonly<Record<keyof typeof PAPER_FINDINGS, Broken>> = {
  'recipe.noPicture': [
    put(
      'materials.yaml',
      '  capture: { way: camera, pages: { min: 1, max: 1 } }\n  deferrableWorkdays: null\n  recipe',
      '  deferrableWorkdays: null\n  recipe',
    ),
    '但没有写怎么拍。',
  ],
  'recipe.capitals': [
    put('materials.yaml', 'kind: uscc', 'kind: uscc\n        capitals: [大写]'),
    '“creditCode”不是金额',
  ],
  'recipe.samePlace': [put('materials.yaml', 'anchors: [登记日期]', 'anchors: [出生日期]'), '会读到纸上的同一个地方'],
  'recipe.kind': [
    put('materials.yaml', 'kind: uscc', 'kind: uscc\n        answers: mobilePhone'),
    '填不进问题“mobilePhone”',
  ],
  'recipe.notRead': [put('materials.yaml', 'kind: uscc', 'kind: uscc\n        answers: deliveryWay'), '不能从纸上读'],
  'source.noPaper': [
    put('elements.yaml', /(mobilePhone:[\s\S]*?sources: \[)typed/, '$1scan, typed'),
    '但没有一份材料读它',
  ],
  'source.notDrawn': [
    put('elements.yaml', /(mobilePhone:[\s\S]*?sources: \[)typed/, '$1drawn'),
    '“mobilePhone”不是用手指写的',
  ],
  'source.notTyped': [
    put('elements.yaml', /(applicantSignature:[\s\S]*?sources: \[)drawn/, '$1typed'),
    '要用手指写，打不进去',
  ],
  'step.deadEdge': [
    put('materials.yaml', /(household-page:[\s\S]*?deferrableWorkdays: )\d+/, '$1null'),
    '说可以以后补交“household-page”，但这份材料必须当场交。',
  ],
  'step.faultEdge': [
    put(SERVICE, 'kind: identify', 'kind: identify\n    faults: { card.absent: skip }'),
    '发生“没有检测到身份证”（card.absent）时怎么办',
  ],
};

/** `rule.tooLong` comes as `shape.textLong` here: no file may hold so long a rule. */
export const BROKEN_RULES: Readonly<Record<Exclude<keyof typeof RULE_FINDINGS, 'rule.tooLong'>, Broken>> = {
  'rule.tooDeep': when(`${'('.repeat(60)}true${')'.repeat(60)}`, '括号一层套一层太深'),
  'rule.halfCharacter': [put(SERVICE, WHEN, String.raw`when: "deliveryWay == '\ud800'"`), '有半个字符'],
  'rule.comment': when('deliveryWay == "pickUp" // so', '条件里不能有“//”。'),
  'rule.unreadable': when('deliveryWay ==', '写到末尾还不完整'),
  'rule.value': when('deliveryWay == 1.5', '条件里只能写文字、整数'),
  'rule.unknownName': when('delivreyWay == "pickUp"', '没有叫“delivreyWay”的内容。'),
  'rule.unknownFunction': when('ageOf(card.birthDate, today) > 60', '没有“ageOf(…)”这种算法。'),
  'rule.unknownField': when('card.birthDat == ""', '里面没有“birthDat”。'),
  'rule.pattern': when('deliveryWay.matches("pick.*")', '条件里不能用 matches。'),
  'rule.nameTaken': when('[1].exists(today, true)', '“today”已经是别的内容的名称。'),
  'rule.nested': when('[1].all(x, [1].exists(y, y == x))', '写在另一个逐行查看的条件里面'),
  'rule.minus': when('-deliveryWay == ""', '“-”后面不是数字。'),
  'rule.notHere': when('{"a": 1}["a"] == 1', '条件里不能用“{ }”。'),
  'rule.mixed': when('deliveryWay == 3', '不能放在一起算：文字 == 整数。'),
  'rule.call': when('ageOn(card.birthDate) > 60', '“ageOn”不能用在这里：给它的是文字。'),
  'rule.compare': when('[1] == [2]', '“==”不能比较一列整数。'),
  'rule.gives': when('ageOn(card.birthDate, today)', '这里要得出“是或否”，写的却得出整数。'),
  'rule.other': when('true ? true : 1', '自助机算不了'),
  'rule.early': when('pickUpPlace == "qingbo"', '问到这里时，“pickUpPlace”可能还不知道。'),
};

const QUESTIONS = Array.from({ length: 14 }, (_, index) => `extra${index}`);

/** `rule.engines` no catalogue has, for as long as both engines are right: `check-engines.test.ts` has a wrong one. */
export const BROKEN_WAYS: Readonly<Record<Exclude<keyof typeof WAY_FINDINGS, 'rule.engines'>, Broken>> = {
  'ways.tooMany': [
    several(
      put('elements.yaml', /$/, yesNoQuestions(QUESTIONS)),
      put(SERVICE, WHEN, `when: deliveryWay == "pickUp" && (${QUESTIONS.join(' || ')})`),
      put(
        SERVICE,
        '  - id: pick-up\n',
        `  - id: extras\n    kind: ask\n    elements: [${QUESTIONS.join(', ')}]\n  - id: pick-up\n`,
      ),
    ),
    '这项服务的走法太多',
  ],
  'ways.unreachable': [
    put(SERVICE, REQUIRE, `${REQUIRE} && ageOn(card.birthDate, today) < 60`),
    '没有一个市民会走到步骤“contact”。',
  ],
  'ways.neverHolds': when('deliveryWay == "pigeon"', '条件 deliveryWay == "pigeon" 永远不成立。'),
  'ways.alwaysTaken': when('deliveryWay != "pigeon"', '步骤“pick-up”的条件 deliveryWay != "pigeon" 永远成立'),
  'ways.alwaysMet': [put(SERVICE, REQUIRE, 'require: card.name != ""'), '核对“age”谁都能通过'],
  'ways.alwaysPaid': [
    put(SERVICE, 'audience: person', 'audience: person\nfees: [{ fee: seal-set, when: deliveryWay != "pigeon" }]'),
    '人人都要交',
  ],
  'ways.fault': [
    put(SERVICE, REQUIRE, 'require: 100 / (ageOn(card.birthDate, today) - 60) >= 0'),
    '条件算不出来。例如：',
  ],
  'ways.noEnd': [
    several(
      put('elements.yaml', '    - value: pickUp\n', '    - value: pickUp\n      when: card.address == "nowhere"\n'),
      put('elements.yaml', 'when: card.address != ""', 'when: card.address == "nowhere"'),
    ),
    '有一个地方进得去、出不来。例如：',
  ],
};
