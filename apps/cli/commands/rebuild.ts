/** `seatledger rebuild`: builds the read model anew, beside the one in use; the log is read, never appended to. */
import { rebuildLedger } from '#application/ledger.js';
import { type ExitCode, SUCCEEDED } from '../failure.js';
import { type OnLedger, locationOf } from '../location.js';
import { print, printJson } from '../output.js';
import { progress } from '../progress.js';

export async function rebuild(options: OnLedger & { readonly json?: boolean }): Promise<ExitCode> {
  const bar = await progress('Rebuilding the read model');
  try {
    const position = await rebuildLedger(locationOf(options.log), { prefix: options.prefix, onProgress: bar.update });
    bar.end();
    if (options.json) printJson({ position });
    else print(`The read model was built anew, up to position ${position}.`);
    return SUCCEEDED;
  } finally {
    bar.end();
  }
}
