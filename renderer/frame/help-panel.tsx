/** Help to this step: what it wants, who answers the phone now, how to leave without losing anything. */
import type { ReactNode } from 'react';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { ScreenView } from '#contract/screen.ts';
import { KioskPress } from '../press/kiosk-press.tsx';
import './dialog.css';
import { Words } from '../words/words.tsx';

export function HelpPanel({ help }: { readonly help: ScreenView['help'] }): ReactNode {
  return (
    <ModalOverlay isOpen isKeyboardDismissDisabled className="veil">
      <Modal>
        <Dialog className="dialog">
          <div className="dialog-text stack">
            <Heading slot="title" level={2}>
              {help.title}
            </Heading>
            {help.paragraphs.map((paragraph) => (
              <p key={paragraph}>
                <Words text={paragraph} />
              </p>
            ))}
          </div>
          <div className="dialog-ways">
            {help.others.map(({ label, intent }) => (
              <KioskPress key={label} look="secondary" does={intent}>
                {label}
              </KioskPress>
            ))}
            <KioskPress look="primary" does={{ kind: 'help', open: false }}>
              {help.close}
            </KioskPress>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
