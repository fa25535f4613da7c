/** `GET /problems/{code}`: the page that a problem's `type` names. */
import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { May } from '../auth/policy.js';
import { PROBLEMS, type ProblemCode } from './codes.js';

@Controller('problems')
@ApiExcludeController()
export class ProblemPages {
  @Get()
  @May({ kind: 'open' })
  @Header('content-type', 'text/html; charset=utf-8')
  all(): string {
    const items = Object.entries(PROBLEMS).map(
      ([code, { title }]) => `<li><a href="/problems/${code}">${code}</a>: ${title}</li>`,
    );
    return page('Problems', `<ul>${items.join('')}</ul>`);
  }

  @Get(':code')
  @May({ kind: 'open' })
  @Header('content-type', 'text/html; charset=utf-8')
  one(@Param('code') code: string): string {
    if (!Object.hasOwn(PROBLEMS, code)) throw new NotFoundException(`there is no problem ${code}`);
    const { status, title, remedy } = PROBLEMS[code as ProblemCode];
    return page(code, `<p>${title}</p><p>${remedy}</p><p>Status ${status}.</p><p><a href="/problems">All</a></p>`);
  }
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}</html>`;
}
