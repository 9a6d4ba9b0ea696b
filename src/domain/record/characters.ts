/**
 * Whether a text can be kept and sent anywhere: no U+0000, which PostgreSQL refuses, and no lone surrogate, which no
 * encoding can carry. A loop, since Safari 15 knows no look-behind.
 */
export const isStorable = (text: string): boolean => {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code === 0 || (code >= 0xd800 && code <= 0xdfff)) return false
  }
  return true
}

/** The length as people count: code points, so that 䶮 and 𬍛 are one each. */
export const lengthOf = (text: string): number => {
  let length = 0
  for (const _ of text) length += 1
  return length
}

const fullWidth: { readonly [character: string]: string } = {
  '．': '.',
  '－': '-',
  '＋': '+',
  '，': ',',
  '　': ' ',
  '。': '.',
}

/** Full-width digits, letters and marks as a keyboard in Chinese mode types them, in their plain form. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[．－＋，　。]/g, (character) => fullWidth[character] ?? character)

/** A number as an officer types it (１２, ３．５, 1,200), or null where it is none. */
export const readNumber = (typed: string): number | null => {
  const plain = halfWidth(typed).replace(/[\s,]/g, '')
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : null
}
