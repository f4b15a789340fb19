/** Who may import whom (design section 2). @type {import('dependency-cruiser').IConfiguration} */
const SPEC = '(\\.|-)spec\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'apps-are-islands',
      comment: 'only the county process composes what the services compose',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/county/' },
      to: { path: '^apps/([^/]+)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'console-knows-contracts-and-policy-only',
      severity: 'error',
      from: { path: '^apps/console/' },
      to: { path: '^(libs|workflows|infra|test)/', pathNot: '^libs/(contracts|policy)/index\\.ts$' },
    },
    {
      name: 'desks-are-islands',
      comment: 'what two desks need stands in components',
      severity: 'error',
      from: { path: '^apps/console/src/desks/([^/]+)/' },
      to: { path: '^apps/console/src/desks/([^/]+)/', pathNot: '^apps/console/src/desks/$1/' },
    },
    {
      name: 'browser-libraries-stay-in-the-browser',
      severity: 'error',
      from: { path: '^(apps|libs|workflows|infra)/', pathNot: '^apps/console/' },
      to: { path: '^node_modules/(react|react-dom|react-router|antd|@ant-design|@tanstack)(/|$)' },
    },
    { name: 'nothing-imports-apps', severity: 'error', from: { path: '^(libs|workflows|infra)/' }, to: { path: '^apps/' } },
    {
      name: 'workflows-are-deterministic',
      severity: 'error',
      from: { path: '^workflows/', pathNot: [SPEC, '^workflows/testing/'] },
      to: { pathNot: ['^workflows/', '^libs/(contracts|policy)/', '^node_modules/@temporalio/(workflow|common)/'] },
    },
    { name: 'contracts-import-nothing', severity: 'error', from: { path: '^libs/contracts/' }, to: { pathNot: '^libs/contracts/' } },
    {
      name: 'policy-is-pure',
      severity: 'error',
      from: { path: '^libs/policy/', pathNot: SPEC },
      to: { pathNot: '^libs/(policy|contracts)/' },
    },
    {
      name: 'domains-never-import-each-other',
      severity: 'error',
      from: { path: '^libs/(institution|trainee|casework|finance)/', pathNot: SPEC },
      to: { path: '^libs/(institution|trainee|casework|finance)/', pathNot: '^libs/$1/' },
    },
    {
      name: 'papers-are-pure',
      comment: 'a domain hands over what a paper says; papers only lay it out',
      severity: 'error',
      from: { path: '^libs/papers/', pathNot: SPEC },
      to: { path: '^libs/(?!papers/|policy/|contracts/)' },
    },
    {
      name: 'nobody-imports-the-public-site',
      severity: 'error',
      from: { path: '^(libs|workflows)/', pathNot: '^libs/public-site/' },
      to: { path: '^libs/public-site/' },
    },
    {
      name: 'index-is-the-only-door',
      severity: 'error',
      from: { path: '^(apps|libs|workflows|test)/([^/]+)/', pathNot: [SPEC, '^(apps|libs)/[^/]+/testing/'] }, // what specs plant, they share
      to: { path: '^libs/([^/]+)/', pathNot: ['^libs/[^/]+/index\\.ts$', '^libs/$2/'] },
    },
    {
      name: 'rules-know-no-framework',
      severity: 'error',
      from: { path: '^libs/[^/]+/domain/', pathNot: SPEC },
      to: { path: '^node_modules/(@nestjs|typeorm|pg|@temporalio|fastify)(/|$)' },
    },
    {
      name: 'only-persistence-talks-to-the-database',
      severity: 'error',
      from: { path: '^(apps|libs|workflows)/', pathNot: ['/persistence/', '^libs/(platform|testing)/', SPEC] },
      to: { path: '^node_modules/(typeorm|pg)(/|$)' },
    },
    {
      name: 'only-platform-holds-the-temporal-client',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['^libs/(platform|testing)/', SPEC] },
      to: { path: '^node_modules/@temporalio/client/' },
    },
    {
      name: 'no-development-dependency-in-the-product',
      severity: 'error',
      from: {
        path: '^(apps|libs|workflows|infra)/',
        pathNot: [SPEC, '^libs/testing/', '/testing/', '^infra/mutation/', 'vite\\.config\\.mts$'],
      },
      to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data|\\.test)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
