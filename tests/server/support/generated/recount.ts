import { both, count, type Counting, days, distinct, having, present, standing, sum } from './counting.ts'

/**
 * A figure once more, by `how` in figures.csv. `add`: amounts add up over months and villages (`once`: they don't, since
 * one counts once; `stock`: what stands on a day). `scale`: the unit shown is so many of the smallest.
 */
export type Recount = {
  readonly value: Counting
  readonly over?: Counting
  /** The value is by how much value/over fell against the year before. */
  readonly fall?: true
  readonly decimals?: number
  readonly scale?: number
  readonly kind: 'add' | 'once' | 'stock' | 'rate' | 'rateOfStock'
  /** Its records have no village that it could be asked by. */
  readonly nowhere?: true
}

const add = (value: Counting, more: Partial<Recount> = {}): Recount => ({ value, kind: 'add', ...more })
const once = (value: Counting, more: Partial<Recount> = {}): Recount => ({ value, kind: 'once', ...more })
const stock = (value: Counting, more: Partial<Recount> = {}): Recount => ({ value, kind: 'stock', ...more })
const rate = (value: Counting, over: Counting, more: Partial<Recount> = {}): Recount => ({
  value,
  over,
  decimals: 1,
  kind: 'rate',
  ...more,
})
const nowhere = { nowhere: true } as const
/** Fen to 万元. */
const tenThousandYuan = { scale: 1_000_000 } as const

const trainings = (type: string): Recount => add(count('training', 'heldOn', having({ type })), nowhere)
const attendance = (type: string): Recount => add(sum('training', 'heldOn', 'attendance', having({ type })), nowhere)
const trained = (type: string): Recount => once(distinct('training', 'heldOn', 'people', having({ type })), nowhere)
const inspections = (programme: string): Recount => add(count('inspection', 'date', having({ programme })))
const inspected = (programme: string): Recount =>
  once(distinct('inspection', 'date', 'enterpriseId', having({ programme })))
const publicity = (form: string): Recount => add(count('publicity', 'heldOn', having({ form })))
const audience = (form: string): Recount => add(sum('publicity', 'heldOn', 'audience', having({ form })))
const mediated = (track: string, ...outcome: readonly string[]): Counting =>
  count('mediation', 'concludedOn', having({ track, outcome }))
const documents = (step: string): Recount =>
  rate(count('normativeDocument', 'issuedOn', present(step)), count('normativeDocument', 'issuedOn'), nowhere)
const invested = (projectType: string): Recount =>
  add(sum('legalReview', 'reviewedOn', 'amount', having({ projectType }), true), { ...nowhere, ...tenThousandYuan })
const decision = having({ subject: 'decision' })
const ofTownship = having({ by: 'township' })
const onDuty = (role: string) => ({ begins: ['from'], ends: ['until'], where: having({ role }), subject: 'personId' })
const officers = standing('duty', onDuty('enforcement'))
const removed = count('powerItem', 'removedOn')
const visits = (field: string): Counting => sum('oversight', 'date', field)
const advice = sum('legalReview', 'reviewedOn', 'riskAdviceCount')

