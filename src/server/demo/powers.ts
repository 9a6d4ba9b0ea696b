import { accountNamed } from './accounts.ts'
import type { Book } from './book.ts'
import { step, tell, voidNext } from './tell.ts'
import { added, items } from './texts/power-items.ts'
import { founded } from './villages.ts'

const admin = accountNamed('admin')
const supervisor = accountNamed('supervisor')
const core = ['traffic', 'fire', 'farmland']
const list = '县政府乡镇执法事项清单（2021年版）'

/** On which day an item that isn't core is taken back, by its place among those: 3 in 2024, 19 in 2025. */
const cutOf = (place: number): readonly [day: string, document: string] | undefined => {
  if (place < 3) return ['2024-09-30', '县政府关于调整乡镇执法事项的通知（2024年）']
  if (place < 14) return ['2025-04-30', '县政府乡镇履职事项清单（2025年第一批）']
  return place < 22 ? ['2025-09-30', '县政府乡镇履职事项清单（2025年第二批）'] : undefined
}

/** The register of powers: 58 when it was begun, 55 at the start of 2025, 36 at its end. */
export const writePowers = (book: Book, years: readonly number[]): void => {
  const others = items.filter(([, matter]) => !core.includes(matter))
  items.forEach((item, index) => {
    const [name, matter, power] = item
    const isCore = core.includes(matter)
    const page = book.open(`powerItem ${name}`, 'powerItem', admin, founded + 3_000_000 + index * 1000, {
      status: 'active',
      name,
      code: `YC-${String(index + 1).padStart(3, '0')}`,
      origin: index % 3 === 0 ? 'statutory' : 'delegated',
      power,
      matter,
      core: isCore,
      sourceDocument: list,
      from: '2021-07-01',
    })
    const cut = isCore ? undefined : cutOf(others.indexOf(item))
    if (cut)
      step(
        page,
        supervisor,
        cut[0],
        { removedOn: cut[0], removalDocument: cut[1], removalReason: '专业性强，乡镇难以承接' },
        '按清单调整',
      )
  })
  const double = tell(book, 'powerItem', 'double', supervisor, '2025-05-06', {
    status: 'active',
    name: '对占用耕地建坟的处罚（重复）',
    origin: 'delegated',
    power: 'penalty',
    matter: 'farmland',
    sourceDocument: list,
    from: '2025-05-01',
  })
  voidNext(double, '2025-05-06', '与已有事项重复')
  for (const year of years.filter((each) => each > 2025))
    tell(book, 'powerItem', `${year} added`, supervisor, `${year}-04-01`, {
      status: 'active',
      name: added[year % added.length] ?? '',
      origin: 'delegated',
      power: 'penalty',
      matter: 'fire',
      core: true,
      sourceDocument: `县政府乡镇履职事项清单（${year}年）`,
      from: `${year}-04-01`,
      validUntil: `${year + 5}-03-31`,
    })
}
