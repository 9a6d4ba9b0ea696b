import { founded, villages } from './villages.ts'
import { idOf } from './random.ts'

/** What somebody is, from when until when. A renewal moves the certificate's end on the day `on`. */
export type Post = {
  readonly role: 'enforcement' | 'mediator' | 'judge' | 'monitor' | 'cadre' | 'grid'
  readonly specialty?: 'traffic' | 'fire' | 'farmland' | 'other' | 'none'
  readonly from?: string
  readonly until?: string
  readonly certificate?: {
    readonly number: string
    readonly from: string
    readonly until: string
    readonly renewals?: readonly { readonly on: string; readonly until: string }[]
  }
}

export type Person = {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly village?: string
  readonly posts: readonly Post[]
}

type Written = readonly [name: string, ...posts: readonly Post[]]

const officer = (
  number: number,
  specialty: Post['specialty'],
  from: string,
  certificate: readonly [string, string],
  renewals: readonly (readonly [string, string])[] = [],
  until?: string,
): Post => ({
  role: 'enforcement',
  specialty: specialty ?? 'none',
  from,
  ...(until === undefined ? {} : { until }),
  certificate: {
    number: `豫R13-1${String(number).padStart(5, '0')}`,
    from: certificate[0],
    until: certificate[1],
    renewals: renewals.map(([on, later]) => ({ on, until: later })),
  },
})

const cadre: Post = { role: 'cadre', from: '2021-06-01' }
const mediator = (from: string): Post => ({ role: 'mediator', from })

const townspeople: readonly Written[] = [
  [
    '陈禾',
    officer(
      108,
      'fire',
      '2019-03-01',
      ['2020-12-01', '2025-11-30'],
      [
        ['2025-11-12', '2030-11-30'],
        ['2028-10-20', '2033-11-30'],
      ],
    ),
  ],
  [
    '周映山',
    officer(
      109,
      'traffic',
      '2020-07-01',
      ['2021-05-01', '2026-04-30'],
      [
        ['2025-11-12', '2030-04-30'],
        ['2028-10-20', '2033-04-30'],
      ],
    ),
  ],
  ['杜望川', officer(112, 'none', '2018-05-01', ['2021-01-01', '2025-12-31'])],
  [
    '贺建林',
    officer(
      113,
      'farmland',
      '2017-09-01',
      ['2020-09-01', '2025-08-31'],
      [
        ['2025-08-14', '2030-08-31'],
        ['2028-10-20', '2033-08-31'],
      ],
    ),
  ],
  ['乔雨薇', officer(116, 'none', '2021-10-01', ['2022-06-01', '2027-05-31'], [['2027-05-11', '2032-05-31']])],
  [
    '田守业',
    officer(
      117,
      'other',
      '2016-04-01',
      ['2021-09-01', '2026-08-31'],
      [
        ['2025-11-12', '2030-08-31'],
        ['2028-10-20', '2033-08-31'],
      ],
    ),
  ],
  ['郭晓峰', officer(121, 'none', '2022-03-01', ['2022-12-01', '2027-11-30'], [['2027-11-09', '2032-11-30']])],
  ['樊静', officer(122, 'other', '2022-03-01', ['2022-12-01', '2027-11-30'], [['2027-11-09', '2032-11-30']])],
  ['谢文博', officer(130, 'none', '2025-03-03', ['2025-03-03', '2030-03-02'], [['2028-10-20', '2033-03-02']])],
  ['孟广田', officer(97, 'none', '2012-01-01', ['2020-01-01', '2024-12-31'], [], '2024-08-31')],
  ['程远', cadre],
  ['宋知微', cadre],
  ['吕长青', mediator('2019-05-01'), cadre],
  ['方慧兰', mediator('2021-03-01')],
  ['韩秉正', { role: 'judge', from: '2023-09-01' }],
  ['尹德山', { role: 'monitor', from: '2025-01-10' }],
  ['王素芬', { role: 'monitor', from: '2025-01-10' }],
  ['高立新', cadre],
  ['白晓棠', cadre],
  ['薛明哲', cadre],
  ['许国强', cadre],
  ['卢海燕', cadre],
  ['段小雨', { role: 'mediator', from: '2025-04-01' }],
  ['马振国', { role: 'mediator', from: '2025-04-01' }],
]

