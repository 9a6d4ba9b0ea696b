const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a text is a UUID in the lower case of RFC 9562. */
export const isId = (text: unknown): text is string => typeof text === 'string' && uuid.test(text)
