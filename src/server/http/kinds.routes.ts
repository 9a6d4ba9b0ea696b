import Type from 'typebox'
import { kinds } from '../../domain/kinds/all.ts'
import { AnyData, answers, type App } from './schemas.ts'

/** What can be logged, as data: the phone's forms, lists and checks are made from it. */
export function kindRoutes(app: App): void {
  app.get(
    '/api/kinds',
    { schema: { summary: 'What can be logged', response: answers(Type.Object({ kinds: Type.Array(AnyData) })) } },
    async () => ({ kinds }),
  )
}
