/** Who may what, for all routes of a service: the guard of each, and the check that each has a policy. */
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import type { Verifier } from './bearer.js';
import { PolicyGuard, VERIFIER } from './guard.js';
import { Routes } from './routes.js';

@Module({})
export class AuthModule {
  static of(verifier: Verifier): DynamicModule {
    return {
      module: AuthModule,
      imports: [DiscoveryModule],
      providers: [{ provide: VERIFIER, useValue: verifier }, { provide: APP_GUARD, useClass: PolicyGuard }, Routes],
      exports: [Routes],
    };
  }
}
