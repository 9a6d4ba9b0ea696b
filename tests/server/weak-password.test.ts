import { describe, expect, it } from 'vitest'
import { commonStems } from '../../src/server/session/common-passwords.ts'
import { passwordProblem } from '../../src/server/session/weak-password.ts'

const judge = (password: string) => passwordProblem(password, ['田小满', 'tianxm', '西阳镇'])

describe('a new password', () => {
  it.each(['', '短了', 'x7$kQ92mvbT', '石盘沟的山和水好'])('%j is too short', (password) => {
    expect(judge(password)).toBe('weakPassword')
  })

  it.each([
    'password1234',
    'P@ssw0rd2024!',
    'Adm1n1strat0r',
    'woaini5201314',
    '1qaz2wsx3edc',
    '1qaz@WSX3edc4rfv',
    'qwertyuiop123',
    'poiuytrewq987',
    '123456789012',
    '198001011234',
    'aaaaaaaaaaaa',
    'xk3xk3xk3xk3',
    'abcabcabcabc',
    'admin-admin-2026',
    'Huawei@123456',
    'zhengzhou2025!!',
    'tianxm-123456',
    'TianXM TianXM 88',
    '田小满田小满2026年好',
    '西阳镇政府2026年12',
    'ｐａｓｓｗｏｒｄ１２３４',
    '网格台账管理员20261',
  ])('%j is guessed easily', (password) => {
    expect(judge(password)).toBe('commonPassword')
  })

  it.each([
    'a longer password',
    '西阳山水 2026 正好',
    '石盘沟的山和水 2026',
    'x7$kQ92mvbTz',
    'kornblume am feldrand',
    'gvmk-4x9t-pq2z-hw7n',
    '梨花开在云台的雨后三月',
    'password of the miller’s daughter',
  ])('%j is the owner’s own', (password) => {
    expect(judge(password.padEnd(12, '。'))).toBeNull()
  })

  it('another’s name isn’t held against it', () => {
    expect(passwordProblem('linshuyu-2026', ['林书语', 'linshuyu'])).toBe('commonPassword')
    expect(passwordProblem('linshuyu-2026', ['田小满', 'tianxm'])).toBeNull()
  })

  it('a name of spaces, or none, covers nothing', () => {
    expect(passwordProblem('x7$kQ92mvbTz', ['', '  ', '镇'])).toBeNull()
  })

  it('stems are lower-case and known once', () => {
    expect(commonStems.length).toBeGreaterThan(400)
    expect(commonStems.every((stem) => stem === stem.toLowerCase())).toBe(true)
  })
})
