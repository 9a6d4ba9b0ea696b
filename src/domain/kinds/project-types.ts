import { choices } from './parts.ts'

/** What a project is, in the register and in the reviews of it: 市县重点项目, 美丽乡村, 养老设施改造. */
export const projectTypes = choices({
  keyProject: ['市县重点项目', 'Key project'],
  beautifulVillage: ['美丽乡村项目', 'Beautiful village'],
  elderlyCare: ['养老设施改造', 'Elderly care'],
  other: ['其他', 'Other'],
})
