/** Where a phone says it is: WGS84 as given, never altered. */
export type Fix = { readonly lat: number; readonly lng: number; readonly accuracy: number; readonly at: number }

type Geolocation = Pick<globalThis.Geolocation, 'getCurrentPosition'>

const ask = (geolocation: Geolocation, fine: boolean, timeout: number): Promise<Fix | null> =>
  new Promise((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords, timestamp }) =>
        resolve({ lat: coords.latitude, lng: coords.longitude, accuracy: coords.accuracy, at: timestamp }),
      () => resolve(null),
      // From here and now: nothing cached, or it is another place (FIELD-BUGS: getodk/collect#6027).
      { enableHighAccuracy: fine, timeout, maximumAge: 0 },
    )
  })

const coarseMs = 5_000
const fineMs = 20_000

/** Coarse within 5 s, then finer within 20 s; each better one is told. The answer says whether one came. */
export const locate = async (geolocation: Geolocation | undefined, found: (fix: Fix) => void): Promise<boolean> => {
  if (!geolocation) return false
  let best: Fix | null = null
  const take = (fix: Fix | null): void => {
    if (!fix || !Number.isFinite(fix.lat) || !Number.isFinite(fix.lng) || (best && best.accuracy <= fix.accuracy))
      return
    best = fix
    found(fix)
  }
  const fine = ask(geolocation, true, fineMs)
  take(await ask(geolocation, false, coarseMs))
  take(await fine)
  return best !== null
}
