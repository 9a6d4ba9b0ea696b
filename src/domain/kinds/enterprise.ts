import type { Kind } from './kind.ts'
import { choices, fromUntil, label, mergedInto, registerStates, statusFields, voiding } from './parts.ts'

/**
 * 企业 enterprise or livestock household. Figures: enterprises-registered,
 * enterprises-with-liaison.
 */
export const enterprise: Kind = {
  name: 'enterprise',
  version: 1,
  label: label('企业', 'Enterprise'),
  glyph: '企',
  group: 'register',
  sections: [
    { name: 'main', label: label('企业', 'Enterprise') },
    { name: 'service', label: label('规上与联络', 'Size and liaison') },
  ],
  fields: [
    ...statusFields(registerStates),
    { name: 'name', type: 'text', label: label('名称', 'Name'), required: true, max: 100, section: 'main' },
    {
      name: 'type',
      type: 'choice',
      label: label('类型', 'Type'),
      required: true,
      default: 'enterprise',
      section: 'main',
      choices: choices({ enterprise: ['企业', 'Enterprise'], household: ['养殖户', 'Household'] }),
    },
    { name: 'creditCode', type: 'text', label: label('统一社会信用代码', 'Credit code'), max: 18, section: 'main' },
    { name: 'villageId', type: 'village', label: label('村', 'Village'), required: true, section: 'main' },
    { name: 'industry', type: 'text', label: label('行业', 'Industry'), max: 60, section: 'main' },
    {
      name: 'riskGrade',
      type: 'choice',
      label: label('风险等级', 'Risk grade'),
      section: 'main',
      choices: choices({
        low: ['低', 'Low'],
        general: ['一般', 'General'],
        higher: ['较高', 'Higher'],
        high: ['高', 'High'],
      }),
    },
    { name: 'location', type: 'location', label: label('位置', 'Location'), section: 'main' },
    ...fromUntil(label('成立日期', 'From'), label('注销日期', 'Until')),
    { name: 'aboveDesignatedFrom', type: 'date', label: label('入规日期', 'Above size from'), section: 'service' },
    {
      name: 'aboveDesignatedUntil',
      type: 'date',
      label: label('退规日期', 'Above size until'),
      future: true,
      section: 'service',
    },
    { name: 'liaisonId', type: 'person', label: label('法治联络员', 'Liaison officer'), section: 'service' },
    { name: 'liaisonFrom', type: 'date', label: label('联络起', 'Liaison from'), section: 'service' },
    { name: 'liaisonUntil', type: 'date', label: label('联络止', 'Liaison until'), future: true, section: 'service' },
    mergedInto,
  ],
  states: registerStates,
  transitions: voiding(registerStates),
  rules: [
    { rule: 'checkDigit', field: 'creditCode', as: 'creditCode' },
    { rule: 'dateOrder', first: 'from', then: 'until' },
    { rule: 'dateOrder', first: 'aboveDesignatedFrom', then: 'aboveDesignatedUntil' },
    { rule: 'dateOrder', first: 'liaisonFrom', then: 'liaisonUntil' },
  ],
  measures: [
    {
      id: 'enterprises',
      when: { field: 'type', is: 'enterprise' },
      add: 1,
      at: 'from',
      until: 'until',
      by: { village: 'villageId' },
    },
    {
      id: 'enterprises.liaison',
      when: {
        all: [
          { field: 'aboveDesignatedFrom', present: true },
          { field: 'liaisonFrom', present: true },
        ],
      },
      add: 1,
      at: ['aboveDesignatedFrom', 'liaisonFrom'],
      until: ['aboveDesignatedUntil', 'liaisonUntil'],
      by: { village: 'villageId' },
    },
  ],
  title: ['name'],
  subtitle: ['industry'],
}
