import { computed, ref, shallowRef, watch } from 'vue'
import type { Found, Verdict } from '../../../domain/report/checker/found.ts'
import { reportYearOf } from '../../../domain/report/checker/report-year.ts'
import { isObject } from '../../../domain/value.ts'
import type { Done } from '../../sync/answers.ts'
import { useLedger } from '../../sync/useLedger.ts'
import { paragraphsOf, type Place, placesOf, verdicts, written } from './draft-text.ts'

const key = 'gridbook.checker'

/** The draft, here and in the window's own storage until it closes: it is somebody's paper and goes nowhere else. */
const draft = ref('')
const found = shallowRef<readonly Found[] | null>(null)
const checkedYear = ref(0)
let owner = ''

const keep = (): void => {
  try {
    if (draft.value === '') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify({ owner, text: draft.value }))
  } catch {
    // A draft too long for it stays until the page goes.
  }
}

/** The draft that this user left; another's is nobody's business. */
const leftBy = (user: string): string => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return isObject(kept) && kept['owner'] === user && typeof kept['text'] === 'string' ? kept['text'] : ''
  } catch {
    return ''
  }
}

const numbersIn = (done: Done): readonly Found[] | null =>
  done.ok && isObject(done.body) && Array.isArray(done.body['numbers'])
    ? (done.body['numbers'] as readonly Found[])
    : null

export type Trouble = '' | 'offline' | 'tooLong' | { readonly words: string }

const troubleOf = (done: Done): Trouble => {
  if (done.ok || done.code === 'noAnswer') return 'offline'
  return done.code === 'tooLarge' ? 'tooLong' : { words: done.title }
}

/** A draft, what the server finds in it, and the numbers one by one; only the server checks, so it needs a line. */
export const useChecker = (year: () => number, setYear: (year: number) => void) => {
  const ledger = useLedger()
  const user = ledger.session?.user.id ?? ''
  if (user !== owner) {
    owner = user
    draft.value = leftBy(user)
    found.value = null
  }
  const busy = ref(false)
  const trouble = shallowRef<Trouble>('')
  const filter = ref<Verdict | null>(null)
  const chosenAt = ref<number | null>(null)
  const places = computed(() => placesOf(found.value ?? []))
  const paragraphs = computed(() => (found.value ? paragraphsOf(draft.value, places.value) : []))
  const tallies = computed(() =>
    [...verdicts].reverse().map((verdict) => ({
      verdict,
      n: places.value.filter((place) => place.verdict === verdict).length,
    })),
  )
  const chosen = computed(() => places.value.find((place) => place.start === chosenAt.value) ?? null)
  /** What 下一处 goes through: those of the chosen result, else whatever isn't simply right. */
  const stops = computed(() =>
    places.value.filter((place) => (filter.value ? place.verdict === filter.value : place.verdict !== 'agrees')),
  )
  watch(draft, keep)

  const ask = async (): Promise<boolean> => {
    const [text, of] = [draft.value, year()]
    busy.value = true
    trouble.value = ''
    const done = await ledger.tell('POST', '/api/reports/verify', { text, year: of })
    busy.value = false
    // Edited meanwhile, or another's by now: what comes is of no draft on the screen.
    if (text !== draft.value || of !== year() || user !== ledger.session?.user.id) return false
    const numbers = numbersIn(done)
    if (!numbers) {
      trouble.value = troubleOf(done)
      return false
    }
    found.value = numbers
    checkedYear.value = of
    return true
  }
  /** Checks the draft; a year that its title names is meant, unless it was checked against another before. */
  const check = async (): Promise<boolean> => {
    const named = reportYearOf(draft.value.slice(0, 200))
    if (named !== null && checkedYear.value === 0 && named !== year()) setYear(named)
    filter.value = null
    chosenAt.value = null
    return ask()
  }
  const choose = (place: Place | null): void => {
    chosenAt.value = place?.start ?? null
  }
  const next = (): Place | null => {
    const from = chosenAt.value ?? -1
    const place = stops.value.find((one) => one.start > from) ?? stops.value[0] ?? null
    choose(place)
    return place
  }
  const setFilter = (verdict: Verdict): void => {
    filter.value = filter.value === verdict ? null : verdict
  }
  /** Writes a place anew and has the draft checked again; gives the way back. */
  const replace = (place: Place, text: string): (() => void) => {
    const before = { draft: draft.value, found: found.value }
    const after = written(draft.value, found.value ?? [], place, text)
    const put = (state: { readonly draft: string; readonly found: readonly Found[] | null }): void => {
      draft.value = state.draft
      found.value = state.found
      chosenAt.value = place.start
      void ask()
    }
    put(after)
    return () => put(before)
  }
  const rewrite = (): void => {
    found.value = null
    chosenAt.value = null
    trouble.value = ''
  }
  const clear = (): void => {
    draft.value = ''
    checkedYear.value = 0
    rewrite()
  }
  watch(year, () => found.value && void ask())
  return {
    draft,
    found,
    busy,
    trouble,
    filter,
    places,
    paragraphs,
    tallies,
    chosen,
    stops,
    check,
    choose,
    next,
    setFilter,
    replace,
    rewrite,
    clear,
  }
}
