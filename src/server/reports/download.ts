/** A file for the browser to keep: its name in Chinese, and a plain one for whoever can't read that (RFC 6266, RFC 5987). */
export const asDownload = (name: string, plain: string): string => {
  const encoded = encodeURIComponent(name.replace(/[\u0000-\u001f\u007f/\\]/g, '')) // oxlint-disable-line no-control-regex
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded.replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}`
}
