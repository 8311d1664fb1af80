/** When a screen can't be drawn: tells main, shows nothing wrong, and starts the page anew. */
import { Component, type ErrorInfo, type ReactNode } from 'react';

interface CrashGuardProps {
  readonly report: (message: string) => void;
  readonly children: ReactNode;
}

const RELOAD_AFTER_MS = 3_000;

export class CrashGuard extends Component<CrashGuardProps, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { readonly crashed: boolean } {
    return { crashed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // The name and the place only: a message could quote an answer.
    this.props.report(`drawing failed: ${error.name} in ${info.componentStack?.trim().split('\n')[0] ?? 'the page'}`);
    setTimeout(() => {
      location.reload();
    }, RELOAD_AFTER_MS);
  }

  override render(): ReactNode {
    return this.state.crashed ? <p className="starting">请稍候 · One moment, please</p> : this.props.children;
  }
}
