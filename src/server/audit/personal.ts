import type { FastifyRequest } from 'fastify'
import { kindNamed } from '../../domain/kinds/all.ts'
import { isEmpty } from '../../domain/value.ts'
import type { Context } from '../http/context.ts'
import type { RecordView } from '../records/views.ts'
import { audit, doingOf } from './audit.ts'

/** Whether a record tells personal data to whom it is shown: masked fields don't. */
const tellsPersonal = ({ kind, data }: Pick<RecordView, 'kind' | 'data'>): boolean =>
  kindNamed(kind)?.fields.some((field) => field.personal === true && !isEmpty(data[field.name])) ?? false

/**
 * Writes down that somebody was shown personal data, before it is told: one record by its id, several by their number
 * (their ids would say more than the log needs).
 */
export async function notePersonal(
  { db, clock }: Context,
  request: FastifyRequest,
  records: readonly Pick<RecordView, 'id' | 'kind' | 'data'>[],
  how: 'record' | 'history' | 'list' | 'pull',
): Promise<void> {
  const personal = records.filter(tellsPersonal)
  const [first] = personal
  if (!first) return
  const detail = { how, kind: [...new Set(personal.map((one) => one.kind))].sort(), records: personal.length }
  const subject = personal.length === 1 ? { subject: first.id } : {}
  await audit(db, doingOf(request, clock(), { action: 'sawPersonal', ...subject, detail }))
}
