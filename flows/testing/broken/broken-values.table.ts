/** For each finding about files, values and texts a catalogue that has it. */
import type { FILE_FINDINGS } from '../../findings/files.table.ts';
import type { FORM_FINDINGS } from '../../findings/forms.table.ts';
import type { SENSE_FINDINGS } from '../../findings/sense.table.ts';
import type { SHAPE_FINDINGS } from '../../findings/shapes.table.ts';
import type { TEXT_FINDINGS } from '../../findings/texts.table.ts';
import { type Broken, put, without, write } from './change-sources.ts';

const SERVICE = 'services/senior-card.yaml';
const STATION = 'stations/micro-centre-1.yaml';
const TITLE = 'zh-CN: 老年人优待证, en: Senior Citizen Card }';

export const BROKEN_FILES: Readonly<Record<keyof typeof FILE_FINDINGS, Broken>> = {
  'file.missing': [without(/^fees\.yaml$/), '缺少文件 fees.yaml。'],
  'file.noStation': [without(/^stations\//), '一个站点也没有。'],
  'file.unknown': [write('services/notes.txt', 'hello'), '这里用不着文件 services/notes.txt'],
  'file.name': [put(SERVICE, 'id: senior-card', 'id: senior-pass'), '名称（id）“senior-pass”和文件名不一样'],
  'yaml.syntax': [put(SERVICE, 'minutes: 5', 'minutes: "5'), '这一行读不懂：引号没有配对。'],
  'yaml.alias': [put('catalogue.yaml', 'district: {', 'district: &d {'), '用了“&”这种引用别处的写法'],
  'yaml.tag': [put('catalogue.yaml', 'zh-CN: 望舒区', 'zh-CN: !!str 望舒区'), '以“!”开头'],
  'yaml.tooLarge': [write('materials.yaml', ' '.repeat(200_001)), '文件太大：超过 200000 个字符。'],
  'yaml.tooDeep': [write('materials.yaml', '['.repeat(50)), '套得太深'],
  'yaml.value': [write('materials.yaml', 'a: .nan'), '既不是文字也不是普通数字'],
  'yaml.reserved': [write('materials.yaml', '__proto__: {}'), '什么都不能叫“__proto__”。'],
};

export const BROKEN_SHAPES: Readonly<Record<Exclude<keyof typeof SHAPE_FINDINGS, 'shape.other'>, Broken>> = {
  'shape.missing': [put(SERVICE, 'minutes: 5\n', ''), '缺少“minutes”。'],
  'shape.empty': [put(SERVICE, 'minutes: 5', 'minutes:'), '“minutes”后面什么也没有写。'],
  'shape.type': [put(SERVICE, 'minutes: 5', 'minutes: five'), '“minutes”这里要写数字，现在写的是“five”。'],
  'shape.oneOf': [put(SERVICE, 'kind: identify', 'kind: identfy'), '“kind”不能写“identfy”。'],
  'shape.unknown': [put(SERVICE, 'minutes: 5', 'minutes: 5\nfee: 3'), '这里没有叫“fee”的内容。'],
  'shape.textLong': [put(STATION, /phone: \S+/, `phone: ${'0'.repeat(31)}x`), '“phone”太长：最多 30 个字符。'],
  'shape.textShort': [put(STATION, /phone: \S+/, 'phone: x1'), '“phone”太短：至少 3 个字符。'],
  'shape.few': [put(SERVICE, 'elements: [mobilePhone]', 'elements: []'), '“elements”里至少要有 1 项。'],
  'shape.many': [
    put('catalogue.yaml', /popular: .*/, `popular: [${Array.from({ length: 21 }, () => 'senior-card').join(', ')}]`),
    '“popular”里最多 20 项。',
  ],
  'shape.numberSmall': [put('fees.yaml', /amountFen: \d+/, 'amountFen: -1'), '“amountFen”太小：至少是 1。'],
  'shape.numberLarge': [put(STATION, /latitude: [\d.]+/, 'latitude: 120'), '“latitude”太大：最多是 90。'],
};

export const BROKEN_FORMS: Readonly<Record<keyof typeof FORM_FINDINGS, Broken>> = {
  'form.name': [put(SERVICE, 'id: about', 'id: About You'), '“id”写成了“About You”'],
  'form.camel': [put('elements.yaml', 'pickUpPlace:\n', 'pick-up-place:\n'), '“pick-up-place”写成了“pick-up-place”'],
  'form.short': [put('elements.yaml', '- value: qingbo', '- value: 清波'), '“value”写成了“清波”'],
  'form.basicCode': [put(SERVICE, /basic: '\d+'/, "basic: '123'"), '基本编码“basic”写成了“123”'],
  'form.implementingCode': [put(SERVICE, /implementing: \w+/, 'implementing: A12'), '写成了“A12”，应当是 31 位'],
  'form.time': [put(STATION, "to: '24:00'", "to: '24:30'"), '“to”写成了“24:30”，不是一天里的时间。'],
  'form.day': [put('working-days.yaml', "from: '2026-01-01'", "from: '2026-02-30'"), '日历上没有这一天'],
  'form.letters': [put('elements.yaml', 'letters: ABCDEFG', 'letters: abcdefg'), '只能写大写英文字母'],
  'form.lettersTwice': [put('elements.yaml', 'letters: ABCDEFG', 'letters: AACDEFG'), '有的字母出现了两次'],
  'form.timeZone': [put(STATION, 'Asia/Shanghai', 'Wangshu/Moon'), '“timeZone”写成了“Wangshu/Moon”，没有这个时区。'],
  'form.optionTwice': [put('elements.yaml', '- value: qingbo', '- value: yueqiao'), '两个选项的“value”都是“yueqiao”'],
  'form.fieldTaken': [
    put('sources.yaml', '- name: employer', '- name: found'),
    '“name”写成了“found”，这个名称另有意思。',
  ],
  'form.fieldUnit': [put('sources.yaml', /      unit: \{ zh-CN: 个月.*\n/, ''), '“monthsPaid”是数字，没有写单位。'],
  'form.fieldTwice': [put('sources.yaml', '- name: employer', '- name: insuredNow'), '两项的“name”都是“insuredNow”'],
  'form.wording': [put('materials.yaml', 'anchors: [姓名]', 'anchors: [款]'), '写成了“款”，只有一个字'],
};

export const BROKEN_SENSE: Readonly<Record<keyof typeof SENSE_FINDINGS, Broken>> = {
  'sense.taken': [put('elements.yaml', 'pickUpPlace:\n', 'today:\n'), '“today”在条件里另有意思'],
  'sense.promised': [put(SERVICE, 'statutory: 20', 'statutory: 2'), '承诺的天数（promised）比法定的天数'],
  'sense.reason': [put(SERVICE, 'offered: true', 'offered: false'), '不办的服务（offered: false）要写原因'],
  'sense.fewToMany': [put('materials.yaml', 'min: 1, max: 2', 'min: 3, max: 2'), '最少的比最多的还大'],
  'sense.place': [
    put('materials.yaml', 'anchors: [姓名]', 'anchors: [姓名]\n        place: { nth: 3, of: 2 }'),
    '第几处（nth）比一共几处（of）还大',
  ],
  'sense.fields': [
    put(
      'materials.yaml',
      /recipe:\n {4}fields:\n[\s\S]*? {4}alsoPrinted:/,
      'recipe:\n    fields: {}\n    alsoPrinted:',
    ),
    '一项也没有写',
  ],
  'sense.key': [put('sources.yaml', 'key: year', 'key: yeer'), '“key”写的不是 fields 里的任何一项。'],
  'sense.hours': [put('working-days.yaml', "to: '17:00'", "to: '08:00'"), '“officeHours”：结束的时间不在开始之后。'],
  'sense.holiday': [put('working-days.yaml', "to: '2026-01-03'", "to: '2025-01-03'"), '最后一天要在第一天之后'],
};

export const BROKEN_TEXTS: Readonly<Record<keyof typeof TEXT_FINDINGS, Broken>> = {
  'text.missing': [put(SERVICE, TITLE, 'zh-CN: 老年人优待证 }'), '“title”没有英文文字。'],
  'text.noKey': [put('texts/en.yaml', /button\.next: .*\n/, ''), '“button.next”没有文字。'],
  'text.tooLong': [
    put(SERVICE, TITLE, `zh-CN: ${'优待证'.repeat(50)}, en: Card }`),
    '这段文字有 150 个字，这里最多放 120 个。',
  ],
  'text.tooWide': [put('elements.yaml', /zh-CN: 手机号码/, `zh-CN: ${'手机'.repeat(40)}`), '用大字显示时，这个标题要'],
  'text.braces': [put('offices.yaml', /en: Wangshu .*? \}/, "en: 'Office of {district}' }"), '这段文字里有花括号'],
  'text.halfGap': [
    put(SERVICE, '您现在{age}周岁，符合', '您现在{age}周岁，符合{年龄}'),
    '花括号不成对，或者里面不是英文名称',
  ],
  'text.gaps': [put(SERVICE, '您现在{age}周岁，符合', '您符合'), '要填的是：一个也没有；values 里写的是：age。'],
  'text.frameGaps': [put('texts/zh-CN.yaml', 'button.next: 下一步', "button.next: '{x}'"), '要填的应当正好是：'],
  'text.hidden': [put(SERVICE, TITLE, TITLE.replace('老年人', '老年\u200b人')), '有一个看不见的字符（U+200B）。'],
  'text.spoken': [put(SERVICE, TITLE, TITLE.replace('老年人', '☎')), '朗读时读不出“☎”。'],
  'text.address': [put(SERVICE, TITLE, TITLE.replace('老年人', '见 www.wangshu.invalid')), '网址没法念给人听。'],
};
