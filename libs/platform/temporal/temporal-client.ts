import { Client, Connection } from '@temporalio/client';
import { config } from '../config/config.ts';
import { dataConverter } from './data-converter.ts';

/** How soon a lost server is looked for again. gRPC's own pauses grow to two minutes: all that time every message would wait for the relay. */
const LOOK_AGAIN = { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 3_000 };

/** A lazily connected Temporal client; processes start and go on serving while Temporal is away. */
export class TemporalClient {
  private connecting?: Promise<Client>;

  async get(): Promise<Client> {
    this.connecting ??= this.connect();
    try {
      return await this.connecting;
    } catch (error) {
      this.connecting = undefined;
      throw error;
    }
  }

  async close(): Promise<void> {
    const client = await this.connecting?.catch(() => undefined);
    this.connecting = undefined;
    await client?.connection.close();
  }

  private async connect(): Promise<Client> {
    const connection = await Connection.connect({ address: config.temporalAddress(), connectTimeout: '2s', channelArgs: LOOK_AGAIN });
    return new Client({ connection, namespace: config.temporalNamespace(), dataConverter: dataConverter() });
  }
}
