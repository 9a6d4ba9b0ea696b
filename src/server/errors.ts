/** What is wrong with one value of a request, the path a JSON Pointer into it. */
export type InputError = { readonly path: string; readonly code: string; readonly message: string }

type Answer = { readonly status: number; readonly zh: string; readonly en: string }

/** Codes of whole-request errors, permanent: never renamed, never reused (DESIGN.md 6). */
export const errorCodes = {
  badRequest: { status: 400, zh: '请求内容有误', en: 'The request is not valid' },
  badJson: { status: 400, zh: '请求不是有效的 JSON', en: 'The body is not JSON' },
  badEncoding: { status: 400, zh: '请求的压缩或编码已损坏', en: 'The body’s compression or encoding is broken' },
  sourceMissing: {
    status: 400,
    zh: '还差来源：这个数从哪来',
    en: 'The source is missing: where the number comes from',
  },
  unknownPlaceholder: {
    status: 400,
    zh: '有认不出的指标占位，改用列表里的',
    en: 'A placeholder names no figure: take one of the list',
  },
  weakPassword: {
    status: 400,
    zh: '密码太短，至少 12 个字符',
    en: 'The password is too short: 12 characters at least',
  },
  commonPassword: {
    status: 400,
    zh: '密码太好猜：常用词、连号、年份、姓名和用户名都不算数',
    en: 'The password is too easy to guess: common words, rows of keys, years and your own names don’t count',
  },
  badCode: { status: 400, zh: '动态码不对，等下一个再输', en: 'Wrong code: enter the next one' },
  notSignedIn: { status: 401, zh: '请先登录', en: 'Not signed in' },
  badCredentials: { status: 401, zh: '用户名或密码不正确', en: 'Wrong username or password' },
  totpRequired: { status: 401, zh: '还要动态码', en: 'A code of the authenticator is wanted too' },
  badOrigin: { status: 403, zh: '请求来自其他网站，已拒绝', en: 'The request comes from another site' },
  mustChangePassword: { status: 403, zh: '请先修改密码', en: 'Change the password first' },
  mustSetUpTotp: { status: 403, zh: '请先设置动态码', en: 'Set up the authenticator first' },
  notAllowed: { status: 403, zh: '没有权限', en: 'Not allowed' },
  notFound: { status: 404, zh: '没有找到', en: 'Not found' },
  badMethod: { status: 405, zh: '不支持的请求方法', en: 'Method not allowed' },
  signed: { status: 409, zh: '这一年已签定，先撤销签定', en: 'The year is signed: withdraw the signature first' },
  usernameTaken: { status: 409, zh: '用户名已有人用，换一个', en: 'The user name is taken: choose another' },
  ownAccount: {
    status: 409,
    zh: '不能停用自己或去掉自己的管理员角色',
    en: 'Nobody can disable himself or give up being the administrator',
  },
  unknownKey: {
    status: 409,
    zh: '服务器已没有这把钥匙，恢复不了',
    en: 'The server no longer has the key for this',
  },
  totpIsSet: {
    status: 409,
    zh: '动态码已设好，换手机找管理员重置',
    en: 'The authenticator is set up: for another phone the administrator resets it',
  },
  badOffset: { status: 409, zh: '续传位置不对，先询问位置', en: 'Not where the upload stands: ask for its offset' },
  tooManyChanges: { status: 413, zh: '一次最多 500 条变更', en: 'At most 500 changes at once' },
  tooLarge: { status: 413, zh: '内容太大', en: 'The request is too large' },
  fileTooLarge: { status: 413, zh: '文件超过 20 MB', en: 'The file is larger than 20 MB' },
  uriTooLong: { status: 414, zh: '地址过长', en: 'The address is too long' },
  unsupportedType: { status: 415, zh: '只接受 JSON', en: 'Only JSON is accepted' },
  badFileType: { status: 415, zh: '只接受 JPEG、PNG、HEIC 图片', en: 'Only JPEG, PNG and HEIC pictures are accepted' },
  badHash: { status: 422, zh: '收到的文件与校验值不符', en: 'The file that came in has another hash' },
  tooManyRequests: { status: 429, zh: '操作过于频繁，请稍后再试', en: 'Too many requests, try again later' },
  headersTooLarge: { status: 431, zh: '请求头过大', en: 'The request’s headers are too large' },
  internal: { status: 500, zh: '服务器出错，已记录', en: 'Something went wrong on the server' },
  unavailable: { status: 503, zh: '服务暂不可用，请稍后再试', en: 'Not available, try again later' },
} as const satisfies { readonly [code: string]: Answer }

export type ErrorCode = keyof typeof errorCodes

/** A refusal of the whole request; the one error handler in `http/problem.ts` turns it into problem+json. */
export class HttpProblem extends Error {
  readonly code: ErrorCode
  readonly errors: readonly InputError[] | undefined
  /** Seconds, for 429 and 503. */
  readonly retryAfter: number | undefined

  constructor(code: ErrorCode, more: { readonly errors?: readonly InputError[]; readonly retryAfter?: number } = {}) {
    super(errorCodes[code].en)
    this.code = code
    this.errors = more.errors
    this.retryAfter = more.retryAfter
  }
}
