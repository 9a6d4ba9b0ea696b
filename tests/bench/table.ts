export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** One line of the table: what, its median or value, and how it came about. */
export const row = (what: string, value: string, note = ''): void =>
  void process.stdout.write(`\n| ${what.padEnd(52)} | ${value.padStart(12)} | ${note}\n`)

export const spread = (values: readonly number[]): string =>
  `${values.length} runs, ${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))} ms, first ${Math.round(values[0] ?? 0)}`

export const rowOf = (what: string, values: readonly number[]): void =>
  row(what, `${Math.round(median(values))} ms`, spread(values))
