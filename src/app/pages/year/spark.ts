export type Bar = { readonly x: number; readonly y: number; readonly height: number; readonly last: boolean }

/** Twelve bars from zero; an empty month stays empty, the last that holds something is dark. */
export const bars = (
  values: readonly (number | null)[],
  width: number,
  height: number,
  top = 1,
): { readonly width: number; readonly bars: readonly Bar[] } => {
  const step = width / 12
  const most = Math.max(top, ...values.map((value) => value ?? 0))
  const last = values.reduce<number>((at, value, index) => ((value ?? 0) > 0 ? index : at), -1)
  const drawn = values.flatMap((value, index): Bar[] => {
    if (value === null || value <= 0) return []
    const tall = (value / most) * (height - 1)
    return [{ x: index * step, y: height - tall, height: tall, last: index === last }]
  })
  return { width: Math.max(2, step - 2), bars: drawn }
}

/** A line through the months that have a value, between 0 and the given top. */
export const line = (
  values: readonly (number | null)[],
  width: number,
  height: number,
  top: number,
): readonly (readonly [number, number])[] => {
  const step = (width - 6) / 11
  return values.flatMap((value, index) =>
    value === null ? [] : [[3 + index * step, height - 1 - (value / Math.max(1, top)) * (height - 5)] as const],
  )
}
