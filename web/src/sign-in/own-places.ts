/** Where whoever is signed in finds the account, and where they change its password. */
export const OWN_ACCOUNT = '/account';
export const CHANGE_PASSWORD = '/password';
