import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type Typeface, typefaces } from './paper.ts'

const entryOf = ({ name, instead, family }: Typeface): string =>
  `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`

/**
 * What the document's maker can't write, by part. The font table names what stands in for a typeface, so that an office
 * without 方正小标宋简体 sees 华文中宋 and not whatever comes first. Lines have an exact height and needn't snap to the grid:
 * said so, LibreOffice no longer gives a character that is wider than its cell (16 pt in 15.8) two of them.
 */
const edits: { readonly [path: string]: (xml: string) => string } = {
  'word/fontTable.xml': (xml) =>
    xml.replace(
      /(<w:fonts\b[^>]*?)\s*(?:\/>|>[\s\S]*<\/w:fonts>)/,
      `$1>${Object.values(typefaces).map(entryOf).join('')}</w:fonts>`,
    ),
  'word/styles.xml': (xml) => xml.replace('<w:pPrDefault><w:pPr>', '$&<w:snapToGrid w:val="0"/>'),
}

/** The document with all that its maker can't write, packed again. */
export function finished(docx: Uint8Array): Buffer {
  const files = unzipSync(docx)
  for (const [path, edit] of Object.entries(edits)) {
    const before = strFromU8(files[path] ?? new Uint8Array())
    const after = edit(before)
    if (after === before) throw new Error(`${path} isn't as its maker writes it`)
    files[path] = strToU8(after)
  }
  return Buffer.from(zipSync(files, { level: 6 }))
}
