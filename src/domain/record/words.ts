import type { Kind } from '../kinds/kind.ts'
import { fieldOf } from '../kinds/kind.ts'
import type { Problem, ProblemCode, Warning } from './change.ts'

export type Language = 'zh' | 'en'

const day = (text: string): string =>
  `${Number(text.slice(0, 4))}年${Number(text.slice(5, 7))}月${Number(text.slice(8, 10))}日`
const roleWords: { readonly [role: string]: readonly [string, string] } = { grid: ['网格员', 'a grid officer'] }

type Words = (params: { readonly [name: string]: string | number }) => readonly [zh: string, en: string]

/** What happened, then what to do (LOOK.md, Words). */
const sentences: { readonly [code in ProblemCode | Warning['code']]: Words } = {
  badChange: () => [
    '这条记录的格式不对。升级应用后再传。',
    'This change is malformed. Update the app, then send again.',
  ],
  unknownKind: () => ['服务器没有这一类记录。', 'The server has no such kind of record.'],
  unknownField: () => ['没有这一项。', 'There is no such field.'],
  newerKind: () => [
    '服务器版本旧，等它升级后自动再传。',
    'The server is older than this form; it is sent again after its update.',
  ],
  badId: () => ['编号格式不对。', 'This is not a valid id.'],
  required: () => ['这一项必填。', 'This is required.'],
  hidden: () => ['按现在的选择，这一项不该填。清空它。', 'By the choices made, this must be empty. Clear it.'],
  wrongType: ({ decimals }) =>
    decimals === 0
      ? ['填整数，不带小数。', 'Whole numbers only.']
      : ['格式不对，重新填。', 'Wrong format. Fill it in again.'],
  badText: () => [
    '有无法保存的字符，或格式不对。改一改。',
    'It holds characters that can’t be kept, or has the wrong form.',
  ],
  tooLong: ({ max }) =>
    max === undefined
      ? ['太长了，删短些。', 'Too long. Shorten it.']
      : [`太长了，最多 ${max} 字（项）。`, `Too long: at most ${max}.`],
  outOfRange: ({ zh, en, min, max, decimals }) => {
    if (zh !== undefined) return [`多于${zh}（${max}）。核对数值。`, `More than ${en} (${max}). Check the value.`]
    if (min !== undefined) return [`不能小于 ${min}。核对数值。`, `Not below ${min}. Check the value.`]
    if (max !== undefined) return [`不能大于 ${max}。核对数值。`, `Not above ${max}. Check the value.`]
    if (decimals !== undefined)
      return [`最多 ${decimals} 位小数。核对数值。`, `At most ${decimals} decimals. Check the value.`]
    return ['超出范围，核对数值。', 'Out of range. Check the value.']
  },
  badChoice: () => ['没有这个选项，或重复了。重新选。', 'No such choice, or given twice. Choose again.'],
  futureDate: () => ['日期还没到。改成今天或以前。', 'This day hasn’t come yet. Choose today or before.'],
  dateOrder: ({ zh, en, day: first }) => [
    `早于${zh}（${day(String(first))}）。改日期。`,
    `Earlier than ${en} (${first}). Change the date.`,
  ],
  badTransition: () => ['状态不能这样跳。按顺序一步一步来。', 'States can’t be skipped. Take them in order.'],
  unknownLink: () => ['关联的记录不对，重新选。', 'The linked record is of another kind. Choose again.'],
  otherTownship: () => ['这个村不在本镇。重新选。', 'This village is not of this township. Choose again.'],
  certificateExpired: ({ name, until }) =>
    until === undefined || until === ''
      ? [
          `${name}没有执法证。换一人，或改列协助人员。`,
          `${name} has no enforcement certificate. Replace them, or list them as an assistant.`,
        ]
      : [
          `${name}的执法证 ${day(String(until))}到期。换一人，或改列协助人员。`,
          `${name}’s certificate ended on ${until}. Replace them, or list them as an assistant.`,
        ],
  tooFew: ({ min, missing }) => [`还差 ${missing} 名，至少 ${min} 名。`, `${missing} more needed, at least ${min}.`],
  notAllowed: ({ name, role }) => {
    const held = roleWords[String(role)]
    if (held)
      return [
        `${name}是${held[0]}，不能作检查人员。改列协助人员。`,
        `${name} is ${held[1]} and can’t inspect. List them as an assistant.`,
      ]
    return ['没有权限改这里。找主管。', 'Not allowed. Ask the supervisor.']
  },
  notFound: () => ['找不到这条记录，或不归本人管。', 'No such record, or it isn’t yours.'],
  notYours: () => ['这条是别人记的，要由本人上传。', 'Somebody else made this; only they can send it.'],
  idTaken: () => ['这个编号已有记录。重新记一条。', 'A record with this id exists already.'],
  idReused: () => ['同一编号传过别的内容。重新保存一次。', 'This change id was used for something else. Save again.'],
  unknownKey: () => ['加密钥匙已换，解锁后自动再传。', 'The key has changed; it is sent again after unlocking.'],
  updateApp: () => ['应用太旧，升级后再传，记录都在。', 'The app is too old. Update it; nothing is lost.'],
  clock: () => ['手机时间不准。核对日期。', 'The phone’s clock is off. Check the dates.'],
  checkDigit: () => ['末位校验不对。核对号码。', 'The check digit doesn’t fit. Check the number.'],
  twoPeople: () => ['只有 1 人，一般要 2 人同去。', 'Only one person; two go together as a rule.'],
  yearlyCap: ({ cap }) => [`今年已到上限 ${cap} 次。`, `The yearly cap of ${cap} is reached.`],
  late: ({ zh, en, days, took, year, reasoned }) => {
    if (year !== undefined && reasoned !== undefined)
      return [`${year}年已签定，这次改动记为更正。`, `${year} is signed: this stands as a correction.`]
    if (year !== undefined)
      return [
        `${year}年已签定，这次改动记为更正。补写更正原因。`,
        `${year} is signed: this stands as a correction. Give the reason.`,
      ]
    return [
      `距${zh} ${took} 天，法定 ${days} 天。核对日期，或写明延期。`,
      `${took} days after ${en}; the law gives ${days}. Check the date, or note the extension.`,
    ]
  },
  duplicate: () => [
    '同一天同一处已有一条。核对是否重复。',
    'There is one of the same day and place. Check for a duplicate.',
  ],
}

/** A problem or warning as a sentence that says what to do, with the field's name in front where it is required. */
export const problemWords = (problem: Problem | Warning, kind: Kind | undefined, language: Language): string => {
  const [zh, en] = sentences[problem.code](problem.params ?? {})
  if (problem.code !== 'required' || !kind) return language === 'zh' ? zh : en
  const label = fieldOf(kind, problem.path.split('/')[2] ?? '')?.label
  if (!label) return language === 'zh' ? zh : en
  return language === 'zh' ? `还差${label.zh}。` : `${label.en} is required.`
}
