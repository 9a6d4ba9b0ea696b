/** The words of what came from a revoked device, for the supervisor. */
export const held = {
  held: {
    title: '停用后送来的',
    hint: '这些来自已停用的设备或账号，还没进台账。看过再收。',
    empty: '没有要收的',
    offline: '要连上网才能看',
    only: '由主管决定收不收',
    asking: '正在取',
    made: '{by}，{at}',
    after: '停用后才记的',
    edit: '改{fields}',
    take: '收下',
    refuse: '不收',
    taken: '已收下',
    refused: '没有收，已存档',
    kept: '已收到，{state}',
    conflict: '和台账里的对不上，原文已存档',
    rejected: '不合规定，原文已存档',
    waiting: '等前一条',
    failed: '服务器没处理完，过会儿再试',
  },
}