/** The 治调主任 of each village; three of them came in 2025. */
const villageMediators: readonly (readonly [string, string])[] = [
  ['石德厚', '2018-01-10'],
  ['白保山', '2018-01-10'],
  ['柳新民', '2021-02-01'],
  ['张槐生', '2018-01-10'],
  ['李双喜', '2025-05-06'],
  ['孙青山', '2018-01-10'],
  ['庞云霞', '2021-02-01'],
  ['封桂枝', '2018-01-10'],
  ['梁永顺', '2021-02-01'],
  ['牛志刚', '2025-05-06'],
  ['祝来福', '2018-01-10'],
  ['麦秋菊', '2021-02-01'],
  ['何全有', '2018-01-10'],
  ['曹金岭', '2025-09-01'],
  ['杨三才', '2018-01-10'],
]

/** One 网格员 a village. */
const gridOfficers: readonly string[] = [
  '林知远',
  '白云鹏',
  '柳依然',
  '崔小满',
  '李向前',
  '孙倩',
  '庞春雷',
  '封志远',
  '梁晨',
  '牛丽娟',
  '祝小军',
  '靳秋实',
  '何佳',
  '曹雪峰',
  '杨帆',
]

/** A number that nobody has: the one that every form in the country shows as its example, with another end. */
export const phoneOf = (index: number): string => `1380000${String(1001 + ((index * 137) % 8999)).padStart(4, '0')}`

const made = ([name, ...posts]: Written, index: number): Person => ({
  id: idOf(`person ${name}`, founded + 60_000 + index * 1000),
  name,
  phone: phoneOf(index),
  posts,
})

const villagers: readonly Person[] = villages.flatMap((village, index): Person[] => {
  const [name, from] = villageMediators[index] ?? ['', '']
  const grid = gridOfficers[index] ?? ''
  return [
    { ...made([name, { role: 'mediator', from }], 40 + index), village: village.short },
    { ...made([grid, { role: 'grid', from: '2022-01-01' }], 60 + index), village: village.short },
  ]
})

/** Everybody in the register; nobody is real. */
export const people: readonly Person[] = [...townspeople.map(made), ...villagers]

/** The person of that name. */
export const personNamed = (name: string): Person => {
  const person = people.find((each) => each.name === name)
  if (!person) throw new Error(`no person ${name}`)
  return person
}

const stands = (post: Post, day: string): boolean => (post.from ?? '') <= day && day <= (post.until ?? '9999')

/** Until when the certificate holds, as it is known on that day. */
export const certificateUntil = (post: Post, day: string): string =>
  (post.certificate?.renewals ?? []).filter((renewal) => renewal.on <= day).at(-1)?.until ??
  post.certificate?.until ??
  ''

/** Those who may inspect on that day: in post, with a certificate. */
export const certifiedOn = (day: string): readonly Person[] =>
  people.filter((person) =>
    person.posts.some((post) => {
      const certificate = post.certificate
      return (
        certificate !== undefined &&
        stands(post, day) &&
        (post.from ?? '') < day &&
        certificate.from <= day &&
        day <= certificateUntil(post, day)
      )
    }),
  )

const holding = (role: Post['role'], day: string): readonly Person[] =>
  people.filter((person) => person.posts.some((post) => post.role === role && stands(post, day)))

/** The mediators of the township's own office on that day. */
export const townMediatorsOn = (day: string): readonly Person[] =>
  holding('mediator', day).filter((person) => person.village === undefined)

/** The village's own mediator, if there is one on that day. */
export const villageMediatorOn = (village: string, day: string): Person | undefined =>
  holding('mediator', day).find((person) => person.village === village)

/** The village's grid officer. */
export const gridOfficerOf = (village: string): Person | undefined =>
  holding('grid', '2025-01-01').find((person) => person.village === village)
