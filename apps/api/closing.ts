/** The end of a service: nothing new, what is in flight is finished for a while, then the ledger is closed. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** How long requests in flight may take to end, unless the configuration says. */
export const SHUTDOWN_GRACE_MS = 10_000;

export async function closeServer(app: NestFastifyApplication, graceMs: number): Promise<void> {
  const server = app.getHttpServer();
  const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
  try {
    await app.close();
  } finally {
    clearTimeout(cutOff);
  }
}
