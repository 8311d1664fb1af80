/** What an author is told about the YAML: everything at once, with file and line; and what nobody can smuggle in. */
import { beforeAll, describe, expect, test } from 'vitest';
import { CATALOG_FOLDER, readSources } from '#fixtures/hall/publish-catalog.ts';
import { readFewServices } from '#fixtures/release/few-services.ts';
import { compilerBeside } from '../testing/catalog.ts';
import { compileSource } from './compile-source.ts';
import { parseContent } from './content.ts';
import { MAX_YAML_CHARACTERS } from './read-yaml.ts';

let sources: ReadonlyMap<string, string>;
let compile: ReturnType<typeof compilerBeside>;
const SERVICE = 'services/senior-card.yaml';

beforeAll(async () => {
  sources = await readFewServices();
  compile = compilerBeside(sources);
});

/** Findings after `text` was put in place of `old` in one file. */
function findings(file: string, old: string, text: string) {
  const source = sources.get(file) ?? '';
  expect(source).toContain(old);
  const compiled = compile(new Map([...sources, [file, source.replace(old, text)]]));
  const line = source.slice(0, source.indexOf(old)).split('\n').length;
  return { line, list: compiled.ok ? [] : compiled.fault };
}

test('the whole catalogue compiles, and the kiosk takes what comes out', { timeout: 120_000 }, async () => {
  const whole = await readSources(CATALOG_FOLDER);
  const compiled = compileSource(whole);
  expect(compiled.ok ? [] : compiled.fault).toEqual([]);
  if (!compiled.ok) return;
  const settings = { sealingKey: { keyId: 'k', publicKey: 'AAAA' } };
  const parsed = parseContent(new Map([...compiled.value, ['settings.json', settings]]));
  const written = [...whole.keys()].filter((file) => file.startsWith('services/'));
  expect(written).toContain(SERVICE);
  expect(parsed.ok && [...parsed.value.services.keys()].map((id) => `services/${id}.yaml`).toSorted()).toEqual(
    written.toSorted(),
  );
  // 办事指南: what people ask about a service is answered, three questions at least.
  const unanswered = (parsed.ok ? [...parsed.value.services.values()] : []).filter(
    ({ offered, faq }) => offered && faq.length < 3,
  );
  expect(unanswered.map(({ id }) => id)).toEqual([]);
  // 代办: where both cards are spoken of, so is the applicant's word on paper.
  const halfTold = [...whole].filter(
    ([, text]) => /^agent: true/m.test(text) && /两个人的身份证(?!.*授权委托书)/.test(text),
  );
  expect(halfTold.map(([file]) => file)).toEqual([]);
});

test('a station that lists what it has no device for: every such service, with the line of its list', () => {
  const { line, list } = findings(
    'stations/micro-centre-1.yaml',
    'devices: [CardReader, Printer, Camera, A4Printer]',
    'devices: [Printer, Camera]',
  );
  expect(new Set(list.map(({ rule }) => rule))).toEqual(new Set(['station.lacks']));
  expect(list.map(({ said }) => said['zh-CN'].message)).toContain('这个站点办不了“senior-card”：没有读卡器。');
  expect(list.every((finding) => finding.line !== null && finding.line > line)).toBe(true);
});

