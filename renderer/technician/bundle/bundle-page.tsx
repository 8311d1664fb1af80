/** The log bundle for the developers: choose the stick, write, see what is on it, take it out. */
import type { ReactNode } from 'react';
import type { BundleReport, Drive } from '#contract/technician/bundle.ts';
import { Pictogram } from '../../pictures/pictogram.tsx';
import { KioskPress } from '../../press/kiosk-press.tsx';
import type { Surroundings } from '../open-panel.tsx';
import { usePanel } from '../panel-context.tsx';
import { PanelFrame } from '../panel-frame.tsx';
import { Refused } from '../refused.tsx';
import { Sign } from '../sign.tsx';
import { UnderWay } from '../under-way.tsx';
import { useAsked } from '../use-asked.ts';
import { useOrder } from '../use-order.ts';
import './bundle-page.css';

const FRESH_MS = 2_000;

interface BundlePageProps {
  readonly surroundings: Surroundings;
  readonly lock: () => void;
}

export function BundlePage({ surroundings, lock }: BundlePageProps): ReactNode {
  const { say } = usePanel();
  const { underWay, ended, give } = useOrder('bundle.write');
  const answer = ended?.answer ?? null;
  return (
    <PanelFrame place="bundle" title={say('导出日志', 'Take the logs along')} {...surroundings}>
      {answer?.ok === false && <Refused refusal={answer.fault} />}
      {answer?.ok === true ? (
        <Written report={answer.value} lock={lock} />
      ) : underWay !== null ? (
        <UnderWay words={say('正在写入，请不要拔出 U 盘……', 'Writing: leave the drive where it is …')} />
      ) : (
        <>
          <p>
            {say(
              '把日志、各设备的状态与统计、历史和操作记录写到 U 盘，交给开发人员。里面没有群众的个人信息。',
              "Writes the log, every device's status and numbers, history and audit to a USB drive for the developers. Nothing personal of any citizen is in it.",
            )}
          </p>
          <Drives choose={(drive) => give({ folder: drive.folder })} />
        </>
      )}
    </PanelFrame>
  );
}

function Drives({ choose }: { readonly choose: (drive: Drive) => void }): ReactNode {
  const { say } = usePanel();
  const { value, refusal } = useAsked('drives.list', null, FRESH_MS);
  return (
    <>
      <Refused refusal={refusal} />
      {value?.length === 0 && (
        <div className="panel-note" data-condition="attention" role="status">
          <Pictogram name="stick" />
          <p>{say('请插入 U 盘；几秒后会出现在这里。', 'Plug in a USB drive: it appears here after some seconds.')}</p>
        </div>
      )}
      <ul className="drives">
        {value?.map((drive) => (
          <li key={drive.folder}>
            {drive.writable ? (
              <KioskPress look="card" does={() => choose(drive)} className="drive">
                <Pictogram name="stick" />
                <span>
                  <strong>{drive.label}</strong>
                  <br />
                  {say(`空闲 ${size(drive.freeBytes)}。写到这里`, `${size(drive.freeBytes)} free. Write here`)}
                </span>
              </KioskPress>
            ) : (
              <p className="drive card">
                <Pictogram name="stick" />
                <span>
                  <strong>{drive.label}</strong>
                  <br />
                  <Sign condition="fault" word={say('写保护，不能写', 'write-protected')} />
                </span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface WrittenProps {
  readonly report: BundleReport;
  readonly lock: () => void;
}

function Written({ report, lock }: WrittenProps): ReactNode {
  const { say, tell } = usePanel();
  return (
    <>
      <p className="bundle-done" role="status">
        <Sign condition="well" word={say('写好了，现在可以拔出 U 盘。', 'Done: take the drive out now.')} />
      </p>
      <p>
        {report.folder} · {size(report.bytes)}
      </p>
      <ul className="bundle-files">
        {report.files.map(({ name, bytes, remark }) => (
          <li key={name}>
            <span>{name}</span>
            <span className="secondary">{remark === undefined ? size(bytes) : tell(remark)}</span>
          </li>
        ))}
      </ul>
      <div className="panel-row">
        <KioskPress look="primary" does={lock}>
          {say('锁定，交还给群众使用', 'Lock, and give the kiosk back')}
        </KioskPress>
      </div>
    </>
  );
}

function size(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1e3))} kB`;
}
