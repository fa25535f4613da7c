/**
 * A certificate for localhost and 127.0.0.1 and the authority that signed it, made once for tests and valid until 2120: Node makes
 * no certificates. The key is public, and the authority's own was thrown away.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

/** What a client is told to trust (`tlsCAFile`). */
export const TEST_CA_FILE = join(import.meta.dirname, 'test-ca.pem');

export const testTls = (): { readonly key: string; readonly certificate: string } => ({
  key: read('test-server-key.pem'),
  certificate: read('test-server.pem'),
});
