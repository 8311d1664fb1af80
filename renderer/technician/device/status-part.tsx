/** How a device is: the fault with what to do about it, and every value with its time and where it is known from. */
import type { ReactNode } from 'react';
import { SOURCE_WORDS, valueName, valueWords } from '#contract/devices/status-words.table.ts';
import type { CabinetDevice } from '#contract/technician/cabinet.ts';
import { Pictogram } from '../../pictures/pictogram.tsx';
import { conditionOf, conditionOfValue } from '../cabinet/condition-of.ts';
import { usePanel } from '../panel-context.tsx';
import { Sign } from '../sign.tsx';
import { agoOf, timeOf } from '../times.ts';

export function StatusPart({ device }: { readonly device: CabinetDevice }): ReactNode {
  const { say, tell } = usePanel();
  const { condition, word } = conditionOf(device);
  const { trouble } = device;
  return (
    <>
      <p className="device-state" role="status">
        <Sign condition={condition} word={tell(word)} />
      </p>
      {trouble !== null && (
        <div className="panel-note" data-condition="fault">
          <Pictogram name="stop" />
          <div>
            <h2>{say('怎么办', 'What to do')}</h2>
            <p>{tell(trouble.advice)}</p>
            <p className="panel-code">{trouble.code}</p>
          </div>
        </div>
      )}
      <table className="panel-table">
        <caption className="for-the-ear">{say('各项状态', 'Values')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('项目', 'What')}</th>
            <th scope="col">{say('状态', 'How')}</th>
            <th scope="col">{say('何时、从哪里得知', 'Known since, and from where')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(device.status.values).map(([name, value]) => (
            <ValueRow key={name} name={name} value={value} />
          ))}
        </tbody>
      </table>
      <dl className="device-facts secondary">
        <dt>{say('名称', 'Name')}</dt>
        <dd>{device.id}</dd>
        <dt>{say('型号', 'Model')}</dt>
        <dd>{device.model}</dd>
        <dt>{say('位置', 'Connected to')}</dt>
        <dd>{device.path}</dd>
      </dl>
    </>
  );
}

interface ValueRowProps {
  readonly name: string;
  readonly value: CabinetDevice['status']['values'][string];
}

function ValueRow({ name, value }: ValueRowProps): ReactNode {
  const { language, tell, clock } = usePanel();
  const known = value.source !== 'never';
  return (
    <tr>
      <th scope="row">{tell(valueName(name))}</th>
      <td>
        <Sign condition={conditionOfValue(name, value)} word={tell(valueWords(name, value.value))} />
      </td>
      <td className="secondary">
        {known && `${timeOf(value.at)} · ${agoOf(language, clock.now() - value.at)} · `}
        {tell(SOURCE_WORDS[value.source])}
      </td>
    </tr>
  );
}
