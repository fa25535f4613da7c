/** The key pair that a ledger makes for itself where nobody has brought one: good on this machine only, whose files it trusts. */
import { type KeyObject, createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { link, mkdir, open, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const FILE = 'signing-key.pem';
const KIND = 'ed25519';
const OWNER_ONLY = 0o600;
const DIRECTORY_OF_OWNER = 0o700;
const OTHERS = 0o077;
const KEY_BYTES_MAX = 4_096;

export interface OwnKeys {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** A key file that cannot be used; the message says which and what to do. */
export class KeyUnusable extends Error {
  override readonly name = 'KeyUnusable';
}

/**
 * The key pair in a directory, made there once: processes that start at the same time all get the same.
 * @param directory made where it is missing, for its owner only
 * @throws KeyUnusable
 */
export async function ownKeys(directory: string): Promise<OwnKeys> {
  const file = join(directory, FILE);
  return (await read(file)) ?? (await make(file));
}

async function make(file: string): Promise<OwnKeys> {
  await mkdir(dirname(file), { recursive: true, mode: DIRECTORY_OF_OWNER });
  const pem = generateKeyPairSync(KIND).privateKey.export({ type: 'pkcs8', format: 'pem' });
  const written = `${file}.${randomUUID()}`;
  try {
    await writeFile(written, pem, { mode: OWNER_ONLY, flag: 'wx', flush: true });
    // A link is made whole or not at all, and never over one that is there: whoever is first has made the key of all.
    await link(written, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(written, { force: true });
  }
  const made = await read(file);
  if (!made) throw new KeyUnusable(`${file} was removed while it was made`);
  return made;
}

async function read(file: string): Promise<OwnKeys | undefined> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!handle) return undefined;
  try {
    const { mode, size } = await handle.stat();
    // Windows tells no such mode.
    if (process.platform !== 'win32' && (mode & OTHERS) !== 0) {
      throw new KeyUnusable(
        `${file} can be read by others, who could mint tokens: chmod 600, or remove it for a new key`,
      );
    }
    return pairOf(size > KEY_BYTES_MAX ? '' : await handle.readFile('utf8'), file);
  } finally {
    await handle.close();
  }
}

function pairOf(pem: string, file: string): OwnKeys {
  const privateKey = parsed(pem);
  if (privateKey?.asymmetricKeyType === KIND) return { privateKey, publicKey: createPublicKey(privateKey) };
  throw new KeyUnusable(
    `${file} is no private Ed25519 key: remove it and a new one is made; tokens of the old one are no longer accepted`,
  );
}

function parsed(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
