/** `GET /metrics`: what the service counts and times, for Prometheus; open, since it tells of no account. */
import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { May } from '../auth/policy.js';
import { METRICS, type Metrics } from './metrics.js';

@Controller('metrics')
@ApiExcludeController()
export class MetricsController {
  constructor(@Inject(METRICS) private readonly metrics: Metrics) {}

  @Get()
  @May({ kind: 'open' })
  @Header('cache-control', 'no-store')
  async text(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    reply.header('content-type', this.metrics.contentType);
    return this.metrics.text();
  }
}
