import { defineConfig } from 'vitest/config'

// Every test runs on real databases, servers and browsers, so files run one
// after another within a worker and the time limits are for hangs, not speed.
export default defineConfig({
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'test/**/*.test.ts',
      'scripts/**/*.test.ts',
      'bench/**/*.test.ts',
      'demo/**/*.test.ts',
    ],
    globalSetup: ['test/needs.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    // As many as the processors of the smallest machine we test on: a third gained next to nothing there, and brought what
    // waits for a browser near its limits (docs/decisions/044).
    maxWorkers: 2,
    isolate: false,
  },
})
