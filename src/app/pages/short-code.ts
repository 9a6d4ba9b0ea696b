const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Four characters to tell a record by until it has its official number; nothing that looks like one (DESIGN.md 4). */
export const shortCode = (recordId: string): string => {
  let rest = Number.parseInt(recordId.replace(/-/g, '').slice(-8), 16)
  let code = ''
  for (let at = 0; at < 4; at += 1) {
    code += alphabet[rest % alphabet.length] ?? ''
    rest = Math.floor(rest / alphabet.length)
  }
  return code
}
