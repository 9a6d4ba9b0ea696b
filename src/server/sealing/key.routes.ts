import Type from 'typebox'
import { answers, type App } from '../http/schemas.ts'
import type { SealingKeys } from './keys.ts'

const Key = Type.Object({
  keyId: Type.String(),
  publicKey: Type.Object({
    kty: Type.Literal('EC'),
    crv: Type.Literal('P-256'),
    x: Type.String(),
    y: Type.String(),
  }),
})

/** The public key that phones seal for now (DESIGN.md 5), as JWK. */
export function keyRoute(app: App, keys: SealingKeys): void {
  app.get(
    '/api/sync/key',
    { schema: { summary: 'The key to seal the outbox for', response: answers(Key) } },
    async () => keys.current(),
  )
}
