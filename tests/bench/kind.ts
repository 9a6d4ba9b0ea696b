/** A kind of 60 questions of mixed types in four sections, and one that depends on another: no real kind is so long. */
export const benchKind = (): object => {
  const label = (text: string) => ({ zh: text, en: text })
  const choices = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: label(`选项${at + 1}`) }))
  const types = [
    { type: 'text', max: 100 },
    { type: 'choice', choices: choices(3) },
    { type: 'date' },
    { type: 'text', max: 100 },
    { type: 'choice', choices: choices(9) },
    { type: 'integer' },
    { type: 'boolean' },
    { type: 'longText', max: 1000 },
    { type: 'decimal', decimals: 1 },
    { type: 'people', of: 'enforcement' },
  ]
  const sections = ['a', 'b', 'c', 'd'].map((name) => ({ name, label: label(`第${name}部分`) }))
  const fields = Array.from({ length: 60 }, (_, at) => ({
    ...types[at % types.length],
    name: `q${at + 1}`,
    label: label(`问题${at + 1}`),
    required: true,
    section: sections[Math.floor(at / 15)]?.name,
  }))
  const depends = {
    name: 'depends',
    type: 'text',
    label: label('随之而来'),
    visibleWhen: { field: 'q2', is: 'v0' },
    section: 'a',
  }
  const states = [
    { name: 'draft', label: label('草稿'), counts: false },
    { name: 'submitted', label: label('已提交'), counts: false },
    { name: 'void', label: label('作废'), counts: false },
  ]
  const status = {
    name: 'status',
    type: 'choice',
    label: label('状态'),
    choices: states.map((state) => ({ value: state.name, label: state.label })),
  }
  return {
    name: 'bench',
    version: 1,
    label: label('六十问'),
    glyph: '测',
    group: 'case',
    family: 'field',
    sections,
    fields: [status, ...fields.slice(0, 2), depends, ...fields.slice(2)],
    states,
    transitions: [{ from: 'draft', to: 'submitted', by: ['author'], label: label('提交') }],
    rules: [],
    measures: [],
    title: ['q1'],
    subtitle: [],
  }
}
