import { fieldMovers, fieldsIn, toldStates, toldSteps } from './fields.ts'
import type { Kind, Measure } from './kind.ts'
import { choices, label, statusFields } from './parts.ts'

const main = fieldsIn('main')
const trial = fieldsIn('trial')
const by: NonNullable<Measure['by']> = { village: 'villageId', people: ['judgeId'] }

/** 巡回审判 circuit trial: a court hearing held in the village, open to all. Figures: circuit-trials, circuit-trial-attendance. */
export const circuitTrial: Kind = {
  name: 'circuitTrial',
  version: 1,
  label: label('巡回审判', 'Circuit trial'),
  glyph: '巡',
  group: 'case',
  family: 'court',
  mainDate: 'heldOn',
  numberLetters: '综巡',
  sections: [
    { name: 'main', label: label('开庭', 'Hearing') },
    { name: 'trial', label: label('案件', 'Case') },
  ],
  fields: [
    ...statusFields(toldStates),
    main('date', 'heldOn', '开庭日期', 'Held on', { required: true, default: 'today' }),
    main('village', 'villageId', '村', 'Village', { required: true }),
    main('text', 'placeName', '地点', 'Place', { required: true, max: 100 }),
    main('text', 'court', '审理法院', 'Court', { required: true, max: 60 }),
    main('person', 'judgeId', '承办法官', 'Judge', { of: 'judge' }),
    main('integer', 'attendance', '旁听人次', 'Attendance', {
      required: true,
      max: 10_000,
      help: label(
        '到场群众人数，不含法庭和镇里工作人员',
        'People who came, without the court’s and the township’s own',
      ),
    }),
    trial('text', 'caseNumber', '案号', 'Case number', { max: 60 }),
    trial('text', 'cause', '案由', 'Cause', { required: true, max: 100 }),
    trial('choice', 'result', '庭审结果', 'Result', {
      choices: choices({
        judged: ['当庭宣判', 'Judged'],
        settled: ['当庭调解', 'Settled'],
        adjourned: ['择期宣判', 'Adjourned'],
      }),
    }),
    trial('longText', 'explained', '以案释法', 'Law explained', { max: 1000 }),
    trial('photos', 'photos', '照片', 'Photos', { max: 20 }),
  ],
  states: toldStates,
  transitions: toldSteps(fieldMovers),
  rules: [],
  measures: [
    { id: 'circuitTrials', add: 1, by },
    { id: 'circuitTrials.attendance', add: { field: 'attendance' }, by },
  ],
  title: ['cause'],
  subtitle: ['placeName', 'result'],
}
