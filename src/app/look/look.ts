import { readonly, ref } from 'vue'

/** Three looks (LOOK.md 9); auto follows the system between light and dark until one is chosen. */
export const looks = ['auto', 'light', 'dark', 'outdoor'] as const
export type Look = (typeof looks)[number]

const lookKey = 'gridbook.look'
const sizeKey = 'gridbook.size'
/** From this width on the supervisor's year stands at the desk. */
export const deskWidth = 1100

const read = (key: string): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

const keep = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing still shows the look until it is closed.
  }
}

const look = ref<Look>('auto')
const large = ref(false)
const desk = ref(false)
/** What to go back to when the sun is gone. */
let indoors: Look = 'auto'

const system = (): 'light' | 'dark' => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')

const draw = (): void => {
  const root = document.documentElement
  root.dataset['look'] = look.value === 'auto' ? system() : look.value
  if (large.value) root.dataset['size'] = 'large'
  else delete root.dataset['size']
  if (desk.value) root.dataset['desk'] = ''
  else delete root.dataset['desk']
}

/** Draws the kept look and keeps it in step with the system and the width of the window. Once, before mounting. */
export const startLook = (): void => {
  const kept = read(lookKey)
  look.value = looks.find((one) => one === kept) ?? 'auto'
  if (look.value !== 'outdoor') indoors = look.value
  large.value = read(sizeKey) === 'large'
  const wide = matchMedia(`(min-width: ${deskWidth}px)`)
  desk.value = wide.matches
  wide.addEventListener('change', () => {
    desk.value = wide.matches
    draw()
  })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw)
  draw()
}

const choose = (next: Look): void => {
  if (next !== 'outdoor') indoors = next
  look.value = next
  keep(lookKey, next)
  draw()
}

const setLarge = (on: boolean): void => {
  large.value = on
  keep(sizeKey, on ? 'large' : 'normal')
  draw()
}

/** The look in use, and how to change it; kept on this phone. */
export const useLook = () => ({
  look: readonly(look),
  large: readonly(large),
  desk: readonly(desk),
  choose,
  setLarge,
  toggleOutdoor: () => choose(look.value === 'outdoor' ? indoors : 'outdoor'),
})
