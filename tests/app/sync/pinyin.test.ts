// @vitest-environment node
import { gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadPinyin, matches, pinyinIndex } from '../../../src/app/sync/pinyin.ts'

test('before the table is there, characters are found', () => {
  expect(matches('盘', '石盘沟村')).toBe(true)
  expect(matches('spg', '石盘沟村')).toBe(false)
})

describe('with the table', () => {
  beforeAll(loadPinyin)

  test.each([
    ['spg', '石盘沟村'],
    ['shipangou', '石盘沟村'],
    ['shipang', '石盘沟村'],
    ['ship', '石盘沟村'],
    ['pgc', '石盘沟村'],
    ['石pang', '石盘沟村'],
    ['s盘g', '石盘沟村'],
    ['SPG', '石盘沟村'],
    ['ｓｐｇ', '石盘沟村'],
    ['shi pan gou', '石盘沟村'],
    ['zhq', '重庆路'],
    ['cq', '重庆路'],
    ['lvyou', '旅游公司'],
    ['luyou', '旅游公司'],
    ['adl', '阿迪力·买买提'],
    ['mmt', '阿迪力·买买提'],
    ['阿迪力买', '阿迪力·买买提'],
    ['䶮', '王䶮'],
    ['w䶮', '王䶮'],
    ['3hc', '3号厂房'],
    ['abc', 'ABC 公司'],
  ])('%s finds %s', (query, text) => expect(matches(query, text)).toBe(true))

  test.each([
    ['xpg', '石盘沟村'],
    ['gps', '石盘沟村'],
    ['shpa', '石沟村'],
  ])('%s does not find %s', (query, text) => expect(matches(query, text)).toBe(false))

  test.each([
    ['曾小明', 'zengxiaoming', 'zxm'],
    ['沈望', 'shenwang', 'sw'],
    ['解放', 'xiefang', 'xf'],
    ['单雄信', 'shanxiongxin', 'sxx'],
    ['尉迟恭', 'yuchigong', 'ycg'],
    ['仇英', 'qiuying', 'qy'],
    ['查良镛', 'zhaliangyong', 'zly'],
  ])('%s as a name reads %s', (name, full, initials) => {
    expect(pinyinIndex(name, { surname: true })).toEqual({ full, initials })
    expect(matches(initials, name, { surname: true })).toBe(true)
  })

  test('a surname is not found under its other reading, and is read plainly where it is none', () => {
    expect(matches('ceng', '曾小明', { surname: true })).toBe(false)
    expect(pinyinIndex('解放路').full).toBe('jiefanglu')
  })

  test('reads the common characters as they are read', () => {
    for (const character of '阳城镇石盘沟安全生产执法检查隐患整改调解邻里纠纷土地消防车间仓库王瑞杜望川李') {
      expect(pinyinIndex(character).full).toBe(pinyin(character, { toneType: 'none', v: true }))
    }
  })
})

test('the table takes less than 16 kB on the line', () => {
  expect(gzipSync(readFileSync('src/app/sync/pinyin-table.ts')).length).toBeLessThan(16_384)
})
