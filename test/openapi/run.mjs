// Writes the OpenAPI document and what is generated from it: `npm run openapi`.
// It builds what the document is made of and nothing else: the SDK may be stale, and need not compile before it is written anew.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { generated } from '../../sdk/generate.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const build = join(root, 'dist', 'openapi');
rmSync(build, { recursive: true, force: true });
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.openapi.json')], { stdio: 'inherit' });
// The nearest package.json says what #kernel and the others mean: here, the files of this build.
const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const own = Object.entries(imports).map(([name, { default: file }]) => [name, file.replace('./dist/', './')]);
writeFileSync(join(build, 'package.json'), JSON.stringify({ type: 'module', imports: Object.fromEntries(own) }));

const built = (name) => import(pathToFileURL(join(build, 'test', 'openapi', name)).href);
const { examplesOf } = await built('examples.js');
const { documentWith, filesOf } = await built('document.js');
const examples = await examplesOf();
const document = await documentWith(examples);
for (const [file, text] of Object.entries({ ...filesOf(examples, document), ...(await generated(document)) })) {
  writeFileSync(join(root, file), text);
  process.stdout.write(`${file}: ${text.length} characters\n`);
}
