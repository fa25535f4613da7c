/** The arrows of the house: kernel <- domain <- projections <- application <- apps; access, event-log and read-model know the kernel only, the sdk nothing. */
const SPECS = '\\.spec\\.ts$';
const ROOMS = '^(libs|projections|apps|sdk|test)/';

/** A room may import itself and the rooms named; specs may import what they like. */
function room(path, ...knows) {
  return {
    name: `${path.replace('libs/', '')}-knows-only-${['itself', ...knows.map((known) => known.replace('libs/', ''))].join('-and-')}`,
    severity: 'error',
    from: { path: `^${path}/`, pathNot: SPECS },
    to: { path: ROOMS, pathNot: `^(${[path, ...knows].join('|')})/` },
  };
}

const DOOR_TO_SERVICE = '^apps/cli/commands/serve\\.ts$';
const PURE = '^(libs/kernel|libs/domain|projections)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    room('libs/kernel'),
    room('libs/domain', 'libs/kernel'),
    room('libs/access', 'libs/kernel'),
    room('libs/event-log', 'libs/kernel'),
    room('libs/read-model', 'libs/kernel'),
    room('sdk'),
    room('projections', 'libs/kernel', 'libs/domain', 'libs/read-model'),
    room('libs/application', 'libs/kernel', 'libs/domain', 'libs/event-log', 'libs/read-model', 'projections'),
    {
      name: 'an-app-knows-no-other-app',
      comment: 'One door: the command that starts the service.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: [DOOR_TO_SERVICE, SPECS] },
      to: { path: '^(apps|test)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'the-door-to-the-service-leads-to-nothing-else',
      severity: 'error',
      from: { path: DOOR_TO_SERVICE },
      to: { path: '^(apps|test)/', pathNot: '^apps/(cli/|api/(service|config)\\.ts$)' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-is-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'nest-in-no-pure-room',
      severity: 'error',
      from: { path: PURE, pathNot: SPECS },
      to: { path: '(^|/)@nestjs/' },
    },
    {
      name: 'node-in-neither-kernel-nor-domain',
      comment:
        'No files, no clock, no random, no network: what they need comes with the command. A hash is none of these.',
      severity: 'error',
      from: { path: '^libs/(kernel|domain)/', pathNot: SPECS },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'sqlite-in-two-rooms',
      severity: 'error',
      from: { path: '^(libs|projections|apps)/', pathNot: ['^libs/event-log/sqlite', '^libs/read-model/', SPECS] },
      to: { path: '^(node:)?sqlite$' },
    },
    {
      name: 'eventstore-client-in-one-folder',
      severity: 'error',
      from: { path: '^(libs|projections|apps)/', pathNot: ['^libs/event-log/eventstoredb/', SPECS] },
      to: { path: '(^|/)@eventstore/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      conditionNames: ['seatledger-source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js'],
    },
  },
};
