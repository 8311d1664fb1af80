/** Everything a cable, a device and a hand on the plug can do to a driver: one table for every model. */
import { BYTES_IN_PIECES } from './misbehaviours/pieces.ts';
import { CABLE_AND_POWER } from './misbehaviours/cable-and-power.ts';
import { DAMAGE } from './misbehaviours/damage.ts';
import { REPLIES_ASTRAY } from './misbehaviours/replies.ts';
import type { Misbehaviour } from './misbehaviour.ts';

export const MISBEHAVIOURS: readonly Misbehaviour[] = [
  ...BYTES_IN_PIECES,
  ...DAMAGE,
  ...REPLIES_ASTRAY,
  ...CABLE_AND_POWER,
];
