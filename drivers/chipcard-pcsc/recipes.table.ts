/** The recipes that come with the program; a hall adds its own in kiosk.yaml. */
import type { ChipRecipe } from '#contract/devices/chip-recipe.ts';

export const RECIPES = {
  /**
   * UNVERIFIED: nobody here has read a real card with it. Application, files and record numbers are as several
   * independent public programs for card readers have them; others count the records from 1 and give `how` as 4.
   */
  'social-security': {
    verified: false,
    source: '几种公开的读卡程序，未与真卡核对 / public programs of several makers, not compared with a real card',
    steps: [
      // "sx1.sh.社会保障" in GBK
      { do: 'selectApplication', aid: '7378312E73682EC9E7BBE1B1A3D5CF' },
      { do: 'selectFile', file: 'EF05' },
      {
        do: 'readRecord',
        record: 0x07,
        how: 0,
        length: 11,
        fields: [{ name: 'cardNumber', at: 2, length: 9, as: 'ascii', must: 'filled' }],
      },
      { do: 'selectFile', file: 'EF06' },
      {
        do: 'readRecord',
        record: 0x08,
        how: 0,
        length: 20,
        fields: [{ name: 'idNumber', at: 2, length: 18, as: 'ascii', must: 'identityNumber' }],
      },
      {
        do: 'readRecord',
        record: 0x09,
        how: 0,
        length: 32,
        fields: [{ name: 'name', at: 2, length: 30, as: 'gb18030', must: 'filled' }],
      },
    ],
  },
} as const satisfies Readonly<Record<string, ChipRecipe>>;
