import type { FastifyInstance, FastifyTypeProvider, RawServerDefault } from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger } from 'fastify'
import Type, { type Static, type TSchema } from 'typebox'

/** The types of a request follow from the schemas that judge it. */
export interface SchemaTypes extends FastifyTypeProvider {
  validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown
  serializer: unknown
}

/** The app as routes see it. */
export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, SchemaTypes>

export const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' })
export const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })
/** Numbers of a query are text: patterned, parsed once, never coerced. */
export const QueryYear = Type.String({ pattern: '^(19|20|21)[0-9]{2}$' })
export const QueryMonth = Type.String({ pattern: '^(0?[1-9]|1[0-2])$' })
export const QueryPage = Type.String({ pattern: '^[1-9][0-9]{0,6}$' })

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** Any object: what a record holds is for its kind to say. */
export const AnyData = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true })

export const Label = Type.Object({ zh: Type.String(), en: Type.String() })

export const ProblemItem = Type.Object({ path: Type.String(), code: Type.String(), message: Type.String() })

/** RFC 9457, as every refusal of a whole request. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    errors: Type.Optional(Type.Array(ProblemItem)),
  },
  { title: 'Problem' },
)

/** Every other status of a route is a problem. */
export const refusals = {
  default: { description: 'problem', content: { 'application/problem+json': { schema: Problem } } },
}

/** A 200 of this shape, else a problem. */
export const answers = <T extends TSchema>(schema: T, description = 'ok') => ({
  200: { description, content: { 'application/json': { schema } } },
  ...refusals,
})
