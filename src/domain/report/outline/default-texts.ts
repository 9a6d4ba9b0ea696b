import type { SectionId } from './outline.ts'

/**
 * What the sections say where a township has written nothing of its own for the year: a whole report for any township and
 * year, with each of its 94 figures once. Exact numbers throughout; the rounded ones are for whoever writes to choose.
 */
export const defaultTexts: { readonly [section in SectionId]: string } = {
  '0': '{{year}}年，{{township}}党委、政府深入贯彻落实中央、省、市、县关于法治政府建设的决策部署，坚持依法行政，以高质量法治建设护航经济社会高质量发展。现将全年法治政府建设情况报告如下：',
  '1.1':
    '严格落实党政主要负责人推进法治建设第一责任人职责，将法治政府建设纳入全镇重点工作台账，与中心工作同部署、同落实、同考核。全年召开党委理论学习中心组学习{{central-group-study-sessions}}，组织党政班子及村“两委”干部法治培训{{cadre-law-trainings}}，开展“法治课堂”{{law-classes}}，覆盖镇村干部{{law-class-attendance}}。\n明确{{key-tasks-assigned}}重点任务及分工，党政主要负责人听取法治工作汇报{{leader-briefings}}，牵头解决难点问题{{hard-problems-solved}}，确保法治建设贯穿{{industrial-output}}工业总值攻坚、{{central-village-project}}中心村项目等重点工作。',
  '1.2':
    '梳理乡镇综合执法事项清单，压减非必要事项{{power-items-cut}}（压减率{{power-items-cut-rate}}）。开展涉企规范执法专项行动，落实“首违不罚”“轻微免罚”清单，对全镇{{enterprises-soft-inspected}}企业开展柔性检查，{{rough-enforcement-complaints:none|未发生|经核实发生}}粗暴、过度执法问题。建立企业法治联络员制度，为{{enterprises-with-liaison}}规上企业配备专属联络员，提供法律咨询{{liaison-consultations}}，化解合同、劳资纠纷{{enterprise-disputes-resolved}}。\n全年组织执法人员参加法律法规培训{{officer-law-trainings}}，参训人员达{{officer-law-training-attendance}}，办理行政执法证件年审{{certificates-reviewed}}。全年累计开展行政检查{{administrative-inspections}}、行政指导{{administrative-guidance}}、行政处罚案件{{penalty-cases}}，评查案卷{{case-files-reviewed}}，纠正不规范执法行为{{irregular-acts-corrected}}，{{case-files-qualified-rate:all|所有案卷均达到合格标准|案卷合格率}}。\n全面推行行政执法“三项制度”。组织{{county-training-officers}}执法人员参加县级培训{{county-trainings}}、镇内案例研讨{{case-discussions}}，执法人员持证率{{certificate-holding-rate}}。聘请{{monitors-appointed}}执法监督员，开展监督检查{{monitor-inspections}}，核查案卷{{monitor-case-files-checked}}，整改问题{{monitor-problems-rectified}}，案卷合格率{{monitor-case-files-qualified-rate}}。',
  '1.3':
    '扎实推进“{{five-ones:numeral}}个一”工作机制，组建司法、信访、综治联合调解队伍，形成年度工作台账。全年召开府院联动联席会议{{joint-meetings}}，联合县法院开展巡回审判{{circuit-trials}}，覆盖群众{{circuit-trial-attendance}}。成功化解行政争议{{administrative-disputes-resolved}}，化解率{{administrative-dispute-resolution-rate}}{{administrative-dispute-resolution-rate:change|（|）}}。\n严格履行生效判决，全年{{government-judgments-performed}}涉镇政府司法案件履行到位，履行率{{government-judgments-performance-rate}}。依托“法院+综治中心”模式，法官下沉网格指导调解{{judge-guided-mediations}}，协助化解邻里、劳务纠纷{{disputes-mediated}}，调解成功率{{mediation-success-rate}}，保障{{villages}}村平安稳定。',
  '1.4':
    '严格规范性文件管理，执行“起草—审核—审议—公布—备案”全流程，{{normative-documents-discussion-rate:all|所有文件均经合法性审核和集体讨论|文件集体讨论率}}，合法率、备案率、公开率{{normative-documents-legality-rate,normative-documents-filing-rate,normative-documents-publication-rate:each}}。\n强化重大决策法制审核，将总投资{{key-projects-investment}}的{{key-projects-reviewed}}重点项目、{{beautiful-village-investment}}美丽乡村项目、{{elderly-care-investment}}养老设施改造等{{decisions-reviewed}}决策纳入审核，出具意见{{review-opinions}}、风险建议{{risk-advice}}，{{risk-advice-adoption-rate:all|均被采纳|采纳率}}。对{{post-decision-evaluations}}决策开展后评估，优化管理措施{{measures-optimised}}。',
  '1.5':
    '产业发展方面，规范招商、土地流转流程，{{investment-projects-reviewed}}招引项目通过合法性审查，{{land-transfer-kiwi}}猕猴桃基地、{{land-transfer-herbs}}中药材基地土地流转合同规范，{{land-transfer-petitions:none|无|有}}信访纠纷。\n乡村振兴方面，依法推进人居环境整治，拆除残垣断壁{{ruins-demolished}}、整改排污口{{outlets-rectified}}，带动{{villages-collective-income}}村集体经济增收。民生保障方面，依法发放各类救助资金{{relief-funds}}，程序规范透明。\n平安建设方面，开展安全生产检查{{safety-inspections}}、整改隐患{{hazards-rectified}}；排查畜禽养殖场户{{livestock-farms-checked}}、整改问题{{livestock-problems-rectified}}；整改{{soil-heap-parcels-rectified}}堆土区图斑、{{satellite-parcels-rectified}}卫片执法图斑；开展普法宣传{{publicity-events}}、覆盖{{publicity-audience}}。',
  '2.1':
    '一是基层执法专业化不足，{{enforcement-officers}}执法人员中具备交通、消防、耕地保护专业背景的有{{professional-officers}}，处置复杂问题的效率和精准度待提升。二是法治宣传针对性不强，对{{enterprises-registered}}企业、{{mushroom-bags}}香菇种植户等群体定制化内容少，新媒体运用不足。三是府院联动深度不够，行政争议源头预防机制不健全，法院提前介入、联合研判频次不足。',
  '2.2':
    '一是人才引育机制不完善，专业技能培训不深入。二是普法统筹谋划不足，对企业、种植户需求调研不深，形式创新受限。三是府院联动常态化机制不健全，法治研判前置机制未建立，信息共享不畅。',
  '2.3':
    '针对问题制定整改方案并推进：一是强化专业培训，邀请县级专家开展专题授课{{expert-lectures}}，选派{{officers-shadowing}}执法人员跟班学习，专业案例处置正确率{{professional-case-accuracy}}。二是优化精准普法，为{{compliance-manuals}}规上企业定制合规手册，开展种植户权益宣讲{{grower-talks}}，制作短视频{{short-videos}}，推送覆盖{{video-reach}}。三是健全府院联动机制，将{{joint-studied-projects}}重点项目纳入联合研判，新增调解人员{{new-mediators}}，线索移送效率提升{{clue-transfer-efficiency-gain}}，提前化解潜在争议{{latent-disputes-dissolved}}。',
  '3': '一是强化政治引领，将习近平法治思想纳入党委理论学习中心组学习必学内容，计划年度专题学习{{planned-study-sessions}}以上。二是提升执法规范化水平，推进执法记录电子化，{{quarterly-quality-reviews:every}}开展质量评查。三是深化府院联动，拓展联合执法领域，{{monthly-joint-meetings:every}}召开研判会，源头化解争议。',
}
