// Makes src/app/sync/pinyin-table.ts from pinyin-pro: the readings of the 6,763 characters of GB2312 and of surnames.
// The package itself (141 kB) never reaches a phone, nor do the characters: the engine's own decoder lists them in
// the same order. Run by hand after an update of it: node src/deploy/pinyin-table.mjs.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pinyin } from 'pinyin-pro'

const plain = { toneType: 'none', type: 'array', v: true }
const isSyllable = (text) => /^[a-z]+$/.test(text)

/** In the order of GB2312; src/app/sync/pinyin.ts lists them in the same way. */
const bytes = []
for (let row = 0xb0; row <= 0xf7; row += 1) {
  for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) bytes.push(row, cell)
}
const characters = [...new TextDecoder('gb2312').decode(Uint8Array.from(bytes))]
const first = characters.map((character) => pinyin(character, plain)[0])
const syllables = [...new Set(first)].sort()
const codes = first.map((syllable) => String.fromCharCode(0x100 + syllables.indexOf(syllable))).join('')

// Other readings of the 3,755 common characters only: of the rare ones nobody types them.
const further = characters.slice(0, 3755).flatMap((character, index) => {
  const others = new Set(
    pinyin(character, { ...plain, multiple: true }).filter((one) => one !== first[index] && isSyllable(one)),
  )
  return others.size > 0 ? [character + [...others].join(' ')] : []
})

/** Where pinyin-pro doesn't know the surname, or not its reading. */
const corrections = { 种: 'chong', 单于: 'chan yu', 长孙: 'zhang sun' }
const names = [...characters, '尉迟', '万俟', '单于', '长孙', '澹台']
const surnames = names.flatMap((name) => {
  const asName = corrections[name] ?? pinyin(name, { ...plain, surname: 'head' }).join(' ')
  return asName === [...name].map((one) => pinyin(one, plain)[0]).join(' ') ? [] : [name + asName]
})

writeFileSync(
  fileURLToPath(new URL('../app/sync/pinyin-table.ts', import.meta.url)),
  `/** Made by src/deploy/pinyin-table.mjs. Every syllable. */
export const syllables = '${syllables.join(' ')}'

/** The syllable of each character of GB2312 in its order, as a code from U+0100 on. */
export const codes =
  '${codes}'

/** Characters with the other readings that they have. */
export const further =
  '${further.join(';')}'

/** Surnames whose reading differs. */
export const surnames =
  '${surnames.join(';')}'
`,
)
