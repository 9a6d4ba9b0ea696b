import { fieldsIn } from './fields.ts'
import type { Field, Section } from './kind.ts'
import { choices, label } from './parts.ts'

const proven = fieldsIn('proof')

/** Pictures and papers of it, and what else is to be said. */
export const proof: readonly Field[] = [
  proven('photos', 'photos', '照片', 'Photos', { max: 30 }),
  proven('files', 'papers', '附件', 'Papers', { max: 20 }),
  proven('longText', 'note', '备注', 'Note', { max: 1000 }),
]

/** The section that they stand in. */
export const proofSection: Section = { name: 'proof', label: label('照片和附件', 'Photos and papers') }

/** The fields of work, as an inspection names them. */
export const matters = choices({
  traffic: ['交通', 'Traffic'],
  fire: ['消防', 'Fire'],
  farmland: ['耕地保护', 'Farmland'],
  environment: ['生态环境', 'Environment'],
  workSafety: ['安全生产', 'Work safety'],
  livestock: ['畜禽养殖', 'Livestock'],
  construction: ['规划建设', 'Construction'],
  other: ['其他', 'Other'],
})

/** Must stand outside drafts. */
export const must = { required: true } as const

/** Must stand, and is today unless said otherwise. */
export const today = { required: true, default: 'today' } as const

/** By the village of the record only. */
export const byVillage = { village: 'villageId' } as const
