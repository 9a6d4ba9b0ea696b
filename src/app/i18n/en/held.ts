/** The words of what came from a revoked device, for the supervisor. */
export const held = {
  held: {
    title: 'Sent after a revocation',
    hint: 'From devices and accounts that are revoked, not in the ledger yet. Look before you take.',
    empty: 'Nothing to take',
    offline: 'This needs a connection',
    only: 'The supervisor takes or refuses',
    asking: 'Fetching',
    made: '{by}, {at}',
    after: 'made after the revocation',
    edit: 'Changed {fields}',
    take: 'Take',
    refuse: 'Refuse',
    taken: 'Taken',
    refused: 'Refused, kept on file',
    kept: 'Received: {state}',
    conflict: 'the ledger says otherwise, kept on file',
    rejected: 'against the rules, kept on file',
    waiting: 'waits for another',
    failed: 'not done yet, try later',
  },
}
