import { instant } from './days.ts'
import { idOf } from './random.ts'

/** A village of the demo: invented, with a code of the right shape and a place on the map. */
export type Village = {
  readonly id: string
  readonly name: string
  readonly short: string
  readonly code: string
  readonly lat: number
  readonly lng: number
}

/** When the registers were set up, before the first year kept. */
export const founded = instant('2024-01-02', 9)

const names: readonly (readonly [string, number, number])[] = [
  ['石盘沟', 33.4021, 111.4526],
  ['白果坪', 33.3894, 111.4713],
  ['柳泉', 33.3767, 111.4602],
  ['槐荫', 33.3952, 111.4418],
  ['双桥', 33.3655, 111.4785],
  ['青石湾', 33.3571, 111.4554],
  ['云台', 33.4163, 111.4687],
  ['桐树岭', 33.4298, 111.4472],
  ['梨园沟', 33.4207, 111.4259],
  ['牛王庙', 33.3826, 111.4257],
  ['竹林寨', 33.3703, 111.4391],
  ['麦子坪', 33.3512, 111.4703],
  ['前河', 33.3448, 111.4486],
  ['老君岭', 33.4356, 111.4735],
  ['杨树坪', 33.4085, 111.4892],
]

/** The fifteen villages of 阳城镇. */
export const villages: readonly Village[] = names.map(([short, lat, lng], index) => ({
  id: idOf(`village ${short}`, founded + index * 1000),
  name: `${short}村`,
  short,
  code: `411323108${200 + index}`,
  lat,
  lng,
}))

/** The village of that short name. */
export const villageNamed = (short: string): Village => {
  const village = villages.find((each) => each.short === short)
  if (!village) throw new Error(`no village ${short}`)
  return village
}
