/** The service: a ledger that is kept, served over HTTP to those whom their token allows it. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type KeepOptions, type KeptLedger, keepLedger } from '#application/keeping.js';
import { createApp } from './app.js';
import { verifierFor } from './auth/bearer.js';
import { assertMayListen } from './auth/listening.js';
import type { TokenKeys } from './auth/token-keys.js';

export interface ServiceOptions extends Pick<KeepOptions, 'create' | 'prefix' | 'progress' | 'onTrouble'> {
  /** A directory or a connection string of EventStoreDB. */
  readonly location: string;
  readonly host: string;
  /** 0: one that is free. */
  readonly port: number;
  readonly keys: TokenKeys;
  readonly grantsClaim?: string | undefined;
}

export interface Service {
  /** Where it listens. */
  readonly url: string;
  /** What is to be said loudly of the keys that it uses, where there is something. */
  readonly notice: string | undefined;
  /** Rejects with what has ended it and does not pass. */
  readonly ended: Promise<void>;
  /** Finishes what is in flight, takes nothing new, and closes the ledger. */
  close(): Promise<void>;
}

/** @throws KeyUnusable, LedgerUnavailable, LogUnavailable, DamagedLog, or the system's error where it cannot listen */
export async function serve(options: ServiceOptions): Promise<Service> {
  const { host, port, keys, grantsClaim, location } = options;
  const notice = assertMayListen(host, keys);
  const ledger = await keepLedger(location, options);
  let app: NestFastifyApplication | undefined;
  try {
    app = await createApp({ ledger, verifier: await verifierFor({ keys, grantsClaim }) });
    await app.listen(port, host);
    const listening = app;
    return { url: await app.getUrl(), notice, ended: ledger.ended, close: () => closeAll(listening, ledger) };
  } catch (error) {
    await app?.close();
    await ledger.close();
    throw error;
  }
}

async function closeAll(app: { close(): Promise<void> }, ledger: KeptLedger): Promise<void> {
  try {
    await app.close();
  } finally {
    await ledger.close();
  }
}
