import { briefing } from './briefing.ts'
import { caseLibrary } from './case-library.ts'
import { caseReview } from './case-review.ts'
import { certificateReview } from './certificate-review.ts'
import { circuitTrial } from './circuit-trial.ts'
import { clueTransfer } from './clue-transfer.ts'
import { collectiveIncome } from './collective-income.ts'
import { complaint } from './complaint.ts'
import { complianceManual } from './compliance-manual.ts'
import { consultation } from './consultation.ts'
import { courtCase } from './court-case.ts'
import { duty } from './duty.ts'
import { enterpriseDispute } from './enterprise-dispute.ts'
import { enterprise } from './enterprise.ts'
import { guidance } from './guidance.ts'
import { hardProblem } from './hard-problem.ts'
import { hazard } from './hazard.ts'
import { holidayYear } from './holiday-year.ts'
import { informationShare } from './information-share.ts'
import { inspection } from './inspection.ts'
import { judgeGuidance } from './judge-guidance.ts'
import type { Kind } from './kind.ts'
import { landParcel } from './land-parcel.ts'
import { landTransfer } from './land-transfer.ts'
import { legalReview } from './legal-review.ts'
import { mechanism } from './mechanism.ts'
import { mediation } from './mediation.ts'
import { meeting } from './meeting.ts'
import { normativeDocument } from './normative-document.ts'
import { oversight } from './oversight.ts'
import { penalty } from './penalty.ts'
import { person } from './person.ts'
import { postEvaluation } from './post-evaluation.ts'
import { powerItem } from './power-item.ts'
import { project } from './project.ts'
import { publicity } from './publicity.ts'
import { qualityReview } from './quality-review.ts'
import { relief } from './relief.ts'
import { siteWork } from './site-work.ts'
import { task } from './task.ts'
import { township } from './township.ts'
import { training } from './training.ts'
import { village } from './village.ts'

/** Every built-in kind, those logged in the field first. To add one is to add its file and its line here. */
export const kinds: readonly Kind[] = [
  inspection,
  hazard,
  mediation,
  clueTransfer,
  penalty,
  guidance,
  complaint,
  oversight,
  caseReview,
  qualityReview,
  certificateReview,
  caseLibrary,
  consultation,
  enterpriseDispute,
  complianceManual,
  publicity,
  training,
  task,
  briefing,
  hardProblem,
  judgeGuidance,
  circuitTrial,
  meeting,
  courtCase,
  informationShare,
  legalReview,
  normativeDocument,
  postEvaluation,
  landParcel,
  siteWork,
  landTransfer,
  relief,
  collectiveIncome,
  village,
  person,
  duty,
  enterprise,
  powerItem,
  project,
  mechanism,
  township,
  holidayYear,
]

/** The kind of that name. */
export const kindNamed = (name: string): Kind | undefined => kinds.find((kind) => kind.name === name)
