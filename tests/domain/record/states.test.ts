import { expect, test } from 'vitest'
import { kindNamed, kinds } from '../../../src/domain/kinds/all.ts'
import { isUnfinished } from '../../../src/domain/record/states.ts'

test('what is still to be done is told by the steps that lead on', () => {
  const mediation = kindNamed('mediation')
  const unfinished = mediation?.states.filter(({ name }) => isUnfinished(mediation, name)).map(({ name }) => name)
  expect(unfinished).toEqual(['draft', 'accepted', 'concluded'])
  for (const kind of kinds) expect([kind.name, isUnfinished(kind, 'void')]).toEqual([kind.name, false])
})
