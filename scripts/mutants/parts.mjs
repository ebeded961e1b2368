// The parts of the program on which its promises rest: their modules, and the few tests that are run against each mutant, the quickest first. Tests that start the
// built program see no mutant and are none of them.
const src = (path) => `packages/demarche/src/${path}`

export const PARTS = {
  /** What stands between countries, folded from events. */
  ledger: { modules: [src('ledger')], tests: [src('ledger/*.test.ts')] },
  /** The file of the ledger: what is acknowledged is in it, once, and verifies. */
  store: {
    modules: ['chain', 'commit', 'dirty', 'file', 'migrate', 'open', 'pending', 'refusals', 'seal', 'settle', 'statements'].map((it) =>
      src(`store/sqlite/${it}.ts`),
    ),
    tests: [src('store/sqlite/*.test.ts'), src('store/*.test.ts')],
  },
  limits: { modules: [src('limits')], tests: [src('limits/*.test.ts')] },
  /** Who may ask the server, and what the client may reach. */
  guards: {
    modules: [
      src('serve/guard.ts'),
      src('serve/rate.ts'),
      src('ingest/net/guard.ts'),
      src('ingest/net/robots.ts'),
      src('ingest/net/request.ts'),
    ],
    tests: [src('serve/guard.test.ts'), src('serve/rate.test.ts'), src('ingest/net/*.test.ts')],
  },
  /** The rules engine. */
  rules: {
    modules: [src('coding')],
    tests: [src('coding/*.test.ts'), 'house/rules.test.ts', 'house/claims.test.ts', 'house/explain.test.ts'],
  },
}
