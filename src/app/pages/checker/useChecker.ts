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
  /** How many came out how, what matters most first. */
  const tallies = computed(() =>
    verdicts.flatMap((verdict) => {
      const n = places.value.filter((place) => place.verdict === verdict).length
      return n > 0 ? [{ verdict, n }] : []
    }),
  )
  // A result that none is left of filters nothing.
  watch(tallies, (now) => {
    if (!now.some((one) => one.verdict === filter.value)) filter.value = null
  })
  const chosen = computed(() => places.value.find((place) => place.start === chosenAt.value) ?? null)
  /** What 下一处 goes through: those of the chosen result, else what wants a hand, else what is rounded. */
  const stops = computed(() => {
    const of = (wanted: readonly Verdict[]): readonly Place[] =>
      places.value.filter((place) => wanted.includes(place.verdict))
    if (filter.value) return of([filter.value])
    const wanting = of(['disagrees', 'contradicts', 'notKept'])
    return wanting.length > 0 ? wanting : of(['rounded'])
  })
  watch(draft, keep)

  let turn = 0
  const ask = async (of: number): Promise<void> => {
    turn += 1
    const [text, mine] = [draft.value, turn]
    busy.value = true
    trouble.value = ''
    const done = await ledger.tell('POST', '/api/reports/verify', { text, year: of })
    // Asked again, edited, or another's by now: what comes is of no draft on the screen.
    if (mine !== turn) return
    busy.value = false
    if (text !== draft.value || user !== ledger.session?.user.id) return
    const numbers = numbersIn(done)
    if (!numbers) {
      trouble.value = troubleOf(done)
      return
    }
    found.value = numbers
    checkedYear.value = of
  }
  const check = async (): Promise<void> => {
    filter.value = null
    chosenAt.value = null
    await ask(year())
  }
  // The year that a new draft's title names is meant, until another is picked.
  watch(draft, (now, before) => {
    const named = reportYearOf(now.slice(0, 200))
    if (named !== null && named !== reportYearOf(before.slice(0, 200))) setYear(named)
  })
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
      void ask(year())
    }
    put(after)
    return () => put(before)
  }
  const rewrite = (): void => {
    found.value = null
    chosenAt.value = null
    trouble.value = ''
  }
  /** Takes the draft away; gives the way back. */
  const clear = (): (() => void) => {
    const before = draft.value
    draft.value = ''
    rewrite()
    return () => void (draft.value = before)
  }
  watch(year, (now) => found.value && now !== checkedYear.value && void ask(now))
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
