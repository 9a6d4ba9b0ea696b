/** The arrows of src/README.md: domain imports nothing, app and server import domain only. tests/architecture proves that each rule can fail. */
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-imports-nothing',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'app-imports-domain-only',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { path: '^src/', pathNot: '^src/(app|domain)/' },
    },
    {
      name: 'server-imports-domain-only',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { path: '^src/', pathNot: '^src/(server|domain)/' },
    },
    { name: 'src-not-to-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^tests/' } },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    // What only the build tool knows (virtual: modules, ?worker and the like) can't be resolved from outside it.
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '[?]'] },
    },
    {
      name: 'domain-untested',
      comment:
        'every module of the domain is imported by a test in tests/domain; kinds, figures and the checker’s words, being data, may come by way of their lists',
      severity: 'error',
      from: { path: '^tests/domain/' },
      module: { path: '^src/domain/.+[.]ts$', pathNot: '^src/domain/(kinds|report/figures|report/checker/words)/', numberOfDependentsLessThan: 1 },
    },
    {
      name: 'domain-untested-kind',
      severity: 'error',
      from: { path: '^tests/domain/' },
      to: { path: '^src/domain/(kinds|report/figures|report/checker/words)/', reachable: false },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|[.]types)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.vue', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
}
