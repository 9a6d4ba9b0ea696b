/** What the township typed for its years: figures that no record gives, each with its source. */
export const demoEntries: readonly {
  readonly year: number
  readonly figureId: string
  readonly value: number
  readonly source: string
  /** Typed on. */
  readonly day: string
}[] = [
  { year: 2024, figureId: 'industrial-output', value: 11.8, source: '县统计局《2024年统计公报》', day: '2025-02-20' },
  { year: 2024, figureId: 'mushroom-bags', value: 118, source: '镇农业服务中心2024年食用菌统计表', day: '2025-02-20' },
  {
    year: 2024,
    figureId: 'planned-study-sessions',
    value: 4,
    source: '2024年法治政府建设情况工作报告第三部分',
    day: '2025-02-24',
  },
  { year: 2025, figureId: 'industrial-output', value: 12.6, source: '县统计局2025年12月快报', day: '2026-01-07' },
  {
    year: 2025,
    figureId: 'central-village-project',
    value: 753,
    source: '县发改委项目批复（西发改审批〔2025〕31号）',
    day: '2026-01-07',
  },
  { year: 2025, figureId: 'mushroom-bags', value: 123, source: '镇农业服务中心2025年食用菌统计表', day: '2026-01-07' },
  ...[
    { figureId: 'planned-study-sessions', value: 4 },
    { figureId: 'quarterly-quality-reviews', value: 4 },
    { figureId: 'monthly-joint-meetings', value: 12 },
  ].map((plan) => ({ year: 2025, ...plan, source: '镇2026年法治政府建设工作要点', day: '2026-01-08' })),
]
