/** A proof as a page of A4: whom it is about, what it says, what was looked up, and the code by which anybody can check it. */
import type { StepId } from '#contract/ids.ts';
import { PaperDocument, type PaperDraft } from '#contract/paper.ts';
import { type VerifyCode, writtenCode } from '#contract/verify-code.ts';
import { stepOf } from '../../compile/plan.ts';
import { dayInWords } from '../../language/day-in-words.ts';
import { contextOf } from '../visit.ts';
import { phonesOf } from './ask-later.ts';
import { dayAtStation, timeAtStation } from './days.ts';
import { runningIn, type Scene } from './scene.ts';
import { factsFound } from './source-facts.ts';
import { valuesInWords } from './values-in-words.ts';

interface Issued {
  readonly code: VerifyCode;
  /** Wall time in ms. */
  readonly madeAt: number;
}

/** The same scene, code and time give the same paper. */
export function proofPaper(scene: Scene, id: StepId, { code, madeAt }: Issued): PaperDocument {
  const { t, say, content, station, language } = scene;
  const running = runningIn(scene);
  const context = contextOf(running);
  const step = stepOf(running.plan, id, 'print');
  const source = content.sources[step.source];
  const found = context.data[step.source]?.found ?? null;
  const values = (expressions: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(expressions).map(([name, expression]) => {
        const text = running.rules.text(expression, context);
        return [name, text.ok ? text.value : ''];
      }),
    );
  const { card } = context;
  // The whole number, as offices print it on a proof: whoever is shown it compares it with the ID card, and of people of one name only the
  // number tells who is meant. It stands here once, and no sentence repeats it: the paper is the citizen's own, and who sees it is their choice.
  const person =
    card === null
      ? []
      : [
          { label: t('person.name'), value: card.name },
          { label: t('person.idNumber'), value: card.idNumber },
        ];
  const facts = source === undefined || found === null ? [] : factsFound(scene, source.fields, found.fields);
  const rows = source?.rows;
  const columns = Object.entries(rows?.fields ?? {}).filter(([, { hidden }]) => !hidden);
  const table: PaperDraft['blocks'] =
    rows === undefined || found === null || found.rows.length === 0
      ? []
      : [
          { kind: 'heading', text: say(rows.label) },
          {
            kind: 'table',
            header: columns.slice(0, 6).map(([, { label }]) => say(label)),
            rows: found.rows.map((row) =>
              columns.slice(0, 6).map(([name, field]) => factsFound(scene, { [name]: field }, row)[0]?.value ?? ''),
            ),
            right: columns
              .slice(0, 6)
              .flatMap(([, { type }], at) => (type === 'money' || type === 'number' ? [at] : [])),
          },
        ];
  // Who keeps the data answers for it, not the district as a whole.
  const asking = running.plan.steps.find((each) => each.id === id)?.takers[0]?.service;
  const office = content.offices[running.plan.services.find((service) => service.id === asking)?.office ?? ''];
  const issuer = say(office?.name ?? content.catalogue.district);
  return PaperDocument.parse({
    language,
    name: say(step.title),
    madeAt,
    footer: t('proof.foot', { issuer, code: writtenCode(code) }),
    pageWords: t('proof.pageWords', { page: '{page}', pages: '{pages}' }),
    blocks: [
      { kind: 'title', text: say(step.title) },
      { kind: 'facts', rows: person },
      ...step.paragraphs.map((sentence) => ({
        kind: 'paragraph' as const,
        text: say(sentence.text, valuesInWords(values(sentence.values), language)),
        indent: language === 'zh-CN',
      })),
      ...(facts.length === 0 ? [] : [{ kind: 'facts' as const, rows: facts }]),
      ...table,
      { kind: 'gap' },
      { kind: 'paragraph', align: 'right', text: issuer },
      {
        kind: 'paragraph',
        align: 'right',
        text: dayInWords(dayAtStation(madeAt, station.timeZone), language),
      },
      {
        kind: 'verify',
        label: t('proof.code'),
        code,
        where: t('proof.where', { phones: phonesOf(scene), time: timeAtStation(madeAt, station.timeZone) }),
        data: writtenCode(code),
      },
    ],
  } satisfies PaperDraft);
}
