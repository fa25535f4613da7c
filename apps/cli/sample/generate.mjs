/** Writes the sample history: `node apps/cli/sample/generate.mjs`. The same every time. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { harbor } from './harbor.mjs';
import { northwind } from './northwind.mjs';
import { praha } from './praha.mjs';
import { rhein } from './rhein.mjs';
import { story } from './story.mjs';
import { tasman } from './tasman.mjs';

const sample = story();
for (const account of [northwind, harbor, praha, tasman, rhein]) account(sample);

const TITLE = '# Two years of five accounts, each with a licensing scheme of its own. Written by generate.mjs.';
writeFileSync(
  process.argv[2] ?? join(import.meta.dirname, 'history.jsonl'),
  `${[TITLE, ...sample.lines()].join('\n')}\n`,
);