describe('one mistake, its rule and its line', () => {
  test.each([
    [
      'text.missing',
      'offices.yaml',
      'name: { zh-CN: 望舒区民政局, en: Wangshu District Civil Affairs Office }',
      'name: { zh-CN: 望舒区民政局 }',
    ],
    ['text.gaps', SERVICE, '您现在{age}周岁，符合年龄条件。', '您符合年龄条件。'],
    ['shape.unknown', SERVICE, 'minutes: 5', 'minutes: 5\nfee: 3'],
    ['text.tooLong', 'offices.yaml', 'zh-CN: 望舒区民政局', `zh-CN: ${'很'.repeat(100_000)}`],
    ['text.tooLong', SERVICE, 'en: Senior Citizen Card }', `en: ${'Senior '.repeat(20)}Card }`],
    ['text.tooLong', 'texts/en.yaml', 'button.next: Next', `button.next: ${'Next '.repeat(20_000)}`],
    ['text.braces', 'offices.yaml', 'en: Wangshu District Civil Affairs Office', "en: 'Office of {district}'"],
    ['text.halfGap', SERVICE, '您现在{age}周岁，符合年龄条件。', '您现在{age}周岁，符合{年龄}条件。'],
    ['text.halfGap', 'texts/zh-CN.yaml', 'button.next: 下一步', "button.next: '下一步}'"],
    [
      'text.missing',
      'elements.yaml',
      'label: { zh-CN: 手机号码, en: Mobile phone number }',
      'label: { en: Mobile phone number }',
    ],
    ['shape.numberSmall', 'fees.yaml', 'amountFen: 500', 'amountFen: -1'],
    ['step.faultEdge', SERVICE, 'kind: identify', 'kind: identify\n    faults: { card.absent: skip }'],
    ['rule.gives', SERVICE, 'require: ageOn(card.birthDate, today) >= 60', 'require: ageOn(card.birthDate, today)'],
    ['rule.pattern', SERVICE, 'when: deliveryWay == "pickUp"', 'when: deliveryWay.matches("pick.*")'],
    ['rule.early', SERVICE, 'when: deliveryWay == "pickUp"', 'when: pickUpPlace == "qingbo"'],
    ['form.timeZone', 'stations/micro-centre-1.yaml', 'timeZone: Asia/Shanghai', 'timeZone: Wangshu/Moon'],
    ['form.time', 'stations/micro-centre-1.yaml', "to: '24:00'", "to: '24:30'"],
    ['form.optionTwice', 'elements.yaml', '    - value: qingbo', '    - value: yueqiao'],
    ['reference.missing', SERVICE, 'topic: older-people', 'topic: younger-people'],
    ['reference.missing', SERVICE, 'elements: [mobilePhone]', 'elements: [homePhone]'],
    [
      'reference.missing',
      'services/household-proof.yaml',
      'materials: [household-page]\n    faults',
      'materials: [birth-certificate]\n    faults',
    ],
    ['reference.missing', 'stations/micro-centre-1.yaml', '[senior-card,', '[junior-card,'],
    ['element.twice', SERVICE, 'elements: [deliveryWay]', 'elements: [deliveryWay, mobilePhone]'],
    ['file.name', SERVICE, 'id: senior-card', 'id: senior-pass'],
    ['shape.few', 'materials.yaml', 'anchors: [交款人, 患者姓名]', 'anchors: []'],
    ['form.wording', 'materials.yaml', 'anchors: [交款人, 患者姓名]', 'anchors: [款]'],
    ['shape.oneOf', 'materials.yaml', 'kind: uscc', 'kind: creditCode'],
    ['recipe.notRead', 'materials.yaml', 'kind: uscc', 'kind: uscc\n        answers: deliveryWay'],
    ['reference.missing', 'materials.yaml', 'kind: uscc', 'kind: uscc\n        answers: creditNumber'],
    ['recipe.capitals', 'materials.yaml', 'kind: uscc', 'kind: uscc\n        capitals: [大写]'],
    ['recipe.samePlace', 'materials.yaml', 'anchors: [交款人, 患者姓名]', 'anchors: [开票日期]'],
    ['yaml.alias', 'catalogue.yaml', 'district: {', 'district: &anchor {'],
    ['yaml.tag', 'catalogue.yaml', 'zh-CN: 望舒区', 'zh-CN: !!str 望舒区'],
    ['yaml.syntax', 'catalogue.yaml', 'district: {', 'district: {{'],
    ['yaml.syntax', 'elements.yaml', 'mobilePhone:\n', 'deliveryWay: {}\nmobilePhone:\n'],
  ])('%s in %s', (rule, file, old, text) => {
    const { line, list } = findings(file, old, text);
    const found = list.filter((finding) => finding.rule === rule && finding.file === file);
    expect(found.length, JSON.stringify(list)).toBeGreaterThan(0);
    // A value may begin one line below the key that was changed.
    if (!rule.startsWith('yaml.'))
      expect(found.map((finding) => Math.abs((finding.line ?? 0) - line) <= 1)).toContain(true);
  });

  test('a fault for which neither the hall nor the step names a way on', () => {
    const { list } = findings('defaults.yaml', '    card.lifted: retry\n', '');
    expect(list).toMatchObject([
      {
        rule: 'step.faultEdge',
        said: {
          en: {
            message: expect.stringContaining('card.lifted (“The card was lifted too early”)'),
            suggestion: 'Write one of: retry, leave-safely.',
          },
          'zh-CN': {
            message: '发生“身份证拿起得太早”（card.lifted）时怎么办，没有写，或者写得不对。',
            suggestion: '写上其中一个：retry（再试一次）、leave-safely（先结束，不丢已交的）。',
          },
        },
      },
    ]);
  });

  test('a page before the card is read that depends on the card', () => {
    const page = `when: card.address != "", paragraphs: [{ zh-CN: 一, en: one }], points: []`;
    const { list } = findings(
      SERVICE,
      '  - id: identity\n',
      `  - { id: extra, kind: info, ${page} }\n  - id: identity\n`,
    );
    expect(list).toMatchObject([{ rule: 'rule.early', file: SERVICE }]);
    expect(list[0]?.said.en.message).toContain('"card"');
  });

  test('two services whose questions wait for each other: no cart could hold both', () => {
    const file = 'services/newborn-insurance.yaml';
    const changed = new Map(sources).set(
      file,
      (sources.get(file) ?? '').replace(
        '    elements: [insuranceStart]\n',
        '    elements: [insuranceStart, otherParentPhone]\n' +
          '  - id: late\n    kind: ask\n    when: otherParentPhone != ""\n    elements: [householdParent]\n',
      ),
    );
    const compiled = compile(changed);
    const rules = compiled.ok ? [] : compiled.fault.map((finding) => finding.rule);
    expect([...new Set(rules)]).toEqual(['cart.circle']);
  });

  test('a lookup that fills in what it is sent: neither could come first', () => {
    const changed = new Map(sources);
    const change = (file: string, from: string, to: string) =>
      changed.set(file, (changed.get(file) ?? '').replace(from, to));
    change(
      'sources.yaml',
      'companyRegister:\n',
      `whoseNumber:
  connector: market
  label: { zh-CN: 号码登记, en: Register of numbers }
  nothing: { zh-CN: 没有查到。, en: Nothing was found. }
  sends: [mobilePhone]
  fields: [{ name: number, type: text, label: { zh-CN: 号码, en: Number }, privacy: personal }]

companyRegister:\n`,
    );
    change('elements.yaml', '  sources: [typed]', '  sources: [{ lookup: whoseNumber, field: number }, typed]');
    change(
      SERVICE,
      '  - id: delivery\n',
      '  - { id: number, kind: lookup, source: whoseNumber }\n\n  - id: delivery\n',
    );
    const compiled = compile(changed);
    const found = compiled.ok ? [] : compiled.fault;
    expect([...new Set(found.map(({ rule }) => rule))]).toEqual(['cart.circle']);
    const told = found.filter(({ file }) => file === SERVICE).map(({ said }) => said.en.message);
    expect(told).toEqual([
      '"mobilePhone" waits for something that waits for it. In the circle: whoseNumber, mobilePhone.',
      '"whoseNumber" waits for something that waits for it. In the circle: whoseNumber, mobilePhone.',
    ]);
  });

  test('an option that depends on a question asked later', () => {
    const { list } = findings('elements.yaml', 'when: card.address != ""', 'when: pickUpPlace == "qingbo"');
    expect(new Set(list.map(({ rule }) => rule))).toEqual(new Set(['rule.early']));
    expect(list.map(({ file }) => file)).toContain(SERVICE);
  });

  test.each(['agent-paper', 'hand-out-notice', 'hand-out-guide'])(
    'a step called “%s”, as only a kiosk’s own is',
    (id) => {
      const { list } = findings(SERVICE, '  - id: delivery\n', `  - id: ${id}\n`);
      expect(list.map(({ rule }) => rule)).toEqual(['step.reserved']);
    },
  );

  test('two rules of one name', () => {
    const source = sources.get(SERVICE) ?? '';
    const rule = source.slice(source.indexOf('      - id: age\n'), source.indexOf('  - id: contact\n'));
    const { list } = findings(SERVICE, rule, rule.trimEnd() + '\n' + rule);
    expect(list.map((finding) => finding.rule)).toEqual(['rule.twice']);
  });

  test.each(['today', 'card', 'type', 'for', 'in', 'true', 'constructor', 'toString'])(
    'a question called "%s", which means something else in rules',
    (word) => {
      const { list } = findings('elements.yaml', 'pickUpPlace:\n', `${word}:\n`);
      expect(
        list.filter(({ file, rule }) => file === 'elements.yaml' && ['sense.taken', 'form.camel'].includes(rule)),
      ).toHaveLength(1);
    },
  );

  test('a missing text names its key', () => {
    const { list } = findings('texts/en.yaml', 'button.next: Next\n', '');
    expect(list).toMatchObject([{ rule: 'text.noKey', file: 'texts/en.yaml', severity: 'error' }]);
    expect(list[0]?.said.en.message).toContain('button.next');
  });

  test('a service that never submits', () => {
    const { list } = findings(SERVICE, '  - id: submission\n    kind: submit\n', '');
    expect(list.map((finding) => finding.rule)).toContain('step.count');
  });

  test.each([
    ['with the other person’s card alone', '    who: partner\n'],
    ['with the other person before the applicant', '    who: partner\n  - { id: second, kind: identify }\n'],
    ['with the applicant twice', '  - { id: second, kind: identify }\n'],
  ])('a service %s', (_, steps) => {
    const { list } = findings(
      SERVICE,
      '  - id: identity\n    kind: identify\n',
      `  - id: identity\n    kind: identify\n${steps}`,
    );
    expect(list.map((finding) => finding.rule)).toContain('step.count');
  });

  test('a service that only looks something up has nothing to review', () => {
    const { list } = findings(
      'services/progress.yaml',
      '    source: progress\n',
      '    source: progress\n  - { id: overview, kind: review }\n',
    );
    expect(list.map((finding) => finding.rule)).toEqual(['step.needless']);
  });

  test('a question after the review', () => {
    const { list } = findings(
      SERVICE,
      '  - id: submission\n',
      '  - { id: late, kind: info, paragraphs: [], points: [] }\n  - id: submission\n',
    );
    expect(list.length).toBeGreaterThan(0);
  });
});

