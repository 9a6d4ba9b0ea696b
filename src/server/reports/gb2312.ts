/** Every character of GB 2312, by the engine's own decoder: rows 1 to 9 hold marks, 16 to 87 the 6,763 ideographs. */
function charactersOfGb2312(): ReadonlySet<string> {
  const decoder = new TextDecoder('gb2312')
  const bytes: number[] = []
  for (let row = 0xa1; row <= 0xf7; row += 1) {
    if (row > 0xa9 && row < 0xb0) continue
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell)
  }
  return new Set(decoder.decode(Uint8Array.from(bytes)))
}

let known: ReadonlySet<string> | null = null

/** Whether a typeface of GB 2312 has the character; plain Latin ones all of them have. */
const isCommon = (character: string): boolean => {
  known ??= charactersOfGb2312()
  return character < '\u007f' || known.has(character)
}

/** A text in stretches of characters that GB 2312 has and of those that it lacks (䶮, 𬍛), in order. */
export function splitByGb2312(text: string): readonly { readonly text: string; readonly rare: boolean }[] {
  const out: { text: string; rare: boolean }[] = []
  for (const character of text) {
    const rare = !isCommon(character)
    const last = out.at(-1)
    if (last?.rare === rare) last.text += character
    else out.push({ text: character, rare })
  }
  return out
}
