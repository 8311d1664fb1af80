/** Auxiliaries: what only tells how it is: doors, presence, power (XFS4IoT Auxiliaries). All of it is status. */

/**
 * Status values: `door` open/closed, `presence` present/notPresent, `mains` ok/failed, `battery` ok/low, `batteryPercent`
 * and `load` in percent, `temperature` in °C, `ups` ok/failed/bypassed/shuttingDown.
 */
export const auxiliariesCommands = {} as const;