describe('names that mean something to JavaScript, or look like numbers, are findings like any other', () => {
  test.each(['__proto__', 'constructor', 'hasOwnProperty', '1', '007', '1e3', 'true', 'null', '""', '[a]', '? x\n'])(
    '%s',
    (name) => {
      for (const [file, text] of [
        [SERVICE, `${name}: { polluted: true }\n`],
        ['elements.yaml', `${name}: { polluted: true }\n`],
        ['materials.yaml', `${name}: { polluted: true }\n`],
        ['texts/en.yaml', `${name}: polluted\n`],
      ] as const) {
        const compiled = compile(new Map(sources).set(file, (sources.get(file) ?? '') + text));
        expect([file, compiled.ok]).toEqual([file, false]);
        expect({}).not.toHaveProperty('polluted');
      }
    },
  );

  test('files of such names too', () => {
    for (const file of [
      'services/__proto__.yaml',
      'services/constructor.yaml',
      'texts/__proto__.yaml',
      '__proto__.yaml',
    ])
      expect([file, compile(new Map(sources).set(file, 'id: x\n')).ok]).toEqual([file, false]);
  });
});

test('mistakes in several files are told in one go', () => {
  const changed = new Map(sources);
  changed.set('catalogue.yaml', 'district: 3');
  changed.set('texts/en.yaml', '{}');
  changed.delete('texts/zh-CN.yaml');
  changed.set('notes.txt', 'hello');
  const compiled = compile(changed);
  const files = new Set(compiled.ok ? [] : compiled.fault.map((finding) => finding.file));
  expect([...files].toSorted()).toEqual(['catalogue.yaml', 'notes.txt', 'texts/en.yaml', 'texts/zh-CN.yaml']);
});

