import type { Messages } from '../zh.ts'

/** The words of the PIN. */
export const unlock: Pick<Messages, 'unlock'> = {
  unlock: {
    ask: 'Enter the 6 digits',
    busy: 'Unlocking',
    typed: '{n} digits entered',
    keys: 'Digits',
    clear: 'Clear',
    back: 'Delete',
    change: 'Someone else',
    forgot: 'Forgot it',
    who: 'Who is it',
    other: 'Log in as another',
    wrong: 'Wrong PIN, {n} tries left.',
    locked: 'Ten wrong PINs: locked. Log in once with a signal, then unlock. All records are there.',
    trouble: 'The ledger of this phone can’t be opened. Close other windows and try again.',
    logIn: 'Log in',
    guards: 'The PIN guards against who picks up the phone',
    waiting: '{n} to send; with a signal it goes up locked, too | {n} to send; with a signal they go up locked, too',
    offline: 'Unlocks without a signal',
    set: 'Set 6 digits for this phone',
    again: 'Once more',
    setAsk: 'They unlock it from now on, without a signal',
    making: 'Encrypting',
    easy: 'Too easy to guess. Choose another.',
    differ: 'Not the same. Begin again.',
    whyFor: 'Guards against: somebody who finds or picks up the phone.',
    whyNot:
      'Does not guard against: somebody who copies all data off the phone and tries at leisure; 6 digits are too few.',
    whyForget: 'Forgotten, nothing is lost: with a signal the log-in password brings it back.',
  },
}
