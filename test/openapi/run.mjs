// Builds what is stale, then writes the OpenAPI document and what is generated from it: `npm run openapi`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { currentBuild } from '../../apps/cli/bin/build.mjs';
import { generated } from '../../sdk/generate.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const build = join(await currentBuild(root), 'test', 'openapi');
const { examplesOf } = await import(pathToFileURL(join(build, 'examples.js')).href);
const { documentWith, filesOf } = await import(pathToFileURL(join(build, 'document.js')).href);

const examples = await examplesOf();
const document = await documentWith(examples);
for (const [file, text] of Object.entries({ ...filesOf(examples, document), ...(await generated(document)) })) {
  writeFileSync(join(root, file), text);
  process.stdout.write(`${file}: ${text.length} characters\n`);
}