test('a name written twice is told as that, whatever stands on its line', () => {
  const compiled = compile(new Map(sources).set('fees.yaml', 'a: 1\na: before closing time\n'));
  const told = (compiled.ok ? [] : compiled.fault).filter(({ rule }) => rule === 'yaml.syntax');
  expect(told.map(({ line, said }) => [line, said.en.message])).toEqual([
    [2, 'This line can’t be read: the same name is written twice.'],
  ]);
});

describe('what could bring a publisher down is refused', () => {
  test.each([
    ['a billion laughs', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]', 'yaml.alias'],
    ['a very large file', `a: "${'x'.repeat(MAX_YAML_CHARACTERS)}"`, 'yaml.tooLarge'],
    ['brackets without end', '['.repeat(50_000), 'yaml.tooDeep'],
    ['indentation without end', Array.from({ length: 400 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'), 'yaml.tooDeep'],
    ['a number that is none', 'a: .nan', 'yaml.value'],
    ['two documents', 'a: 1\n---\nb: 2', 'yaml.syntax'],
  ])('%s', (_name, text, rule) => {
    const compiled = compile(new Map([...sources, ['materials.yaml', text]]));
    expect(compiled.ok ? [] : compiled.fault.map((finding) => finding.rule)).toContain(rule);
  });
});

test('a signed release with something wrong in it is refused by the kiosk too', () => {
  const compiled = compileSource(sources);
  if (!compiled.ok) throw new Error('the catalogue does not compile');
  const files = new Map(compiled.value);
  files.delete('texts/en.json');
  files.set('services/other.json', { id: 'other' });
  const parsed = parseContent(files);
  const told = new Set(parsed.ok ? [] : parsed.fault.map(({ file, line }) => `${file}:${line}`));
  expect([...told].toSorted()).toEqual(['services/other.json:null', 'texts/en.json:null']);
});
