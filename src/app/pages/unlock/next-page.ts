import type { LocationQuery } from 'vue-router'

/** Where somebody was going before he was asked who he is; only a page of ours. */
export const nextPage = (query: LocationQuery): string => {
  const next = query['next']
  return typeof next === 'string' && next.startsWith('/') && !next.startsWith('//') ? next : '/'
}
