import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const CONFIG = join(ROOT, '.dependency-cruiser.cjs');
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;
const MINUTE_MS = 60_000;

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly totalDependenciesCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/** Follows the imports of rooms below a directory by the rules of the house. */
async function cruise(directory: string, rooms: readonly string[]): Promise<Cruise> {
  const args = [CRUISER, '--config', CONFIG, '--output-type', 'json', ...rooms];
  const options = { cwd: directory, maxBuffer: OUTPUT_BYTES_MAX };
  // It exits with the count of violations, which its output tells better.
  const output = await promisify(execFile)(process.execPath, args, options).catch((error: { stdout: string }) => error);
  return JSON.parse(output.stdout) as Cruise;
}

const broken = ({ summary }: Cruise): string[] =>
  summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);

const ruleNames = (): string[] => {
  const config = createRequire(import.meta.url)(CONFIG) as { forbidden: { name: string }[] };
  return config.forbidden.map(({ name }) => name);
};

test(
  'arrows run one way: kernel <- domain <- projections <- application <- apps; access, event-log and read-model know the kernel only, the sdk nothing',
  async () => {
    const { modules, summary } = await cruise(ROOT, ['libs', 'projections', 'apps', 'sdk', 'test']);
    expect(broken({ modules, summary })).toEqual([]);
    const seen = modules.map(({ source }) => source);
    for (const room of [
      'libs/kernel',
      'libs/domain',
      'libs/access',
      'libs/event-log',
      'libs/read-model',
      'libs/application',
      'projections',
      'apps/cli',
      'sdk',
    ]) {
      expect(seen.filter((source) => source.startsWith(`${room}/`)).length).toBeGreaterThan(3);
    }
    expect(summary.totalDependenciesCruised).toBeGreaterThan(700);
  },
  MINUTE_MS,
);

/** A small house with every wall broken once, and every door used as it may be. */
const PLANTED: Readonly<Record<string, readonly string[]>> = {
  'libs/kernel/id.ts': ['node:crypto'],
  'libs/kernel/upward.ts': ['#domain/command.js'],
  'libs/kernel/reads.ts': ['node:fs'],
  'libs/domain/command.ts': ['#kernel/id.js', 'zod'],
  'libs/domain/upward.ts': ['#projections/answer.js'],
  'libs/domain/reads.ts': ['node:fs/promises'],
  'libs/domain/framework.ts': ['@nestjs/common'],
  'libs/domain/some.spec.ts': ['node:fs', '#application/engine.js', '../../test/support/given.js'],
  'libs/domain/tested.ts': ['../../test/support/given.js'],
  'libs/access/grants.ts': ['#kernel/id.js'],
  'libs/access/sideways.ts': ['#domain/command.js'],
  'libs/event-log/sqlite.ts': ['#kernel/id.js', 'node:sqlite'],
  'libs/event-log/sideways.ts': ['#domain/command.js'],
  'libs/event-log/eventstoredb/client.ts': ['@eventstore/db-client'],
  'libs/event-log/other.ts': ['@eventstore/db-client'],
  'libs/read-model/store.ts': ['#kernel/id.js', 'node:sqlite'],
  'libs/read-model/sideways.ts': ['#event-log/sqlite.js'],
  'projections/served.ts': ['#sdk/client.js'],
  'projections/answer.ts': ['#kernel/id.js', '#domain/command.js', '#read-model/store.js'],
  'projections/upward.ts': ['#application/engine.js'],
  'projections/sideways.ts': ['#event-log/sqlite.js'],
  'projections/framework.ts': ['@nestjs/cqrs'],
  'projections/sql.ts': ['node:sqlite'],
  'libs/application/engine.ts': [
    '#kernel/id.js',
    '#domain/command.js',
    '#event-log/sqlite.js',
    '#read-model/store.js',
    '#projections/answer.js',
    '@nestjs/core',
    'node:crypto',
  ],
  'libs/application/upward.ts': ['../../apps/cli/main.js'],
  'libs/application/sql.ts': ['node:sqlite'],
  'libs/application/here.ts': ['./there.js'],
  'libs/application/there.ts': ['./here.js'],
  'sdk/client.ts': ['./types.js', 'zod'],
  'sdk/types.ts': [],
  'sdk/upward.ts': ['#kernel/id.js'],
  'apps/cli/main.ts': ['#application/engine.js', '#access/grants.js', '#kernel/id.js', '#sdk/client.js'],
  'apps/cli/neighbour.ts': ['../api/main.js'],
  'apps/cli/window.ts': ['../api/service.js'],
  'apps/cli/commands/serve.ts': ['../main.js', '../../api/service.js', '../../api/config.js', '../../api/main.js'],
  'apps/api/main.ts': ['#application/engine.js', '@nestjs/core'],
  'apps/api/service.ts': ['./main.js'],
  'apps/api/config.ts': [],
  'apps/api/gone.ts': ['./nothing.js'],
  'test/support/given.ts': ['#domain/command.js'],
};