/** Every figure that records give, in the order of figures.csv. */
export const recounts: Readonly<Record<string, Recount>> = {
  'central-group-study-sessions': trainings('centralGroup'),
  'cadre-law-trainings': trainings('cadre'),
  'law-classes': trainings('lawClass'),
  'law-class-attendance': attendance('lawClass'),
  'key-tasks-assigned': add(count('task', 'assignedOn'), nowhere),
  'leader-briefings': add(count('briefing', 'heldOn'), nowhere),
  'hard-problems-solved': add(count('hardProblem', 'solvedOn')),
  'power-items-cut': add(removed, nowhere),
  'power-items-cut-rate': rate(
    removed,
    standing('powerItem', { begins: ['from'], ends: ['removedOn'], before: true }),
    { kind: 'rateOfStock', ...nowhere },
  ),
  'enterprises-soft-inspected': inspected('soft'),
  'rough-enforcement-complaints': add(count('complaint', 'upheldOn')),
  'enterprises-with-liaison': stock(
    standing('enterprise', {
      begins: ['aboveDesignatedFrom', 'liaisonFrom'],
      ends: ['aboveDesignatedUntil', 'liaisonUntil'],
      where: present('aboveDesignatedFrom', 'liaisonFrom'),
    }),
  ),
  'liaison-consultations': add(count('consultation', 'heldOn')),
  'enterprise-disputes-resolved': add(count('enterpriseDispute', 'concludedOn', having({ outcome: 'resolved' }))),
  'officer-law-trainings': trainings('officer'),
  'officer-law-training-attendance': attendance('officer'),
  'certificates-reviewed': once(
    distinct('certificateReview', 'reviewedOn', 'personId', having({ result: 'passed' })),
    nowhere,
  ),
  'administrative-inspections': inspections('administrative'),
  'administrative-guidance': add(count('guidance', 'date')),
  'penalty-cases': add(count('penalty', 'decidedOn')),
  'case-files-reviewed': add(count('caseReview', 'reviewedOn', ofTownship), nowhere),
  'irregular-acts-corrected': add(sum('caseReview', 'reviewedOn', 'correctedCount', ofTownship), nowhere),
  'case-files-qualified-rate': rate(
    count('caseReview', 'reviewedOn', both(ofTownship, having({ result: 'qualified' }))),
    count('caseReview', 'reviewedOn', ofTownship),
    nowhere,
  ),
  'county-trainings': trainings('county'),
  'county-training-officers': trained('county'),
  'case-discussions': trainings('caseDiscussion'),
  'certificate-holding-rate': rate(
    standing('duty', {
      begins: ['from', 'certificateFrom'],
      ends: ['until', 'certificateUntil'],
      where: both(having({ role: 'enforcement' }), present('certificateFrom')),
      subject: 'personId',
    }),
    officers,
    { kind: 'rateOfStock', ...nowhere },
  ),
  'monitors-appointed': stock(standing('duty', onDuty('monitor')), nowhere),
  'monitor-inspections': add(count('oversight', 'date'), nowhere),
  'monitor-case-files-checked': add(visits('caseFilesChecked'), nowhere),
  'monitor-problems-rectified': add(visits('problemsRectified'), nowhere),
  'monitor-case-files-qualified-rate': rate(visits('caseFilesQualified'), visits('caseFilesChecked'), nowhere),
  'five-ones': stock(
    standing('mechanism', { begins: ['startedOn'], ends: ['endedOn'], where: having({ group: 'fiveOnes' }) }),
    nowhere,
  ),
  'joint-meetings': add(count('meeting', 'heldOn', having({ type: 'courtLiaison' })), nowhere),
  'circuit-trials': add(count('circuitTrial', 'heldOn')),
  'circuit-trial-attendance': add(sum('circuitTrial', 'heldOn', 'attendance')),
  'administrative-disputes-resolved': add(mediated('administrative', 'agreed', 'withdrawn')),
  'administrative-dispute-resolution-rate': rate(
    mediated('administrative', 'agreed', 'withdrawn'),
    mediated('administrative', 'agreed', 'withdrawn', 'failed'),
  ),
  'government-judgments-performed': add(count('courtCase', 'performedOn', having({ status: 'performed' }))),
  'government-judgments-performance-rate': rate(
    count('courtCase', 'dueOn', present('performedOn')),
    count('courtCase', 'dueOn'),
  ),
  'judge-guided-mediations': add(count('judgeGuidance', 'guidedOn')),
  'disputes-mediated': add(mediated('people', 'agreed')),
  'mediation-success-rate': rate(mediated('people', 'agreed'), mediated('people', 'agreed', 'withdrawn', 'failed'), {
    decimals: 2,
  }),
  villages: stock(standing('village', { begins: ['from'], ends: ['until'] }), nowhere),
  'normative-documents-legality-rate': documents('lawfulOn'),
  'normative-documents-filing-rate': documents('filedOn'),
  'normative-documents-publication-rate': documents('publishedOn'),
  'normative-documents-discussion-rate': documents('discussedOn'),
  'decisions-reviewed': add(count('legalReview', 'reviewedOn', decision), nowhere),
  'review-opinions': add(count('legalReview', 'reviewedOn', both(decision, present('opinion'))), nowhere),
  'risk-advice': add(advice, nowhere),
  'risk-advice-adoption-rate': rate(sum('legalReview', 'reviewedOn', 'riskAdviceAdopted'), advice, nowhere),
  'key-projects-reviewed': once(
    distinct('legalReview', 'reviewedOn', 'projectId', having({ subject: 'decision', projectType: 'keyProject' })),
    nowhere,
  ),
  'key-projects-investment': invested('keyProject'),
  'beautiful-village-investment': invested('beautifulVillage'),
  'elderly-care-investment': invested('elderlyCare'),
  'post-decision-evaluations': add(count('postEvaluation', 'evaluatedOn'), nowhere),
  'measures-optimised': add(sum('postEvaluation', 'evaluatedOn', 'measuresOptimised'), nowhere),
  'investment-projects-reviewed': add(
    count('legalReview', 'reviewedOn', having({ subject: 'investmentProject', result: 'passed' })),
    nowhere,
  ),
  'land-transfer-kiwi': add(sum('landTransfer', 'signedOn', 'area', having({ crop: 'kiwi' }), true), { scale: 100 }),
  'land-transfer-herbs': add(sum('landTransfer', 'signedOn', 'area', having({ crop: 'herbs' }), true), { scale: 100 }),
  'land-transfer-petitions': add(sum('landTransfer', 'signedOn', 'petitions')),
  'ruins-demolished': add(count('siteWork', 'doneOn', having({ type: 'ruin' }))),
  'outlets-rectified': add(count('siteWork', 'doneOn', having({ type: 'outlet' }))),
  'villages-collective-income': once(distinct('collectiveIncome', 'receivedOn', 'villageId')),
  'relief-funds': add(sum('relief', 'paidOn', 'amount', undefined, true), tenThousandYuan),
  'safety-inspections': inspections('safety'),
  'hazards-rectified': add(count('hazard', 'closedOn', having({ origin: 'safety' }))),
  'livestock-farms-checked': inspected('livestock'),
  'livestock-problems-rectified': add(count('hazard', 'closedOn', having({ origin: 'livestock' }))),
  'soil-heap-parcels-rectified': add(count('landParcel', 'doneOn', having({ type: 'soilHeap' }))),
  'satellite-parcels-rectified': add(count('landParcel', 'doneOn', having({ type: 'satellite' }))),
  'publicity-events': publicity('event'),
  'publicity-audience': audience('event'),
  'enforcement-officers': stock(officers, nowhere),
  'professional-officers': stock(
    standing('duty', {
      ...onDuty('enforcement'),
      where: having({ role: 'enforcement', specialty: ['traffic', 'fire', 'farmland'] }),
    }),
    nowhere,
  ),
  'enterprises-registered': stock(
    standing('enterprise', { begins: ['from'], ends: ['until'], where: having({ type: 'enterprise' }) }),
  ),
  'expert-lectures': trainings('expert'),
  'officers-shadowing': trained('shadowing'),
  'professional-case-accuracy': rate(
    count('caseLibrary', 'assessedOn', having({ handledCorrectly: true })),
    count('caseLibrary', 'assessedOn'),
    nowhere,
  ),
  'compliance-manuals': once(distinct('complianceManual', 'deliveredOn', 'enterpriseId')),
  'grower-talks': publicity('growerTalk'),
  'short-videos': publicity('video'),
  'video-reach': audience('video'),
  'joint-studied-projects': once(distinct('meeting', 'heldOn', 'projectIds', having({ type: 'jointStudy' })), nowhere),
  'new-mediators': add(count('duty', 'from', having({ role: 'mediator' })), nowhere),
  'clue-transfer-efficiency-gain': rate(
    days('clueTransfer', 'reportedOn', 'transferredOn'),
    count('clueTransfer', 'transferredOn'),
    { fall: true },
  ),
  'latent-disputes-dissolved': add(mediated('latent', 'agreed')),
}

/** What the report plans for the next year: what that year has come to. */
export const progress: Readonly<Record<string, Counting>> = {
  'planned-study-sessions': count('training', 'heldOn', having({ type: 'centralGroup' })),
  'quarterly-quality-reviews': distinct('qualityReview', 'heldOn', ({ heldOn }) =>
    String(Math.ceil(Number(String(heldOn).slice(5, 7)) / 3)),
  ),
  'monthly-joint-meetings': distinct(
    'meeting',
    'heldOn',
    ({ heldOn }) => String(heldOn).slice(5, 7),
    having({ type: 'jointStudy' }),
  ),
}
