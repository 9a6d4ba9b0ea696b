import { defineAsyncComponent } from 'vue'
import type { Component } from 'vue'
import type { Field, FieldType } from '../../domain/kinds/kind.ts'
import BooleanWidget from './widgets/BooleanWidget.vue'
import ChoiceWidget from './widgets/ChoiceWidget.vue'
import ChoicesWidget from './widgets/ChoicesWidget.vue'
import DateWidget from './widgets/DateWidget.vue'
import LinkWidget from './widgets/LinkWidget.vue'
import LongTextWidget from './widgets/LongTextWidget.vue'
import NumberWidget from './widgets/NumberWidget.vue'
import PeopleWidget from './widgets/PeopleWidget.vue'
import SegmentWidget from './widgets/SegmentWidget.vue'
import TextWidget from './widgets/TextWidget.vue'

const GroupWidget = defineAsyncComponent(() => import('./widgets/GroupWidget.vue'))
const RowsWidget = defineAsyncComponent(() => import('./widgets/RowsWidget.vue'))
const PartiesWidget = defineAsyncComponent(() => import('./widgets/PartiesWidget.vue'))
const LocationWidget = defineAsyncComponent(() => import('./widgets/LocationWidget.vue'))
const SignatureWidget = defineAsyncComponent(() => import('./widgets/SignatureWidget.vue'))
const PhotosWidget = defineAsyncComponent(() => import('./widgets/PhotosWidget.vue'))
const ClausesWidget = defineAsyncComponent(() => import('./widgets/ClausesWidget.vue'))

const byType: { readonly [type in Exclude<FieldType, 'choice' | 'files'>]: Component } = {
  text: TextWidget,
  longText: LongTextWidget,
  integer: NumberWidget,
  decimal: NumberWidget,
  money: NumberWidget,
  date: DateWidget,
  dateTime: DateWidget,
  choices: ChoicesWidget,
  boolean: BooleanWidget,
  person: LinkWidget,
  people: PeopleWidget,
  village: LinkWidget,
  enterprise: LinkWidget,
  record: LinkWidget,
  records: LinkWidget,
  group: GroupWidget,
  rows: RowsWidget,
  location: LocationWidget,
  photos: PhotosWidget,
  signature: SignatureWidget,
  parties: PartiesWidget,
  lawClauses: ClausesWidget,
}

/** Two to four choices stand side by side; five and more come in a sheet (LOOK.md, Fields). */
export const isSegment = (field: Field): boolean => field.type === 'choice' && (field.choices?.length ?? 0) <= 4

/** The widget that asks for a field. */
export const widgetOf = (field: Field): Component => {
  if (field.type === 'choice') return isSegment(field) ? SegmentWidget : ChoiceWidget
  if (field.type === 'files') return TextWidget
  return byType[field.type]
}

/** Its members are questions of their own, each with its own label and error. */
export const holdsFields = (field: Field): boolean =>
  field.type === 'group' || field.type === 'rows' || field.type === 'parties'

const singles: ReadonlySet<FieldType> = new Set(['text', 'longText', 'integer', 'decimal', 'money', 'date', 'dateTime'])

/** Several controls under one label, which then names the group and not one input. */
export const isSet = (field: Field): boolean => !singles.has(field.type)
