import { fieldMovers, fieldsIn, toldStates, toldSteps } from './fields.ts'
import type { Condition, Kind, Measure } from './kind.ts'
import { choices, label, statusFields } from './parts.ts'
import { byVillage, must, proof, proofSection, today } from './work-fields.ts'

const main = fieldsIn('main')
const reach = fieldsIn('reach')
const video: Condition = { field: 'form', is: 'video' }

const count = (form: string): Measure => ({
  id: `publicity.${form}`,
  when: { field: 'form', is: form },
  add: 1,
  by: byVillage,
})
const audience = (form: string): Measure => ({
  ...count(form),
  id: `publicity.${form}.audience`,
  add: { field: 'audience' },
})

/**
 * 普法宣传 publicity: an event, a talk to growers, a short video; each form is counted by itself. Figures:
 * publicity-events, publicity-audience, grower-talks, short-videos, video-reach.
 */
export const publicity: Kind = {
  name: 'publicity',
  version: 1,
  label: label('普法宣传', 'Publicity'),
  glyph: '宣',
  group: 'case',
  family: 'publicity',
  mainDate: 'heldOn',
  sections: [
    { name: 'main', label: label('宣传', 'Publicity') },
    { name: 'reach', label: label('覆盖', 'Reach') },
    proofSection,
  ],
  fields: [
    ...statusFields(toldStates),
    main('choice', 'form', '形式', 'Form', {
      ...must,
      choices: choices({
        event: ['普法宣传活动', 'Event'],
        growerTalk: ['种植户权益宣讲', 'Talk to growers'],
        video: ['短视频', 'Short video'],
      }),
    }),
    main('date', 'heldOn', '日期', 'Date', today),
    main('text', 'topic', '主题', 'Topic', { ...must, max: 100 }),
    main('village', 'villageId', '村', 'Village', { visibleWhen: { not: video } }),
    main('text', 'placeName', '地点', 'Place', {
      visibleWhen: { not: video },
      requiredWhen: { not: video },
      max: 100,
    }),
    main('people', 'speakers', '宣讲人员', 'Speakers', { max: 20, default: 'me' }),
    main('choices', 'channels', '发布平台', 'Channels', {
      visibleWhen: video,
      requiredWhen: video,
      min: 1,
      choices: choices({
        wechatVideo: ['微信视频号', 'WeChat video'],
        douyin: ['抖音', 'Douyin'],
        groups: ['村民微信群', 'Village groups'],
        screen: ['户外屏', 'Public screens'],
        other: ['其他', 'Other'],
      }),
    }),
    main('integer', 'seconds', '时长（秒）', 'Length (seconds)', { visibleWhen: video, max: 7200 }),
    reach('integer', 'audience', '覆盖人次', 'Audience', {
      ...must,
      max: 1_000_000,
      help: label('视频填推送覆盖人次', 'For a video: how many it reached'),
    }),
    reach('choices', 'groups', '对象', 'For whom', {
      choices: choices({
        villagers: ['村民', 'Villagers'],
        growers: ['种植户', 'Growers'],
        enterprises: ['企业职工', 'Workers'],
        students: ['学生', 'Students'],
        cadres: ['干部', 'Cadres'],
        elderly: ['老年人', 'The elderly'],
      }),
    }),
    reach('integer', 'leaflets', '发放资料（份）', 'Leaflets', { visibleWhen: { not: video }, max: 1_000_000 }),
    reach('integer', 'questions', '现场解答（人次）', 'Questions answered', {
      visibleWhen: { not: video },
      max: 100_000,
    }),
    ...proof,
  ],
  states: toldStates,
  transitions: toldSteps(fieldMovers),
  rules: [],
  measures: [count('event'), audience('event'), count('growerTalk'), count('video'), audience('video')],
  title: ['topic'],
  subtitle: ['form', 'placeName'],
}
