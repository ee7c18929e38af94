/** An error for the log: never its details, in which databases repeat the values of a row. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  return { error: error.name, code, message: error.message, stack: error.stack }
}
