import type { Label } from './kind.ts'

/** What kinds are grouped by where they are offered, so that forty don't bury three. */
export type Family = { readonly name: string; readonly label: Label }

/** In the order in which they are offered: field work first, since that is what is logged on the way. */
export const families: readonly Family[] = [
  { name: 'field', label: { zh: '巡查检查', en: 'Field work' } },
  { name: 'dispute', label: { zh: '调解化解', en: 'Disputes' } },
  { name: 'enforcement', label: { zh: '执法办案', en: 'Enforcement' } },
  { name: 'enterprise', label: { zh: '涉企服务', en: 'Enterprises' } },
  { name: 'publicity', label: { zh: '普法宣传', en: 'Publicity' } },
  { name: 'study', label: { zh: '学习部署', en: 'Study and tasks' } },
  { name: 'court', label: { zh: '府院联动', en: 'Court liaison' } },
  { name: 'legal', label: { zh: '合法审核', en: 'Legal review' } },
  { name: 'land', label: { zh: '土地整治', en: 'Land and sites' } },
  { name: 'people', label: { zh: '民生资金', en: 'People and funds' } },
]

/** The family of that name. */
export const familyNamed = (name: string): Family | undefined => families.find((family) => family.name === name)
