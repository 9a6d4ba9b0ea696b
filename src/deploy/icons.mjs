// Draws the product's mark, a seal of four cells, as SVG and PNG into public/icons. Run by hand when the mark changes:
// node src/deploy/icons.mjs. Needs a Chromium (CHROMIUM, or one that is installed).
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const folder = fileURLToPath(new URL('../../public/icons/', import.meta.url))
const seal = '#B1271B'

/** The mark on a square of 512: `edge` is the free rim around the cross, `radius` that of the corners. */
const mark = ({ radius, edge }) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
<rect width="512" height="512" rx="${radius}" fill="${seal}"/>
<path d="M${edge} ${edge}h${512 - 2 * edge}v${512 - 2 * edge}h-${512 - 2 * edge}zM256 ${edge}v${512 - 2 * edge}M${edge} 256h${512 - 2 * edge}" fill="none" stroke="#FFFFFF" stroke-width="28" stroke-linejoin="round"/>
</svg>
`

const plain = mark({ radius: 72, edge: 92 })
// Launchers cut a circle out of the middle 80 %; iPhones round the corners themselves.
const full = mark({ radius: 0, edge: 136 })
const apple = mark({ radius: 0, edge: 100 })

const pictures = [
  ['icon-192.png', plain, 192],
  ['icon-512.png', plain, 512],
  ['maskable-512.png', full, 512],
  ['apple-touch-icon.png', apple, 180],
]

const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
)
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu'],
})
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}icon.svg`, plain)
for (const [name, svg, size] of pictures) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  await page.screenshot({ path: folder + name, omitBackground: true })
  await page.close()
}
await browser.close()
