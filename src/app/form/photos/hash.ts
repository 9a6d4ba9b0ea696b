/** SHA-256 of bytes, with the name of its algorithm, so that another can come beside it. */
export const hashOf = async (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return `sha256:${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
