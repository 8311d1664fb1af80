/** A question that must be answered before anything else, for example "are you still there?". */
import type { ReactNode } from 'react';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { Dialog as DialogShown } from '#contract/screen.ts';
import { KioskPress } from '../press/kiosk-press.tsx';
import { useSession } from '../press/session.tsx';
import { Countdown } from './countdown.tsx';
import './dialog.css';
import { Words } from '../words/words.tsx';

export function ViewDialog({ dialog }: { readonly dialog: DialogShown }): ReactNode {
  const { revision } = useSession();
  return (
    <ModalOverlay isOpen isKeyboardDismissDisabled className="veil">
      <Modal>
        <Dialog role="alertdialog" className="dialog">
          <div className="dialog-words">
            {dialog.secondsLeft !== null && (
              <p className="dialog-seconds" aria-hidden="true">
                <Countdown key={revision} from={dialog.secondsLeft} />
              </p>
            )}
            <div className="dialog-text">
              <Heading slot="title" level={2}>
                {dialog.title}
              </Heading>
              <p>
                <Words text={dialog.text} />
              </p>
            </div>
          </div>
          <div className="dialog-ways">
            {dialog.secondary !== null && (
              <KioskPress look="secondary" does={dialog.secondary.intent}>
                {dialog.secondary.label}
              </KioskPress>
            )}
            <KioskPress look="primary" does={dialog.primary.intent}>
              {dialog.primary.label}
            </KioskPress>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
