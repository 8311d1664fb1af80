/** Tells the compiler what the preload puts on the page. */
import type { KioskWindow } from '#contract/bridge.ts';

declare global {
  interface Window {
    readonly kiosk?: KioskWindow;
  }
}
