/** The words of the registers: villages, people, duties, enterprises. */
export const registers = {
  registers: {
    title: '登记',
    kind: '登记类别',
    add: '添加{name}',
    none: '还没有登记',
    one: '本镇只登记一条，点开来改',
    more: '再看 {n} 条',
  },
}
