import type { Change } from '../../../src/domain/record/change.ts'
import type { QueueEntry, ServerRecord, Session, WorkingCopy } from '../../../src/app/sync/ledger-types.ts'
import type { Acked, PhotoBytes, PhotoInfo } from '../../../src/app/vault/vault.ts'

/** An id that tells its number: the 7th is 01900000-0000-7000-8000-000000000007. */
export const id = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`

export const change = (number: number, more: Partial<Change> = {}): Change => ({
  id: id(number),
  recordId: id(number + 500_000),
  kind: 'inspection',
  by: 'wang',
  set: { status: 'submitted', placeName: `${number} 号车间` },
  madeAt: '2026-03-05T10:00:00.000+08:00',
  ...more,
})

export const entry = (number: number, more: Partial<QueueEntry> = {}): QueueEntry => ({
  change: change(number),
  state: 'queued',
  problems: [],
  savedAt: '2026-03-05T02:00:00.000Z',
  tries: 0,
  nextTryAt: null,
  ...more,
})

export const acked = (number: number, more: Partial<Acked> = {}): Acked => ({
  change: change(number),
  at: '2026-03-05T02:00:00.000Z',
  version: 1,
  pulled: false,
  ...more,
})

export const record = (number: number, more: Partial<ServerRecord> = {}): ServerRecord => ({
  id: id(number + 500_000),
  kind: 'inspection',
  version: 1,
  status: 'submitted',
  data: { status: 'submitted' },
  seq: number,
  updatedAt: '2026-03-05T02:00:00.000Z',
  updatedBy: { id: 'wang', name: '王瑞' },
  ...more,
})

export const copy = (number: number, more: Partial<WorkingCopy> = {}): WorkingCopy => ({
  id: id(number),
  kind: 'inspection',
  recordId: id(number + 500_000),
  base: null,
  values: { placeName: '石盘沟' },
  children: [],
  savedAt: '2026-03-05T02:00:00.000Z',
  ...more,
})

export const session: Session = {
  user: { id: 'wang', name: '王瑞', roles: ['officer'], personId: id(1) },
  township: { id: 'yangcheng', name: '阳城镇' },
  villages: [id(2)],
}

export const hash = (number: number): string => `sha256:${String(number).padStart(64, '0')}`

export const photo = (number: number, more: Partial<PhotoInfo> = {}): PhotoInfo => ({
  hash: hash(number),
  name: `photo-${number}.jpg`,
  type: 'image/jpeg',
  size: 3,
  takenAt: '2026-03-05T10:00:00+08:00',
  addedAt: `2026-03-05T02:00:00.${String(number).padStart(3, '0')}Z`,
  state: 'kept',
  ...more,
})

export const content = (number: number): PhotoBytes => ({
  bytes: Uint8Array.of(1, 2, number).buffer,
  thumb: Uint8Array.of(number).buffer,
})

/** What a field holds of that photo. */
export const photoValue = (number: number) => ({ hash: hash(number), name: `photo-${number}.jpg`, size: 3 })
