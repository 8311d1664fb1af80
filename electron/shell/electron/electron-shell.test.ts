/** The shell contract in a real Electron, wherever its binary is. */
import { test } from 'vitest';
import { electronOnTrial } from '#fixtures/browser/electron-on-trial.ts';
import { shellContract } from '#fixtures/browser/shell-contract.ts';
import { electronBinary } from '../electron-binary.ts';

const binary = await electronBinary();
if (binary === null) {
  test("ElectronShell keeps the shell contract (not run: Electron's binary is not on this machine)", ({ skip }) => {
    skip("Electron's binary is not on this machine");
  });
} else {
  shellContract('ElectronShell', () => electronOnTrial(binary));
}
