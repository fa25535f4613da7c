/** A running service as what an import goes to: each account is one batch, judged by its preview. */
import type { Part, Together } from '#application/together.js';
import { APPEND_EVENTS_MAX } from '#event-log/port.js';
import { formatInstant } from '#kernel/instant.js';
import { Refusal } from '#kernel/refusal.js';
import { Problem, type Body, type Seatledger } from '#sdk/client.js';
import type { ImportTarget } from '../accessible.js';

type Batch = Body<'RecordBatch'>;

/** @param told what a call comes to, with its failure as a ledger here would tell it */
export function targetOf(service: Seatledger, told: <T>(work: () => Promise<T>) => Promise<T>): ImportTarget {
  return {
    judge: (together) =>
      told(async () => {
        // Where every row is bad there is nothing to judge.
        if (together.parts.length === 0) return { events: [], isRepeat: false };
        const { events, recordedBefore = false } = await fitting(together, () =>
          service.preview('RecordBatch', batchOf(together)),
        );
        return { events, isRepeat: recordedBefore };
      }),
    record: (together) => told(() => fitting(together, () => service.do('RecordBatch', batchOf(together)))),
  };
}

/** @throws Refusal for an account that is more than a service takes at once */
async function fitting<T>({ accountId, parts }: Together, send: () => Promise<T>): Promise<T> {
  if (parts.length > APPEND_EVENTS_MAX) {
    throw new Refusal(
      'too-many-events',
      `account ${accountId} has ${parts.length} rows; a service takes at most ${APPEND_EVENTS_MAX} at once`,
    );
  }
  return send().catch((error: unknown) => {
    if (!(error instanceof Problem) || error.code !== 'body-too-large') throw error;
    throw new Refusal('too-many-events', `account ${accountId}: ${error.message}`);
  });
}

function batchOf({ accountId, commandId, parts }: Together): Batch {
  return { accountId, ...(commandId !== undefined && { commandId }), parts: parts.map(partOf) };
}

function partOf({ effectiveAt, reason, steps }: Part): Batch['parts'][number] {
  return {
    ...(effectiveAt !== undefined && { effectiveAt: formatInstant(effectiveAt) }),
    ...(reason !== undefined && { reason }),
    commands: steps.map(({ command: { name, body }, unless }) => {
      // The part and the address say the others.
      const { accountId: _account, effectiveAt: _at, reason: _reason, ...own } = body;
      return {
        do: name,
        with: own,
        ...(unless !== undefined && { unless }),
      } as Batch['parts'][number]['commands'][number];
    }),
  };
}
