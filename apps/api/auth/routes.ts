/** All routes of a service with their policies; a service with a route that has none, or one that cannot be judged, does not start. */
import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Policy } from './grants.js';
import { ACCOUNT_PARAMETER, policyOf } from './policy.js';

export interface Route {
  /** `Accounts.open`. */
  readonly name: string;
  /** `GET`. */
  readonly method: string;
  /** As declared: `/v1/accounts/:accountId`. */
  readonly path: string;
  readonly policy: Policy | undefined;
}

type Handler = (...args: never[]) => unknown;

@Injectable()
export class Routes implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** Every one that controllers declare. */
  all(): readonly Route[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => this.routesOf(metatype as Handler));
  }

  /** @throws Error that names each route which must not be served */
  onModuleInit(): void {
    const defects = this.all().flatMap((route) => {
      const defect = defectOf(route);
      return defect === undefined ? [] : [`${route.method} ${route.path} (${route.name}) ${defect}`];
    });
    if (defects.length > 0) throw new Error(`routes that nobody may serve: ${defects.join('; ')}`);
  }

  private routesOf(controller: Handler): Route[] {
    const prototype = controller.prototype as Readonly<Record<string, Handler>>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name]!;
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const paths = pathsOf(controller).flatMap((base) => pathsOf(handler).map((path) => joined(base, path)));
      const policy = policyOf(handler);
      return paths.map((path) => ({
        name: `${controller.name}.${name}`,
        method: RequestMethod[method],
        path,
        policy,
      }));
    });
  }
}

function defectOf({ path, policy }: Route): string | undefined {
  if (!policy) return 'has no policy';
  if (policy.kind === 'open' || policy.kind === 'any') return undefined;
  if (policy.anyOf.length === 0) return 'has a policy that nobody fulfils';
  const isOnAccount = path.split('/').includes(`:${ACCOUNT_PARAMETER}`);
  if (policy.kind === 'account' && !isOnAccount) {
    return `has a policy about an account, but no :${ACCOUNT_PARAMETER} in its path`;
  }
  return undefined;
}

function pathsOf(declared: Handler): string[] {
  return [Reflect.getMetadata(PATH_METADATA, declared) as string | string[]].flat();
}

function joined(...parts: readonly string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
}
