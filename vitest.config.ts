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
    // One more than the processors of the smallest machine we test on: some tests mostly wait, for a program that ends
    // in its own time or for a browser, and another has work meanwhile.
    maxWorkers: 2,
    isolate: false,
  },
})
