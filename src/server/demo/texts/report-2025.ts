import type { SectionId } from '../../../domain/report/outline/outline.ts'

/**
 * The report of 2025 as the township wrote it, every number of its a placeholder, rounded by rule where it rounds by hand.
 * It says 7 certificates in 1.2 and 9 officers in 2.1, as it did: both are counted, and their definitions say why.
 */
export const report2025: readonly { readonly section: SectionId; readonly text: string }[] = [
  {
    section: '0',
    text: '{{year}}年，{{township}}党委、政府深入贯彻落实中央、省、市、县关于法治政府建设的决策部署，锚定“工业强镇、生态大镇、文化名镇”战略目标，以高质量法治建设护航经济社会高质量发展。现将全年法治政府建设情况报告如下：',
  },
  {
    section: '1.1',
    text: '严格落实党政主要负责人推进法治建设第一责任人职责，将法治政府建设纳入全镇重点工作台账，与工业发展、乡村振兴同部署、同落实、同考核。全年召开党委理论学习中心组学习{{central-group-study-sessions}}，组织党政班子及村“两委”干部法治培训{{cadre-law-trainings}}，开展“法治课堂”{{law-classes}}，覆盖镇村干部{{law-class-attendance:about}}。明确{{key-tasks-assigned}}重点任务及分工，党政主要负责人听取法治工作汇报{{leader-briefings}}，牵头解决项目建设执法、耕地保护执法等难点问题{{hard-problems-solved}}，形成“主要领导亲自抓、分管领导具体抓、各部门协同抓”格局，确保法治建设贯穿{{industrial-output}}工业总值攻坚、{{central-village-project}}中心村项目等重点工作。',
  },
  {
    section: '1.2',
    text: '梳理乡镇综合执法事项清单，压减非必要事项{{power-items-cut}}（压减率{{power-items-cut-rate}}），重点保留交通、消防、耕地保护等核心事项。开展涉企规范执法专项行动，落实“首违不罚”“轻微免罚”清单，对全镇{{enterprises-soft-inspected}}企业开展柔性检查，重点排查森驰汽配、金鑫田源等规上企业，整改安全隐患，{{rough-enforcement-complaints:none|未发生|发生}}粗暴、过度执法问题。建立企业法治联络员制度，为{{enterprises-with-liaison}}规上企业配备专属联络员，提供法律咨询{{liaison-consultations}}，化解合同、劳资纠纷{{enterprise-disputes-resolved}}，保障鑫澄食品、龙兴冶金等项目推进。加强行政执法人员培训，全年组织执法人员参加法律法规培训{{officer-law-trainings}}，参训人员达{{officer-law-training-attendance}}。全年办理行政执法证件年审{{certificates-reviewed}}，确保执法人员依法履职。规范行政执法行为。全年累计开展行政检查{{administrative-inspections:about}}、行政指导{{administrative-guidance}}、行政处罚案件{{penalty-cases}}，开展行政执法案卷评查，评查案卷{{case-files-reviewed}}，纠正不规范执法行为{{irregular-acts-corrected}}，{{case-files-qualified-rate:all|所有案卷均达到合格标准|案卷合格率}}。全面推行行政执法“三项制度”。组织{{county-training-officers}}执法人员参加县级培训{{county-trainings}}、镇内案例研讨{{case-discussions}}，聚焦畜禽污染整治、卫片图斑整改实操教学，执法人员持证率{{certificate-holding-rate}}。聘请{{monitors-appointed}}人大代表、政协委员担任执法监督员，开展监督检查{{monitor-inspections}}，核查案卷{{monitor-case-files-checked}}，整改装订不规范等问题{{monitor-problems-rectified}}，案卷合格率达{{monitor-case-files-qualified-rate}}。',
  },
  {
    section: '1.3',
    text: '扎实推进“{{five-ones:numeral}}个一”工作机制，组建司法、信访、综治联合调解队伍，形成年度工作台账。全年召开府院联动联席会议{{joint-meetings}}，研判土地流转、项目占地等纠纷，联合县法院开展巡回审判{{circuit-trials}}，覆盖群众{{circuit-trial-attendance:about}}。设立行政争议化解工作室，成功化解中药材基地建设、乡村振兴项目相关争议{{administrative-disputes-resolved}}，化解率{{administrative-dispute-resolution-rate}}{{administrative-dispute-resolution-rate:change|（|）}}。严格履行生效判决，全年{{government-judgments-performed}}涉镇政府司法案件全部履行到位，履行率{{government-judgments-performance-rate}}。依托“法院+综治中心”模式，法官下沉网格指导调解{{judge-guided-mediations}}，协助化解邻里、劳务纠纷{{disputes-mediated}}，调解成功率{{mediation-success-rate}}，保障{{villages}}村“两委”换届、振兴村民宿建设等工作平稳推进。',
  },
  {
    section: '1.4',
    text: '严格规范性文件管理，执行“起草—审核—审议—公布—备案”全流程，{{normative-documents-discussion-rate:all|所有文件均经合法性审核和集体讨论|文件集体讨论率}}，合法率、备案率、公开率{{normative-documents-legality-rate,normative-documents-filing-rate,normative-documents-publication-rate:each}}。强化重大决策法制审核，将总投资{{key-projects-investment:over}}的{{key-projects-reviewed}}市县重点项目、{{beautiful-village-investment:about}}美丽乡村项目、{{elderly-care-investment}}养老设施改造等{{decisions-reviewed}}决策纳入审核，出具意见{{review-opinions}}、风险建议{{risk-advice}}，{{risk-advice-adoption-rate:all|均被采纳|采纳率}}。建立决策后评估机制，对集镇提质改造、牛王中药材加工基地建设{{post-decision-evaluations}}决策开展后评估，优化管理措施{{measures-optimised}}，确保决策合法合规。',
  },
  {
    section: '1.5',
    text: '将法治思维贯穿发展各领域。产业发展方面，规范招商、土地流转流程，{{investment-projects-reviewed}}招引项目均通过合法性审查，{{land-transfer-kiwi}}猕猴桃基地、{{land-transfer-herbs}}中药材基地土地流转合同规范，{{land-transfer-petitions:none|无|有}}信访纠纷。乡村振兴方面，依法推进人居环境整治，拆除残垣断壁{{ruins-demolished}}、整改排污口{{outlets-rectified}}，履行法定程序并公示；规范耀阳强村公司运营，保障产业园带动{{villages-collective-income}}村集体经济增收。民生保障方面，依法发放各类救助资金{{relief-funds}}，程序规范透明。平安建设方面，开展安全生产检查{{safety-inspections}}、整改隐患{{hazards-rectified}}；排查畜禽养殖场户{{livestock-farms-checked}}、整改问题{{livestock-problems-rectified}}；整改{{soil-heap-parcels-rectified}}堆土区图斑、{{satellite-parcels-rectified}}卫片执法图斑；开展普法宣传{{publicity-events}}、覆盖{{publicity-audience:wan}}。',
  },
  {
    section: '2.1',
    text: '一是基层执法专业化不足，{{enforcement-officers}}执法人员中仅{{professional-officers:value}}人具备交通、消防、耕地保护专业背景，应对畜禽污染整治、复杂卫片图斑整改等场景，处置效率和精准度待提升。二是法治宣传针对性弱，对{{enterprises-registered}}企业、{{mushroom-bags:about}}香菇种植户等群体定制化内容少，依赖传单、宣讲等传统形式，新媒体运用不足。三是府院联动深度不够，重点项目、土地流转领域行政争议源头预防机制不健全，法院提前介入、联合研判频次不足。',
  },
  {
    section: '2.2',
    text: '一是人才引育机制不完善，基层执法岗位薪酬吸引力不足，难招专业人才，现有培训侧重通用法律，专业技能培训不深入。二是普法统筹谋划不足，未建立“需求清单+定制服务”模式，对企业、种植户需求调研不深，缺乏专业新媒体人员，形式创新受限。三是府院联动常态化机制不健全，未建立法治研判前置机制，信息共享不畅，项目审批、土地流转环节法院指导滞后。',
  },
  {
    section: '2.3',
    text: '针对问题制定整改方案并推进：一是强化专业培训，邀请县级专家开展专题授课{{expert-lectures}}，聚焦实操内容；选派{{officers-shadowing}}执法人员跟班学习，专业案例处置正确率提升至{{professional-case-accuracy}}。二是优化精准普法，为{{compliance-manuals}}规上企业定制合规手册，开展种植户权益宣讲{{grower-talks}}；组建新媒体小组，制作短视频{{short-videos}}，推送覆盖{{video-reach:about}}。三是健全府院联动机制，建立月度信息共享和重点项目研判前置机制，将{{joint-studied-projects}}市县重点项目纳入联合研判；开通纠纷线索移送绿色通道，新增调解人员{{new-mediators}}，移送效率提升{{clue-transfer-efficiency-gain}}，提前化解潜在争议{{latent-disputes-dissolved}}。',
  },
  {
    section: '3',
    text: '一是强化政治引领，将习近平法治思想纳入党委理论学习中心组学习必学内容，计划年度专题学习{{planned-study-sessions}}以上。二是提升执法规范化水平，推进执法记录电子化，配齐智能设备；建立专业案例库，{{quarterly-quality-reviews:every}}开展质量评查，打造专业队伍。三是深化府院联动，拓展生态环保、安全生产等领域联合执法，{{monthly-joint-meetings:every}}召开研判会，源头化解争议。',
  },
]
