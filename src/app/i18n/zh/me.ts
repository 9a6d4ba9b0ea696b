/** The words of the page of who is logged in. */
export const me = {
  me: {
    phone: '本机',
    storage: '已用 {used}，可用 {all}',
    records: '存有 {n} 条记录和登记',
    about: '关于',
    aboutText: '记下外业工作，年度报告的数自己出来，每个数都有凭据。',
    version: '版本 {version}',
    registers: '登记：村、人员、任职、企业',
    accounts: '账号和设备',
    lock: '锁定',
    held: '停用后送来的',
    logout: '退出登录',
    unsent: '还有 {n} 条没传完，退出会丢。先上传。',
    noAnswer: '连不上服务器，有信号再退出。',
  },
  roles: {
    officer: '执法人员',
    mediator: '调解员',
    reviewer: '法制审核',
    monitor: '执法监督',
    supervisor: '主管',
    county: '县级',
    auditor: '审计',
    admin: '管理员',
  },
}
