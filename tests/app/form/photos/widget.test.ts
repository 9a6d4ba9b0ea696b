import type { VueWrapper } from '@vue/test-utils'
import { expect, test } from 'vitest'
import PhotosWidget from '../../../../src/app/form/widgets/PhotosWidget.vue'
import { hazard } from '../../../../src/domain/kinds/hazard.ts'
import { fieldOf } from '../../../../src/domain/kinds/kind.ts'
import { mountInForm } from '../mount.ts'
// Fetched late on the phone; here they must not arrive after the test is over.
import '../../../../src/app/form/photos/PhotoShots.vue'
import '../../../../src/app/form/photos/take.ts'

/** Nothing has to be drawn of it: what is under test is the store. */
const heic = (): File =>
  new File(['\0\0\0\x18ftypheic\0\0\0\0'], 'IMG_1.HEIC', { lastModified: Date.UTC(2026, 2, 10, 2) })

const widget = async () => {
  const values: unknown[] = []
  const mounted = await mountInForm(
    PhotosWidget,
    {
      field: fieldOf(hazard, 'photosBefore'),
      value: undefined,
      describedBy: undefined,
      id: 'f',
      path: '/set/photosBefore',
      labelledBy: 'l',
      invalid: false,
      required: false,
      problems: [],
      onChange: (value: unknown) => values.push(value),
    },
    { kind: hazard },
  )
  return { ...mounted, values }
}
const pick = async (wrapper: VueWrapper, file: File): Promise<void> => {
  const input = wrapper.findAll('input[type="file"]')[1]
  if (!input) throw new Error('no way to the album')
  Object.defineProperty(input.element, 'files', { value: [file], configurable: true })
  await input.trigger('change')
}

test('a photo is in the vault before the form holds it', async () => {
  const { wrapper, vault, values } = await widget()
  await pick(wrapper, heic())
  await expect.poll(() => values.length).toBe(1)
  const [kept] = await vault.photos()
  expect(kept).toMatchObject({ name: 'album-IMG_1.heic', type: 'image/heic', state: 'kept' })
  expect(values).toEqual([
    [
      {
        hash: kept?.hash,
        name: 'album-IMG_1.heic',
        size: kept?.size,
        takenAt: '2026-03-10T10:00:00+08:00',
        originalHash: kept?.hash,
      },
    ],
  ])
  expect((await vault.photo(kept?.hash ?? ''))?.bytes.byteLength).toBe(kept?.size)
})

test.each([
  ['full', '手机存满了'],
  ['closed', '存储被浏览器关了'],
] as const)('a store that is %s is told at the field, and the form holds nothing half', async (code, words) => {
  const { wrapper, vault, values } = await widget()
  vault.fail(code)
  await pick(wrapper, heic())
  await expect.poll(() => wrapper.find('[role="alert"]').text()).toContain(words)
  expect(values).toEqual([])
  vault.fail(null)
  expect(await vault.photos()).toEqual([])
})

test('opening the camera has the form kept at once, also where nothing was typed', async () => {
  const { wrapper, changed } = await widget()
  await wrapper.find('input[capture]').trigger('click')
  expect(changed()).toBe(1)
})
