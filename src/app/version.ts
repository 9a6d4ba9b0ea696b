/** The app's version, as it is shown and told to the server; a test holds it to package.json. */
export const appVersion = '0.1.0'
