/** The words of the registers: villages, people, duties, enterprises. */
export const registers = {
  registers: {
    title: 'Registers',
    kind: 'Register',
    add: 'Add: {name}',
    none: 'Nothing registered yet',
    one: 'The township stands once: open it to change it',
    more: '{n} more | {n} more',
  },
}
