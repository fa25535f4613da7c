/** What a server tells of itself: the methods that it has, and the members of its cluster with their states. */
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import serverFeatures from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { Endpoint } from './statuses.js';

/** Of the real server whose behaviour this one has. */
const SERVER_VERSION = '23.10.6';

const STREAMS_SERVICE = 'event_store.client.streams.streams';

/** Methods of the streams service by name, as the real server tells them, with their features. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  read: ['position', 'events'],
  append: [],
  delete: [],
  tombstone: [],
  batchappend: ['deadline_duration'],
};

export function supportedMethods(): serverFeatures.SupportedMethods {
  const methods = Object.entries(METHODS).map(([name, features]) =>
    new serverFeatures.SupportedMethod()
      .setServiceName(STREAMS_SERVICE)
      .setMethodName(name)
      .setFeaturesList([...features]),
  );
  return new serverFeatures.SupportedMethods().setEventStoreServerVersion(SERVER_VERSION).setMethodsList(methods);
}

export interface Member extends Endpoint {
  readonly state: keyof typeof gossip.MemberInfo.VNodeState;
  readonly isAlive?: boolean;
}

function clusterInfo(members: readonly Member[]): gossip.ClusterInfo {
  const infos = members.map(({ host, port, state, isAlive = true }) =>
    new gossip.MemberInfo()
      .setInstanceId(new shared.UUID().setString(crypto.randomUUID()))
      .setTimeStamp(`${Date.now()}0000`)
      .setState(gossip.MemberInfo.VNodeState[state])
      .setIsAlive(isAlive)
      .setHttpEndPoint(new gossip.EndPoint().setAddress(host).setPort(port)),
  );
  return new gossip.ClusterInfo().setMembersList(infos);
}

export function readGossip(
  members: readonly Member[],
  _call: ServerUnaryCall<shared.Empty, gossip.ClusterInfo>,
  answer: sendUnaryData<gossip.ClusterInfo>,
): void {
  answer(null, clusterInfo(members));
}
