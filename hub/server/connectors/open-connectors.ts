/** Everybody elsewhere that this hub was told of, by the name that sources.yaml uses. */
import type { Clock } from '#contract/clock.ts';
import type { HubConfig } from '#contract/hub-config.ts';
import { ConnectorId } from '#contract/ids.ts';
import { withCircuit } from './circuit.ts';
import type { Connector } from './connector.ts';
import { httpConnector } from './http-connector.ts';

export type Connectors = ReadonlyMap<ConnectorId, Connector>;

export function openConnectors({ connectors }: HubConfig, clock: Clock): Connectors {
  return new Map(
    Object.entries(connectors).map(([name, config]) => [
      ConnectorId.parse(name),
      withCircuit(httpConnector(config, clock), clock),
    ]),
  );
}
