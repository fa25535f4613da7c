/** `GET /health/live` and `/health/ready`: for whoever starts, ends and sends requests to services; open, and without a word of any account. */
import { Controller, Get, Header, Inject, ServiceUnavailableException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { May } from '../auth/policy.js';
import { HEALTH, type Health, obstacles } from './health.js';

@Controller('health')
@ApiExcludeController()
export class HealthController {
  constructor(@Inject(HEALTH) private readonly health: Health) {}

  @Get('live')
  @May({ kind: 'open' })
  @Header('cache-control', 'no-store')
  live(): object {
    return { status: 'live' };
  }

  @Get('ready')
  @May({ kind: 'open' })
  @Header('cache-control', 'no-store')
  ready(): object {
    const state = this.health.state();
    const { position, lagMs } = state;
    const found = obstacles(state);
    if (found.length === 0) return { status: 'ready', position, lagMs };
    throw new ServiceUnavailableException(`${found.join('; ')} (position ${position}, lag ${lagMs} ms)`);
  }
}
