import { configDefaults, defineConfig } from 'vitest/config'

// The longest tests, twenty seconds and more each (`*.long.test.ts`) run by themselves, `npm run test:long`, so that `npm test` stays under three minutes.
const long = process.env['LONG'] === '1'

export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/build/**/*.test.ts',
      'training/src/**/*.test.ts',
      'cases/**/*.test.ts',
      'house/**/*.test.ts',
    ].map((it) => (long ? it.replace('*.test.ts', '*.long.test.ts') : it)),
    exclude: [...configDefaults.exclude, ...(long ? [] : ['**/*.long.test.ts'])],
    // By default one core of two stays idle; and a test that waits for a program that it started leaves its core to another.
    maxWorkers: '150%',
    testTimeout: 30_000,
    // A busy machine draws late.
    expect: { poll: { timeout: 8000 } },
  },
})
