/** Subscriptions, metered usage, retention and trials (SPEC §3). */
import { compareIds } from '#kernel/id.js';
import { formatInstant } from '#kernel/instant.js';
import { monthOf } from '#kernel/month.js';
import { Refusal, invalid } from '#kernel/refusal.js';
import {
  type Decision,
  type Situation,
  definitionOf,
  isThereForSubscription,
  missingFor,
} from '#domain/account/situation.js';
import { holdingsOf, trialAt } from '#domain/account/state.js';
import type { Body } from '#domain/commands.js';

export function subscribe(situation: Situation, { product }: Body<'Subscribe'>): Decision {
  if (holdingsOf(situation.account, product).subscribed) return [];
  const missing = missingFor(definitionOf(situation, product), isThereForSubscription(situation));
  if (missing) {
    throw new Refusal(
      'prerequisite-missing',
      `${product} requires ${missing.join(' or ')}, which the account does not have`,
    );
  }
  return [{ type: 'ProductSubscribed', data: { product } }];
}

export function unsubscribe(situation: Situation, { product }: Body<'Unsubscribe'>): Decision {
  if (!holdingsOf(situation.account, product).subscribed) return [];
  const before = isThereForSubscription(situation);
  const after = isThereForSubscription(situation, product);
  const stranded = [...situation.account.holdings]
    .filter(([other, { subscribed }]) => other !== product && subscribed)
    .map(([other]) => definitionOf(situation, other))
    .filter((definition) => missingFor(definition, after) && !missingFor(definition, before))
    .map((definition) => definition.product)
    .sort(compareIds);
  if (stranded.length > 0) {
    throw new Refusal(
      'subscription-required',
      `${stranded.join(', ')} requires ${product}; unsubscribe from that first`,
    );
  }
  return [{ type: 'ProductUnsubscribed', data: { product } }];
}

export function setUsageLimit(situation: Situation, { product, limit }: Body<'SetUsageLimit'>): Decision {
  if (holdingsOf(situation.account, product).limit === limit) return [];
  return [{ type: 'UsageLimitSet', data: { product, limit } }];
}

export function recordUsage(situation: Situation, { product, usageId, quantity }: Body<'RecordUsage'>): Decision {
  if (situation.known.usage.get(product)?.ids.has(usageId)) return [];
  const { subscribed, limit } = holdingsOf(situation.account, product);
  if (!subscribed) throw new Refusal('not-subscribed', `the account is not subscribed to ${product}; Subscribe first`);
  if (limit !== null) {
    const month = monthOf(situation.bounds.at, situation.facts.timeZone);
    const used = situation.account.usage.get(product)?.used.get(month) ?? 0;
    const most = definitionOf(situation, product).basePack + limit;
    if (used >= most) {
      throw new Refusal(
        'usage-limit-reached',
        `${used} of ${most} units of ${product} are used in ${month}; raise the limit with SetUsageLimit`,
      );
    }
  }
  return [{ type: 'UsageRecorded', data: { product, usageId, quantity } }];
}

export function setRetention(situation: Situation, body: Body<'SetRetention'>): Decision {
  const { product, days = null, months = null } = body;
  const { retention } = holdingsOf(situation.account, product);
  if (retention?.days === days && retention.months === months) return [];
  return [{ type: 'RetentionSet', data: { product, days, months } }];
}

export function startTrial(situation: Situation, { product, endsAt }: Body<'StartTrial'>): Decision {
  const running = trialAt(holdingsOf(situation.account, product), situation.bounds.at);
  if (running) {
    throw new Refusal(
      'trial-running',
      `a trial of ${product} runs until ${formatInstant(running.endsAt)}; EndTrial ends it`,
    );
  }
  if (endsAt <= situation.bounds.at) {
    throw invalid('endsAt', `an instant after the trial's start, ${formatInstant(situation.bounds.at)}`);
  }
  return [{ type: 'TrialStarted', data: { product, endsAt: formatInstant(endsAt) } }];
}

export function endTrial(situation: Situation, { product }: Body<'EndTrial'>): Decision {
  if (!trialAt(holdingsOf(situation.account, product), situation.bounds.at)) {
    throw new Refusal('no-trial', `no trial of ${product} runs; StartTrial starts one`);
  }
  return [{ type: 'TrialEnded', data: { product } }];
}