const WALLS = [
  'kernel-knows-only-itself: libs/kernel/upward.ts -> libs/domain/command.ts',
  'domain-knows-only-itself-and-kernel: libs/domain/upward.ts -> projections/answer.ts',
  'domain-knows-only-itself-and-kernel: libs/domain/tested.ts -> test/support/given.ts',
  'access-knows-only-itself-and-kernel: libs/access/sideways.ts -> libs/domain/command.ts',
  'event-log-knows-only-itself-and-kernel: libs/event-log/sideways.ts -> libs/domain/command.ts',
  'read-model-knows-only-itself-and-kernel: libs/read-model/sideways.ts -> libs/event-log/sqlite.ts',
  'projections-knows-only-itself-and-kernel-and-domain-and-read-model: projections/upward.ts -> libs/application/engine.ts',
  'projections-knows-only-itself-and-kernel-and-domain-and-read-model: projections/sideways.ts -> libs/event-log/sqlite.ts',
  'application-knows-only-itself-and-kernel-and-domain-and-event-log-and-read-model-and-projections: libs/application/upward.ts -> apps/cli/main.ts',
  'sdk-knows-only-itself: sdk/upward.ts -> libs/kernel/id.ts',
  'projections-knows-only-itself-and-kernel-and-domain-and-read-model: projections/served.ts -> sdk/client.ts',
  'an-app-knows-no-other-app: apps/cli/neighbour.ts -> apps/api/main.ts',
  'an-app-knows-no-other-app: apps/cli/window.ts -> apps/api/service.ts',
  'the-door-to-the-service-leads-to-nothing-else: apps/cli/commands/serve.ts -> apps/api/main.ts',
  'no-cycles: libs/application/here.ts -> libs/application/there.ts',
  'nothing-is-unresolved: apps/api/gone.ts -> ./nothing.js',
  'nest-in-no-pure-room: libs/domain/framework.ts -> node_modules/@nestjs/common/index.js',
  'nest-in-no-pure-room: projections/framework.ts -> node_modules/@nestjs/cqrs/index.js',
  'node-in-neither-kernel-nor-domain: libs/kernel/reads.ts -> fs',
  'node-in-neither-kernel-nor-domain: libs/domain/reads.ts -> fs/promises',
  'sqlite-in-two-rooms: projections/sql.ts -> node:sqlite',
  'sqlite-in-two-rooms: libs/application/sql.ts -> node:sqlite',
  'eventstore-client-in-one-folder: libs/event-log/other.ts -> node_modules/@eventstore/db-client/index.js',
];

test(
  'each rule can fail: every wall that is broken in a planted house is reported, and nothing else',
  async () => {
    const directory = await mkdtemp(join(tmpdir(), 'seatledger-arrows-'));
    try {
      for (const file of ['package.json', 'tsconfig.base.json']) await cp(join(ROOT, file), join(directory, file));
      for (const [file, imports] of Object.entries(PLANTED)) {
        const lines = imports.map((from, index) => `import * as i${index} from '${from}';\nexport { i${index} };\n`);
        await plant(join(directory, file), lines.join('') || 'export {};\n');
      }
      for (const name of ['@nestjs/common', '@nestjs/core', '@nestjs/cqrs', '@eventstore/db-client', 'zod']) {
        await plant(join(directory, 'node_modules', name, 'index.js'), 'export {};\n');
        await plant(
          join(directory, 'node_modules', name, 'package.json'),
          JSON.stringify({ name, main: 'index.js', type: 'module' }),
        );
      }
      const found = broken(await cruise(directory, ['libs', 'projections', 'apps', 'sdk', 'test']));
      const isPair = (violation: string): boolean => violation.startsWith('no-cycles');
      expect(found.filter((violation) => !isPair(violation)).toSorted()).toEqual(
        WALLS.filter((violation) => !isPair(violation)).toSorted(),
      );
      expect(found.filter((violation) => isPair(violation)).length).toBeGreaterThan(0);
      expect([...new Set(found.map((violation) => violation.split(':')[0]!))].toSorted()).toEqual(
        ruleNames().toSorted(),
      );
    } finally {
      await rm(directory, { recursive: true });
    }
  },
  MINUTE_MS,
);

async function plant(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
