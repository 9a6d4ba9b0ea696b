import type { Data } from '../../domain/value.ts'
import { accountNamed } from './accounts.ts'
import type { Book } from './book.ts'
import { instant } from './days.ts'
import type { Enterprise } from './enterprises.ts'
import { aboveSize, closedEnterprises, enterprises, households } from './enterprises.ts'
import type { Person, Post } from './people.ts'
import { people, personNamed } from './people.ts'
import { founded, villages } from './villages.ts'

const admin = accountNamed('admin')
const supervisor = accountNamed('supervisor')

const writeVillages = (book: Book): void => {
  book.open('township record 阳城镇', 'township', admin, founded, {
    status: 'active',
    name: '阳城镇',
    county: '西峡县',
    letters: '西阳',
    firstYear: 2024,
    yearlyCap: 4,
  })
  villages.forEach((village, index) =>
    book.open(`village ${village.short}`, 'village', admin, founded + index * 1000, {
      status: 'active',
      name: village.name,
      code: village.code,
    }),
  )
}

/** The kept form of a post; what was not yet known on the day it was entered comes as an edit. */
const dutyOf = (person: Person, post: Post): Data => ({
  status: 'active',
  personId: person.id,
  role: post.role,
  ...(post.specialty ? { specialty: post.specialty } : {}),
  ...(post.from === undefined ? {} : { from: post.from }),
  ...(post.certificate
    ? {
        certificateNumber: post.certificate.number,
        certificateFrom: post.certificate.from,
        certificateUntil: post.certificate.until,
      }
    : {}),
})

const writePerson = (book: Book, person: Person, index: number): void => {
  const begin = person.posts.map((post) => post.from ?? '').sort()[0] ?? ''
  const late = begin > '2024-01-02'
  const at = late ? instant(begin, 9, 10) + index * 1000 : founded + 60_000 + index * 1000
  book.open(
    `person ${person.name}`,
    'person',
    admin,
    at,
    { status: 'active', name: person.name, phone: person.phone },
    person.id,
  )
  person.posts.forEach((post, place) => {
    const page = book.open(
      `duty ${person.name} ${post.role} ${place}`,
      'duty',
      admin,
      at + 600_000 + place * 1000,
      dutyOf(person, post),
    )
    if (post.until !== undefined) page.edit(admin, instant(post.until, 10, 20), { until: post.until }, '到龄退休')
    for (const renewal of post.certificate?.renewals ?? [])
      page.edit(admin, instant(renewal.on, 16, index % 50), { certificateUntil: renewal.until }, '执法证年审换证')
  })
}

const enterpriseData = (each: Enterprise): Data => ({
  status: 'active',
  name: each.name,
  type: each.type,
  ...(each.creditCode === null ? {} : { creditCode: each.creditCode }),
  villageId: each.village.id,
  industry: each.industry,
  riskGrade: each.riskGrade,
  ...(each.from === undefined ? {} : { from: each.from }),
})

/** The liaison officers, in the turn in which enterprises have them. */
export const liaisons = ['高立新', '白晓棠', '薛明哲', '许国强', '卢海燕']

/** Which day of 2025 an enterprise went above designated size, for the three that did; the others stand longer. */
const upIn2025: { readonly [place: number]: string } = { 19: '2025-03-31', 20: '2025-06-30', 21: '2025-09-30' }

const writeLiaison = (each: Enterprise, place: number, edit: ReturnType<Book['open']>['edit']): void => {
  const up = upIn2025[place]
  const person = personNamed(liaisons[place % liaisons.length] ?? '高立新').id
  const first = place < 12 ? '2025-02-21' : '2025-02-24'
  if (up === undefined) {
    const year = Math.min(2024, Math.max(2015 + (place % 8), Number((each.from ?? '2010').slice(0, 4)) + 1))
    edit(
      supervisor,
      instant(first, 15, place * 2),
      { aboveDesignatedFrom: `${year}-01-01`, liaisonId: person, liaisonFrom: first },
      '建立企业法治联络员制度',
    )
    return
  }
  edit(
    supervisor,
    instant(up, 11, place),
    { aboveDesignatedFrom: up, liaisonId: person, liaisonFrom: up },
    `${each.name}新入规，同步配联络员`,
  )
}

const writeEnterprises = (book: Book): void => {
  for (const each of [...enterprises, ...closedEnterprises, ...households]) {
    const page = book.open(each.key, 'enterprise', admin, each.registeredAt, enterpriseData(each))
    const place = aboveSize.indexOf(each)
    if (place >= 0) writeLiaison(each, place, page.edit)
    if (each.until !== undefined)
      page.edit(
        supervisor,
        instant(each.until > '2024-01-02' ? each.until : '2024-01-15', 16, 30),
        { until: each.until },
        each.type === 'household' ? '清栏退养' : '已注销',
      )
  }
  const double = enterprises[40]
  if (!double) return
  const twin = book.open('enterprise double', 'enterprise', supervisor, instant('2025-04-08', 10, 12), {
    ...enterpriseData(double),
    industry: '农副产品',
  })
  twin.edit(supervisor, instant('2025-04-09', 9, 5), {
    status: 'void',
    voidReason: '与已有登记重复，信用代码相同',
    duplicateOf: double.id,
  })
}

/** The township, its villages, people with their duties, and enterprises, with what became of them. */
export const writeRegisters = (book: Book): void => {
  writeVillages(book)
  people.forEach((person, index) => writePerson(book, person, index))
  writeEnterprises(book)
}
