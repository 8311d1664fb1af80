/** The case is in: its number, its QR code, the paper coming out, and what happens next. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { QrCode } from '../pictures/qr-code.tsx';
import { ReceiptPrinterPicture } from '../pictures/receipt-printer.tsx';
import { DeviceStep } from './device-step.tsx';
import './receipt.css';
import type { ScreenProps } from './screen-of.tsx';
import './text-parts.css';
import { Words } from '../words/words.tsx';

export function ReceiptScreen({ view, body }: ScreenProps<'receipt'>): ReactNode {
  return (
    <Frame view={view}>
      <DeviceStep
        picture={<ReceiptPrinterPicture phase={body.phase} />}
        headline={body.headline}
        detail={body.detail}
        troubled={body.phase === 'failed' || body.phase === 'unconfirmed'}
      />
      {body.cases.map((shown) => (
        <section key={shown.service} className="case card">
          <QrCode text={shown.caseNumber} />
          <div className="case-words">
            <h2>{shown.title}</h2>
            <dl className="case-facts">
              {shown.facts.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </div>
        </section>
      ))}
      {body.nextSteps.length > 0 && (
        <ol className="next-steps">
          {body.nextSteps.map((step) => (
            <li key={step}>
              <span>
                <Words text={step} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Frame>
  );
}
