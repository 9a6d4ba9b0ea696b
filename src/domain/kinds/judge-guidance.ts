import { fieldMovers, fieldsIn, toldStates, toldSteps } from './fields.ts'
import type { Kind } from './kind.ts'
import { label, statusFields } from './parts.ts'

const main = fieldsIn('main')

/**
 * 法官下沉网格 judge guidance: a visit of a judge to a grid, linked to the mediations that it guided; the visit counts
 * once, however many they were. Figure: judge-guided-mediations.
 */
export const judgeGuidance: Kind = {
  name: 'judgeGuidance',
  version: 1,
  label: label('法官指导调解', 'Judge guidance'),
  glyph: '导',
  group: 'case',
  family: 'court',
  mainDate: 'guidedOn',
  numberLetters: '综导',
  sections: [{ name: 'main', label: label('指导', 'Guidance') }],
  fields: [
    ...statusFields(toldStates),
    main('date', 'guidedOn', '指导日期', 'Guided on', { required: true, default: 'today' }),
    main('village', 'villageId', '村', 'Village', { required: true }),
    main('person', 'judgeId', '法官', 'Judge', { required: true, of: 'judge', default: 'me' }),
    main('people', 'mediators', '参加调解员', 'Mediators present', { of: 'mediator', max: 20 }),
    main('records', 'mediationIds', '指导的调解', 'Mediations guided', {
      required: true,
      of: 'mediation',
      min: 1,
      max: 20,
    }),
    main('longText', 'advice', '指导意见', 'Advice', { required: true, max: 2000 }),
    main('photos', 'photos', '照片', 'Photos', { max: 20 }),
  ],
  states: toldStates,
  transitions: toldSteps(fieldMovers),
  rules: [],
  measures: [{ id: 'judgeGuidances', add: 1, by: { village: 'villageId', people: ['judgeId'] } }],
  title: ['advice'],
  subtitle: ['judgeId'],
}
